"""What several pages say: brand, pages, words for statuses, filters, maps, sources."""

from pipeline.outreach.texts import CATEGORIES, DEMO, STAGES, WHOLE_COUNTRY  # noqa: F401

BRAND = "Utbredelse"
TAGLINE = "Kommunenes innføring av nasjonale e-helseløsninger"

DEMO_BAND = "tallene er oppdiktet og sier ingenting om virkelige kommuner."

PAGES = {
    "overview": "Oversikt",
    "not_adopted": "Ikke tatt i bruk",
    "enrolled": "Påmeldt innføringsløp",
    "my_region": "Min Digi-region",
    "ready": "Klar for neste",
    "municipality": "Kommune",
    "development": "Utvikling",
    "lists": "Lister og lysark",
    "quality": "Datakvalitet",
    "upload": "Last opp",
    "about": "Om tallene",
}

SOLUTION = "Løsning"
REGION = "Digi-region"
DATE = "Per"
NEWEST = "Nyeste tall"
TIMELINE = "Tidslinje"
PLAY = "Spill av"
PAUSE = "Stopp"
NOT_FOUND = "Lenken ba om «{wanted}», som ikke finnes her."

ENROLLED = "Påmeldt"
NOT_ENROLLED = "Ikke påmeldt"
ENROLMENT_UNKNOWN = "Ikke kjent"
YES_NO = {True: "Ja", False: "Nei", None: ""}

LISTS = {
    "not_adopted": "Ikke tatt i bruk",
    "enrolled": "Påmeldt felles innføringsløp",
    "total_row": "Sumrad i filen (innbyggere eller aktivitet)",
}

MAP_ALT = "Kart over {place}: {sentence}. De samme tallene står ved siden av og under kartet."
MAP_CREDIT = "Kart: © Kartverket (CC BY 4.0), forenklet."
SOURCE_LINE = "Kilde: {sources}."
SOURCE = "{source}, per {date}"
DOUBT_LINE = "Tallene har usikkerhet: {doubts}."
DOUBT_LINK = "Se Datakvalitet"
DOUBTS = {
    "reviews": ("rad til avklaring", "rader til avklaring"),
    "rejected": ("avvist linje", "avviste linjer"),
    "differing_totals": ("kontrolltall som avviker", "kontrolltall som avviker"),
    "contradictions": (
        "kommune der kilder sier forskjellig",
        "kommuner der kilder sier forskjellig",
    ),
}
MORE = "{count} flere"
FEWER = "{count} færre"
MUNICIPALITY = ("kommune", "kommuner")
IN_PLACE = " i {place}"
HOVER = "%{{text}}: {category}"
BY_REGION = "Fordelt på Digi-regioner"
COPY_LINK = "Kopier lenke"
COPIED = "Kopiert"
NOT_COPIED = "Det gikk ikke å kopiere. Adressen står øverst i nettleseren."
DAYS = ("dag", "dager")
OF = "{part} av {whole}"
