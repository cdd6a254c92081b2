"""The map of a list as a picture file, with all that it must say."""

from collections.abc import Sequence

import duckdb

from pipeline.outreach.lists import Listing
from pipeline.outreach.pictures import Drawing, Words, map_picture
from pipeline.outreach.slides import figures, maps
from pipeline.outreach.slides.deck import take_deck
from pipeline.outreach.slides.figures import Deck

FORMATS = ("png", "svg")


def map_file(
    connection: duckdb.DuckDBPyConnection,
    listing: Listing,
    title: str,
    lines: Sequence[str],
    file_format: str,
) -> bytes:
    """The map of the first solution of a list as one of FORMATS, under a title and some lines.

    Who is enrolled is drawn by Digi region where anything is known of it, else like the gap.
    """
    deck = take_deck(connection, listing)
    words = Words(title, lines, figures.footer(listing), listing.mark)
    return map_picture(_drawing(deck), words, file_format)


def _drawing(deck: Deck) -> Drawing:
    selection, (facts, *_) = deck.listing.selection, deck.listing.facts
    regions = figures.of_solution(deck, facts.solution_id)
    known = any(f.enrolled is not None and f.not_adopted for f in regions)
    if selection.list == "enrolled" and known:
        return maps.enrolled_map(regions, selection.regions)
    return maps.list_map(selection, figures.everyone(deck, facts))
