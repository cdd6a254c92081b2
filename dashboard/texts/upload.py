"""Last opp."""

UPLOAD_HEADLINE = "Nye tall legges inn fra kommandolinjen"
UPLOAD_INTRO = (
    "Innlogging er ikke satt opp, så filer kan ikke lastes opp her. Den som har tilgang til "
    "maskinen, gjør det slik:"
)
UPLOAD_STEPS = (
    (
        "Sjekk filen først. Svaret sier hva filen er, hvilken dato den gjelder for, om alle rader "
        "er gjort rede for, og hva den vil endre. Ingenting blir skrevet.",
        ".venv/bin/python -m pipeline check kjernejournal.csv",
    ),
    (
        "Legg filen (CSV eller .xlsx) i en mappe med eier og dato i navnet. En måned betyr den "
        "siste dagen i måneden. Endre aldri en gammel fil.",
        "data/raw/nhn-2024-07/kjernejournal.csv",
    ),
    (
        "Retter filen en som er der fra før, får den samme navn og «_rettet» etter. Den gamle blir "
        "stående, men teller ikke lenger.",
        "data/raw/nhn-2024-07/kjernejournal_rettet.csv",
    ),
    (
        "Er filen bare en del av en tabell, retter den en fil med et helt annet navn, eller "
        "gjelder den for en annen dato eller eier, står det i en fil ved siden av.",
        'kjernejournal.meta.toml: complete = false, replaces = "gammel.csv", as_of = "2024-07"',
    ),
    (
        "Bygg. Hver fil får en linje, og en fil som ikke kan brukes, blir nevnt med grunnen. Går "
        "noe galt, gjelder tallene som var der fra før.",
        "make build",
    ),
    (
        "Se på Datakvalitet: rader til avklaring avgjøres én for én, og svarene gjelder i hver "
        "bygging siden.",
        ".venv/bin/python -m pipeline decide",
    ),
)
UPLOAD_AFTER = (
    "Sider som står åpne, sier fra når nye tall er kommet, og viser dem når de lastes på nytt."
)
UPLOAD_LATEST = "Det som er lagt inn sist"
UPLOAD_LATEST_INTRO = "De nyeste kildefilene. Alle står på Datakvalitet."
UPLOAD_HEADINGS = ("Per", "Fil", "Hva", "Rader", "Til avklaring", "Avvist")
