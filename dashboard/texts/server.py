"""What the web server says when there is no page to show, and at start."""

UNKNOWN_TITLE = "Siden finnes ikke"
UNKNOWN = "Det er ingen side på denne adressen."
UNKNOWN_LINK = "Gå til forsiden"
ONLY_READING = "Her kan det bare hentes, ikke sendes noe inn."
WRONG_HOST = (
    "Tjeneren svarer ikke på dette navnet. Den som drifter den, kan legge navnet til i "
    "UTBREDELSE_HOSTS."
)
WRONG_ORIGIN = "Siden som ba om tallene, hører ikke til her."
SERVER_FAILED = "Noe gikk galt. Prøv igjen om litt."
NOT_READY = "Det er ingen tall å vise ennå: ingen utgave av datavarehuset lar seg åpne."
FULL = "Det er for mange på besøk akkurat nå. Prøv igjen om litt."
FULL_LOG = "Fullt: {open} tilkoblinger er åpne, og {refused} nye ble avvist det siste sekundet."
ANSWERS_TO = "Svarer på {hosts} (UTBREDELSE_HOSTS bestemmer hvilke navn som kommer i tillegg)"
HOST_NOT_A_NAME = (
    "UTBREDELSE_HOSTS: «{entry}» er ikke et vertsnavn. Skriv bare navnet, uten https:// og port, "
    "for eksempel utbredelse.kommune.no, og komma mellom flere."
)
