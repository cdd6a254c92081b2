"""The command `demo`: same seed, same bytes; what it is told wrong, it says in one sentence."""

import os
import tomllib
from pathlib import Path

import pytest

from pipeline.__main__ import main
from pipeline.demo.write import write_demo
from pipeline.errors import UserError


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def demo(out: Path, *arguments: object) -> int:
    return main(["demo", "--out", str(out), *map(str, arguments)])


def test_the_same_seed_gives_the_same_bytes_and_another_other_bytes(tmp_path):
    for name, seed in (("a", 7), ("b", 7), ("c", 8)):
        assert demo(tmp_path / name, "--months", 3, "--seed", seed) == 0
    a, b, c = (contents(tmp_path / name) for name in "abc")
    assert a == b
    assert a != c
    assert a.keys() >= {"ks-2026-10/ikke_tatt_i_bruk_2026-10.csv"}


def test_few_months_are_the_end_of_many(tmp_path):
    write_demo(tmp_path / "few", 2, 1)
    write_demo(tmp_path / "many", 4, 1)
    few, many = contents(tmp_path / "few"), contents(tmp_path / "many")
    assert few.items() <= many.items()


def test_every_file_carries_the_mark(tmp_path):
    write_demo(tmp_path / "demo", 3, 1, last="2025-02")
    files = contents(tmp_path / "demo")
    sources = [name for name in files if name.endswith(".csv")]
    assert len(sources) * 2 == len(files)
    assert {name.split("/")[0][-7:] for name in sources} == {"2024-12", "2025-01", "2025-02"}
    for name in sources:
        told = tomllib.loads(files[f"{name}.meta.toml"].decode())
        assert told["demo"] is True
        assert told["source"] == "Demodata: syntetisk, laget av python -m pipeline demo"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--months", 0), "«0» er ikke et antall måneder"),
        (("--months", -3), "«-3» er ikke et antall måneder"),
        (("--months", "to"), "«to» er ikke et antall måneder"),
        (("--months", 10**6), "går lenger tilbake enn 2010"),
        (("--seed", "x"), "«x» er ikke et frø"),
        (("--last", "oktober"), "«oktober» er ingen måned"),
        (("--last", "2026-13"), "«2026-13» er ingen måned"),
        (("--last", "2099-12"), "«2099-12» er ingen måned"),
    ],
)
def test_a_bad_argument_gets_one_sentence_and_writes_nothing(tmp_path, capsys, arguments, sentence):
    assert demo(tmp_path / "demo", *arguments) == 1
    told = capsys.readouterr().err
    assert sentence in told
    assert told.count("\n") == 1
    assert not (tmp_path / "demo").exists()


def test_a_folder_with_something_in_it_is_left_alone(tmp_path, capsys):
    (tmp_path / "mine.txt").write_text("mitt")
    assert demo(tmp_path, "--months", 1) == 1
    assert "er ikke tom" in capsys.readouterr().err
    assert contents(tmp_path) == {"mine.txt": b"mitt"}


def test_a_file_in_the_way_is_left_alone(tmp_path, capsys):
    (tmp_path / "demo").write_text("mitt")
    assert demo(tmp_path / "demo", "--months", 1) == 1
    assert "er en fil, ikke en mappe" in capsys.readouterr().err
    assert (tmp_path / "demo").read_text() == "mitt"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_gets_one_sentence(tmp_path, capsys):
    tmp_path.chmod(0o500)
    assert demo(tmp_path / "demo", "--months", 1) == 1
    tmp_path.chmod(0o700)
    assert "ingen tilgang" in capsys.readouterr().err


def test_a_disk_that_fills_up_leaves_nothing_behind(tmp_path, monkeypatch):
    written = []

    def write(path: Path, content: bytes) -> int:
        if len(written) == 3:
            raise OSError(28, "No space left on device")
        written.append(path)
        return path.open("wb").write(content)

    monkeypatch.setattr(Path, "write_bytes", write)
    with pytest.raises(UserError, match="disken er full"):
        write_demo(tmp_path / "new" / "demo", 1, 1)
    assert len(written) == 3
    assert list(tmp_path.iterdir()) == []
