"""Every sentence that the pipeline and its command line say, in Norwegian bokmål.

One sentence a problem: what is wrong, where, and what to do about it.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

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
UNREADABLE_LINE = "linjen har et anførselstegn som ikke lukkes"
TOO_MANY_CELLS = "linjen har {found} felt, overskriften har {expected}"
TOO_FEW_CELLS = "linjen har {found} felt, overskriften har {expected}"
NO_NAME = "linjen mangler kommune"
NO_COUNT = "linjen mangler antall"
LOCKED = (
    "En annen bygging av datavarehuset pågår i {folder}: vent til den er ferdig, og prøv igjen."
)
NO_WAREHOUSE = "Det finnes ikke noe datavarehus i {folder}: kjør «python -m pipeline build» først."
NOTHING_USABLE = (
    "Ingen av filene i {folder} kan brukes: se meldingene over. Ingenting er publisert."
)
NO_FOLDER = "Mappen {folder} finnes ikke: oppgi en mappe med kildefiler med --raw."
EMPTY_FOLDER = "Mappen {folder} har ingen kildefiler: legg minst én eksport der, og bygg på nytt."
CANNOT_WRITE = (
    "Kan ikke skrive til {folder} ({why}): gi skrivetilgang, eller velg en annen mappe med "
    "--warehouse."
)
CANNOT_READ = "Kan ikke lese filen ({why}): sjekk at den er hel og at du har tilgang til den."
BROKEN_RULE = (
    "Byggingen brøt regelen «{rule}» ({count} rader, for eksempel {example}): "
    "ingenting er publisert."
)
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


def bad_kind(file: str, what: str) -> str:
    """A description of a kind of file that cannot be used."""
    return f"Beskrivelsen av filslaget i {file} er ikke gyldig ({what}): rett den."


def bad_sidecar(file: str, what: str) -> str:
    """A sidecar that cannot be used."""
    return f"Følgefilen {file} er ikke gyldig ({what}): rett den, eller fjern den."


def bad_date(text: str) -> str:
    """A date in a path or sidecar that is no date."""
    return f"«{text}» er ingen gyldig dato: skriv måneden som 2024-05 eller dagen som 2024-05-31."


def bad_catalogue(file: str, where: str, what: str) -> str:
    """A solution catalogue that cannot be used."""
    return f"Løsningskatalogen {file} har en feil i {where} ({what}): rett den."


def thousands(number: int) -> str:
    """A whole number with thin no-break spaces between thousands, as Norwegian readers expect."""
    return f"{number:,}".replace(",", "\u202f")


HELP = "Bygger datavarehuset av kildefilene og viser hvilket som gjelder."
HELP_BUILD = "les alle kildefiler og publiser et nytt datavarehus"
HELP_CURRENT = "skriv stien til datavarehuset som gjelder"
HELP_RAW = "mappe med kildefiler (ellers data/raw)"
HELP_WAREHOUSE = "mappe for datavarehuset (ellers UTBREDELSE_WAREHOUSE eller data/warehouse)"
HELP_IF_CHANGED = "bygg bare når noe er nyere enn datavarehuset som gjelder"


def file_line(path: str, kind_title: str | None, rows: int, problem: str | None) -> str:
    """The progress line of a file."""
    if problem:
        return f"✗ {path}: {problem}"
    return f"✓ {path}: {kind_title}, {thousands(rows)} rader"


def summary(result: "Summary") -> str:
    """The last lines of a build: what was read, and what became of every row."""
    refused = f" ({result.unusable} ikke brukt)" if result.unusable else ""
    return "\n".join(
        (
            f"Filer: {result.files}{refused}",
            f"Rader lest: {thousands(result.rows_read)} = {thousands(result.accepted)} godtatt"
            f" + {thousands(result.duplicate)} duplikat + {thousands(result.review)} til avklaring"
            f" + {thousands(result.ignored)} sumrad + {thousands(result.rejected)} avvist",
            f"Kontrolltall som avviker: {result.differing_totals}",
            f"Publisert: {result.path} ({decimal(result.seconds)} sekunder)",
        )
    )
