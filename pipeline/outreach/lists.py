"""The one model of a list to take away: what was asked for, and the rows that answer it.

Command line, pages, workbooks and slides all get their rows here.
"""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple
from unicodedata import normalize

import duckdb

from pipeline.asking import ask
from pipeline.errors import UserError
from pipeline.outreach import texts
from pipeline.wording import date_words, either, plural, region_slug

SQL = Path(__file__).parent

Value = str | int | float | date | None
"""What a cell of a list may hold."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What a list is asked for: ids, region names and stages; empty means all of them.

    as_of: the state of that day; None for the latest that is known.
    """

    list: str
    solutions: tuple[str, ...]
    regions: tuple[str, ...] = ()
    as_of: date | None = None
    stages: tuple[str, ...] = ()

    @property
    def place(self) -> str:
        """The regions, or the whole country."""
        return ", ".join(self.regions) or texts.WHOLE_COUNTRY


class ListRow(NamedTuple):
    """list_rows.sql."""

    solution_id: str
    solution: str
    as_of: date | None
    municipality_code: str
    name: str
    parallel_names: str
    county_name: str
    digi_region: str
    health_region: str
    population: int
    org_number: str | None
    stage: str
    evidence_as_of: date | None
    enrolled: bool | None
    run_name: str | None
    wave: str | None
    enrolled_date: date | None
    in_use_since: date | None
    has_requirements: bool
    lacks: str
    unclear: str
    tries_out: bool
    contact: str | None
    earlier_owner: str | None
    earlier_stage: str | None
    earlier_as_of: date | None
    source: str | None
    enrolment_source: str | None


class Facts(NamedTuple):
    """list_facts.sql."""

    solution_id: str
    short_name: str
    name: str
    definition: str
    adopted_means: str
    requires: list[str]
    as_of: date | None
    first_as_of: date | None
    unknown: int
    is_mostly_unknown: bool
    enrolment_unknown: int
    enrolled_published: int | None
    meant_for: int


class Source(NamedTuple):
    """list_sources.sql."""

    solution_id: str
    source: str
    as_of: date


class Known(NamedTuple):
    """known.sql."""

    solutions: list[dict[str, Any]]
    regions: list[str]
    demo: bool


class Beside(NamedTuple):
    """What stands after the columns of a list: headings, and as many cells for each row."""

    headings: Sequence[str]
    rows: Sequence[Sequence[Value]]


@dataclass(frozen=True, slots=True)
class Listing:
    """A list: what was asked for, its rows, and what they rest on.

    mark: the word that the file must carry when figures are invented, else empty. narrowed: terms
    and texts that say how the rows were chosen and sorted, beyond the selection.
    """

    selection: Selection
    rows: tuple[ListRow, ...]
    facts: tuple[Facts, ...]
    sources: tuple[Source, ...]
    mark: str
    narrowed: tuple[tuple[str, str], ...] = ()
    beside: Beside | None = None

    @property
    def reservations(self) -> list[str]:
        """What the rows leave out or cannot say, a sentence each; a list must not keep it quiet."""
        told = [line for facts in self.facts for line in reservations_of(self.selection, facts)]
        return [*filter(None, [never(self.selection)]), *told]


def take(connection: duckdb.DuckDBPyConnection, selection: Selection) -> Listing:
    """The list that a selection asks for, from the warehouse behind the connection."""
    asked = {"solutions": selection.solutions, "as_of": selection.as_of}
    facts = ask(connection, SQL / "list_facts.sql", Facts, regions=selection.regions, **asked)
    ready = selection.list == "ready"
    sources = ask(connection, SQL / "list_sources.sql", Source, with_required=ready, **asked)
    return Listing(
        selection=selection,
        rows=take_rows(connection, selection),
        facts=tuple(facts),
        sources=tuple(sources),
        mark=texts.DEMO if known(connection).demo else "",
    )


def take_rows(connection: duckdb.DuckDBPyConnection, selection: Selection) -> tuple[ListRow, ...]:
    """The rows of a list, without what they rest on."""
    kept = LIST_STAGES[selection.list]
    stages = tuple(kept.intersection(selection.stages or kept))
    asked = asdict(replace(selection, stages=stages))
    return tuple(ask(connection, SQL / "list_rows.sql", ListRow, **asked))


def known(connection: duckdb.DuckDBPyConnection) -> Known:
    """What a list of this warehouse may be asked for."""
    return ask(connection, SQL / "known.sql", Known)[0]


def select(
    known: Known,
    list_name: str,
    solutions: Iterable[str],
    regions: Iterable[str] = (),
    as_of: date | None = None,
    stages: Iterable[str] = (),
) -> Selection:
    """A checked selection of what people write: ids or names, regions by name or slug.

    Raises UserError with one sentence for a word that means nothing here.
    """
    if list_name not in texts.LISTS:
        raise UserError(texts.UNKNOWN_LIST.format(wanted=list_name, known=either(texts.LIST_WORDS)))
    ids = {s["id"]: s["id"] for s in known.solutions}
    by_name = {s[key].casefold(): s["id"] for s in known.solutions for key in ("full_name", "name")}
    by_region = {n: name for name in known.regions for n in (name.casefold(), region_slug(name))}
    by_stage = {word: s for s, name in texts.STAGES.items() for word in (s, name.casefold())}
    chosen = [_meant(word, by_name | ids, ids, texts.UNKNOWN_SOLUTION) for word in solutions]
    if not chosen:
        raise UserError(texts.NO_SOLUTION.format(known=either(ids)))
    slugs = [region_slug(name) for name in known.regions]
    places = [_meant(word, by_region, slugs, texts.UNKNOWN_REGION) for word in regions]
    kept = [_meant(word, by_stage, texts.STAGES, texts.UNKNOWN_STAGE) for word in stages]
    return Selection(list_name, *map(_once, (chosen, places)), as_of, _once(kept))


def _meant(word: str, meanings: dict[str, str], told: Iterable[str], problem: str) -> str:
    found = meanings.get(normalize("NFC", word).strip().casefold())
    if found is None:
        raise UserError(problem.format(wanted=word, known=either(told)))
    return found


def _once(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))


def refuse_silence(listing: Listing) -> None:
    """Raise UserError when nothing can be said of a solution asked for, by the date asked for.

    Or when no row can have the stages asked for. A file that is merely empty would read as good
    news.
    """
    if fault := never(listing.selection) or _without_requirements(listing):
        raise UserError(fault)
    for facts in listing.facts:
        if fault := _silence(listing.selection, facts):
            raise UserError(fault)


def never(selection: Selection) -> str:
    """Why no row can have any of the stages asked for; empty when some can."""
    kept = LIST_STAGES[selection.list]
    if not selection.stages or kept.intersection(selection.stages):
        return ""
    return texts.STAGE_NEVER.format(
        list=texts.LISTS[selection.list],
        kept=_quoted(stage for stage in texts.STAGES if stage in kept),
        asked=_quoted(selection.stages),
    )


def _quoted(stages: Iterable[str]) -> str:
    return either(texts.QUOTED.format(word=texts.STAGES[stage]) for stage in stages)


def _without_requirements(listing: Listing) -> str:
    """Why nobody can be told to be ready for some of the solutions; empty for other lists."""
    without = [facts.short_name for facts in listing.facts if not facts.requires]
    if listing.selection.list != "ready" or not without:
        return ""
    others = [facts.short_name for facts in listing.facts if facts.requires]
    form = texts.NO_REQUIREMENTS_SOME if others else texts.NO_REQUIREMENTS
    return form.format(without=", ".join(without), others=", ".join(others))


def _silence(selection: Selection, facts: Facts) -> str:
    name = facts.short_name
    if selection.list == "ready":
        return ""
    if facts.as_of or (selection.list == "all" and facts.requires):
        return ""
    if facts.first_as_of is None:
        return texts.NO_FIGURES_AT_ALL.format(solution=name)
    asked, first = date_words(selection.as_of), date_words(facts.first_as_of)
    return texts.NO_FIGURES.format(solution=name, date=asked, first=first)


LIST_STAGES = {
    "not-adopted": frozenset({"not_adopted"}),
    "enrolled": frozenset(texts.STAGES),
    "not-adopted-not-enrolled": frozenset({"not_adopted"}),
    "in-use": frozenset({"in_use"}),
    "ready": frozenset(texts.STAGES) - {"in_use"},
    "all": frozenset(texts.STAGES),
}
"""The stages that the rows of each list may have."""

COLUMNS = tuple(texts.HEADINGS)
"""The columns of a list, in the order they have when nobody asks for another."""

DATES = frozenset({"as_of", "evidence_as_of", "enrolled_date", "in_use_since"})
"""The columns that hold dates; population alone holds numbers, the rest text."""


def table(listing: Listing, columns: Sequence[str] = COLUMNS) -> list[list[Value]]:
    """The rows as cells, in the order of the columns; words where the warehouse has codes."""
    return [_cells(row, columns, listing.mark) for row in listing.rows]


def sheet(listing: Listing, columns: Sequence[str]) -> tuple[list[str], list[list[Value]]]:
    """Headings and rows of a list with the columns asked for, and what stands beside them."""
    names, rows = headings(columns), table(listing, columns)
    if listing.beside is None:
        return names, rows
    paired = zip(rows, listing.beside.rows, strict=True)
    return [*names, *listing.beside.headings], [[*row, *more] for row, more in paired]


def headings(columns: Sequence[str] = COLUMNS) -> list[str]:
    """The Norwegian headings of some columns."""
    return [texts.HEADINGS[column] for column in columns]


def remark(earlier_stage: str | None, owner: str | None, as_of: date | None) -> str:
    """A warning when another owner said earlier that the municipality had come further."""
    if earlier_stage is None or as_of is None:
        return ""
    stage = texts.STAGES[earlier_stage].lower()
    return texts.CONTRADICTED.format(owner=owner, stage=stage, date=date_words(as_of))


def _cells(row: ListRow, columns: Sequence[str], mark: str) -> list[Value]:
    values = row._asdict() | {
        "parallel_names": row.parallel_names.replace("|", ", ") or None,
        "stage": texts.STAGES[row.stage],
        "enrolled": texts.ENROLLED[row.enrolled],
        "requirements": _requirements(row),
        "tries_out": texts.YES if row.tries_out else None,
        "remark": remark(row.earlier_stage, row.earlier_owner, row.earlier_as_of) or None,
        "source": _source(row, mark),
    }
    return [values[column] for column in columns]


def _requirements(row: ListRow) -> str | None:
    if not row.has_requirements:
        return None
    told = (
        texts.LACKS.format(names=row.lacks) if row.lacks else "",
        texts.UNCLEAR.format(names=row.unclear) if row.unclear else "",
    )
    return ". ".join(filter(None, told)) or texts.FULFILLED


def _source(row: ListRow, mark: str) -> str | None:
    """Where stage and enrolment come from, after the mark where there is one."""
    sources = dict.fromkeys(filter(None, (row.source, row.enrolment_source)))
    told = "; ".join(sources) or (texts.BY_REQUIREMENTS if row.has_requirements else None)
    if not mark or (told and told.startswith(mark)):
        return told
    return texts.DEMO_SOURCE.format(mark=mark, source=told) if told else mark


def reservations_of(selection: Selection, facts: Facts) -> list[str]:
    """What a list leaves out of one solution or cannot say of it, a sentence each."""
    told = []
    name, unknown = facts.short_name, plural(facts.unknown, *texts.MUNICIPALITY)
    if not facts.meant_for:
        return [texts.NOT_MEANT_FOR.format(solution=name, regions=either(selection.regions))]
    if facts.as_of is None:
        none = texts.READY_UNTOLD if selection.list == "ready" else texts.NO_SOURCE
        return [none.format(solution=name)]
    if selection.list == "ready" and facts.unknown:
        told.append(texts.READY_USE_UNKNOWN.format(solution=name, count=unknown))
    if selection.list == "not-adopted-not-enrolled" and facts.enrolment_unknown:
        count = plural(facts.enrolment_unknown, *texts.MUNICIPALITY)
        told.append(texts.ENROLMENT_LEFT_OUT.format(solution=name, count=count))
    if selection.list == "enrolled" and facts.enrolled_published and facts.enrolment_unknown:
        count = facts.enrolled_published
        told.append(texts.ENROLLED_BY_COUNT.format(solution=name, count=count))
    if selection.list == "enrolled" and facts.enrolment_unknown:
        count = plural(facts.enrolment_unknown, *texts.MUNICIPALITY)
        told.append(texts.ENROLLED_UNKNOWN.format(solution=name, count=count))
    if selection.list not in ("all", "enrolled", "ready") and facts.unknown:
        told.append(texts.STAGE_LEFT_OUT.format(solution=name, count=unknown))
    return told
