"""python -m pipeline decide: the conversation, and what it leaves in the file."""

import csv
import getpass
import io
import os
from datetime import date

import pytest

from pipeline.build import build
from pipeline.decisions import Decision, append_decision, load_decisions
from pipeline.errors import UserError
from pipeline.paths import REGISTER
from pipeline.register.municipalities import load_register
from pipeline.warehouse import connect
from tests.commands import Answer, command

HEADER = "file_pattern,printed_name,digi_region,municipality_code,decided_by,decided_on,reason\n"
KS = "Løsning;Digi-region;Kommune\n"
LIST = "ks-2024-06/liste.csv"
CODES = load_register(REGISTER).municipalities


@pytest.fixture
def desk(put, equal_builds_once, tmp_path):
    """Build a list (lines after the heading), and run decide on it with what is typed."""
    decisions, warehouse = tmp_path / "decisions.csv", tmp_path / "warehouse"
    decisions.write_text(HEADER, encoding="utf-8")

    class Desk:
        file = decisions

        def build(self, rows: str, name: str = LIST, heading: str = KS):
            put(name, heading + rows)
            self.path = build(tmp_path / "raw", warehouse, decisions=decisions).path
            return self

        def ask(self, sql: str):
            return connect(self.path).execute(sql).fetchall()

        def decide(self, typed: str = "", *options: str) -> Answer:
            folders = ("--warehouse", str(warehouse), "--decisions", str(decisions))
            return command("decide", *folders, "--who", "Kari", *options, typed=typed)

        def decided(self) -> list[list[str]]:
            with decisions.open(encoding="utf-8", newline="") as file:
                return [row[:5] + row[6:] for row in csv.reader(file)][1:]

    return Desk()


TWO = "VKP;Digi Troms og Finnmark;Lyng\nVKP;Digi Agder;Kvinnherad\n"


def test_a_suggestion_is_chosen_by_its_number_and_the_next_build_counts_it(desk):
    result = desk.build(TWO).decide("1\nSkrivefeil\nq\n")
    assert (result.returncode, result.stderr) == (0, "")
    assert "1 av 2: «Lyng», Digi Troms og Finnmark – VKP" in result.stdout
    assert f"{LIST}, linje 2" in result.stdout
    assert "Navnet eller nummeret er ikke kjent, eller det er feilskrevet." in result.stdout
    assert "1. Lyngen (5536), Troms" in result.stdout
    assert "1 avgjort og lagret" in result.stdout
    assert "python -m pipeline build" in result.stdout
    assert desk.decided() == [
        [LIST, "Lyng", "Digi Troms og Finnmark", "5536", "Kari", "Skrivefeil"]
    ]
    desk.build(TWO)
    assert desk.ask("SELECT municipality_code, rule FROM resolved_row WHERE source_row = 2") == [
        ("5536", "decision")
    ]


def test_a_code_or_no_municipality_may_be_typed(desk):
    desk.build(TWO).decide("5501\nRingte\nINGEN\nStod feil\n")
    assert [row[3] for row in desk.decided()] == ["5501", "none"]


def test_the_date_is_the_day_of_the_answer(desk):
    before = date.today()
    desk.build(TWO).decide("1\nSkrivefeil\n")
    assert before <= load_decisions(desk.file, CODES).every[0].decided_on <= date.today()


def test_enter_passes_over_and_a_later_answer_belongs_to_the_next(desk):
    desk.build(TWO).decide("\n2\nRett navn, feil region\n")
    assert [row[1:4] for row in desk.decided()] == [["Kvinnherad", "Digi Agder", "4617"]]


@pytest.mark.parametrize("typed", ["", "1", "1\n", "1\n\n", "foo\n", "q\n", "1\nq\n", "Q\n"])
def test_the_end_of_input_or_stop_ends_it_with_nothing_half_decided(desk, typed):
    result = desk.build(TWO).decide(typed)
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.endswith("Ingen avgjort.\n")
    assert desk.file.read_text(encoding="utf-8") == HEADER


@pytest.mark.parametrize("typed", ["foo", "0", "2", "-1", "²", "53636", "301", "1 2"])
def test_what_is_no_answer_is_asked_again(desk, typed):
    result = desk.build(TWO).decide(f"{typed}\n1\nSkrivefeil\nq\n")
    assert f"«{typed}» er ikke noe svar" in result.stdout
    assert [row[3] for row in desk.decided()] == ["5536"]


@pytest.mark.parametrize("code", ["9999", "1507", "0000"])
def test_a_code_of_no_municipality_today_gets_a_sentence_and_is_asked_again(desk, code):
    result = desk.build(TWO).decide(f"{code}\n1\nSkrivefeil\nq\n")
    assert f"Ingen kommune har nummer {code} i dag" in result.stdout
    assert [row[3] for row in desk.decided()] == ["5536"]


def test_a_reason_is_required(desk):
    result = desk.build(TWO).decide("1\n\n   \nSkrivefeil\nq\n")
    assert result.stdout.count("En avklaring må ha en begrunnelse") == 2
    assert [row[5] for row in desk.decided()] == ["Skrivefeil"]


def test_rows_that_print_the_same_are_asked_about_once_and_settled_together(desk):
    rows = "VKP;Digi Agder;Kvinnherad\nDigiHelse;Digi Agder;KVINNHERAD\nVKP;Digi Viken;Kvinnherad\n"
    result = desk.build(rows).decide("1\nRegel én\n\n")
    assert "1 av 2: «Kvinnherad», Digi Agder – VKP, DigiHelse" in result.stdout
    assert "linje 2, 3" in result.stdout
    desk.build(rows)
    assert desk.ask("SELECT outcome FROM resolved_row ORDER BY source_row") == [
        ("accepted",),
        ("accepted",),
        ("review",),
    ]


def test_what_has_been_decided_since_the_build_is_not_asked_again(desk):
    desk.build(TWO).decide("1\nSkrivefeil\nq\n")
    assert "1 av 1: «Kvinnherad»" in desk.decide("q\n").stdout


def test_two_values_in_a_file_are_said_to_need_the_source_and_not_asked_about(desk):
    desk.build("Oslo;1\nOslo;2\nBergen;1\n", "nhn-2024-05/vkp.csv", "Kommune;Befolkning\n")
    result = desk.decide("1\nGjetter\n")
    assert "«Oslo» (nhn-2024-05/vkp.csv, linje 2, 3) kan ikke avgjøres her" in result.stdout
    assert "flere ulike verdier" in result.stdout
    assert "Ingen rader er til avklaring." in result.stdout
    assert desk.decided() == []


def test_a_pattern_means_the_file_alone_also_where_its_name_has_signs_of_a_pattern(desk):
    name = "ks-2024-06/liste [1].csv"
    desk.build(TWO, name).decide("1\nSkrivefeil\nq\n")
    desk.build(TWO, name).build(TWO * 2, "ks-2024-06/liste 1.csv")
    assert desk.ask("SELECT source_path FROM resolved_row WHERE rule = 'decision'") == [(name,)]


def test_signs_that_steer_a_terminal_are_not_printed(desk):
    result = desk.build("VKP;Digi Agder;Kvinn\x1b[2Jherad\n").decide()
    assert "\x1b" not in result.stdout
    assert "Kvinn�[2Jherad" in result.stdout


def test_list_prints_every_open_review_as_csv_and_asks_nothing(desk):
    result = desk.build(TWO + "VKP;Digi Trøndelag;Lyng\n").decide("1\nx\n", "--list")
    rows = list(csv.DictReader(io.StringIO(result.stdout), delimiter=";"))
    assert [(r["Fil"], r["Linjer"], r["Navn"], r["Region"], r["Forslag"]) for r in rows] == [
        (LIST, "2", "Lyng", "Digi Troms og Finnmark", "5536 Lyngen"),
        (LIST, "3", "Kvinnherad", "Digi Agder", "4227 Kvinesdal, 4617 Kvinnherad"),
        (LIST, "4", "Lyng", "Digi Trøndelag", ""),
    ]
    assert desk.decided() == []


def test_who_decides_is_the_user_of_the_machine_unless_told(desk):
    desk.build(TWO).decide("1\nSkrivefeil\nq\n", "--who", " ")
    assert [row[4] for row in desk.decided()] == [getpass.getuser()]


def test_a_byte_that_is_no_letter_is_asked_about_again(desk):
    result = desk.build(TWO).decide("\udcff\n1\nSkrivefeil\nq\n")
    assert "er ikke noe svar" in result.stdout
    assert [row[3] for row in desk.decided()] == ["5536"]


def test_without_a_warehouse_it_says_to_build_first(desk):
    result = desk.decide()
    assert result.returncode == 1
    assert "python -m pipeline build" in result.stderr


def test_a_bad_file_of_decisions_is_told_before_anything_is_asked(desk):
    desk.build(TWO)
    desk.file.write_text(HEADER + "*,Lyng,,9999,Kari,2024-07-01,Ringte\n", encoding="utf-8")
    result = desk.decide("1\nSkrivefeil\n")
    assert result.returncode == 1
    assert "linje 2: «9999»" in result.stderr
    assert "1 av" not in result.stdout


def decision(name: str = "Lyng", reason: str = "Ringte, og spurte «hvem?»") -> Decision:
    return Decision(0, "*", name, "", "5536", "Kari", date(2024, 7, 1), reason)


@pytest.mark.parametrize(
    "before",
    [
        HEADER,
        HEADER + '*,"Ørt\nland",,5057,Ola,2024-07-01,"Han sa ""ja"""',
        (HEADER + "*,Got,,3324,Ola,2024-07-01,Ringte\n").replace("\n", "\r\n"),
        "\ufeff" + HEADER + "\n\n",
    ],
    ids=["empty", "no line end", "CRLF", "byte order mark"],
)
def test_a_line_is_added_and_what_stands_there_is_not_touched(tmp_path, before):
    file = tmp_path / "decisions.csv"
    file.write_bytes(before.encode())
    append_decision(file, decision(reason='Ringte, og "spurte"'), CODES)
    assert file.read_bytes().startswith(before.encode())
    last = load_decisions(file, CODES).every[-1]
    assert (last.printed_name, last.reason) == ("Lyng", 'Ringte, og "spurte"')
    assert [path.name for path in tmp_path.glob("[!.]*")] == ["decisions.csv"]
    lone = file.read_bytes().replace(b"\r\n", b"").count(b"\n")
    assert lone == 0 or b"\r\n" not in file.read_bytes()


def test_a_file_that_does_not_exist_is_made_with_its_headings(tmp_path):
    append_decision(tmp_path / "decisions.csv", decision(), CODES)
    assert (tmp_path / "decisions.csv").read_text(encoding="utf-8").startswith(HEADER)


def test_a_decision_that_contradicts_one_already_there_leaves_the_file_as_it_was(tmp_path):
    file = tmp_path / "decisions.csv"
    append_decision(file, decision(), CODES)
    before = file.read_bytes()
    with pytest.raises(UserError, match="linje 3: «Lyng» er avgjort på samme måte på linje 2"):
        append_decision(file, decision(), CODES)
    assert file.read_bytes() == before


def test_a_write_that_fails_midway_leaves_the_file_as_it_was(tmp_path, monkeypatch):
    file = tmp_path / "decisions.csv"
    append_decision(file, decision(), CODES)
    before = file.read_bytes()

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UserError, match="Kan ikke lagre avklaringen"):
        append_decision(file, decision("Got"), CODES)
    assert file.read_bytes() == before
    assert [path.name for path in tmp_path.glob("[!.]*")] == ["decisions.csv"]


def test_a_municipality_that_the_solution_is_not_meant_for_is_not_asked_about(desk):
    desk.build("Helseplattformen;Digi Agder;Risør\n" + TWO)
    result = desk.decide("q\n")
    assert "«Risør»" in result.stdout
    assert "løsningen er ikke ment for kommunen" in result.stdout
    assert "1 av 2: «Lyng»" in result.stdout
