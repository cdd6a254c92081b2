"""The facts of a chosen municipality."""

CLOSE = "Lukk"
POPULATION = "Innbyggere"
STATUS = "Status"
ENROLMENT = "Innføringsløp"
RESTS_ON = "Bygger på"
LISTED = "linje {row} i {path} ({owner}, per {date})"
BY_SILENCE = "{path} ({owner}, per {date}): kommunen står ikke på listen, som er komplett"
UNDER_REVIEW = "linje {row} i {path} ({owner}, per {date}): «{name}» er til avklaring"
NOTHING_SAYS = "Ingen kilde sier noe om kommunen."
CONTRADICTED = (
    "{owner} oppga «{stage}» per {date}. Den nyeste opplysningen gjelder, men sjekk før du ringer."
)
