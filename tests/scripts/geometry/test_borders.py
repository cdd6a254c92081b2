"""From 2020 to 2024: new codes, land that moves, and the lines it moves along."""

import pandas as pd
import pytest
import shapely
from shapely import LineString, Point, box

from scripts.geometry.borders import (
    BORDER_CHANGES,
    changed_area,
    move_land,
    read_border_lines,
    recode,
    source_year,
    to_2024,
)
from scripts.geometry.common import GeometryError


def register_of(**old_codes):
    """A register where each municipality has the given code of 2020."""
    table = pd.DataFrame({"code_2020": old_codes.values()}, index=list(old_codes))
    return table.rename(index=lambda code: code.removeprefix("k"))


def test_recode_gives_the_code_of_2024():
    square = box(0, 0, 1, 1)
    assert recode({"3001": square}, register_of(k3101="3001")) == {"3101": square}


def test_recode_gives_a_divided_municipality_to_the_one_that_keeps_the_name():
    register = register_of(k1508="1507", k1580="1507")
    assert set(recode({"1507": box(0, 0, 1, 1)}, register)) == {"1508"}


def test_recode_refuses_a_division_without_a_known_border():
    with pytest.raises(GeometryError, match="9999 er delt"):
        recode({"9999": box(0, 0, 1, 1)}, register_of(k0001="9999", k0002="9999"))


def test_source_year_knows_both_years_and_names_what_is_strange(register):
    assert source_year(register.index, register) == 2024
    assert source_year(register.code_2020, register) == 2020
    with pytest.raises(GeometryError, match=r"ukjente.*9999"):
        source_year([*register.index, "9999"], register)
    with pytest.raises(GeometryError, match=r"mangler.*0301"):
        source_year(set(register.index) - {"0301"}, register)


def test_moved_land_leaves_one_and_reaches_the_other():
    before = {"a": box(0, 0, 10, 10), "b": box(10, 0, 20, 10)}
    after = move_land(before, "a", "b", box(6, -5, 15, 15))
    assert after["a"].equals(box(0, 0, 6, 10))
    assert after["b"].equals(box(6, 0, 20, 10))
    assert before["a"].area == 100


def test_moved_land_can_make_a_new_municipality():
    after = move_land({"a": box(0, 0, 10, 10)}, "a", "new", box(-1, 5, 11, 11))
    assert after["new"].equals(box(0, 5, 10, 10))


def test_a_line_beside_the_municipality_moves_nothing():
    with pytest.raises(GeometryError, match="deler ikke kommune a"):
        move_land({"a": box(0, 0, 1, 1)}, "a", "b", box(5, 5, 6, 6))


@pytest.mark.parametrize("change", BORDER_CHANGES, ids=lambda change: change.line)
def test_the_lines_of_the_register_make_areas(change):
    area = changed_area(change, read_border_lines())
    assert area.is_valid
    assert area.contains(Point(change.known_point))


def test_a_line_in_the_wrong_order_or_missing_is_refused():
    change = BORDER_CHANGES[0]
    lines = read_border_lines()
    with pytest.raises(GeometryError, match="feil rekkefølge"):
        changed_area(change, {change.line: lines[change.line][::-1]})
    with pytest.raises(GeometryError, match="mangler"):
        changed_area(change, {})


@pytest.mark.parametrize(
    ("text", "expected"),
    [("a,b\n1,2\n", "mangler kolonnen grense"), ("", "Kan ikke lese")],
)
def test_a_broken_border_file_is_told(tmp_path, text, expected):
    path = tmp_path / "lines.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(GeometryError, match=expected):
        read_border_lines(path)


@pytest.mark.parametrize("change", BORDER_CHANGES, ids=lambda change: change.line)
def test_the_closing_of_a_border_line_cuts_no_land(change, committed):
    """Only the line itself may decide where a land border runs."""
    line = read_border_lines()[change.line]
    closing = LineString([line[-1], *change.closing, line[change.first_point]])
    # The line's own ends are 100 m accurate, so the first and last steps may touch land.
    divided = shapely.union(committed[change.loses], committed[change.gains])
    if change.gains == "1535":
        divided = committed[change.loses]
    ends = Point(line[-1]).buffer(400) | Point(line[change.first_point]).buffer(400)
    assert shapely.intersection(closing, divided).difference(ends).length == 0


def test_the_2020_municipalities_become_those_of_2024(register, committed):
    """Undo both border changes and every code change; the script must find its way back."""
    moved = changed_area(BORDER_CHANGES[1], read_border_lines())
    old = {register.code_2020[code]: polygon for code, polygon in committed.items()}
    old["1507"] = committed["1508"] | committed["1580"]
    old["1539"] = committed["1539"] | (committed["1535"] & moved)
    old["1535"] = committed["1535"] - moved
    assert len(old) == 356
    new = to_2024(old, register, read_border_lines())
    assert set(new) == set(committed)
    for code in ("1508", "1580", "1535", "1539"):
        different = shapely.symmetric_difference(new[code], committed[code]).area
        assert different < 0.01 * committed[code].area, code
