"""The demo set's truth for any catalogue: paces by phase, requirements, geographies."""

import math
from dataclasses import replace

import pytest

from pipeline.catalogue import Solution
from pipeline.catalogue_faults import PHASES
from pipeline.demo.truth import PACES, PACES_OF_PHASES, draw_truth, pace_of
from pipeline.paths import REGISTER
from pipeline.portfolio import Tryout, load_portfolio
from pipeline.register.municipalities import load_register

EVERYONE = list(load_register(REGISTER).municipalities.values())
PORTFOLIO = load_portfolio(REGISTER, EVERYONE)


def truth_of(*solutions: Solution, tryouts=()):
    return draw_truth(EVERYONE, replace(PORTFOLIO, solutions=solutions, tryouts=tryouts), seed=1)


def solution(id_: str, phase: str = "innføring", **told) -> Solution:
    return Solution(id=id_, name=id_, owner="NHN", phase=phase, **told)


def users(truth, id_):
    return {code for (of, code), course in truth.items() if of == id_ and course.used < math.inf}


def test_every_phase_has_a_pace_and_every_pace_a_solution():
    assert set(PACES_OF_PHASES) == set(PHASES)
    assert set(PACES) <= {one.id for one in PORTFOLIO.solutions}


@pytest.mark.parametrize("phase", PHASES)
def test_a_solution_that_nobody_foresaw_goes_at_the_pace_of_its_phase(phase):
    truth = truth_of(solution("ny", phase))
    assert len(truth) == 357
    expected = pace_of(solution("ny", phase)).users
    assert len(users(truth, "ny")) == (357 if expected is None else expected)


def test_a_solution_of_a_county_is_of_its_municipalities_alone():
    truth = truth_of(solution("ny", geography="Nordland|Oslo"))
    lie_in = {one.county_name for one in EVERYONE if ("ny", one.code) in truth}
    assert lie_in == {"Nordland", "Oslo"}


def test_what_is_required_comes_first_wherever_it_stands_in_the_catalogue():
    later, first = solution("b", "utprøving", requires=["a"]), solution("a", "utprøving")
    truth = truth_of(later, first)
    assert len(users(truth, "b")) > 0
    for code in users(truth, "b"):
        assert truth["b", code].used > truth["a", code].used


def test_solutions_that_require_each_other_are_used_by_nobody():
    truth = truth_of(solution("a", requires=["b"]), solution("b", requires=["a"]))
    assert users(truth, "a") == users(truth, "b") == set()


def test_whoever_tries_out_a_solution_comes_first():
    tryout = Tryout("ny", "1804", "Bodø", "2026-06", None, "KS")
    truth = truth_of(solution("ny", "utprøving"), tryouts=(tryout,))
    assert truth["ny", "1804"].used == min(course.used for course in truth.values())
