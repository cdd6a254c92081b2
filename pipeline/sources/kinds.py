"""Kinds of source file: one declarative TOML file each, recognised by their header."""

import re
import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as default
from functools import lru_cache
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

from pipeline import texts
from pipeline.errors import UserError
from pipeline.sources.kind_faults import FIELDS, MUNICIPALITY, OF_STAGES, RHYTHMS, kind_fault

NUMBERS = ("count", "activity", "activity_per_1000", "population")

COMMON_COLUMNS: Mapping[str, Sequence[str]] = {
    "code": (
        "Kommunenummer", "Kommunenr", "Kommune nr", "Kommunekode", "Knr", "K nr", "Kommnr",
        "Komm nr",
    ),
    "org_number": ("Organisasjonsnummer", "Organisasjonsnr", "Orgnummer", "Orgnr", "Org nr"),
    "region": ("Digi-region", "Fylke", "Helseregion"),
    "period": (
        "Måned", "Periode", "Rapportmåned", "Rapportdato", "Per dato", "Uttrekksdato", "Dato",
        "Måned og år", "År og måned", "Month", "Period",
    ),
}  # fmt: skip
"""Columns that every kind may carry besides its own; rows of enrolment have days of their own."""

_SHARED = ({"name"}, {"solution"})
_INVISIBLE = dict.fromkeys("\xad\u200b\u200c\u200d\u2060\ufeff")
_DASHES = dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-")
_AS_COMPARED = str.maketrans(_INVISIBLE | _DASHES)
_PUNCTUATION = re.compile(r"[()\[\],.:;/_-]+")
_PER_1000 = re.compile(r"\b(?:pr|per) 1 ?000\b")
_UNIT = re.compile(r"\s*(?:[(\[]([^)\]]*)[)\]]|,([^,]*)|\b(antall|personer|innbyggere|stk\.?))$")
_OTHER_MEANING = re.compile(
    r"%|prosent|andel|promille|nr|nummer|kode|\bid\b|endring|tusen"
    r"|\bpe?r\.? ?(?:1[ .]?000|\d* ?innb)"
)
"""A unit that makes another figure of a column: "Befolkning (%)" is not "Befolkning"."""


class Expected(NamedTuple):
    """What a list is like when nothing is wrong with it, beside the one before.

    months: its rhythm. silent_change: the share of a solution's municipalities whose stage may
    change by its silence in a period. rows_kept: the share of those named that are named again.
    """

    months: int = 1
    silent_change: float = 0.1
    rows_kept: float = 0.8


@dataclass(frozen=True, slots=True)
class Kind:
    """What a kind of file looks like and what its rows are evidence of.

    columns: required fields to the headings they go by; optional: the same, not required.
    never_with: headings that make a file with all required columns something else.
    stage: listed, listed_without_activity, silence, sees (see the TOML files), and of_services:
    which of a municipality's rows counts where each is of another service, furthest or least.
    status, lists: printed words to stages and to list names.
    """

    id: str
    title: str
    owner: str
    evidence: str
    solution: str | None
    columns: Mapping[str, Sequence[str]]
    optional: Mapping[str, Sequence[str]]
    never_with: Sequence[str]
    stage: Mapping[str, object]
    status: Mapping[str, str]
    lists: Mapping[str, str]
    expected: Expected = default(default_factory=Expected)


@dataclass(frozen=True, slots=True)
class Header:
    """A recognised header: the kind, where each field stands, and the number of columns.

    places: for each field found, its place in FIELDS and its column. last_required: the last
    column that a row must reach. named: the number of columns up to the last that has a heading.
    twice: headings that more than one column goes by, so that neither is certain. cells: the
    headings as printed. of_whom: the columns that say of which municipality a row speaks.
    nameless: those without a heading after the first that is read.
    """

    kind: Kind
    places: Sequence[tuple[int, int]]
    last_required: int
    width: int
    named: int
    cells: Sequence[str]
    of_whom: Sequence[int]
    nameless: Sequence[int]
    twice: Sequence[str] = ()

    def has(self, field: str) -> bool:
        """Whether a column is read as this field."""
        return any(FIELDS[place] == field for place, _ in self.places)

    @property
    def unused(self) -> list[str]:
        """The headings of columns that are not read."""
        used = {column for _, column in self.places}
        return [cell.strip() for i, cell in enumerate(self.cells) if i not in used and cell.strip()]


@lru_cache(maxsize=1 << 12)
def normal(text: str) -> str:
    """A word as compared: NFC, case-folded, single spaces, dashes as hyphens, nothing invisible.

    The macro of the same name in macros.sql does the same to what the rows print.
    """
    text = unicodedata.normalize("NFC", text).translate(_AS_COMPARED).casefold()
    return " ".join(text.split())


@lru_cache(maxsize=1 << 12)
def is_heading(cell: str) -> bool:
    """Whether a cell is what a column of municipalities, or one beside it, goes by."""
    return heading_key(cell) in _HEADINGS


@lru_cache(maxsize=1 << 12)
def heading_key(text: str) -> str:
    """A heading as compared: a word whose punctuation counts as spaces, "per" written "pr"."""
    spaced = " ".join(_PUNCTUATION.sub(" ", normal(text)).split())
    return _PER_1000.sub("pr 1000", spaced)


_HEADINGS = {
    heading_key(word)
    for word in (
        "Kommune", "Kommunenavn", "Kommuner", "Kommune navn", "Løsning", "Digi-region", "Region",
        "Fylke", "Helseregion", "Kommunenummer", "Kommunenr", "Knr", "Status", "Måned",
    )
}  # fmt: skip
"""Headings that no municipality is called."""


def without_unit(text: str) -> str:
    """A heading's key without its added unit: "Befolkning, antall" and "Befolkning (antall)"."""
    word = normal(text)
    unit = _UNIT.search(word)
    if not unit or _OTHER_MEANING.search(unit[0]):
        return heading_key(text)
    return heading_key(word[: unit.start()])


def load_kinds(folder: Path) -> tuple[Kind, ...]:
    """All kinds described in a folder, by file name. A bad description raises UserError."""
    return tuple(_load_kind(path) for path in sorted(folder.glob("*.toml")))


def _load_kind(path: Path) -> Kind:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UserError(texts.bad_kind(path.name, str(error))) from error
    return parse_kind(path.stem, data, path.name)


def parse_kind(id_: str, data: Mapping[str, Any], file: str) -> Kind:
    """A kind from its description; UserError naming the file and the fault where it cannot be."""
    if found := kind_fault(data):
        raise UserError(texts.bad_kind(file, f"{id_}: {found}"))
    own = {field: tuple(names) for field, names in data["columns"].items()}
    common = dict(COMMON_COLUMNS)
    if data["evidence"] == "enrolment":
        del common["period"]
    expected = dict(data.get("expected", {}))
    if rhythm := expected.pop("rhythm", None):
        expected["months"] = RHYTHMS[rhythm]
    return Kind(
        id=id_,
        title=data["title"],
        owner=data["owner"],
        evidence=data["evidence"],
        solution=data.get("solution"),
        columns=own,
        optional={
            field: tuple(names)
            for field, names in (common | data.get("optional", {})).items()
            if field not in own
        },
        never_with=tuple(data.get("never_with", ())),
        stage=data.get("stage", {}),
        status={normal(word): stage for word, stage in data.get("status", {}).items()},
        lists={normal(word): name for word, name in data.get("lists", {}).items()},
        expected=Expected(**expected),
    )


def match_header(cells: Sequence[str], kinds: Sequence[Kind]) -> Header | None:
    """The kind whose required columns all stand in this row; the one that explains most wins.

    Where rows tell stages, a column must say of which municipality. Raises UserError when two
    explain as much: which of them it is would be a guess.
    """
    headings = _headings(cells)
    explained: list[tuple[int, int, Kind, dict[str, list[int]]]] = []
    for kind in kinds:
        found = _positions(headings, kind.columns)
        if len(found) == len(kind.columns) and not _is_another(headings, kind):
            required = len(found)
            found |= _positions(headings, kind.optional)
            if kind.evidence in OF_STAGES and found.keys().isdisjoint(MUNICIPALITY):
                continue
            explained.append((len(found), required, kind, found))
    if not explained:
        return None
    explained.sort(key=lambda known: known[:2], reverse=True)
    best, *others = explained
    if others and others[0][:2] == best[:2]:
        raise UserError(texts.ambiguous_kind(best[2].title, others[0][2].title))
    return _header(best[2], best[3], cells)


def are_alike(one: Kind, other: Kind) -> bool:
    """Whether a file of one kind, all its columns there, could just as well be of the other."""
    return _could_be(one, other) or _could_be(other, one)


def _could_be(kind: Kind, other: Kind) -> bool:
    """Whether some heading of each column of a kind makes it another, the likeliest ones tried."""
    keys = {heading_key(name) for names in other.columns.values() for name in names}
    likely = (
        [name for name in names if heading_key(name) in keys] or names[:1]
        for names in kind.columns.values()
    )
    optional = [names[0] for names in kind.optional.values()]
    for required in product(*likely):
        try:
            match_header([*required, *optional], (kind, other))
        except UserError:
            return True
    return False


def _header(kind: Kind, found: Mapping[str, list[int]], cells: Sequence[str]) -> Header:
    first = min(where[0] for where in found.values())
    return Header(
        kind,
        places=[(FIELDS.index(field), where[0]) for field, where in found.items()],
        last_required=max(found[field][0] for field in kind.columns),
        width=len(cells),
        named=max(i for i, cell in enumerate(cells, 1) if cell.strip()),
        cells=tuple(cells),
        of_whom=[where[0] for field, where in found.items() if field in MUNICIPALITY],
        nameless=[i for i, cell in enumerate(cells) if i > first and not cell.strip()],
        twice=[cells[where[0]] for where in found.values() if len(where) > 1],
    )


def closest_header(cells: Sequence[str], kinds: Sequence[Kind]) -> tuple[Kind, list[str]] | None:
    """For a row that is nearly a header: the kind, and the headings that it lacks.

    Nearly means that at least half of the required columns stand there, and that what stands
    there is more than a column of municipalities or of solutions, which most tables share.
    """
    headings = _headings(cells)
    nearest: tuple[float, Kind, list[str]] | None = None
    for kind in kinds:
        found = _positions(headings, kind.columns)
        share = len(found) / len(kind.columns)
        if share < 0.5 or found.keys() in _SHARED or _is_another(headings, kind):
            continue
        lacking = [names[0] for field, names in kind.columns.items() if field not in found]
        if not lacking:  # then it is the municipality
            lacking = [next(kind.optional[one][0] for one in MUNICIPALITY if one in kind.optional)]
        if nearest is None or share > nearest[0]:
            nearest = (share, kind, lacking)
    return nearest and (nearest[1], nearest[2])


def _is_another(headings: Mapping[str, list[int]], kind: Kind) -> bool:
    return any(heading_key(name) in headings for name in kind.never_with)


def _headings(cells: Sequence[str]) -> dict[str, list[int]]:
    """The columns that go by each heading; one with an added unit only where none is without."""
    exact: dict[str, list[int]] = {}
    reduced: dict[str, list[int]] = {}
    for i, cell in enumerate(cells):
        exact.setdefault(heading_key(cell), []).append(i)
        reduced.setdefault(without_unit(cell), []).append(i)
    return {key: where for key, where in (reduced | exact).items() if key}


def _positions(
    headings: Mapping[str, list[int]], columns: Mapping[str, Sequence[str]]
) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for field, names in columns.items():
        for name in names:
            if where := headings.get(heading_key(name)):
                found[field] = where
                break
    return found
