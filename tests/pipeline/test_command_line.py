"""The command line as a person or a script meets it."""

import os
import subprocess
import sys

import pytest

from pipeline.paths import ROOT
from tests.commands import command

VKP = "Kommune;Befolkning\nOslo;717710\n"


def run(*arguments, **environment):
    return subprocess.run(
        [sys.executable, "-m", "pipeline", *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, **{k: str(v) for k, v in environment.items()}},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def folders(put, tmp_path):
    put("nhn-2024-05/vkp.csv", VKP)
    return ("--raw", tmp_path / "raw", "--warehouse", tmp_path / "warehouse")


def test_build_tells_each_file_and_sums_up_every_row(folders):
    result = run("build", *folders)
    assert result.returncode == 0
    assert "✓ nhn-2024-05/vkp.csv: NHN: kommuner på VKP, 1 rader" in result.stdout
    assert (
        "1 = 1 godtatt + 0 duplikat + 0 til avklaring + 0 uten kommune + 0 avvist" in result.stdout
    )


def test_current_prints_the_file_in_force(folders, tmp_path):
    run("build", *folders)
    result = run("current", UTBREDELSE_WAREHOUSE=tmp_path / "warehouse")
    assert result.stdout.strip().endswith(".duckdb")
    assert result.returncode == 0


def test_a_file_of_no_known_kind_is_listed_while_the_rest_is_published(folders, put):
    put("nhn-2024-05/annet.csv", "Navn;Telefon\nOla;1\n")
    result = command("build", *folders)
    assert result.returncode == 0
    assert "✗ nhn-2024-05/annet.csv: Filen er ikke av noe kjent slag" in result.stdout
    assert "Filer: 2 (1 ikke brukt)" in result.stdout


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("nhn-2024-05/vkp.csv", "Navn;Telefon\nOla;1\n", "ikke av noe kjent slag"),
        ("nhn-2024-05/vkp.csv", "Løsning;Kommune\nVKP;Oslo\n", "mangler kolonnen «Digi-region»"),
        ("nhn/vkp.csv", VKP, "Filen har ingen dato"),
        ("nhn-2024-13/vkp.csv", VKP, "ingen gyldig dato"),
        ("nhn-2024-05/vkp.csv", b"\x00\x01\x81\x8d\xff", "verken UTF-8"),
    ],
)
def test_bad_input_gets_one_sentence_and_exit_1(tmp_path, put, name, content, sentence):
    put(name, content)
    result = command("build", "--raw", tmp_path / "raw", "--warehouse", tmp_path / "warehouse")
    assert result.returncode == 1
    assert sentence in result.stdout
    assert result.stderr.count("\n") == 1
    assert not (tmp_path / "warehouse" / "CURRENT").exists()


@pytest.mark.parametrize("made", [True, False])
def test_an_empty_or_missing_folder_gets_one_sentence(tmp_path, made):
    if made:
        (tmp_path / "raw").mkdir()
    result = command("build", "--raw", tmp_path / "raw", "--warehouse", tmp_path / "warehouse")
    assert result.returncode == 1
    assert result.stderr.count("\n") == 1
    assert "Mappen" in result.stderr


def test_current_without_a_warehouse_is_1_and_says_what_to_do(tmp_path):
    result = run("current", "--warehouse", tmp_path)
    assert (result.returncode, result.stdout) == (1, "")
    assert "python -m pipeline build" in result.stderr


def test_nothing_is_built_again_until_something_changes(folders, put, tmp_path):
    first = run("build", "--if-changed", *folders)
    second = run("build", "--if-changed", *folders)
    assert "Publisert" in first.stdout
    assert second.stdout.startswith("Datavarehuset er oppdatert")
    newer = put("nhn-2024-06/vkp.csv", VKP)
    os.utime(newer, (2**31, 2**31))
    assert "Publisert" in run("build", "--if-changed", *folders).stdout
