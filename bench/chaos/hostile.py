"""Files that nobody should send, beside good ones: each is told, and the good ones count.

Many lie in one folder, for that is how they come: one that stops, hangs or swallows the others is
seen by the others' silence.
"""

import io
import os
import socket
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from openpyxl import Workbook

from bench.chaos.ground import Ground, Tally, command
from bench.chaos.packages import LAUGHS, PASSWD, changed, declaring, lying, part
from pipeline.sources.limits import MAX_BYTES
from pipeline.warehouse import connect, current_path

HEAD = "Kommune;Løsning;Status\n"
ROW = "Oslo;Kjernejournal;I bruk\n"
GOOD = "ks-2024-05/god.csv"
BATCH = 24
"""Odd files to a build: few enough that what is wrong with one is not laid at another's door."""

Make = Callable[[Path], object]
"""Makes the odd thing at a path."""

_ENCODINGS = (
    "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be", "utf-7", "cp1252", "latin-1",
    "cp850", "cp865", "mac_roman", "utf-8-sig", "iso8859_10", "iso8859_4", "cp037", "gb18030",
    "shift_jis",
)  # fmt: skip
_SIDECARS = {
    "nested": "note = " + "[" * 7_000 + "]" * 7_000,
    "inline": "note = " + "{a=" * 4_000 + "1" + "}" * 4_000,
    "dotted": ".".join(["a"] * 8_000) + " = 1",
    "dotted 20 000": ".".join(["a"] * 20_000) + " = 1",
    "digits": "complete = " + "9" * 5_000,
    "10 MB": 'note = "' + "x" * (10 << 20) + '"',
    "comments": "# x\n" * 100_000,
    "broken": "complete =",
    "type": "complete = 1",
    "text for truth": 'complete = "false"',
    "future": 'as_of = "2099-01"',
    "year 9999": "as_of = 9999-12-31",
    "year 1": "as_of = 0001-01-01",
    "no month": 'as_of = "2024-13"',
    "a time": "as_of = 12:00:00",
    "unknown field": "eier = 'KS'",
    "twice": "complete = true\ncomplete = false",
    "nobody": 'owner = "<script>window.X=1</script>"',
    "up and out": 'replaces = "../../../etc/passwd"',
    "itself": 'replaces = "."',
    "surrogate": 'note = "\\ud800"',
    "utf-16": "note = 'hei'".encode("utf-16"),
    "zeros": b"\0" * 100,
    "markup": 'note = "[x](javascript:1) <img src=x onerror=1>"',
    "demo as text": 'demo = "true"',
}
_EVIL = (
    "<script>window.X=1</script>", "=cmd|'/c calc'!A1", "'; DROP TABLE municipality; --",
    "{{7*7}}", "%s%n", "\x1b[31mrød\x1b[0m", "**fet** :red[x]", "\u202eolsO", "O\u200bslo",
)  # fmt: skip
_TEXTS = {
    "empty": "",
    "only a mark": "\ufeff",
    "header only": HEAD,
    "a column a letter": ";".join(HEAD.strip()) + "\n",
    "100 000 columns": HEAD.strip() + ";x" * 100_000 + "\n" + ROW,
    "one long line": "x" * (5 << 20),
    "one long cell": HEAD + ROW + '"' + "y" * (5 << 20) + '";Kjernejournal;I bruk\n',
    "open quote": HEAD + '"Oslo;Kjernejournal;I bruk\n' + ROW * 1_000,
    "cut off": HEAD + ROW + "Bergen;Kjerne",
    "cut off in a cell": HEAD + ROW + '"Ber',
    "10 000 names": HEAD + "".join(f"By {i};Kjernejournal;I bruk\n" for i in range(10_000)),
    "long names": HEAD + ("å" * 50_000 + ";Kjernejournal;I bruk\n") * 10,
    "300 000 blank lines": HEAD + "\n" * 300_000,
    "zeros": HEAD + "Os\0lo;Kjernejournal;I bruk\n",
    "returns only": (HEAD + ROW).replace("\n", "\r"),
    "odd separator": "sep=|\n" + (HEAD + ROW).replace(";", "|"),
    "no separator": "sep=\n" + HEAD + ROW,
    "quote as separator": 'sep="\n' + HEAD + ROW,
    "line separators": HEAD + "Os\u2028lo;Kjernejournal;I bruk\n",
    "two headers": HEAD + ROW + HEAD + ROW,
    "evil names": HEAD + "".join(f'"{e}";Kjernejournal;I bruk\n' for e in _EVIL),
    "evil solutions": HEAD + "".join(f'Halden;"{e}";I bruk\n' for e in _EVIL),
    "evil statuses": HEAD + "".join(f'Oslo;Kjernejournal;"{e}"\n' for e in _EVIL),
    "html": "<!doctype html><table><tr><td>Oslo</td></tr></table>",
    "errors of Excel": HEAD + "#REF!;Kjernejournal;I bruk\n#I/T;Kjernejournal;#DIV/0!\n",
}


def run(ground: Ground, tally: Tally) -> None:
    """Build them in batches, two at a time, each beside a good file."""
    every = list(_kinds())
    chosen = every[:: ground.of(1, 4)]
    batches = [chosen[i : i + BATCH] for i in range(0, len(chosen), BATCH)]
    with ThreadPoolExecutor(2) as pool:
        for faults in pool.map(lambda job: _build(ground, *job), enumerate(batches)):
            for fault in faults:
                tally.note(fault)


def _build(ground: Ground, number: int, batch: list[tuple[str, str, Make]]) -> list[str | None]:
    """A fault, or None, for each odd thing of a batch; they share what befalls the good file."""
    home = ground.new(f"hostile-{number}")
    good = home / "raw" / GOOD
    good.parent.mkdir(parents=True)
    good.write_text("Løsning;Digi-region;Kommune\nKjernejournal;Digi Agder;Risør\n")
    for _, place, make in batch:
        path = home / "raw" / place
        path.parent.mkdir(parents=True, exist_ok=True)
        make(path)
    said = command("build", "--raw", home / "raw", "--warehouse", home / "wh", seconds=90)
    shared = said.fault(0) or (None if _counts(home / "wh") else "the good file does not count")
    told = [line for line in said.out.splitlines() if line.startswith(("✓ ", "✗ "))]
    return [
        f"{label}: {fault}" if (fault := shared or _untold(place, told)) else None
        for label, place, _ in batch
    ]


def _counts(warehouse: Path) -> bool:
    with connect(current_path(warehouse)) as connection:
        rows = connection.execute(
            "SELECT accepted FROM source_file WHERE path = ? AND problem IS NULL", [GOOD]
        ).fetchall()
    return rows == [(1,)]


def _untold(place: str, told: list[str]) -> str | None:
    """Each lies in a folder of its own, by which its line is known whatever its name."""
    folder = place.split("/")[0]
    return (
        None if any(f" {folder}/" in line or f" {folder}:" in line for line in told) else "untold"
    )


def _kinds() -> Iterator[tuple[str, str, Make]]:
    """What it is, where it lies below the raw folder, and what makes it."""
    odd = [*_written(), *_books(), *_beside(), *_by_hand()]
    for number, (label, name, make) in enumerate(odd):
        yield label, f"nhn-2024-06-{number}x/{name}", make


def _written() -> Iterator[tuple[str, str, Make]]:
    for label, text in _TEXTS.items():
        yield label, "a.csv", lambda path, text=text: path.write_bytes(text.encode())
    names = HEAD + "Tromsø;Kjernejournal;I bruk\nBærum;Kjernejournal;I bruk\n"
    for encoding in _ENCODINGS:
        data = names.encode(encoding, "replace")
        yield encoding, "a.csv", lambda path, data=data: path.write_bytes(data)
    yield "noise", "a.csv", lambda path: path.write_bytes(os.urandom(1 << 20))
    yield "too large", "a.csv", lambda path: (path.touch(), os.truncate(path, MAX_BYTES + 1))
    yield (
        "surrogates",
        "a.csv",
        lambda path: path.write_bytes(HEAD.encode() + b"\xed\xa0\x80Oslo;Kjernejournal;I bruk\n"),
    )


def _books() -> Iterator[tuple[str, str, Make]]:
    whole = _saved()
    strings, sheet = "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"

    def entity(definitions: str) -> bytes:
        named = part(whole, strings, lambda old: old.replace(b"Oslo", b"&e9;"))
        return part(named, strings, declaring(definitions))

    def spaces(size: int) -> bytes:
        return part(whole, sheet, lambda old: old + b" " * (size << 20))

    contents = {
        "cut workbook": whole[:-300],
        "two in one": whole + whole,
        "old workbook": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + os.urandom(4_000),
        "1 500 parts": changed(whole, more={f"x/{i}": "" for i in range(1_500)}),
        "parts that lead out": changed(whole, more={"../../../../tmp/out": "x"}),
        "spaces": spaces(300),
        "lies of its size": lying(spaces(200), sheet),
        "laughs": entity(LAUGHS),
        "reads a file": entity(PASSWD),
        "no sheet": part(whole, sheet, lambda _: b"<x/>"),
        "sheet not there": changed(whole, lambda name, old: None if name == sheet else old),
    }
    for label, data in contents.items():
        yield label, "a.xlsx", lambda path, data=data: path.write_bytes(data)
    for bit in range(12):
        flipped = bytearray(whole)
        flipped[(bit * 997) % len(whole)] ^= 1 << (bit % 8)
        yield (
            f"flipped workbook {bit}",
            "a.xlsx",
            lambda path, d=bytes(flipped): path.write_bytes(d),
        )


def _saved() -> bytes:
    """A workbook with a good table, as a program saves it."""
    book, buffer = Workbook(), io.BytesIO()
    for line in (HEAD + ROW).splitlines():
        book.active.append(line.split(";"))
    book.save(buffer)
    return buffer.getvalue()


def _beside() -> Iterator[tuple[str, str, Make]]:
    for label, text in _SIDECARS.items():
        data = text if isinstance(text, bytes) else text.encode()

        def make(path: Path, data: bytes = data) -> None:
            path.write_text(HEAD + f"Oslo;Kjernejournal;I bruk\nHamar;{path.parent.name};x\n")
            path.with_name(f"{path.name}.meta.toml").write_bytes(data)

        yield f"sidecar: {label}", "a.csv", make


def _by_hand() -> Iterator[tuple[str, str, Make]]:
    def listening(path: Path) -> None:
        here = Path.cwd()
        os.chdir(path.parent)  # a socket's path may not be long
        try:
            with socket.socket(socket.AF_UNIX) as listener:
                listener.bind(path.name)
        finally:
            os.chdir(here)

    def deep(path: Path) -> None:
        below = path / ("/d" * 60).strip("/")
        below.mkdir(parents=True)
        (below / "a.csv").write_text(HEAD + ROW)

    def piped_sidecar(path: Path) -> None:
        path.write_text(HEAD + ROW)
        os.mkfifo(path.with_name("a.csv.meta.toml"))

    def named(path: Path) -> None:
        _file(path).rename(os.fsdecode(os.fsencode(path.parent) + b"/\xff\xfe.csv"))

    yield "link to passwd", "a.csv", lambda path: path.symlink_to("/etc/passwd")
    yield "link to itself", "a.csv", lambda path: path.symlink_to(path)
    yield "loose link", "a.csv", lambda path: path.symlink_to("/borte/x")
    yield "link without an end", "a.csv", lambda path: path.symlink_to("/dev/zero")
    yield "link to nothing", "a.csv", lambda path: path.symlink_to("/dev/null")
    yield "link to its folder", "a", lambda path: path.symlink_to(path.parent)
    yield "link to the root", "a", lambda path: path.symlink_to("/usr/share")
    yield "pipe", "a.csv", os.mkfifo
    yield "socket", "a.csv", listening
    yield "deep folder", "a", deep
    yield "sidecar that is a pipe", "a.csv", piped_sidecar
    yield "orphan sidecar", "b.csv.meta.toml", lambda path: path.write_text("complete = false")
    yield "name of two lines", "a\nb.csv", _file
    yield "name that turns", "a\u202evsc.csv", _file
    yield "name that clears the screen", "a\x1b[2J.csv", _file
    yield "name with a hash", "a.xlsx#A", _file
    yield "name that is no text", "a.csv", named


def _file(path: Path) -> Path:
    path.write_text(HEAD + ROW)
    return path
