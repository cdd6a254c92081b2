"""Putting things on slides: titles, texts, pictures, bars and tables, in inches of a 16:9 slide.

A template of another size is drawn on in proportion.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.shapes.autoshape import Shape
from pptx.slide import Slide
from pptx.text.text import TextFrame
from pptx.util import Emu, Inches, Length, Pt

from pipeline.outreach import look
from pipeline.outreach.slides import foreign, measure, template

_EDGE = 0.6
_BELOW_TITLE = 0.1
_FOOTER = 0.5
_TITLE_WIDTH = template.WIDTH - 2 * _EDGE
_TITLE_SIZES = (32, 28, 24, 20, 16)


@dataclass(frozen=True, slots=True)
class Box:
    """A place on a slide: left, top, width and height in inches."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text set alike."""

    text: str
    size: float
    bold: bool = False
    colour: str = look.TEXT


Paragraph = Sequence[Run]

_LINE_BELOW = (
    f'<a:lnB {nsdecls("a")} w="12700"><a:solidFill><a:srgbClr val="{look.STRUCTURE[1:]}"/>'
    "</a:solidFill></a:lnB>"
)
"""A line below a cell: python-pptx has no words for it."""

_EVERY_LABEL = f'<c:tickLblSkip {nsdecls("c")} val="1"/>'
"""Every bar has its name: nor for this."""


class Canvas:
    """A presentation being made.

    footer: what stands below every slide; mark: the word for invented figures, else empty.
    """

    def __init__(self, template_path: Path | None, footer: str, mark: str) -> None:
        self._own = template_path is None
        self.deck = foreign.opened(template_path) if template_path else template.own()
        self._layout = template.title_layout(self.deck)
        self._across = self.deck.slide_width / Inches(template.WIDTH)
        self._down = self.deck.slide_height / Inches(template.HEIGHT)
        self._footer, self._mark = footer, mark

    def room(self, title: str) -> Box:
        """What is left for content between a title and the footer."""
        top = self._below(title) + _BELOW_TITLE
        bottom = template.HEIGHT - _FOOTER - _BELOW_TITLE
        return Box(_EDGE, top, template.WIDTH - 2 * _EDGE, bottom - top)

    def _below(self, title: str) -> float:
        """Where the title ends: with its text in the own look, where a template's layout says."""
        place = self._title_place()
        if self._own:
            size = self._title_size(title)
            return place.top + measure.height(title, size, place.width, bold=True) + 0.05
        below = place.top + place.height
        return below if 1 < below < template.HEIGHT * 0.4 else 1.55

    def _title_place(self) -> Box:
        """Where the layout has its title."""
        place = next(s for s in self._layout.placeholders if s.placeholder_format.idx == 0)
        across, down = (Inches(1) * scale for scale in (self._across, self._down))
        return Box(place.left / across, place.top / down, place.width / across, place.height / down)

    def _title_size(self, title: str) -> float:
        """The largest type in which a title has room in its place."""
        place = self._title_place()
        fitting = (
            size
            for size in _TITLE_SIZES
            if measure.height(title, size, place.width, bold=True) <= place.height
        )
        return next(fitting, _TITLE_SIZES[-1])

    def slide(self, title: str) -> Slide:
        """A new slide with a title, a footer with its number, and the mark where there is one."""
        slide = self.deck.slides.add_slide(self._layout)
        for place in list(slide.placeholders):
            if place.placeholder_format.idx != 0:
                place._element.getparent().remove(place._element)
        self._title(slide.shapes.title.text_frame, title)
        low = Box(_EDGE, template.HEIGHT - _FOOTER, _TITLE_WIDTH - 1.0, 0.35)
        self.text(slide, low, [[Run(self._footer, 11, colour=look.QUIET)]], name="footer")
        number = Box(_EDGE + _TITLE_WIDTH - 0.9, low.top, 0.9, 0.35)
        count = str(len(self.deck.slides))
        told = [[Run(count, 11, colour=look.QUIET)]]
        self.text(slide, number, told, name="number", align=PP_ALIGN.RIGHT)
        if self._mark:
            corner = Box(template.WIDTH - _EDGE - 2.5, 0.18, 2.5, 0.4)
            told = [[Run(self._mark, 18, bold=True, colour=look.SIGNAL)]]
            self.text(slide, corner, told, name="mark", align=PP_ALIGN.RIGHT)
        return slide

    def _title(self, frame: TextFrame, title: str) -> None:
        """Set the title; colour, weight and alignment are a template's own."""
        frame.text = title
        paragraph, size = frame.paragraphs[0], self._title_size(title)
        font = paragraph.runs[0].font
        font.size = self._points(size)
        if self._own:
            font.bold, font.color.rgb = True, _rgb(look.STRUCTURE)
            paragraph.alignment = PP_ALIGN.LEFT
            paragraph.line_spacing = Pt(size * measure.LINE)

    def text(
        self,
        slide: Slide,
        box: Box,
        paragraphs: Sequence[Paragraph],
        name: str,
        align: PP_ALIGN = PP_ALIGN.LEFT,
        anchor: MSO_ANCHOR = MSO_ANCHOR.TOP,
    ) -> Shape:
        """A text box; every line has the height that it is measured with."""
        shape = slide.shapes.add_textbox(*self._place(box))
        shape.name = name
        frame = shape.text_frame
        frame.word_wrap = True
        frame.vertical_anchor = anchor
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        for number, runs in enumerate(paragraphs):
            paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
            paragraph.alignment = align
            largest = max((run.size for run in runs), default=12)
            paragraph.line_spacing = self._points(largest * measure.LINE)
            for run in runs:
                piece = paragraph.add_run()
                piece.text = run.text
                piece.font.size, piece.font.bold = self._points(run.size), run.bold
                piece.font.color.rgb = _rgb(run.colour)
        return shape

    def picture(self, slide: Slide, png: bytes, box: Box, alt: str) -> Box:
        """A picture in the middle of a box, as large as it goes there; where it ended up."""
        shape = slide.shapes.add_picture(io.BytesIO(png), 0, 0)
        scale = min(box.width / shape.width.inches, box.height / shape.height.inches)
        width, height = shape.width.inches * scale, shape.height.inches * scale
        place = Box(
            box.left + (box.width - width) / 2, box.top + (box.height - height) / 2, width, height
        )
        uniform = min(self._across, self._down)
        shape.left, shape.top, *_ = self._place(place)
        shape.width, shape.height = Inches(width * uniform), Inches(height * uniform)
        shape._element.nvPicPr.cNvPr.set("descr", alt)
        shape.name = "map"
        return place

    def rectangle(
        self, slide: Slide, box: Box, colour: str, name: str, shape: MSO_SHAPE = MSO_SHAPE.RECTANGLE
    ) -> None:
        """A filled shape without an outline."""
        drawn = slide.shapes.add_shape(shape, *self._place(box))
        drawn.name = name
        drawn.fill.solid()
        drawn.fill.fore_color.rgb = _rgb(colour)
        drawn.line.fill.background()
        drawn._element.remove(drawn._element.find(qn("p:style")))  # a shadow, in some programs

    def bars(
        self, slide: Slide, box: Box, name: str, values: Sequence[tuple[str, float, str]],
        number_format: str,
    ) -> None:  # fmt: skip
        """A bar chart that PowerPoint can edit: label, value and colour of each bar, from above."""
        data = CategoryChartData(number_format=number_format)
        data.categories = [label for label, _, _ in reversed(values)]
        data.add_series(name, [value for _, value, _ in reversed(values)])
        frame = slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *self._place(box), data)
        frame.name = "bars"
        frame._element.nvGraphicFramePr.cNvPr.set("descr", name)
        chart = frame.chart
        chart.has_legend = chart.has_title = False
        chart.font.size, chart.font.color.rgb = self._points(14), _rgb(look.TEXT)
        plot = chart.plots[0]
        plot.gap_width, plot.vary_by_categories = 35, False
        plot.has_data_labels = True
        labels = plot.data_labels
        labels.position, labels.font.bold = XL_LABEL_POSITION.OUTSIDE_END, True
        labels.font.size = self._points(14)
        labels.number_format, labels.number_format_is_linked = number_format, False
        chart.value_axis.visible = chart.value_axis.has_major_gridlines = False
        chart.value_axis.minimum_scale = 0
        chart.value_axis.maximum_scale = max(v for _, v, _ in values) * 1.12 or 1
        axis = chart.category_axis
        axis.format.line.fill.background()
        axis.major_tick_mark, axis.tick_label_position = (
            XL_TICK_MARK.NONE, XL_TICK_LABEL_POSITION.LOW
        )  # fmt: skip
        # Else whoever opens it leaves names out where they would stand close.
        axis._element.find(qn("c:noMultiLvlLbl")).addprevious(parse_xml(_EVERY_LABEL))
        for index, (_, _, colour) in enumerate(reversed(values)):
            point = plot.series[0].points[index].format.fill
            point.solid()
            point.fore_color.rgb = _rgb(colour)

    def table(
        self, slide: Slide, box: Box, name: str, rows: Sequence[Sequence[str]],
        widths: Sequence[float], size: float,
    ) -> None:  # fmt: skip
        """A table with a heading row and a row of sums; the first column is text, then numbers."""
        frame = slide.shapes.add_table(len(rows), len(rows[0]), *self._place(box))
        frame.name = name
        table = frame.table
        table.first_row, table.horz_banding = False, False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Inches(box.width * width * self._across)
        for line, row in zip(table.rows, rows, strict=True):
            line.height = Inches(box.height / len(rows) * self._down)
            for cell, value in zip(line.cells, row, strict=True):
                cell.fill.background()
                cell.vertical_anchor = MSO_ANCHOR.MIDDLE
                cell.margin_top = cell.margin_bottom = 0
                cell.margin_left = cell.margin_right = Inches(0.06)
                self._fill_cell(cell.text_frame, value, row in (rows[0], rows[-1]), size)
                if row in (rows[0], rows[-2]):
                    cell._tc.get_or_add_tcPr().insert(0, parse_xml(_LINE_BELOW))
                if cell is not line.cells[0] and value is not row[0]:
                    cell.text_frame.paragraphs[0].alignment = PP_ALIGN.RIGHT

    def _fill_cell(self, frame: TextFrame, value: str, strong: bool, size: float) -> None:
        piece = frame.paragraphs[0].add_run()
        piece.text = value
        piece.font.size, piece.font.bold = self._points(size), strong
        piece.font.color.rgb = _rgb(look.TEXT)

    def _place(self, box: Box) -> tuple[Emu, Emu, Emu, Emu]:
        across, down = self._across, self._down
        return (
            Inches(box.left * across), Inches(box.top * down), Inches(box.width * across),
            Inches(box.height * down),
        )  # fmt: skip

    def _points(self, size: float) -> Length:
        return Pt(size * min(self._across, self._down))


def _rgb(colour: str) -> RGBColor:
    return RGBColor.from_string(colour[1:])
