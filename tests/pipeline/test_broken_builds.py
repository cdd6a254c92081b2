"""Commands beside a warehouse that is not as it was left: one sentence, and never a traceback."""

import os
import shutil

import duckdb
import pytest

from pipeline.__main__ import main
from pipeline.warehouse import current_path, manifest_of

COMMANDS = (
    ["current"],
    ["export", "not-adopted", "--solution", "kjernejournal", "--out", "liste.csv"],
    ["decide", "--list"],
)


@pytest.fixture
def folder(real_warehouse, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return shutil.copytree(real_warehouse, tmp_path / "warehouse")


def said(command, folder, capsys):
    assert main([*command, "--warehouse", str(folder)]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
    return told.err


def foreign(path):
    path.unlink()
    with duckdb.connect(str(path)) as connection:
        connection.execute("CREATE TABLE adoption AS SELECT 1 AS other")


BROKEN = {
    "truncated": lambda path: os.truncate(path, 100_000),
    "empty": lambda path: path.write_bytes(b""),
    "random": lambda path: path.write_bytes(os.urandom(100_000)),
    "foreign": foreign,
}


@pytest.mark.parametrize("broken", BROKEN)
def test_a_build_that_cannot_be_used_is_told_in_one_sentence(folder, broken, capsys):
    BROKEN[broken](current_path(folder))
    for command in COMMANDS:
        assert "skadet eller ikke et datavarehus" in said(command, folder, capsys)


def test_an_older_build_that_lacks_what_is_asked_for_is_told(folder, capsys):
    manifest_of(current_path(folder)).unlink()
    with duckdb.connect(str(current_path(folder))) as connection:
        connection.execute("DROP TABLE review; ALTER TABLE adoption DROP COLUMN wave")
    for command in COMMANDS:
        assert "laget av en annen versjon" in said(command, folder, capsys)


@pytest.mark.parametrize("name", [b"", b"../../etc/passwd\n", b"wh-1.duckdb\n", b"\xff\x00"])
def test_a_name_in_force_that_is_no_build_says_to_build(folder, name, capsys):
    (folder / "CURRENT").write_bytes(name)
    assert "python -m pipeline build" in said(COMMANDS[0], folder, capsys)


@pytest.mark.parametrize("make", [os.mkdir, os.mkfifo])
def test_neither_a_folder_nor_a_pipe_is_waited_for(folder, make, capsys):
    (folder / "CURRENT").unlink()
    make(folder / "CURRENT")
    assert "python -m pipeline build" in said(COMMANDS[0], folder, capsys)
