"""A new file that corrects an old one takes its place, and the old one says so and stays."""

import re

import pytest

from dashboard import quality
from dashboard.rows import Finding, SourceFile
from pipeline import texts
from pipeline.build import build
from tests.as_page import ask as ask_as_page
from tests.workbooks import workbook

KS = "Løsning;Digi-region;Kommune\n"
VKP = "Kommune;Befolkning\n"
TOTALS = "Løsning;Liste;Digi-region;Antall\n"
OLD = "nhn-2024-05/vkp.csv"
NEW = "nhn-2024-05/vkp-rettet.csv"
WHOLE = "covers = 'hele landet'"
IN_USE = (
    "SELECT name FROM adoption JOIN municipality USING (municipality_code) "
    "WHERE stage = 'in_use' ORDER BY name"
)


@pytest.fixture
def correct(put):
    """Write a source file with a sidecar that says which file it replaces."""

    def write(name: str, content: str, replaces: str, more: str = ""):
        put(name, content)
        put(f"{name}.meta.toml", f"replaces = '{replaces}'\n{more}")

    return write


@pytest.mark.parametrize("replaces", ["vkp.csv", "nhn-2024-05/vkp.csv"])
def test_only_the_correction_counts_and_the_rows_of_both_are_accounted_for(
    put, correct, ask, replaces
):
    put(OLD, VKP + "Oslo;717710\nBergen;291940\n")
    correct(NEW, VKP + "Oslo;717710\nStavanger;149048\n", replaces)
    assert ask(IN_USE) == [("Oslo",), ("Stavanger",)]
    assert ask("SELECT path, replaced_by, rows_read, accepted FROM source_file ORDER BY path") == [
        (NEW, None, 2, 2),
        (OLD, NEW, 2, 2),
    ]


def test_a_correction_can_be_corrected_and_taken_back(put, correct, ask):
    first = VKP + "Oslo;717710\n"
    put(OLD, first)
    correct(NEW, VKP + "Bergen;291940\n", "vkp.csv")
    correct("nhn-2024-05/vkp-igjen.csv", first, "vkp-rettet.csv")
    assert ask(IN_USE) == [("Oslo",)]
    assert ask("SELECT replaced_by, problem FROM source_file ORDER BY path") == [
        (None, None),
        ("nhn-2024-05/vkp-igjen.csv", None),
        (NEW, None),
    ]


def test_what_was_in_doubt_in_the_replaced_file_makes_nobody_unknown(put, correct, ask):
    put("ks-2024-06/liste.csv", KS + "VKP;Digi Agder;Kvinnherad\nVKP;Digi Agder;Risør;?\n")
    correct("ks-2024-06/ny.csv", KS + "VKP;Digi Agder;Risør\n", "liste.csv", WHOLE)
    assert ask("SELECT stage, count(*) FROM adoption GROUP BY ALL ORDER BY ALL") == [
        ("in_use", 356),
        ("not_adopted", 1),
    ]
    assert ask("SELECT count(*) FROM review") == [(0,)]
    assert ask(
        "SELECT review, rejected, rows_read FROM source_file WHERE replaced_by IS NOT NULL"
    ) == [(1, 1, 2)]


def test_a_replaced_list_and_replaced_totals_control_and_enrol_nobody(put, correct, ask):
    listed = KS + "Kjernejournal;Digi Agder;Risør\n"
    put("ks-2024-06/liste.csv", listed + "Kjernejournal;Digi Agder;Bykle\n")
    correct("ks-2024-06/liste-2.csv", listed + "Kjernejournal;Digi Oslo;Oslo\n", "liste.csv")
    both = (
        "Kjernejournal;Ikke tatt i bruk;Digi Agder;{0}\n"
        "Kjernejournal;Påmeldt felles innføringsløp;Digi Agder;{0}\n"
    )
    put("ks-2024-06/totaler.csv", TOTALS + both.format(2))
    correct("ks-2024-06/totaler-2.csv", TOTALS + both.format(1), "totaler.csv")
    assert ask("SELECT published, counted FROM control_total WHERE list = 'not_adopted'") == [
        (1, 1)
    ]
    assert ask(
        "SELECT name FROM adoption JOIN municipality USING (municipality_code) WHERE enrolled"
    ) == [("Risør",)]


def test_a_total_row_of_a_replaced_file_is_no_control_total(put, correct, ask):
    put(OLD, VKP + "Oslo;717710\nTotalt;999999\n")
    correct(NEW, VKP + "Oslo;717710\nTotalt;717710\n", "vkp.csv")
    assert ask("SELECT source_path, difference FROM control_total") == [(NEW, 0)]


def test_a_file_that_could_not_be_read_can_be_replaced(put, correct, ask):
    put(OLD, "Hva er dette?\n")
    correct(NEW, VKP + "Oslo;717710\n", "vkp.csv")
    assert ask(IN_USE) == [("Oslo",)]
    assert ask("SELECT replaced_by FROM source_file WHERE problem IS NOT NULL") == [(NEW,)]


def test_a_correction_that_cannot_be_used_replaces_nothing(put, correct, ask):
    put(OLD, VKP + "Oslo;717710\n")
    correct(NEW, "Hva er dette?\n", "vkp.csv")
    assert ask(IN_USE) == [("Oslo",)]


def test_a_correction_with_far_fewer_rows_is_held_back_and_replaces_nothing(put, correct, ask):
    put(OLD, VKP + "Oslo;717710\nBergen;291940\n")
    correct(NEW, VKP + "Oslo;717710\n", "vkp.csv")
    assert ask(IN_USE) == [("Bergen",), ("Oslo",)]
    assert ask("SELECT verdict, replaced_by FROM source_file WHERE path = ?", NEW) == [
        ("held_back", None)
    ]


def test_a_confirmed_correction_replaces_however_few_rows_it_has(put, correct, ask):
    put(OLD, VKP + "Oslo;717710\nBergen;291940\n")
    correct(NEW, VKP + "Oslo;717710\n", "vkp.csv", "confirmed = 'Bergen var ikke med.'")
    assert ask(IN_USE) == [("Oslo",)]


@pytest.mark.parametrize("name", ["finnes-ikke.csv", "../vkp.csv", "vkp-rettet.csv", ""])
def test_a_correction_of_no_other_file_is_not_used_and_what_it_was_to_correct_is(
    put, correct, ask, name
):
    put(OLD, VKP + "Oslo;717710\n")
    correct(NEW, VKP + "Bergen;291940\n", name)
    assert ask(IN_USE) == [("Oslo",)]
    ((problem,),) = ask("SELECT problem FROM source_file WHERE problem IS NOT NULL")
    assert re.search(r"vkp-rettet\.csv sier at den erstatter «.*ingen annen", problem)


def test_of_two_corrections_of_one_file_none_is_used(put, correct, ask):
    put(OLD, VKP + "Oslo;717710\n")
    correct(NEW, VKP + "Bergen;291940\n", "vkp.csv")
    correct("nhn-2024-05/vkp-ny.csv", VKP + "Stavanger;149048\n", "vkp.csv")
    assert ask(IN_USE) == [("Oslo",)]
    (one,), (other,) = ask("SELECT problem FROM source_file WHERE problem IS NOT NULL")
    assert one == other
    assert re.search(r"Både .* og .* erstatter nhn-2024-05/vkp\.csv", one)


def test_files_that_replace_each_other_are_not_used(put, correct, ask):
    put("nhn-2024-05/andre.csv", VKP + "Tromsø;78745\n")
    correct(OLD, VKP + "Oslo;717710\n", "vkp-rettet.csv")
    correct(NEW, VKP + "Bergen;291940\n", "vkp.csv")
    assert ask(IN_USE) == [("Tromsø",)]
    problems = ask("SELECT problem FROM source_file WHERE problem IS NOT NULL")
    assert len(problems) == 2
    assert all("erstattet av en fil som den selv erstatter" in problem for (problem,) in problems)


@pytest.mark.parametrize(
    ("content", "more"),
    [
        ("Kommunenavn;Aktiv Digihelse\nOslo;Aktiv\n", ""),
        (VKP + "Oslo;717710\n", "as_of = '2024-06'"),
        (VKP + "Oslo;717710\n", "owner = 'KS'"),
    ],
)
def test_another_kind_date_or_owner_is_no_correction(put, correct, ask, content, more):
    put(OLD, VKP + "Bergen;291940\n")
    correct(NEW, content, "vkp.csv", more)
    assert ask(IN_USE) == [("Bergen",)]
    ((problem,),) = ask("SELECT problem FROM source_file WHERE problem IS NOT NULL")
    assert "ikke av samme slag, dato og eier" in problem


def test_the_build_and_datakvalitet_say_what_a_file_is_replaced_by(
    put, correct, tmp_path, monkeypatch
):
    put(OLD, VKP + "Oslo;717710\nQwrtzx;1\n")
    correct(NEW, VKP + "Oslo;717710\nBergen;291940\n", "vkp.csv")
    said: list[str] = []
    result = build(tmp_path / "raw", tmp_path / "warehouse", said.append)
    assert said[1] == f"✓ {OLD}: NHN: kommuner på VKP, 2 rader – erstattet av {NEW}"
    assert result.replaced == 1
    monkeypatch.setenv("UTBREDELSE_WAREHOUSE", str(tmp_path / "warehouse"))
    files = ask_as_page(SourceFile, "source_files")
    shown = {row[0].text: row[2].text for row in quality.file_rows(files)}
    assert shown[OLD] == f"NHN: kommuner på VKP. Erstattet av {NEW}, og teller ikke med"
    assert (
        quality.headline(files, [])
        == "Alle 4 rader er gjort rede for, og alle kontrolltall stemmer"
    )


FIXED = "nhn-2024-05/vkp_rettet.csv"


def test_a_file_whose_name_says_that_it_corrects_replaces_and_build_and_datakvalitet_say_so(
    put, tmp_path, monkeypatch
):
    put(OLD, VKP + "Oslo;717710\nBergen;291940\n")
    put(FIXED, VKP + "Oslo;717710\nStavanger;149048\n")
    said: list[str] = []
    result = build(tmp_path / "raw", tmp_path / "warehouse", said.append)
    assert said == [
        f"✓ {OLD}: NHN: kommuner på VKP, 2 rader – erstattet av {FIXED}",
        f"✓ {FIXED}: NHN: kommuner på VKP, 2 rader – navnet sier at den retter {OLD}",
    ]
    assert result.replaced == 1
    monkeypatch.setenv("UTBREDELSE_WAREHOUSE", str(tmp_path / "warehouse"))
    shown = {row[0].text: row[2].text for row in _file_rows()}
    assert shown[OLD].endswith(f"Erstattet av {FIXED}, og teller ikke med")
    assert shown[FIXED].endswith(f"Navnet sier at den retter {OLD}, som den erstatter")


def test_only_the_last_version_counts(put, ask):
    put(OLD, VKP + "Oslo;717710\nBergen;291940\n")
    put("nhn-2024-05/vkp_v2.csv", VKP + "Oslo;717710\nStavanger;149048\n")
    put("nhn-2024-05/vkp_v3.csv", VKP + "Oslo;717710\nTromsø;78745\n")
    assert ask(IN_USE) == [("Oslo",), ("Tromsø",)]


def test_two_whole_files_of_one_thing_are_a_warning_and_stand_on_datakvalitet(
    put, tmp_path, monkeypatch
):
    put(OLD, VKP + "Oslo;717710\n")
    put("nhn-2024-05/liste.csv", VKP + "Bergen;291940\n")
    result = build(tmp_path / "raw", tmp_path / "warehouse")
    monkeypatch.setenv("UTBREDELSE_WAREHOUSE", str(tmp_path / "warehouse"))
    (found,) = ask_as_page(Finding, "findings")
    assert found.sentence == (
        "nhn-2024-05/liste.csv er av samme slag, dato og eier, og begge teller for VKP: skriv "
        "«replaces» i følgefilen hvis den ene retter den andre."
    )
    assert f"Advarsel: {OLD}: {found.sentence}" in texts.summary(result)


@pytest.mark.parametrize(
    ("name", "content", "sidecar"),
    [
        ("nhn-2024-05/a.csv", VKP + "Bergen;291940\n", "replaces = 'vkp.csv'"),
        ("nhn-2024-05/a.csv", VKP + "Bergen;291940\n", "complete = false"),
        ("nhn-2024-05/a.csv", VKP + "Bergen;291940\n", "owner = 'KS'"),
        ("nhn-2024-06/a.csv", VKP + "Bergen;291940\n", ""),
        ("nhn-2024-05/a.csv", VKP + "Bergen;291940\nTotalt;999999\n", ""),
        ("nhn-2024-05/a.csv", "Kommune;Status;Helseregion\nBergen;Bruker;Helse Vest\n", ""),
        ("nhn-2024-05/vkp_rettet.csv", VKP + "Oslo;717710\nBergen;291940\n", ""),
    ],
)
def test_what_is_replaced_a_part_or_of_something_else_does_not_count_side_by_side(
    put, ask, name, content, sidecar
):
    put(OLD, VKP + "Oslo;717710\n")
    put(name, content)
    put(f"{name}.meta.toml", sidecar)
    assert ask("SELECT paths FROM side_by_side") == []


def test_lists_and_counts_side_by_side_are_told_by_the_solutions_that_they_share(put, ask):
    put("ks-2024-05/a.csv", KS + "VKP;Digi Oslo;Oslo\nKJ;Digi Oslo;Oslo\nDHS;Digi Oslo;Oslo\n")
    put("ks-2024-05/b.csv", KS + "VKP;Digi Oslo;Oslo\nKJ;Digi Oslo;Oslo\n")
    put("ks-2024-05/c.csv", KS + "DigiHelse;Digi Oslo;Oslo\n")
    put("ks-2024-05/d.csv", TOTALS + "VKP;Ikke tatt i bruk;Digi Oslo;1\n")
    put("ks-2024-05/e.csv", TOTALS + "VKP;Påmeldt felles innføringsløp;Digi Oslo;1\n")
    assert ask("SELECT paths, solutions FROM side_by_side") == [
        (["ks-2024-05/a.csv", "ks-2024-05/b.csv"], ["Kjernejournal", "VKP"])
    ]


def test_the_sheets_of_one_workbook_are_one_file(put, ask):
    sheets = {name: [["Kommune", "Befolkning"], [name, 1]] for name in ("Oslo", "Bergen")}
    put("nhn-2024-05/bok.xlsx", workbook(sheets))
    assert ask("SELECT paths FROM side_by_side") == []
    assert ask(IN_USE) == [("Bergen",), ("Oslo",)]


def _file_rows():
    return quality.file_rows(ask_as_page(SourceFile, "source_files"))
