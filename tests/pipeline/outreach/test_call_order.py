"""Whom to contact first: the rule of call_order.sql."""

from datetime import date

import pytest

from pipeline.build import build
from pipeline.outreach.call_list import GAPS, Call, call_order
from pipeline.outreach.lists import Selection, known
from pipeline.warehouse import connect, current_path

LIST = "Løsning;Digi-region;Kommune\n"
ENROLMENT = "Løsning;Løp;Pulje;Kommune;Påmeldt dato;Status\n"
JUNE = date(2024, 6, 30)


def calls(folder, region: str, as_of: date) -> list[Call]:
    """The call order of a region, for all solutions."""
    with connect(current_path(folder)) as connection:
        solutions = tuple(solution["id"] for solution in known(connection).solutions)
        return call_order(connection, Selection(GAPS, solutions, (region,), as_of))


@pytest.fixture
def contacts(put, tmp_path):
    """The rule's answer in Nordland on the files that were put, as (code, solution): row."""

    def answer(as_of: date = JUNE) -> dict[tuple[str, str], Call]:
        build(tmp_path / "raw", tmp_path / "warehouse")
        rows = calls(tmp_path / "warehouse", "Digi Nordland", as_of)
        return {(row.municipality_code, row.solution_id): row for row in rows}

    return answer


BODO, NARVIK, BEIARN, TRAENA = "1804", "1806", "1839", "1835"


def test_those_with_most_reasons_come_first_then_the_largest(put, contacts):
    names = ("Træna", "Beiarn", "Narvik", "Bodø")
    put("ks-2024-06/liste.csv", LIST + "".join(f"KJ;Digi Nordland;{name}\n" for name in names))
    found = contacts()
    assert [(code, row.reasons) for (code, _), row in found.items()] == [
        (BODO, 3),
        (NARVIK, 3),
        (BEIARN, 2),
        (TRAENA, 1),
    ]
    assert [row.place for row in found.values()] == [1, 2, 3, 4]


def test_one_that_is_enrolled_in_the_solutions_own_run_comes_last(put, contacts):
    put("ks-2024-06/liste.csv", LIST + "KJ;Digi Nordland;Bodø\nKJ;Digi Nordland;Træna\n")
    put("ks-2024-06/løp.csv", ENROLMENT + "KJ;kj-2024;1;Bodø;2024-05-10;Påmeldt\n")
    assert list(contacts()) == [(TRAENA, "kjernejournal"), (BODO, "kjernejournal")]


def test_enrolment_in_another_run_is_a_reason_until_that_solution_is_in_use(put, contacts):
    lines = "KJ;Digi Nordland;Narvik\nDHS;Digi Nordland;Narvik\nDHS;Digi Nordland;Bodø\n"
    put("ks-2024-06/liste.csv", LIST + lines)
    members = "KJ;kj-2024;1;Narvik;2024-05-10;Påmeldt\nKJ;kj-2024;1;Bodø;2024-05-10;Påmeldt\n"
    put("ks-2024-06/løp.csv", ENROLMENT + members)
    found = contacts()
    assert found[NARVIK, "digihelsestasjon"].enrolled_elsewhere == ["Kjernejournal"]
    assert found[BODO, "digihelsestasjon"].enrolled_elsewhere == []
    assert found[NARVIK, "kjernejournal"].enrolled_elsewhere == []


def test_prerequisites_are_met_when_all_of_them_are_in_use(put, contacts):
    lines = "SFM;Digi Nordland;Bodø\nSFM;Digi Nordland;Narvik\nKJ;Digi Nordland;Narvik\n"
    put("ks-2024-06/liste.csv", LIST + lines)
    found = contacts()
    met, lacks = found[BODO, "sfm"], found[NARVIK, "sfm"]
    assert (met.prerequisites, met.required, met.missing) == ("met", ["Kjernejournal"], [])
    assert (lacks.prerequisites, lacks.missing) == ("lacks", ["Kjernejournal"])
    assert found[NARVIK, "kjernejournal"].prerequisites == "met"
    assert met.reasons == lacks.reasons + 1


def test_what_is_only_planned_or_tried_out_comes_last(put, contacts):
    lines = "HTM;Digi Nordland;Bodø\nSFM;Digi Nordland;Bodø\nKoSy;Digi Nordland;Træna\n"
    put("ks-2024-06/liste.csv", LIST + lines)
    found = contacts()
    assert [key[1] for key in sorted(found, key=lambda key: found[key].place)] == [
        "kosy", "htm", "sfm",
    ]  # fmt: skip
    assert found[BODO, "htm"].reasons > found[TRAENA, "kosy"].reasons


def test_an_unknown_prerequisite_is_no_reason(put, contacts):
    put("ks-2024-06/liste.csv", LIST + "SFM;Digi Nordland;Bodø\n")
    row = contacts()[BODO, "sfm"]
    assert (row.prerequisites, row.missing, row.reasons) == ("unknown", ["Kjernejournal"], 2)


def test_unknown_is_never_a_gap_and_an_order_neither(put, contacts):
    put("nhn-2024-06/vkp.csv", "Kommune;Befolkning\nBodø;53712\n")
    put("nhn-2024-06/vkp.meta.toml", "complete = false")
    put("ks-2024-06/liste.csv", LIST + "DigiHelse;Digi Nordland;Bodø\n")
    assert list(contacts()) == [(BODO, "digihelse")]


def test_an_island_has_no_neighbours_to_point_to(put, contacts):
    put("ks-2024-06/liste.csv", LIST + "KJ;Digi Nordland;Træna\n")
    row = contacts()[TRAENA, "kjernejournal"]
    assert (row.neighbours, row.neighbours_using, row.is_large) == (0, [], False)


def test_the_state_is_the_latest_not_after_the_date(put, contacts):
    put("ks-2024-05/liste.csv", LIST + "KJ;Digi Nordland;Bodø\nKJ;Digi Nordland;Narvik\n")
    put("ks-2024-06/liste.csv", LIST + "KJ;Digi Nordland;Narvik\n")
    put("ks-2024-06/dhs.csv", LIST + "DHS;Digi Nordland;Bodø\n")
    assert set(contacts()) == {(NARVIK, "kjernejournal"), (BODO, "digihelsestasjon")}
    assert set(contacts(date(2024, 6, 29))) == {(BODO, "kjernejournal"), (NARVIK, "kjernejournal")}


@pytest.mark.parametrize("warehouse", ["real_warehouse", "demo_warehouse"])
def test_every_reason_is_that_of_a_recount(warehouse, request):
    folder = request.getfixturevalue(warehouse)
    sql = request.getfixturevalue(warehouse.removesuffix("_warehouse"))
    people = dict(sql("SELECT municipality_code, population FROM municipality"))
    regions = dict(sql("SELECT municipality_code, digi_region FROM municipality"))
    names = dict(sql("SELECT municipality_code, name FROM municipality"))
    requires = dict(sql("SELECT solution_id, requires FROM solution"))
    phases = dict(sql("SELECT solution_id, phase FROM solution"))
    borders = sql("SELECT * FROM neighbour")
    as_of = sql("SELECT max(as_of) FROM adoption")[0][0]
    state = {
        (code, solution): (stage, enrolled)
        for code, solution, stage, enrolled in sql(
            "SELECT municipality_code, solution_id, arg_max(stage, as_of), "
            "arg_max({'e': enrolled}, as_of).e FROM adoption GROUP BY ALL"
        )
    }
    solutions = {solution for _, solution in state}
    for region in set(regions.values()):
        inside = [code for code in regions if regions[code] == region]
        average = sum(people[code] for code in inside) / len(inside)
        rows = calls(folder, region, as_of)
        gaps = {key for key, (stage, _) in state.items() if stage == "not_adopted"}
        assert {(r.municipality_code, r.solution_id) for r in rows} == {
            key for key in gaps if regions[key[0]] == region
        }
        expected = []
        for row in rows:
            code, solution = row.municipality_code, row.solution_id
            around = [b for a, b in borders if a == code]
            using = [b for b in around if state.get((b, solution), ("",))[0] == "in_use"]
            assert sorted(row.neighbours_using) == sorted(names[b] for b in using)
            met = all(state.get((code, r), ("",))[0] == "in_use" for r in requires[solution])
            elsewhere = any(
                state[code, other][1] and state[code, other][0] != "in_use"
                for other in solutions - {solution}
                if (code, other) in state
            )
            reasons = sum((met, bool(using), people[code] >= average, elsewhere))
            assert row.reasons == reasons
            is_early = phases[solution] in ("planlegging", "utprøving")
            enrolled = bool(state[code, solution][1])
            expected.append((is_early, enrolled, -reasons, -people[code]))
        assert expected == sorted(expected)
