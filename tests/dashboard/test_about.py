"""What is told of each solution: meanings by source, phases and ambitions with their dates."""

from datetime import date

import pytest

from dashboard import about
from dashboard.rows import Described
from dashboard.wording import time_words


def solution(**values: object) -> Described:
    """A solution that lists speak of and of which nothing more is known."""
    defaults = {
        "solution_id": "a",
        "short_name": "A",
        "name": "A",
        "definition": "",
        "owner": "KS",
        "adopted_means": "in_use",
        "geography": "hele landet",
        "municipalities": 357,
        "phase": "innføring",
        "phases": [],
        "ambitions": [],
        "meanings": [],
        "requires": [],
        "listed": True,
        "counted": True,
    }
    return Described(**(defaults | values))


def lines(**values: object) -> list[str]:
    ((_, *told),) = about.described([solution(**values)])
    return told


def phase(name: str, **values: str) -> dict[str, str | None]:
    return {"phase": name, "since": None, "as_of": None, "source": None, **values}


def test_the_full_name_stands_where_it_is_another():
    assert lines()[0].startswith("Den som ikke står på KS' liste")
    assert lines(short_name="VKP", name="Velferdsteknologisk knutepunkt")[0] == (
        "Velferdsteknologisk knutepunkt."
    )


@pytest.mark.parametrize(
    ("phases", "told"),
    [
        ([], "innføring"),
        ([phase("innføring")], "innføring"),
        ([phase("innføring", since="2023-04")], "innføring (fra april 2023)"),
        (
            [phase("utprøving", as_of="2023", source="KS"), phase("innføring", since="2024-06-03")],
            "utprøving (per 2023, KS), innføring (fra 3. juni 2024)",
        ),
        (
            [phase("innføring", as_of="2023-04"), phase("innføring", as_of="2026-06")],
            "innføring (per april 2023; per juni 2026)",
        ),
    ],
)
def test_phases_stand_with_the_dates_that_are_known(phases, told):
    assert f"Fase: {told}. Eier: KS." in lines(phases=phases)


def test_ambitions_stand_with_their_dates_and_sources():
    first = {"due": date(2023, 12, 31), "count": 356, "source": "KS", "note": "retningsgivende"}
    second = {"due": date(2025, 6, 30), "count": 357, "source": None, "note": None}
    assert lines(ambitions=[first, second])[-1] == (
        "Ambisjon: 356 kommuner innen utgangen av 2023 (KS, retningsgivende); "
        "357 kommuner innen juni 2025."
    )


def test_what_each_source_means_by_adopted_is_told():
    nhn, ks = {"owner": "NHN", "meaning": "Aktiv."}, {"owner": "KS", "meaning": "Har bestilt."}
    assert lines(meanings=[nhn, ks])[:2] == ["Norsk helsenett: Aktiv.", "KS: Har bestilt."]
    assert lines(adopted_means="ordered", meanings=[nhn])[1].endswith("regnes minst som: bestilt.")


def test_a_solution_that_no_list_speaks_of_says_so():
    assert lines(listed=False)[0].startswith("Ingen kilde sier ennå hvilke kommuner")


def test_a_solution_for_a_region_tells_how_many_it_is_meant_for():
    assert lines(geography="Helse Midt-Norge", municipalities=65, requires=["B", "C"])[-2:] == [
        "Gjelder Helse Midt-Norge: 65 kommuner i dag.",
        "Forutsetter B og C.",
    ]


def test_a_time_is_told_as_exactly_as_it_is_known():
    assert [time_words(t) for t in ("2024", "2024-06", "2024-06-03")] == [
        "2024", "juni 2024", "3. juni 2024",
    ]  # fmt: skip
