"""Datakvalitet."""

QUALITY_HEADLINE = "{review} av {rows} rader er til avklaring, {totals}"
QUALITY_TOTALS = ("kontrolltall avviker", "kontrolltall avviker")
QUALITY_CLEAN = "Alle {rows} rader er gjort rede for, og alle kontrolltall stemmer"
QUALITY_HELD_BACK = "{files} er holdt tilbake: {names}"
QUALITY_HELD_BACK_INTRO = (
    "Ingenting i en fil som er holdt tilbake, teller med. Hvorfor den er det, står under Funn."
)
QUALITY_INTRO = (
    "Hver rad i hver kildefil er enten godtatt, duplikat, til avklaring, uten kommune (sumrader, "
    "noter, Svalbard og uoppgitt) eller avvist: ingen faller bort. En kommune som en rad til "
    "avklaring kan gjelde, vises som ukjent."
)
QUALITY_OLDER = "Vis eldre ({count})"
QUALITY_OLDER_TABLE = "{table}, eldre"
FILES = "Kildefiler"
FILES_COUNTED = ("fil", "filer")
FILES_HEADINGS = (
    "Fil", "Dom", "Hva", "Per", "Rekkevidde", "Rader", "Godtatt", "Duplikat", "Til avklaring",
    "Uten kommune", "Avvist",
)  # fmt: skip
VERDICTS = {
    "clean": "Uten funn",
    "remarks": "Med merknader",
    "held_back": "Holdt tilbake",
    "unusable": "Kan ikke brukes",
}
FINDINGS = "Funn"
FINDINGS_INTRO = (
    "Det som noen bør se på i filene. Et alvorlig funn holder filen tilbake, til noen har skrevet "
    "i følgefilen hvorfor den stemmer."
)
FINDINGS_HEADINGS = ("Grad", "Funn", "Per", "Hvor")
FINDINGS_NONE = "Ingen funn i filene."
FINDINGS_MORE = "Vis flere ({count} funn)"
FINDINGS_MORE_TABLE = "Flere funn"
FINDINGS_DOWNLOAD = {"csv": "Last ned funnene ({count})"}
FINDINGS_DOWNLOAD_HELP = {"csv": "CSV: alle funnene, en linje hver"}
FINDINGS_FILE = "funn"
FINDINGS_COLUMNS = ("Fil", "Linje", "Per", "Grad", "Funn", "Bekreftet")
GRADES = {True: "Alvorlig", False: "Merknad"}
FINDING_CONFIRMED = "{sentence} Bekreftet: «{why}»."
RECOMPUTED = "Tall som registrene gir annerledes"
RECOMPUTED_INTRO = (
    "Forholdstall og folketall som kilden oppgir, regnet ut på nytt fra kildens egne rader og "
    "kommuneregisteret (innbyggere per 1. januar 2024)."
)
RECOMPUTED_HEADINGS = (
    "Løsning", "Gjelder", "Hva", "Oppgitt", "Regnet ut", "Hvorfor", "Hvor",
)  # fmt: skip
RECOMPUTED_NONE = "Alle tall som kan regnes ut på nytt, stemmer."
MEASURES = {
    "activity_per_1000": "Avtaler sendt per 1000 innbyggere",
    "population": "Innbyggere i kommunen",
    "population_in_use": "Innbyggere i kommuner som bruker løsningen",
    "population_share": "Andel av innbyggerne, i prosent",
}
MEASURE_REASONS = {
    "activity_per_1000": (
        "Antall avtaler i samme rad, delt på innbyggerne, gir et annet forholdstall. Status her "
        "bygger på antallet."
    ),
    "population": "Kilden kan ha brukt folketall fra en annen dato.",
    "population_in_use": (
        "Det oppgitte er Norsk helsenetts sum over kommunene i egen rapport. Det utregnede er alle "
        "kommuner som ikke står på KS' liste over ikke tatt i bruk. Hvem de {apart} innbyggerne "
        "imellom er, sier kildene ikke."
    ),
    "population_share": "Det oppgitte folketallet, delt på innbyggerne i hele landet.",
}
FILE_PROBLEM = "Ikke brukt: {problem}"
FILE_CORRECTS = "Navnet sier at den retter {file}, som den erstatter"
FILE_REPLACED = "Erstattet av {file}, og teller ikke med"
PUBLISHED_STAGES = "Publiserte statustall mot listene"
STAGES_PUBLISHED = (
    "{solution} per {date}: {source} viste at {published} bruker løsningen{enabled}. På listen "
    "over ikke tatt i bruk står {gap}, så her er {in_use} regnet som i bruk."
)
STAGES_ENABLED = " og at {count} er teknisk tilrettelagt"
STAGES_BETWEEN = (
    "{published} og {gap} er til sammen {together}: {between} står verken på listen eller er vist "
    "som bruker, og er her regnet med fordi listen er komplett."
)
STAGES_ON_LIST = (
    "Gjelder tallene samme dag, må minst {least} av de {enabled} tilrettelagte stå på listen over "
    "ikke tatt i bruk."
)
TOTALS = "Kontrolltall"
TOTALS_INTRO = "Tall som kilden selv har publisert, mot det som står i listene."
TOTALS_HEADINGS = (
    "Løsning", "Liste", "Digi-region", "Per", "Publisert", "Rader", "Avvik",
    "Gjenkjente kommuner", "Sum av regionene",
)  # fmt: skip
TOTALS_COUNTED = ("kontrolltall", "kontrolltall")
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
