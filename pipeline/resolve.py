"""Printed names to municipalities, each distinct name once; then what people have decided."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from pipeline import texts
from pipeline.decisions import Decisions
from pipeline.register.recognise import Recogniser, Recognition
from pipeline.sources.kinds import FIELDS
from pipeline.sources.limits import MAX_UNKNOWN
from pipeline.sources.reader import SourceFile

_FIRST = 4  # cells of a row begin after source_row, verdict, reason and line
_NAME, _CODE, _ORG_NUMBER, _REGION = (
    _FIRST + FIELDS.index(field) for field in ("name", "code", "org_number", "region")
)

Printed = tuple[str | None, str | None, str | None, str | None, int]
"""Name, code, organisation number, region, and the era of the date: what recognition rests on."""


@dataclass(slots=True)
class Resolver:
    """Gives every row the number of its recognition; `recognitions` holds them by that number.

    `numbers` has those of each source that was taken, by its path. `decided` holds the line of the
    decision behind a recognition, by its number.
    """

    recogniser: Recogniser
    decisions: Decisions = field(default_factory=Decisions)
    recognitions: list[Recognition] = field(default_factory=list)
    decided: dict[int, int] = field(default_factory=dict)
    numbers: dict[str, list[int]] = field(default_factory=dict)
    _seen: dict[Printed, int] = field(default_factory=dict)
    _doubtful: dict[int, Printed] = field(default_factory=dict)
    _by_decision: dict[int, int] = field(default_factory=dict)

    def take(self, source: SourceFile) -> SourceFile:
        """Recognise the rows of a source; the source out, refused if it names none we know of.

        Raises UserError where two decisions disagree on a row.
        """
        numbers = list(self._numbers_of(source))
        if len(numbers) < len(source.rows):
            return source.refused(texts.many_unknown(MAX_UNKNOWN))
        self.numbers[source.path] = numbers
        return source

    def _numbers_of(self, source: SourceFile) -> Iterator[int]:
        """For each row of a source the number of its recognition, up to the unknown that ends it.

        A thousand names that nobody bears take long to find suggestions for, and are no list.
        """
        era = self.recogniser.era(source.as_of)
        seen, doubtful = self._seen, self._doubtful
        settled: dict[int, int] = {}
        for row in source.rows:
            printed = (row[_NAME], row[_CODE], row[_ORG_NUMBER], row[_REGION], era)
            number = seen.get(printed)
            if number is None:
                number = self._recognise(printed, source.as_of)
            # a decision never overrides a certain recognition
            if number in doubtful:
                if number not in settled:
                    if len(settled) == MAX_UNKNOWN:
                        return
                    settled[number] = self._decide(number, source.path)
                number = settled[number]
            yield number

    def _recognise(self, printed: Printed, as_of: date | None) -> int:
        name, code, org_number, region, _ = printed
        number = self._add(self.recogniser.recognise(name, code, region, as_of, org_number))
        self._seen[printed] = number
        if self.recognitions[number].reason:
            self._doubtful[number] = printed
        return number

    def _decide(self, number: int, path: str) -> int:
        """A doubtful recognition and its file in; the decided one out, or the same if none is."""
        name, code, org_number, region, _ = self._doubtful[number]
        decision = self.decisions.find(path, name or code or org_number or "", region)
        if decision is None:
            return number
        if decision.line not in self._by_decision:
            decided = self._add(Recognition(decision.municipality_code, "decision", None))
            self._by_decision[decision.line] = decided
            self.decided[decided] = decision.line
        return self._by_decision[decision.line]

    def _add(self, recognition: Recognition) -> int:
        self.recognitions.append(recognition)
        return len(self.recognitions) - 1
