"""Min Digi-region."""

from dashboard.texts.stages import MY_REGION_WORDS
from pipeline.outreach.texts import ABOUT_ORDER, CALL_REASONS, CALL_RULE  # noqa: F401
from pipeline.wording import region_slug

MY_REGION_CHOOSE = "Velg region"
MY_REGION_ALL = "Alle løsninger"
MY_REGION_OFFERED = "Under innføring"
MY_REGION_SEARCH = "Søk kommune"
MY_REGION_FILTERS = {
    "status": (
        "Vis",
        {
            "alle": "Alle statuser",
            **{region_slug(word): word for word in MY_REGION_WORDS.values()},
            "ikke-tatt-i-bruk": "Bare gap",
        },
    ),
    "sorter": (
        "Sorter",
        {
            "kontakt": "Kontakt først",
            "navn": "Navn",
            "innbyggere": "Flest innbyggere",
            "gap": "Flest gap",
        },
    ),
}
MY_REGION_OTHERS = {
    "pamelding": (
        "Påmelding",
        {
            "alle": "Alle",
            "pameldt": "Påmeldt",
            "ikke-pameldt": "Ikke påmeldt",
            "ukjent": "Ikke kjent",
        },
    ),
    "innbyggere": (
        "Innbyggere",
        {
            "alle": "Alle størrelser",
            "under-5000": "Under 5\u00a0000",
            "5000-20000": "5\u00a0000–19\u00a0999",
            "over-20000": "20\u00a0000 og flere",
        },
    ),
    "forutsetninger": (
        "Forutsetninger",
        {
            "alle": "Alle",
            "pa-plass": "Gap som kan lukkes nå",
            "mangler": "Gap som mangler noe",
            "ukjent": "Gap der det er ukjent",
        },
    ),
}
MY_REGION_OTHER_FILTERS = "Flere filtre"
MY_REGION_SORTED = {
    "kontakt": "sortert etter hvem som bør kontaktes først",
    "navn": "sortert etter navn",
    "innbyggere": "sortert etter antall innbyggere",
    "gap": "sortert etter antall gap",
}

MY_REGION_START = "Velg din Digi-region"
MY_REGION_START_BODY = (
    "Tallene er gap: kommuner som ikke har tatt i bruk løsningen, etter det som er kjent per "
    "{date}. Ukjent er ikke regnet som gap."
)
MY_REGION_START_TABLE = "Gap per Digi-region og løsning"
MY_REGION_START_HEADINGS = (("Digi-region", "Gap i alt"), ("Kommuner", "Innbyggere"))
MY_REGION_GAP_UNKNOWN = "{gap} + {unknown}\u00a0ukjent"

MY_REGION_HEADLINE = "{region}: {municipalities}, {population} innbyggere. {gap}"
MY_REGION_LARGEST = "Størst gap: {solutions} ({gap} av {municipalities})."
MY_REGION_NO_GAP = "Ingen gap."
MY_REGION_NO_KNOWN_GAP = "Ingen kjente gap."
MY_REGION_GAPS = "{gaps} gap hos {municipalities}."
MY_REGION_GAPS_ENROLLED = "{count} av dem er påmeldt felles innføringsløp og kjent ved navn."
MY_REGION_UNKNOWN = "{count} er ukjent."
MY_REGION_FIRST = "Kontakt først: {names}."

MY_REGION_LONG = " tatt i bruk"
MY_REGION_OUTSIDE = "Ikke aktuell"
MY_REGION_MATRIX = "Kommuner og løsninger i {region}, {order}"
MY_REGION_NAME = "Kommune"
MY_REGION_POPULATION = "Innb."
MY_REGION_GAP = "Gap"
MY_REGION_HEAD_GAP = "{gap} av {municipalities} mangler"
MY_REGION_HEAD_NO_GAP = "ingen mangler"
MY_REGION_HEAD_NO_KNOWN_GAP = "ingen kjente gap"
MY_REGION_HEAD_UNKNOWN = ", {unknown} ukjent"
MY_REGION_HEAD_DATE = "per {date}"
MY_REGION_SHOWN = "{municipalities} av {of}, {statuses}, {order}."
MY_REGION_FILTERED = "Filtre: {filters}."
MY_REGION_FILTER = "{label}: {choice}"
MY_REGION_STATUS = ("status", "statuser")
MY_REGION_ABOUT_FILTERS = "Filtre"
MY_REGION_NO_FILTER = "Ingen"
MY_REGION_SEARCHED = "Søk: «{search}»"
MY_REGION_RESET = "Nullstill filtrene"
MY_REGION_EMPTY = "Ingen kommuner i {region} passer til filtrene."
MY_REGION_DOWNLOAD = {"csv": "Last ned tabellen ({count})", "xlsx": "Tabellen i Excel"}
MY_REGION_LEGEND = (
    "Gap = «Ikke»: kommunen har ikke tatt i bruk løsningen. Ukjent er aldri regnet som gap. "
    "● Påmeldt = på listen til løsningens felles innføringsløp. Det som ikke passer til "
    "filtrene, står uten farge."
)
MY_REGION_CONTRADICTED = (
    "† = en annen kilde har tidligere sagt at kommunen var kommet lenger: sjekk før du ringer."
)
MY_REGION_COUNT_ONLY = (
    "{solution}: {count} er påmeldt etter publisert antall; kilden sier ikke hvem."
)
MY_REGION_COUNT_SOME = (
    "{solution}: {count} er påmeldt etter publisert antall; bare {named} er kjent ved navn."
)
MY_REGION_NOTHING_ENROLLED = "{solutions}: ingen kilde sier hvem som er påmeldt."

MY_REGION_CONTACT = "Hvem bør kontaktes først?"
MY_REGION_CONTACT_HEADINGS = (
    "Kommune", "Løsning", "Grunner", "Kan starte", "Naboer som bruker den",
    "Andel av innbyggerne", "Påmeldt ellers",
)  # fmt: skip
MY_REGION_CONTACT_TABLE = "Gap i rekkefølgen de bør kontaktes i"
MY_REGION_NO_CONTACT = "Det er ingen gap i dette utvalget."
MY_REGION_REASON = "✓ {text}"
MY_REGION_NO_REQUIREMENT = "ingen forutsetninger"
MY_REGION_HAS = "har {names}"
MY_REGION_LACKS = "mangler {names}"
MY_REGION_UNSURE = "ukjent: {names}"
MY_REGION_NEIGHBOURS = "{names} ({using}\u00a0av\u00a0{all})"
MY_REGION_NO_USERS = "ingen kjent av {all}"
MY_REGION_AND_MORE = "{names} og {count} til"
MY_REGION_NO_BORDER = "ingen landegrense"
MY_REGION_OWN_RUN = "{solution} · påmeldt\u00a0●"
MY_REGION_SHOW_ALL = "Vis alle {count}"
MY_REGION_SHOW_FEW = "Vis bare de {count} første"
MY_REGION_CALL_LIST = {"csv": "Last ned ringeliste ({count})", "xlsx": "Ringelisten i Excel"}
