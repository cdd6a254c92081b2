"""The map of a list as a picture file, with all that it must say."""

from collections.abc import Sequence

import duckdb

from pipeline.outreach.lists import Listing
from pipeline.outreach.pictures import Drawing, Words, map_picture
from pipeline.outreach.slides import figures, maps
from pipeline.outreach.slides.deck import take_parts
from pipeline.outreach.slides.figures import Part


def map_file(
    connection: duckdb.DuckDBPyConnection,
    listing: Listing,
    title: str,
    lines: Sequence[str],
    file_format: str,
) -> bytes:
    """The map of the first solution of a list as "png" or "svg", under a title and some lines.

    Who is enrolled is drawn by Digi region where anything is known of it, else like the gap.
    """
    part, *_ = take_parts(connection, listing)
    words = Words(title, lines, figures.footer(listing), listing.mark)
    return map_picture(_drawing(part), words, file_format)


def _drawing(part: Part) -> Drawing:
    selection = part.listing.selection
    known = any(f.enrolled is not None and f.not_adopted for f in part.figures)
    if selection.list == "enrolled" and known:
        return maps.enrolled_map(part.figures, selection.regions)
    return maps.list_map(selection, part.everyone)
