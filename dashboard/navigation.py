"""The pages, in the order of the navigation, and the paths they are found at."""

PATHS = {
    "overview": "",
    "not_adopted": "ikke-tatt-i-bruk",
    "enrolled": "pameldt",
    "my_region": "min-digi-region",
    "municipality": "kommune",
    "ready": "klar-for-neste",
    "development": "utvikling",
    "lists": "lister-og-lysark",
    "quality": "datakvalitet",
    "upload": "last-opp",
    "about": "om-tallene",
}
"""The path of every file in pages/; the front page has none."""

FRONT = "overview"
FRONT_BY_NAME = "oversikt"
"""Links to the front page by its name are passed around."""
