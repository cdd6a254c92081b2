"""The map of who has not adopted by Digi region: share or count, as pure functions of rows."""

from collections.abc import Iterable
from functools import partial
from math import inf

from dashboard import texts
from dashboard.filters import REGION_COUNTS, View
from dashboard.maps import Figure
from dashboard.region_map import Told, region_map
from dashboard.rows import Coverage
from dashboard.theme import Palette
from dashboard.wording import percent, plural, thousands

_SHARES = {"low": 25, "some": 50, "much": 75, "most": inf}
_COUNTS = {"low": 6, "some": 11, "much": 21, "most": inf}
"""The least that no longer belongs to a class, in per cent and in municipalities. Fixed, so that
dates and solutions compare."""


def figure(coverage: Iterable[Coverage], view: View, palette: Palette) -> Figure:
    """The map: regions by share or by number of municipalities that have not adopted."""
    coverage = list(coverage)
    nation = next(row for row in coverage if row.digi_region == texts.WHOLE_COUNTRY)
    classes = texts.GAP_COUNTS if view.map_kind == REGION_COUNTS else texts.GAP_SHARES
    tell = partial(_told, nation=nation, view=view)
    return region_map(coverage, view, tell, classes, palette.gaps, palette)


def _told(row: Coverage, nation: Coverage, view: View) -> Told:
    by_count = view.map_kind == REGION_COUNTS
    return Told(gap_class(row, by_count), _hover(row, nation, view), _label(row, by_count))


def gap_class(row: Coverage, by_count: bool) -> str:
    """The class that a region is drawn in."""
    if row.is_mostly_unknown:
        return "unknown"
    if not row.not_adopted:
        return "none" if row.in_use == row.municipalities else "none_known"
    share = round(100 * row.not_adopted / row.municipalities)
    steps, value = (_COUNTS, row.not_adopted) if by_count else (_SHARES, share)
    return next(kind for kind, end in steps.items() if value < end)


def _label(row: Coverage, by_count: bool) -> str:
    if row.is_mostly_unknown:
        count = thousands(row.not_adopted)
        return texts.GAP_LABEL_AT_LEAST.format(count=count) if by_count else texts.GAP_LABEL_UNKNOWN
    return thousands(row.not_adopted) if by_count else percent(row.not_adopted, row.municipalities)


def _hover(row: Coverage, nation: Coverage, view: View) -> str:
    told = {
        "region": row.digi_region,
        "count": thousands(row.not_adopted),
        "municipalities": plural(row.municipalities, *texts.MUNICIPALITY),
        "unknown": thousands(row.unknown),
        "solution": view.solution_name,
        "share": percent(row.not_adopted, row.municipalities),
        "national": percent(nation.not_adopted, nation.municipalities),
    }
    if row.is_mostly_unknown:
        return texts.GAP_HOVER_UNKNOWN.format(**told)
    if row.in_use == row.municipalities:
        return texts.GAP_HOVER_NONE.format(**told)
    form = texts.GAP_HOVER if nation.is_mostly_unknown else texts.GAP_HOVER_BESIDE_NATION
    return form.format(**told)
