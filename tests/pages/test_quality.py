"""Datakvalitet: what is told above the tables."""

from pipeline.build import build
from tests.pages.conftest import html

VKP = "Kommune;Befolkning\nOslo;717710\n"


def test_files_that_count_side_by_side_are_named_with_what_to_do(put, tmp_path, open_page):
    put("nhn-2024-05/a.csv", VKP)
    put("nhn-2024-05/b.csv", VKP + "Bergen;291940\n")
    build(tmp_path / "raw", tmp_path / "warehouse")
    body = html(open_page("quality", tmp_path / "warehouse"))
    assert "nhn-2024-05/a.csv og nhn-2024-05/b.csv er hele filer av samme slag" in body


def test_nothing_is_said_of_them_where_there_are_none(real_warehouse, open_page):
    assert "side om side" not in html(open_page("quality", real_warehouse))
