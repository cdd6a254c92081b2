"""Checking files before they are published: what they are, and what they would change."""

import hashlib
import os
from datetime import date
from pathlib import Path

import pytest

from pipeline import check_words, texts
from pipeline.__main__ import main
from pipeline.build import build
from pipeline.check import Preview, Table, check
from pipeline.errors import UserError
from pipeline.paths import RAW, REGISTER
from pipeline.register.municipalities import load_register
from pipeline.verdict import words
from pipeline.warehouse import Reader
from tests.commands import command
from tests.workbooks import workbook

KJ = "Kommune;Status;Helseregion\n"
VKP = "Kommune;Befolkning\n"
KS = "Løsning;Digi-region;Kommune\n"
DIGIHELSE = "Kommunenavn;Aktiv Digihelse\n"
WHOLE = "covers = 'hele landet'\n"
ENROLMENT = "Løsning;Løp;Pulje;Kommune;Påmeldt dato;Status\n"


@pytest.fixture
def desk(put, equal_builds_once, monkeypatch, tmp_path):
    """A published month, and a folder of new files beside it; checks them by name."""
    put(
        "nhn-2024-05/kj.csv",
        KJ + "Oslo;Bruker;Helse Sør-Øst\nBergen;Teknisk tilrettelagt;Helse Vest\n",
    )
    put("nhn-2024-05/kj.csv.meta.toml", WHOLE)
    build(tmp_path / "raw", tmp_path / "warehouse")
    monkeypatch.undo()  # what is checked is calculated

    def run(content: str | bytes, name: str = "nhn-2024-06/kj.csv", **sidecar: str) -> Preview:
        path = tmp_path / "new" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        told = "".join(f"{key} = {value}\n" for key, value in sidecar.items())
        path.with_name(path.name + ".meta.toml").write_text(WHOLE + told, encoding="utf-8")
        return check([path], tmp_path / "raw", tmp_path / "warehouse")

    return run


def changes(preview: Preview) -> list[tuple]:
    return [(c.solution_id, c.as_of, c.old, c.new, list(c.names)) for c in preview.changes]


def printed(preview: Preview) -> str:
    return "\n".join(check_words.report(preview))


def contents(*folders: Path) -> dict[Path, tuple[int, str]]:
    return {
        path: (path.stat().st_mtime_ns, hashlib.sha256(path.read_bytes()).hexdigest())
        for folder in folders
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_good_file_is_told_with_its_kind_owner_date_rows_and_what_it_would_change(desk):
    preview = desk(KJ + "Oslo;Bruker;Helse Sør-Øst\nBergen;Bruker;Helse Vest\n")
    (table,) = preview.tables
    assert (table.title, table.owner, table.solutions, table.as_of, table.complete) == (
        "NHN: status Kjernejournal", "NHN", ["Kjernejournal"], date(2024, 6, 30), True,
    )  # fmt: skip
    assert (table.rows_read, table.accepted, table.review, table.rejected) == (2, 2, 0, 0)
    assert changes(preview) == [
        ("kjernejournal", date(2024, 6, 30), "enabled", "in_use", ["Bergen"])
    ]
    assert preview.verdict == "clean"
    assert printed(preview) == (
        "✓ nhn-2024-06/kj.csv\n"
        "  Hva: NHN: status Kjernejournal, eier NHN, for Kjernejournal\n"
        "  Per: juni 2024, hele tabellen\n"
        "  Rekkevidde: hele landet\n"
        "  Rader: 2 = 2 godtatt + 0 duplikat + 0 til avklaring + 0 uten kommune + 0 avvist\n"
        "Ville endre:\n"
        "  Kjernejournal per juni 2024:\n"
        "    1 kommune fra teknisk tilrettelagt til i bruk: Bergen\n"
        "Kan brukes, uten funn. Ingenting er skrevet."
    )


def test_what_was_known_on_an_earlier_date_is_what_a_new_date_is_held_against(desk):
    preview = desk(KJ + "Oslo;Bruker;Helse Sør-Øst\nBergen;Teknisk tilrettelagt;Helse Vest\n")
    assert preview.changes == []
    assert "Ingen kommuner ville endre status eller påmelding." in printed(preview)


def test_a_municipality_that_would_be_shown_with_less_is_a_finding(desk):
    preview = desk(KJ + "Bergen;Teknisk tilrettelagt;Helse Vest\n")
    assert preview.verdict == "remarks"
    assert preview.findings == ["Kjernejournal: 1 kommune fra i bruk til ikke tatt i bruk: Oslo."]


def test_rows_in_doubt_are_findings_with_their_lines(desk):
    preview = desk(
        KJ + "Oslo;Bruker;Helse Sør-Øst\nBergen;Teknisk tilrettelagt;Helse Vest\n"
        "Sandnes;Kanskje;Helse Vest\nKvitseid;Bruker;Helse Sør-Øst\n"
    )
    (table,) = preview.tables
    assert table.findings == [
        "1 rad avvist: linje 4 (ukjent status «Kanskje»).",
        "1 rad til avklaring: «Kvitseid» (linje 5).",
    ]
    assert preview.verdict == "remarks"


def test_who_would_come_to_be_enrolled_is_a_change(desk):
    preview = desk(ENROLMENT + "DHS;dhs-2024;CGM;Risør;2024-05-10;Påmeldt\n", "ks-2024-06/løp.csv")
    assert [(c.what, c.old, c.new, c.names) for c in preview.changes] == [
        ("enrolled", "not_enrolled", "enrolled", ["Risør"])
    ]


def test_a_published_count_that_would_differ_and_a_new_contradiction_are_findings(put, desk):
    put(
        "ks-2024-06/totaler.csv",
        "Løsning;Liste;Digi-region;Antall\nKJ;Ikke tatt i bruk;Digi Oslo;2\n",
    )
    preview = desk(KS + "KJ;Digi Oslo;Oslo\n", "ks-2024-06/liste.csv")
    told = " ".join(preview.findings)
    assert (
        "1 kontrolltall ville avvike: Kjernejournal, Digi Oslo (2 publisert, 1 i listene)." in told
    )
    assert "Kilder ville si forskjellig om 1 kommune: Oslo (Kjernejournal)." in told
    assert preview.notes == [check_words.STALE]


def test_a_part_that_its_own_total_gives_away_is_a_finding(desk):
    preview = desk(VKP + "Oslo;717710\nTotalt;2 000 000\n", "nhn-2024-06/vkp.csv")
    (table,) = preview.tables
    assert table.complete is False
    assert words.INCOMPLETE in table.findings


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("nhn-2024-06/x.csv", "Navn;Telefon\nOla;1\n", "ikke av noe kjent slag"),
        ("nhn-2024-06/x.csv", "", "Filen er tom"),
        ("nhn-2024-06/x.csv", b"\x00\x01\x81\x8d\xff", "verken UTF-8"),
        ("nye/x.csv", VKP + "Oslo;717710\n", "Filen har ingen dato"),
        ("nhn-2024-13/x.csv", VKP + "Oslo;717710\n", "ingen gyldig dato"),
        ("ks-2024-06/x.meta.toml", "complete = false\n", "leses ikke som kildefil"),
        ("ks-2024-06/.x.csv", VKP + "Oslo;717710\n", "leses ikke som kildefil"),
        ("nhn-2024-05/kj.csv", VKP + "Oslo;717710\n", "finnes allerede med annet innhold"),
    ],
)
def test_a_file_that_cannot_be_used_gets_one_sentence(desk, name, content, problem):
    preview = desk(content, name)
    (table,) = preview.tables
    assert problem in str(table.problem)
    assert preview.verdict == "unusable"
    assert not preview.changes
    assert printed(preview).count("\n") == 1


def test_a_file_of_which_no_row_can_be_used_is_held_back(desk):
    preview = desk(KS + "Faks;Digi Oslo;Oslo\n", "ks-2024-06/x.csv")
    (table,) = preview.tables
    assert table.findings[0] == words.NOTHING_USED
    assert preview.verdict == "held_back"
    assert not preview.changes
    assert printed(preview).endswith(check_words.VERDICTS["held_back"])


def test_a_missing_file_and_a_folder_get_one_sentence_each(desk, tmp_path):
    for path, told in ((tmp_path / "nei.csv", "finnes ikke"), (tmp_path, "er en mappe")):
        (table,) = check([path], tmp_path / "raw", tmp_path / "warehouse").tables
        assert told in str(table.problem)


@pytest.mark.parametrize("name", ["a.csv", "z.csv"])
def test_the_same_content_as_a_file_that_is_there_is_refused_whatever_it_is_called(desk, name):
    content = KJ + "Oslo;Bruker;Helse Sør-Øst\nBergen;Teknisk tilrettelagt;Helse Vest\n"
    (table,) = desk(content, f"nhn-2024-05/{name}").tables
    assert "helt lik nhn-2024-05/kj.csv" in str(table.problem)
    assert "helt lik nhn-2024-05/kj.csv" in str(
        desk(content, "nhn-2024-05/kj.csv").tables[0].problem
    )


def test_last_months_content_under_a_new_date_is_a_finding(desk, put):
    names = [one.name for one in load_register(REGISTER).municipalities.values()][:20]
    content = DIGIHELSE + "".join(f"{name};Aktiv\n" for name in names)
    put("nhn-2024-05/digihelse.csv", content)
    (table,) = desk(content, "nhn-2024-06/digihelse.csv").tables
    assert words.copy(date(2024, 5, 31)) in table.findings
    assert table.verdict == "remarks"


def test_a_correction_tells_what_it_replaces_and_changes_the_old_date(desk):
    preview = desk(
        KJ + "Oslo;Bruker;Helse Sør-Øst\nBergen;Bruker;Helse Vest\n",
        "nhn-2024-05/kj_rettet.csv",
        replaces='"kj.csv"',
    )
    (table,) = preview.tables
    assert table.replaces == "nhn-2024-05/kj.csv"
    assert changes(preview) == [
        ("kjernejournal", date(2024, 5, 31), "enabled", "in_use", ["Bergen"])
    ]


def test_a_file_that_corrects_by_its_name_is_told_so_and_is_no_finding(desk):
    preview = desk(
        KJ + "Oslo;Bruker;Helse Sør-Øst\nBergen;Bruker;Helse Vest\n", "nhn-2024-05/kj_rettet.csv"
    )
    assert preview.verdict == "clean"
    assert "  Erstatter: nhn-2024-05/kj.csv (navnet sier at den retter den)\n" in printed(preview)


def test_a_whole_file_that_would_count_beside_another_is_a_finding_with_its_name(desk):
    preview = desk(
        KJ + "Bergen;Teknisk tilrettelagt;Helse Vest\nOslo;Bruker;Helse Sør-Øst\n",
        "nhn-2024-05/status.csv",
    )
    (table,) = preview.tables
    assert preview.verdict == "remarks"
    assert table.findings == [words.side_by_side("nhn-2024-05/kj.csv", ["Kjernejournal"])]


def test_a_whole_file_that_denies_another_of_its_date_is_held_back(desk):
    preview = desk(
        KJ + "Oslo;Bruker;Helse Sør-Øst\nBergen;Bruker;Helse Vest\n", "nhn-2024-05/status.csv"
    )
    (table,) = preview.tables
    assert preview.verdict == "held_back"
    assert table.findings == [words.deny_each_other("nhn-2024-05/kj.csv", ["Kjernejournal"], 1)]
    assert not preview.changes


def test_a_correction_of_nothing_gets_one_sentence(desk):
    preview = desk(KJ + "Oslo;Bruker;Helse Sør-Øst\n", replaces='"borte.csv"')
    assert preview.verdict == "unusable"
    assert "ingen annen kildefil" in preview.tables[0].problem


def test_a_solution_that_is_gone_from_the_list_is_named_with_the_list_before(desk, put):
    table = "Kommune;Løsning;Status\nOslo;Kjernejournal;I bruk\n"
    put("nhn-2024-05/status.csv", table + "Oslo;VKP;I bruk\nOslo;DigiHelse;I bruk\n")
    (gone,) = desk(table, "nhn-2024-06/status.csv").tables
    assert [finding for finding in gone.findings if "forrige" in finding] == [
        "DigiHelse, VKP står ikke i filen, men sto i den forrige, nhn-2024-05/status.csv (mai "
        "2024): er eksporten hel?"
    ]
    (part,) = desk(table, "nhn-2024-06/status.csv", complete="false").tables
    assert not part.findings


def test_a_pipe_is_told_and_a_link_out_of_the_raw_folder_is_not_followed(put, tmp_path):
    put("nhn-2024-05/kj.csv", KJ + "Oslo;Bruker;Helse Sør-Øst\n")
    raw, secret = tmp_path / "raw", tmp_path / "secret.csv"
    secret.write_text(KJ + "hemmelig;Bruker;Helse Vest\n")
    link, pipe = raw / "nhn-2024-05" / "lenke.csv", tmp_path / "pipe.csv"
    link.symlink_to(secret)
    os.mkfifo(pipe)
    preview = check([link, pipe], raw, tmp_path / "warehouse")
    assert [table.problem for table in preview.tables] == [
        texts.LINK_OUT, texts.CANNOT_READ.format(why=texts.IS_NO_FILE),
    ]  # fmt: skip


def test_each_sheet_of_a_workbook_is_told_by_itself(desk):
    book = workbook(
        {
            "KJ": [["Kommune", "Status", "Helseregion"], ["Oslo", "Bruker", "Helse Sør-Øst"],
                   ["Bergen", "Teknisk tilrettelagt", "Helse Vest"]],
            "VKP": [["Kommune", "Befolkning"], ["Oslo", 717710]],
            "Notat": [["Ring Kari"]],
        }
    )  # fmt: skip
    preview = desk(book, "nhn-2024-06/bok.xlsx")
    assert [table.path for table in preview.tables] == [
        "nhn-2024-06/bok.xlsx#KJ", "nhn-2024-06/bok.xlsx#VKP",
    ]  # fmt: skip
    assert all("Ark som ikke er lest: «Notat»." in table.findings for table in preview.tables)


def test_nothing_is_written_and_the_app_may_have_the_build_open(desk, tmp_path, put):
    cursor = Reader(tmp_path / "warehouse").take().connection
    before = contents(tmp_path / "raw", tmp_path / "warehouse")
    assert desk(KJ + "Oslo;Bruker;Helse Sør-Øst\n").changes
    assert contents(tmp_path / "raw", tmp_path / "warehouse") == before
    assert cursor.execute("SELECT max(as_of)::VARCHAR FROM adoption").fetchone() == ("2024-05-31",)


def test_without_a_warehouse_the_other_files_are_what_it_is_held_against(put, tmp_path):
    put("nhn-2024-05/vkp.csv", VKP + "Oslo;717710\n")
    new = put("nhn-2024-06/vkp.csv", VKP + "Oslo;717710\nBergen;291940\n")
    preview = check([new], tmp_path / "raw", tmp_path / "warehouse")
    assert [c.names for c in preview.changes] == [["Bergen"]]
    assert preview.notes == [check_words.NOTHING_BEFORE]
    assert not (tmp_path / "warehouse").exists()


def test_the_first_file_of_all_can_be_checked(put, tmp_path):
    new = put("nhn-2024-06/vkp.csv", VKP + "Oslo;717710\n")
    preview = check([new], tmp_path / "none", tmp_path / "warehouse")
    assert {(c.old, c.new) for c in preview.changes} == {
        ("unknown", "in_use"), ("unknown", "not_adopted"),
    }  # fmt: skip


def test_a_warehouse_that_cannot_be_opened_gets_one_sentence(put, tmp_path):
    new = put("nhn-2024-06/vkp.csv", VKP + "Oslo;717710\n")
    folder = tmp_path / "warehouse"
    folder.mkdir()
    (folder / "wh-1.duckdb").write_bytes(b"not a database")
    (folder / "CURRENT").write_text("wh-1.duckdb\n")
    with pytest.raises(UserError, match="kan ikke sammenlignes"):
        check([new], tmp_path / "raw", folder)


def test_a_preview_is_as_bad_as_its_worst_file():
    good, doubtful, held, bad = (
        Table("a.csv", verdict=verdict) for verdict in ("clean", "remarks", "held_back", "unusable")
    )
    assert Preview([good]).verdict == "clean"
    assert Preview([good], findings=["noe"]).verdict == "remarks"
    assert Preview([good, doubtful]).verdict == "remarks"
    assert Preview([held, good, doubtful]).verdict == "held_back"
    assert Preview([good, bad, doubtful, held]).verdict == "unusable"


def test_the_projects_own_files_are_as_they_were_published(real_warehouse):
    files = sorted(RAW.glob("*/*.csv"))
    preview = check(files, RAW, real_warehouse)
    assert len(preview.tables) == 5
    assert preview.changes == []
    assert preview.findings == []
    assert sum(table.review for table in preview.tables) == 13


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("nhn-2024-06/kj.csv", KJ + "Oslo;Bruker;Helse Sør-Øst\n", 0),
        ("nhn-2024-06/kj.csv", KJ + "Oslo;Bruker;Helse Sør-Øst\nLyng;Bruker;Helse Nord\n", 2),
        ("nhn-2024-06/kj.csv", "Navn;Telefon\nOla;1\n", 1),
        ("nhn-2024-06/kj.csv", KJ + "Oslo;Kanskje;Helse Sør-Øst\n", 1),
    ],
)
def test_the_exit_code_is_the_verdict(put, tmp_path, name, content, code):
    put("nhn-2024-05/kj.csv", KJ + "Oslo;Teknisk tilrettelagt;Helse Sør-Øst\n")
    put("nhn-2024-05/kj.csv.meta.toml", WHOLE)
    build(tmp_path / "raw", tmp_path / "warehouse")
    new = tmp_path / "new" / name
    new.parent.mkdir(parents=True)
    new.write_text(content, encoding="utf-8")
    new.with_name("kj.csv.meta.toml").write_text(WHOLE, encoding="utf-8")
    done = command("check", new, "--raw", tmp_path / "raw", "--warehouse", tmp_path / "warehouse")
    assert (done.returncode, done.stderr) == (code, "")
    assert done.stdout.endswith("Ingenting er skrevet.\n")


def test_no_file_to_check_is_said_and_is_no_success(capsys):
    assert main(["check"]) == 1
    assert "Oppgi minst én fil" in capsys.readouterr().err


def test_a_command_that_is_not_understood_is_no_finding(capsys):
    assert main(["check", "--tull"]) == 1
    said = capsys.readouterr().err
    assert said == (
        "Kommandoen er ikke forstått: --tull er ikke kjent. "
        "«python -m pipeline --help» viser hvordan den skrives.\n"
    )
