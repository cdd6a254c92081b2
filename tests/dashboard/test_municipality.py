"""What the page of one municipality says."""

from datetime import date

import pytest

from dashboard import municipality as page
from dashboard.markup import StageCell
from dashboard.rows import Neighbour, Register
from pipeline.stages import CATEGORIES
from tests.dashboard.conftest import municipality

MAY, JUNE = date(2024, 5, 31), date(2024, 6, 30)


def place(code: str, name: str, county: str = "Nordland") -> Register:
    return Register(code, name, None, county, "Digi Nordland", "Helse Nord", 1, JUNE, None)


def said(solution: str, stage: str, **values: object):
    told = {"solution_id": solution, "short_name": solution.upper(), "as_of": JUNE} | values
    return municipality("1804", "Bodø", stage=stage, category=CATEGORIES[stage], **told)


def rests_on(**values: object) -> str:
    (row,) = page.history_rows([said("kj", "in_use", **values)])
    return row[-1].text


def test_what_rests_on_a_file_that_does_not_speak_of_everybody_says_of_whom_it_speaks():
    assert rests_on(scope="Digi Nordland") == (
        "linje 7 i ks-2024-06/liste.csv (KS, per juni 2024); filen gjelder Digi Nordland"
    )
    assert rests_on() == "linje 7 i ks-2024-06/liste.csv (KS, per juni 2024)"


@pytest.mark.parametrize(
    ("scope", "told"), [(None, "hele landet"), ("Digi Nordland", "Digi Nordland")]
)
def test_where_silence_decides_it_is_told_of_whom_the_file_speaks(scope, told):
    assert rests_on(scope=scope, source_row=None) == (
        "ks-2024-06/liste.csv (KS, per juni 2024): kommunen står ikke på listen, som er komplett; "
        f"filen gjelder {told}"
    )


def test_whom_the_list_does_not_cover_is_told_why_nothing_is_known():
    nothing = {"source_path": None, "source_row": None, "evidence_as_of": None}
    assert rests_on(**nothing) == "Ingen kilde sier noe om kommunen."
    assert rests_on(**nothing, not_covered="Digi Nordland") == (
        "Ingen kilde sier noe om kommunen: listen fra juni 2024 gjelder bare Digi Nordland."
    )


def test_namesakes_carry_their_county():
    register = [place("1818", "Herøy"), place("1515", "Herøy", "Møre og Romsdal")]
    assert list(page.labels([*register, place("1804", "Bodø")]).values()) == [
        "Herøy (Nordland)",
        "Herøy (Møre og Romsdal)",
        "Bodø",
    ]


@pytest.mark.parametrize(
    ("stages", "told"),
    [
        (["in_use", "not_adopted"], "Bodø har tatt i bruk 1 av 2 løsninger"),
        (["in_use", "in_use"], "Bodø har tatt i bruk alle 2 løsningene"),
        (["unknown", "ordered"], "Bodø er ikke kjent med noen av de 2 løsningene i bruk"),
    ],
)
def test_the_page_opens_with_how_many_solutions_are_used(stages, told):
    now = [said(f"s{n}", stage) for n, stage in enumerate(stages)]
    assert page.headline(place("1804", "Bodø"), now) == told


def test_unknown_is_told_apart_from_what_is_lacked():
    now = [
        said("kj", "not_adopted", enrolled=True),
        said("dh", "ordered"),
        said("dhs", "unknown"),
        said("vkp", "in_use"),
    ]
    assert page.explanation(now) == [
        "Ikke tatt i bruk: KJ (påmeldt).",
        "Bestilt eller tilrettelagt: DH.",
        "Ukjent: DHS.",
    ]


def test_the_history_has_a_line_for_each_time_something_new_is_said():
    rows = [
        said("kj", "in_use", as_of=JUNE),
        said("kj", "not_adopted", as_of=MAY),
        said("kj", "not_adopted", as_of=date(2024, 4, 30)),
        said("vkp", "unknown", as_of=MAY, source_path=None),
    ]
    told = [[getattr(cell, "text", "") for cell in row][:3] for row in page.history_rows(rows)]
    assert told == [
        ["juni 2024", "KJ", "I bruk"],
        ["mai 2024", "VKP", "Ukjent"],
        ["april 2024", "KJ", "Ikke tatt i bruk"],
    ]
    assert [row.solution_id for row in page.latest(rows)] == ["kj", "vkp"]


def test_each_neighbour_has_a_status_per_solution_and_a_link_of_its_own(monkeypatch):
    monkeypatch.setattr(page, "link", lambda **wanted: f"?kommune={wanted['kommune']}")
    rows = [
        Neighbour("1838", "Gildeskål", "Digi Nordland", "kj", "KJ", "not_adopted", True, False),
        Neighbour("1838", "Gildeskål", "Digi Nordland", "vkp", "VKP", "in_use", None, False),
        Neighbour("1840", "Saltdal", "Digi Nordland", "vkp", "VKP", "unknown", None, False),
    ]
    assert [head.text for head in page.neighbour_heads(rows)] == ["Kommune", "KJ", "VKP"]
    first, second = page.neighbour_rows(rows)
    assert first[0].href == "?kommune=1838"
    assert first[1] == StageCell("Ikke tatt i bruk", "", "not_adopted", mark="Påmeldt")
    assert [cell.text for cell in second[1:]] == ["–", "Ukjent"]
