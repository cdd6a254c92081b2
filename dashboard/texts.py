"""Every text of the interface, in Norwegian bokmål. Braces are filled by whoever shows the text."""

BRAND = "Utbredelse"
TAGLINE = "Kommunenes innføring av nasjonale e-helseløsninger"

WHOLE_COUNTRY = "Hele landet"

DEMO = "Demodata"
DEMO_BAND = "tallene er oppdiktet og sier ingenting om virkelige kommuner."
DEMO_SOURCE = "{mark}; {source}"

PAGES = {
    "not_adopted": "Ikke tatt i bruk",
    "enrolled": "Påmeldt innføringsløp",
    "ready": "Klar for neste",
    "development": "Utvikling",
    "quality": "Datakvalitet",
    "about": "Om tallene",
}

SOLUTION = "Løsning"
REGION = "Digi-region"
DATE = "Per"
NOT_FOUND = "Lenken ba om «{wanted}», som ikke finnes her."

STAGES = {
    "not_adopted": "Ikke tatt i bruk",
    "ordered": "Bestilt",
    "enabled": "Teknisk tilrettelagt",
    "in_use": "I bruk",
    "unknown": "Ukjent",
}
CATEGORIES = {
    "not_adopted": "Ikke tatt i bruk",
    "preparing": "Bestilt eller tilrettelagt",
    "in_use": "I bruk",
    "unknown": "Ukjent",
}
ENROLLED = "Påmeldt"
NOT_ENROLLED = "Ikke påmeldt"
ENROLMENT_UNKNOWN = "Ikke kjent"
YES_NO = {True: "Ja", False: "Nei", None: ""}

LISTS = {
    "not_adopted": "Ikke tatt i bruk",
    "enrolled": "Påmeldt felles innføringsløp",
    "total_row": "Sumrad i filen (innbyggere eller aktivitet)",
}

MAP_ALT = "Kart over {place}: {sentence}. De samme tallene står ved siden av og under kartet."
MAP_CREDIT = "Kart: © Kartverket (CC BY 4.0), forenklet."
SOURCE_LINE = "Kilde: {sources}."
SOURCE = "{source}, per {date}"
DOUBT_LINE = "Tallene har usikkerhet: {doubts}."
DOUBT_LINK = "Se Datakvalitet"
DOUBTS = {
    "reviews": ("rad til avklaring", "rader til avklaring"),
    "rejected": ("avvist linje", "avviste linjer"),
    "differing_totals": ("kontrolltall som avviker", "kontrolltall som avviker"),
    "contradictions": (
        "kommune der kilder sier forskjellig",
        "kommuner der kilder sier forskjellig",
    ),
}

# Ikke tatt i bruk
HEADLINE = "{count}{place} har ikke tatt i bruk {solution}"
IN_PLACE = " i {place}"
AT_LEAST = "Minst {count}"
MOSTLY_UNKNOWN = "Kildene dekker ikke alle: {unknown} av {municipalities} kommuner er ukjent."
HEADLINE_NONE = "Alle kommuner i {place} har tatt i bruk {solution}"
HEADLINE_NONE_COUNTRY = "Alle kommuner har tatt i bruk {solution}"
HEADLINE_NONE_KNOWN = "Ingen kommuner er kjent som ikke tatt i bruk {solution}"
MUNICIPALITY = ("kommune", "kommuner")
HOVER = "%{{text}}: {category}"
HOVER_NAME = "{name}, {population} innb."
SHARE = "{municipalities} av kommunene i {place}, {population} av innbyggerne."
SHARE_COUNTRY = "{municipalities} av kommunene, {population} av innbyggerne."
NATIONAL = "Hele landet: {municipalities} av kommunene."
SOME_ENROLLED = "{count} av dem er påmeldt felles innføringsløp."
NONE_ENROLLED = "Ingen av dem er påmeldt felles innføringsløp."
ENROLLED_BY_COUNT = "Bare {named} av dem er kjent ved navn."
ENROLLED_NO_NAME = "Kilden sier ikke hvem."
SOME_UNKNOWN = "{count} er ukjent."
PREPARING_INCLUDED = "{count} har bestilt eller er tilrettelagt, og er ikke med i tallet."
PUBLISHED_DIFFERS = "KS oppga {published}."
BY_REGION = "Fordelt på Digi-regioner"
REGION_HEADINGS = ("Digi-region", "Antall", "", "Andel", "Påmeldt")
NAMES = "Kommunene, per Digi-region"
REGION_COUNT = "{count} av {municipalities}"
REGION_NONE = "Alle har tatt i bruk"
REGION_NONE_KNOWN = "Ingen kjente"
REGION_ENROLLED = "{count} påmeldt"
REGION_ENROLLED_BY_COUNT = "{count} påmeldt, navn ikke kjent"
REGION_UNKNOWN = "Ukjent: {names}"
REGION_UNKNOWN_COUNT = "{count} ukjent"
LEGEND_MARK = "Påmeldt, kjent ved navn ({count})"
LEGEND_ENROLLED = "● = påmeldt felles innføringsløp"
LEGEND_CONTRADICTED = "† = en annen kilde har tidligere sagt at kommunen var kommet lenger"
DOWNLOAD = "Last ned liste ({count})"
DOWNLOAD_HELP = "CSV som åpnes rett i Excel: det samme utvalget som vises her"
COPY_LINK_HINT = "Adressen i nettleseren er en lenke til akkurat dette utvalget."
CHOOSE_HINT = "Klikk en kommune i kartet eller i listen for å se hva opplysningen bygger på."

# Valgt kommune
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

# Påmeldt
ENROLLED_HEADLINE = "{count} av {gap} kommuner uten {solution} er påmeldt felles innføringsløp"
ENROLLED_NO_GAP = "Ingen gjenstår i {place}: alle kommuner har tatt i bruk {solution}"
ENROLLED_NONE_SAYS = "Ingen kilde sier hvem som er påmeldt felles innføringsløp for {solution}"
ENROLLED_NONE_SAYS_BODY = (
    "Det er ikke det samme som at ingen er påmeldt. Når en påmeldingsliste eller et publisert "
    "antall kommer inn, vises det her."
)
REMAINS = "{count} gjenstår uten å være påmeldt."
ENROLLED_COUNTS_ONLY = (
    "Tallene er publiserte antall per Digi-region. Navn er bare kjent der antallet er lik hele "
    "listen."
)
ENROLLED_BY_NAME = "Navn fra påmeldingslisten per {date}."
ENROLLED_OTHERS = "Listen har også {count} som ikke er kjent som uten løsningen."
ENROLLED_UNKNOWN = "Listen sier ikke sikkert om {count} er påmeldt."
ENROLLED_PUBLISHED_BESIDE = "Publisert antall er {count}."
ENROLLED_HEADLINE_NO_STAGE = "{count} er påmeldt felles innføringsløp for {solution}"
ENROLLED_HEADINGS = ("Digi-region", "Ikke tatt i bruk", "Påmeldt", "Gjen\u00adstår", "Andel")
ENROLLED_NAMES = "Påmeldte kommuner kjent ved navn"
ENROLLED_NO_NAMES = "Ingen påmeldte kommuner er kjent ved navn i dette utvalget."
ENROLLED_RUN = "{run}, pulje {wave}"
ENROLLED_CLASSES = {
    "none": "Ingen påmeldt",
    "some": "Under halvparten",
    "most": "Halvparten eller flere",
    "all": "Alle påmeldt",
    "no_gap": "Ingen gjenstår",
    "unknown": "Ukjent",
}
ENROLLED_MAP_LABEL = "{enrolled} av {gap}"
ENROLLED_HOVER = "{region}: {enrolled} av {gap} kommuner uten løsningen er påmeldt"
ENROLLED_HOVER_NO_GAP = "{region}: ingen kommuner står på listen over ikke tatt i bruk"
ENROLLED_HOVER_UNKNOWN = "{region}: ingen kilde sier hvor mange som er påmeldt"

# Klar for neste
NEXT_SOLUTION = "Neste løsning"
AND = " og "
NO_MUNICIPALITIES = "Ingen kommuner"
READY_HEADLINE = "{count}{place} kan gå videre til {solution}"
TRYOUTS = "Prøver ut løsningen: {names} ({source})."
TRYOUT_MARK = "Prøver ut løsningen ({count})"
READY_NONE_KNOWN = "Ingen kommuner{place} er kjent som klare for {solution}"
REQUIRES = "{solution} forutsetter at kommunen bruker {requires}."
REQUIRED = "{name} (kjent per {date})"
REQUIRED_UNKNOWN = "{name} (ingen kilde)"
READY_STATES = {
    "ready": "Kan gå videre",
    "lacks": "Mangler noe",
    "unknown": "Ukjent",
    "uses": "Bruker løsningen",
}
READY_COUNTS = {
    "lacks": "{count} mangler minst én forutsetning.",
    "unknown": "{count} er ukjent: ingen kilde sier om alt er på plass.",
    "uses": "{count} bruker løsningen allerede.",
}
LIST_SOURCE = "Utbredelse: det siste som er kjent fra kildefilene"
READY_HEADINGS = ("Digi-region", "Kan gå videre", "Mangler noe", "Ukjent")
READY_SOURCE = (
    "Kilde: det siste som er kjent fra kildefilene på Datakvalitet. Forutsetninger: KS' "
    "porteføljer 2023 og 2024 og KS juni 2026."
)
READY_NAMES = "Kommuner som kan gå videre, per Digi-region"
READY_NONE = "Ingen kommuner i dette utvalget kan gå videre etter det som er kjent."
READY_CSV_HEADINGS = (
    "Kommunenummer", "Kommune", "Fylke", "Digi-region", "Innbyggere", "Løsning", "Klar", "Mangler",
    "Ukjent", "Prøver ut", "Kilde",
)  # fmt: skip
# Utvikling
DEVELOPMENT_HEADLINE = "{count} av {municipalities} kommuner{place} {done} {solution} per {date}."
DEVELOPMENT_AT_LEAST = "Minst {headline}"
DEVELOPMENT_DONE = {
    "in_use": "har tatt i bruk",
    "enabled": "er minst teknisk tilrettelagt for",
    "ordered": "har minst bestilt",
}
DEVELOPMENT_AMBITION = {
    True: "Ambisjonen var {count} innen {by}.",
    False: "Ambisjonen er {count} innen {by}.",
}
END_OF_YEAR = "utgangen av {year}"
AMBITION_SHORT = "Det er {count} færre enn ambisjonen."
AMBITION_EQUAL = "Det er like mange som ambisjonen."
AMBITION_MORE = "Det er {count} flere enn ambisjonen."
AMBITION_OTHERWISE = "Ambisjonen er ikke nødvendigvis satt for {now}, så de er ikke sammenlignet."
AMBITION_NATIONAL = (
    "Ambisjonen og publiserte tall gjelder hele landet, og vises ikke for en region."
)
DEFINITION_BREAK = (
    "Tallet for {date} ({count}) gjelder noe annet: {before}, ikke {now}. Derfor er det ikke "
    "trukket noen linje fra det."
)
LOWER_BOUND = (
    "Der kildene ikke dekker alle, er tallet det minste det kan være, og står for seg selv."
)
ONE_LIST = "Det finnes bare én liste så langt. Linjen tegnes når den neste kommer inn."
COUNTED_AS = {
    "in_use": "«i bruk»",
    "enabled": "«teknisk tilrettelagt»",
    "ordered": "«minst bestilt»",
}
COUNTED_OTHERWISE = "«{words}»"
CHART_ALT = "Diagram: {sentence} De samme tallene står i tabellen."
CHART_LIST = "Talt opp fra lister"
CHART_LOWER_BOUND = "Minst (kildene dekker ikke alle)"
CHART_PUBLISHED = "Publisert tall"
CHART_PUBLISHED_OTHERWISE = "Publisert tall, annen definisjon"
CHART_AMBITION = "Ambisjon: {count} innen {by}"
CHART_BREAK = "Ny definisjon:<br>{before}<br>→ {now}"
CHART_HOVER = "{date}: {count} {counted}"
DEVELOPMENT_TABLE = "Tallene"
DEVELOPMENT_HEADINGS = ("Per", "Hva", "Antall", "Av", "Kilde", "Merknad")
ROW_AMBITION = "Ambisjon"
ROW_AT_LEAST = "minst {count}"
ROW_DIFFERS = "Annen definisjon: kan ikke sammenlignes med de andre tallene"
ROW_UNKNOWN = "{count} er ukjent"
CHANGES = "Nye siden {date}"
CHANGES_FIRST = "Nye siden sist"
CHANGES_NONE_BEFORE = "Dette er den første listen, så det er ingenting å sammenligne med ennå."
CHANGES_NONE = "Ingen kommuner er kjent som nye siden {date}."
CHANGES_NEW = "{count} har kommet til. De som bare er blitt kjent, er ikke regnet med."
CHANGES_TABLE = "Endringer"
CHANGES_HEADINGS = ("Fra", "Til", "Kommuner", "Hva det betyr")
CHANGES_MEAN = {
    "new": "Nye som har tatt i bruk løsningen",
    "known": "Ble kjent: kildene sa ikke dette om dem før, så de er ikke regnet som nye",
    "forgotten": "Ikke lenger kjent: raden som gjelder dem er til avklaring eller mangler",
    "back": "Står ikke lenger som tatt i bruk: se Datakvalitet",
    "moved": "Endret status, men passerte ikke grensen for tatt i bruk",
}
REGION_NEW = "{count} nye"
REGION_NEW_ONE = "1 ny"
RUN_KIND = "Løpet er {type}{condition}."
RUN_VENDORS = ", for kommuner med journalsystem fra {vendors}"
RUN_NO_DEADLINE = "Ingen frist er oppgitt."
RUN_DAYS_LEFT = "Fristen er {day}: {days} igjen."
RUN_LAST_DAY = "Fristen er {day}, samme dag som tallene gjelder for."
RUN_DEADLINE_PASSED = "Fristen {day} gikk ut for {days} siden."
DAYS = ("dag", "dager")
RUN_MEMBERS = (
    "{enrolled} er påmeldt: {in_use} av dem har løsningen i bruk, og {completed} har fullført. "
    "{withdrawn} har meldt seg av."
)
RUN_MEDIAN = (
    "Det gikk {days} (median, {timed}) fra påmelding til første dato der en kilde viser bruk."
)
RUN_IN_TIME = "{count} av {followed} kom i bruk innen 180 dager."
RUN_WAVES = "Puljene i {run}"
RUN_REGIONS = "{run}, per Digi-region"
_RUN_FIGURES = (
    "Påmeldt", "Avmeldt", "Fullført", "I bruk", "Dager til bruk", "Innen 180 dager",
)  # fmt: skip
RUN_WAVE_HEADINGS = ("Pulje", *_RUN_FIGURES)
RUN_REGION_HEADINGS = ("Digi-region", *_RUN_FIGURES)
NO_WAVE = "Uten pulje"
WAVE_START = "{wave}, fra {day}"
OF = "{part} av {whole}"

# Datakvalitet
QUALITY_HEADLINE = "{review} av {rows} rader er til avklaring, {totals}"
QUALITY_TOTALS = ("kontrolltall avviker", "kontrolltall avviker")
QUALITY_CLEAN = "Alle {rows} rader er gjort rede for, og alle kontrolltall stemmer"
QUALITY_INTRO = (
    "Hver rad i hver kildefil er enten godtatt, duplikat, til avklaring, sumrad (eller avklart til "
    "ingen kommune) eller avvist: ingen faller bort. En kommune som en rad til avklaring kan "
    "gjelde, vises som ukjent."
)
FILES = "Kildefiler"
FILES_HEADINGS = (
    "Fil", "Hva", "Per", "Komplett", "Rader", "Godtatt", "Duplikat", "Til avklaring", "Sumrad",
    "Avvist",
)  # fmt: skip
RECOMPUTED = "Tall som registrene gir annerledes"
RECOMPUTED_INTRO = (
    "Forholdstall og folketall som kilden oppgir, regnet ut på nytt fra kildens egne rader og "
    "kommuneregisteret (innbyggere per 1. januar 2024)."
)
RECOMPUTED_HEADINGS = ("Løsning", "Gjelder", "Hva", "Oppgitt", "Regnet ut", "Hvor")
RECOMPUTED_NONE = "Alle tall som kan regnes ut på nytt, stemmer."
MEASURES = {
    "activity_per_1000": "Avtaler sendt per 1000 innbyggere",
    "population": "Innbyggere i kommunen",
    "population_in_use": "Innbyggere i kommuner som bruker løsningen",
    "population_share": "Andel av innbyggerne, i prosent",
}
FILE_PROBLEM = "Ikke brukt: {problem}"
FILE_REPLACED = "Erstattet av {file}, og teller ikke med"
TOTALS = "Kontrolltall"
TOTALS_INTRO = "Tall som kilden selv har publisert, mot det som står i listene."
TOTALS_HEADINGS = (
    "Løsning", "Liste", "Digi-region", "Publisert", "Rader", "Avvik", "Gjenkjente kommuner",
    "Sum av regionene",
)  # fmt: skip
TOTALS_ALL = "Vis også kontrolltall som stemmer"
TOTALS_NONE = "Alle kontrolltall stemmer."
REVIEWS = "Rader til avklaring"
REVIEWS_INTRO = (
    "Programmet gjetter ikke. Et forslag er en kommune som raden kan gjelde; en kommune som ingen "
    "annen rad eller kilde sier noe om, vises som ukjent til noen har avgjort det. Radene avgjøres "
    "med «python -m pipeline decide», og neste bygging tar svarene med."
)
REVIEWS_HEADINGS = (
    "Løsning", "Står i kilden", "Digi-region", "Hvorfor", "Forslag", "Ukjent inntil videre",
    "Hva en avklaring endrer", "Hvor",
)  # fmt: skip
EFFECT_ONE = "Gjelder raden {name}, blir {name} {stage} i stedet for ukjent; ellers {other}."
EFFECT_SEVERAL = (
    "Gjelder raden en av dem, blir den {stage} i stedet for ukjent, og de andre {other}."
)
EFFECT_SEVERAL_WAYS = (
    "Gjelder raden en av dem, blir den {stage} i stedet for ukjent; ellers {others}."
)
EFFECT_OTHER = "{name} {stage}"
EFFECT_STAGE = "«{stage}»"
EFFECT_STILL_UNKNOWN = "fortsatt ukjent"
EFFECT_KNOWN = "Ingenting nå: kommunene raden kan gjelde, er kjent fra andre rader eller kilder."
EFFECT_NOBODY = "Kommunen raden gjelder, blir {stage}."
EFFECT_ENROLMENT = "Kommunen raden gjelder, blir {event}."
EVENTS = {"enrolled": "påmeldt", "withdrawn": "avmeldt", "completed": "fullført"}
EFFECT_UNDECIDABLE = {
    "conflict": "Kan ikke avgjøres her: filen sier to ting, så kilden må rettes.",
    "region_mismatch": "Kan ikke avgjøres her: løsningen er ikke ment for kommunen.",
}
UNKNOWN_MORE = "{names} og {count} til"
REVIEWS_NONE = "Ingen rader er til avklaring."
REASONS = {
    "unknown_name": "Navnet er ikke kjent",
    "ambiguous": "Navnet kan være flere kommuner",
    "region_mismatch": "Kommunen ligger i en annen region",
    "split_municipality": "Kommunen er delt",
    "not_a_municipality": "Ikke en kommune",
    "conflict": "Filen sier to forskjellige ting",
}
DECISIONS = "Avklaringer"
DECISIONS_INTRO = "Hva noen skriftlig har avgjort at en rad betyr. De gjelder i hver bygging."
DECISIONS_HEADINGS = (
    "Står i kilden", "Digi-region", "Filer", "Betyr", "Hvorfor", "Hvem", "Når", "Rader avgjort",
)  # fmt: skip
DECISIONS_NONE = "Ingen rader er avgjort."
DECISION_MEANS = "{name} ({county})"
DECISION_NOBODY = "Ingen kommune"
DECISION_ANY_REGION = "Alle"
DECISION_CONFLICT = "{count}, derav {conflict} fortsatt til avklaring"
CONTRADICTIONS = "Kilder som sier forskjellig"
CONTRADICTIONS_INTRO = (
    "Den nyeste opplysningen gjelder i kart og lister. Kommunene er merket † der, så ingen blir "
    "oppringt uten at avviket er kjent."
)
CONTRADICTIONS_HEADINGS = ("Løsning", "Kommune", "Digi-region", "Gjelder nå", "Sagt tidligere")
CONTRADICTIONS_NONE = "Ingen kilder sier forskjellig om samme kommune."
STATEMENT = "{stage} ({owner}, {date}; {where})"
WHERE_ROW = "{path}, linje {row}"
WHERE_SILENCE = "{path}, står ikke på listen"
REJECTED = "Avviste linjer"
REJECTED_HEADINGS = ("Hvor", "Linjen", "Hvorfor")
REJECTED_NONE = "Ingen linjer er avvist."

# Om tallene
ABOUT_HEADLINE = "Om tallene"
ABOUT_INTRO = (
    "Utbredelse viser hvor langt kommunene er kommet med å ta i bruk nasjonale e-helseløsninger. "
    "Alle tall regnes ut fra kildefilene som er listet på siden Datakvalitet."
)
ABOUT_STAGES = "Hva statusene betyr"
ABOUT_STAGE_TEXTS = {
    "in_use": "Kommunen bruker løsningen.",
    "enabled": "Løsningen er satt opp i kommunens systemer, men kilden viser ingen bruk.",
    "ordered": "Kommunen har minst bestilt løsningen; kilden sier ikke mer.",
    "not_adopted": "En kilde sier at kommunen ikke har tatt i bruk løsningen.",
    "unknown": (
        "Ingen kilde sier noe, eller kilden kan ikke tolkes sikkert. Ukjent er aldri det samme som "
        "ikke tatt i bruk, og telles ikke som det."
    ),
}
ABOUT_SOLUTIONS = "Løsningene"
ABOUT_ADOPTED_MEANS = (
    "Den som ikke står på KS' liste over ikke tatt i bruk, regnes minst som: {stage}."
)
ABOUT_RULES = "Slik leses kildene"
ABOUT_RULE_TEXTS = (
    "En liste over dem som ikke har tatt i bruk, sier også noe om alle andre, men bare når listen "
    "er komplett.",
    "En side av en tabell sier ingenting om kommuner som ikke står på den: de er ukjent.",
    "Når to kilder gjelder samme dato, går Norsk helsenetts målte tall foran KS' lister på det "
    "målingen kan se. Sier de forskjellig på ulike datoer, gjelder den nyeste, og avviket vises på "
    "Datakvalitet.",
    "Publiserte antall er kontrolltall. De gir navn bare når de ikke kan bety annet: er like mange "
    "påmeldt som det står kommuner på listen, er alle påmeldt; er ingen påmeldt, er ingen det.",
    "En påmeldingsliste gir navn. Den nyeste opplysningen per dato gjelder, og den som ikke står "
    "på en komplett liste, er ikke påmeldt. Tid til bruk regnes fra påmeldt dato til første dato "
    "der en kilde viser bruk.",
    "En skrivemåte som bare ligner, blir foreslått, aldri godtatt.",
    "En rad som ikke kan leses eller forstås, gjør kommunene den kan gjelde, ukjent i den filen, "
    "til noen har avgjort det.",
)
ABOUT_SOURCES = "Kilder og lisenser"
ABOUT_SOURCE_TEXTS = (
    "Status og påmelding: KS' fagwebinar om innføring av e-helseløsninger, juni 2024, og Norsk "
    "helsenett, mai 2024, slik tallene ble vist der.",
    "Kommuner, koder og innbyggertall per 1. januar 2024: Statistisk sentralbyrå (NLOD/CC BY 4.0).",
    "Navn og grenser: Kartverket (CC BY 4.0). Kartet er laget av kommunegrensene fra 2020, "
    "omkodet til 2024, delt og forenklet; det egner seg ikke til måling.",
    "Digi-regioner: slik KS brukte dem i juni 2024.",
    "Organisasjonsnumre: Enhetsregisteret, Brønnøysundregistrene.",
)

# Tilstander
NO_WAREHOUSE_TITLE = "Ingen tall ennå"
NO_WAREHOUSE = "Det er ikke bygget noe datavarehus. Kjør «make build», og last siden på nytt."
FAILED_TITLE = "Noe gikk galt"
FAILED = (
    "Siden kunne ikke vises. Last den på nytt; hjelper ikke det, gi beskjed til den som har ansvar "
    "for dataene."
)

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

STREAMLIT_WORDS = {
    "No results": "Ingen treff",
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
    "Connecting": "Kobler til",
    "Connection error": "Mistet forbindelsen",
    "Skip to main content": "Hopp til innholdet",
    "Made with Streamlit": "Laget med Streamlit",
    "Page not found": "Siden finnes ikke",
    "The page that you have requested does not seem to exist. Running the app's main page.": (
        "Adressen fører ikke til noen side her. Forsiden vises i stedet."
    ),
}
"""Words of Streamlit's own interface that page.js replaces."""
NEEDS_JAVASCRIPT = "Skru på JavaScript for å bruke denne siden."
