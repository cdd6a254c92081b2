"""Utvikling."""

AMBITION_NATIONAL = (
    "Ambisjonen og publiserte tall gjelder hele landet, og vises ikke for en region."
)
DEFINITION_BREAK = (
    "Tallet for {date} ({count}) gjelder noe annet: {before}, ikke {now}. Derfor er det ikke "
    "trukket noen linje fra det."
)
LOWER_BOUND = (
    "Der kildene ikke dekker alle, er tallet det minste det kan være, og står for seg selv."
)
ONE_LIST = "Det finnes bare én liste så langt. Linjen tegnes når den neste kommer inn."
COUNTED_OTHERWISE = "«{words}»"
CHART_ALT = "Diagram: {sentence} De samme tallene står i tabellen."
CHART_LIST = "Talt opp fra lister"
CHART_LOWER_BOUND = "Minst (kildene dekker ikke alle)"
CHART_PUBLISHED = "Publisert tall"
CHART_PUBLISHED_OTHERWISE = "Publisert tall, annen definisjon"
CHART_AMBITION = "Ambisjon: {count} innen {by}"
CHART_BREAK = "Ny definisjon:<br>{before}<br>→ {now}"
CHART_HOVER = "{date}: {count} {counted}"
DEVELOPMENT_TABLE = "Tallene"
DEVELOPMENT_HEADINGS = ("Per", "Hva", "Antall", "Av", "Kilde", "Merknad")
ROW_AMBITION = "Ambisjon"
ROW_DIFFERS = "Annen definisjon: kan ikke sammenlignes med de andre tallene"
ROW_UNKNOWN = "{count} er ukjent"
CHANGES = "Nye siden {date}"
CHANGES_FIRST = "Nye siden sist"
CHANGES_NONE_BEFORE = "Dette er den første listen, så det er ingenting å sammenligne med ennå."
CHANGES_NONE = "Ingen kommuner er kjent som nye siden {date}."
CHANGES_NEW = "{count} har kommet til. De som bare er blitt kjent, er ikke regnet med."
CHANGES_TABLE = "Endringer"
CHANGES_HEADINGS = ("Fra", "Til", "Kommuner", "Hva det betyr")
CHANGES_MEAN = {
    "new": "Nye som har tatt i bruk løsningen",
    "known": "Ble kjent: kildene sa ikke dette om dem før, så de er ikke regnet som nye",
    "forgotten": "Ikke lenger kjent: raden som gjelder dem er til avklaring eller mangler",
    "back": "Står ikke lenger som tatt i bruk: se Datakvalitet",
    "moved": "Endret status, men passerte ikke grensen for tatt i bruk",
}
REGION_NEW = "{count} nye"
REGION_NEW_ONE = "1 ny"
PUBLISHED_HEADLINE = "{count} hadde tatt i bruk {solution} per {date}, ifølge {source}."
PUBLISHED_NO_COUNT = "Ingen har publisert hvor mange kommuner som har tatt i bruk {solution}."
PUBLISHED_AMBITION = "Ambisjonen var satt til {count} innen {by}."
PUBLISHED_ONLY = (
    "Det finnes ingen liste per kommune, bare tall som er publisert for hele løsningen. Derfor kan "
    "verken kart, Digi-regioner eller navn vises."
)
