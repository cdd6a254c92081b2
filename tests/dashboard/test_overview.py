"""What the front page says of each solution."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard import overview
from dashboard.filters import PlaceView
from dashboard.rows import Overview, Unlisted
from dashboard.theme import LIGHT

NATION = PlaceView(None, "hele-landet", None)
AGDER = PlaceView("Digi Agder", "digi-agder", None)
JUNE = date(2024, 6, 30)


def solution(**values: object) -> Overview:
    """A solution that 272 of 357 use, with 85 left, 47 of them enrolled."""
    defaults = dict.fromkeys(Overview._fields, 0) | {
        "solution_id": "kjernejournal",
        "short_name": "Kjernejournal",
        "adopted_means": "in_use",
        "is_offered": True,
        "as_of": JUNE,
        "municipalities": 357,
        "in_use": 272,
        "adopted": 272,
        "not_adopted": 85,
        "enrolled": 47,
        "previous_as_of": None,
        "ambition": None,
        "ambition_by": None,
        "not_adopted_codes": ["0301"],
        "unknown_codes": [],
        "codes": ["0301", "1103"],
        "national_adopted": 272,
        "national_municipalities": 357,
    }
    return Overview(**(defaults | values))


def test_the_page_opens_with_what_is_reached_and_what_remains():
    assert overview.headline(solution(), NATION) == (
        "272 av 357 kommuner har tatt i bruk Kjernejournal per juni 2024. "
        "85 gjenstår, 47 av dem er påmeldt."
    )


def test_what_is_planned_or_tried_out_stands_by_itself_after_what_all_may_adopt():
    first, tried, last = solution(), solution(is_offered=False), solution(solution_id="kosy")
    (one, _, offered), (other, words, early) = overview.parts([first, tried, last])
    assert (offered, early) == ([first, last], [tried])
    assert one != other
    assert "ikke klare for alle kommuner ennå" in words
    assert [rows for *_, rows in overview.parts([tried])] == [[tried]]


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"enrolled": None}, "85 gjenstår."),
        ({"enrolled": 0}, "85 gjenstår, ingen av dem er påmeldt."),
        ({"unknown": 3, "enrolled": None}, "85 gjenstår. 3 er ukjent."),
        ({"not_adopted": 0}, "Ingen gjenstår."),
        ({"not_adopted": 0, "enabled": 2}, "2 har bestilt eller er tilrettelagt."),
        (
            {"enabled": 3, "ordered": 1},
            "85 gjenstår, 47 av dem er påmeldt. 4 har bestilt eller er tilrettelagt.",
        ),
        ({"not_adopted": 0, "unknown": 3}, "3 er ukjent."),
        (
            {"adopted_means": "ordered", "in_use": 13, "enrolled": None},
            "85 gjenstår. 13 er kjent i bruk.",
        ),
    ],
)
def test_what_remains_is_told_as_far_as_it_is_known(values, told):
    assert overview.remains(solution(**values)) == told


def test_an_ambition_is_drawn_only_where_it_counts_what_the_bar_counts():
    goal = {"ambition": 356, "ambition_by": date(2023, 12, 31)}
    in_use, ordered = (
        overview.summaries([solution(adopted_means=means, **goal)], NATION, LIGHT)[0]
        for means in ("in_use", "ordered")
    )
    assert in_use.goal == pytest.approx(99.7, abs=0.1)
    assert in_use.notes == [
        "Ambisjonen var 356 innen utgangen av 2023. Det er 84 færre enn ambisjonen."
    ]
    assert ordered.goal is None
    assert "ikke holdt opp mot den" in ordered.notes[0]


def test_the_parts_of_the_bar_are_all_of_the_municipalities():
    row = solution(in_use=200, ordered=60, enabled=10, unknown=2, not_adopted=85)
    (summary,) = overview.summaries([row], NATION, LIGHT)
    assert sum(part.share for part in summary.bar) == pytest.approx(100)
    assert [part.kind for part in summary.bar][-1] == "not_adopted"
    assert summary.bar_label.endswith("ikke tatt i bruk: 85 av 357 kommuner")


@pytest.mark.parametrize(
    ("new", "told"),
    [
        (0, "Ingen kjente nye siden mai 2024."),
        (1, "1 ny siden mai 2024."),
        (12, "12 nye siden mai 2024."),
    ],
)
def test_what_is_new_is_told_when_there_is_a_date_before(new, told):
    row = solution(new=new, previous_as_of=date(2024, 5, 31))
    assert overview.summaries([row], NATION, LIGHT)[0].notes == [told]


def test_a_region_stands_beside_the_nation_unless_that_is_mostly_unknown():
    here = solution(municipalities=25, adopted=22)
    told = "88\u00a0% av kommunene; i hele landet 76\u00a0%."
    assert overview.summaries([here], AGDER, LIGHT)[0].notes == [told]
    unknown = here._replace(nation_is_mostly_unknown=True)
    assert overview.summaries([unknown], AGDER, LIGHT)[0].notes == []


def test_links_onwards_keep_the_view():
    dated = replace(AGDER, as_of=JUNE)
    (summary,) = overview.summaries([solution()], dated, LIGHT)
    assert summary.links[0][1] == (
        "ikke-tatt-i-bruk?losning=kjernejournal&region=digi-agder&dato=2024-06"
    )


def test_a_solution_without_lists_shows_what_was_published_of_it():
    row = Unlisted(
        "helseplattformen", "Helseplattformen", "innføring", 10, date(2023, 4, 30), "KS 2023", 19,
        date(2023, 12, 31), 0,
    )  # fmt: skip
    told = [cell.text for cell in overview.unlisted_rows([row])[0]]
    assert told == [
        "Helseplattformen",
        "Innføring",
        "10 i bruk (april 2023, KS 2023)",
        "19 innen utgangen av 2023",
        "–",
    ]
