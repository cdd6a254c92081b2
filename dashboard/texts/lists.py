"""Lists to take away: on every page that offers one, and the page of lists."""

from pipeline.outreach.texts import LIST_DEFINITIONS, ROWS  # noqa: F401

DOWNLOAD = "Last ned liste ({count})"
DOWNLOAD_FORMATS = {"xlsx": "Excel", "pptx": "PowerPoint"}
DOWNLOAD_HELP = {
    "csv": "CSV: det samme utvalget som vises her. Til regneark er Excel-filen best.",
    "xlsx": "Excel-arbeidsbok med utvalget som vises her, og et ark om hva listen er",
    "png": "Bilde med tittel, dato og kilde, 300 punkter per tomme",
    "svg": "Tegning som kan forstørres fritt",
    "pptx": "Lysark med kart og navn for utvalget som vises her, med tekst som kan redigeres",
}
DOWNLOAD_MAP = {"png": "Last ned kart (PNG)", "svg": "SVG"}
DOWNLOAD_CHART = {"png": "Last ned diagram (PNG)", "svg": "SVG"}
DOWNLOAD_BARS = {"png": "Last ned stolpene (PNG)", "svg": "SVG"}
CHART_FILE = "utvikling"
BARS_FILE = "nye-per-liste"
FILE_NAMES = {
    "not-adopted": "ikke-tatt-i-bruk",
    "enrolled": "pameldt",
    "not-adopted-not-enrolled": "ikke-tatt-i-bruk-ikke-pameldt",
    "in-use": "i-bruk",
    "ready": "klar-for",
    "all": "alle",
}
FILE_SEVERAL = "flere-losninger"
FILE_REGIONS = "flere-regioner"

LIST = "Liste"
LIST_SOLUTIONS = "Løsninger"
LIST_REGIONS = "Digi-regioner"
LIST_STAGES = "Statuser"
LIST_COLUMNS = "Kolonner og rekkefølgen deres"
LIST_COLUMNS_HELP = "Kolonnene kommer i den rekkefølgen de er valgt. Tøm feltet for å få alle."
CHOOSE_ALL = "Alle"
LIST_HEADLINE = "{list}: {solutions}, {rows}"
LIST_DATED = "{solution} per {date}"
LIST_PREVIEW = "Slik blir listen"
LIST_FIRST = "De første {shown} av {count} rader. Filene har alle."
LIST_EMPTY = "Ingen kommuner i dette utvalget."
LIST_BUTTONS = {
    "csv": "CSV ({rows})",
    "xlsx": "Excel ({rows})",
    "pptx": "PowerPoint ({rows})",
}
