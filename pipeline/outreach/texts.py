"""What lists, workbooks and slides say, in Norwegian bokmål."""

from pipeline.stages import WORDS

WHOLE_COUNTRY = "Hele landet"
DEMO = "Demodata"
DEMO_SOURCE = "{mark}; {source}"

LISTS = {
    "not-adopted": "Ikke tatt i bruk",
    "enrolled": "Påmeldt innføringsløp",
    "not-adopted-not-enrolled": "Ikke tatt i bruk og ikke påmeldt",
    "in-use": "I bruk",
    "ready": "Klar for løsningen",
    "all": "Alle kommuner",
}
CALL_LIST = "call-list"
LIST_WORDS = (*LISTS, CALL_LIST)
LIST_DEFINITIONS = {
    "not-adopted": "Kommuner der siste opplysning sier at løsningen ikke er tatt i bruk.",
    "enrolled": "Kommuner som en kilde sier ved navn er påmeldt felles innføringsløp.",
    "not-adopted-not-enrolled": (
        "Kommuner som ikke har tatt i bruk løsningen, og som ifølge en kilde ikke er påmeldt. De "
        "som det ikke er kjent om er påmeldt, er ikke med."
    ),
    "in-use": "Kommuner der siste opplysning sier at løsningen er i bruk.",
    "ready": (
        "Kommuner som bruker alt løsningen forutsetter, og ikke er kjent som brukere av den. De "
        "som det ikke er kjent om har alt på plass, er ikke med."
    ),
    "all": "Alle kommuner som løsningen er ment for, også de med ukjent status.",
}

STAGES = {stage: word.capitalize() for stage, word in WORDS.items()}
CATEGORIES = {
    "not_adopted": STAGES["not_adopted"],
    "preparing": "Bestilt eller tilrettelagt",
    "in_use": STAGES["in_use"],
    "unknown": STAGES["unknown"],
}
ENROLLED = {True: "Ja", False: "Nei", None: "Ukjent"}
YES = "Ja"

HEADINGS = {
    "municipality_code": "Kommunenummer",
    "name": "Kommune",
    "parallel_names": "Parallellnavn",
    "county_name": "Fylke",
    "digi_region": "Digi-region",
    "health_region": "Helseregion",
    "population": "Innbyggere",
    "solution": "Løsning",
    "stage": "Status",
    "as_of": "Status per",
    "evidence_as_of": "Opplysning fra",
    "enrolled": "Påmeldt",
    "run_name": "Innføringsløp",
    "wave": "Pulje",
    "enrolled_date": "Påmeldt dato",
    "in_use_since": "I bruk siden",
    "requirements": "Forutsetninger",
    "tries_out": "Prøver ut",
    "org_number": "Organisasjonsnummer",
    "contact": "Kontakt",
    "remark": "Merknad",
    "source": "Kilde",
}
DEFINITIONS = {
    "stage": "Siste opplysning som ikke er nyere enn datoen. Ukjent: ingen kilde sier det sikkert.",
    "as_of": "Den siste datoen noen kilde sier noe om løsningen.",
    "evidence_as_of": "Datoen for opplysningen som kommunens status bygger på.",
    "enrolled": "Påmeldt felles innføringsløp. Ukjent: ingen kilde nevner kommunen ved navn.",
    "enrolled_date": "Dagen kommunen meldte seg på, der påmeldingslisten oppgir den.",
    "in_use_since": (
        "Den første datoen en kilde viser bruk, etter at kommunen sist var kjent uten løsningen. "
        "Bruken kan ha begynt før. Tom når bruken bare følger av at kommunen ikke står på en liste "
        "over dem som mangler løsningen."
    ),
    "requirements": "Om kommunen bruker de løsningene denne forutsetter.",
    "tries_out": "Ja: kommunen er kjent som deltaker i utprøving av løsningen.",
    "population": "Folketall 1. januar 2024 (Statistisk sentralbyrå).",
    "contact": (
        "Funksjon eller felles postkasse: fra kontaktregisteret for kommunen, ellers fra "
        "påmeldingslisten, ellers for løsningen og Digi-regionen."
    ),
    "remark": "Advarsel når en annen kilde tidligere har sagt at kommunen var kommet lenger.",
}
CONTRADICTED = (
    "{owner} oppga «{stage}» per {date}. Den nyeste opplysningen gjelder, men sjekk før du ringer."
)
FULFILLED = "Oppfylt"
LACKS = "Mangler {names}"
UNCLEAR = "Ukjent for {names}"

MUNICIPALITY = ("kommune", "kommuner")
NOT_MEANT_FOR = "{solution}: løsningen er ikke ment for noen kommune i {regions}."
NO_SOURCE = "{solution}: ingen kilde sier noe om løsningen så langt."
READY_UNTOLD = (
    "{solution}: ingen kilde sier hvem som bruker løsningen så langt, så listen viser alle som har "
    "det den forutsetter."
)
READY_USE_UNKNOWN = (
    "{solution}: det er ikke kjent om {count} bruker løsningen; de av dem som har det den "
    "forutsetter, er med."
)
BY_REQUIREMENTS = "Utbredelse: det siste som er kjent om forutsetningene"
ENROLMENT_LEFT_OUT = (
    "{solution}: {count} uten løsningen er ikke med: ingen kilde sier ved navn om de er påmeldt."
)
ENROLLED_BY_COUNT = (
    "{solution}: KS har publisert at {count} av kommunene uten løsningen er påmeldt, men ikke "
    "navnene på alle; bare de som er kjent ved navn, er med."
)
ENROLLED_UNKNOWN = "{solution}: ingen kilde sier ved navn om {count} uten løsningen er påmeldt."
STAGE_LEFT_OUT = "{solution}: {count} er ikke med, fordi statusen er ukjent."

UNKNOWN_LIST = "Ukjent liste «{wanted}»: velg {known}."
UNKNOWN_SOLUTION = "Ukjent løsning «{wanted}»: velg {known}."
UNKNOWN_REGION = "Ukjent Digi-region «{wanted}»: velg {known}."
UNKNOWN_STAGE = "Ukjent status «{wanted}»: velg {known}."
UNKNOWN_FORMAT = "Ukjent format «{wanted}»: velg {known}."
NO_SOLUTION = "Skriv minst én løsning med --solution: {known}."
NO_OUT = "Skriv hvilken fil listen skal lagres i, med --out."
NO_FIGURES = "Det finnes ingen tall for {solution} per {date}: de første er per {first}."
NO_FIGURES_AT_ALL = "Ingen kilde sier noe om {solution} ennå: legg inn en eksport og bygg på nytt."
NO_REQUIREMENTS = (
    "{without} har ingen forutsetninger i løsningskatalogen, så ingen kan regnes som klar: bruk "
    "listen not-adopted i stedet."
)
NO_REQUIREMENTS_SOME = (
    "{without} har ingen forutsetninger i løsningskatalogen, så ingen kan regnes som klar: be bare "
    "om {others}."
)
STAGE_NEVER = (
    "Listen «{list}» har bare kommuner med status {kept}, så status {asked} kan aldri stå på den."
)
QUOTED = "«{word}»"
TEMPLATE_ONLY_SLIDES = "--template gjelder bare lysark: bruk --format pptx."
WRITTEN = "Skrev {rows} til {path}."
ROWS = ("rad", "rader")

CREATOR = "Utbredelse"
LIST_SHEET = "Liste"
ABOUT_SHEET = "Om"
DEMO_SENTENCE = "Tallene er oppdiktet og sier ingenting om virkelige kommuner."
LATEST = "det siste som er kjent"
ABOUT_LIST = "Liste"
ABOUT_ROWS = "Antall rader"
ABOUT_STAGES = "Statuser"
ABOUT_ALL = "Alle"
ABOUT_DATE = "Dato det er spurt om"
ABOUT_SOLUTION = "{dated}: {definition}"
ABOUT_DATED = "{name}, per {date}"
ABOUT_RESERVATION = "Forbehold"

ABOUT_ORDER = "Rekkefølge"
ABOUT_REASON = "Grunn"
CALL_RULE = (
    "Rekkefølgen: løsninger som innføres, før dem som planlegges eller prøves ut; så de som ikke "
    "er kjent som påmeldt løsningens eget innføringsløp, så flest grunner (✓), så flest "
    "innbyggere. Hver grunn teller likt, og det som er ukjent, teller ikke."
)
CALL_REASONS = (
    "Kan starte: kommunen bruker alt som løsningen forutsetter, eller den forutsetter ingenting.",
    "Naboer: minst én kommune med felles landegrense bruker løsningen, også over regiongrensen.",
    "Størrelse: minst like mange innbyggere som gjennomsnittskommunen i regionen ({average}).",
    "Påmeldt ellers: påmeldt innføringsløpet for en annen løsning som kommunen ikke bruker ennå.",
)
CALL_HEADINGS = (
    "Rekkefølge", "Grunner", "Kan starte", "Mangler", "Naboer som bruker den", "Antall naboer",
    "Andel av regionens innbyggere (%)", "Påmeldt ellers",
)  # fmt: skip
CAN_START = {"met": "Ja", "lacks": "Nei", "unknown": "Ukjent"}
CALL_LIST_ONE_REGION = "Ringelisten er for én Digi-region: skriv den med --region."
CALL_LIST_NO_SLIDES = "Ringelisten finnes ikke som lysark: bruk --format csv eller xlsx."

HELP_EXPORT = "skriv en liste som CSV, Excel eller PowerPoint"
HELP_SOLUTION = "løsning, ved id eller navn; kan gjentas"
HELP_REGION = "Digi-region, som «Digi Nordland» eller digi-nordland; kan gjentas (ellers alle)"
HELP_STAGE = "bare disse statusene, som in_use eller «I bruk»; kan gjentas"
HELP_AS_OF = "måned (2024-06) eller dag (2024-06-30); ellers det siste som er kjent"
HELP_OUT = "filen som skal skrives"

IN_PLACE = " i {place}"
TITLES = {
    "not-adopted": "Det er {count}{place} som ikke har tatt i bruk {solution}",
    "enrolled": "{count}{place} er kjent ved navn som påmeldt {solution}",
    "not-adopted-not-enrolled": "{count}{place} har verken tatt i bruk eller meldt seg på "
    "{solution}",
    "in-use": "{count}{place} har {solution} i bruk",
    "ready": "{count}{place} kan gå videre til {solution}",
    "all": "Status for {solution} i {count}{place}",
}
TITLE_AT_LEAST = "Det er minst {count}{place} som ikke har tatt i bruk {solution}"
TITLE_NOT_ENROLLED_AT_LEAST = (
    "Minst {count}{place} har verken tatt i bruk eller meldt seg på {solution}"
)
TITLE_NONE_LEFT = "Alle kommuner{place} har tatt i bruk {solution}"
TITLE_NONE_KNOWN = "Ingen kommuner{place} er kjent som uten {solution}"
KEY_MUNICIPALITIES = "av kommunene"
KEY_POPULATION = "av innbyggerne"
KEY_ENROLLED = "av dem er påmeldt innføringsløp"
KEY_IN_USE = "har løsningen i bruk"
KEY_NOT_ADOPTED = "har ikke tatt i bruk"
KEY_UNKNOWN_COUNT = "har ukjent status"
KEY_AT_LEAST = "eller flere har ikke tatt i bruk"
KEY_UNKNOWN = "av {whole} har ukjent status"
PER = "Per {date}."
SOURCE = "Kilde: {source}."
MORE_SOURCES = " m.fl."
MAP_CREDIT = "Kart: © Kartverket (CC BY 4.0), forenklet."
MAP_ALT = "Kart: {title}. De samme tallene står som tekst på lysarkene."
CONTINUED = "{heading}, forts."
PART = "{title} ({part} av {parts})"
REGION_COUNT = "{region} ({count})"
REGION_ENROLLED_BY_COUNT = "{count} er påmeldt"
AT_LEAST = "Minst {count}"
NAMES_TITLE = {
    "not-adopted": "{count}{place} uten {solution}",
    "enrolled": "{count}{place} er påmeldt {solution}",
    "not-adopted-not-enrolled": "{count}{place} uten {solution} er ikke påmeldt",
    "in-use": "{count}{place} har {solution} i bruk",
    "ready": "{count}{place} kan gå videre til {solution}",
}
NAMES_BY_STAGE = {
    "not_adopted": "{count}{place} uten {solution}",
    "ordered": "{count}{place} har bestilt {solution}",
    "enabled": "{count}{place} er teknisk tilrettelagt for {solution}",
    "in_use": "{count}{place} har {solution} i bruk",
    "unknown": "{count}{place} har ukjent status for {solution}",
}
SIGN_ENROLLED, SIGN_CONTRADICTED = "●", "†"
LEGEND_ENROLLED = "● og fet skrift: påmeldt felles innføringsløp."
LEGEND_BY_COUNT_ALONE = "{count} av dem er påmeldt, men navnene er ikke publisert."
LEGEND_BY_COUNT = "Står antallet påmeldte alene, er navnene ikke publisert."
LEGEND_CONTRADICTED = "†: en annen kilde har tidligere sagt at kommunen var kommet lenger."
MARK_ENROLLED = "Påmeldt, kjent ved navn"
MARK_TRYOUT = "Prøver ut løsningen"
READINESS = {
    "ready": "Kan gå videre",
    "lacks": "Mangler noe",
    "unknown": "Ukjent",
    "uses": "Bruker løsningen",
    "open": "Ingen forutsetninger oppgitt",
}
BARS_COUNT = "{list}: antall kommuner"
BARS_SHARE = "Ikke tatt i bruk, andel av kommunene"
ENROLLED_TITLE = "{enrolled} av {gap} kommuner uten {solution} er påmeldt"
ENROLLED_HEADINGS = ("Digi-region", "Ikke tatt i bruk", "Påmeldt", "Gjenstår")
ENROLLED_SHARES = {
    "none": "Ingen påmeldt",
    "some": "Under halvparten",
    "most": "Halvparten eller flere",
    "all": "Alle påmeldt",
    "no_gap": "Ingen gjenstår",
    "unknown": "Ukjent",
}
SUM = "Sum"
STATUS_TITLE = "Status mot ambisjon"
STATUS_TITLE_ONE = "{solution}: {adopted} av {municipalities} kommuner {done}"
STATUS_TITLE_REACHED = "{reached} av {count} løsninger har nådd ambisjonen"
STATUS_TITLE_AT_LEAST = "Minst {reached} av {count} løsninger har nådd ambisjonen"
STATUS_TITLE_PLACE = "Status for {count} i {place}"
SOLUTIONS = ("løsning", "løsninger")
STATUS_COUNT = "{adopted} av {municipalities}"
STATUS_AMBITION = "Ambisjon {date}: {count}"
STATUS_NATION = "Hele landet: {share}"
STATUS_UNKNOWN = "{count} ukjent"
STATUS_NO_AMBITION = "Ingen publisert ambisjon"
STATUS_MEANS = {
    "in_use": "i bruk",
    "enabled": "teknisk tilrettelagt eller i bruk",
    "ordered": "bestilt eller i bruk",
}
STATUS_DONE = {
    "in_use": "har tatt i bruk",
    "enabled": "er minst teknisk tilrettelagt",
    "ordered": "har minst bestilt",
}
STATUS_OTHERWISE = "{goal} (satt for annet enn dette)"
STATUS_LEGEND_AMBITION = "Strek: ambisjonen for hele landet. Grått: ukjent status."
STATUS_LEGEND_NATION = "Strek: andelen i hele landet. Grått: ukjent status."
STATUS_LEGEND_BOTH = (
    "Strek: ambisjonen for hele landet, og landets andel for regionene. Grått: ukjent status."
)
ABOUT_TITLE = "Om tallene"
NOT_PPTX = "er skadet eller ingen PowerPoint-fil (.pptx eller .potx)"
HAS_DTD = "har XML med egne definisjoner (DTD), som ikke leses"
SWOLLEN = "pakkes ut til mer enn det som er rimelig: {what}"
BAD_SIZE = "har ingen størrelse på lysarkene mellom 3 og 56 tommer"
NO_THEME = "mangler tema"
NO_TITLE = "har ingen layout med tittel"
BAD_TEMPLATE = "Malen {path} kan ikke brukes ({why}): velg en annen .pptx- eller .potx-fil."
HELP_TEMPLATE = "PowerPoint-fil (.pptx eller .potx) som lysarkene lages etter"
