"""The call list of a Digi region: its gaps in the order to phone them, with the reasons of each.

The rule itself is call_order.sql.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

import duckdb

from pipeline.asking import ask
from pipeline.errors import UserError
from pipeline.outreach import texts
from pipeline.outreach.lists import SQL, Beside, Listing, Selection, Value
from pipeline.wording import thousands

GAPS = "not-adopted"
"""The list that the call order is of."""


class Call(NamedTuple):
    """call_order.sql."""

    municipality_code: str
    solution_id: str
    required: list[str]
    prerequisites: str
    missing: list[str]
    neighbours: int
    neighbours_using: list[str]
    share: float
    average: float
    is_large: bool
    enrolled_elsewhere: list[str]
    reasons: int
    place: int


def call_order(connection: duckdb.DuckDBPyConnection, selection: Selection) -> list[Call]:
    """The gaps of the solutions asked for, by their places among those of all solutions.

    Raises UserError for anything but one Digi region: the order is that of a region.
    """
    if len(selection.regions) != 1:
        raise UserError(texts.CALL_LIST_ONE_REGION)
    asked = {"region": selection.regions[0], "as_of": selection.as_of}
    calls = ask(connection, SQL / "call_order.sql", Call, **asked)
    return [call for call in calls if call.solution_id in selection.solutions]


def in_call_order(
    listing: Listing, calls: Sequence[Call], narrowed: Iterable[tuple[str, str]] = ()
) -> Listing:
    """Of a list of gaps those to call, in their order, with the reasons beside.

    narrowed: what the file says of how they were chosen.
    """
    by_key = {(row.municipality_code, row.solution_id): row for row in listing.rows}
    about = [(texts.ABOUT_REASON, line) for line in reasons(calls)]
    return replace(
        listing,
        rows=tuple(by_key[call.municipality_code, call.solution_id] for call in calls),
        narrowed=(*narrowed, (texts.ABOUT_ORDER, texts.CALL_RULE), *about),
        beside=Beside(texts.CALL_HEADINGS, [_cells(call) for call in calls]),
    )


def reasons(calls: Sequence[Call]) -> list[str]:
    """What counts as a reason, in words; nothing where there is no gap."""
    return [
        line.format(average=thousands(round(call.average)))
        for call in calls[:1]
        for line in texts.CALL_REASONS
    ]


def _cells(call: Call) -> list[Value]:
    return [
        call.place,
        call.reasons,
        texts.CAN_START[call.prerequisites],
        ", ".join(call.missing),
        ", ".join(call.neighbours_using),
        call.neighbours,
        round(100 * call.share, 1),
        ", ".join(call.enrolled_elsewhere),
    ]
