"""Lists to take away."""

CSV_HEADINGS = {
    "municipality_code": "Kommunenummer",
    "name": "Kommune",
    "county_name": "Fylke",
    "digi_region": "Digi-region",
    "health_region": "Helseregion",
    "population": "Innbyggere",
    "solution": "Løsning",
    "stage": "Status",
    "as_of": "Status per",
    "evidence_as_of": "Opplysning fra",
    "enrolled": "Påmeldt",
    "run_name": "Innføringsløp",
    "wave": "Pulje",
    "org_number": "Organisasjonsnummer",
    "remark": "Merknad",
    "source": "Kilde",
}
