"""The whole file read: its title, footer, names and unused columns, and of whom it can speak."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import PurePosixPath

from pipeline import texts
from pipeline.errors import UserError
from pipeline.register.municipalities import Register
from pipeline.register.regions import AREAS, Regions
from pipeline.register.text import words_of
from pipeline.sources.dates import without_dates
from pipeline.sources.filters import Filters, read_filters
from pipeline.sources.kind_faults import OF_STAGES
from pipeline.sources.kinds import FIELDS, Kind, heading_key, normal
from pipeline.sources.reader import Remark, SourceFile
from pipeline.sources.rows import CELLS, DATA
from pipeline.sources.scope import EVERYBODY, Scope, by_regions, covered
from pipeline.verdict import REMARK, SERIOUS, words

_NAME, _REGION, _SOLUTION = (
    CELLS + FIELDS.index(field) for field in ("name", "region", "solution")
)
_PLAN = re.compile(
    r"\b(?:innførings|utrullings|handlings|framdrifts|fremdrifts)?plan(?:er|en|lagt|lagte|legger)?\b"
    r"|\bprognose|\bskal (?:ta|tas|innføre|koble|begynne|starte)\b|\bønsker å\b"
    r"|\bpåmeld(?:t|te|ing|inger)\b|\bmeldt seg på\b"
    r"|\bplanned\b|\bforecast"
)
"""A plan tells what somebody means to do: it is no status."""
_OPPOSITE = {
    "positive": re.compile(
        r"\bikke (?:er |har )?(?:på|tatt|koblet|tilkoblet|innført|bruk\w*|i bruk)\b"
        r"|\bkommuner uten\b|\bgjenstår\b"
    ),
    "negative": re.compile(r"^(?!.*\b(?:ikke|uten|mangler|gjenstår)\b).*\b(?:tatt )?i bruk\b"),
}
"""What a title of users, or of those who are none, never says, by evidence."""
_STATUS = re.compile(
    r"\bstatus\b|\baktiv\b|\bi bruk\b|\bavsluttet\b|\bsluttdato\b|\bopphørt\b"
    r"|\b(?:til)?koblet\b|\bi drift\b"
)
_LONGEST_TITLE = 10
"""Words: a longer line is prose, and may be about anything."""
_SAYS_NO_STATUS = ("positive", "negative")
_WORDS = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Known:
    """What is known of areas and solutions. solutions: ids by printed name; titles: names by id."""

    register: Register
    solutions: Mapping[str, str]
    titles: Mapping[str, str]
    owners: Collection[str]

    @cached_property
    def regions(self) -> Regions:
        """All areas with a name."""
        return Regions(self.register)

    @cached_property
    def municipalities(self) -> dict[str, set[str]]:
        """The codes of all that bear a name, by the name as compared."""
        codes: dict[str, set[str]] = defaultdict(set)
        for one in self.register.municipalities.values():
            codes[normal(one.name)].add(one.code)
        return dict(codes)

    @cached_property
    def _spoken(self) -> dict[tuple[str, ...], str]:
        return {tuple(_WORDS.findall(name)): id_ for name, id_ in self.solutions.items()}

    def named_after(self, names: Iterable[str]) -> Scope:
        """The scope of a file or sheet that is called after a region, and not a municipality."""
        for name in names:
            words = words_of(_WORDS_APART.sub(" ", without_dates(name)))
            for start in range(len(words)):
                for end in range(len(words), start, -1):
                    region = self.regions.find(words[start:end])
                    if region and region.kind in AREAS and self._is_no_municipality(region.name):
                        return Scope(region.codes, region.name)
        return EVERYBODY

    def _is_no_municipality(self, name: str) -> bool:
        return normal(name) not in self.municipalities

    def solutions_in(self, text: str) -> set[str]:
        """The solutions that a title or a name of a file names, as whole words."""
        printed = _WORDS.findall(normal(text))
        found = set()
        for name, id_ in self._spoken.items():
            if any(tuple(printed[i : i + len(name)]) == name for i in range(len(printed))):
                found.add(id_)
        return found


def looked_over(source: SourceFile, codes: Iterable[str | None], known: Known) -> SourceFile:
    """A source with its scope, and what is to be said of all in it that is no row.

    codes: the municipality that each row is sure to mean. A source whose columns say another thing
    than its kind, or whose sidecar covers what nobody knows, is refused.
    """
    if source.problem or source.table is None or source.kind is None:
        return source
    try:
        _refuse_pivot(source, known)
        filters = _filters(source, known)
        scope = _scope(source, codes, filters, known)
    except UserError as error:
        return source.refused(str(error))
    found = [
        *source.findings,
        *_of_columns(source),
        *_of_plans(source),
        *_of_opposites(source),
        *_of_solutions(source, filters, known),
        *(_of_filters(filters) if source.sidecar.covers is None else ()),
        *_of_scope(source, scope),
        *_of_owner(source, known.owners),
    ]
    if source.passed_over:
        sentence = f"{texts.passed_over(source.passed_over)}."
        found.append(Remark(None, "hidden_sheets", REMARK, sentence))
    return replace(source, scope=scope, findings=found)


def _refuse_pivot(source: SourceFile, known: Known) -> None:
    """Raises UserError for columns headed by solutions: what they say would not be read."""
    columns = [name for name in source.table.header.unused if normal(name) in known.solutions]
    if columns:
        raise UserError(texts.solutions_as_columns(columns))


def _of_columns(source: SourceFile) -> Iterator[Remark]:
    header = source.table.header
    if header.unused:
        telling = [name for name in header.unused if _speaks_against(name, source.kind)]
        plans = any(_PLAN.search(heading_key(name)) for name in telling)
        kind = "plan" if plans else "unused_column"
        severity = SERIOUS if telling else REMARK
        yield Remark(None, kind, severity, words.unused_columns(header.unused, telling))
    if source.table.filled:
        columns = [column + 1 for column in sorted(source.table.filled)]
        yield Remark(source.table.line, "unused_column", SERIOUS, words.nameless(columns))


def _speaks_against(heading: str, kind: Kind) -> bool:
    """Whether a column that is not read may tell that rows are not what they are taken for."""
    key = heading_key(heading)
    says = _STATUS.search(key) or _PLAN.search(key)
    return kind.evidence in _SAYS_NO_STATUS and bool(says)


def _of_plans(source: SourceFile) -> Iterator[Remark]:
    if source.kind.evidence not in OF_STAGES:
        return
    header = source.table.header
    read = [header.cells[column] for _, column in header.places]
    for text in (*_titles(source), *read):
        if len(text.split()) <= _LONGEST_TITLE and _PLAN.search(
            _WORDS_APART.sub(" ", normal(text))
        ):
            yield Remark(None, "plan", SERIOUS, words.is_plan(text))
            return


def _of_opposites(source: SourceFile) -> Iterator[Remark]:
    opposite = _OPPOSITE.get(source.kind.evidence)
    for text in _titles(source) if opposite else ():
        if opposite.search(_WORDS_APART.sub(" ", normal(text))):
            yield Remark(None, "opposite", SERIOUS, words.is_opposite(text, source.kind.title))
            return


_NAMES_TABLE = re.compile(r"(?:rapport|tabell|tittel|visning|side|report|page|title)\b")
_WORDS_APART = re.compile(r"[_\W]+")


def _titles(source: SourceFile) -> Iterator[str]:
    """What the table is called: the lines above it, "Rapport: …" below it, its sheet, its file."""
    for cells in source.table.above:
        yield from filter(None, map(str.strip, cells))
    for cells in source.table.below:
        yield from (cell for cell in cells if _NAMES_TABLE.match(normal(cell)))
    if source.sheet:
        yield source.sheet
    yield PurePosixPath(source.file).stem


def _of_solutions(source: SourceFile, filters: Filters, known: Known) -> Iterator[Remark]:
    """Titles and filters that name another solution than the table tells of."""
    spoken_of = {source.kind.solution} if source.kind.solution else _solutions(source, known)
    for text in _titles(source):
        named = known.solutions_in(text)
        if named and spoken_of and named.isdisjoint(spoken_of):
            yield Remark(None, "another_solution", SERIOUS, _another(named, text, spoken_of, known))
            return
    if filters.solutions and filters.solutions.isdisjoint(spoken_of):
        sentence = _another(filters.solutions, "; ".join(filters.told), spoken_of, known)
        yield Remark(None, "another_solution", SERIOUS, sentence)


def _another(named: Collection[str], text: str, told: Collection[str], known: Known) -> str:
    titles = known.titles
    return words.another_solution(
        sorted(titles[one] for one in named), text, sorted(titles[one] for one in told)
    )


def _solutions(source: SourceFile, known: Known) -> set[str]:
    printed = {row[_SOLUTION] for row in source.rows if row[_SOLUTION]}
    return {id_ for name in printed if (id_ := known.solutions.get(normal(name)))}


def _names(source: SourceFile) -> Iterator[str]:
    """What the table lies in, from the sheet outwards."""
    if source.sheet:
        yield source.sheet
    path = PurePosixPath(source.file)
    yield from (path.stem, *reversed(path.parts[:-1]))


_HEADLINE = 6
"""Words: a longer line above a table may be about anything."""
_NO_HEADLINE = re.compile(r":|\b(?:ikke|uten|unntatt|mangler|utenom)\b", re.IGNORECASE)


def _headlines(source: SourceFile) -> Iterator[str]:
    """The titles above the table, the nearest first: "VKP i Nordland"."""
    for cells in reversed(source.table.above):
        for cell in filter(str.strip, cells):
            if len(cell.split()) <= _HEADLINE and not _NO_HEADLINE.search(cell):
                yield cell


def _of_owner(source: SourceFile, owners: Collection[str]) -> Iterator[Remark]:
    """A folder that is called after another owner than the kind of file has."""
    if source.sidecar.owner:
        return
    for folder in PurePosixPath(source.file).parts[:-1]:
        first = words_of(folder)[:1]
        for owner in owners:
            if words_of(owner) == first and owner != source.owner:
                sentence = words.another_owner(folder, source.kind.title, str(source.owner))
                yield Remark(None, "owner", REMARK, sentence)


def _filters(source: SourceFile, known: Known) -> Filters:
    return read_filters(
        source.table.above,
        source.table.below,
        known.regions,
        known.solutions,
        known.municipalities,
    )


def _of_filters(filters: Filters) -> Iterator[Remark]:
    for line in filters.not_understood:
        yield Remark(None, "filter", SERIOUS, words.odd_filter(line))


def _scope(
    source: SourceFile, codes: Iterable[str | None], filters: Filters, known: Known
) -> Scope:
    """The sidecar's word, else what filters and regions leave."""
    if source.sidecar.covers is not None:
        printed = [row[_NAME] for row in source.rows if row[1] == DATA and row[_NAME]]
        return covered(source.sidecar.covers, known.register, known.regions, printed)
    regions: set[str] = set()
    if source.table.header.has("region") and source.kind.evidence != "totals":
        regions = {row[_REGION] for row in source.rows if row[_REGION] and row[1] == DATA}
    placed = {text for text in regions if known.regions.area(text)}
    others = {
        code for row, code in zip(source.rows, codes, strict=True)
        if code and row[_REGION] not in placed
    } if placed else ()  # fmt: skip
    scope = by_regions(placed, others, known.register, known.regions)
    if filters.area is None:
        return scope if placed else known.named_after([*_headlines(source), *_names(source)])
    area = filters.area if scope.codes is None else filters.area & scope.codes
    return Scope(area, ", ".join(filters.told), regions=scope.regions)


def _of_scope(source: SourceFile, scope: Scope) -> Iterator[Remark]:
    if scope.codes is not None and source.sidecar.covers is None and not scope.widens:
        yield Remark(None, "scope", REMARK, words.filtered(scope.told))
