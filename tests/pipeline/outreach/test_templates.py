"""Somebody's PowerPoint file as template: each gives a file that opens, or one sentence."""

import io
import re
import zipfile

import pytest
from pptx import Presentation

from pipeline.errors import UserError
from pipeline.outreach.lists import Selection, take
from pipeline.outreach.slides.deck import deck_file, take_parts
from pipeline.warehouse import connect, current_path

LAYOUT = "ppt/slideLayouts/slideLayout6.xml"
DECK = "ppt/presentation.xml"
TYPES = "[Content_Types].xml"
MAIN = b"presentationml.presentation.main+xml"
MACRO = b"vnd.ms-powerpoint.presentation.macroEnabled.main+xml"


@pytest.fixture(scope="module")
def used(real_warehouse, tmp_path_factory):
    """Makes slides after a file with these bytes and reads them back."""
    with connect(current_path(real_warehouse)) as connection:
        listing = take(connection, Selection("in-use", ("vkp",), ("Digi Oslo",)))
        parts = take_parts(connection, listing)
    path = tmp_path_factory.mktemp("template") / "mal.potx"

    def use(content):
        path.write_bytes(content)
        return Presentation(io.BytesIO(deck_file(listing, parts, path)))

    return use


def saved():
    buffer = io.BytesIO()
    Presentation().save(buffer)
    return buffer.getvalue()


def rewritten(change, kind=zipfile.ZIP_DEFLATED):
    """An ordinary presentation with parts changed, or taken out where `change` gives None."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved())) as old, zipfile.ZipFile(buffer, "w", kind) as new:
        for name in old.namelist():
            if (content := change(name, old.read(name))) is not None:
                new.writestr(name, content)
    return buffer.getvalue()


def part(wanted, change):
    return rewritten(lambda name, content: change(content) if name == wanted else content)


def without(pattern):
    return rewritten(lambda name, content: None if re.search(pattern, name) else content)


def declared(definitions, entity):
    def change(content):
        with_dtd = content.replace(b"?>", b"?><!DOCTYPE x [" + definitions + b"]>", 1)
        return with_dtd.replace(b"</p:cSld>", b"<p:x>&" + entity + b";</p:x></p:cSld>")

    return part(LAYOUT, change)


def sized(width):
    return part(DECK, lambda content: content.replace(b'cx="9144000"', b'cx="' + width + b'"'))


GOOD = {
    "plain": saved,
    "template": lambda: part(TYPES, lambda c: c.replace(MAIN, b"presentationml.template.main+xml")),
    "slide show": lambda: part(
        TYPES, lambda c: c.replace(MAIN, b"presentationml.slideshow.main+xml")
    ),
    "macros": lambda: part(
        TYPES,
        lambda c: c.replace(b"vnd.openxmlformats-officedocument." + MAIN, MACRO),
    ),
    "link out": lambda: part(
        "ppt/slideMasters/_rels/slideMaster1.xml.rels",
        lambda c: c.replace(
            b"</Relationships>",
            b'<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
            b'relationships/image" Target="http://127.0.0.1:9/x.png" TargetMode="External"/>'
            b"</Relationships>",
        ),
    ),
}

BAD = {
    "empty": (lambda: b"", "ingen PowerPoint-fil"),
    "text": (lambda: b"hello", "ingen PowerPoint-fil"),
    "truncated": (lambda: saved()[:9000], "ingen PowerPoint-fil"),
    "no master": (lambda: without("slideMaster"), "ingen PowerPoint-fil"),
    "no layouts": (lambda: without("slideLayouts/slideLayout"), "ingen PowerPoint-fil"),
    "no theme": (lambda: without("theme"), "mangler tema"),
    "theme not named": (
        lambda: part(
            "ppt/slideMasters/_rels/slideMaster1.xml.rels",
            lambda c: re.sub(rb"<Relationship [^>]*/theme[^>]*/>", b"", c),
        ),
        "mangler tema",
    ),
    "types": (lambda: part(TYPES, lambda c: b"<x/>"), "ingen PowerPoint-fil"),
    "size 0": (lambda: sized(b"0"), "størrelse"),
    "size below 0": (lambda: sized(b"-5"), "ingen PowerPoint-fil|størrelse"),
    "size huge": (lambda: sized(b"99999999999999"), "ingen PowerPoint-fil|størrelse"),
    "size a word": (lambda: sized(b"abc"), "ingen PowerPoint-fil"),
    "no size": (
        lambda: part(DECK, lambda c: re.sub(rb"<p:sldSz[^>]*/>", b"", c)), "størrelse"
    ),
    "entity": (lambda: declared(b'<!ENTITY e SYSTEM "file:///etc/passwd">', b"e"), "DTD"),
    "laughs": (
        lambda: declared(b'<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">', b"b"), "DTD"
    ),
    "swollen": (lambda: part(LAYOUT, lambda c: c + b" " * (40 << 20)), "pakkes ut"),
    "packed oddly": (
        lambda: rewritten(lambda _, content: content, zipfile.ZIP_BZIP2), "ingen PowerPoint-fil"
    ),
    "lying": (lambda: _lying(), "ingen PowerPoint-fil"),
}  # fmt: skip


def _lying():
    """An archive that says of a part that it is shorter than it is."""
    content = part(LAYOUT, lambda c: c + b" " * 5_000_000)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        size = archive.getinfo(LAYOUT).file_size
    return content.replace(size.to_bytes(4, "little"), (1000).to_bytes(4, "little"))


@pytest.mark.parametrize("name", GOOD)
def test_what_powerpoint_saves_is_taken_and_gives_an_ordinary_presentation(used, name):
    deck = used(GOOD[name]())
    assert deck.part.content_type.endswith("presentationml.presentation.main+xml")
    assert deck.slides[0].shapes.title.text.startswith("1 kommune i Digi Oslo")


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_used_gets_one_sentence(used, name):
    make, why = BAD[name]
    with pytest.raises(UserError, match=rf"^Malen [^\n]+ kan ikke brukes \([^\n]*({why})"):
        used(make())


def test_sections_and_shows_go_with_the_slides_that_they_name(used):
    section = (
        b'<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"><p14:sectionLst '
        b'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"/></p:ext></p:extLst>'
    )
    content = part(DECK, lambda c: c.replace(b"</p:presentation>", section + b"</p:presentation>"))
    assert not used(content).part._element.xpath("//*[local-name()='sectionLst']")
