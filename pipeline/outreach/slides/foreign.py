"""Somebody's PowerPoint file as the template of slides: a stranger's document, looked through."""

import io
import zipfile
from pathlib import Path

from lxml import etree
from pptx.opc.constants import CONTENT_TYPE
from pptx.package import Package
from pptx.parts.presentation import PresentationPart
from pptx.presentation import Presentation as Deck
from pptx.util import Inches

from pipeline import texts as pipeline_texts
from pipeline.errors import UserError
from pipeline.outreach import texts
from pipeline.outreach.slides.template import title_layout
from pipeline.sources.container import MAX_UNPACKED, swollen

SMALLEST, LARGEST = Inches(3), Inches(56)
"""Below, letters are smaller than PowerPoint has; above, PowerPoint itself says no."""

_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_GONE = etree.XPath(
    "*[local-name()='custShowLst'] | *[local-name()='extLst']/*[.//*[local-name()='sectionLst']]"
)
"""What names slides by their number: PowerPoint would want to repair a file without them."""


def opened(path: Path) -> Deck:
    """A presentation or template (.potx) with its slides and macros taken out.

    Raises UserError, before anything large is unpacked, for what cannot be used.
    """
    try:
        if not path.is_file() and path.exists():
            why = pipeline_texts.IS_FOLDER if path.is_dir() else pipeline_texts.IS_NO_FILE
            raise bad(path, why)
        if path.stat().st_size > MAX_UNPACKED:
            raise bad(path, texts.SWOLLEN.format(what=f"{path.stat().st_size >> 20} MB"))
        content = path.read_bytes()
    except OSError as error:
        raise bad(path, pipeline_texts.why(error)) from error
    try:
        _check_archive(content)
        deck = _presentation(content)
        _check(deck)
    except UserError as error:
        raise bad(path, str(error)) from error
    except Exception as error:  # python-pptx raises whatever comes of a part that is not as usual
        raise bad(path, texts.NOT_PPTX) from error
    return deck


def bad(path: Path, why: str) -> UserError:
    """That a template cannot be used, and why."""
    return UserError(texts.BAD_TEMPLATE.format(path=path, why=why))


def _check_archive(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        entries = archive.infolist()
        if what := swollen(entries, len(content)):
            raise UserError(texts.SWOLLEN.format(what=what))
        if any(entry.compress_type not in _PACKED for entry in entries):
            raise UserError(texts.NOT_PPTX)
        if archive.testzip():  # also one that holds more than it says: read piece by piece
            raise UserError(texts.NOT_PPTX)
        names = [entry.filename for entry in entries]
        if any(n.endswith((".xml", ".rels")) and b"<!DOCTYPE" in archive.read(n) for n in names):
            raise UserError(texts.HAS_DTD)


def _presentation(content: bytes) -> Deck:
    """The presentation, of whatever kind PowerPoint saves, as an ordinary one without slides."""
    part = Package.open(io.BytesIO(content)).main_document_part
    if not isinstance(part, PresentationPart):
        raise UserError(texts.NOT_PPTX)
    part._content_type = CONTENT_TYPE.PML_PRESENTATION_MAIN
    for key, relation in list(part.rels.items()):
        if relation.reltype.endswith("/vbaProject"):
            part.rels.pop(key)
    deck = part.presentation
    for element in _GONE(deck.part._element):
        element.getparent().remove(element)
    slides = deck.slides._sldIdLst  # python-pptx has no public way to drop a slide
    for slide in list(slides):
        deck.part.drop_rel(slide.rId)
        slides.remove(slide)
    return deck


def _check(deck: Deck) -> None:
    sizes = (deck.slide_width or 0, deck.slide_height or 0)
    if not all(SMALLEST <= size <= LARGEST for size in sizes):
        raise UserError(texts.BAD_SIZE)
    if not any(rel.reltype.endswith("/theme") for rel in deck.slide_master.part.rels.values()):
        raise UserError(texts.NO_THEME)
    title_layout(deck)
