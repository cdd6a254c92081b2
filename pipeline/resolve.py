"""Printed names to municipalities, each distinct name once."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from pipeline.register.recognise import Recogniser, Recognition
from pipeline.sources.kinds import FIELDS
from pipeline.sources.reader import SourceFile

_FIRST = 4  # cells of a row begin after source_row, verdict, reason and line
_NAME, _CODE, _ORG_NUMBER, _REGION = (
    _FIRST + FIELDS.index(field) for field in ("name", "code", "org_number", "region")
)

Printed = tuple[str | None, str | None, str | None, str | None, int]
"""Name, code, organisation number, region, and the era of the date: what recognition rests on."""


@dataclass(slots=True)
class Resolver:
    """Gives every row the number of its recognition; `recognitions` holds them by that number."""

    recogniser: Recogniser
    recognitions: list[Recognition] = field(default_factory=list)
    _seen: dict[Printed, int] = field(default_factory=dict)

    def numbers(self, source: SourceFile) -> Iterable[int]:
        """For each row of a file, the number of its recognition in `recognitions`."""
        era = self.recogniser.era(source.as_of)
        seen = self._seen
        for row in source.rows:
            printed = (row[_NAME], row[_CODE], row[_ORG_NUMBER], row[_REGION], era)
            number = seen.get(printed)
            yield self._recognise(printed, source.as_of) if number is None else number

    def _recognise(self, printed: Printed, as_of: date | None) -> int:
        name, code, org_number, region, _ = printed
        self.recognitions.append(self.recogniser.recognise(name, code, region, as_of, org_number))
        self._seen[printed] = len(self.recognitions) - 1
        return self._seen[printed]
