"""Every sentence that the pipeline and its command line say, in Norwegian bokmål.

One sentence a problem: what is wrong, where, and what to do about it.
"""

import errno
import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pipeline.build import Summary

MONTHS = (
    "januar", "februar", "mars", "april", "mai", "juni",
    "juli", "august", "september", "oktober", "november", "desember",
)  # fmt: skip

EMPTY_FILE = "Filen er tom: hent eksporten på nytt."
UNKNOWN_KIND = (
    "Filen er ikke av noe kjent slag: overskriftene stemmer ikke med noen beskrivelse i "
    "pipeline/sources/kinds."
)
NO_DATE = (
    "Filen har ingen dato: legg den i en mappe med dato i navnet (for eksempel nhn-2024-05), "
    "eller skriv as_of i {file}.meta.toml."
)
UNREADABLE_TEXT = (
    "Filen er verken UTF-8, UTF-16 eller Windows-1252 (feil ved byte {position}): lagre den som "
    "CSV UTF-8 og legg den inn på nytt."
)
OTHER_ENCODING = (
    "Filen er lagret som {encoding}, som ikke leses: lagre den som CSV UTF-8 og legg den inn på "
    "nytt."
)
NUL = (
    "Filen har et nulltegn på linje {line} og er trolig skadet: hent eksporten på nytt, eller "
    "lagre den som CSV UTF-8."
)
BROKEN_UTF8 = (
    "Filen er UTF-8, men har ødelagte tegn på linje {line}: hent eksporten på nytt uten å lime inn "
    "tekst fra andre filer."
)
NO_ROWS = (
    "Filen har ingen rader med innhold under overskriften, og en tom liste er trolig en feil: hent "
    "eksporten på nytt."
)
OLD_WORKBOOK = (
    "Filen er en gammel Excel-fil (.xls) eller beskyttet med passord: åpne den i Excel, fjern "
    "passordet og lagre den som .xlsx."
)
OTHER_WORKBOOK = (
    "Filen er {what}, som ikke leses: åpne den i Excel og lagre den som Excel-arbeidsbok (.xlsx)."
)
NOT_A_WORKBOOK = "Filen er {what} og ingen tabell: hent eksporten på nytt som .xlsx eller CSV."
BROKEN_WORKBOOK = (
    "Arbeidsboken er skadet og kan ikke åpnes: åpne den i Excel og lagre den på nytt som .xlsx, "
    "eller hent eksporten på nytt."
)
SWOLLEN_WORKBOOK = (
    "Arbeidsboken pakkes ut til mer enn det som er rimelig for en eksport ({what}): lagre bare "
    "tabellen i en ny .xlsx-fil."
)
GREEDY_WORKBOOK = (
    "Arbeidsboken krever mer {what} enn lesingen har lov til å bruke: lagre bare tabellen, uten "
    "tomme rader og kolonner, i en ny .xlsx-fil."
)
MANY_SHEETS = (
    "Arbeidsboken har {found} ark, og det er ikke lov med mer enn {limit}: lagre bare arkene med "
    "tabeller i en ny .xlsx-fil."
)
LONG_LINE = "linjen har et felt på over {limit} tegn"
UNREADABLE_LINE = "linjen har et anførselstegn som ikke lukkes"
TOO_MANY_CELLS = "linjen har {found} felt, overskriften har {expected}"
TOO_FEW_CELLS = "linjen har {found} felt, overskriften har {expected}"
NO_NAME = "linjen mangler kommune"
NO_COUNT = "linjen mangler antall"
LOCKED = (
    "En annen bygging av datavarehuset pågår i {folder}: vent til den er ferdig, og prøv igjen."
)
NO_WAREHOUSE = "Det finnes ikke noe datavarehus i {folder}: kjør «python -m pipeline build» først."
DAMAGED_BUILD = (
    "Datavarehuset {path} er skadet eller ikke et datavarehus: kjør «python -m pipeline build», så "
    "lages det på nytt."
)
OTHER_BUILD = (
    "Datavarehuset {path} er laget av en annen versjon av programmet: kjør «python -m pipeline "
    "build», så lages det på nytt."
)
FIGURES_ARE_NEW = "Tallene er nye: last siden på nytt."
NOTHING_USABLE = (
    "Ingen av filene i {folder} kan brukes: se meldingene over. Ingenting er publisert."
)
NO_FOLDER = "Mappen {folder} finnes ikke: oppgi en mappe med kildefiler med --raw."
EMPTY_FOLDER = "Mappen {folder} har ingen kildefiler: legg minst én eksport der, og bygg på nytt."
CANNOT_WRITE = (
    "Kan ikke skrive til {folder} ({why}): rydd plass eller gi skrivetilgang, eller velg en annen "
    "mappe med --warehouse. Ingenting er publisert."
)
CANNOT_READ = "Kan ikke lese filen ({why}): sjekk at den er hel og at du har tilgang til den."
CHANGED_MEANWHILE = (
    "{file} ble endret mens den ble lest: vent til den er ferdig lagret, og bygg på nytt. "
    "Ingenting er publisert."
)
NOBODY = "ukjent"
LOG_LATE = (
    "Utgaven er publisert, men kunne ikke skrives i loggen i {folder} ({why}): det gjøres ved "
    "neste bygging. Rydd plass eller gi skrivetilgang."
)
BROKEN_COLUMN = (
    "Byggingen brøt kontrakten: kolonnen {table}.{column} er {found}, men skal være {told}: "
    "ingenting er publisert. Rett modellen eller tables.toml."
)
NO_COLUMN = "borte"
MODELS_IN_A_RING = "Modellene leser hverandre i ring: {models}. Rett tables.toml."
ODD_NAME = (
    "Navnet har tegn som ikke kan vises: gi filen og mappene et navn av vanlige bokstaver, tall og "
    "bindestreker."
)
HASH_IN_NAME = "Navnet har tegnet #, som her skiller ark fra arbeidsbok: gi filen et nytt navn."
DEEP_FOLDER = "Mappen ligger mer enn {limit} nivåer ned og leses ikke: flytt filene høyere opp."
LINK_OUT = (
    "Dette er en lenke ut av mappen med kildefiler, og slike leses ikke: legg inn selve filen."
)
LINK_TO_FOLDER = (
    "Dette er en lenke til en mappe, og slike følges ikke: legg inn mappen eller filene selv."
)
LOOSE_LINK = "Dette er en lenke som ikke fører til noen fil: fjern den, eller legg inn selve filen."
NO_PLAIN_FILE = (
    "Dette er ingen vanlig fil, men for eksempel en mappe, et rør eller en enhet: fjern det."
)
CHANGING_FILE = "Filen ble endret mens den ble lest: vent til den er ferdig skrevet, og bygg igjen."
CUT_OFF = (
    "Filen er trolig kappet, for linje {line}, den siste, slutter midt i en rad: hent eksporten på "
    "nytt, eller avslutt linjen med linjeskift hvis den er hel."
)
ERROR_CELL = "«{sign}» er en feil fra Excel"
LONG_CELL = "et felt har {found} tegn, og det er ikke lov med mer enn {limit}"
BROKEN_RULE = (
    "Byggingen brøt regelen «{rule}» ({count} rader, for eksempel {example}): "
    "ingenting er publisert."
)
DECISIONS_HEADER = "overskriften må være {}"
DECISIONS_NOT_UTF8 = "filen er ikke lagret som UTF-8"
DECISION_UNREADABLE = "linjen har et anførselstegn på feil sted"
DECISION_WIDTH = "linjen har {found} felt, den skal ha {expected}"
DECISION_MISSING = "kolonnen {column} er tom"
DECISION_CODE = "«{code}» er verken et av dagens kommunenumre eller none"
DECISION_DATE = "«{day}» er ingen dato på formen ÅÅÅÅ-MM-DD"
DECISION_TWICE = "«{name}» er avgjort på samme måte på linje {line}"
DECISION_CONTRADICTS = "«{name}» er avgjort på en annen måte på linje {line}"
CANNOT_SAVE = "Kan ikke lagre avklaringen i {path} ({why}): gi skrivetilgang, og prøv igjen."
DECISIONS_LOCKED = (
    "Noen andre skriver i {path}, og svaret er ikke lagret: vent litt, og avgjør raden på nytt."
)
IS_FOLDER = "er en mappe, ikke en fil"
IS_NO_FILE = "er ingen vanlig fil"
CANNOT_WRITE_FILE = "Kan ikke skrive {path} ({why}): velg en annen fil eller mappe."
DEMO_SOURCE = "Demodata: syntetisk, laget av python -m pipeline demo"
DEMO_CORRECTED = "Rettet utgave: to kommuner var falt ut av den første."
DEMO_MONTHS = "«{months}» er ikke et antall måneder: skriv et heltall fra 1 og opp med --months."
DEMO_SEED = "«{seed}» er ikke et frø: skriv et heltall med --seed."
DEMO_LAST = "«{last}» er ingen måned som er kommet: skriv den som 2026-10 med --last."
DEMO_TOO_MANY = (
    "{months} måneder går lenger tilbake enn {year}: skriv et mindre antall med --months."
)
DEMO_NOT_EMPTY = (
    "Mappen {folder} er ikke tom, og ingenting er skrevet: velg en ny eller tom mappe med --out."
)
DEMO_CANNOT_WRITE = (
    "Kan ikke skrive demodata til {folder} ({why}): gi skrivetilgang, eller velg en annen mappe "
    "med --out."
)
CATALOGUE_ORDER = "phases må stå i tidsrekkefølge"
CATALOGUE_AMBITION_TWICE = "ambitions har samme dato to ganger"
WAVE_WITHOUT_RUN = "pulje «{wave}» står uten innføringsløp"
WAVE_TWICE = "pulje «{wave}» i {run} står to ganger, eller løpet står også uten pulje"
WAVE_OF_ALL = "«{wave}» står for alle puljene i et løp: gi puljen et annet navn"
RUN_DIFFERS = "linjene for {run} sier forskjellig"
RUN_NAME_TWICE = "løpet {run} har samme navn"
RUN_LACKS_CONDITION = (
    "et delvis nasjonalt løp må si hvem det gjelder, i journal_vendor, service eller area"
)
RUN_FOR_ALL = "et nasjonalt løp gjelder alle kommuner og har ingen slik betingelse"
NAMESAKES = "flere kommuner heter «{name}»: skriv kommunenummeret"
TRYOUT_TWICE = "«{name}» står to ganger for samme løsning"
RUN_OUTSIDE = "{area} ligger utenfor den delen av landet som {solution} er ment for"
TRYOUT_OUTSIDE = "{name} ligger utenfor den delen av landet som {solution} er ment for"
FIGURE_UNKNOWN = "«{measure}» er ikke kjent og ville ikke blitt vist: skriv {known}"
MEASURE_NONE = "den i measures.csv"
MEASURE_TWICE = "«{measure}» står to ganger"
FIGURE_OF_ANOTHER = "«{measure}» gjelder bare {solution}"
FIGURE_TWICE = "{solution} har allerede «{measure}» for samme måned, på linje {line}"
NOT_A_MONTH = "«{text}» er ingen måned (ÅÅÅÅ-MM)"
UP_TO_DATE = "Datavarehuset er oppdatert: {path}"


def decimal(number: float) -> str:
    """A number with one decimal and a decimal comma."""
    return f"{number:.1f}".replace(".", ",")


def missing_columns(kind_title: str, columns: Sequence[str], line: int) -> str:
    """A header that lacks columns."""
    names = " og ".join(f"«{c}»" for c in columns)
    word = "kolonnen" if len(columns) == 1 else "kolonnene"
    return (
        f"Filen ligner på «{kind_title}», men overskriften på linje {line} mangler {word} {names}: "
        "hent eksporten på nytt med alle kolonner."
    )


def column_twice(heading: str, line: int) -> str:
    """A header in which two columns could be the one that is needed."""
    return (
        f"Overskriften på linje {line} har flere kolonner som kan være «{heading.strip()}»: slett "
        "eller gi nytt navn til dem som ikke gjelder."
    )


def garbled(piece: str, line: int) -> str:
    """Text that has been read in the wrong encoding and saved so."""
    return (
        f"Filen er lagret med feil tegnsett («{piece}» på linje {line} skulle vært én bokstav): "
        "hent eksporten på nytt og lagre den som CSV UTF-8."
    )


def unexpected(error: BaseException) -> str:
    """What the program has no sentence for: the kind of error and where, for whoever mends it."""
    last = error.__traceback__
    while last and last.tb_next:
        last = last.tb_next
    where = f"{last.tb_frame.f_code.co_filename}, linje {last.tb_lineno}" if last else "ukjent sted"
    return (
        f"Programmet stoppet av en feil det ikke kjenner ({type(error).__name__} i {where}): meld "
        "fra om den."
    )


def older_encoding(encoding: str, word: str, line: int) -> str:
    """Text in an encoding from before Windows."""
    return (
        f"Filen ser ut til å være lagret som {encoding}, som ikke leses («{word}» på linje "
        f"{line}): lagre den som CSV UTF-8 og legg den inn på nytt."
    )


def big_sheet(sheet: str, size: tuple[int, int], limit: tuple[int, int]) -> str:
    """A sheet with more rows or columns than an export can have."""
    rows, columns, max_rows, max_columns = map(thousands, (*size, *limit))
    return (
        f"Arket «{sheet}» går til rad {rows} og kolonne {columns}, og det er ikke lov med mer enn "
        f"{max_rows} rader og {max_columns} kolonner: slett det som står utenfor tabellen, eller "
        "del den i flere filer."
    )


def big_file(size: int, limit: int) -> str:
    """A file of more bytes than an export can have."""
    found, most = (
        f"{thousands(n >> 20)} MB" if n >> 20 else f"{thousands(n >> 10)} kB" for n in (size, limit)
    )
    return f"Filen er på {found}, og det er ikke lov med mer enn {most}: del den i flere."


def big_table(rows: int, limit: int) -> str:
    """A table of more lines than an export can have."""
    return (
        f"Filen har {thousands(rows)} linjer, og det er ikke lov med mer enn {thousands(limit)}: "
        "del den i flere filer."
    )


def wide_table(line: int, columns: int, limit: int) -> str:
    """A line above the rows with more columns than an export can have."""
    return (
        f"Linje {line} har {thousands(columns)} kolonner, og det er ikke lov med mer enn "
        f"{thousands(limit)}: slett det som står utenfor tabellen."
    )


def sheets_of_one_name(name: str) -> str:
    """Two sheets of a workbook that cannot be told apart."""
    return f"Arbeidsboken har flere ark som heter «{short(name)}»: gi dem hvert sitt navn."


def many_unknown(limit: int) -> str:
    """A file of names that no municipality bears."""
    return (
        f"Filen har mer enn {thousands(limit)} ulike navn som ikke er kommuner: sjekk at det er en "
        "liste over kommuner, og at kolonnen med kommuner har riktig overskrift."
    )


def short(text: str) -> str:
    """Words from a file, no longer than a sentence can bear."""
    return text if len(text) <= _SHORT else f"{text[:_SHORT]}…"


_SHORT = 60


def no_known_sheet(sheets: Sequence[str]) -> str:
    """A workbook in which no sheet is of a known kind."""
    names = ", ".join(f"«{name}»" for name in sheets)
    return (
        f"Ingen synlige ark i arbeidsboken ({names}) er av noe kjent slag: overskriftene stemmer "
        "ikke med noen beskrivelse i pipeline/sources/kinds."
    )


def passed_over(sheets: Sequence[str]) -> str:
    """Sheets of a workbook that were not read."""
    names = ", ".join(f"«{name}»" for name in sheets)
    return f"Ark som ikke er lest: {names}"


def bad_kind(file: str, what: str) -> str:
    """A description of a kind of file that cannot be used."""
    return f"Beskrivelsen av filslaget i {file} er ikke gyldig ({what}): rett den."


def bad_sidecar(file: str, what: str) -> str:
    """A sidecar that cannot be used."""
    return f"Følgefilen {file} er ikke gyldig ({what}): rett den, eller fjern den."


def odd_sidecar(file: str, problem: str) -> str:
    """A sidecar that is not even a file to read."""
    return f"Følgefilen {file} kan ikke leses. {problem}"


def bad_date(text: str) -> str:
    """A date in a path or sidecar that is no date."""
    return (
        f"«{short(text)}» er ingen gyldig dato: skriv måneden som 2024-05 eller dagen som "
        "2024-05-31."
    )


def bad_catalogue(file: str, where: str, what: str) -> str:
    """A solution catalogue that cannot be used."""
    return f"Løsningskatalogen {file} har en feil i {where} ({what}): rett den."


def bad_decision(file: str, line: int, what: str) -> str:
    """A written decision that cannot be used."""
    return f"Avklaringene i {file} kan ikke brukes, linje {line}: {what}; rett eller fjern linjen."


def no_decisions(path: object, why: str) -> str:
    """The file of written decisions cannot be read."""
    return f"Kan ikke lese avklaringene i {path} ({why}): hent filen tilbake."


def bad_contact(file: str, line: int, what: str) -> str:
    """A line of the register of contacts that cannot be used."""
    return f"Kontaktene i {file} kan ikke brukes, linje {line}: {what}; rett eller fjern linjen."


CONTACT_NOT_UTF8 = "filen er ikke UTF-8"
CONTACT_HEADER = "overskriften skal være {}"
CONTACT_EMPTY = "contact mangler"
CONTACT_BOTH = "digi_region og municipality_code kan ikke stå på samme linje"
CONTACT_FOR_NOBODY = "linjen sier ikke hvem kontakten gjelder"
CONTACT_TWICE = "det samme står på linje {line} med en annen kontakt"


def contradicting_decisions(file: str, line: int, other: int, name: str, path: str) -> str:
    """Two written decisions that meet in a row of a source."""
    return (
        f"Avklaringene i {file} sier to ting om «{name}» i {path} (linje {line} og {other}): "
        "rett eller fjern den ene."
    )


def catalogue_lacks(field: str) -> str:
    """A field that every solution must have."""
    return f"{field} mangler"


def catalogue_unknown(field: str) -> str:
    """A field that no solution has."""
    return f"ukjent felt {field}"


def catalogue_id_taken(solution: str) -> str:
    """An id that an entry before has too."""
    return f"id = {solution!r}, som en løsning før i filen har"


def catalogue_name_taken(field: str, name: str, other: str) -> str:
    """A name that two solutions go by."""
    return f"{field} = {name!r}, som «{other}» også heter"


def catalogue_ring(ids: Sequence[str]) -> str:
    """Solutions that require each other in a ring."""
    return f"requires går i ring: {' → '.join(ids)}"


def catalogue_owner(owner: str) -> str:
    """An owner whose word counts, though no kind of file is his."""
    return f"authority = {owner!r}, som ingen filslag har som eier"


def too_many_municipalities(count: int, most: int) -> str:
    """A count of more municipalities than a solution is meant for."""
    return f"{thousands(count)} er flere enn de {thousands(most)} kommunene løsningen er ment for"


def alike_kinds(title: str, other: str) -> str:
    """Two kinds of file with the same headings."""
    return f"«{title}» har samme overskrifter som «{other}», så en fil kan ikke kjennes igjen"


def toml_fault(error: Exception) -> str:
    """Why a TOML file cannot be read, with the line where the reader gives it."""
    line = re.search(r"at line (\d+)", str(error))
    return f"linje {line[1]} er ikke gyldig TOML" if line else "den er ikke gyldig TOML i UTF-8"


def catalogue_part(field: str, number: int, what: str) -> str:
    """A fault in one of the tables that a field lists."""
    return f"{field}, nummer {number}: {what}"


def catalogue_phase(now: str, last: str) -> str:
    """A solution whose phases end with another phase than it is said to be in."""
    return f"phase er «{now}», men phases slutter med «{last}»"


def thousands(number: int) -> str:
    """A whole number with thin no-break spaces between thousands, as Norwegian readers expect."""
    return f"{number:,}".replace(",", "\u202f")


USAGE = "bruk: "
ARGUMENTS = "argumenter"
OPTIONS = "valg"
HELP_HELP = "vis denne hjelpen og avslutt"
BAD_COMMAND = "Kommandoen er ikke forstått: {why}«{command} --help» viser hvordan den skrives."
BAD_COMMAND_WHY = {
    "the following arguments are required: (?P<what>.+)": "{what} mangler. ",
    "unrecognized arguments: (?P<what>.+)": "{what} er ikke kjent. ",
    "argument (?P<where>.+?): expected one argument": "{where} trenger en verdi. ",
    "argument (?P<where>.+?): ignored explicit argument .+": "{where} tar ingen verdi. ",
    "ambiguous option: (?P<what>.+?) could match (?P<known>.+)": "{what} kan være {known}. ",
    r"argument (?P<where>.+?): invalid choice: '(?P<what>.*?)'.* \(choose from (?P<known>.+)\)": (
        "{where} kan ikke være «{what}»: velg {known}. "
    ),
}
HELP = "Bygger datavarehuset av kildefilene og viser hvilket som gjelder."
HELP_BUILD = "les alle kildefiler og publiser et nytt datavarehus"
HELP_CURRENT = "skriv stien til datavarehuset som gjelder"
HELP_RAW = "mappe med kildefiler (ellers data/raw)"
HELP_WAREHOUSE = "mappe for datavarehuset (ellers UTBREDELSE_WAREHOUSE eller data/warehouse)"
HELP_DECIDE = "avgjør radene som er til avklaring, én for én"
HELP_DECISIONS = "fil med avklaringer (ellers data/register/decisions.csv)"
HELP_WHO = "hvem som avgjør (ellers brukernavnet på maskinen)"
HELP_LIST = "skriv bare ut radene som er til avklaring, som CSV"
HELP_DEMO = "skriv et syntetisk sett med eksporter, merket som demodata"
HELP_OUT = "ny eller tom mappe å skrive i"
HELP_MONTHS = "antall måneder (ellers 24)"
HELP_SEED = "heltall som velger settet: samme tall gir de samme filene (ellers 1)"
HELP_LAST = "siste måned (ellers {last})"
HELP_CHECK = "si hva filer er og hva de ville endre, uten å publisere noe"
HELP_FILES = "kildefiler som skal sjekkes"
HELP_REPLY = "skriv et svar til den som sendte filene, i stedet for rapporten"
HELP_IF_CHANGED = "bygg bare når noe er nyere enn datavarehuset som gjelder"


def file_line(path: str, kind_title: str | None, rows: int, problem: str | None) -> str:
    """The progress line of a file."""
    return f"✗ {path}: {problem}" if problem else f"✓ {path}: {kind_title}, {thousands(rows)} rader"


def replaced(by: str) -> str:
    """What is said of a file that another has corrected."""
    return f"erstattet av {by}"


def corrects(path: str) -> str:
    """What is said of a file whose name says that it corrects another."""
    return f"navnet sier at den retter {path}"


def replaces_nothing(file: str, name: str) -> str:
    """A correction of a file that is not there."""
    return (
        f"Følgefilen til {file} sier at den erstatter «{short(name)}», men det er ingen annen "
        "kildefil: rett replaces til navnet på filen den retter. Filen er ikke brukt."
    )


def replaced_twice(old: str, one: str, other: str) -> str:
    """Two corrections of one file."""
    return (
        f"Både {one} og {other} sier at de erstatter {old}: la den siste erstatte den første. "
        "Ingen av dem er brukt."
    )


def replaced_in_a_ring(file: str) -> str:
    """Corrections that lead back to the file itself."""
    return (
        f"{file} er erstattet av en fil som den selv erstatter: rett replaces i følgefilene. "
        "Filen er ikke brukt."
    )


def replaces_another_thing(file: str, old: str) -> str:
    """A correction of another kind, date or owner than what it corrects."""
    return (
        f"{file} kan ikke erstatte {old}, for de er ikke av samme slag, dato og eier: rett "
        "replaces, as_of eller owner i følgefilen. Filen er ikke brukt."
    )


WARNING = "Advarsel: {what}"
_UNMATCHED_TOLD = 5


def unmatched_decisions(unmatched: Sequence[Mapping[str, Any]]) -> str:
    """A warning: decisions (line and name) that no row under review was found for."""
    told = [f"linje {row['line']} «{row['printed_name']}»" for row in unmatched[:_UNMATCHED_TOLD]]
    rest = len(unmatched) - len(told)
    more = f" og {rest} til" if rest else ""
    word = "avklaring" if len(unmatched) == 1 else "avklaringer"
    return (
        f"Advarsel: {len(unmatched)} {word} i decisions.csv traff ingen rad til avklaring: "
        f"{', '.join(told)}{more}"
    )


def findings(rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """What a build says of the files: why some are held back, and how many remarks there are."""
    remarks, files = 0, set()
    for row in rows:
        if row["verdict"] == "held_back" and row["severity"] == "serious":
            yield HELD_BACK.format(path=row["path"], sentence=row["sentence"])
        elif row["kind"] == "side_by_side":
            yield WARNING.format(what=f"{row['path']}: {row['sentence']}")
        else:
            remarks += 1
            files.add(row["path"])
    if remarks:
        yield REMARKS.format(remarks=thousands(remarks), files=thousands(len(files)))


HELD_BACK = "Holdt tilbake: {path}: {sentence}"
REMARKS = "Merknader: {remarks}, i {files} filer (se Datakvalitet)"


def summary(result: "Summary") -> list[str]:
    """The last lines of a build: what was read, and what became of every row."""
    told = (
        f"{result.unusable} ikke brukt" if result.unusable else "",
        f"{result.replaced} erstattet" if result.replaced else "",
    )
    passed = ", ".join(filter(None, told))
    refused = f" ({passed})" if passed else ""
    return [
        *([unmatched_decisions(result.unmatched)] if result.unmatched else []),
        *findings(result.findings),
        f"Filer: {result.files}{refused}",
        f"Rader lest: {thousands(result.rows_read)} = {thousands(result.accepted)} godtatt"
        f" + {thousands(result.duplicate)} duplikat + {thousands(result.review)} til avklaring"
        f" + {thousands(result.ignored)} uten kommune + {thousands(result.rejected)} avvist",
        f"Kontrolltall som avviker: {result.differing_totals}",
        f"Publisert: {result.path} ({decimal(result.seconds)} sekunder)",
    ]


def demo_written(files: int, folder: object) -> str:
    """What the demo command made, and how to build from it."""
    return (
        f"Skrev {thousands(files)} filer med demodata i {folder}. Bygg dem for seg selv: "
        f"python -m pipeline build --raw {folder} --warehouse MAPPE"
    )


DECIDE_NOTHING = "Ingen rader er til avklaring."
DECIDE_HEADINGS = ("Fil", "Linjer", "Navn", "Region", "Grunn", "Kan avgjøres", "Forslag")
DECIDE_TITLE = "{number} av {count}: «{name}»{region} – {solutions}"
DECIDE_WHERE = "  {path}, {lines}"
DECIDE_SUGGESTION = "  {number}. {municipality}"
DECIDE_MUNICIPALITY = "{name} ({code}), {county}"
DECIDE_NO_SUGGESTION = "  Programmet har ingen forslag."
DECIDE_ANSWER = "Svar (forslagets nummer, kommunenummer, ingen, Enter = hopp over, q = slutt): "
DECIDE_CHOSEN = "  {chosen}"
DECIDE_NONE = "Raden gjelder ingen kommune"
DECIDE_REASON = "Begrunnelse (q = slutt): "
DECIDE_REASON_MISSING = "  En avklaring må ha en begrunnelse: skriv hvorfor."
DECIDE_NOT_AN_ANSWER = (
    "  «{answer}» er ikke noe svar: skriv nummeret på et forslag, et kommunenummer på fire sifre, "
    "ingen, q eller bare Enter."
)
DECIDE_UNKNOWN_CODE = "  Ingen kommune har nummer {code} i dag: skriv et av dagens kommunenumre."
DECIDE_UNDECIDABLE = (
    "«{name}» ({path}, {lines}) kan ikke avgjøres her: {why}, så det må rettes i kilden."
)
DECIDE_WHY_NOT = {
    "conflict": "filen gir kommunen flere ulike verdier",
    "region_mismatch": "løsningen er ikke ment for kommunen",
}
DECIDE_WHO = "Kan ikke finne brukernavnet på maskinen: skriv hvem som avgjør med --who."
DECIDE_DONE = (
    "{count} avgjort og lagret i {path}. Kjør «python -m pipeline build», så teller de med."
)
DECIDE_NONE_DONE = "Ingen avgjort."


def in_lines(lines: Sequence[int]) -> str:
    """Where in a file: "linje 51" or "linje 51, 52"."""
    return "linje " + ", ".join(map(str, lines))


def why(error: OSError | Exception) -> str:
    """What went wrong with a file or folder, in Norwegian for what usually does."""
    number = getattr(error, "errno", None) or _errno_in(str(error))
    return _SYSTEM_WORDS.get(number, "systemet sier nei")


def _errno_in(text: str) -> int | None:
    """The number of the system's error that another program's message ends with (DuckDB's do)."""
    return next((number for number in _SYSTEM_WORDS if os.strerror(number) in text), None)


_SYSTEM_WORDS = {
    errno.EACCES: "ingen tilgang",
    errno.EPERM: "ingen tilgang",
    errno.EROFS: "skrivebeskyttet",
    errno.ENOENT: "finnes ikke",
    errno.EEXIST: "er en fil, ikke en mappe",
    errno.ENOTDIR: "er en fil, ikke en mappe",
    errno.EISDIR: IS_FOLDER,
    errno.ENOSPC: "disken er full",
    errno.EDQUOT: "kvoten er brukt opp",
    errno.EFBIG: "filen blir større enn det er lov til",
    errno.ENAMETOOLONG: "navnet er for langt",
    errno.ELOOP: "lenken går i ring",
    errno.EDQUOT: "disken er full",
    errno.EFBIG: "filen blir større enn det er lov til",
}


def orphan_sidecar(path: str) -> str:
    """A sidecar beside which its file does not stand."""
    return (
        f"Følgefilen {path} hører ikke til noen kildefil: gi den samme navn som filen den gjelder, "
        "eller fjern den."
    )


def copy_of(path: str) -> str:
    """A file that repeats another."""
    return f"Filen er helt lik {path} og brukes ikke: fjern den ene."


def in_the_future(as_of: date) -> str:
    """A date that has not been yet."""
    return f"Datoen {as_of.isoformat()} ligger fram i tid: rett mappenavnet eller as_of."


def too_old(as_of: date, first: int) -> str:
    """A date before there was anything to export."""
    return (
        f"Datoen {as_of.isoformat()} er før {first}, og så gamle eksporter finnes ikke: rett "
        "mappenavnet eller as_of."
    )


def several_dates(name: str) -> str:
    """A name with more than one date in it."""
    return f"«{name}» har flere datoer: skriv hvilken som gjelder, som as_of i følgefilen."


def unknown_owner(file: str, owner: str, known: Iterable[str]) -> str:
    """An owner that no kind of file knows."""
    words = " eller ".join(sorted(known))
    return f"Følgefilen {file} har ukjent eier «{short(owner)}»: skriv {words}."


def ambiguous_kind(first: str, second: str) -> str:
    """A header that two kinds of file explain equally well."""
    return (
        f"Filen kan være både «{first}» og «{second}»: gi den ene beskrivelsen en overskrift som "
        "bare den har."
    )


def no_period(printed: str) -> str:
    """A row of a table of several dates that does not say which it is of."""
    return f"«{short(printed)}» er ingen dato" if printed else "linjen mangler dato"


def second_table(line: int, headings: Sequence[str], problem: str) -> str:
    """A header further down that begins a table which cannot be used."""
    names = ", ".join(f"«{short(name)}»" for name in headings)
    return f"På linje {line} begynner en ny tabell ({names}). {problem}"


def solutions_as_columns(names: Sequence[str]) -> str:
    """A table with a column for each solution."""
    columns = " og ".join(f"«{short(name)}»" for name in names)
    return (
        f"Tabellen har løsninger som kolonner ({columns}), som ikke leses slik: lag én rad per "
        "kommune og løsning, med kolonnene Kommune, Løsning og Status."
    )


def bad_covers(what: str) -> str:
    """A sidecar that covers what nobody knows."""
    return (
        f"«covers» i følgefilen kan ikke brukes ({short(what)}): skriv «hele landet», en liste av "
        "regioner eller kommuner, eller fra–til av navn i tabellen."
    )
