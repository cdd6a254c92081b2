"""A joint rollout's own figures."""

RUN_KIND = "Løpet er {type}{condition}."
RUN_FOR = ", for kommuner {conditions}"
RUN_CONDITIONS = {
    "journal_vendor": "med journalsystem fra {words}",
    "service": "med tjenesten {words}",
    "area": "i {words}",
}
RUN_NO_DEADLINE = "Ingen frist er oppgitt."
RUN_DAYS_LEFT = "Fristen er {day}: {days} igjen, regnet fra {as_of}."
RUN_LAST_DAY = "Fristen er {day}, samme dag som tallene gjelder for."
RUN_DEADLINE_PASSED = "Fristen {day} gikk ut for {days} siden, regnet fra {as_of}."
RUN_STARTS = "Puljene starter slik: {starts}."
RUN_START = "{wave} {day}"
RUN_MEMBERS = (
    "{enrolled} er påmeldt: {in_use} av dem har løsningen i bruk, og {completed} har fullført. "
    "{withdrawn} har meldt seg av."
)
RUN_MEDIAN = (
    "Det gikk {days} (median, {timed}) fra påmelding til første dato der en kilde viser bruk."
)
RUN_IN_TIME = (
    "{count} av {followed} kom i bruk innen 180 dager, regnet av dem som har hatt så lang tid og "
    "ikke kan ha vært i bruk fra før."
)
RUN_WAVES = "Puljene i {run}"
RUN_REGIONS = "{run}, per Digi-region"
_RUN_FIGURES = (
    "Påmeldt", "Avmeldt", "Fullført", "I bruk", "Dager til bruk", "Innen 180 dager",
)  # fmt: skip
RUN_WAVE_HEADINGS = ("Pulje", *_RUN_FIGURES)
RUN_REGION_HEADINGS = ("Digi-region", *_RUN_FIGURES)
NO_WAVE = "Uten pulje"
WAVE_START = "{wave}, fra {day}"
