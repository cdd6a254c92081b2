"""Lists to take away, on every page that offers one."""

DOWNLOAD = "Last ned liste ({count})"
DOWNLOAD_HELP = "CSV: det samme utvalget som vises her. Til regneark er Excel-filen best."
DOWNLOAD_FORMATS = {"xlsx": "Excel"}
DOWNLOAD_FORMAT_HELP = {
    "xlsx": "Excel-arbeidsbok med utvalget som vises her, og et ark om hva listen er",
}
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
