"""What the name of a file tells beside its date: that it is a version of another."""

import re

from pipeline.sources.dates import without_dates
from pipeline.sources.kinds import normal

_STEP = re.compile(
    r"[ _.-]+(?P<word>rettet|retta|rettelser?|korrigert|korreksjon|revidert|oppdatert|ny)"
    r"(?:[ _.-]*(?P<nth>\d{1,2}))?$"
    r"|[ _.-]+(?P<version>v|versjon)[ _.-]*(?P<number>\d{1,2})$"
)
"""The end of a name that says that the file corrects another."""
_COPY = re.compile(r"[ _.-]*\(\d{1,2}\)$")
"""What a browser adds when a name is taken: a second download, and no correction of the first."""
_SEPARATORS = " _.-"

Version = tuple[tuple[str, int], ...]
"""What a name adds to that of the first version, word by word, each with its number."""


def taken_apart(name: str) -> tuple[str, Version]:
    """The name of the first version, without dates, and what this name adds to it."""
    rest, steps = normal(without_dates(name)).strip(_SEPARATORS), []
    while (found := _STEP.search(_COPY.sub("", rest))) and found.start():
        word = found["word"] or found["version"]
        steps.append((word, int(found["nth"] or found["number"] or 1)))
        rest = rest[: found.start()].strip(_SEPARATORS)
    return rest, tuple(reversed(steps))
