"""The contract of the warehouse holds itself: models, descriptions and documentation agree."""

from pathlib import Path

import duckdb
import pytest

from pipeline import verdict
from pipeline.contract import MAKERS, hold, load_contract, read_by
from pipeline.errors import BuildError
from pipeline.paths import MODELS
from pipeline.warehouse import current_path
from scripts.make_data_docs import DATA_DOCS, text

PROMISED = {
    "municipality": "municipality_code name parallel_names county_code county_name digi_region "
    "health_region admin_centre population population_date org_number",
    "stage": "stage rank category word",
    "solution": "solution_id name focus_area owner phase",
    "adoption": "as_of solution_id municipality_code stage enrolled run_id wave activity "
    "activity_per_1000 source_path source_row",
    "coverage": "as_of solution_id digi_region municipalities in_use enabled ordered not_adopted "
    "unknown enrolled population population_in_use",
    "review": "source_path source_row solution_id printed_name printed_code digi_region reason "
    "candidates",
    "control_total": "source_path solution_id list digi_region published counted difference",
    "source_file": "path sha256 kind as_of complete encoding verdict scope rows_read accepted "
    "duplicate review ignored rejected",
    "finding": "source_path source_row kind severity sentence",
    "change": "solution_id municipality_code from_as_of to_as_of from_stage to_stage",
    "rejected_row": "source_path source_row line reason",
}
"""Columns that others query by name, so that no edit of model and description takes one away."""

CONTRACT = load_contract()
MODELLED = [table for table in CONTRACT if table.name not in MAKERS]
BY_NAME = {table.name: table for table in CONTRACT}


@pytest.fixture(scope="module")
def warehouse(real_warehouse):
    """The real warehouse, in a copy that may be damaged; every damage is undone."""
    connection = duckdb.connect()
    connection.execute(f"ATTACH '{current_path(real_warehouse)}' AS built (READ_ONLY)")
    connection.execute("COPY FROM DATABASE built TO memory")
    return connection


@pytest.mark.parametrize("table", PROMISED)
def test_what_was_promised_to_others_is_public_and_whole(table):
    assert BY_NAME[table].public
    assert set(PROMISED[table].split()) <= {column.name for column in BY_NAME[table].columns}


def test_no_table_is_public_that_was_not_promised():
    assert {table.name for table in CONTRACT if table.public} == set(PROMISED)


def test_every_model_is_described_and_every_description_has_a_model():
    models = {(file.parent.name, file.stem) for file in MODELS.glob("*/*.sql")}
    assert models == {(table.layer, table.name) for table in MODELLED}
    assert MAKERS.keys() <= BY_NAME.keys()


@pytest.mark.parametrize("table", MODELLED, ids=lambda table: table.name)
def test_a_model_reads_what_its_description_says(table):
    assert _tables_in(table.sql) - {table.name} == set(table.reads)


def test_the_findings_are_made_of_what_their_description_says():
    questions = Path(verdict.__file__).parent.glob("*.sql")
    read = {name for file in questions for name in _tables_in(file.read_text("utf-8"))}
    assert read == set(BY_NAME["finding"].reads)


def _tables_in(sql: str) -> set[str]:
    return {name for name in read_by(sql) if name in BY_NAME or name.startswith("seed_")}


@pytest.mark.parametrize("table", MODELLED, ids=lambda table: table.name)
def test_the_model_says_what_one_row_is_in_the_words_of_the_contract(table):
    lines = table.sql.splitlines()
    header = " ".join(line[2:].strip() for line in lines if line.startswith("--"))
    assert header.startswith((f"One row is {table.row}", f"One row: {table.row}"))


def test_every_table_and_column_of_the_warehouse_is_described(real):
    assert real("SELECT table_name FROM duckdb_tables() WHERE comment IS NULL") == []
    undescribed = "SELECT table_name, column_name FROM duckdb_columns() WHERE comment IS NULL"
    assert real(f"{undescribed} AND NOT internal") == []


def test_the_documentation_is_made_from_the_contract():
    assert DATA_DOCS.read_text(encoding="utf-8") == text(CONTRACT), "run make docs"


def test_a_good_warehouse_holds(warehouse):
    hold(warehouse, CONTRACT)


@pytest.mark.parametrize("table", sorted(PROMISED))
@pytest.mark.parametrize("damage", ["DROP COLUMN {last}", "ADD COLUMN surplus INTEGER",
    "RENAME COLUMN {last} TO renamed"])  # fmt: skip
def test_a_column_taken_out_added_or_renamed_is_found(warehouse, table, damage):
    last = BY_NAME[table].columns[-1].name
    warehouse.execute("BEGIN")
    warehouse.execute(f"ALTER TABLE {table} {damage.format(last=last)}")
    try:
        with pytest.raises(BuildError, match=table):
            hold(warehouse, CONTRACT)
    finally:
        warehouse.execute("ROLLBACK")


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        ("UPDATE adoption SET stage = 'maybe' WHERE municipality_code = '0301'", "adoption.stage"),
        ("UPDATE adoption SET stage = NULL WHERE municipality_code = '0301'", "adoption.stage"),
        ("INSERT INTO coverage SELECT * FROM coverage LIMIT 1", "coverage"),
        ("UPDATE adoption SET municipality_code = '9999' WHERE municipality_code = '0301'",
            "adoption.municipality_code"),
    ],
)  # fmt: skip
def test_a_strange_word_a_hole_and_a_second_row_of_a_key_are_found(warehouse, damage, told):
    warehouse.execute("BEGIN")
    warehouse.execute(damage)
    try:
        with pytest.raises(BuildError, match=told):
            hold(warehouse, CONTRACT)
    finally:
        warehouse.execute("ROLLBACK")


def test_models_that_read_each_other_in_a_ring_are_told(tmp_path):
    layer = tmp_path / "public"
    layer.mkdir()
    (tmp_path / "columns.toml").write_text("")
    entry = '[{0}]\nrow = ""\nkey = []\nreads = ["{1}"]\npublic = false\n[{0}.columns]\n'
    (layer / "tables.toml").write_text(entry.format("one", "two") + entry.format("two", "one"))
    with pytest.raises(BuildError, match=r"i ring: (one → two → one|two → one → two)"):
        load_contract(tmp_path)


def test_a_quote_in_a_description_is_no_end_of_it(real):
    (told,) = real("SELECT comment FROM duckdb_tables() WHERE table_name = 'adoption'")
    assert told == (BY_NAME["adoption"].row,)
    assert "'" in told[0]
