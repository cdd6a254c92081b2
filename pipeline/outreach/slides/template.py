"""The presentation that slides are put in: the project's own look, or somebody's template."""

import re

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.enum.text import MSO_ANCHOR
from pptx.oxml import parse_xml
from pptx.presentation import Presentation as Deck
from pptx.slide import SlideLayout
from pptx.util import Emu, Inches

from pipeline.errors import UserError
from pipeline.outreach import look, texts

WIDTH, HEIGHT = 13.333, 7.5
TITLE_TOP = 0.45
_FONT = "Arial"
_TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
_FURNITURE = (PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)
_THEME_COLOURS = {"dk2": look.STRUCTURE, "accent1": look.STRUCTURE, "accent2": look.SIGNAL}

_BAND = f"""
<p:sp xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"
      xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">
  <p:nvSpPr><p:cNvPr id="99" name="band"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>
  <p:spPr>
    <a:xfrm><a:off x="0" y="0"/><a:ext cx="{Inches(WIDTH)}" cy="{Inches(0.14)}"/></a:xfrm>
    <a:prstGeom prst="rect"><a:avLst/></a:prstGeom>
    <a:solidFill><a:srgbClr val="{look.STRUCTURE[1:]}"/></a:solidFill>
  </p:spPr>
</p:sp>"""
"""A band of colour along the upper edge: python-pptx puts shapes on slides, not on masters."""


def own() -> Deck:
    """An empty presentation in the project's look: 16:9, a title above open ground."""
    deck = Presentation()
    widen = WIDTH / (deck.slide_width / Inches(1))
    deck.slide_width, deck.slide_height = Inches(WIDTH), Inches(HEIGHT)
    for layout in (deck.slide_master, *deck.slide_layouts):
        for shape in layout.placeholders:
            shape.left, shape.width = Emu(int(shape.left * widen)), Emu(int(shape.width * widen))
    _colour(deck)
    deck.slide_master.shapes._spTree.append(parse_xml(_BAND))
    _dress_title(title_layout(deck))
    return deck


def title_layout(deck: Deck) -> SlideLayout:
    """The layout with a title and the least else. Raises UserError where none has a title."""
    layouts = [layout for layout in deck.slide_layouts if _has_title(layout)]
    if not layouts:
        raise UserError(texts.NO_TITLE)
    return min(layouts, key=_others)


def _has_title(layout: SlideLayout) -> bool:
    """Whether there is a title that takes up room, in its own place or the master's."""
    return any(
        shape.placeholder_format.type in _TITLES
        and shape.placeholder_format.idx == 0
        and None not in (shape.left, shape.top)
        and min(shape.width or 0, shape.height or 0) > 0
        for shape in layout.placeholders
    )


def _others(layout: SlideLayout) -> int:
    """How many places for something else than the title; a centred title counts as one."""
    kinds = [shape.placeholder_format.type for shape in layout.placeholders]
    return sum(kind not in (PP_PLACEHOLDER.TITLE, *_FURNITURE) for kind in kinds)


def _colour(deck: Deck) -> None:
    """Set colours and font of the theme, so that what people add looks alike."""
    part = next(
        rel.target_part
        for rel in deck.slide_master.part.rels.values()
        if rel.reltype.endswith("/theme")
    )
    theme = part.blob.decode("utf-8")
    for name, colour in _THEME_COLOURS.items():
        theme = re.sub(rf'(<a:{name}><a:srgbClr val=")\w+', lambda m, c=colour: m[1] + c[1:], theme)
    part._blob = theme.replace('latin typeface="Calibri"', f'latin typeface="{_FONT}"').encode()


def _dress_title(layout: SlideLayout) -> None:
    title = next(s for s in layout.placeholders if s.placeholder_format.type in _TITLES)
    title.left, title.top = Inches(0.6), Inches(TITLE_TOP)
    title.width, title.height = Inches(WIDTH - 1.2), Inches(1.15)
    frame = title.text_frame
    frame.vertical_anchor = MSO_ANCHOR.TOP
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
