"""The demo set as the pipeline meets it: every kind, every solution, two years, one truth."""

import re
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
from pipeline.stages import NAMES
from pipeline.warehouse import connect

REPORTED = ("kjernejournal", "digihelse", "digihelsestasjon", "vkp")
RECOUNT = """
    SELECT a.as_of, a.solution_id, coalesce(m.digi_region, 'Hele landet') AS digi_region,
        count(*), {stages}, sum(m.population),
        coalesce(sum(m.population) FILTER (stage = 'in_use'), 0),
        CASE WHEN count(enrolled) > 0 THEN count(*) FILTER (enrolled) END
    FROM adoption AS a JOIN municipality AS m USING (municipality_code)
    GROUP BY GROUPING SETS ((a.as_of, a.solution_id, m.digi_region), (a.as_of, a.solution_id))
""".format(stages=", ".join(f"count(*) FILTER (stage = '{stage}')" for stage in NAMES))


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


def test_every_solution_has_24_months_of_all_municipalities_it_is_meant_for(demo):
    months = demo(
        "SELECT solution_id, count(DISTINCT as_of), min(as_of)::VARCHAR, max(as_of)::VARCHAR, "
        "count(*) // 24, count(DISTINCT municipality_code) FROM adoption GROUP BY 1"
    )
    assert {row[0] for row in months} == {
        id_ for (id_,) in demo("SELECT solution_id FROM solution")
    }
    assert len(months) == 17
    assert {row[1:4] for row in months} == {(24, "2024-11-30", "2026-10-31")}
    meant = dict(demo("SELECT solution_id, count(*) FROM solution_municipality GROUP BY 1"))
    assert {row[0]: row[4:] for row in months} == {key: (n, n) for key, n in meant.items()}
    assert meant.pop("helseplattformen") < 100
    assert set(meant.values()) == {357}


def test_helseplattformen_is_of_helse_midt_norge_alone(demo, demo_raw):
    regions = (
        "SELECT DISTINCT health_region FROM adoption JOIN municipality USING (municipality_code) "
        "WHERE solution_id = 'helseplattformen'"
    )
    assert demo(regions) == [("Helse Midt-Norge",)]
    table = (demo_raw / "nhn-2026-10" / "status_2026-10.csv").read_text(encoding="utf-8-sig")
    assert "Trondheim;Helseplattformen;" in table
    assert "Oslo;Helseplattformen;" not in table


def test_coverage_is_a_recount_of_adoption_for_every_date_solution_and_region(demo):
    counted = demo(
        f"SELECT as_of, solution_id, digi_region, municipalities, {', '.join(NAMES)}, population, "
        "population_in_use, enrolled FROM coverage ORDER BY ALL"
    )
    ((places,),) = demo(
        "SELECT sum(regions + 1) FROM (SELECT count(DISTINCT digi_region) AS regions "
        "FROM solution_municipality GROUP BY solution_id)"
    )
    assert len(counted) == 24 * places
    assert len({row[1] for row in counted}) == 17
    assert counted == demo(f"SELECT * FROM ({RECOUNT}) ORDER BY ALL")


def in_use(demo, solution):
    """How many use a solution, month by month."""
    rows = demo(
        "SELECT in_use FROM coverage WHERE solution_id = ? AND digi_region = 'Hele landet' "
        "ORDER BY as_of",
        solution,
    )
    return [row[0] for row in rows]


def test_use_grows_from_month_to_month_and_nearly_nobody_is_unknown(demo):
    for (solution,) in demo("SELECT solution_id FROM solution"):
        users = in_use(demo, solution)
        assert all(later - earlier > -3 for earlier, later in pairwise(users))
    for solution in REPORTED:
        users = in_use(demo, solution)
        assert users[-1] - users[0] > 100
    assert demo("SELECT max(unknown) BETWEEN 1 AND 12 FROM coverage") == [(True,)]


def test_use_is_as_far_as_the_phase_of_the_solution(demo):
    last = {
        solution: (phase, in_use(demo, solution)[-1])
        for solution, phase in demo("SELECT solution_id, phase FROM solution")
    }
    assert {users for phase, users in last.values() if phase == "planlegging"} == {0}
    assert all(3 < users < 60 for phase, users in last.values() if phase == "utprøving")
    assert min(last["emelding"][1], last["skatteopplysninger"][1]) > 340
    assert 30 < last["kosy"][1] < 150
    assert 19 < last["helseplattformen"][1] < 65


def test_nobody_uses_a_solution_without_all_that_it_requires(demo):
    users = (
        "SELECT s.solution_id, count(*), count(*) FILTER (o.stage NOT IN ('in_use', 'unknown')) "
        "FROM (SELECT solution_id, unnest(requires) AS required_id FROM solution) AS s "
        "JOIN adoption AS a USING (solution_id) JOIN adoption AS o ON o.as_of = a.as_of "
        "AND o.municipality_code = a.municipality_code AND o.solution_id = s.required_id "
        "WHERE a.stage = 'in_use' GROUP BY 1"
    )
    found = demo(users)
    assert {row[0] for row in found} == {
        "digihelsestasjon_ungdom", "sfm", "pll", "pjd", "pps", "dbep",
    }  # fmt: skip
    assert all(count > 24 for _, count, _ in found)
    assert {lacking for *_, lacking in found} == {0}


def test_those_that_the_register_says_try_out_a_solution_are_among_its_first_users(demo):
    ((users, others),) = demo(
        "SELECT count(*) FILTER (a.stage = 'in_use'), count(*) FILTER (a.stage = 'not_adopted') "
        "FROM tryout JOIN adoption AS a USING (solution_id, municipality_code) "
        "WHERE a.as_of = '2026-10-31'"
    )
    assert users > 25
    assert others == 0


def test_enrolment_comes_before_use(demo):
    first, last = demo(
        "SELECT sum(enrolled_published) FROM coverage WHERE digi_region = 'Hele landet' "
        "AND as_of IN ('2024-11-30', '2026-10-31') GROUP BY as_of ORDER BY as_of"
    )
    assert first > last > (0,)
    assert demo("SELECT * FROM enrolment_history WHERE event_on < enrolled_on") == []


def test_only_solutions_with_a_run_have_enrolments_and_a_regional_run_a_few_regions(demo):
    enrolled = demo(
        "SELECT DISTINCT solution_id, digi_region FROM adoption "
        "JOIN municipality USING (municipality_code) WHERE enrolled"
    )
    assert {row[0] for row in enrolled} == {*REPORTED, "htm"}
    assert len([row for row in enrolled if row[0] == "htm"]) == 2
    assert len([row for row in enrolled if row[0] == "kjernejournal"]) > 9


def test_every_wave_has_its_members_and_their_journal_is_that_of_the_wave(demo):
    members = demo(
        "SELECT run_id, w.wave, count(*), bool_and(e.journal_vendor = w.journal_vendor) "
        "FROM joint_rollout AS w JOIN enrolment_row AS e USING (run_id) "
        "WHERE e.wave IS NOT DISTINCT FROM w.wave GROUP BY ALL ORDER BY ALL"
    )
    assert [row[:2] for row in members] == demo(
        "SELECT run_id, wave FROM joint_rollout ORDER BY ALL"
    )
    assert all(count > 100 for *_, count, _ in members)
    assert {agrees for run, *_, agrees in members if run == "dhs-2024"} == {True}


def test_some_withdraw_and_some_of_them_enrol_again_in_another_wave(demo):
    ((enrolled, withdrawn, again, in_another),) = demo(
        "SELECT count(DISTINCT (h.run_id, h.municipality_code)), "
        "count(*) FILTER (h.event = 'withdrawn'), count(*) FILTER (n.event_on > h.event_on "
        "AND h.event = 'withdrawn'), count(*) FILTER (n.event_on > h.event_on "
        "AND h.event = 'withdrawn' AND n.wave <> h.wave) "
        "FROM enrolment_history AS h LEFT JOIN enrolment_history AS n "
        "ON n.run_id = h.run_id AND n.municipality_code = h.municipality_code "
        "AND n.event = 'enrolled' AND n.enrolled_on > h.enrolled_on"
    )
    assert enrolled / 50 < withdrawn < enrolled / 12
    assert withdrawn > again > in_another > 0


def test_a_list_names_everybody_that_the_list_before_it_named(demo_raw):
    lists = [
        {tuple(line.split(";")[:5]) for line in path.read_text("utf-8-sig").splitlines()}
        for path in sorted(demo_raw.glob("ks-*/pamelding_*.csv"))
    ]
    assert len(lists) == 24
    assert all(earlier <= later for earlier, later in pairwise(lists))
    assert len(lists[-1]) > len(lists[0]) + 100


def test_whoever_has_completed_uses_it_and_whoever_is_enrolled_does_not(demo):
    wrong = demo(
        "SELECT e.* FROM enrolment_of_run AS e JOIN adoption AS a "
        "USING (as_of, solution_id, municipality_code) WHERE a.stage <> 'unknown' "
        "AND e.event <> 'withdrawn' AND (e.event = 'completed') <> (a.stage = 'in_use')"
    )
    assert wrong == []


def test_contacts_are_mailboxes_and_no_two_municipalities_share_one_but_a_networks(demo):
    contacts = demo(
        "SELECT contact, count(DISTINCT municipality_code) FROM enrolment_of_run "
        "JOIN (SELECT source_path, source_row, contact FROM enrolment_row) AS e "
        "ON e.source_path = source.path AND e.source_row = source.line "
        "WHERE contact IS NOT NULL GROUP BY 1"
    )
    address = re.compile(r"(ehelse|innforing|postmottak)@([a-z]+-)*[a-z]+\.example")
    assert len(contacts) > 200
    assert all(address.fullmatch(contact) for contact, _ in contacts)
    shared = [contact for contact, owners in contacts if owners > 1]
    assert shared
    assert all("@digi-" in contact for contact in shared)
    ((without,),) = demo("SELECT count(*) FROM enrolment_row WHERE contact IS NULL")
    assert without > 0


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


@settings(max_examples=2, deadline=None)
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


def test_every_municipality_has_an_address_of_its_own():
    register = load_register(REGISTER)
    printer = Printer(register, seed=1)
    domains = {printer.domain(one) for one in register.municipalities.values()}
    assert len(domains) == 357
    assert {"heroy-nordland", "heroy-more-og-romsdal", "baerum"} <= domains


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
