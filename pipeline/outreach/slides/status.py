"""The slide of status against ambition: a bar a solution, with a line where it should be."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pptx.slide import Slide

from pipeline.outreach import look, texts
from pipeline.outreach.lists import Facts, Listing
from pipeline.outreach.slides import figures, measure
from pipeline.outreach.slides.canvas import Box, Canvas, Paragraph, Run
from pipeline.outreach.slides.figures import Figures, Part
from pipeline.wording import date_words, percent, plural, thousands

_LABELS = 3.4
_NUMBERS = 3.5
_LARGE, _SMALL = 0.8, 0.34
_AIRY = 1.15


@dataclass(frozen=True, slots=True)
class _Row:
    """A bar: what it is of, the figures, and where it should be, as a share and in words."""

    label: str
    about: str
    figures: Figures
    goal: float | None
    goal_told: str
    large: bool


def show(canvas: Canvas, listing: Listing, parts: Sequence[Part]) -> None:
    """The solutions with how many have adopted, against the ambition or, in a region, the nation.

    One solution alone is shown with its Digi regions.
    """
    rows = [_row(part) for part in parts]
    by_region = len(parts) == 1 and len(listing.selection.regions) != 1
    if by_region:
        rows += _region_rows(parts[0])
    title, legend = _title(listing, parts), _legend(listing, by_region)
    slide, top = None, 0.0
    room = canvas.room(title)
    large = _AIRY if not by_region and len(rows) * _AIRY <= room.height - 0.5 else _LARGE
    small = _small(rows, room.height - 0.5)
    for row in rows:
        height = large if row.large else small
        if slide is None or top + height > room.top + room.height:
            slide, top = canvas.slide(title), room.top + 0.5
            line = [[Run(legend, 14, colour=look.QUIET)]]
            canvas.text(slide, replace(room, height=0.3), line, "legend")
        _show_row(canvas, slide, row, replace(room, top=top, height=height))
        top += height


def _small(rows: Sequence[_Row], room: float) -> float:
    """The height of a small row: what is left, when that is enough to read, else the least."""
    large = sum(row.large for row in rows)
    left = (room - large * _LARGE) / max(len(rows) - large, 1)
    return max(_SMALL, min(left - 0.01, 0.46))


def _row(part: Part) -> _Row:
    here, means = part.here, texts.STATUS_MEANS[part.facts.adopted_means]
    about = f"{means}, per {date_words(here.as_of)}"
    return _Row(here.short_name, about, here, *_goal(part), large=True)


def _region_rows(part: Part) -> list[_Row]:
    share = part.nation.adopted / part.nation.municipalities
    rows = sorted(part.regions, key=lambda f: -f.adopted / f.municipalities)
    return [_Row(row.digi_region, "", row, share, "", large=False) for row in rows]


def _legend(listing: Listing, by_region: bool) -> str:
    if listing.selection.regions:
        return texts.STATUS_LEGEND_NATION
    return texts.STATUS_LEGEND_BOTH if by_region else texts.STATUS_LEGEND_AMBITION


def _title(listing: Listing, parts: Sequence[Part]) -> str:
    if len(parts) == 1:
        one = parts[0].here
        return texts.STATUS_TITLE_ONE.format(
            solution=one.short_name,
            done=texts.STATUS_DONE[parts[0].facts.adopted_means],
            adopted=thousands(one.adopted),
            municipalities=thousands(one.municipalities),
        ) + (texts.IN_PLACE.format(place=one.digi_region) if listing.selection.regions else "")
    if listing.selection.regions:
        count = plural(len(parts), *texts.SOLUTIONS)
        return texts.STATUS_TITLE_PLACE.format(count=count, place=figures.place(listing))
    return _reached([p.here for p in parts if p.here.ambition and _is_aimed_at(p.facts)])


def _is_aimed_at(facts: Facts) -> bool:
    """Whether an ambition is set for what the solution counts: it is set for use."""
    return facts.adopted_means == "in_use"


def _reached(aimed: Sequence[Figures]) -> str:
    """How many have reached their ambition; the least, where the unknown could decide it."""
    if not aimed:
        return texts.STATUS_TITLE
    least = sum(f.adopted >= (f.ambition or 0) for f in aimed)
    most = sum(f.adopted + f.unknown >= (f.ambition or 0) for f in aimed)
    form = texts.STATUS_TITLE_REACHED if least == most else texts.STATUS_TITLE_AT_LEAST
    return form.format(reached=least, count=len(aimed))


def _show_row(canvas: Canvas, slide: Slide, row: _Row, box: Box) -> None:
    size, bar = (24, 0.5) if box.height == _AIRY else (18, 0.36) if row.large else (14, 0.22)
    here = row.figures
    line = size * measure.LINE / 72
    label = [[Run(row.label, size, bold=row.large)]]
    if row.about:
        label.append([Run(row.about, 14 if size == 24 else 12, colour=look.QUIET)])
    canvas.text(slide, replace(box, width=_LABELS - 0.2, height=box.height - 0.1), label, "row")
    track = Box(
        box.left + _LABELS, box.top + (line - bar) / 2 + 0.02, box.width - _LABELS - _NUMBERS, bar
    )
    canvas.rectangle(slide, track, look.CATEGORIES["in_use"], "track")
    _part(canvas, slide, track, here.adopted / here.municipalities, look.STRUCTURE, "adopted")
    unknown = here.unknown / here.municipalities
    _part(canvas, slide, track, unknown, look.UNKNOWN, "unknown", from_right=True)
    if row.goal is not None:
        over = 0.08 if row.large else 0.05
        left = track.left + track.width * min(row.goal, 1) - 0.02
        goal = Box(left, track.top - over, 0.04, track.height + 2 * over)
        canvas.rectangle(slide, goal, look.SIGNAL, "goal")
    counts = replace(
        box, left=box.left + box.width - _NUMBERS + 0.2, width=_NUMBERS - 0.2,
        height=box.height - 0.1,
    )  # fmt: skip
    canvas.text(slide, counts, _counts(row, size), "counts")


def _counts(row: _Row, size: float) -> list[Paragraph]:
    here = row.figures
    counted = texts.STATUS_COUNT.format(
        adopted=thousands(here.adopted), municipalities=thousands(here.municipalities)
    )
    unknown = texts.STATUS_UNKNOWN.format(count=here.unknown) if here.unknown else ""
    share = f"  {percent(here.adopted, here.municipalities)}"
    first = [Run(counted, size, bold=True, colour=look.STRUCTURE), Run(share, size)]
    if row.large:
        about = 14 if size == 24 else 12
        below = (text for text in (row.goal_told, unknown) if text)
        return [first, *([Run(text, about, colour=look.QUIET)] for text in below)]
    return [[*first, Run(f"  {unknown}", 12, colour=look.QUIET)]] if unknown else [first]


def _part(
    canvas: Canvas, slide: Slide, track: Box, share: float, colour: str, name: str,
    from_right: bool = False,
) -> None:  # fmt: skip
    if share > 0:
        width = track.width * share
        left = track.left + track.width - width if from_right else track.left
        canvas.rectangle(slide, Box(left, track.top, width, track.height), colour, name)


def _goal(part: Part) -> tuple[float | None, str]:
    """Where the line goes, as a share of the municipalities, and what it is."""
    nation = part.nation
    if part.listing.selection.regions:
        share = percent(nation.adopted, nation.municipalities)
        return nation.adopted / nation.municipalities, texts.STATUS_NATION.format(share=share)
    if nation.ambition is None or nation.ambition_as_of is None:
        return None, texts.STATUS_NO_AMBITION
    told = texts.STATUS_AMBITION.format(
        date=date_words(nation.ambition_as_of), count=thousands(nation.ambition)
    )
    if not _is_aimed_at(part.facts):
        return None, texts.STATUS_OTHERWISE.format(goal=told)
    return nation.ambition / nation.municipalities, told
