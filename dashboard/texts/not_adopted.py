"""Ikke tatt i bruk."""

HEADLINE = "{count}{place} har ikke tatt i bruk {solution}"
AT_LEAST = "Minst {count}"
MOSTLY_UNKNOWN = "Kildene dekker ikke alle: {unknown} av {municipalities} kommuner er ukjent."
HEADLINE_NONE = "Alle kommuner i {place} har tatt i bruk {solution}"
HEADLINE_NONE_COUNTRY = "Alle kommuner har tatt i bruk {solution}"
HEADLINE_NONE_KNOWN = "Ingen kommuner er kjent som ikke tatt i bruk {solution}"
HOVER_NAME = "{name}, {population} innb."
SHARE = "{municipalities} av kommunene i {place}, {population} av innbyggerne."
SHARE_COUNTRY = "{municipalities} av kommunene, {population} av innbyggerne."
NATIONAL = "Hele landet: {municipalities} av kommunene."
SOME_ENROLLED = "{count} av dem er påmeldt felles innføringsløp."
NONE_ENROLLED = "Ingen av dem er påmeldt felles innføringsløp."
ENROLLED_BY_COUNT = "Bare {named} av dem er kjent ved navn."
ENROLLED_NO_NAME = "Kilden sier ikke hvem."
SOME_UNKNOWN = "{count} er ukjent."
PREPARING_INCLUDED = "{count} har bestilt eller er tilrettelagt, og er ikke med i tallet."
PUBLISHED_DIFFERS = (
    "KS publiserte selv {published} for {place}, {apart} enn her, der kommunene er talt opp ved "
    "navn."
)
REGION_HEADINGS = ("Digi-region", "Antall", "Søyle", "Andel", "Påmeldt")
NAMES = "Kommunene, per Digi-region"
REGION_COUNT = "{count} av {municipalities}"
REGION_NONE = "Alle har tatt i bruk"
REGION_NONE_KNOWN = "Ingen kjente"
REGION_ENROLLED = "{count} påmeldt"
REGION_ENROLLED_BY_COUNT = "{count} påmeldt, navn ikke kjent"
REGION_UNKNOWN = "Ukjent: {names}"
REGION_UNKNOWN_COUNT = "{count} ukjent"
LEGEND_MARK = "Påmeldt og ikke i bruk, ved navn ({count})"
LEGEND_ENROLLED = "● = påmeldt felles innføringsløp"
LEGEND_CONTRADICTED = "† = en annen kilde har tidligere sagt at kommunen var kommet lenger"
CHOOSE_HINT = "Klikk en kommune i kartet eller i listen for å se hva opplysningen bygger på."
MAP_KIND = "Kartet viser"
MAP_KINDS = {
    "kommuner": "Kommuner",
    "regioner-andel": "Regioner, andel",
    "regioner-antall": "Regioner, antall",
}
_GAP_NONE = {
    "none_known": "Ingen kjente",
    "none": "Alle har tatt i bruk",
    "unknown": "Mest ukjent",
}
GAP_SHARES = {
    "most": "75 % eller mer",
    "much": "50–74 %",
    "some": "25–49 %",
    "low": "Under 25 %",
    **_GAP_NONE,
}
GAP_COUNTS = {
    "most": "Over 20 kommuner",
    "much": "11–20 kommuner",
    "some": "6–10 kommuner",
    "low": "1–5 kommuner",
    **_GAP_NONE,
}
GAP_LABEL_AT_LEAST = "minst {count}"
GAP_LABEL_UNKNOWN = "?"
GAP_HOVER = "{region}: {count} av {municipalities} har ikke tatt i bruk {solution}. Det er {share}."
GAP_HOVER_BESIDE_NATION = (
    "{region}: {count} av {municipalities} har ikke tatt i bruk {solution}.<br>"
    "Det er {share}; i hele landet er det {national}."
)
GAP_HOVER_NONE = "{region}: alle kommuner har tatt i bruk {solution}."
GAP_HOVER_UNKNOWN = (
    "{region}: minst {count} av {municipalities} har ikke tatt i bruk {solution}.<br>"
    "{unknown} er ukjent."
)
