"""Kommune."""

TOWN_CHOOSE = "Velg kommune"
TOWN_START = "Hva er status i kommunen?"
TOWN_START_INTRO = "Velg en kommune i feltet «Kommune», eller i listen under."
TOWN_HEADLINE = "{name} har tatt i bruk {count} av {solutions} løsninger"
TOWN_HEADLINE_ALL = "{name} har tatt i bruk alle {solutions} løsningene"
TOWN_HEADLINE_NONE = "{name} er ikke kjent med noen av de {solutions} løsningene i bruk"
TOWN_LACKS = "Ikke tatt i bruk: {names}."
TOWN_PREPARING = "Bestilt eller tilrettelagt: {names}."
TOWN_UNKNOWN = "Ukjent: {names}."
TOWN_ENROLLED = "{name} (påmeldt)"
TOWN_POPULATION = "{count} per {day}"
TOWN_FACTS = {
    "county_name": "Fylke",
    "digi_region": "Digi-region",
    "health_region": "Helseregion",
    "population": "Innbyggere",
    "municipality_code": "Kommunenummer",
    "org_number": "Organisasjonsnummer",
    "parallel_names": "Andre navn",
}
TOWN_PLACE = "{name} i {region}"
TOWN_STAGES = "Status per løsning"
TOWN_STAGES_HEADINGS = (
    "Løsning", "Status", "Per", "Innføringsløp", "I regionen", "I landet", "Bygger på",
)  # fmt: skip
TOWN_STAGES_NOTE = (
    "I regionen og I landet: andelen av kommunene som har tatt i bruk løsningen, slik løsningen "
    "teller det."
)
TOWN_WARNING = "{solution}: {warning}"
TOWN_HISTORY = "Slik har statusen endret seg"
TOWN_HISTORY_INTRO = "En linje for hver gang kildene sier noe nytt, den nyeste først."
TOWN_HISTORY_HEADINGS = ("Per", "Løsning", "Status", "Bygger på")
TOWN_EVENTS = "Felles innføringsløp"
TOWN_EVENTS_HEADINGS = ("Dato", "Løsning", "Løp", "Hva", "Bygger på")
TOWN_EVENTS_NONE = "Ingen påmeldingsliste nevner kommunen."
TOWN_WAVE = "{run}, pulje {wave}"
TOWN_EVENT_GROUND = "linje {row} i {path}"
TOWN_EVENT_SILENCE = "{path}, som er komplett, nevner ikke kommunen"
TOWN_EVENT_LEFT_OUT = "Ukjent: ikke lenger på listen, men ikke meldt av"
TOWN_NO_DAY = "Dato ikke oppgitt (listen per {date})"
TOWN_TRYOUTS = "Utprøving"
TOWN_TRYOUT = "{name}, kjent per {date} ({source}){note}."
TOWN_TRYOUTS_NONE = "Kommunen er ikke kjent som deltaker i noen utprøving."
TOWN_NEXT = "Klar for neste"
TOWN_NEXT_HEADINGS = ("Løsning", "Kan gå videre", "Mangler", "Ukjent")
TOWN_NEXT_STATES = {"ready": "Ja", "lacks": "Nei", "unknown": "Ukjent"}
TOWN_NEIGHBOURS = "Nabokommunene"
TOWN_NEIGHBOURS_INTRO = "Hvem i nærheten har erfaring, og hvem står foran det samme?"
TOWN_NEIGHBOURS_NONE = "Kommunen har ingen landegrense mot andre kommuner."
TOWN_NEIGHBOUR = "Kommune"
