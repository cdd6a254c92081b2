"""Lists and slides as LibreOffice opens them; skipped where it is not installed, run by CI."""

import io
from datetime import date, datetime

import pytest
from openpyxl import load_workbook
from pptx import Presentation

from pipeline.outreach.csv_list import list_csv
from pipeline.outreach.export import make
from pipeline.outreach.lists import COLUMNS, Selection, table, take
from pipeline.outreach.workbook import list_workbook
from pipeline.warehouse import connect, current_path
from tests.office import NORWEGIAN, UTF8, converted, text_boxes
from tests.pipeline.outreach.test_workbook import listing, row

HOSTILE = ("=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("x")', 'a;b"c', "a\nb", "Ærøy Ødegård Å")
CODES = "/".join(
    f"{place}/2"
    for place, column in enumerate(COLUMNS, 1)
    if column in ("municipality_code", "org_number")
)
READ_CSV = f"CSV:59,34,{UTF8},1,{CODES},{NORWEGIAN}"
"""Semicolons, UTF-8, Norwegian; codes as text, which is a column's choice in every import."""


def opened(path):
    """The cells below the heading, as LibreOffice has understood them."""
    sheet = load_workbook(path).worksheets[0]
    return [
        [v.date() if isinstance(v, datetime) else v for v in cells]
        for cells in sheet.iter_rows(min_row=2, values_only=True)
    ]


@pytest.fixture
def real_rows(real_list):
    return real_list("all", "digihelsestasjon", regions=["digi-oslo", "digi-troms-og-finnmark"])


def test_a_workbook_opens_with_the_cells_of_the_list(real_rows, tmp_path):
    (tmp_path / "liste.xlsx").write_bytes(list_workbook(real_rows))
    cells = opened(converted(tmp_path / "liste.xlsx", "ods:calc8") and _again(tmp_path))
    assert cells == table(real_rows)


def _again(folder):
    """What LibreOffice saved, in a form that can be read here: it has opened it twice then."""
    return converted(folder / "converted" / "liste.ods", "xlsx")


def test_csv_opens_with_letters_codes_numbers_and_dates_right(real_rows, tmp_path):
    (tmp_path / "liste.csv").write_bytes(list_csv(real_rows))
    cells = opened(converted(tmp_path / "liste.csv", "xlsx", READ_CSV))
    assert cells == table(real_rows)
    oslo = dict(zip(COLUMNS, next(row for row in cells if row[1] == "Oslo"), strict=True))
    assert oslo["municipality_code"] == "0301"
    assert oslo["population"] == 717710
    assert oslo["as_of"] == date(2024, 6, 30)


def test_hostile_cells_are_text_in_both_formats(tmp_path):
    hostile = listing(*(row(name=name, contact=name) for name in HOSTILE))
    (tmp_path / "liste.xlsx").write_bytes(list_workbook(hostile))
    (tmp_path / "ren.csv").write_bytes(list_csv(hostile))
    name = COLUMNS.index("name")
    from_workbook = opened(converted(tmp_path / "liste.xlsx", "ods:calc8") and _again(tmp_path))
    assert [cells[name] for cells in from_workbook] == list(HOSTILE)
    path = converted(tmp_path / "ren.csv", "xlsx", READ_CSV)
    shown = [cells[name] for cells in opened(path)]
    assert [text.removeprefix("'") for text in shown] == list(HOSTILE)
    cells = load_workbook(path).worksheets[0].iter_rows(min_row=2)
    assert not any(cell.data_type == "f" for line in cells for cell in line)


@pytest.mark.parametrize(
    ("solutions", "regions"), [(["vkp"], []), (["kjernejournal", "digihelse"], ["Digi Viken"])]
)
def test_no_text_runs_out_of_its_box_when_the_slides_are_drawn(
    real_warehouse, tmp_path, solutions, regions
):
    connection = connect(current_path(real_warehouse))
    selection = Selection("not-adopted", tuple(solutions), tuple(regions))
    content = make(connection, take(connection, selection), "pptx")
    (tmp_path / "lysark.pptx").write_bytes(content)
    words = text_boxes(converted(tmp_path / "lysark.pptx", "pdf"))
    deck = Presentation(io.BytesIO(content))
    assert max(word.page for word in words) == len(deck.slides)
    for number, slide in enumerate(deck.slides, 1):
        shown = [word for word in words if word.page == number]
        assert all(0 <= word.left < word.right <= 1 for word in shown)
        for shape in slide.shapes:
            if shape.name.startswith("names: "):
                _holds_its_words(shape, deck, shown)


def _holds_its_words(shape, deck, shown):
    """All the words of a column are drawn within it, down to the last."""
    left, top = shape.left / deck.slide_width, shape.top / deck.slide_height
    right = left + shape.width / deck.slide_width
    low = top + shape.height / deck.slide_height
    inside = [
        word.text
        for word in shown
        if left - 0.001 <= word.left
        and word.right <= right + 0.001
        and top <= (word.top + word.bottom) / 2 <= low
    ]
    assert sorted(inside) == sorted(shape.text_frame.text.split())
