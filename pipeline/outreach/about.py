"""What a list is, in words: the same in a workbook's sheet "Om" and on the last slide of a deck."""

from collections.abc import Sequence

from pipeline.outreach import texts
from pipeline.outreach.lists import COLUMNS, Facts, Listing, Value, headings
from pipeline.wording import date_words


def title(listing: Listing) -> str:
    """The list in one line: "Ikke tatt i bruk: Kjernejournal, Digi Nordland"."""
    solutions = ", ".join(facts.short_name for facts in listing.facts)
    line = f"{texts.LISTS[listing.selection.list]}: {solutions}, {listing.selection.place}"
    return f"{listing.mark}: {line}" if listing.mark else line


def lines(listing: Listing, columns: Sequence[str] = COLUMNS) -> list[tuple[str, Value]]:
    """Term and text, a line each: the filters, rows, dates, sources, reservations, definitions."""
    selection = listing.selection
    stages = ", ".join(texts.STAGES[stage] for stage in selection.stages)
    asked = date_words(selection.as_of) if selection.as_of else texts.LATEST
    return [
        *([(texts.DEMO, texts.DEMO_SENTENCE)] if listing.mark else []),
        (texts.ABOUT_LIST, texts.LISTS[selection.list]),
        ("", texts.LIST_DEFINITIONS[selection.list]),
        (texts.ABOUT_ROWS, len(listing.rows)),
        (texts.HEADINGS["digi_region"], selection.place),
        (texts.ABOUT_STAGES, stages or texts.ABOUT_ALL),
        (texts.ABOUT_DATE, asked),
        *listing.narrowed,
        *dated(listing),
        *((texts.ABOUT_RESERVATION, line) for line in listing.reservations),
        *source_lines(listing),
        *_defined(columns),
    ]


def dated(listing: Listing) -> list[tuple[str, Value]]:
    """Each solution with the date that its rows speak for and what it means to have adopted it."""
    return [(texts.HEADINGS["solution"], _solution(facts)) for facts in listing.facts]


def _solution(facts: Facts) -> str:
    told = facts.name
    if facts.as_of:
        told = texts.ABOUT_DATED.format(name=told, date=date_words(facts.as_of))
    if facts.definition:
        told = texts.ABOUT_SOLUTION.format(dated=told, definition=facts.definition)
    return told


def source_lines(listing: Listing) -> list[tuple[str, Value]]:
    """Each source with its date; every solution that it speaks of has it in common."""
    told = dict.fromkeys((source.source, source.as_of) for source in listing.sources)
    return [
        (texts.HEADINGS["source"], texts.ABOUT_DATED.format(name=name, date=date_words(day)))
        for name, day in told
    ]


def _defined(columns: Sequence[str]) -> list[tuple[str, Value]]:
    known = [column for column in columns if column in texts.DEFINITIONS]
    told = (texts.DEFINITIONS[column] for column in known)
    return list(zip(headings(known), told, strict=True))
