"""The publication log: a line a publication, the inputs by content, nothing lost by a crash."""

import hashlib
import random
import shutil

import pytest

from pipeline import freshness, inputs
from pipeline.build import build
from pipeline.errors import UserError
from pipeline.freshness import is_up_to_date, is_whole, take_stock
from pipeline.manifest import told_of
from pipeline.paths import DECISIONS
from pipeline.publications import INPUTS, LOG, catch_up, publications
from pipeline.warehouse import current_build, manifest_of

VKP = "Kommune;Befolkning\nOslo;717710\n"

pytestmark = pytest.mark.usefixtures("equal_builds_once")


@pytest.fixture
def publish(put, tmp_path, monkeypatch):
    """Publish a file of VKP users; gives the lines of the log, the oldest first."""
    monkeypatch.setenv("UTBREDELSE_WHO", "Kari")

    def run(content: str) -> list[dict]:
        put("nhn-2024-05/vkp.csv", content)
        build(tmp_path / "raw", tmp_path / "warehouse", log=tmp_path / "log")
        return list(publications(tmp_path / "log"))[::-1]

    return run


def test_every_publication_has_a_line_that_says_who_what_came_in_and_what_changed(publish):
    publish(VKP)
    first, second = publish(VKP + "Bergen;291940\n")
    assert (first["who"], first["changed"]) == ("Kari", None)
    assert "raw/nhn-2024-05/vkp.csv" in first["came_in"]
    assert (second["came_in"], second["went"]) == ([], [])
    assert second["differ"] == ["raw/nhn-2024-05/vkp.csv"]
    assert second["changed"] == {"vkp": 1}


def test_the_line_is_what_stands_beside_the_build_and_the_id_tells_the_inputs(publish, tmp_path):
    (line,) = publish(VKP)
    in_force = current_build(tmp_path / "warehouse")
    assert told_of(in_force.path) == line
    assert line["sha256"] == hashlib.sha256(in_force.path.read_bytes()).hexdigest()
    fingerprint = take_stock(tmp_path / "raw", DECISIONS).fingerprint
    assert in_force.id == f"{line['published_at'][:10]}-{fingerprint[:8]}"


def test_the_same_inputs_have_the_same_id_and_others_another(publish):
    publish(VKP)
    publish(VKP)
    ids = [line["id"] for line in publish(VKP + "Bergen;291940\n")]
    assert ids[0] == ids[1] != ids[2]


def test_every_input_is_kept_by_content_also_when_it_is_changed_later(publish, tmp_path):
    for line in publish(VKP) + publish(VKP + "Bergen;291940\n"):
        for digest in line["inputs"].values():
            kept = (tmp_path / "log" / INPUTS / digest).read_bytes()
            assert hashlib.sha256(kept).hexdigest() == digest


def test_a_line_that_a_crash_kept_out_is_written_by_the_next_build(publish, tmp_path):
    (line,) = publish(VKP)
    log = tmp_path / "log" / LOG
    log.write_bytes(log.read_bytes()[:40])
    catch_up(tmp_path / "log", current_build(tmp_path / "warehouse"))
    assert list(publications(tmp_path / "log")) == [line]
    catch_up(tmp_path / "log", current_build(tmp_path / "warehouse"))
    assert list(publications(tmp_path / "log")) == [line]


def test_a_warehouse_that_was_deleted_costs_the_log_nothing(publish, tmp_path):
    publish(VKP)
    shutil.rmtree(tmp_path / "warehouse")
    line = publish(VKP)[-1]
    assert (line["came_in"], line["went"], line["differ"]) == ([], [], [])


def test_a_build_that_was_put_there_by_hand_is_followed_by_the_next(publish, tmp_path):
    publish(VKP)
    path = current_build(tmp_path / "warehouse").path
    (tmp_path / "log" / LOG).unlink()
    manifest_of(path).write_text('{"id": "a", "sha256": "", "published_at": "2026-11-25"}')
    assert len(publish(VKP)) == 1


def test_a_log_that_cannot_be_written_is_named_and_the_old_build_stays(publish, tmp_path):
    publish(VKP)
    old = current_build(tmp_path / "warehouse")
    shutil.rmtree(tmp_path / "log")
    (tmp_path / "log").write_text("")
    with pytest.raises(UserError, match=f"{tmp_path / 'log'} .er en fil"):
        publish(VKP)
    assert current_build(tmp_path / "warehouse") == old
    assert list((tmp_path / "warehouse").glob("wh-*.duckdb")) == [old.path]


def test_a_file_that_changes_while_it_is_read_is_read_again(put, tmp_path, monkeypatch):
    path = put("nhn-2024-05/vkp.csv", VKP)
    read = inputs.read_sources
    later = [VKP + "Bergen;291940\n"]

    def slow(entry, kinds):
        sources = read(entry, kinds)
        if later:
            path.write_text(later.pop())
        return sources

    monkeypatch.setattr(inputs, "read_sources", slow)
    summary = build(tmp_path / "raw", tmp_path / "warehouse")
    assert summary.rows_read == 2
    assert is_up_to_date(tmp_path / "warehouse", tmp_path / "raw", DECISIONS)


def test_a_file_that_never_stops_changing_is_named_and_nothing_is_published(
    put, tmp_path, monkeypatch
):
    path = put("nhn-2024-05/vkp.csv", VKP)
    read = inputs.read_sources

    def slow(entry, kinds):
        sources = read(entry, kinds)
        path.write_text(path.read_text() + "Bergen;291940\n")
        return sources

    monkeypatch.setattr(inputs, "read_sources", slow)
    with pytest.raises(UserError, match=r"nhn-2024-05/vkp\.csv ble endret mens"):
        build(tmp_path / "raw", tmp_path / "warehouse")
    assert not list((tmp_path / "warehouse").glob("wh-*"))


def test_a_flipped_bit_anywhere_in_the_build_is_found(put, tmp_path):
    put("nhn-2024-05/vkp.csv", VKP)
    path = build(tmp_path / "raw", tmp_path / "warehouse").path
    good, chance = path.read_bytes(), random.Random(3)
    assert is_up_to_date(tmp_path / "warehouse", tmp_path / "raw", DECISIONS)
    for _ in range(10):
        damaged = bytearray(good)
        damaged[chance.randrange(len(good))] ^= 1 << chance.randrange(8)
        path.write_bytes(damaged)
        assert not is_whole(current_build(tmp_path / "warehouse"))
    assert not is_up_to_date(tmp_path / "warehouse", tmp_path / "raw", DECISIONS)


def test_a_flipped_bit_anywhere_in_the_manifest_is_found(put, tmp_path):
    put("nhn-2024-05/vkp.csv", VKP)
    path = manifest_of(build(tmp_path / "raw", tmp_path / "warehouse").path)
    good = path.read_text()
    for place in range(0, len(good), 7):
        damaged = bytearray(good.encode())
        damaged[place] ^= 1
        path.write_bytes(damaged)
        if not good[place].isspace():
            assert not told_of(path.with_suffix(".duckdb")), good[place - 20 : place + 20]
    assert not is_up_to_date(tmp_path / "warehouse", tmp_path / "raw", DECISIONS)


def test_another_version_of_what_calculates_is_built_with(put, tmp_path, monkeypatch):
    put("nhn-2024-05/vkp.csv", VKP)
    build(tmp_path / "raw", tmp_path / "warehouse")
    monkeypatch.setattr(freshness, "version", lambda name: "99")
    assert not is_up_to_date(tmp_path / "warehouse", tmp_path / "raw", DECISIONS)


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b"[" * 100_000])
def test_a_damaged_manifest_is_built_again(put, tmp_path, damage):
    put("nhn-2024-05/vkp.csv", VKP)
    path = build(tmp_path / "raw", tmp_path / "warehouse").path
    manifest_of(path).write_bytes(damage)
    assert not is_up_to_date(tmp_path / "warehouse", tmp_path / "raw", DECISIONS)
