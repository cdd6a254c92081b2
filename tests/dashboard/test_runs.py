from dataclasses import replace
from datetime import date

import pytest

from dashboard import runs
from dashboard.rows import Run


def run(region: str = "Hele landet", wave: str | None = "Alle", **values: object) -> Run:
    """A row of a national run with a list that names nobody."""
    defaults = dict.fromkeys(Run._fields, 0) | {
        "run_id": "kj-2024",
        "name": "Løp 2024",
        "type": "nasjonalt",
        "deadline": None,
        "days_left": None,
        "wave": wave,
        "wave_start": None,
        "journal_vendor": None,
        "service": None,
        "area": None,
        "digi_region": region,
        "list_as_of": None,
        "median_days": None,
    }
    return Run(**(defaults | values))


@pytest.mark.parametrize(
    ("days_left", "sentence"),
    [
        (12, "Fristen er 30. juni 2024: 12 dager igjen, regnet fra 30. juni 2024."),
        (1, "Fristen er 30. juni 2024: 1 dag igjen, regnet fra 30. juni 2024."),
        (0, "Fristen er 30. juni 2024, samme dag som tallene gjelder for."),
        (-92, "Fristen 30. juni 2024 gikk ut for 92 dager siden, regnet fra 30. juni 2024."),
        (None, "Ingen frist er oppgitt."),
    ],
)
def test_a_deadline_has_days_left_or_has_passed_on_the_date_in_view(view, days_left, sentence):
    deadline = None if days_left is None else date(2024, 6, 30)
    row = run(deadline=deadline, days_left=days_left)
    assert runs.sentences([row], view) == f"Løpet er nasjonalt. {sentence}"


def test_a_partly_national_run_tells_its_condition(view):
    rows = [run(type="delvis nasjonalt")] + [
        run(wave=vendor, journal_vendor=vendor) for vendor in ("HsPro/Visma", "CGM", "InfoDoc")
    ]
    assert runs.sentences(rows, view).startswith(
        "Løpet er delvis nasjonalt, for kommuner med journalsystem fra HsPro/Visma, CGM eller "
        "InfoDoc."
    )


def test_the_waves_starts_are_told_where_no_table_shows_them(view):
    rows = [run()] + [
        run(region, wave, wave_start=date(2024, 9, day))
        for region in ("Hele landet", "Digi Agder")
        for wave, day in (("CGM", 17), ("Visma", 10))
    ]
    starts = "Puljene starter slik: Visma 10. september 2024, CGM 17. september 2024."
    assert runs.sentences(rows, view).endswith(starts)
    assert starts not in runs.sentences([*rows, run(wave="CGM", enrolled=1)], view)


@pytest.mark.parametrize(
    ("condition", "told"),
    [
        (
            {"service": "helsestasjon"},
            "Løpet er regionalt, for kommuner med tjenesten helsestasjon.",
        ),
        ({"area": "Digi Agder"}, "Løpet er regionalt, for kommuner i Digi Agder."),
    ],
)
def test_a_run_for_a_service_or_an_area_says_so(view, condition, told):
    assert runs.sentences([run(type="regionalt", **condition)], view).startswith(told)


def test_a_run_with_a_list_tells_its_members_and_their_time(view):
    row = run(
        list_as_of=date(2024, 6, 30),
        enrolled=9,
        withdrawn=1,
        completed=2,
        in_use=3,
        median_days=120.5,
        timed=3,
        followed_180=8,
        in_use_180=2,
    )
    assert runs.sentences([row], view).endswith(
        "9 kommuner er påmeldt: 3 av dem har løsningen i bruk, og 2 har fullført. 1 har meldt seg "
        "av. Det gikk 120 dager (median, 3 kommuner) fra påmelding til første dato der en kilde "
        "viser bruk. 2 av 8 kom i bruk innen 180 dager, regnet av dem som har hatt så lang tid og "
        "ikke kan ha vært i bruk fra før."
    )


def test_the_sentence_and_the_waves_are_those_of_the_region_in_view(view):
    nordland = replace(view, region="Digi Nordland")
    rows = [
        run(enrolled=9, list_as_of=date(2024, 6, 30)),
        run("Digi Nordland", enrolled=2, list_as_of=date(2024, 6, 30)),
        run(wave="1", enrolled=9),
        run("Digi Nordland", "1", enrolled=2, wave_start=date(2024, 9, 10)),
    ]
    assert "2 kommuner er påmeldt" in runs.sentences(rows, nordland)
    table = [[cell.text for cell in row] for row in runs.wave_rows(rows, nordland)]
    assert table == [["1, fra 10. september 2024", "2", "0", "0", "0", "–", "–"]]
    assert runs.region_rows(rows, nordland) == []


def test_the_nation_has_a_row_for_each_region_with_anybody_in_the_run(view):
    rows = [run(), run("Digi Agder", withdrawn=1), run("Digi Viken")]
    assert [row[0].text for row in runs.region_rows(rows, view)] == ["Agder"]


def test_a_list_that_gives_no_waves_does_not_leave_the_waves_empty(view):
    rows = [run(enrolled=9), run(wave=None, enrolled=9), run(wave="1"), run(wave="2")]
    assert runs.wave_rows(rows, view) == []


def test_without_names_there_is_no_table(view):
    rows = [run(), run(wave="1"), run("Digi Agder")]
    assert runs.wave_rows(rows, view) == runs.region_rows(rows, view) == []


def test_each_run_of_a_solution_is_told_by_itself():
    rows = [run(run_id="a"), run(run_id="b"), run("Digi Agder", run_id="a")]
    assert [[row.run_id for row in group] for group in runs.by_run(rows)] == [["a", "a"], ["b"]]
