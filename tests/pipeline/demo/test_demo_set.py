"""The demo set as the pipeline meets it: every kind, two years, one truth."""

import tempfile
from itertools import pairwise
from pathlib import Path
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.build import build
from pipeline.demo.names import Printer, misprint
from pipeline.demo.write import write_demo
from pipeline.paths import KINDS, REGISTER
from pipeline.register.municipalities import load_register
from pipeline.register.recognise import Recogniser
from pipeline.sources.kinds import load_kinds
from pipeline.warehouse import connect

STAGES = ("in_use", "enabled", "ordered", "not_adopted", "unknown")
SOLUTIONS = {"kjernejournal", "digihelse", "digihelsestasjon", "vkp"}
RECOUNT = """
    SELECT a.as_of, a.solution_id, coalesce(m.digi_region, 'Hele landet') AS digi_region,
        count(*), {stages}, sum(m.population),
        coalesce(sum(m.population) FILTER (stage = 'in_use'), 0),
        CASE WHEN count(enrolled) > 0 THEN count(*) FILTER (enrolled) END
    FROM adoption AS a JOIN municipality AS m USING (municipality_code)
    GROUP BY GROUPING SETS ((a.as_of, a.solution_id, m.digi_region), (a.as_of, a.solution_id))
""".format(stages=", ".join(f"count(*) FILTER (stage = '{stage}')" for stage in STAGES))


def test_every_kind_of_file_is_there_and_none_is_refused(demo):
    assert demo("SELECT path, problem FROM source_file WHERE problem IS NOT NULL") == []
    kinds = {kind for (kind,) in demo("SELECT DISTINCT kind FROM source_file")}
    assert kinds == {kind.id for kind in load_kinds(KINDS)}


def test_few_rows_are_left_to_people(demo):
    ((rows, review, rejected, duplicate),) = demo(
        "SELECT sum(rows_read), sum(review), sum(rejected), sum(duplicate) FROM source_file"
    )
    assert 0 < review < rows / 1000
    assert rejected == 0
    assert duplicate > 0
    assert demo("SELECT * FROM rejected_row") == []


def test_all_four_solutions_have_24_months_of_all_357(demo):
    months = demo(
        "SELECT solution_id, count(DISTINCT as_of), min(as_of)::VARCHAR, max(as_of)::VARCHAR, "
        "count(*) FROM adoption GROUP BY 1"
    )
    assert {row[0] for row in months} == SOLUTIONS
    assert {row[1:] for row in months} == {(24, "2024-11-30", "2026-10-31", 24 * 357)}


def test_coverage_is_a_recount_of_adoption(demo):
    counted = demo(
        f"SELECT as_of, solution_id, digi_region, municipalities, {', '.join(STAGES)}, population, "
        "population_in_use, enrolled FROM coverage ORDER BY ALL"
    )
    assert len(counted) == 24 * 4 * 12
    assert counted == demo(f"SELECT * FROM ({RECOUNT}) ORDER BY ALL")


def test_use_grows_from_month_to_month_and_nearly_nobody_is_unknown(demo):
    for solution in SOLUTIONS:
        series = demo(
            "SELECT in_use, unknown FROM coverage WHERE solution_id = ? "
            "AND digi_region = 'Hele landet' ORDER BY as_of",
            solution,
        )
        in_use = [row[0] for row in series]
        assert in_use[-1] - in_use[0] > 100
        assert all(later - earlier > -3 for earlier, later in pairwise(in_use))
        assert max(row[1] for row in series) < 10


def test_enrolment_comes_before_use(demo):
    first, last = demo(
        "SELECT sum(enrolled_published) FROM coverage WHERE digi_region = 'Hele landet' "
        "AND as_of IN ('2024-11-30', '2026-10-31') GROUP BY as_of ORDER BY as_of"
    )
    assert first > last > (0,)


def test_no_more_are_enrolled_than_remain(demo):
    assert demo("SELECT * FROM coverage WHERE enrolled_published > not_adopted + unknown") == []


def test_published_totals_agree_with_the_lists_but_for_noise(demo):
    ((differing, compared),) = demo(
        "SELECT count(*) FILTER (difference <> 0), count(*) FROM control_total "
        "WHERE difference IS NOT NULL"
    )
    assert 0 < differing < compared / 20


def test_the_files_have_the_dress_of_the_real_ones(demo, demo_raw):
    encodings = {encoding for (encoding,) in demo("SELECT DISTINCT encoding FROM source_file")}
    assert len(encodings) > 1
    assert list(demo_raw.glob("*/*_rettet.csv"))
    rules = {rule for (rule,) in demo("SELECT DISTINCT rule FROM resolved_row")}
    assert len(rules - {None}) >= 4
    assert demo("SELECT count(*) > 24 FROM control_total WHERE list = 'total_row'") == [(True,)]


def test_a_corrected_report_replaces_the_one_it_corrects(demo, demo_raw):
    replaced = demo("SELECT path, replaced_by FROM source_file WHERE replaced_by IS NOT NULL")
    assert len(replaced) == len(list(demo_raw.glob("*/*_rettet.csv")))
    assert all(Path(new).stem == f"{Path(old).stem}_rettet" for old, new in replaced)


@settings(max_examples=4, deadline=None)
@given(st.integers(0, 2**32), st.integers(2, 4))
def test_change_replayed_from_the_first_snapshot_gives_the_last(seed, months):
    with tempfile.TemporaryDirectory() as folder:
        raw = Path(folder, "raw")
        write_demo(raw, months, seed)
        with connect(build(raw, Path(folder, "warehouse")).path) as warehouse:
            first, last = (
                warehouse.execute(
                    "SELECT solution_id, municipality_code, stage FROM adoption QUALIFY as_of = "
                    f"{edge}(as_of) OVER (PARTITION BY solution_id)"
                ).fetchall()
                for edge in ("min", "max")
            )
            state = {row[:2]: row[2] for row in first}
            changes = warehouse.execute(
                "SELECT solution_id, municipality_code, from_stage, to_stage FROM change "
                "ORDER BY to_as_of"
            ).fetchall()
    assert changes
    for solution, code, before, after in changes:
        assert state[solution, code] == before
        state[solution, code] = after
    assert state == {row[:2]: row[2] for row in last}


@settings(max_examples=5, deadline=None)
@given(st.integers(0, 2**32))
def test_a_name_as_printed_means_its_municipality_and_a_misprint_no_other(seed):
    register = load_register(REGISTER)
    recogniser, printer = Recogniser(register), Printer(register, seed)
    for one in register.municipalities.values():
        ks, nhn = printer.by_ks(one), printer.by_nhn(one)
        assert recogniser.recognise(ks, hint=one.digi_region).code == one.code
        assert recogniser.recognise(nhn).code == one.code
        slip = misprint(nhn, Random(f"{seed}{one.code}"))
        assert recogniser.recognise(slip).code in (one.code, None)


def test_the_build_counts_the_totals_that_differ_as_the_pages_show_them(demo):
    ((told,),) = demo("SELECT count(*) FROM control_total WHERE differs")
    ((recounted,),) = demo(
        "SELECT count(*) FROM control_total WHERE counted <> published OR "
        "(digi_region = 'Hele landet' AND published <> published_parts)"
    )
    assert told == recounted > 0
