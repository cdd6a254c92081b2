"""The checks that guard publishing: each finds what it is there to find."""

import duckdb
import pytest

from pipeline.build import build
from pipeline.errors import BuildError
from pipeline.paths import CHECKS
from pipeline.warehouse import connect, current_path

DAMAGE = {
    "every_row_is_accounted_for": "UPDATE source_file SET accepted = accepted + 1",
    "every_municipality_at_every_date": "DELETE FROM adoption WHERE municipality_code = '0301'",
    "stages_add_up": "UPDATE coverage SET in_use = in_use + 1",
    "every_neighbour_is_a_municipality": "DELETE FROM neighbour WHERE neighbour_code = '0301'",
    "every_tryout_has_its_municipality": "UPDATE tryout SET municipality_code = NULL",
    "municipality_codes_are_four_digits": "UPDATE municipality SET municipality_code = '301' "
    "WHERE municipality_code = '0301'",
    "what_is_replaced_says_nothing": "UPDATE source_file SET replaced_by = 'nhn-2024-05/ny.csv'",
}


@pytest.fixture
def damaged(put, equal_builds_once, tmp_path):
    """A writable copy of a good warehouse."""
    put("nhn-2024-05/vkp.csv", "Kommune;Befolkning\nOslo;717710\n")
    built = build(tmp_path / "raw", tmp_path / "warehouse")
    with duckdb.connect(str(built.path)) as connection:
        yield connection


def test_every_check_has_a_test():
    assert {path.stem for path in CHECKS.glob("*.sql")} == set(DAMAGE)


@pytest.mark.parametrize("check", DAMAGE)
def test_a_check_is_silent_on_a_good_build_and_speaks_on_a_damaged_one(damaged, check):
    sql = (CHECKS / f"{check}.sql").read_text(encoding="utf-8")
    assert damaged.execute(sql).fetchall() == []
    damaged.execute(DAMAGE[check])
    assert damaged.execute(sql).fetchall()


def test_a_municipality_that_stands_twice_is_found_though_another_is_missing(damaged):
    sql = (CHECKS / "every_municipality_at_every_date.sql").read_text(encoding="utf-8")
    damaged.execute(
        "UPDATE adoption SET municipality_code = '0301' WHERE municipality_code = '1103'"
    )
    assert damaged.execute(sql).fetchall()


def test_a_build_that_breaks_a_check_is_not_published(put, tmp_path, monkeypatch):
    put("nhn-2024-05/vkp.csv", "Kommune;Befolkning\nOslo;717710\n")
    raw, folder = tmp_path / "raw", tmp_path / "warehouse"
    old = build(raw, folder).path
    broken = tmp_path / "checks"
    broken.mkdir()
    (broken / "nothing_is_allowed.sql").write_text("SELECT 1")
    monkeypatch.setattr("pipeline.build.CHECKS", broken)
    with pytest.raises(BuildError, match="nothing_is_allowed"):
        build(raw, folder)
    assert current_path(folder) == old
    assert connect(old).execute("SELECT count(*) FROM adoption").fetchone() == (357,)
