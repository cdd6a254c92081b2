"""The rules that can decide and the reasons for review, explained for the data-quality page."""

RULES = {
    "code": "Kommunenummeret er dagens nummer.",
    "former_code": "Kommunenummeret er fra 2020–2023 og svarer til én kommune i dag.",
    "code_and_name": "Nummeret dekker flere kommuner i dag; navnet avgjorde hvilken.",
    "org_number": "Organisasjonsnummeret er kommunens.",
    "official_name": "Navnet er kommunens norske navn.",
    "parallel_name": "Navnet er kommunens samiske, kvenske eller norske parallellnavn.",
    "genitive_name": "Samisk eller kvensk navn, skrevet slik det står foran ordet for kommune.",
    "joined_names": "Flere navn står sammen, og alle er navn på samme kommune.",
    "name_with_region": "Fylket eller regionen som står ved navnet, avgjorde.",
    "ascii_spelling": "Navnet er skrevet uten æ, ø og å (ae, oe, aa).",
    "abbreviated_name": "Første ord i navnet er forkortet, og bare én kommune passer.",
    "former_municipality": "Navnet er en tidligere kommune som nå ligger i denne.",
    "admin_centre": "Navnet er kommunens administrasjonssenter.",
    "place_name": "Navnet er et stedsnavn i alminnelig bruk for kommunen.",
    "decision": "En skriftlig avklaring sier hva raden gjelder.",
    "no_municipality": "Det som står der, er kjent for ikke å være en kommune.",
    # these only suggest
    "part_of_name": "Navnet er siste del av kommunens navn.",
    "similar_spelling": "Skrivemåten ligner.",
    "district_member": "Kommunen ligger i området som står der.",
}

REASONS = {
    "unknown_name": "Navnet eller nummeret er ikke kjent, eller det er feilskrevet.",
    "ambiguous": "Flere kommuner kan være ment, og regionen avgjør ikke hvilken.",
    "region_mismatch": "Navnet er kjent, men kommunen ligger ikke i regionen som står ved det.",
    "split_municipality": "Den tidligere kommunen er delt mellom flere av dagens kommuner.",
    "not_a_municipality": "Navnet er et fylke, en region, et distrikt eller et foretak.",
    "conflict": "Navn, kommunenummer og organisasjonsnummer peker ikke på samme kommune.",
}

# Where several rules lead to the same municipality, the first of these is the one named
RULE_ORDER = tuple(RULES)
