"""Publishing: nothing that was in force is lost, whatever happens."""

import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from filelock import FileLock

from pipeline import publish
from pipeline.build import build
from pipeline.errors import UserError
from pipeline.freshness import is_up_to_date
from pipeline.paths import DECISIONS, ROOT
from pipeline.warehouse import Reader, connect, current_path, manifest_of

VKP = "Kommune;Befolkning\nOslo;717710\n"

pytestmark = pytest.mark.usefixtures("equal_builds_once")


@pytest.fixture
def places(put, tmp_path):
    put("nhn-2024-05/vkp.csv", VKP)
    return tmp_path / "raw", tmp_path / "warehouse"


def test_a_build_is_named_in_current_and_leaves_nothing_else_behind(places):
    path = build(*places).path
    assert current_path(places[1]) == path
    left = {p.name for p in places[1].iterdir()} - {publish.LOCK}
    assert left == {path.name, manifest_of(path).name, "CURRENT"}


def test_the_last_three_builds_are_kept(places):
    built = [build(*places).path for _ in range(5)]
    assert sorted(places[1].glob("*.duckdb")) == built[-3:]


def test_the_same_sources_give_the_same_content(places, monkeypatch):
    monkeypatch.undo()  # calculated twice
    first, second = (connect(build(*places).path) for _ in range(2))
    for (table,) in first.execute("SELECT table_name FROM duckdb_tables()").fetchall():
        query = f"SELECT * FROM {table} ORDER BY ALL"
        assert first.execute(query).fetchall() == second.execute(query).fetchall(), table


@pytest.mark.parametrize("content", ["Navn;Telefon\nOla;1\n", "", "Kommune\nOslo\n"])
def test_a_build_with_nothing_usable_leaves_the_old_one_in_force(places, put, content):
    old = build(*places).path
    put("nhn-2024-05/vkp.csv", content)
    with pytest.raises(UserError, match="Ingenting er publisert"):
        build(*places)
    assert current_path(places[1]) == old


def test_a_killed_build_leaves_the_old_one_in_force_and_the_next_sweeps_up(places):
    old = build(*places).path
    script = (
        "import sys, time; from pathlib import Path; import pipeline.build as b\n"
        "def stop(*_):\n    print('ready', flush=True); time.sleep(60)\n"
        "b._run_checks = stop\n"
        "b.build(Path(sys.argv[1]), Path(sys.argv[2]))"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", script, *map(str, places)], cwd=ROOT, stdout=subprocess.PIPE
    )
    assert process.stdout.readline() == b"ready\n"
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert current_path(places[1]) == old
    assert list(places[1].glob(".wh-*.tmp"))
    build(*places)
    assert not list(places[1].glob(".wh-*.tmp*"))


def test_what_did_not_fit_in_the_memory_of_a_killed_build_is_swept_too(places):
    build(*places)
    spilt = places[1] / ".wh-20261125T100000000000.duckdb.tmp.tmp"
    spilt.mkdir()
    (spilt / "block").write_bytes(b"x")
    build(*places)
    assert not spilt.exists()


def test_a_second_writer_is_told_to_wait(places, monkeypatch):
    build(*places)
    monkeypatch.setattr(publish, "LOCK_SECONDS", 0.1)
    with FileLock(places[1] / publish.LOCK), pytest.raises(UserError, match="pågår"):
        build(*places)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_gets_one_sentence(places, tmp_path):
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    with pytest.raises(UserError, match="Kan ikke skrive til"):
        build(places[0], closed / "warehouse")


def test_a_warehouse_path_that_is_a_file_gets_one_sentence(places, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(UserError, match="Kan ikke skrive til"):
        build(places[0], tmp_path / "file")


def test_a_reader_sees_the_new_build_while_old_cursors_go_on(places, put):
    build(*places)
    reader = Reader(places[1])
    first = reader.take()
    put("nhn-2024-05/vkp.csv", VKP + "Bergen;291940\n")
    build(*places)
    second = reader.take()
    count = "SELECT count(*) FROM adoption WHERE stage = 'in_use'"
    assert first.build.path != second.build.path
    assert first.connection.execute(count).fetchone() == (1,)
    assert second.connection.execute(count).fetchone() == (2,)


def test_many_threads_read_whole_snapshots_while_builds_are_published(places):
    build(*places)
    reader, stop = Reader(places[1]), threading.Event()

    def read() -> int:
        reads = 0
        while not stop.is_set():
            cursor = reader.take().connection
            total, rows = cursor.execute(
                "SELECT (SELECT sum(municipalities) FROM coverage WHERE "
                "digi_region <> 'Hele landet'), (SELECT count(*) FROM adoption)"
            ).fetchone()
            assert total == rows == 357
            reads += 1
        return reads

    with ThreadPoolExecutor(4) as pool:
        readers = [pool.submit(read) for _ in range(4)]
        for _ in range(6):
            build(*places)
        stop.set()
        assert all(done.result() > 0 for done in readers)


def test_a_reader_can_reach_nothing_but_the_warehouse(places, tmp_path):
    cursor = Reader(build(*places).path.parent).take().connection
    for forbidden in (
        f"SELECT * FROM read_csv('{tmp_path}/raw/nhn-2024-05/vkp.csv')",
        "SET enable_external_access = true",
        "CREATE TABLE x AS SELECT 1",
        f"COPY adoption TO '{tmp_path}/out.csv'",
    ):
        with pytest.raises(Exception, match=r"disabled|locked|read-only"):
            cursor.execute(forbidden)


def test_no_warehouse_gets_one_sentence(tmp_path):
    with pytest.raises(UserError, match="python -m pipeline build"):
        current_path(tmp_path)


def test_a_clock_that_was_ahead_does_not_cost_the_build_just_published(places):
    build(*places)
    for year in (2097, 2098, 2099):
        (places[1] / f"wh-{year}0101T000000000000.duckdb").write_bytes(b"")
    path = build(*places).path
    assert current_path(places[1]) == path


@pytest.mark.parametrize("content", [b"", b".lock", b"CURRENT", b"../etc/passwd", b"\xff\xfe\x00"])
def test_a_current_that_names_no_build_is_as_none(places, content):
    build(*places)
    (places[1] / "CURRENT").write_bytes(content)
    with pytest.raises(UserError, match="python -m pipeline build"):
        current_path(places[1])


def test_a_switch_that_fails_leaves_the_old_one_and_nothing_of_the_new(places, monkeypatch):
    old = build(*places).path
    replace = Path.replace

    def refuse(self, target):
        if Path(target).name == "CURRENT":
            raise PermissionError(13, "no")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(UserError, match="ingen tilgang"):
        build(*places)
    assert current_path(places[1]) == old
    assert list(places[1].glob("wh-*.duckdb")) == [old]


def test_up_to_date_is_by_content_and_a_broken_build_is_not(places, put):
    raw, folder = places

    def fresh() -> bool:
        return is_up_to_date(folder, raw, DECISIONS)

    assert not fresh()
    path = build(raw, folder).path
    assert fresh()
    source = raw / "nhn-2024-05" / "vkp.csv"
    content, stat = source.read_bytes(), source.stat()
    put("nhn-2024-05/vkp.csv", VKP + "Bergen;291940\n")
    os.utime(source, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert not fresh()
    source.write_bytes(content)
    assert fresh()
    path.write_bytes(b"")
    assert not fresh()


@pytest.mark.parametrize("limit", [100, 100_000, 6_000_000])
def test_a_disk_that_fills_up_gets_one_sentence_and_leaves_the_old_build_in_force(places, limit):
    old = build(*places).path
    command = [sys.executable, "-m", "pipeline", "build"]
    process = subprocess.run(
        [*command, "--raw", str(places[0]), "--warehouse", str(places[1])],
        cwd=ROOT,
        capture_output=True,
        text=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
    )
    assert process.returncode == 1
    assert re.fullmatch(r"Kan ikke skrive til .*: rydd plass.*publisert\.\n", process.stderr)
    assert current_path(places[1]) == old
    left = {path.name for path in places[1].iterdir()}
    assert left == {publish.LOCK, "CURRENT", old.name, manifest_of(old).name}


def test_where_space_is_short_the_oldest_builds_go_first_and_never_the_one_in_force(
    places, monkeypatch
):
    *_, in_force = [build(*places).path for _ in range(3)]
    usage = shutil._ntuple_diskusage(1, 1, 1)
    monkeypatch.setattr(publish.shutil, "disk_usage", lambda _: usage)
    with publish.writer(places[1]):
        assert list(places[1].glob("wh-*.duckdb")) == [in_force]
