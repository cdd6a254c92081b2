"""The exports of one month: what KS and NHN would have written of the demo set's truth."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from pipeline import texts
from pipeline.catalogue import Solution
from pipeline.demo.enrolments import enrolment_list
from pipeline.demo.names import misprint
from pipeline.demo.truth import Course
from pipeline.demo.world import Row, World, alphabetical, by_name
from pipeline.register.municipalities import Municipality
from pipeline.stages import UNKNOWN, WORDS, rank

_MISPRINTED = 0.2
"""The share of lists in which the typist slips; a short or composed name survives it."""
_REPEATED = 0.15
"""The share of files in which a row stands twice."""
_MISCOUNTED = 0.2
"""The share of months in which a published count is not that of the list."""
_LATE = 0.1
"""The share of new users that KS has not heard of within the month."""
_CORRECTED = 0.08
"""The share of reports that leave somebody out and are corrected a month later."""


@dataclass(frozen=True, slots=True)
class Export:
    """A file to be written: its path, its rows with the header first, and what is known of it.

    replaces: the path of the file it corrects.
    """

    path: str
    owner: str
    rows: Sequence[Row]
    encoding: str = "utf-8-sig"
    note: str | None = None
    replaces: str | None = None


def exports_of(world: World, month: int, day: date, *, is_last: bool) -> list[Export]:
    """All files that speak for a month (see truth.py) whose last day is `day`.

    A corrected file lies in the folder of the month after, so the last month has none.
    """
    written = _of_ks(world, month, day)
    for report in _REPORTS:
        written += _of_nhn(world, report, month, day, can_be_corrected=not is_last)
    return [export for export in written if len(export.rows) > 1]  # nobody yet: no report


def _of_ks(world: World, month: int, day: date) -> list[Export]:
    names: list[Row] = [("Løsning", "Digi-region", "Kommune")]
    totals: list[Row] = [("Løsning", "Liste", "Digi-region", "Antall")]
    for solution in world.portfolio.solutions:
        if solution.id not in _REPORTED:
            continue
        gap = [one for one in world.municipalities if _lacks(world, solution, one, month)]
        by_region: dict[str, list[Municipality]] = {}
        for one in gap:
            by_region.setdefault(one.digi_region, []).append(one)
        for region, members in by_region.items():
            printed = sorted((world.printer.by_ks(one) for one in members), key=alphabetical)
            names += ((solution.short_name, region, name) for name in printed)
        totals += _totals(world, solution, by_region, month)
    random = world.random("KS", month)
    month_name, folder = f"{day:%Y-%m}", f"ks-{day:%Y-%m}"
    return [
        Export(f"{folder}/ikke_tatt_i_bruk_{month_name}.csv", "KS", _blurred(names, random)),
        Export(f"{folder}/publiserte_totaler_{month_name}.csv", "KS", totals),
        Export(f"{folder}/pamelding_{month_name}.csv", "KS", enrolment_list(world, month, day)),
    ]


def _lacks(world: World, solution: Solution, one: Municipality, month: int) -> bool:
    """Whether KS lists it: not adopted by KS' measure, as far as KS has heard."""
    course = world.truth[solution.id, one.code]
    late = world.random("late", solution.id, one.code).random() < _LATE
    stage = course.stage(month - 1 if late else month)
    return rank(stage) < rank(solution.adopted_means)


def _totals(
    world: World, solution: Solution, by_region: Mapping[str, Sequence[Municipality]], month: int
) -> list[Row]:
    random = world.random("totals", solution.id, month)
    wrong = random.choice([*by_region, None]) if random.random() < _MISCOUNTED else None
    listed = {region: len(members) for region, members in by_region.items()}
    enrolled = {
        region: sum(_waits(world.truth[solution.id, one.code], month) for one in members)
        for region, members in by_region.items()
    }
    lists = (("Ikke tatt i bruk", listed), ("Påmeldt felles innføringsløp", enrolled))
    rows: list[Row] = []
    for title, counts in lists:
        rows.append((solution.short_name, title, "Hele landet", str(sum(counts.values()))))
        for region, count in counts.items():
            shown = count + 1 if title == lists[0][0] and region == wrong else count
            rows.append((solution.short_name, title, region, str(shown)))
    return rows


def _waits(course: Course, month: int) -> bool:
    """Whether it is enrolled and has come no further: the run's own books are never late."""
    return course.is_enrolled(month) and course.stage(month) == "not_adopted"


def _kjernejournal(world: World, month: int) -> list[Row]:
    words = {"in_use": "Bruker Kjernejournal", "enabled": "Teknisk tilrettelagt"}
    return [
        (world.printer.by_nhn(one), one.health_region, words[stage])
        for one, stage in _stages(world, "kjernejournal", month)
        if stage in words
    ]


def _digihelse(world: World, month: int) -> list[Row]:
    return [
        (world.printer.by_nhn(one), "Aktiv" if stage == "in_use" else "-")
        for one, stage in _stages(world, "digihelse", month)
    ]


def _digihelsestasjon(world: World, month: int) -> list[Row]:
    rows = []
    for one, stage in _stages(world, "digihelsestasjon", month):
        if stage == "not_adopted":
            continue
        sent = 0
        if stage == "in_use":
            used_for = month - world.truth["digihelsestasjon", one.code].used
            random = world.random("activity", one.code, month)
            per_1000 = min(40, 4 + 3 * used_for) * random.uniform(0.8, 1.2)
            sent = max(1, round(one.population * per_1000 / 1000))
        rows.append(
            (world.printer.by_nhn(one), str(round(1000 * sent / one.population)), str(sent))
        )
    return rows


def _vkp(world: World, month: int) -> list[Row]:
    return [
        (world.printer.by_nhn(one), f"{one.population:,}".replace(",", " "))
        for one, stage in _stages(world, "vkp", month)
        if stage == "in_use"
    ]


def _stages(world: World, solution: str, month: int) -> Iterator[tuple[Municipality, str]]:
    for one in world.municipalities:
        yield one, world.truth[solution, one.code].stage(month)


def _every_other_solution(world: World, month: int) -> list[Row]:
    """The status of all solutions that have no report of their own."""
    return [
        (
            world.printer.by_nhn(one),
            solution.shown_name,
            WORDS[course.stage(month) if course.answered <= month else UNKNOWN].capitalize(),
        )
        for solution in world.portfolio.solutions
        if solution.id not in _REPORTED
        for one, course in world.courses(solution)
    ]


@dataclass(frozen=True, slots=True)
class _Report:
    """One of NHN's reports: its file name, header, rows, and which column its total row sums.

    solution: the only one it tells of.
    """

    solution: str | None
    name: str
    header: Row
    rows: Callable[[World, int], list[Row]]
    summed: int | None = None
    encoding: str = "utf-8-sig"


_REPORTS = (
    _Report(
        "kjernejournal", "kjernejournal_status", ("Kommune", "Helseregion", "Status"),
        _kjernejournal, encoding="cp1252",
    ),
    _Report("digihelse", "digihelse_status", ("Kommunenavn", "Aktiv Digihelse"), _digihelse),
    _Report(
        "digihelsestasjon", "digihelsestasjon_avtaler",
        ("Kommune", "Sum på Avtaleutsending pr. 1000 innbyggere", "Sum på avtaleutsending"),
        _digihelsestasjon, summed=2,
    ),
    _Report("vkp", "vkp_kommuner", ("Kommune", "Befolkning"), _vkp, summed=1, encoding="cp1252"),
    _Report(None, "status", ("Kommune", "Løsning", "Status"), _every_other_solution),
)  # fmt: skip
_REPORTED = frozenset(report.solution for report in _REPORTS)
"""The solutions that have a report of their own; KS' lists tell of the same ones."""


def _of_nhn(
    world: World, report: _Report, month: int, day: date, *, can_be_corrected: bool
) -> list[Export]:
    random = world.random("NHN", report.name, month)
    rows = sorted(report.rows(world, month), key=by_name)
    name = f"{report.name}_{day:%Y-%m}"
    folder = f"nhn-{day:%Y-%m}"
    if not (can_be_corrected and len(rows) > 20 and random.random() < _CORRECTED):
        table = _with_total(report, _blurred([report.header, *rows], random))
        return [Export(f"{folder}/{name}.csv", "NHN", table, report.encoding)]
    left_out = {row[0] for row in random.sample(rows, 2)}
    first = [row for row in rows if row[0] not in left_out]
    next_folder = f"nhn-{day.year + day.month // 12}-{day.month % 12 + 1:02}"
    return [
        Export(f"{folder}/{name}.csv", "NHN", _with_total(report, [report.header, *first]),
               report.encoding),
        Export(f"{next_folder}/{name}_rettet.csv", "NHN",
               _with_total(report, [report.header, *rows]), report.encoding, texts.DEMO_CORRECTED,
               replaces=f"{folder}/{name}.csv"),
    ]  # fmt: skip


def _blurred(table: Sequence[Row], random: Random) -> list[Row]:
    """A table and its header, now and then with a misprint or a row that stands twice."""
    header, *rows = table
    place = header.index("Kommune") if "Kommune" in header else 0
    if rows and random.random() < _MISPRINTED:
        i = random.randrange(len(rows))
        row = rows[i]
        rows[i] = (*row[:place], misprint(row[place], random), *row[place + 1 :])
    if rows and random.random() < _REPEATED:
        rows.append(random.choice(rows))
    return [header, *rows]


def _with_total(report: _Report, table: list[Row]) -> list[Row]:
    """The table with a total row where the report has one; a row that stands twice counts once."""
    if report.summed is None or len(table) == 1:
        return table
    figures = {row[0]: int(row[report.summed].replace(" ", "")) for row in table[1:]}
    total = [""] * len(report.header)
    total[0], total[report.summed] = "Totalt", str(sum(figures.values()))
    return [*table, tuple(total)]
