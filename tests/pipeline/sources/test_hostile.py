"""One bad file never stops the others: many of them beside a good one, in one build."""

import os
import socket
from pathlib import Path

import pytest

from pipeline.build import build
from pipeline.freshness import is_up_to_date
from pipeline.paths import DECISIONS
from pipeline.sources.limits import MAX_BYTES, MAX_DEPTH
from pipeline.warehouse import connect
from tests.workbooks import book_xml, workbook

HEAD = "Kommune;Løsning;Status\n"
ROW = "Oslo;Kjernejournal;I bruk\n"
BOOK = [["Kommune", "Løsning", "Status"], ["Oslo", "Kjernejournal", "I bruk"]]
GOOD = "nhn-2024-05/god.csv"

SIDECARS = {
    "nested": "note = " + "[" * 7_000 + "]" * 7_000,
    "inline": "note = " + "{a=" * 4_000 + "1" + "}" * 4_000,
    "dotted": ".".join(["a"] * 8_000) + " = 1",
    "dotted_many": ".".join(["a"] * 20_000) + " = 1",
    "digits": "complete = " + "9" * 5_000,
    "long": 'note = "' + "x" * 20_000 + '"',
    "broken": "complete =",
    "type": "complete = 1",
    "unknown": "x" * 10_000 + " = 1",
    "date": 'as_of = "' + "9" * 9_000 + '"',
    "old": 'as_of = "1900-01"',
    "first": "as_of = 0001-01-01",
    "late": "as_of = 9999-12-31",
    "time": "as_of = 12:00:00",
    "owner": 'owner = "' + "<b>" * 3_000 + '"',
    "replaces": 'replaces = "../../../etc/passwd"',
    "itself": 'replaces = "side_itself.csv"',
    "another": f'replaces = "{GOOD}"',
    "bytes": b'note = "\xff"',
    "utf16": 'note = "hei"'.encode("utf-16"),
    "nul": b"\0" * 10,
}
CONTENTS = {
    "columns.csv": HEAD.strip() + ";x" * 100_000 + "\n" + ROW,
    "cut.csv": HEAD + ROW + "Bergen;Kjerne",
    "unknown_names.csv": HEAD + "".join(f"Ukjent{i};Kjernejournal;I bruk\n" for i in range(10_000)),
    "lines.csv": "\n" * 300_000,
    "nothing.csv": "",
    "nul.csv": "Os\0lo",
    "bok.xlsx#A": HEAD + ROW,
    "twins.xlsx": workbook({"A": BOOK, "B": BOOK}, extra={"xl/workbook.xml": book_xml(["A", "A"])}),
}


EVERY = (
    *CONTENTS,
    *(f"side_{name}.csv" for name in (*SIDECARS, "pipe", "link")),
    *(f"link_{name}" for name in ("out.csv", "zero.csv", "loose.csv", "ring.csv", "folder")),
    "pipe.csv", "socket.csv", "large.csv", "old.csv", "orphan.csv.meta.toml", "bytes\\udcff.csv",
    "lines\\n.csv", "esc\\x1b[2J.csv", "rtl\\u202e.csv", "d" + "/d" * (MAX_DEPTH - 1),
)  # fmt: skip
"""What must be told, each by its name."""


def by_hand(raw: Path, folder: Path) -> None:
    """What a folder can have in it besides files."""
    outside = raw.parent / "outside.csv"
    outside.write_text(HEAD + ROW + "hemmelig;Kjernejournal;I bruk\n")
    (folder / "link_out.csv").symlink_to(outside)
    (folder / "link_zero.csv").symlink_to("/dev/zero")
    (folder / "link_loose.csv").symlink_to("borte.csv")
    (folder / "link_ring.csv").symlink_to("link_ring2.csv")
    (folder / "link_ring2.csv").symlink_to("link_ring.csv")
    (folder / "link_folder").symlink_to(folder)
    os.mkfifo(folder / "pipe.csv")
    listener = socket.socket(socket.AF_UNIX)
    here = Path.cwd()
    os.chdir(folder)  # a socket's path may not be long
    try:
        listener.bind("socket.csv")
    finally:
        os.chdir(here)
        listener.close()
    for name in (b"bytes\xff.csv", b"lines\n.csv", b"esc\x1b[2J.csv", "rtl\u202e.csv".encode()):
        Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).write_text(HEAD + ROW)
    deep = folder.joinpath(*["d"] * (MAX_DEPTH + 2))
    deep.mkdir(parents=True)
    (deep / "deep.csv").write_text(HEAD + ROW)
    with (folder / "large.csv").open("wb") as large:
        large.truncate(MAX_BYTES + 1)
    (folder / "orphan.csv.meta.toml").write_text("complete = false")
    for name in ("side_pipe.csv", "side_link.csv"):
        (folder / name).write_text(HEAD + ROW)
    os.mkfifo(folder / "side_pipe.csv.meta.toml")
    (folder / "side_link.csv.meta.toml").symlink_to(outside)


@pytest.fixture
def raw(put, tmp_path) -> Path:
    """A folder with one good file, a link to it, and everything that is wrong."""
    good = put(GOOD, HEAD + ROW)
    folder = tmp_path / "raw" / "nhn-2024-06"
    for name, content in CONTENTS.items():
        put(f"nhn-2024-06/{name}", content)
    for name, content in SIDECARS.items():
        put(f"nhn-2024-06/side_{name}.csv", HEAD + ROW)
        put(f"nhn-2024-06/side_{name}.csv.meta.toml", content)
    put("nhn-2009-12/old.csv", HEAD + ROW)
    (folder / "link_inside.csv").symlink_to(good)
    by_hand(tmp_path / "raw", folder)
    return tmp_path / "raw"


def test_every_odd_file_is_told_in_its_own_line_and_every_other_is_published(
    raw: Path, tmp_path: Path
):
    said: list[str] = []
    result = build(raw, tmp_path / "warehouse", said.append)
    used = [line for line in said if line.startswith("✓")]
    assert [line.split(":")[0] for line in used] == [f"✓ {GOOD}", "✓ nhn-2024-06/link_inside.csv"]
    assert len(said) == result.files == result.unusable + 2
    assert len({line.partition(": ")[0] for line in said}) == len(said)
    assert all(line.replace("\u202f", "").isprintable() and len(line) < 450 for line in said)
    assert [n for n in EVERY if not any(f"/{n}:" in line for line in said)] == []
    with connect(result.path) as built:
        texts = built.execute("SELECT string_agg(t::VARCHAR) FROM resolved_row AS t").fetchone()
    assert "hemmelig" not in str(texts) + "".join(said)
    assert is_up_to_date(tmp_path / "warehouse", raw, DECISIONS)
