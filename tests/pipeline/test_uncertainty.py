"""What a review could mean is unknown everywhere, and what deciding it changes is foretold."""

from functools import cache
from itertools import groupby
from operator import itemgetter

import pytest

from dashboard import gap
from dashboard.rows import Coverage, Municipality
from pipeline.build import build
from tests.answers import Answers
from tests.as_page import ask as ask_as_page

HEADER = "file_pattern,printed_name,digi_region,municipality_code,decided_by,decided_on,reason\n"
KS = "Løsning;Digi-region;Kommune\n"
KJ = "Kommune;Status;Helseregion\n"
VKP = "Kommune;Befolkning\n"
LYNG = "VKP;Digi Troms og Finnmark;Lyng\n"
KVINNHERAD = "VKP;Digi Agder;Kvinnherad\n"
RISOR = "VKP;Digi Agder;Risør\n"
PARTIAL = "complete = false"
WHOLE = "covers = 'hele landet'"


@pytest.fixture
def built(tmp_path):
    """Answers SQL on tmp_path/raw with decisions (lines after the headings)."""

    def answers(*lines: str) -> Answers:
        file = tmp_path / "decisions.csv"
        file.write_text(HEADER + "".join(lines), encoding="utf-8")
        return Answers(tmp_path / "raw", file)

    return answers


def test_what_a_review_could_mean_is_unknown_in_evidence_adoption_counts_and_lists(
    put, built, tmp_path, monkeypatch
):
    put("ks-2024-06/liste.csv", KS + KVINNHERAD + RISOR)
    put("ks-2024-06/liste.csv.meta.toml", WHOLE)
    ask = built()
    could_mean = ("Kvinesdal", "Kvinnherad")
    assert ask(
        "SELECT m.name, e.stage FROM evidence AS e JOIN municipality AS m USING (municipality_code)"
        " WHERE e.source_row = 2 ORDER BY m.name"
    ) == [(name, "unknown") for name in could_mean]
    assert ask(
        "SELECT in_use, not_adopted, unknown FROM coverage WHERE digi_region = 'Hele landet'"
    ) == [(354, 1, 2)]
    build(tmp_path / "raw", tmp_path / "warehouse")
    monkeypatch.setenv("UTBREDELSE_WAREHOUSE", str(tmp_path / "warehouse"))
    as_of = ask("SELECT max(as_of) FROM adoption")[0][0]
    rows = ask_as_page(
        Municipality, "municipalities", solution="vkp", as_of=as_of, municipality=None
    )
    shown = {row.name: (row.category, row.review_name) for row in rows}
    assert [shown[name] for name in could_mean] == [("unknown", "Kvinnherad")] * 2
    assert [row.name for row in gap.listed(rows, None)] == ["Risør"]
    regions = {
        row.digi_region: row.unknown
        for row in ask_as_page(Coverage, "coverage", solution="vkp", as_of=as_of)
    }
    assert regions["Digi Agder"] == regions["Digi Vestland"] == 1


def test_it_is_unknown_also_where_an_earlier_file_knew_it(put, built):
    put("nhn-2024-05/vkp.csv", VKP + "Lyngen;2800\n")
    put("ks-2024-06/liste.csv", KS + LYNG)
    assert built()(
        "SELECT as_of::VARCHAR, stage FROM adoption WHERE municipality_code = '5536' ORDER BY as_of"
    ) == [("2024-05-31", "in_use"), ("2024-06-30", "unknown")]


def test_everything_a_review_could_mean_is_unknown_also_beyond_the_five_shown(put, built):
    put("ks-2024-06/liste.csv", KS + "VKP;Digi Innlandet;Valdres\n")
    put("ks-2024-06/liste.csv.meta.toml", WHOLE)
    ask = built()
    assert ask("SELECT len(candidates), len(could_mean) FROM review") == [(5, 6)]
    assert ask("SELECT count(*) FROM adoption WHERE stage = 'unknown'") == [(6,)]
    assert ask("SELECT count(*) FROM review_effect") == [(6,)]


def test_a_second_row_that_could_mean_the_same_is_told_to_make_it_unknown_too(put, built):
    put("ks-2024-06/liste.csv", KS + LYNG + "VKP;Digi Troms og Finnmark;Lynngen\n")
    assert built()("SELECT source_row, municipality_code, stage_if_not FROM review_effect") == [
        (2, "5536", "unknown"),
        (3, "5536", "unknown"),
    ]


def test_two_values_in_a_file_cannot_be_decided_and_foretell_no_stage(put, built):
    put("nhn-2024-05/vkp.csv", VKP + "Oslo;1\nOslo;2\nBergen;1\n")
    assert built()("SELECT source_row, stage_now, stage_if_meant FROM review_effect") == [
        (2, "unknown", None),
        (3, "unknown", None),
    ]


def test_what_another_source_of_the_day_settles_is_not_said_to_change(put, built):
    put("nhn-2024-06/kj.csv", KJ + "Lyngen;Bruker Kjernejournal;Helse Nord\n")
    put("ks-2024-06/liste.csv", KS + LYNG.replace("VKP", "Kjernejournal"))
    ask = built()
    assert ask("SELECT count(*) FROM review_effect") == [(0,)]
    assert ask("SELECT stage FROM adoption WHERE municipality_code = '5536'") == [("in_use",)]


SITUATIONS = {
    "a complete list of who has not": {"ks-2024-06/liste.csv": KS + LYNG + RISOR},
    "two it could mean": {"ks-2024-06/liste.csv": KS + KVINNHERAD + RISOR},
    "the same print twice": {
        "ks-2024-06/liste.csv": KS + LYNG + LYNG.replace("Lyng", "LYNG") + RISOR,
    },
    "two prints of one name": {
        "ks-2024-06/liste.csv": KS + LYNG + "VKP;Digi Troms og Finnmark;Lynngen\n" + RISOR,
    },
    "one of two has a row of its own": {
        "ks-2024-06/liste.csv": KS + KVINNHERAD + "VKP;Digi Vestland;Kvinnherad\n",
    },
    "a page of a list": {
        "ks-2024-06/liste.csv": KS + LYNG + RISOR,
        "ks-2024-06/liste.csv.meta.toml": PARTIAL,
    },
    "a page, and earlier knowledge": {
        "nhn-2024-05/vkp.csv": VKP + "Lyngen;2800\n",
        "ks-2024-06/liste.csv": KS + LYNG + RISOR,
        "ks-2024-06/liste.csv.meta.toml": PARTIAL,
    },
    "earlier knowledge beyond what silence says": {
        "nhn-2024-05/digihelse.csv": "Kommunenavn;Aktiv Digihelse\nLyngen;Aktiv\n",
        "ks-2024-06/liste.csv": KS + (LYNG + RISOR).replace("VKP", "DigiHelse"),
    },
    "silence after a denial": {
        "nhn-2024-05/digihelse.csv": "Kommunenavn;Aktiv Digihelse\nLyngen;-\n",
        "ks-2024-06/liste.csv": KS + (LYNG + RISOR).replace("VKP", "DigiHelse"),
    },
    "a name like nobody's beside one that is like somebody's": {
        "ks-2024-06/liste.csv": KS + LYNG + LYNG.replace("Lyng", "Qqqqq") + RISOR,
    },
    "a name like nobody's": {
        "ks-2024-06/liste.csv": KS + "VKP;Digi Rogaland;Qqqqq\nVKP;Digi Rogaland;Sola\n",
    },
    "a report that would not have seen an order": {
        "ks-2024-05/liste.csv": KS + "DigiHelse;Digi Agder;Risør\n",
        "nhn-2024-06/digihelse.csv": "Kommunenavn;Aktiv Digihelse\nAsnes;-\nOslo;Aktiv\n",
    },
    "a positive list": {"nhn-2024-06/vkp.csv": VKP + "Asnes;7000\nOslo;1\n"},
    "a status": {
        "nhn-2024-06/kj.csv": KJ + "Asnes;Teknisk tilrettelagt;Helse Sør-Øst\nOslo;Bruker;\n",
    },
    "two pages of one day": {
        "nhn-2024-05/vkp.csv": VKP + "Lyngen;2800\n",
        "ks-2024-06/side1.csv": KS + LYNG + RISOR,
        "ks-2024-06/side1.csv.meta.toml": PARTIAL,
        "ks-2024-06/side2.csv": KS + LYNG.replace("Lyng", "Lynngen"),
        "ks-2024-06/side2.csv.meta.toml": PARTIAL,
    },
}  # fmt: skip


@pytest.mark.parametrize("files", SITUATIONS.values(), ids=SITUATIONS)
def test_deciding_a_row_gives_just_the_stages_that_were_foretold(put, built, files):
    whole = {f"{name}.meta.toml": WHOLE for name in files if name.endswith(".csv")}
    for name, content in {**whole, **files}.items():
        put(name, content)
    built = cache(built)  # once a decision, whomever it is asked about
    foretold = built()(
        "SELECT r.source_path, r.printed, e.municipality_code, e.stage_now, e.stage_if_meant, "
        "e.stage_if_not, e.as_of FROM review_effect AS e JOIN review AS r "
        "USING (source_path, source_row)"
    )
    assert foretold
    stage = "SELECT stage FROM adoption WHERE municipality_code = ? AND as_of = ?"
    for path, printed, code, now, meant, otherwise, as_of in _few_of_each_row(foretold):
        assert built()(stage, code, as_of) == [(now,)]
        for decided, expected in ((code, meant), ("none", otherwise)):
            ask = built(f"{path},{printed},,{decided},Kari,2024-07-01,Prøve\n")
            assert ask(stage, code, as_of) == [(expected,)], (printed, code, decided)


def _few_of_each_row(foretold: list[tuple]) -> list[tuple]:
    """The first, the middle and the last of those that a print could mean."""
    by_print = [list(rows) for _, rows in groupby(sorted(foretold), key=itemgetter(0, 1))]
    return [rows[at] for rows in by_print for at in sorted({0, len(rows) // 2, len(rows) - 1})]
