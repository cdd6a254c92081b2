"""Printed dates: one reader for sidecars, paths, titles, footers and cells."""

import calendar
import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from pipeline import texts
from pipeline.errors import UserError

_DATE = re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)(?:-(?P<d>\d\d))?(?!\d)")
"""A date as sidecars and folders should have it."""

_BLANK = "\0"
_DIGIT = re.compile(r"\d")
_SERIAL = re.compile(r"(\d{5})(?:[.,]\d+)?")
_SERIALS = range(36526, 73051)
"""Excel's numbers for the days from 2000 to 2099."""
_EXCEL_BEGINS = date(1899, 12, 30)
_BESIDE_A_DATE = re.compile(r"\s*(?:(?:per|pr)\b\.?)?\s*\.?", re.IGNORECASE)

_MONTHS = {"jan": 1, "feb": 2, "mar": 3, "apr": 4, "mai": 5, "may": 5, "jun": 6, "jul": 7}
_MONTHS |= {"aug": 8, "sep": 9, "okt": 10, "oct": 10, "nov": 11, "des": 12, "dec": 12}
"""Months by the three letters that they begin with."""

_ALONE = r"(?<!\d)(?<!\d[.,:])"
"""Not the end of a longer number or of a version."""
_NEW_WORD = r"(?<![^\W_])"
_YEAR = r"(?P<y>(?:19|20)\d\d)"
_NEAR = r"(?P<y>20[123]\d)"
"""The year of a date without separators: most other such numbers are something else."""
_SHORT = r"(?P<y>[123]\d)"
_MONTH, _DAY = r"(?P<m>\d\d?)", r"(?P<d>\d\d?)"
_MM, _DD = r"(?P<m>\d\d)", r"(?P<d>\d\d)"
_WORD = (
    r"(?P<m>jan(?:uary?)?|feb(?:ruary?)?|mar(?:s|ch)?|apr(?:il)?|mai|may|jun[ie]?|jul[iy]?"
    r"|aug(?:ust)?|sept?(?:ember)?|o[kc]t(?:ober)?|nov(?:ember)?|de[sc](?:ember)?)"
)
_OF_YEAR = r"(?:[\s_.,-]*(?=\d{4})|\.?[-'’])(?P<y>(?:19|20)\d\d|[123]\d)(?!\d)"
"""The year after the name of a month, of two digits only where it can be no day: Juni-24."""
_CLOCK = (
    r"(?:[T\s_,-]*(?:kl\.?\s*)?(?:[01]?\d|2[0-3])"
    r"(?:(?P<c>[.:-])[0-5]\d(?:(?P=c)[0-5]\d(?:\.\d+)?)?|[0-5]\d[0-5]\d)(?![.:-]?\d)"
    r"(?:\s?[AP]M\b|Z\b)?)?"
)
"""The time after a day, read with it: 20.11.24 may be one."""

_CLAUSE_ENDS = re.compile(r"[;|]|(?<!:)[\r\n]+|(?<!kl|pr|nr)\.\s+", re.IGNORECASE)
_FETCHED_WORDS = (
    r"(?:eksport(?:ert|dato)?|hentet|uthentet|lastet ned|nedlastet|skrevet ut|utskrift(?:sdato)?"
    r"|uttrekk(?:sdato)?|generert|opprettet|export(?:ed)?|printed|downloaded|retrieved|generated"
    r"|created)"
)
_UPDATED_WORDS = (
    r"(?:oppdatert|oppdateringsdato|ajourført|sist lagret"
    r"|refreshed|updated|last (?:refresh|update))"
)
_FETCHED = re.compile(rf"{_NEW_WORD}(?:{_FETCHED_WORDS}|{_UPDATED_WORDS})(?![^\W_])", re.IGNORECASE)
_FETCHED_PER = re.compile(rf"{_NEW_WORD}{_FETCHED_WORDS}\s+(?:per|pr)\.?\s*$", re.IGNORECASE)
_SPEAKS_FOR = re.compile(
    rf"{_NEW_WORD}(?:per|pr|as of|for|status|gjelder|perioden|til og med|t\.o\.m)[\s.:]*$",
    re.IGNORECASE,
)
"""Words just before a date: "Oppdatert per 31.05.2024" speaks for that day."""


class Period(NamedTuple):
    """The days that a printed date means: a day, a month or a quarter."""

    first: date
    last: date

    @property
    def as_of(self) -> date:
        """The day that a source with this date speaks for."""
        return self.last

    def agrees(self, other: "Period") -> bool:
        """Whether they have a day in common."""
        return self.first <= other.last and other.first <= self.last


def parse_date(text: str) -> date:
    """ "2024-05-31" as it stands; "2024-05" as the last day of that month. Else UserError."""
    match = _DATE.fullmatch(text.strip())
    period = match and (_day(match) if match["d"] else _month(match))
    if not period:
        raise UserError(texts.bad_date(text))
    return period.as_of


def period_of_name(name: str) -> Period | None:
    """The date in the name of a sheet, file or folder; of a month and a day in it the day.

    Raises UserError for a name whose dates disagree, for one of them is when the file was fetched,
    and for what looks like a date and is none.
    """
    for written in _DATE.finditer(name):
        parse_date(written[0])
    periods = periods_in(name)
    if not periods:
        return None
    finest = min(periods, key=lambda period: period.last - period.first)
    if not all(map(finest.agrees, periods)):
        raise UserError(texts.several_dates(name))
    return finest


def periods_in(text: str) -> list[Period]:
    """Every date in running text or a name, in the order printed."""
    return [period for _, _, period in _printed(text)]


def period_of_cell(text: str) -> Period | None:
    """The date that is all a cell says, as text or as Excel counts days; or None."""
    text = text.strip()
    if (serial := _SERIAL.fullmatch(text)) and int(serial[1]) in _SERIALS:
        day = _EXCEL_BEGINS + timedelta(int(serial[1]))
        return Period(day, day)
    printed = list(_printed(text))
    if len(printed) != 1 or _BESIDE_A_DATE.fullmatch(without_dates(text)) is None:
        return None
    return printed[0][2]


def fetched_in(text: str) -> list[Period]:
    """The dates that tell when a file was fetched: "Eksportert 02.07.2024"."""
    return [period for period, fetched in _with_purpose(text) if fetched]


def spoken_for(text: str) -> list[Period]:
    """The dates that a text speaks for: all but those that tell when the file was fetched."""
    return [period for period, fetched in _with_purpose(text) if not fetched]


def without_dates(name: str) -> str:
    """A name without the dates in it, and without the clock after them."""
    for start, end, _ in reversed(list(_printed(name))):
        name = name[:start] + name[end:]
    return name


def _printed(text: str) -> Iterator[tuple[int, int, Period]]:
    """Where each date of a text begins and ends, and what it means, in the order printed.

    What one form has read is blanked for those after it: the month is no second date of its day.
    """
    found: list[tuple[int, int, Period]] = []
    for form, make in _FORMS if _DIGIT.search(text) else ():
        for match in list(form.finditer(text)):
            start, end = match.span()
            text = text[:start] + _BLANK * (end - start) + text[end:]
            if period := make(match):
                found.append((start, end, period))
    return iter(sorted(found))


def _with_purpose(text: str) -> Iterator[tuple[Period, bool]]:
    """Each date of a text, and whether the words before it say that the file was fetched then."""
    done = 0
    for start, end, period in _printed(text):
        clause = _CLAUSE_ENDS.split(text[done:start])[-1]
        said = _FETCHED.search(clause) and not _SPEAKS_FOR.search(clause)
        yield period, bool(said or _FETCHED_PER.search(clause))
        done = end


def _day(found: re.Match[str]) -> Period | None:
    try:
        day = date(_year(found), _month_number(found), int(found["d"]))
    except ValueError:
        return None
    return Period(day, day)


def _month(found: re.Match[str]) -> Period | None:
    return _months(_year(found), _month_number(found), 1)


def _quarter(found: re.Match[str]) -> Period | None:
    return _months(_year(found), 3 * int(found["q"]) - 2, 3)


def _no_date(_: re.Match[str]) -> None:
    """What only looks like a date."""


def _months(year: int, month: int, how_many: int) -> Period | None:
    if not 1 <= month <= 12:
        return None
    end = month + how_many - 1
    return Period(date(year, month, 1), date(year, end, calendar.monthrange(year, end)[1]))


def _year(found: re.Match[str]) -> int:
    year = int(found["y"])
    return year if year > 99 else 2000 + year


def _month_number(found: re.Match[str]) -> int:
    printed = found["m"].lower()
    return int(printed) if printed.isdecimal() else _MONTHS[printed[:3]]


_Make = Callable[[re.Match[str]], Period | None]


def _form(pattern: str, make: _Make) -> tuple[re.Pattern[str], _Make]:
    return re.compile(pattern, re.IGNORECASE), make


_FORMS = (
    _form(rf"{_NEW_WORD}v(?:er(?:sjon|sion)?)?[\s._:]*\d\d?(?:\.\d\d?)+(?![\d.])", _no_date),
    _form(rf"{_NEW_WORD}(?:tlf|telefon|mobil|phone)\b[\s.:]*\+?\d[\d ]+", _no_date),
    _form(rf"{_NEW_WORD}(?:kl|klokken|klokka)\b\.?\s*\d\d?[.:]\d\d(?:[.:]\d\d)?", _no_date),
    _form(r"(?<!\d)\d{6}\s+(?:innbyggere|personer|brukere|inhabitants)\b", _no_date),
    _form(rf"(?<!\d){_YEAR}(?P<s>[-./]){_MONTH}(?P=s){_DAY}(?!\d){_CLOCK}", _day),
    _form(rf"(?<!\d){_YEAR}_{_MM}_{_DD}(?!\d){_CLOCK}", _day),
    _form(rf"(?<!\d){_NEAR}{_MM}{_DD}(?:{_CLOCK})(?!\d)", _day),
    _form(rf"{_ALONE}{_DAY}(?P<s>\.\s?|[-_]){_MONTH}(?P=s){_YEAR}(?!\.?\d){_CLOCK}", _day),
    _form(rf"{_ALONE}(?:0?\d|1[0-2])/(?:0?\d|1[0-2])/{_YEAR}(?!\d){_CLOCK}", _no_date),
    _form(rf"{_ALONE}(?P<d>1[3-9]|[23]\d)/{_MONTH}/{_YEAR}(?!\d){_CLOCK}", _day),
    _form(rf"{_ALONE}{_MONTH}/{_DAY}/{_YEAR}(?!\d){_CLOCK}", _day),
    _form(
        rf"{_NEW_WORD}(?<!\d[.,]){_DAY}(?:st|nd|rd|th)?[\s._-]{{0,2}}{_WORD}{_OF_YEAR}{_CLOCK}",
        _day,
    ),
    _form(rf"{_NEW_WORD}{_WORD}\.?\s{_DAY}(?:st|nd|rd|th)?,?\s{_YEAR}(?!\d){_CLOCK}", _day),
    _form(rf"{_ALONE}{_DAY}\.{_MONTH}\.{_SHORT}(?!\.?\d){_CLOCK}", _day),
    _form(rf"{_NEW_WORD}[QK](?P<q>[1-4])[\s_.-]*{_YEAR}(?!\d)", _quarter),
    _form(rf"(?<!\d){_YEAR}[\s_.-]*[QK](?P<q>[1-4])(?![^\W_])", _quarter),
    _form(
        rf"{_NEW_WORD}(?P<q>[1-4])(?:\.|st|nd|rd|th)?[\s_]*(?:kvartal|kv\.?|quarter|Q)[\s_.,-]*"
        rf"(?:of )?{_YEAR}(?!\d)",
        _quarter,
    ),
    _form(rf"(?<!\d){_YEAR}(?:[-_]|M){_MM}(?!\d)", _month),
    _form(rf"(?<!\d){_NEAR}{_MM}(?!\d)", _month),
    _form(rf"{_ALONE}{_MM}[._-]{_YEAR}(?!\.?\d)", _month),
    _form(rf"{_NEW_WORD}{_WORD}{_OF_YEAR}", _month),
    _form(rf"(?<!\d){_YEAR}[\s_-]?{_WORD}(?![^\W\d_])", _month),
)
"""The forms of a printed date, each with what it means: a day goes before the month in it."""
