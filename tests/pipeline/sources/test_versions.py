"""Which file corrects which, by their names alone; told only where nothing speaks against it."""

import pytest

from pipeline.paths import KINDS
from pipeline.sources.corrections import with_corrections
from pipeline.sources.kinds import load_kinds
from pipeline.sources.reader import find_sources, read_sources
from tests.workbooks import workbook

SOLUTIONS = {"vkp": "vkp", "kj": "kjernejournal", "kjernejournal": "kjernejournal"}
OLD = "nhn-2024-05/vkp.csv"
VKP = "Kommune;Befolkning\nOslo;1\n"
KS = "Løsning;Digi-region;Kommune\n"
TOTALS = "Løsning;Liste;Digi-region;Antall\n"


@pytest.fixture
def corrected(put, tmp_path):
    """Write files (path and content) and say which corrects which by its name."""
    kinds = load_kinds(KINDS)

    def read(files: dict[str, str | bytes]) -> dict[str, str]:
        for name, content in files.items():
            if content is not None:
                put(name, content)
        found = find_sources(tmp_path / "raw")
        tables = [source for one in found for source in read_sources(one, kinds)]
        assert not any(table.problem for table in tables)
        told = with_corrections(tables, SOLUTIONS)
        by_old = {t.replaced_by: t.path for t in told if t.replaced_by}
        assert {t.path: t.corrects for t in told if t.corrects}.items() <= by_old.items()
        return {t.path: t.corrects for t in told if t.corrects}

    return read


def versions(*names: str) -> dict[str, str]:
    """Files with a row in common and one of their own."""
    return {name: f"{VKP}Bergen;{number}\n" for number, name in enumerate(names)}


@pytest.mark.parametrize(
    "new",
    [
        "nhn-2024-05/vkp_rettet.csv",
        "nhn-2024-05/VKP-Korrigert.csv",
        "nhn-2024-05/vkp_rettet (1).csv",
        "nhn-2024-05/vkp_v2.csv",
        "nhn-2024-05/vkp versjon 2.csv",
        "nhn-2024-05/vkp_ny.csv",
        "nhn-2024-05/vkp_rettet_2.csv",
        "nhn-2024-05/vkp_rettet_2024-05.csv",
        "nhn-2024-05-rettet/vkp.csv",
        "nhn-ettersendt-2024-05/vkp_rettet.csv",
        "nhn-2024-05-31/vkp_rettet.csv",
    ],
)
def test_a_name_that_goes_on_with_a_word_for_a_correction_corrects(corrected, new):
    assert corrected(versions(OLD, new)) == {new: OLD}


@pytest.mark.parametrize(
    "other",
    [
        "nhn-2024-05/vkp_side2.csv",
        "nhn-2024-05/vkp_2.csv",
        "nhn-2024-05/vkp (1).csv",
        "nhn-2024-05/vkp(2).csv",
        "nhn-2024-05/vkp_nytt.csv",
        "nhn-2024-05/vkp_kopi.csv",
        "nhn-2024-05/vkp_nordland.csv",
        "nhn-2024-05/vkpny.csv",
        "nhn-2024-05/liste_rettet.csv",
        "nhn-2024-05b/vkp.csv",
        "nhn-2024-06/vkp_rettet.csv",
    ],
)
def test_any_other_name_or_date_corrects_nothing(corrected, other):
    assert corrected(versions(OLD, other)) == {}


def test_another_kind_or_owner_is_not_corrected(corrected):
    files = versions(OLD, "nhn-2024-05/vkp_rettet.csv")
    files["nhn-2024-05/vkp_rettet.csv.meta.toml"] = 'owner = "KS"\n'
    files["nhn-2024-05/vkp_ny.csv"] = "Kommune;Status;Helseregion\nOslo;Bruker;\n"
    assert corrected(files) == {}


@pytest.mark.parametrize("part", [OLD, "nhn-2024-05/vkp_rettet.csv"])
def test_a_part_neither_corrects_nor_is_corrected(corrected, part):
    files = versions(OLD, "nhn-2024-05/vkp_rettet.csv")
    assert corrected({f"{part}.meta.toml": "complete = false\n", **files}) == {}


def test_versions_make_a_chain_in_which_ten_comes_after_nine(corrected):
    v9, v10 = "nhn-2024-05/vkp_v9.csv", "nhn-2024-05/vkp_v10.csv"
    fixed = "nhn-2024-05/vkp_v10_rettet.csv"
    assert corrected(versions(OLD, v10, v9, fixed)) == {v9: OLD, v10: v9, fixed: v10}


def test_words_that_leave_open_which_came_last_correct_nothing(corrected):
    assert corrected(versions(OLD, "nhn-2024-05/vkp_ny.csv", "nhn-2024-05/vkp_rettet.csv")) == {}
    assert corrected(versions(OLD, "nhn-2024-05/vkp_ny.csv", "nhn-2024-05b/vkp_ny.csv")) == {}


def test_a_file_that_names_nobody_of_the_other_is_a_part(corrected):
    files = {OLD: VKP, "nhn-2024-05/vkp_ny.csv": "Kommune;Befolkning\nBergen;1\n"}
    assert corrected(files) == {}


def test_a_correction_speaks_of_every_solution_of_the_old_file_whatever_it_calls_them(corrected):
    old, new = "ks-2024-05/liste.csv", "ks-2024-05/liste_rettet.csv"
    both = KS + "VKP;Digi Oslo;Oslo\nKJ;Digi Oslo;Oslo\n"
    only = KS + "VKP;Digi Oslo;Oslo\n"
    assert corrected({old: both, new: only}) == {}
    assert corrected({old: both, new: both.replace("KJ", "Kjernejournal")}) == {new: old}
    assert corrected({old: only, new: both}) == {new: old}


def test_counts_of_another_list_are_not_a_correction(corrected):
    old, new = "ks-2024-05/tall.csv", "ks-2024-05/tall_ny.csv"
    count = TOTALS + "VKP;Ikke tatt i bruk;Digi Oslo;1\n"
    assert corrected({old: count, new: count.replace("Ikke tatt i bruk", "Påmeldt")}) == {}
    assert corrected({old: count, new: count.replace(";1", ";2")}) == {new: old}


def test_what_a_sidecar_says_goes_before_the_names(corrected):
    fixed = "nhn-2024-05/vkp_rettet.csv"
    files = versions(OLD, fixed)
    assert corrected({f"{OLD}.meta.toml": "replaces = 'vkp_rettet.csv'\n", **files}) == {}


def test_a_name_corrects_what_a_sidecar_has_not_replaced(corrected):
    v2, v3 = "nhn-2024-05/vkp_v2.csv", "nhn-2024-05/vkp_v3.csv"
    files = versions(OLD, v2, v3)
    assert corrected({f"{v3}.meta.toml": "replaces = 'vkp.csv'\n", **files}) == {v3: v2}


def test_a_copy_to_the_byte_is_no_correction(corrected):
    assert corrected({OLD: VKP, "nhn-2024-05/vkp_ny.csv": VKP}) == {}


def test_a_sheet_is_corrected_by_the_sheet_of_its_name(corrected):
    def book(population: int) -> bytes:
        table = [["Kommune", "Befolkning"], ["Oslo", population]]
        status = [["Kommune", "Status", "Helseregion"], ["Oslo", "Bruker", "Helse Sør-Øst"]]
        return workbook({"VKP": table, "KJ": status})

    old, new = "nhn-2024-05/bok.xlsx", "nhn-2024-05/bok_ny.xlsx"
    assert corrected({old: book(1), new: book(2)}) == {
        f"{new}#KJ": f"{old}#KJ",
        f"{new}#VKP": f"{old}#VKP",
    }
