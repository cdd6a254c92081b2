"""The page on development: what is joined, what is told apart, and who is new."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard import development, texts
from dashboard.charts import time_chart
from dashboard.rows import Change, Point
from dashboard.theme import LIGHT
from pipeline.build import build
from tests.as_page import ask as ask_as_page

JUNE = date(2024, 6, 30)
VKP = "Kommune;Befolkning\n"


def point(as_of: date = JUNE, count: int = 272, **values: object) -> Point:
    """A point of the lists that knows of everybody."""
    defaults = {
        "measure": "adopted",
        "municipalities": 357,
        "unknown": 0,
        "is_mostly_unknown": False,
        "published": False,
        "definition": "in_use",
        "differs": False,
        "source": "KS",
        "note": None,
    }
    return Point(as_of=as_of, count=count, **(defaults | values))


def published(as_of: date, count: int, **values: object) -> Point:
    nothing = {"municipalities": None, "unknown": None}
    return point(as_of, count, published=True, **(nothing | values))


AMBITION = published(date(2023, 12, 31), 356, measure="ambition", definition=None)
MADE_AVAILABLE = published(date(2023, 4, 30), 215, definition="tilgjengeliggjort", differs=True)
KJERNEJOURNAL = [MADE_AVAILABLE, AMBITION, point()]


def lines(points, view):
    """The dates of each line that is drawn, and of each group of loose points."""
    traces = time_chart(development.chart(points, view), LIGHT)["data"]
    return {
        mode: [trace["x"] for trace in traces if trace["mode"].startswith(mode)]
        for mode in ("lines", "markers")
    }


def test_the_headline_holds_the_count_the_date_and_the_ambition(view):
    assert development.headline(KJERNEJOURNAL, view) == (
        "272 av 357 kommuner har tatt i bruk Kjernejournal per juni 2024. "
        "Ambisjonen var 356 innen utgangen av 2023."
    )


def test_an_ambition_that_is_still_ahead_is_and_one_that_is_past_was(view):
    ahead = AMBITION._replace(as_of=date(2025, 6, 30), count=300)
    assert development.headline([AMBITION, point(), ahead], view).endswith(
        "Ambisjonen er 300 innen juni 2025."
    )


def test_a_region_has_no_ambition_and_says_why(view):
    region = replace(view, region="Digi Agder", region_slug="digi-agder")
    points = [point(count=22, municipalities=25)]
    assert development.headline(points, region) == (
        "22 av 25 kommuner i Digi Agder har tatt i bruk Kjernejournal per juni 2024."
    )
    assert texts.AMBITION_NATIONAL in development.explanation(points, region)


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"count": 272}, "Det er 84 færre enn ambisjonen."),
        ({"count": 356}, "Det er like mange som ambisjonen."),
        ({"count": 357}, "Det er 1 flere enn ambisjonen."),
        ({"count": 272, "unknown": 300}, ""),
        ({"count": 272, "unknown": 4}, "Det er minst 80 færre enn ambisjonen."),
        ({"count": 352, "unknown": 4}, ""),
        ({"count": 13, "unknown": 308}, "Det er minst 35 færre enn ambisjonen."),
        (
            {"count": 357, "definition": "ordered"},
            "ikke sikkert at ambisjonen gjelder «minst bestilt»",
        ),
    ],
)
def test_a_count_is_held_against_the_ambition_only_where_they_count_the_same(view, values, told):
    first = development.explanation([AMBITION, point(**values)], view)[0]
    assert told in first
    assert bool(told) == bool(first)


def test_no_line_crosses_a_change_of_definition_and_the_break_is_marked(view):
    drawn = time_chart(development.chart(KJERNEJOURNAL, view), LIGHT)
    assert lines(KJERNEJOURNAL, view)["lines"] == [["2024-06-30"]]
    assert ["2023-04-30"] in lines(KJERNEJOURNAL, view)["markers"]
    told = " ".join(note["text"] for note in drawn["layout"]["annotations"])
    assert "«tilgjengeliggjort»" in told
    assert "215" in development.explanation(KJERNEJOURNAL, view)[2]
    assert development.table_rows(KJERNEJOURNAL)[-1][5].text == texts.ROW_DIFFERS


@pytest.mark.parametrize("years", [0, 1, 3, 12, 40])
def test_the_dates_below_the_chart_are_few_however_long_the_time_is(view, years):
    points = [point(date(2024 - years, 6, 30)), point()][-2 if years else -1 :]
    axis = time_chart(development.chart(points, view), LIGHT)["layout"]["xaxis"]
    assert 1 <= len(axis["ticktext"]) <= 4
    if not years:
        assert axis["ticktext"][axis["tickvals"].index("2024-06-30")] == "juni 2024"


def test_a_line_joins_full_lists_and_stops_at_a_lower_bound(view):
    months = [date(2024, month, 28) for month in (1, 2, 3, 4)] + [JUNE]
    points = [point(day) for day in months]
    assert lines(points, view)["lines"] == [[day.isoformat() for day in months]]
    points[2] = points[2]._replace(is_mostly_unknown=True, count=13)
    assert lines(points, view)["lines"] == [
        ["2024-01-28", "2024-02-28"],
        ["2024-04-28", "2024-06-30"],
    ]
    assert lines(points, view)["markers"] == [["2024-03-28"]]
    assert development.table_rows(points)[2][2].text == "minst 13"


def test_two_lines_of_one_kind_stand_once_in_the_legend(view):
    points = [point(date(2024, m, 28), is_mostly_unknown=m == 2) for m in (1, 2, 3)]
    traces = time_chart(development.chart([*points, point()], view), LIGHT)["data"]
    shown = [trace["name"] for trace in traces if trace["showlegend"]]
    assert shown == [texts.CHART_LIST, texts.CHART_LOWER_BOUND]


def test_words_of_a_register_are_never_markup_in_the_chart(view):
    nasty = MADE_AVAILABLE._replace(definition="<b>x</b>")
    assert "<b>" not in str(time_chart(development.chart([nasty, AMBITION, point()], view), LIGHT))


def test_the_first_list_has_nothing_to_be_compared_with(view):
    assert development.changes_intro([point()], [], view) == texts.CHANGES_NONE_BEFORE


@pytest.fixture
def changed(put, tmp_path, monkeypatch):
    """Build two or more files and ask for the changes on the last date."""

    def changes(solution: str, **files: str) -> dict[str, str]:
        for name, content in files.items():
            put(f"{name.replace('_', '-')}/fil.csv", content)
        build(tmp_path / "raw", tmp_path / "warehouse")
        monkeypatch.setenv("UTBREDELSE_WAREHOUSE", str(tmp_path / "warehouse"))
        rows = ask_as_page(Change, "changes", solution=solution, as_of=JUNE)
        return {row.name: row.what for row in rows}

    return changes


def test_to_adopt_and_to_become_known_are_told_apart(changed, put):
    put("nhn-2024-05/fil.csv.meta.toml", "complete = false")
    what = changed(
        "kjernejournal",
        nhn_2024_05="Kommune;Status;Helseregion\nOslo;Teknisk tilrettelagt;Helse Sør-Øst\n",
        nhn_2024_06="Kommune;Status;Helseregion\nOslo;Bruker;Helse Sør-Øst\n"
        "Bergen;Bruker;Helse Vest\n",
    )
    assert (what["Oslo"], what["Bergen"]) == ("new", "known")


def test_one_that_left_the_list_is_not_new(changed):
    what = changed("vkp", nhn_2024_05=VKP + "Oslo;1\nBergen;1\n", nhn_2024_06=VKP + "Bergen;1\n")
    assert what == {"Oslo": "back"}


def test_an_order_that_the_report_before_could_not_see_is_not_new(changed, put):
    put("ks-2024-06/fil.csv.meta.toml", 'covers = "hele landet"')
    what = changed(
        "digihelse",
        nhn_2024_05="Kommunenavn;Aktiv Digihelse\nSola;-\nOslo;-\n",
        ks_2024_06="Løsning;Digi-region;Kommune\nDigiHelse;Digi Rogaland;Sola\n",
    )
    assert what["Oslo"] == "known"
    assert "Sola" not in what


def test_the_new_stand_by_name_under_their_region():
    new = Change("0301", "Oslo", "Digi Oslo", JUNE, "not_adopted", "in_use", "new")
    known = new._replace(name="Bergen", digi_region="Digi Vestland", what="known")
    columns = development.name_columns([new, known])
    assert [(c.title, c.count, [n.text for n in c.names]) for c in columns] == [
        ("Digi Oslo", "1 ny", ["Oslo"])
    ]
    assert [row[2].text for row in development.change_rows([known, new, new])] == ["2", "1"]
