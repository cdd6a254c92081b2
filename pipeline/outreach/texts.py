"""What lists, workbooks and slides say, in Norwegian bokmål."""

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
LIST_DEFINITIONS = {
    "not-adopted": "Kommuner der siste opplysning sier at løsningen ikke er tatt i bruk.",
    "enrolled": "Kommuner som en kilde sier ved navn er påmeldt felles innføringsløp.",
    "not-adopted-not-enrolled": (
        "Kommuner som ikke har tatt i bruk løsningen, og som ifølge en kilde ikke er påmeldt. De "
        "som det ikke er kjent om er påmeldt, er ikke med."
    ),
    "in-use": "Kommuner der siste opplysning sier at løsningen er i bruk.",
    "ready": (
        "Kommuner som bruker alt løsningen forutsetter, og ikke bruker løsningen selv. De som det "
        "ikke er kjent om har alt på plass, er ikke med."
    ),
    "all": "Alle kommuner som løsningen er ment for, også de med ukjent status.",
}

STAGES = {
    "not_adopted": "Ikke tatt i bruk",
    "ordered": "Bestilt",
    "enabled": "Teknisk tilrettelagt",
    "in_use": "I bruk",
    "unknown": "Ukjent",
}
CATEGORIES = {
    "not_adopted": "Ikke tatt i bruk",
    "preparing": "Bestilt eller tilrettelagt",
    "in_use": "I bruk",
    "unknown": "Ukjent",
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
NO_SOURCE = "{solution}: ingen kilde sier noe om løsningen så langt."
BY_REQUIREMENTS = "Utbredelse: det siste som er kjent om forutsetningene"
ENROLMENT_LEFT_OUT = (
    "{solution}: {count} uten løsningen er ikke med: ingen kilde sier ved navn om de er påmeldt."
)
ENROLLED_BY_COUNT = (
    "{solution}: KS har publisert at {count} av kommunene uten løsningen er påmeldt, men ikke "
    "navnene på alle; bare de som er kjent ved navn, er med."
)
STAGE_LEFT_OUT = "{solution}: {count} er ikke med, fordi statusen er ukjent."

UNKNOWN_LIST = "Ukjent liste «{wanted}»: velg {known}."
UNKNOWN_SOLUTION = "Ukjent løsning «{wanted}»: velg {known}."
UNKNOWN_REGION = "Ukjent Digi-region «{wanted}»: velg {known}."
UNKNOWN_STAGE = "Ukjent status «{wanted}»: velg {known}."
UNKNOWN_COLUMN = "Ukjent kolonne «{wanted}»: velg {known}."
UNKNOWN_FORMAT = "Ukjent format «{wanted}»: velg {known}."
NO_SOLUTION = "Skriv minst én løsning med --solution: {known}."
NO_OUT = "Skriv hvilken fil listen skal lagres i, med --out."
NO_FIGURES = "Det finnes ingen tall for {solution} per {date}: de første er per {first}."
NO_FIGURES_AT_ALL = "Ingen kilde sier noe om {solution} ennå: legg inn en eksport og bygg på nytt."
NO_REQUIREMENTS = (
    "{solution} har ingen forutsetninger i løsningskatalogen, så ingen kan være klar for den."
)
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
ABOUT_DATED = "{name}, per {date}"
ABOUT_RESERVATION = "Forbehold"

HELP_EXPORT = "skriv en liste som CSV, Excel eller PowerPoint"
HELP_SOLUTION = "løsning, ved id eller navn; kan gjentas"
HELP_REGION = "Digi-region, som «Digi Nordland» eller digi-nordland; kan gjentas (ellers alle)"
HELP_STAGE = "bare disse statusene, som in_use eller «I bruk»; kan gjentas"
HELP_AS_OF = "måned (2024-06) eller dag (2024-06-30); ellers det siste som er kjent"
HELP_OUT = "filen som skal skrives"
