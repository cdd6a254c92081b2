"""Somebody's PowerPoint file as template: slides that open, or one sentence and no file."""

import io
import os
import re
import zipfile
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from pptx import Presentation

from bench.chaos.ground import Ground, Tally, command
from bench.chaos.packages import LAUGHS, PASSWD, changed, declaring, lying, part

_LAYOUT = "ppt/slideLayouts/slideLayout6.xml"
_MASTER = "ppt/slideMasters/_rels/slideMaster1.xml.rels"
_DECK, _TYPES = "ppt/presentation.xml", "[Content_Types].xml"
_MAIN = b"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
_OUT = (
    b'<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    b'relationships/image" Target="http://127.0.0.1:9/x.png" TargetMode="External"/>'
    b"</Relationships>"
)


_GOOD = {"ordinary", "template", "slide show", "macros", "link out"}
"""What PowerPoint saves and must be taken; everything else must be told."""
_ODD = {
    "a pipe": os.mkfifo,
    "a folder": os.mkdir,
    "without an end": lambda path: path.symlink_to("/dev/zero"),
    "not there": lambda path: None,
}


def run(ground: Ground, tally: Tally) -> None:
    """An export with each; how long it may take and what it may use is bounded by the command."""
    folder = ground.new("templates")
    files = _files(_saved())
    for name, content in files.items():
        (folder / f"{name}.potx").write_bytes(content)
    for name, make in _ODD.items():
        make(folder / f"{name}.potx")
    names = [*files, *_ODD]
    with ThreadPoolExecutor(2) as pool:
        tries = partial(_fault, ground.warehouse, folder)
        for fault in pool.map(tries, names[::13] if ground.short else names):
            tally.note(fault)


def _fault(warehouse: Path, folder: Path, name: str) -> str | None:
    out = folder / f"{name}.pptx"
    told = command(
        *("export", "not-adopted", "--solution", "kjernejournal", "--format", "pptx"),
        *("--template", folder / f"{name}.potx", "--out", out, "--warehouse", warehouse),
    )
    if fault := told.fault(0 if name in _GOOD else 1):
        return f"{name}: {fault}"
    if told.code:
        return f"{name}: a file is left" if out.exists() else None
    return None if len(Presentation(str(out)).slides) else f"{name}: there are no slides"


def _saved() -> bytes:
    buffer = io.BytesIO()
    Presentation().save(buffer)
    return buffer.getvalue()


def _files(good: bytes) -> dict[str, bytes]:
    def typed(kind: bytes) -> bytes:
        return part(good, _TYPES, lambda old: old.replace(_MAIN, kind))

    def sized(width: bytes) -> bytes:
        return part(good, _DECK, lambda old: old.replace(b'cx="9144000"', b'cx="%s"' % width))

    def without(name: str) -> bytes:
        return changed(good, lambda found, old: None if name in found else old)

    def entity(definitions: str) -> bytes:
        used = part(good, _LAYOUT, lambda old: old.replace(b"</p:cSld>", b"&e9;</p:cSld>"))
        return part(used, _LAYOUT, declaring(definitions))

    template = _MAIN.replace(b"presentation.main", b"template.main")
    show = _MAIN.replace(b"presentation.main", b"slideshow.main")
    macros = b"application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml"
    return {
        "ordinary": good,
        "template": typed(template),
        "slide show": typed(show),
        "macros": typed(macros),
        "link out": part(good, _MASTER, lambda old: old.replace(b"</Relationships>", _OUT)),
        "empty": b"",
        "text": b"hello",
        "cut off": good[: len(good) // 2],
        "no master": without("slideMaster"),
        "no layouts": without("slideLayouts/slideLayout"),
        "no theme": without("theme"),
        "no kinds": part(good, _TYPES, lambda old: b"<x/>"),
        "size 0": sized(b"0"),
        "size below 0": sized(b"-5"),
        "size huge": sized(b"99999999999999"),
        "size a word": sized(b"abc"),
        "no size": part(good, _DECK, lambda old: re.sub(rb"<p:sldSz[^>]*/>", b"", old)),
        "entity": entity(PASSWD),
        "laughs": entity(LAUGHS),
        "bomb": part(good, _LAYOUT, lambda old: old + b" " * (300 << 20)),
        "lying": lying(part(good, _LAYOUT, lambda old: old + b" " * 5_000_000), _LAYOUT),
        "packed oddly": changed(good, kind=zipfile.ZIP_BZIP2),
    }
