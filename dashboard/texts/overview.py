"""Oversikt."""

OVERVIEW_REMAINS = "{count} gjenstår"
OVERVIEW_REMAINS_ENROLLED = "{count} gjenstår, {enrolled} av dem er påmeldt"
OVERVIEW_REMAINS_NONE_ENROLLED = "{count} gjenstår, ingen av dem er påmeldt"
OVERVIEW_IN_USE = "{count} er kjent i bruk"
OVERVIEW_PREPARING = "{count} har bestilt eller er tilrettelagt"
OVERVIEW_UNKNOWN = "{count} er ukjent"
OVERVIEW_NONE_LEFT = "Ingen gjenstår"
OVERVIEW_SHARE = "{here} av kommunene; i hele landet {nation}."
OVERVIEW_NEW = "{count} nye siden {date}."
OVERVIEW_NEW_ONE = "1 ny siden {date}."
OVERVIEW_NEW_NONE = "Ingen kjente nye siden {date}."
OVERVIEW_MAP = "Kart over {place}: {count} kommuner som ikke har tatt i bruk {solution}"
OVERVIEW_BAR = "{counts} av {municipalities} kommuner"
OVERVIEW_LINKS = {
    "ikke-tatt-i-bruk": "Kart og navn",
    "pameldt": "Påmeldte",
    "utvikling": "Utvikling",
}
OVERVIEW_SOLUTIONS = "Løsning for løsning"
OVERVIEW_SOLUTIONS_INTRO = (
    "Det som gjenstår, er oransje i kart og stolper. Streken over stolpen er ambisjonen, der det "
    "er satt en for det som telles."
)
OVERVIEW_EARLY = "Planlegges eller prøves ut"
OVERVIEW_EARLY_INTRO = (
    "Disse løsningene er ikke klare for alle kommuner ennå. At de fleste mangler dem, er som "
    "ventet."
)
OVERVIEW_OTHERS = "Andre løsninger i porteføljen"
OVERVIEW_OTHERS_INTRO = (
    "For disse finnes ingen liste per kommune ennå. Publiserte tall gjelder hele landet."
)
OVERVIEW_OTHERS_HEADINGS = ("Løsning", "Fase", "Publisert", "Ambisjon", "Prøver ut")
OVERVIEW_PUBLISHED = "{count} i bruk ({date}, {source})"
OVERVIEW_AMBITION = "{count} innen {by}"
