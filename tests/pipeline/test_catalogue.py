"""The catalogue: what is wrong in it is told with its line and field."""

import pytest

from pipeline.catalogue import kinds_of, load_catalogue
from pipeline.errors import UserError
from pipeline.paths import KINDS, REGISTER
from pipeline.sources.kinds import load_kinds, match_header

AREAS = ("Helse Midt-Norge", "Nordland")
GOOD = '[[solution]]\nid = "a"\nname = "A"\nowner = "NHN"\nphase = "innføring"\n'
KIND = """[[solution.kind]]
title = "A-status"
owner = "NHN"
evidence = "status"
columns = { name = ["Kommune"], status = ["Status A"] }
status = { "Ja" = "in_use" }
"""


@pytest.fixture
def catalogue(tmp_path):
    def write(content: str):
        (tmp_path / "solutions.toml").write_text(content, encoding="utf-8")
        return load_catalogue(tmp_path, AREAS)

    return write


def test_the_projects_own_catalogue_holds_all_seventeen():
    areas = {"Helse Midt-Norge"}
    assert len(load_catalogue(REGISTER, areas)) == 17


def test_what_is_left_out_has_a_plain_meaning(catalogue):
    (solution,) = catalogue(GOOD)
    assert (solution.shown_name, solution.geography, solution.adopted_means) == (
        "A", "hele landet", "in_use",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        ('colour = "red"', "ukjent felt colour"),
        ('aliases = "A"', "aliases = 'A'"),
        ('requires = ["c"]', "requires = 'c'"),
        ('geography = "Mordor"', "geography = 'Mordor'"),
        ('adopted_means = "kanskje"', "adopted_means = 'kanskje'"),
    ],
)
def test_a_fault_is_told_with_line_entry_and_field(catalogue, fault, told):
    with pytest.raises(UserError, match="linje 7, «b»") as error:
        catalogue(GOOD + "\n" + GOOD.replace('"a"', '"b"') + fault)
    assert told in str(error.value)


@pytest.mark.parametrize("field", ["id", "name", "owner", "phase"])
def test_what_must_be_there_is_asked_for(catalogue, field):
    lines = [line for line in GOOD.splitlines() if not line.startswith(f"{field} ")]
    with pytest.raises(UserError, match=f"{field} mangler"):
        catalogue("\n".join(lines))


@pytest.mark.parametrize("phase", ["drift", ""])
def test_a_phase_is_one_of_the_seven(catalogue, phase):
    with pytest.raises(UserError, match="phase"):
        catalogue(GOOD.replace("innføring", phase))


def test_two_solutions_cannot_share_an_id(catalogue):
    with pytest.raises(UserError, match="id = 'a'"):
        catalogue(GOOD + GOOD)


def test_a_solution_may_describe_its_own_export(catalogue):
    (kind,) = kinds_of(catalogue(GOOD + KIND), load_kinds(KINDS))
    assert (kind.id, kind.solution) == ("a", "a")
    assert match_header(["Kommune", "Status A"], [kind]).kind is kind


def test_a_description_that_cannot_be_used_is_told(catalogue):
    with pytest.raises(UserError, match=r"solutions\.toml.*evidence"):
        kinds_of(catalogue(GOOD + KIND.replace('"status"\ncolumns', '"rumour"\ncolumns')), ())


def test_a_header_that_two_kinds_explain_is_refused_and_not_guessed(catalogue):
    second = KIND.replace("A-status", "B-status") + 'id = "b"\n'
    kinds = kinds_of(catalogue(GOOD + KIND + second), ())
    with pytest.raises(UserError, match="både «A-status» og «B-status»"):
        match_header(["Kommune", "Status A"], kinds)


def test_a_solution_is_measured_against_those_it_is_meant_for(put, ask):
    put(
        "ks-2024-06/liste.csv",
        "Løsning;Digi-region;Kommune\nHelseplattformen;Digi Trøndelag;Oppdal\n",
    )
    assert ask(
        "SELECT municipalities, not_adopted, in_use FROM coverage WHERE digi_region = 'Hele landet'"
    ) == [(65, 1, 64)]
    assert ask("SELECT DISTINCT digi_region FROM coverage ORDER BY ALL") == [
        ("Digi Møre og Romsdal",), ("Digi Trøndelag",), ("Hele landet",),
    ]  # fmt: skip
