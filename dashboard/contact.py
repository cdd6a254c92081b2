"""Whom to contact first in a Digi region: the gaps in the order of the rule, with their reasons.

The rule itself is pipeline/outreach/call_order.sql.
"""

from collections.abc import Iterable, Sequence

from dashboard import texts
from dashboard.filters import link
from dashboard.markup import Cell
from dashboard.my_region import municipality_link
from dashboard.region_filters import WHOLE
from dashboard.region_lines import Contacts, Line, key
from dashboard.rows import RegionStage
from dashboard.wording import percent, thousands
from pipeline.outreach.call_list import Call

SHOWN = 10
"""So many are shown until one asks for all: about what one calls in a day."""

NAMED = 3
"""Up to this many neighbours are named; more are counted."""

REASONS = len(texts.CALL_REASONS)

Gap = tuple[RegionStage, Call]


def in_order(found: Iterable[Line], contacts: Contacts) -> list[Gap]:
    """The gaps that the filters leave, the first to contact first."""
    rows = (row for line in found for row in line.wanted)
    gaps = [(row, contact) for row in rows if (contact := contacts.get(key(row)))]
    return sorted(gaps, key=lambda gap: gap[1].place)


def table_rows(gaps: Sequence[Gap]) -> list[list[Cell]]:
    """A row per gap: who, which solution, how many reasons, and each of them."""
    return [
        [
            Cell(_name(row), href=municipality_link(row.municipality_code), strong=True),
            Cell(_solution(row)),
            Cell(texts.OF.format(part=contact.reasons, whole=REASONS), number=True),
            Cell(_counts(contact.prerequisites == "met", _prerequisites(contact))),
            Cell(_counts(bool(contact.neighbours_using), _neighbours(contact))),
            Cell(_counts(contact.is_large, percent(contact.share, 1)), number=True),
            Cell(_counts(bool(contact.enrolled_elsewhere), _elsewhere(contact))),
        ]
        for row, contact in gaps
    ]


def _name(row: RegionStage) -> str:
    return f"{row.name}\u00a0†" if row.contradicted else row.name


def _solution(row: RegionStage) -> str:
    form = texts.MY_REGION_OWN_RUN if row.enrolled else "{solution}"
    return form.format(solution=row.short_name)


def _counts(is_reason: bool, text: str) -> str:
    return texts.MY_REGION_REASON.format(text=text) if is_reason else text


def _prerequisites(contact: Call) -> str:
    if contact.prerequisites == "met" and not contact.required:
        return texts.MY_REGION_NO_REQUIREMENT
    form, names = {
        "met": (texts.MY_REGION_HAS, contact.required),
        "lacks": (texts.MY_REGION_LACKS, contact.missing),
        "unknown": (texts.MY_REGION_UNSURE, contact.missing),
    }[contact.prerequisites]
    return form.format(names=", ".join(names))


def _neighbours(contact: Call) -> str:
    using = contact.neighbours_using
    if not contact.neighbours:
        return texts.MY_REGION_NO_BORDER
    if not using:
        return texts.MY_REGION_NO_USERS.format(all=contact.neighbours)
    names = ", ".join(using[:NAMED])
    if len(using) > NAMED:
        names = texts.MY_REGION_AND_MORE.format(names=names, count=len(using) - NAMED)
    return texts.MY_REGION_NEIGHBOURS.format(names=names, using=len(using), all=contact.neighbours)


def _elsewhere(contact: Call) -> str:
    return ", ".join(contact.enrolled_elsewhere) or "–"


def more(gaps: Sequence[Gap], whole_list: bool) -> tuple[str, str] | None:
    """The words and the address that show the rest, or only the first; None when all are few."""
    if len(gaps) <= SHOWN:
        return None
    if whole_list:
        return texts.MY_REGION_SHOW_FEW.format(count=SHOWN), link(**{WHOLE: None})
    return texts.MY_REGION_SHOW_ALL.format(count=thousands(len(gaps))), link(**{WHOLE: "alle"})
