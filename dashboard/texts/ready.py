"""Klar for neste."""

NEXT_SOLUTION = "Neste løsning"
AND = " og "
NO_MUNICIPALITIES = "Ingen kommuner"
READY_HEADLINE = "{count}{place} kan gå videre til {solution}"
READY_OPEN = (
    "Ingen kilde sier hva {solution} forutsetter, så det kan ikke regnes ut hvem som kan gå videre."
)
TRYOUT_HEADLINE = "{count}{place} prøver ut {solution}"
TRYOUT_TABLE = "Utprøvinger"
TRYOUT_INTRO = (
    "Alle kommuner som er kjent for å prøve ut en løsning, uansett hvilken som er valgt. «Kjent "
    "per» er datoen kilden gjelder for; når utprøvingen begynte, er ikke oppgitt."
)
TRYOUT_NONE = "Ingen kommuner i dette utvalget er kjent for å prøve ut en løsning."
TRYOUT_HEADINGS = ("Løsning", "Kommune", "Digi-region", "Kjent per", "Merknad", "Kilde")
TRYOUTS = "Prøver ut løsningen: {names} ({source})."
TRYOUT_MARK = "Prøver ut løsningen ({count})"
READY_UNTOLD = (
    "Ingen kilde sier hvem som bruker {solution}: det som vises, er alle som har det løsningen "
    "forutsetter, også de som kan ha tatt den i bruk."
)
READY_USE_UNKNOWN = (
    "Det er ikke kjent om {count} av dem som kan gå videre, allerede bruker {solution}."
)
READY_NONE_KNOWN = "Ingen kommuner{place} er kjent som klare for {solution}"
REQUIRES = "{solution} forutsetter at kommunen bruker {requires}."
REQUIRED = "{name} (kjent per {date})"
REQUIRED_UNKNOWN = "{name} (ingen kilde)"
READY_STATES = {
    "ready": "Kan gå videre",
    "lacks": "Mangler noe",
    "unknown": "Ukjent",
    "uses": "Bruker løsningen",
    "open": "Ingen forutsetninger oppgitt",
}
READY_COUNTS = {
    "lacks": "{count} mangler minst én forutsetning.",
    "unknown": "{count} er ukjent: ingen kilde sier om alt er på plass.",
    "uses": "{count} bruker løsningen allerede.",
}
READY_HEADINGS = ("Digi-region", "Kan gå videre", "Mangler noe", "Ukjent")
READY_SOURCE = "Kilde: det siste som er kjent fra kildefilene på Datakvalitet."
READY_CATALOGUE_SOURCE = "Forutsetninger: {source}."
READY_NAMES = "Kommuner som kan gå videre, per Digi-region"
READY_NONE = "Ingen kommuner i dette utvalget kan gå videre etter det som er kjent."
