"""Words of Streamlit's own interface that page.js replaces, and the page without scripts."""

from pipeline.texts import FIGURES_ARE_NEW

STREAMLIT_WORDS = {
    "Failed to generate file for download": FIGURES_ARE_NEW,
    "No results": "Ingen treff",
    "Choose an option": "Velg",
    "Settings": "Innstillinger",
    "Print": "Skriv ut",
    "About": "Om",
    "Theme": "Tema",
    "Light": "Lyst",
    "Dark": "Mørkt",
    "System": "Som maskinen",
    "Use system setting": "Som maskinen",
    "Record screen": "Ta opp skjerm",
    "Main menu": "Hovedmeny",
    "Open": "Åpne",
    "Open sidebar": "Åpne sidefelt",
    "Close sidebar": "Lukk sidefelt",
    "Collapse sidebar": "Lukk sidefelt",
    "Expand sidebar": "Åpne sidefelt",
    "Close": "Lukk",
    "Clear value": "Tøm feltet",
    "Running...": "Henter …",
    "Stop": "Stopp",
    "Rerun": "Last på nytt",
    "Stopping...": "Stopper …",
    "Connecting": "Kobler til",
    "Connecting to Streamlit server": "Kobler til",
    "Error": "Feil",
    "Unable to connect to Streamlit server": "Får ikke forbindelse",
    "Skip to main content": "Hopp til innholdet",
    "Made with Streamlit": "Laget med Streamlit",
}
NEEDS_JAVASCRIPT = "Skru på JavaScript for å bruke denne siden."
