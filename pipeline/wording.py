"""Numbers, shares, dates and regions as Norwegian readers and links expect them."""

import calendar
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from pipeline.texts import MONTHS, thousands

__all__ = [
    "ago_words", "date_slug", "date_words", "day_words", "decimals", "either", "month_short",
    "percent", "plural", "region_slug", "some", "thousands", "time_words",
]  # fmt: skip

_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "å": "a", " ": "-"})


def decimals(number: float) -> str:
    """A number with one decimal where it has any: "19,7", "2 279 442"."""
    whole, _, rest = f"{number:.1f}".partition(".")
    return thousands(int(whole)) + (f",{rest}" if rest != "0" else "")


def percent(part: float, whole: float) -> str:
    """A share without decimals ("24 %"); "0 %" only for none and "100 %" only for all of it."""
    if not whole:
        return "–"
    share = round(100 * part / whole)
    if part and share == 0:
        return "under 1\u00a0%"
    if part < whole and share == 100:
        return "over 99\u00a0%"
    return f"{share}\u00a0%"


def date_words(day: date) -> str:
    """A date in words: "juni 2024" for the last day of a month, else "3. juni 2024"."""
    return f"{MONTHS[day.month - 1]} {day.year}" if _is_month_end(day) else day_words(day)


def day_words(day: date) -> str:
    """A day in words, also the last of a month: "30. juni 2024"."""
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"


def ago_words(then: datetime, now: datetime) -> str:
    """How long ago something was: "for 3 timer siden"."""
    hours = int((now - then).total_seconds() // 3600)
    if hours < 1:
        return "for mindre enn en time siden"
    if hours < 24:
        return f"for {plural(hours, 'time', 'timer')} siden"
    return f"for {plural(hours // 24, 'dag', 'dager')} siden"


def time_words(time: str) -> str:
    """A year, a month or a day as a register has it: "2024", "juni 2024", "3. juni 2024"."""
    year, *rest = time.split("-")
    if not rest:
        return year
    month = f"{MONTHS[int(rest[0]) - 1]} {year}"
    return f"{int(rest[1])}. {month}" if rest[1:] else month


def month_short(day: date) -> str:
    """A month where there is little room: "jan. 2024", "mai 2024"."""
    name = MONTHS[day.month - 1]
    return f"{name if len(name) <= 4 else name[:3] + '.'} {day.year}"


def date_slug(day: date) -> str:
    """A date as links carry it: "2024-06" for the last day of a month, else "2024-06-03"."""
    return day.isoformat()[:7] if _is_month_end(day) else day.isoformat()


def region_slug(digi_region: str) -> str:
    """A Digi region as links and geometry name it: "Digi Trøndelag" is "digi-trondelag"."""
    return digi_region.lower().translate(_LETTERS)


def plural(count: int, one: str, many: str) -> str:
    """A count and its noun: "1 kommune", "85 kommuner"."""
    return f"{thousands(count)} {one if count == 1 else many}"


def some(names: Sequence[str], most: int = 5, count: int | None = None) -> str:
    """The first of many names, and how many more there are (of `count`, else of all names)."""
    told = ", ".join(names[:most])
    rest = (count or len(names)) - min(len(names), most)
    return f"{told} og {thousands(rest)} til" if rest > 0 else told


def either(words: Iterable[str]) -> str:
    """Words as alternatives: "CGM", "CGM eller InfoDoc", "HsPro, CGM eller InfoDoc"."""
    *first, last = words
    return f"{', '.join(first)} eller {last}" if first else last


def _is_month_end(day: date) -> bool:
    return day.day == calendar.monthrange(day.year, day.month)[1]
