"""Påmeldt innføringsløp."""

from pipeline.outreach.texts import ENROLLED_SHARES as ENROLLED_CLASSES  # noqa: F401

ENROLLED_HEADLINE = "{count} av {gap} kommuner uten {solution} er påmeldt felles innføringsløp"
ENROLLED_NO_GAP = "Ingen gjenstår i {place}: alle kommuner har tatt i bruk {solution}"
ENROLLED_NONE_SAYS = "Ingen kilde sier hvem som er påmeldt felles innføringsløp for {solution}"
ENROLLED_NONE_SAYS_BODY = (
    "Det er ikke det samme som at ingen er påmeldt. Når en påmeldingsliste eller et publisert "
    "antall kommer inn, vises det her."
)
REMAINS = "{count} gjenstår uten å være påmeldt."
ENROLLED_STAGE_UNKNOWN = "{count} er ikke med: det er ukjent om løsningen er tatt i bruk der."
ENROLLED_COUNTS_ONLY = (
    "Tallene er publiserte antall per Digi-region. Navn er bare kjent der antallet er lik hele "
    "listen."
)
ENROLLED_BY_NAME = "Navn fra påmeldingslisten per {date}."
ENROLLED_OTHERS = "Listen har også {count} som ikke er kjent som uten løsningen."
ENROLLED_UNKNOWN = "Listen sier ikke sikkert om {count} er påmeldt."
ENROLLED_PUBLISHED_ALIKE = "KS publiserte det samme antallet."
ENROLLED_PUBLISHED_BESIDE = (
    "KS publiserte selv {published} påmeldte uten løsningen for {place}, {apart} enn her, der de "
    "er talt opp ved navn."
)
ENROLLED_HEADLINE_NO_STAGE = "{count} er påmeldt felles innføringsløp for {solution}"
ENROLLED_HEADINGS = ("Digi-region", "Ikke tatt i bruk", "Påmeldt", "Gjen\u00adstår", "Andel")
ENROLLED_NAMES = "Påmeldte kommuner kjent ved navn"
ENROLLED_NO_NAMES = "Ingen påmeldte kommuner er kjent ved navn i dette utvalget."
ENROLLED_RUN = "{run}, pulje {wave}"
ENROLLED_IN_WAVE = "pulje\u00a0{wave}"
ENROLLED_MAP_LABEL = "{enrolled} av {gap}"
ENROLLED_HOVER = "{region}: {enrolled} av {gap} kommuner uten løsningen er påmeldt"
ENROLLED_HOVER_NO_GAP = "{region}: ingen kommuner står på listen over ikke tatt i bruk"
ENROLLED_HOVER_UNKNOWN = "{region}: ingen kilde sier hvor mange som er påmeldt"
