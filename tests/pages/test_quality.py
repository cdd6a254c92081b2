"""Datakvalitet: what is told above the tables."""

from pipeline.build import build
from tests.pages.conftest import html

VKP = "Kommune;Befolkning\nOslo;717710\n"


def test_two_versions_that_deny_each_other_are_told_with_what_to_do(put, tmp_path, open_page):
    put("nhn-2024-05/a.csv", VKP)
    put("nhn-2024-05/b.csv", VKP + "Bergen;291940\n")
    build(tmp_path / "raw", tmp_path / "warehouse")
    body = html(open_page("quality", tmp_path / "warehouse"))
    assert "<h1>1 fil er holdt tilbake: nhn-2024-05/a.csv</h1>" in body
    assert "<strong>Alvorlig</strong>" in body
    assert "nhn-2024-05/b.csv er av samme slag, dato og eier og sier noe annet" in body
    assert "<strong>Holdt tilbake</strong>" in body


def test_why_a_file_counts_all_the_same_is_told_and_nothing_of_it_is_markup(
    put, tmp_path, open_page
):
    put("nhn-2024-05/a.csv", VKP)
    put("nhn-2024-05/a.csv.meta.toml", 'confirmed = "Ringte <b>NHN</b>"')
    put("nhn-2024-05/b.csv", VKP + "Bergen;291940\n")
    build(tmp_path / "raw", tmp_path / "warehouse")
    body = html(open_page("quality", tmp_path / "warehouse"))
    assert "Bekreftet: «Ringte &lt;b&gt;NHN&lt;/b&gt;»." in body
    assert "holdt tilbake:" not in body


def test_the_real_figures_are_found_remarks_in_and_nothing_is_held_back(real_warehouse, open_page):
    page = open_page("quality", real_warehouse)
    body = html(page)
    assert "10 rader til avklaring: «Valdres» (linje 334)" in body
    assert "holdt tilbake:" not in body
    assert [button.proto.label for button in page.get("download_button")] == [
        "Last ned funnene (4)"
    ]


def test_files_in_which_nothing_is_found_are_said_to_be_so(put, tmp_path, open_page):
    put("nhn-2024-05/a.csv", VKP)
    build(tmp_path / "raw", tmp_path / "warehouse")
    page = open_page("quality", tmp_path / "warehouse")
    assert "Ingen funn i filene." in html(page)
    assert not page.get("download_button")


def test_findings_of_old_months_two_a_file_are_folded_away_when_they_are_many(
    put, tmp_path, open_page
):
    for month in range(22):
        path = f"nhn-{2022 + month // 12}-{month % 12 + 1:02}/a.csv"
        put(path, f"{VKP}Bergen;2919{month:02}\nQwrtzx;1\n")
    build(tmp_path / "raw", tmp_path / "warehouse")
    shown, _, folded = html(open_page("quality", tmp_path / "warehouse")).partition("Vis flere (")
    assert folded.startswith("42 funn)")
    assert "nhn-2023-10/a.csv, linje 4" in shown
    assert "nhn-2022-01/a.csv, linje 4" in folded
