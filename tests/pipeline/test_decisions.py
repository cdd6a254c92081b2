"""Written decisions: what they settle, what they never touch, and how a bad file is refused."""

import re
import subprocess
import sys

import pytest

from pipeline import texts
from pipeline.build import build
from pipeline.decisions import load_decisions
from pipeline.errors import UserError
from pipeline.paths import DECISIONS, RAW, REGISTER, ROOT
from pipeline.register.municipalities import load_register
from tests.answers import Answers

HEADER = "file_pattern,printed_name,digi_region,municipality_code,decided_by,decided_on,reason\n"
SIGNED = "Kari,2024-07-01,Ringte kommunen\n"
KS = "Løsning;Digi-region;Kommune\n"
VKP = "Kommune;Befolkning\n"
CODES = load_register(REGISTER).municipalities

OUTCOMES = (
    "SELECT printed_name, outcome, municipality_code, rule FROM resolved_row ORDER BY source_row"
)
STAGE = (
    "SELECT stage FROM adoption JOIN municipality USING (municipality_code) "
    "WHERE name = ? AND as_of = (SELECT max(as_of) FROM adoption)"
)


@pytest.fixture
def decided(put, tmp_path):
    """Build tmp_path/raw with the decisions given, and answer SQL on the result."""
    file = tmp_path / "decisions.csv"

    def write(*lines: str):
        file.write_text(HEADER + "".join(lines), encoding="utf-8")
        return Answers(tmp_path / "raw", file)

    return write


def test_a_decision_makes_a_row_under_review_count_and_names_its_rule(put, decided):
    put("ks-2024-06/liste.csv", KS + "VKP;Digi Troms og Finnmark;Lyng\n")
    ask = decided(f"ks-2024-06/*,Lyng,Digi Troms og Finnmark,5536,{SIGNED}")
    assert ask(OUTCOMES) == [("Lyng", "accepted", "5536", "decision")]
    assert ask(STAGE, "Lyngen") == [("not_adopted",)]
    assert ask("SELECT count(*) FROM review") == [(0,)]


def test_a_decision_never_overrides_a_certain_name(put, decided):
    put("ks-2024-06/liste.csv", KS + "VKP;Digi Troms og Finnmark;Lyngen\n")
    ask = decided(f"*,Lyngen,,5501,{SIGNED}")
    assert ask(OUTCOMES) == [("Lyngen", "accepted", "5536", "official_name")]
    assert ask("SELECT matched FROM decision") == [(0,)]


@pytest.mark.parametrize("name", ["lyng", "LYNG", " Lyng ", "«Lyng»"])
def test_the_printed_name_is_compared_as_names_are(put, decided, name):
    put("ks-2024-06/liste.csv", KS + f"VKP;digi troms og  finnmark;{name}\n")
    ask = decided(f"*,Lyng,Digi Troms og Finnmark,5536,{SIGNED}")
    assert ask("SELECT municipality_code FROM resolved_row") == [("5536",)]


@pytest.mark.parametrize(
    ("pattern", "region", "settled"),
    [
        ("ks-2024-06/*", "Digi Agder", 1),
        ("ks-2024-06/liste.csv", "", 1),
        ("*", "", 1),
        ("ks-2024-07/*", "Digi Agder", 0),
        ("liste.csv", "", 0),
        ("*", "Digi Vestland", 0),
    ],
)
def test_a_decision_counts_only_in_its_files_and_its_region(put, decided, pattern, region, settled):
    put("ks-2024-06/liste.csv", KS + "VKP;Digi Agder;Kvinnherad\n")
    ask = decided(f"{pattern},Kvinnherad,{region},4227,{SIGNED}")
    assert ask("SELECT matched FROM decision") == [(settled,)]
    assert ask("SELECT count(*) FROM review") == [(1 - settled,)]


def test_none_makes_the_row_ignored_and_nobody_unknown(put, decided):
    put("ks-2024-06/liste.csv", KS + "VKP;Digi Vestland;Sirdal\nVKP;Digi Vestland;Voss\n")
    put("ks-2024-06/liste.csv.meta.toml", "covers = 'hele landet'")
    ask = decided(f"*,Sirdal,Digi Vestland,none,{SIGNED}")
    assert ask(OUTCOMES) == [
        ("Sirdal", "ignored", None, "decision"),
        ("Voss", "accepted", "4621", "official_name"),
    ]
    assert ask(STAGE, "Sirdal") == [("in_use",)]
    assert ask("SELECT rows_read, accepted, ignored FROM source_file") == [(2, 1, 1)]


def test_a_row_decided_to_be_no_municipality_is_not_taken_for_the_total_of_its_file(put, decided):
    put("nhn-2024-05/vkp.csv", VKP + "Oslo;10\nHovedkontoret;90\n")
    ask = decided(f"*,Hovedkontoret,,none,{SIGNED}")
    assert ask("SELECT count(*) FROM file_total") == [(0,)]


def test_a_row_decided_to_be_no_municipality_is_part_of_the_total_of_its_file(put, decided):
    put("nhn-2024-05/vkp.csv", VKP + "Oslo;10\nHovedkontoret;90\nTotalt;100\n")
    ask = decided(f"*,Hovedkontoret,,none,{SIGNED}")
    assert ask("SELECT published, counted FROM file_total") == [(100, 100)]
    assert ask("SELECT complete FROM source_file") == [(True,)]


def test_a_decided_row_that_repeats_another_is_its_duplicate(put, decided):
    put("ks-2024-06/liste.csv", KS + "VKP;Digi Viken;Gol\nVKP;Digi Viken;Got\n")
    ask = decided(f"*,Got,,3324,{SIGNED}")
    assert ask("SELECT source_row, outcome, twin_row FROM resolved_row ORDER BY 1") == [
        (2, "accepted", None),
        (3, "duplicate", 2),
    ]
    assert ask("SELECT matched, in_conflict FROM decision") == [(1, 0)]


def test_a_decided_row_that_contradicts_another_is_a_conflict_and_the_municipality_unknown(
    put, decided
):
    put("nhn-2024-05/vkp.csv", VKP + "Åsnes;7000\nAsnes;12\nOslo;1\n")
    ask = decided(f"*,Asnes,,3418,{SIGNED}")
    assert ask("SELECT printed_name, reason, decidable FROM review") == [
        ("Åsnes", "conflict", False),
        ("Asnes", "conflict", False),
    ]
    assert ask(STAGE, "Åsnes") == [("unknown",)]
    assert ask("SELECT matched, in_conflict FROM decision") == [(1, 1)]


def test_a_row_without_a_name_is_decided_by_its_number(put, decided):
    put("nhn-2024-05/vkp.csv", "Kommune;Befolkning;Kommunenummer\n;7000;9998\n")
    ask = decided(f"*,9998,,0301,{SIGNED}")
    assert ask("SELECT municipality_code, rule FROM resolved_row") == [("0301", "decision")]


def test_the_decision_table_tells_every_decision_and_how_many_rows_it_settled(put, decided):
    put("ks-2024-06/liste.csv", KS + "VKP;Digi Viken;Got\nDigiHelse;Digi Viken;Got\n")
    ask = decided(f"*,Got,Digi Viken,3324,{SIGNED}", f"*,Borte,,none,{SIGNED}")
    assert ask("SELECT * EXCLUDE (decided_on), decided_on::VARCHAR FROM decision") == [
        (2, "*", "Got", "Digi Viken", "3324", "Kari", "Ringte kommunen", 2, 0, "2024-07-01"),
        (3, "*", "Borte", None, None, "Kari", "Ringte kommunen", 0, 0, "2024-07-01"),
    ]


def test_a_decision_that_matches_nothing_is_a_warning_and_no_error_and_none_else(put, tmp_path):
    put("ks-2024-06/liste.csv", KS + "VKP;Digi Viken;Got\n")
    file = tmp_path / "decisions.csv"
    file.write_text(HEADER + f"*,Got,,3324,{SIGNED}*,Borte,,none,{SIGNED}", encoding="utf-8")
    said = texts.summary(build(tmp_path / "raw", tmp_path / "warehouse", decisions=file))
    assert said[0] == (
        "Advarsel: 1 avklaring i decisions.csv traff ingen rad til avklaring: linje 3 «Borte»"
    )
    assert "Advarsel" not in " ".join(said[1:])


def test_many_unmatched_decisions_are_counted_on_one_line():
    rows = [{"line": number, "printed_name": f"N{number}"} for number in range(2, 10)]
    line = texts.unmatched_decisions(rows)
    assert line.startswith("Advarsel: 8 avklaringer")
    assert line.endswith("linje 6 «N6» og 3 til")


GOT = "*,Got,,3324,Kari,2024-07-01,Ringte\n"

BAD = [
    (GOT + "*,Lyng,,9999,Kari,2024-07-01,Ringte\n", "linje 3: «9999» er verken"),
    ("*,Lyng,,301,Kari,2024-07-01,Ringte\n", "linje 2: «301» er verken"),
    ("*,Lyng,,None,Kari,2024-07-01,Ringte\n", "linje 2: «None» er verken"),
    ("*,Lyng,,5536,Kari,1.7.2024,Ringte\n", "linje 2: «1.7.2024» er ingen dato"),
    ("*,Lyng,,5536,Kari,20240701,Ringte\n", "linje 2: «20240701» er ingen dato"),
    ("*,Lyng,,5536,Kari,2024-02-30,Ringte\n", "linje 2: «2024-02-30» er ingen dato"),
    ("*,Lyng,,5536,Kari,2024-07-01,\n", "linje 2: kolonnen reason er tom"),
    ("*,Lyng,,5536, ,2024-07-01,Ringte\n", "linje 2: kolonnen decided_by er tom"),
    ("*,,,5536,Kari,2024-07-01,Ringte\n", "linje 2: kolonnen printed_name er tom"),
    (",Lyng,,5536,Kari,2024-07-01,Ringte\n", "linje 2: kolonnen file_pattern er tom"),
    ("*,Lyng,,5536,Kari,2024-07-01,Ringte, og spurte\n", "linje 2: linjen har 8 felt"),
    (GOT + "*,GOT,,3324,Ola,2024-07-02,Gjettet\n", "linje 3: «GOT» er avgjort på samme måte"),
    (GOT + "*,Got,,3326,Ola,2024-07-02,Gjettet\n", "linje 3: «Got» er avgjort på en annen"),
    (GOT + "*,Got,Digi Viken,none,Ola,2024-07-02,Nei\n", "linje 3: «Got» er avgjort på"),
    ('*,Lyng,,5536,Kari,2024-07-01,"Ringte "x" y\n', "linje 2: linjen har et anførselstegn"),
    ('*,"Ly\nng",,5536,Kari,2024-07-01,Ringte\n' + "*,X,,1,Kari,2024-07-01,Y\n", "linje 4: «1»"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "sentence"), BAD, ids=[sentence for _, sentence in BAD])
def test_a_bad_file_of_decisions_stops_the_build_with_the_line_and_one_sentence(
    put, decided, tmp_path, lines, sentence
):
    put("ks-2024-06/liste.csv", KS + "VKP;Digi Viken;Got\n")
    with pytest.raises(UserError, match=re.escape(f"decisions.csv kan ikke brukes, {sentence}")):
        decided(lines)
    assert not (tmp_path / "warehouse" / "CURRENT").exists()


@pytest.mark.parametrize(
    "content", [b"", b"a,b\n", HEADER.encode().replace(b",", b";"), HEADER.encode("utf-16")]
)
def test_a_file_without_the_right_headings_is_refused(tmp_path, content):
    file = tmp_path / "decisions.csv"
    file.write_bytes(content)
    with pytest.raises(UserError, match="linje 1"):
        load_decisions(file, CODES)


def test_a_missing_file_is_refused_for_it_would_undo_every_decision(tmp_path):
    with pytest.raises(UserError, match="Kan ikke lese avklaringene"):
        load_decisions(tmp_path / "decisions.csv", CODES)


def test_the_same_name_may_mean_different_municipalities_in_different_regions(put, decided):
    put("ks-2024-06/liste.csv", KS + "VKP;Digi Viken;Vaaaler\nVKP;Digi Innlandet;Vaaaler\n")
    ask = decided(f"*,Vaaaler,Digi Viken,3114,{SIGNED}", f"*,Vaaaler,Digi Innlandet,3419,{SIGNED}")
    assert ask("SELECT municipality_code FROM resolved_row ORDER BY source_row") == [
        ("3114",),
        ("3419",),
    ]


def test_patterns_that_meet_in_a_row_and_disagree_are_refused(put, decided):
    put("ks-2024-06/liste.csv", KS + "VKP;Digi Viken;Got\n")
    with pytest.raises(UserError, match=r"sier to ting om «Got» .* \(linje 2 og 3\)"):
        decided(f"ks-*,Got,,3324,{SIGNED}", f"*/liste.csv,Got,,none,{SIGNED}")


def test_every_shipped_decision_settles_a_row_and_says_why():
    decisions = load_decisions(DECISIONS, CODES)
    assert len(decisions.every) == 9
    assert all(len(decision.reason) > 20 for decision in decisions.every)
    assert all(
        CODES[decision.municipality_code].digi_region == decision.digi_region
        for decision in decisions.every
    )


def test_every_shipped_decision_is_used_on_the_real_lists(tmp_path):
    assert build(RAW, tmp_path).unmatched == []


def test_two_people_who_decide_at_once_keep_all_their_answers(tmp_path):
    script = (
        "import sys; from datetime import date; from pathlib import Path\n"
        "from pipeline.decisions import Decision, append_decision\n"
        "for i in range(20):\n"
        "    append_decision(Path(sys.argv[1]), Decision(0, 'x/*', f'{sys.argv[2]} {i}', '', None,"
        " 'Kari', date(2024, 7, 1), 'Ringte'), ())\n"
    )
    file = tmp_path / "decisions.csv"
    people = [
        subprocess.Popen([sys.executable, "-c", script, str(file), name], cwd=ROOT)
        for name in ("Ola", "Kari")
    ]
    assert [person.wait() for person in people] == [0, 0]
    assert len(load_decisions(file, ()).every) == 40
