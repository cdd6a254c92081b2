"""The build in force, known by its id."""

import json
import os
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pytest

from pipeline import warehouse
from pipeline.build import build
from pipeline.errors import UserError
from pipeline.warehouse import AGAIN_SECONDS, Build, Reader, current_build, manifest_of


def put_by_hand(folder: Path, manifest: bytes | None = None) -> Path:
    build = folder / "wh-20261125T100000000000.duckdb"
    build.write_bytes(b"")
    (folder / "CURRENT").write_text(build.name + "\n")
    if manifest is not None:
        manifest_of(build).write_bytes(manifest)
    return build


def test_the_build_in_force_is_known_by_what_its_manifest_says(tmp_path):
    told = {
        "id": "2026-11-25-1a2b3c4d",
        "sha256": "ab",
        "published_at": "2026-11-25T11:00:00+01:00",
    }
    path = put_by_hand(tmp_path, json.dumps(told).encode())
    ten = datetime(2026, 11, 25, 10, tzinfo=UTC)
    assert current_build(tmp_path) == Build(path, "2026-11-25-1a2b3c4d", "ab", ten)


@pytest.mark.parametrize("manifest", [None, b"", b"{", b"[]", b"\xff", b'{"id": "a"}'])
def test_a_build_without_a_readable_manifest_goes_by_its_file(tmp_path, manifest):
    path = put_by_hand(tmp_path, manifest)
    os.utime(path, (1_700_000_000, 1_700_000_000))
    then = datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)
    assert current_build(tmp_path) == Build(path, path.stem, "", then)


def test_a_folder_without_a_build_says_so(tmp_path):
    with pytest.raises(UserError, match=str(tmp_path)):
        current_build(tmp_path)


@pytest.fixture
def folder(put, equal_builds_once, tmp_path):
    """A warehouse folder with two builds."""
    for figures in ("Oslo;717710\n", "Oslo;717710\nBergen;291940\n"):
        put("nhn-2024-05/vkp.csv", "Kommune;Befolkning\n" + figures)
        build(tmp_path / "raw", tmp_path / "warehouse")
    return tmp_path / "warehouse"


def truncated(build: Path) -> None:
    os.truncate(build, 100_000)


def lacking_a_column(build: Path) -> None:
    with duckdb.connect(str(build)) as connection:
        connection.execute("ALTER TABLE adoption DROP COLUMN wave")
    manifest_of(build).unlink()


def flipped(build: Path) -> None:
    content = bytearray(build.read_bytes())
    content[len(content) // 2] ^= 1
    build.write_bytes(content)


@pytest.mark.parametrize("damage", [truncated, lacking_a_column, flipped, Path.unlink])
def test_a_start_on_a_broken_build_finds_the_older_one_and_says_that_it_is_older(folder, damage):
    older, newer = sorted(folder.glob("wh-*.duckdb"))
    damage(newer)
    held = Reader(folder).take()
    assert (held.build.path, held.is_latest) == (older, False)


@pytest.mark.parametrize("current", [None, b"", b"\xff\xfe", b"../../etc/passwd\n", b"wh-1.duckdb"])
def test_a_reader_keeps_its_build_when_current_goes_away_or_says_nothing(folder, current):
    reader = Reader(folder)
    before = reader.take()
    assert before.is_latest
    (folder / "CURRENT").unlink()
    if current is not None:
        (folder / "CURRENT").write_bytes(current)
    after = reader.take()
    assert (after.build, after.is_latest) == (before.build, False)
    assert after.connection.execute("SELECT count(*) FROM municipality").fetchone() == (357,)


def test_a_build_that_could_not_be_opened_is_not_tried_at_every_run(folder, monkeypatch):
    reader = Reader(folder)
    reader.take()
    (folder / "wh-9.duckdb").write_bytes(b"not a warehouse")
    (folder / "CURRENT").write_text("wh-9.duckdb\n")
    reader.take()
    monkeypatch.setattr("pipeline.warehouse.connect", lambda build: pytest.fail("tried again"))
    assert not reader.take().is_latest


def test_a_build_that_could_not_be_opened_is_tried_again_after_a_while(folder, monkeypatch):
    older, newer = sorted(folder.glob("wh-*.duckdb"))
    (folder / "CURRENT").write_text(older.name)
    reader, now = Reader(folder), [0.0]
    monkeypatch.setattr("pipeline.warehouse.time.monotonic", lambda: now[0])
    reader.take()
    with monkeypatch.context() as short:
        short.setattr("pipeline.warehouse.digest_of", lambda path: None)  # no file can be opened
        (folder / "CURRENT").write_text(newer.name)
        assert reader.take().build.path == older
    assert reader.take().build.path == older
    now[0] = AGAIN_SECONDS + 1
    assert (reader.take().build.path, reader.take().is_latest) == (newer, True)


def test_a_build_that_is_put_back_in_force_is_opened_once(folder, monkeypatch):
    older, newer = sorted(folder.glob("wh-*.duckdb"))
    opened = []
    connect = warehouse.connect
    monkeypatch.setattr(warehouse, "connect", lambda b: opened.append(b.path) or connect(b))
    reader = Reader(folder, on_new=lambda: opened.append("new"))
    for path in (older, newer, older):
        (folder / "CURRENT").write_text(path.name)
        for _ in range(3):
            assert reader.take().build.path == path
    assert opened == [older, "new", newer, "new", older, "new"]


def test_a_folder_without_a_readable_build_says_what_to_do(tmp_path):
    put_by_hand(tmp_path)
    with pytest.raises(UserError, match="pipeline build"):
        Reader(tmp_path).take()
