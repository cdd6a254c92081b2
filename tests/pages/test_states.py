"""What the pages say when there is nothing, or something unusual, to show."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import texts
from pipeline.build import build
from pipeline.paths import ROOT


def open_app(warehouse: Path, monkeypatch: pytest.MonkeyPatch, **address: str) -> str:
    """The HTML of the page on who has not adopted, with a warehouse folder and an address."""
    monkeypatch.setenv("UTBREDELSE_WAREHOUSE", str(warehouse))
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30).run()
    for key, value in address.items():
        app.query_params[key] = value
    app.switch_page("pages/not_adopted.py").run()
    assert not app.exception
    return "\n".join(block.proto.body for block in app.get("html"))


def test_no_warehouse_is_told_with_what_to_do(tmp_path, monkeypatch):
    html = open_app(tmp_path / "nothing", monkeypatch)
    assert "Ingen tall ennå" in html
    assert "make build" in html


def test_a_damaged_warehouse_is_told_without_a_traceback(tmp_path, monkeypatch):
    (tmp_path / "wh-1.duckdb").write_bytes(b"not a database")
    (tmp_path / "CURRENT").write_text("wh-1.duckdb\n")
    assert "Ingen tall ennå" in open_app(tmp_path, monkeypatch)


def test_a_new_build_is_shown_at_the_next_run(put, tmp_path, monkeypatch):
    raw, folder = tmp_path / "raw", tmp_path / "warehouse"
    put("nhn-2024-05/vkp.csv", "Kommune;Befolkning\nOslo;717710\n")
    build(raw, folder)
    assert "356 kommuner har ikke tatt i bruk VKP" in open_app(folder, monkeypatch)
    put("nhn-2024-05/vkp.csv", "Kommune;Befolkning\nOslo;717710\nBergen;291940\n")
    build(raw, folder)
    assert "355 kommuner har ikke tatt i bruk VKP" in open_app(folder, monkeypatch)


def test_a_region_without_a_gap_is_good_news(real_warehouse, monkeypatch):
    html = open_app(real_warehouse, monkeypatch, region="digi-oslo")
    assert "Alle kommuner i Digi Oslo har tatt i bruk Kjernejournal" in html


def test_the_figures_of_a_view_are_those_of_coverage(real_warehouse, real, monkeypatch):
    for solution, name, as_of, gap in real(
        "SELECT solution_id, short_name, as_of, not_adopted FROM coverage JOIN solution "
        "USING (solution_id) WHERE digi_region = 'Hele landet' AND not_adopted > 0"
    ):
        html = open_app(real_warehouse, monkeypatch, losning=solution, dato=as_of.isoformat()[:7])
        assert f"{gap} kommuner har ikke tatt i bruk {name}" in html


@pytest.mark.parametrize("page", texts.PAGES)
def test_every_page_of_a_demo_warehouse_says_so_first(demo_warehouse, monkeypatch, page):
    monkeypatch.setenv("UTBREDELSE_WAREHOUSE", str(demo_warehouse))
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30).run()
    if page != "overview":
        app.switch_page(f"pages/{page}.py").run()
    assert not app.exception
    bodies = [block.proto.body for block in app.main.get("html")]
    shown = [body for body in bodies if "u-run" not in body]
    assert "<strong>Demodata</strong>" in shown[0]


def test_real_figures_carry_no_mark(real_warehouse, monkeypatch):
    assert "Demodata" not in open_app(real_warehouse, monkeypatch)


def test_one_demo_file_among_real_ones_marks_the_page(put, tmp_path, monkeypatch):
    put("nhn-2024-05/vkp.csv", "Kommune;Befolkning\nOslo;717710\n")
    put("nhn-2024-06/vkp.csv", "Kommune;Befolkning\nBergen;291940\n")
    put("nhn-2024-06/vkp.meta.toml", "demo = true")
    build(tmp_path / "raw", tmp_path / "warehouse")
    html = open_app(tmp_path / "warehouse", monkeypatch, dato="2024-05")
    assert "<strong>Demodata</strong>" in html
