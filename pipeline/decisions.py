"""Written decisions: what a person has said that a row under review means.

They stand in data/register/decisions.csv, a line each, and are applied on every build.
"""

import csv
import io
import os
import shutil
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fnmatch import fnmatchcase
from glob import escape
from itertools import combinations
from pathlib import Path

from filelock import FileLock, Timeout

from pipeline import texts
from pipeline.errors import UserError
from pipeline.register.text import key_of

FILE = "decisions.csv"
LOCK_SECONDS = 30
NO_MUNICIPALITY = "none"
FIELDS = (
    "file_pattern",
    "printed_name",
    "digi_region",
    "municipality_code",
    "decided_by",
    "decided_on",
    "reason",
)


@dataclass(frozen=True, slots=True)
class Decision:
    """A line of the file. `digi_region` is empty for any, `municipality_code` None for no one.

    `printed_name` is what the source prints: the name or, in a row without one, the number.
    `line` is 0 for one that is not written down yet.
    """

    line: int
    file_pattern: str
    printed_name: str
    digi_region: str
    municipality_code: str | None
    decided_by: str
    decided_on: date
    reason: str

    def is_about(self, path: str, region: str | None) -> bool:
        """A source path and a printed region in; whether a row there is meant, by its name, out.

        An asterisk in the pattern stands for any text, folders included.
        """
        here = fnmatchcase(_nfc(path), _nfc(self.file_pattern))
        return here and (not self.digi_region or key_of(self.digi_region) == key_of(region or ""))


class Decisions:
    """All decisions, found by what a row prints, compared as names are."""

    def __init__(self, every: Iterable[Decision] = ()) -> None:
        self.every = tuple(every)
        self._by_name: dict[str, list[Decision]] = {}
        for decision in self.every:
            self._by_name.setdefault(key_of(decision.printed_name), []).append(decision)

    def find(self, path: str, printed: str, region: str | None) -> Decision | None:
        """The decision on a row of a file. Raises UserError where two of them disagree on it."""
        about = [d for d in self._by_name.get(key_of(printed), ()) if d.is_about(path, region)]
        for other in about[1:]:
            if other.municipality_code != about[0].municipality_code:
                raise UserError(
                    texts.contradicting_decisions(FILE, about[0].line, other.line, printed, path)
                )
        return about[0] if about else None


def load_decisions(path: Path, codes: Collection[str]) -> Decisions:
    """The file and the codes of today's municipalities in; its checked decisions out.

    Raises UserError that names the line and the fault, also for two lines on the same rows.
    """
    try:
        return _parse(path.read_text(encoding="utf-8-sig"), path.name, codes)
    except OSError as error:
        raise UserError(texts.no_decisions(path, texts.why(error))) from error
    except UnicodeDecodeError as error:
        raise UserError(texts.bad_decision(path.name, 1, texts.DECISIONS_NOT_UTF8)) from error


def append_decision(path: Path, decision: Decision, codes: Collection[str]) -> None:
    """Add a line to the file, or make the file; what stands there already is not touched.

    Written aside, synced and put in place in one step, so a reader never sees half a line; one
    writer at a time, so that of two people who decide at once neither loses an answer.
    Raises UserError, and leaves the file as it was, if the result would not be valid.
    """
    path = path.resolve()
    try:
        with FileLock(path.with_name(f".{path.name}.lock"), timeout=LOCK_SECONDS):
            before = path.read_bytes() if path.exists() else (",".join(FIELDS) + "\n").encode()
            after = before + _as_line(decision, before)
            _parse(after.decode("utf-8-sig"), path.name, codes)
            _replace(path, after)
    except Timeout as error:
        raise UserError(texts.DECISIONS_LOCKED.format(path=path)) from error
    except OSError as error:
        raise UserError(texts.CANNOT_SAVE.format(path=path, why=texts.why(error))) from error


def exact_pattern(path: str) -> str:
    """A source path in; the pattern that means that file alone out."""
    return escape(path)


def _parse(text: str, file: str, codes: Collection[str]) -> Decisions:
    lines = _lines(text, file)
    if tuple(next(lines, (1, []))[1]) != FIELDS:
        raise UserError(
            texts.bad_decision(file, 1, texts.DECISIONS_HEADER.format(",".join(FIELDS)))
        )
    decisions = [_decision(cells, number, file, codes) for number, cells in lines]
    _refuse_overlaps(decisions, file)
    return Decisions(decisions)


def _lines(text: str, file: str) -> Iterator[tuple[int, list[str]]]:
    """Each record that is not blank, with the number of the line on which it begins."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    start = 1
    try:
        for cells in reader:
            if any(map(str.strip, cells)):
                yield start, [cell.strip() for cell in cells]
            start = reader.line_num + 1
    except csv.Error as error:
        raise UserError(texts.bad_decision(file, start, texts.DECISION_UNREADABLE)) from error


def _decision(cells: list[str], line: int, file: str, codes: Collection[str]) -> Decision:
    if len(cells) != len(FIELDS):
        what = texts.DECISION_WIDTH.format(found=len(cells), expected=len(FIELDS))
        raise UserError(texts.bad_decision(file, line, what))
    pattern, name, region, code, who, day, reason = cells
    for column, value in zip(FIELDS, cells, strict=True):
        if not value and column != "digi_region":
            raise UserError(
                texts.bad_decision(file, line, texts.DECISION_MISSING.format(column=column))
            )
    if code != NO_MUNICIPALITY and code not in codes:
        raise UserError(texts.bad_decision(file, line, texts.DECISION_CODE.format(code=code)))
    decided_on = _day(day)
    if decided_on is None:
        raise UserError(texts.bad_decision(file, line, texts.DECISION_DATE.format(day=day)))
    municipality = None if code == NO_MUNICIPALITY else code
    return Decision(line, pattern, name, region, municipality, who, decided_on, reason)


def _day(text: str) -> date | None:
    """A day written YYYY-MM-DD and no other way."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.isoformat() == text else None


def _refuse_overlaps(decisions: Sequence[Decision], file: str) -> None:
    """Raises UserError for two lines that say the same, or that differ on rows they share."""
    alike: dict[tuple[str, str], list[Decision]] = {}
    for decision in decisions:
        key = _nfc(decision.file_pattern), key_of(decision.printed_name)
        alike.setdefault(key, []).append(decision)
    for group in alike.values():
        for one, other in combinations(group, 2):
            if fault := _overlap(one, other):
                what = fault.format(name=other.printed_name, line=one.line)
                raise UserError(texts.bad_decision(file, other.line, what))


def _overlap(one: Decision, other: Decision) -> str | None:
    """Two decisions on the same name in; what is wrong with having both out, if anything."""
    regions = {key_of(one.digi_region), key_of(other.digi_region)}
    if one.municipality_code == other.municipality_code:
        return texts.DECISION_TWICE if len(regions) == 1 else None
    return texts.DECISION_CONTRADICTS if len(regions) == 1 or "" in regions else None


def _as_line(decision: Decision, before: bytes) -> bytes:
    """A decision as a line of the file, with the line end that the file uses."""
    end = "\r\n" if b"\r\n" in before else "\n"
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator=end).writerow(
        (
            decision.file_pattern,
            decision.printed_name,
            decision.digi_region,
            decision.municipality_code or NO_MUNICIPALITY,
            decision.decided_by,
            decision.decided_on.isoformat(),
            decision.reason,
        )
    )
    gap = "" if before.endswith(b"\n") else end
    return (gap + text.getvalue()).encode()


def _replace(path: Path, content: bytes) -> None:
    aside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with aside.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            shutil.copymode(path, aside)
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _nfc(text: str) -> str:
    """Text as compared: some systems name files with accents as characters of their own."""
    return unicodedata.normalize("NFC", text)
