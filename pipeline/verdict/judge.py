"""Every finding of every source, serious or a remark: made once, for `build` and `check` alike.

What a source says is held against itself, against the others of its date, and against the accepted
list of the same kind and owner before it. Design, section 15, has the rules and the limits.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import duckdb
import pyarrow as pa

from pipeline.asking import ask
from pipeline.verdict import REMARK, SERIOUS, words

MOST, SEVERAL = 0.5, 4
"""Of the rows of a file: with more of them unknown, or with odd figures, its columns are not what
they say; so few may be anything."""
LOST_BY_CORRECTION = 0.2
NEARLY_EVERYBODY, MANY_BEFORE = 0.9, 0.8
"""A positive list names so many, and none before it so many."""
LONGEST_SILENCE = 1 / 3
"""No time between two lists makes more changes by silence believable."""
PERIODS_REMEMBERED, TIMES_THE_LARGEST, FEW = 6, 2, 20
"""Changes said in rows: so much larger than the largest remembered, and more than a few."""
MISSED = 10
"""Rows that may be missing, however short the list."""
ALWAYS_MOVES, PERIODS_TO_KNOW, LONG_ENOUGH = 5, 3, 20
"""A list that moved so much in each of so many periods does not stand still; a short one may."""


class Finding(NamedTuple):
    """Something in a source that a person should look at; the columns of the table `finding`."""

    source_path: str
    source_row: int | None
    kind: str
    severity: str
    sentence: str


Row = dict[str, Any]
Question = Callable[..., list[Row]]


def judge(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the table `finding` of what was read; the tables that the questions read stand there."""

    def asked(name: str, **parameters: object) -> list[Row]:
        return ask(connection, Path(__file__).with_name(f"{name}.sql"), **parameters)

    found = every_finding(asked)
    columns = zip(*sorted(found, key=_order), strict=True) if found else [()] * len(_SCHEMA)
    told = pa.table([pa.array(c, t) for c, t in zip(columns, _SCHEMA.types, strict=True)], _SCHEMA)
    connection.register("judged", told)
    connection.execute("CREATE TABLE finding AS FROM judged")
    connection.unregister("judged")


_SCHEMA = pa.schema(
    [(name, pa.int32() if name == "source_row" else pa.string()) for name in Finding._fields]
)


def _order(finding: Finding) -> tuple[object, ...]:
    return (finding.source_path, finding.source_row or 0, finding.kind, finding.sentence)


def every_finding(asked: Question) -> list[Finding]:
    """The findings of all sources. asked: answers the question of a name (see the .sql beside)."""
    sources = {row["path"]: row for row in asked("sources")}
    found = {
        *_as_read(asked),
        *_of_rows(asked, sources),
        *_of_figures(asked),
        *_of_corrections(sources),
    }
    found |= set(_of_versions(asked, sources, _held(found, sources)))
    return [*found, *_of_lists(asked, sources, found)]


def _as_read(asked: Question) -> Iterator[Finding]:
    return (Finding(**row) for row in asked("as_read"))


def _of_rows(asked: Question, sources: Mapping[str, Row]) -> Iterator[Finding]:
    """What became of the rows: those in doubt, and whether enough of them is left."""
    doubts: dict[str, Counter[str]] = defaultdict(Counter)
    for row in asked("doubts"):
        doubts[row["path"]].update({name: row[name] for name in _COUNTED})
        sentence = words.in_doubt(row["outcome"], row["rows"], row["first"])
        yield Finding(row["path"], row["first"][0]["source_row"], row["outcome"], REMARK, sentence)
    for path, source in sources.items():
        yield from _of_the_rest(source, doubts[path])
    for row in asked("silenced"):
        sentence = words.silenced(row["printed"], row["source_row"], row["municipalities"])
        yield Finding(row["path"], row["source_row"], "many_unknown", REMARK, sentence)
    for row in asked("outside"):
        sentence = words.outside(row["rows"], row["first"])
        is_odd = row["rows"] > max(MOST * sources[row["path"]]["accepted"], SEVERAL)
        severity = SERIOUS if is_odd else REMARK
        yield Finding(row["path"], row["source_row"], "outside", severity, sentence)


_COUNTED = ("rows", "unknown", "decidable", "conflicts")


def _of_the_rest(source: Row, doubts: Counter[str]) -> Iterator[Finding]:
    path, rows = source["path"], source["accepted"] + doubts["rows"]
    limit = max(MOST * rows, SEVERAL)
    if doubts["conflicts"] > limit:
        sentence = words.another_key(doubts["conflicts"], source["unused"])
        yield Finding(path, None, "another_key", SERIOUS, sentence)
    elif not source["accepted"] and not doubts["decidable"]:
        yield Finding(path, None, "nothing_used", SERIOUS, words.NOTHING_USED)
    elif doubts["unknown"] > limit:
        sentence = words.mostly_unknown(doubts["unknown"], rows)
        yield Finding(path, None, "unknown_names", SERIOUS, sentence)
    if source["limited"] and source["missing"]:
        sentence = words.part(source["scope"], source["missing"])
        yield Finding(path, None, "scope", REMARK, sentence)
    if source["lacks_rows"]:
        yield Finding(path, None, "incomplete", REMARK, words.INCOMPLETE)


def _of_figures(asked: Question) -> Iterator[Finding]:
    for row in asked("figures"):
        if row["wrong"] > max(MOST * row["rows"], SEVERAL):
            sentence = words.odd_figures(row["wrong"], row["rows"])
            yield Finding(row["path"], None, "figures", SERIOUS, sentence)


def _of_corrections(sources: Mapping[str, Row]) -> Iterator[Finding]:
    for old in sources.values():
        new = sources.get(old["replaced_by"])
        if new and new["rows"] < (1 - LOST_BY_CORRECTION) * old["rows"]:
            sentence = words.shrinks(old["path"], old["rows"], new["rows"])
            yield Finding(new["path"], None, "correction_shrinks", SERIOUS, sentence)


def _of_versions(
    asked: Question, sources: Mapping[str, Row], held: Collection[str]
) -> Iterator[Finding]:
    """Two versions of one list: where they deny each other, the smaller or later waits."""
    for row in asked("versions"):
        pair = sorted((row["path"], row["other"]), key=lambda path: (-sources[path]["rows"], path))
        if not held.isdisjoint(pair):
            continue
        first, second = pair
        if row["differ"]:
            sentence = words.deny_each_other(first, row["solutions"], row["differ"])
            severity = REMARK if sources[second]["known"] else SERIOUS
            yield Finding(second, None, "versions", severity, sentence)
        else:
            sentence = words.side_by_side(first, row["solutions"])
            yield Finding(second, None, "side_by_side", REMARK, sentence)


def _held(found: Iterable[Finding], sources: Mapping[str, Row]) -> set[str]:
    """The sources that a finding holds back, unless somebody has confirmed them."""
    serious = {one.source_path for one in found if one.severity == SERIOUS}
    return {path for path in serious if path in sources and not sources[path]["confirmed"]}


def _out(held: Collection[str], sources: Mapping[str, Row]) -> list[str]:
    """The sources that do not count: held back, or replaced by one that is not."""
    out = set(held)
    for path, source in sources.items():
        later = sources.get(source["replaced_by"])
        while later and later["path"] in held:
            later = sources.get(later["replaced_by"])
        if later:
            out.add(path)
    return sorted(out)


def _of_lists(
    asked: Question, sources: Mapping[str, Row], found: Iterable[Finding]
) -> list[Finding]:
    """Each list against the accepted one before it.

    What is held back is compared with nobody: the earliest of each kind and owner is taken out, and
    those that come after it are compared anew.
    """
    held = _held(found, sources)
    final: list[Finding] = []
    while True:
        new = _compared(asked, sources, _out(held, sources))
        bad = _held(new, sources) - held
        if not bad:
            return [*final, *new]
        earliest: dict[tuple[str, str], date] = {}
        for path in bad:
            earliest[_series(sources[path])] = min(
                sources[path]["as_of"], earliest.get(_series(sources[path]), date.max)
            )
        settled = {p for p in bad if sources[p]["as_of"] == earliest[_series(sources[p])]}
        final += [finding for finding in new if finding.source_path in settled]
        held |= settled


def _series(source: Row) -> tuple[str, str]:
    return source["kind"], source["owner"]


def _compared(asked: Question, sources: Mapping[str, Row], without: Sequence[str]) -> list[Finding]:
    rows = asked("compared", without=without)
    found = [
        *_jumps(rows, sources),
        *_short(rows, sources),
        *_of_everybody(rows, sources),
        *_copies(rows, sources),
        *_gone(asked("gone", without=without), sources),
        *_regions_gone(sources, without),
    ]
    return [_lenient(finding, sources[finding.source_path]) for finding in found]


def _lenient(finding: Finding, source: Row) -> Finding:
    """What was accepted before stays so, whatever earlier list has come in since."""
    return finding._replace(severity=REMARK) if source["known"] else finding


def _periods(row: Row, source: Row) -> int:
    """How many periods of its rhythm lie between a list and the one before it; at least one."""
    months = (
        12 * (row["as_of"].year - row["before"].year) + row["as_of"].month - row["before"].month
    )
    return max(1, months // source["months"])


def _jumps(rows: Iterable[Row], sources: Mapping[str, Row]) -> Iterator[Finding]:
    """Solutions of which more changes at once than can be true, forward or back.

    After a list that stood still, or was the one before it once more, more may have gathered.
    """
    history: dict[tuple[str, ...], dict[date, int]] = defaultdict(dict)
    still: dict[tuple[str, ...], int] = defaultdict(int)
    for row in rows:
        if row["before"] is None:
            continue
        source = sources[row["path"]]
        series = (*_series(source), row["solution_id"])
        periods = _periods(row, source) + still[series]
        still[series] = periods if row["same"] else 0
        believable = min(LONGEST_SILENCE, source["silent_change"] * periods) * row["of"]
        if row["changed_silently"] > believable:
            sentence = words.jump_by_silence(row)
            yield Finding(row["path"], None, "jump_silence", SERIOUS, sentence)
        for way in ("forward", "back"):
            told = history[(*series, way)]
            past = [count for day, count in told.items() if day < row["as_of"]]
            told[row["as_of"]] = told.get(row["as_of"], 0) + row[way]
            if not past:
                continue
            largest = max(past[-PERIODS_REMEMBERED:])
            if row[way] > max(FEW, TIMES_THE_LARGEST * largest * periods):
                sentence = words.jump_said(row, row[way], largest)
                yield Finding(row["path"], None, "jump_said", SERIOUS, sentence)


def _short(rows: Iterable[Row], sources: Mapping[str, Row]) -> Iterator[Finding]:
    for row in rows:
        if row["before"] is None:
            continue
        source = sources[row["path"]]
        kept = source["rows_kept"] ** _periods(row, source)
        if row["lost"] > max((1 - kept) * row["named_before"], MISSED):
            yield Finding(row["path"], None, "few_rows", SERIOUS, words.few_rows(row))


def _of_everybody(rows: Iterable[Row], sources: Mapping[str, Row]) -> Iterator[Finding]:
    """Positive lists that name nearly everybody where none before named many."""
    largest: dict[tuple[str, str], float] = defaultdict(float)
    for row in rows:
        source = sources[row["path"]]
        everybody = source["municipalities"] if source["is_part"] else row["of"]
        if everybody < FEW:
            continue
        share = row["named"] / everybody
        key = (source["kind"], row["solution_id"])
        names_all = source["evidence"] == "positive" and share >= NEARLY_EVERYBODY
        if names_all and largest[key] < MANY_BEFORE:
            yield Finding(row["path"], None, "everybody", SERIOUS, words.everybody(row, everybody))
        if not names_all or largest[key] >= MANY_BEFORE or source["confirmed"] or source["known"]:
            largest[key] = max(largest[key], share)


def _copies(rows: Iterable[Row], sources: Mapping[str, Row]) -> Iterator[Finding]:
    """Lists that say just what the one before them did, or that are an earlier file to the byte."""
    by_path: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_path[row["path"]].append(row)
    twins = _twins(sources)
    moved: dict[tuple[str, str], list[int]] = defaultdict(list)
    for path, told in by_path.items():
        source = sources[path]
        before = min(row["before"] or date.max for row in told)
        is_first = before == date.max
        stands_still = all(row["same"] and not row["lost"] for row in told) and not is_first
        is_long = sum(row["named"] for row in told) >= LONG_ENOUGH
        if copied := twins.get(path) or (before if stands_still and is_long else None):
            known = moved[_series(source)][-PERIODS_REMEMBERED:]
            restless = len(known) >= PERIODS_TO_KNOW and min(known) >= ALWAYS_MOVES
            yield Finding(path, None, "copy", SERIOUS if restless else REMARK, words.copy(copied))
        if not is_first:
            changed = sum(row["forward"] + row["back"] + row["changed_silently"] for row in told)
            moved[_series(source)].append(changed)


def _twins(sources: Mapping[str, Row]) -> dict[str, date]:
    """The sources that are, to the byte, an earlier one of their kind, and its latest date."""
    dates: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for source in sources.values():
        part = source["path"].partition("#")[2]
        dates[source["sha256"], source["kind"], part].append(source)
    return {
        one["path"]: max(earlier)
        for same in dates.values()
        for one in same
        if (earlier := [other["as_of"] for other in same if other["as_of"] < one["as_of"]])
    }


def _gone(rows: Iterable[Row], sources: Mapping[str, Row]) -> Iterator[Finding]:
    """Lists silent of whole solutions: for one of the country as serious as so many rows."""
    for row in rows:
        missed = max((1 - sources[row["path"]]["rows_kept"]) * row["rows_before"], MISSED)
        is_half = row["rows"] > missed and not sources[row["path"]]["is_part"]
        severity = SERIOUS if is_half else REMARK
        yield Finding(row["path"], None, "solution_gone", severity, words.vanished(row))


def _regions_gone(sources: Mapping[str, Row], without: Collection[str]) -> Iterator[Finding]:
    """Lists that go by a region column, and lack a region that stood on the one before."""
    counting = sorted(
        (s for s in sources.values() if s["regions"] and s["path"] not in without),
        key=lambda source: (*_series(source), source["as_of"], source["path"]),
    )
    before: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for source in counting:
        past = [one for one in before[_series(source)] if one["as_of"] < source["as_of"]]
        last = [one for one in past if one["as_of"] == past[-1]["as_of"]] if past else []
        gone = {name for one in last for name in one["regions"]} - set(source["regions"])
        if gone and source["limited"]:
            sentence = words.regions_gone(sorted(gone), last[0]["path"])
            yield Finding(source["path"], None, "region_gone", REMARK, sentence)
        before[_series(source)].append(source)
