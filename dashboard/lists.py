"""Lists as the pages hand them out: the pipeline's own, from the warehouse in force."""

from collections.abc import Callable, Sequence

from dashboard import texts
from dashboard.data import build_of_run, read
from dashboard.filters import COUNTRY, NextView, View
from dashboard.wording import date_slug, region_slug
from pipeline.outreach.export import make
from pipeline.outreach.lists import COLUMNS, Listing, Selection, take
from pipeline.outreach.map_file import map_file

MIME = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "png": "image/png",
    "svg": "image/svg+xml",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}


def listing(selection: Selection) -> Listing:
    """The list that a selection asks for, kept as long as its build is in force."""
    return read(take, selection)


def selection(list_name: str, view: View | NextView) -> Selection:
    """What a page shows, as a list asks for it."""
    regions = (view.region,) if view.region else ()
    as_of = view.as_of if isinstance(view, View) else None
    return Selection(list_name, (view.solution,), regions, as_of)


def file_name(chosen: Selection, file_format: str) -> str:
    """What the file is called when it is saved: list, solutions, place and date."""
    solutions = "-".join(chosen.solutions) if len(chosen.solutions) <= 2 else texts.FILE_SEVERAL
    places = "-".join(map(region_slug, chosen.regions)) if len(chosen.regions) <= 2 else ""
    parts = (
        texts.FILE_NAMES[chosen.list],
        solutions,
        places or (texts.FILE_REGIONS if chosen.regions else COUNTRY),
        date_slug(chosen.as_of) if chosen.as_of else "",
    )
    return f"{'_'.join(filter(None, parts))}.{file_format}"


def maker(
    chosen: Selection, file_format: str, columns: Sequence[str] = COLUMNS
) -> Callable[[], bytes]:
    """What makes the file."""
    return lambda: make(build_of_run().connection, listing(chosen), file_format, columns)


def map_maker(
    chosen: Selection, title: str, lines: Sequence[str], file_format: str
) -> Callable[[], bytes]:
    """What draws the map as a picture."""
    return lambda: map_file(build_of_run().connection, listing(chosen), title, lines, file_format)
