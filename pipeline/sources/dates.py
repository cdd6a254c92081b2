"""The date that a source speaks for: from its sidecar, else from its path."""

import calendar
import re
from datetime import date
from pathlib import PurePath

from pipeline import texts
from pipeline.errors import UserError

_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)-(\d\d)(?:-(\d\d))?(?!\d)")


def parse_date(text: str) -> date:
    """ "2024-05-31" as it stands; "2024-05" as the last day of that month. Else UserError."""
    match = _DATE.fullmatch(text.strip())
    if not match:
        raise UserError(texts.bad_date(text))
    return _to_date(match)


def date_in_path(path: PurePath) -> date | None:
    """The date in a sheet's or file's name, else in the innermost folder that has one; or None.

    Raises UserError for a name with several dates: one of them is when the file was fetched.
    """
    for part in reversed("#".join(path.parts).split("#")):
        days = {_to_date(found) for found in _DATE.finditer(part)}
        if len(days) > 1:
            raise UserError(texts.several_dates(part))
        if days:
            return days.pop()
    return None


def without_dates(name: str) -> str:
    """A name without the dates in it."""
    return _DATE.sub("", name)


def _to_date(match: re.Match[str]) -> date:
    year, month, day = int(match[1]), int(match[2]), match[3]
    try:
        last = calendar.monthrange(year, month)[1]
        return date(year, month, int(day) if day else last)
    except (ValueError, calendar.IllegalMonthError) as error:
        raise UserError(texts.bad_date(match[0])) from error
