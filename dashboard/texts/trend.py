"""Utvikling: regions side by side, who is new each time, and what may come."""

TREND_REGIONS = "Regionene side om side"
TREND_REGIONS_INTRO = (
    "Andelen av kommunene som har tatt i bruk løsningen. Datoer der kildene ikke dekker "
    "halvparten, er utelatt."
)
TREND_LINES = "Diagrammene går fra 0 til 100 prosent, og den prikkede linjen er hele landet."
TREND_REGIONS_NONE = "Kildene dekker ikke nok av kommunene til å sammenligne regionene ennå."
TREND_PANEL = "{region}: {first}, {last}"
TREND_SHARE = "{share} {date}"
TREND_HEADINGS = ("Digi-region", "Nå", "Andel", "Mot landet", "Siden {date}")
TREND_HEADINGS_ONE = ("Digi-region", "Nå", "Andel", "Mot landet", "Siden sist")
TREND_COUNT = "{count} av {municipalities}"
TREND_POINTS = ("prosentpoeng", "prosentpoeng")
TREND_ABOVE = "{points} over"
TREND_BELOW = "{points} under"
TREND_LIKE = "som landet"
TREND_SINCE = "{count} nye"
TREND_NEW = "Nye per liste"
TREND_NEW_INTRO = (
    "Hvor mange som er kommet til mellom to lister. De som bare er blitt kjent, er ikke regnet med."
)
TREND_NEW_ALT = "Stolpediagram over nye per liste. De samme tallene står i tabellen."
TREND_NEW_TITLE = "Nye per liste: {solution}, {place}"
TREND_NEW_HEADINGS = ("Per", "Nye", "I alt")
TREND_NEW_HOVER = "{date}: {new} nye, {count} i alt"
TREND_TIME = "Fra påmelding til bruk"
TREND_TIME_INTRO = (
    "Median antall dager fra påmeldt dato til første dato der en kilde viser bruk, for dem som "
    "ble påmeldt før de var i bruk, og som en kilde har vist uten løsningen."
)
TREND_TIME_HEADINGS = ("Løp", "Sted", "Dager", "Kommuner")
TREND_PROJECTION = (
    "Framskriving: kommer det til like få eller like mange som i de {intervals} siste periodene "
    "(mellom {low} og {high} per måned), har mellom {from_count} og {to_count} tatt i bruk "
    "løsningen {day}. Det er et regnestykke, ikke et løfte."
)
TREND_PROJECTION_BAND = "Framskriving (regnestykke)"
TREND_PROJECTION_HOVER = "Framskriving {day}: mellom {from_count} og {to_count}"
TREND_BY = "ved {by}"
TREND_ON = "i {date}"
