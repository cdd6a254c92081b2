"""The slides of a list: headline and map, names per Digi region, enrolled, status, what it is."""

import io
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path

import duckdb
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.slide import Slide

from pipeline.asking import ask
from pipeline.errors import UserError
from pipeline.outreach import about, look, texts
from pipeline.outreach.lists import SQL, Listing, ListRow, Selection, reservations_of, take_rows
from pipeline.outreach.pictures import Drawing, bare_map, label_places, legend
from pipeline.outreach.slides import columns, figures, foreign, maps, measure, status
from pipeline.outreach.slides.canvas import Box, Canvas, Paragraph, Run
from pipeline.outreach.slides.columns import Block, Column, Entry, Setting
from pipeline.outreach.slides.figures import NOT_ENROLLED, Figures, Part
from pipeline.wording import plural, thousands

_LEGEND_SIZE = 14
_LEGEND_LINE = 0.34


def take_parts(connection: duckdb.DuckDBPyConnection, listing: Listing) -> list[Part]:
    """All that the slides of a list need, a solution each, from the warehouse that it is from."""
    selection = listing.selection
    asked = {"solutions": selection.solutions, "as_of": selection.as_of}
    whole = Selection("all", selection.solutions, as_of=selection.as_of)
    everyone = listing.rows if selection == whole else take_rows(connection, whole)
    told = ask(connection, SQL / "figures.sql", Figures, **asked)
    every = (listing.rows, everyone, told)
    return [
        Part(
            listing,
            facts,
            *([r for r in rows if r.solution_id == facts.solution_id] for rows in every),
        )
        for facts in listing.facts
    ]


def deck_file(listing: Listing, parts: Sequence[Part], template: Path | None = None) -> bytes:
    """The list as .pptx, in the project's look or a template's.

    Raises UserError when the template cannot be used.
    """
    try:
        return _drawn(listing, parts, template)
    except UserError:
        raise
    except Exception as error:  # a stranger's layout may hold what python-pptx chokes on
        if template is None:
            raise
        raise foreign.bad(template, texts.NOT_PPTX) from error


def _drawn(listing: Listing, parts: Sequence[Part], template: Path | None) -> bytes:
    canvas = Canvas(template, figures.footer(listing), listing.mark)
    here = [part for part in parts if part.inside]
    told = [part for part in here if part.facts.as_of]
    if len(told) > 1:
        status.show(canvas, listing, told)
    for part in here if listing.selection.list in ("all", "ready") else told:
        _show_solution(canvas, part)
    if len(told) == 1:
        status.show(canvas, listing, told)
    _show_about(canvas, listing)
    properties = canvas.deck.core_properties
    properties.title, properties.author = about.title(listing), texts.CREATOR
    properties.comments = f"{plural(len(listing.rows), *texts.ROWS)}. {figures.footer(listing)}"
    buffer = io.BytesIO()
    canvas.deck.save(buffer)
    return buffer.getvalue()


def _show_solution(canvas: Canvas, part: Part) -> None:
    _show_headline(canvas, part)
    for key, title, group in _groups(part):
        _show_names(canvas, part, key, title, group)
    if part.listing.selection.list in ("not-adopted", "enrolled") and part.facts.as_of:
        _show_enrolled(canvas, part)


def _groups(part: Part) -> Iterator[tuple[str, str, Sequence[ListRow]]]:
    """The rows as the slides of names part them: by stage where a list has several kinds."""
    name = part.listing.selection.list
    if name != "all":
        if part.rows:
            yield name, _counted(texts.NAMES_TITLE[name], part, part.rows), part.rows
        return
    order = list(texts.STAGES)
    by_stage = sorted(part.rows, key=lambda row: order.index(row.stage))
    for stage, group in groupby(by_stage, key=lambda row: row.stage):
        members = list(group)
        yield stage, _counted(texts.NAMES_BY_STAGE[stage], part, members), members


def _counted(form: str, part: Part, rows: Sequence[ListRow]) -> str:
    count = plural(len(rows), *texts.MUNICIPALITY)
    if part.listing.selection.list == NOT_ENROLLED and part.is_partly_known:
        count = texts.AT_LEAST.format(count=count)
    return form.format(
        count=count,
        place=figures.in_place(part.listing),
        solution=part.facts.short_name,
    )


def _show_headline(canvas: Canvas, part: Part) -> None:
    """The message, the map, and what stands beside it: key figures and a bar per Digi region."""
    title = figures.title(part)
    slide, room = canvas.slide(title), canvas.room(title)
    drawing = maps.list_map(part.listing.selection, part.everyone)
    alt = texts.MAP_ALT.format(title=title)
    _show_map(canvas, slide, drawing, alt, replace(room, width=room.width * 0.52))
    right = room.left + room.width * 0.55
    box = Box(right, room.top + 0.05, room.left + room.width - right, 1.3)
    if part.is_partly_known:
        _show_reservations(canvas, slide, part, replace(box, height=room.height - 0.1))
        return
    _show_key_figures(canvas, slide, figures.key_figures(part), box)
    below = replace(box, top=box.top + 1.45, height=room.height - 1.5)
    _show_bars(canvas, slide, part, below)


def _show_map(canvas: Canvas, slide: Slide, drawing: Drawing, alt: str, box: Box) -> None:
    """The map with its legend over the sea, where Norway leaves the upper left open."""
    aside = box.width * 0.14
    place = replace(box, left=box.left + aside, width=box.width - aside)
    drawn = canvas.picture(slide, bare_map(drawing, (place.width, place.height)), place, alt)
    for text, across, down in label_places(drawing):
        left, top = drawn.left + across * drawn.width, drawn.top + down * drawn.height
        label = [[Run(text, 12, bold=True)]]
        at = Box(left - 0.4, top - 0.1, 0.8, 0.2)
        canvas.text(slide, at, label, "map label", PP_ALIGN.CENTER, MSO_ANCHOR.MIDDLE)
    top = box.top + 0.1
    for group in legend(drawing):
        swatch = Box(box.left, top + 0.04, 0.22, 0.18)
        canvas.rectangle(slide, swatch, group.colour, "legend")
        _show_legend(canvas, slide, f"{group.label} ({len(group.ids)})", swatch)
        top += _LEGEND_LINE
    for marks in drawing.marks:
        if marks.label and marks.ids:
            swatch = Box(box.left, top + 0.04, 0.22, 0.22)
            dot = [[Run(texts.SIGN_ENROLLED, _LEGEND_SIZE)]]
            canvas.text(slide, swatch, dot, "legend", PP_ALIGN.CENTER)
            _show_legend(canvas, slide, f"{marks.label} ({len(marks.ids)})", swatch)


def _show_legend(canvas: Canvas, slide: Slide, text: str, swatch: Box) -> None:
    box = Box(swatch.left + 0.32, swatch.top - 0.04, 3.4, 0.26)
    canvas.text(slide, box, [[Run(text, _LEGEND_SIZE)]], name="legend")


def _show_reservations(canvas: Canvas, slide: Slide, part: Part, box: Box) -> None:
    """What the list leaves out, where figures of it would pass for those of everybody."""
    told = reservations_of(part.listing.selection, part.facts)
    canvas.text(slide, box, [[Run(line, 20, colour=look.TEXT)] for line in told], "reservations")


def _show_key_figures(
    canvas: Canvas, slide: Slide, told: Sequence[tuple[str, str, bool]], box: Box
) -> None:
    width = box.width / 3
    for number, (figure, label, of_gap) in enumerate(told):
        place = Box(box.left + number * width, box.top, width - 0.12, 0.7)
        colour = look.SIGNAL if of_gap else look.STRUCTURE
        size = 40 if measure.width(figure, 40, bold=True) <= place.width else 22
        large = [[Run(figure, size, bold=True, colour=colour)]]
        canvas.text(slide, place, large, "key figure", anchor=MSO_ANCHOR.BOTTOM)
        small = [[Run(label, 14, colour=look.QUIET)]]
        canvas.text(slide, replace(place, top=box.top + 0.7, height=0.72), small, "key label")


def _show_bars(canvas: Canvas, slide: Slide, part: Part, box: Box) -> None:
    """How many of the list are in each Digi region; a gap in some regions, beside all others."""
    selection = part.listing.selection
    of_gap = selection.list.startswith("not-adopted")
    shares = bool(selection.regions) and selection.list == "not-adopted"
    told = part.everyone if shares else part.inside
    sizes = Counter(row.digi_region for row in told)
    if shares:
        heading, number_format = texts.BARS_SHARE, "0\u00a0%"
        found = Counter(row.digi_region for row in told if row.stage == "not_adopted")
        counts = {region: found[region] / size for region, size in sizes.items()}
    else:
        counted = "in-use" if selection.list == "all" else selection.list
        heading, number_format = texts.BARS_COUNT.format(list=texts.LISTS[counted]), "0"
        listed = (r for r in part.rows if selection.list != "all" or r.stage == "in_use")
        found = Counter(row.digi_region for row in listed)
        counts = {region: found[region] for region in sizes}
    colour = look.SIGNAL if of_gap else look.STRUCTURE
    values = [
        (
            region.removeprefix("Digi "),
            value,
            colour if not shares or region in selection.regions else look.CATEGORIES["preparing"],
        )
        for region, value in sorted(counts.items(), key=lambda item: -item[1])
    ]
    canvas.text(slide, replace(box, height=0.3), [[Run(heading, 14, bold=True)]], "bars heading")
    height = min(box.height - 0.3, 0.5 + 0.36 * len(values))
    place = Box(box.left - 0.1, box.top + 0.3, box.width + 0.1, height)
    canvas.bars(slide, place, heading, values, number_format)


def _show_names(canvas: Canvas, part: Part, key: str, title: str, rows: Sequence[ListRow]) -> None:
    """Names in columns per Digi region, over as many slides as they take."""
    blocks = _blocks(part, key, rows)
    room = canvas.room(texts.PART.format(title=title, part=9, parts=9))
    signs = _signs(blocks, rows)
    blocks = [block if block.heading else replace(block, note="") for block in blocks]
    legend_height = measure.height(signs, _LEGEND_SIZE, room.width) + 0.15 if signs else 0.1
    place = replace(room, top=room.top + legend_height, height=room.height - legend_height)
    spread = columns.spread(blocks, (place.width, place.height), texts.CONTINUED)
    for number, slide_columns in enumerate(spread.slides, 1):
        parts = len(spread.slides)
        form = texts.PART if parts > 1 else "{title}"
        slide = canvas.slide(form.format(title=title, part=number, parts=parts))
        if signs:
            line = [[Run(signs, _LEGEND_SIZE, colour=look.QUIET)]]
            canvas.text(slide, replace(room, height=legend_height), line, "signs")
        width = columns.column_width(spread.setting, room.width)
        for nth, column in enumerate(slide_columns):
            left = room.left + nth * (width + columns.GUTTER)
            _show_column(
                canvas, slide, column, spread.setting, replace(place, left=left, width=width)
            )


def _blocks(part: Part, key: str, rows: Sequence[ListRow]) -> list[Block]:
    """The names by Digi region; one region alone stands in the title and needs no heading."""
    by_region = figures.by_region(rows)
    told = {f.digi_region: f for f in part.figures}
    alone = len(part.listing.selection.regions) == 1
    noted = texts.LEGEND_BY_COUNT_ALONE if alone else texts.REGION_ENROLLED_BY_COUNT
    of_gap = key in ("not-adopted", "not_adopted")
    return [
        Block(
            key=region,
            heading="" if alone else texts.REGION_COUNT.format(region=region, count=len(members)),
            note=_by_count(told.get(region), noted) if of_gap else "",
            entries=tuple(map(_entry, members)),
        )
        for region, members in by_region.items()
    ]


def _by_count(region: Figures | None, form: str) -> str:
    """A note where it is published how many are enrolled, and not who."""
    if region is None or not region.enrolled or region.enrolled == region.enrolled_named:
        return ""
    return form.format(count=thousands(region.enrolled))


def _entry(row: ListRow) -> Entry:
    enrolled = texts.SIGN_ENROLLED if row.enrolled else ""
    contradicted = texts.SIGN_CONTRADICTED if row.earlier_stage else ""
    return Entry(row.name, bool(row.enrolled), enrolled + contradicted)


def _signs(blocks: Sequence[Block], rows: Sequence[ListRow]) -> str:
    """What the signs on the names mean, those of them that occur."""
    told = (
        texts.LEGEND_ENROLLED if any(row.enrolled for row in rows) else "",
        texts.LEGEND_BY_COUNT if any(block.note and block.heading for block in blocks) else "",
        *(block.note for block in blocks if not block.heading),
        texts.LEGEND_CONTRADICTED if any(row.earlier_stage for row in rows) else "",
    )
    return " ".join(filter(None, told))


def _show_column(canvas: Canvas, slide: Slide, column: Column, setting: Setting, box: Box) -> None:
    """The blocks of a column below each other, a text box each."""
    top, size = box.top, setting.size
    line = size * measure.LINE / 72
    for number, block in enumerate(column):
        top += line if number else 0
        names = sum(measure.lines(e.printed, size, box.width, e.strong) for e in block.entries)
        height = (columns.head_lines(block, size, box.width) + names) * line
        told = [*_head(block, size), *(_name(entry, size) for entry in block.entries)]
        place = Box(box.left, top, box.width, height)
        canvas.text(slide, place, told, name=f"names: {block.key}")
        top += height


def _head(block: Block, size: float) -> Iterator[Paragraph]:
    if block.heading:
        yield [Run(block.heading, size, bold=True, colour=look.STRUCTURE)]
    if block.note:
        yield [Run(block.note, size, colour=look.QUIET)]


def _name(entry: Entry, size: float) -> Paragraph:
    name = Run(entry.text, size, bold=entry.strong)
    return [name, Run(f" {entry.signs}", size, colour=look.STRUCTURE)] if entry.signs else [name]


def _show_enrolled(canvas: Canvas, part: Part) -> None:
    """Who is enrolled per Digi region; left out where nothing says, or for one region alone."""
    here = part.here
    if here.enrolled is None or not here.not_adopted or len(part.regions) < 2:
        return
    title = texts.ENROLLED_TITLE.format(
        enrolled=thousands(here.enrolled), gap=thousands(here.not_adopted),
        solution=part.facts.short_name,
    )  # fmt: skip
    slide, room = canvas.slide(title), canvas.room(title)
    drawing = maps.enrolled_map(part.figures, part.listing.selection.regions)
    alt = texts.MAP_ALT.format(title=title)
    _show_map(canvas, slide, drawing, alt, replace(room, width=room.width * 0.5))
    left = room.left + room.width * 0.53
    rows = sorted(part.regions, key=lambda f: -(f.not_adopted - (f.enrolled or 0)))
    cells = [texts.ENROLLED_HEADINGS, *map(_enrolled_cells, rows)]
    cells.append(_enrolled_cells(here._replace(digi_region=texts.SUM)))
    box = Box(left, room.top, room.left + room.width - left, min(0.4 * len(cells), room.height))
    canvas.table(slide, box, title, cells, (0.4, 0.26, 0.17, 0.17), 14)


def _enrolled_cells(row: Figures) -> list[str]:
    remaining = None if row.enrolled is None else row.not_adopted - row.enrolled
    counts = (row.not_adopted, row.enrolled, remaining)
    told = ["–" if count is None else thousands(count) for count in counts]
    return [row.digi_region.removeprefix("Digi "), *told]


def _show_about(canvas: Canvas, listing: Listing) -> None:
    """What the deck is: filters, rows, dates, sources and reservations."""
    room, size = canvas.room(texts.ABOUT_TITLE), 14
    label_width = 2.6
    width = room.width - label_width
    slide, top = canvas.slide(texts.ABOUT_TITLE), room.top
    for term, value in about.lines(listing, columns=()):
        text = thousands(value) if isinstance(value, int) else str(value)
        height = max(
            measure.height(text, size, width), measure.height(term, size, label_width - 0.2, True)
        )
        if top + height > room.top + room.height:
            slide, top = canvas.slide(texts.ABOUT_TITLE), room.top
        label = Box(room.left, top, label_width - 0.2, height)
        canvas.text(slide, label, [[Run(term, size, bold=True)]], "about term", PP_ALIGN.LEFT)
        body = Box(room.left + label_width, top, width, height)
        canvas.text(slide, body, [[Run(text, size)]], "about text")
        top += height + 0.1
