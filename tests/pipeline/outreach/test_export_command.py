"""The command export, as a person or a script meets it."""

import csv
import io
import os

import pytest
from openpyxl import load_workbook

from pipeline.__main__ import main
from pipeline.errors import UserError
from pipeline.outreach.export import save, table_file


@pytest.fixture
def export(real_warehouse, tmp_path, capsys):
    """Runs the command on the real warehouse; gives exit code, what was said, and the file."""
    out = tmp_path / "liste"

    def run(*arguments):
        code = main(["export", *arguments, "--warehouse", str(real_warehouse), "--out", str(out)])
        said = capsys.readouterr()
        return code, said.out + said.err, out

    return run


def test_a_list_is_written_and_its_rows_are_told(export):
    code, said, out = export("not-adopted", "--solution", "kjernejournal", "--as-of", "2024-06")
    rows = list(csv.DictReader(io.StringIO(out.read_bytes().decode("utf-8-sig")), delimiter=";"))
    assert code == 0
    assert len(rows) == 85
    assert said.startswith("Skrev 85 rader til ")


def test_solutions_and_regions_may_be_several_and_by_name(export):
    code, _, out = export(
        "in-use", "--solution", "VKP", "--solution", "DigiHelse", "--region", "Digi Agder",
        "--region", "digi-trondelag", "--format", "xlsx",
    )  # fmt: skip
    sheet = load_workbook(io.BytesIO(out.read_bytes()))["Liste"]
    rows = list(sheet.iter_rows(min_row=2, values_only=True))
    assert code == 0
    assert {row[4] for row in rows} == {"Digi Agder", "Digi Trøndelag"}
    assert {row[7] for row in rows} == {"VKP", "DigiHelse"}


def test_a_call_list_has_the_gaps_of_a_region_in_the_order_to_phone(export):
    code, _, out = export("call-list", "--solution", "vkp", "--region", "digi-nordland")
    rows = list(csv.DictReader(io.StringIO(out.read_bytes().decode("utf-8-sig")), delimiter=";"))
    places = [int(row["Rekkefølge"]) for row in rows]
    assert code == 0
    assert (len(rows), places) == (36, sorted(places))
    assert rows[0]["Kan starte"] == "Ja"


def test_what_a_list_leaves_out_is_said(export):
    code, said, _ = export("not-adopted-not-enrolled", "--solution", "kjernejournal")
    assert code == 0
    assert "73 kommuner uten løsningen er ikke med" in said


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["alle", "--solution", "vkp"], "Ukjent liste «alle»: velg not-adopted, "),
        (["all"], "Skriv minst én løsning med --solution: kjernejournal, "),
        (["all", "--solution", "vpk"], "Ukjent løsning «vpk»: velg kjernejournal, "),
        (["all", "--solution", "vkp", "--region", "Nord"], "Ukjent Digi-region «Nord»: velg digi-"),
        (["all", "--solution", "vkp", "--stage", "ja"], "Ukjent status «ja»: velg not_adopted, "),
        (["all", "--solution", "vkp", "--format", "pdf"], "Ukjent format «pdf»: velg csv"),
        (["call-list", "--solution", "vkp"], "Ringelisten er for én Digi-region: skriv den med --"),
        (["call-list", "--solution", "vkp", "--format", "pptx"], "Ringelisten finnes ikke som ly"),
        (["all", "--solution", "vkp", "--as-of", "juni"], "«juni» er ingen gyldig dato"),
        (
            ["all", "--solution", "vkp", "--as-of", "2023-01"],
            "Det finnes ingen tall for VKP per januar 2023: de første er per mai 2024.",
        ),
        (["all", "--solution", "htm"], "Ingen kilde sier noe om HTM ennå"),
        (
            ["ready", "--solution", "vkp", "--solution", "sfm"],
            "VKP har ingen forutsetninger i løsningskatalogen, så ingen kan regnes som klar: be "
            "bare om SFM.",
        ),
        (
            ["in-use", "--solution", "vkp", "--stage", "ikke tatt i bruk"],
            "Listen «I bruk» har bare kommuner med status «I bruk», så status «Ikke tatt i bruk» "
            "kan aldri stå på den.",
        ),
        (
            ["ready", "--solution", "sfm", "--stage", "in_use"],
            "Listen «Klar for løsningen» har bare kommuner med status «Ikke tatt i bruk», "
            "«Bestilt», «Teknisk tilrettelagt» eller «Ukjent», så status «I bruk» kan aldri",
        ),
    ],
)
def test_what_cannot_be_used_is_told_in_one_sentence_and_nothing_is_written(
    export, arguments, sentence
):
    code, said, out = export(*arguments)
    assert code == 1
    assert said.startswith(sentence)
    assert said.count("\n") == 1
    assert not out.exists()


def test_a_format_that_there_is_none_of_gives_no_file_of_another(real_list):
    with pytest.raises(KeyError, match="ods"):
        table_file(real_list("all", "vkp"), "ods")


def test_without_a_file_to_write_the_command_says_so(real_warehouse, capsys):
    assert main(["export", "all", "--solution", "vkp", "--warehouse", str(real_warehouse)]) == 1
    assert "--out" in capsys.readouterr().err


def test_a_folder_that_is_not_there_is_told_and_a_file_that_was_there_stays(
    real_warehouse, tmp_path, capsys
):
    asked = ["export", "all", "--solution", "vkp", "--warehouse", str(real_warehouse), "--out"]
    assert main([*asked, str(tmp_path / "ingen" / "liste.csv")]) == 1
    assert "finnes ikke" in capsys.readouterr().err
    (tmp_path / "liste.csv").write_text("gammel")
    assert main([*asked, str(tmp_path / "liste.csv"), "--as-of", "2001-01"]) == 1
    assert (tmp_path / "liste.csv").read_text() == "gammel"
    assert [path.name for path in tmp_path.iterdir()] == ["liste.csv"]


def test_what_is_no_file_is_never_replaced_by_one(real_warehouse, tmp_path, capsys):
    asked = ["export", "all", "--solution", "vkp", "--warehouse", str(real_warehouse), "--out"]
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert main([*asked, str(pipe)]) == 1
    assert "er ingen vanlig fil" in capsys.readouterr().err
    assert pipe.is_fifo()
    assert main([*asked, str(tmp_path)]) == 1
    assert main([*asked, ""]) == 1
    assert capsys.readouterr().err.count("er en mappe") == 2


def test_a_full_disk_a_long_name_and_a_ring_of_links_are_told_and_the_old_file_stays(
    tmp_path, monkeypatch
):
    old, ring = tmp_path / "liste.csv", tmp_path / "ring"
    old.write_text("gammel")
    ring.symlink_to(ring)
    with pytest.raises(UserError, match="navnet er for langt"):
        save(tmp_path / ("x" * 300), b"ny")
    with pytest.raises(UserError, match="Kan ikke skrive"):
        save(ring / "liste.csv", b"ny")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UserError, match="disken er full"):
        save(old, b"ny")
    assert old.read_text() == "gammel"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["liste.csv", "ring"]


def test_a_link_to_a_file_stays_a_link_and_its_file_is_written(real_warehouse, tmp_path):
    link, file = tmp_path / "liste.csv", tmp_path / "delt.csv"
    link.symlink_to(file)
    asked = ["export", "all", "--solution", "vkp", "--warehouse", str(real_warehouse), "--out"]
    assert main([*asked, str(link)]) == 0
    assert link.is_symlink()
    assert file.read_bytes().startswith(b"\xef\xbb\xbfKommunenummer")


def test_without_a_warehouse_the_command_says_what_to_do(tmp_path, capsys):
    out, nothing = str(tmp_path / "x"), str(tmp_path / "nothing")
    assert main(["export", "all", "--solution", "vkp", "--warehouse", nothing, "--out", out]) == 1
    assert "python -m pipeline build" in capsys.readouterr().err
