"""Every printed date is read by one rule, and dates that disagree are asked about."""

import pytest

from tests.unsaid import findings, held_back, kj, lay, says, some, verdict, vkp
from tests.workbooks import Day, workbook

VKP, KJ = "nhn-2024-06/vkp.csv", "nhn-2024-06/kj.csv"
TEN = some(10)
DATES = "SELECT DISTINCT as_of::VARCHAR FROM evidence ORDER BY ALL"
THE_LAST_OF_MAY, THE_LAST_OF_JUNE = 45443, 45473


def test_sheets_named_by_month_are_of_two_dates(put, ask):
    lay(put, "07-sheets-named-by-month")
    assert ask(
        "SELECT as_of::VARCHAR, count(*) FROM evidence WHERE source_row IS NOT NULL GROUP BY ALL "
        "ORDER BY ALL"
    ) == [("2024-05-31", 5), ("2024-06-30", 2)]
    assert ask(
        "SELECT name, stage FROM evidence JOIN municipality USING (municipality_code) "
        "WHERE as_of = DATE '2024-06-30' AND name IN ('Hadsel', 'Narvik', 'Vefsn') ORDER BY ALL"
    ) == [("Hadsel", "in_use"), ("Narvik", "in_use"), ("Vefsn", "in_use")]


def test_a_file_named_by_a_day_is_not_of_its_folders_month(put, ask):
    lay(put, "08-date-in-file-name")
    dates = dict(ask("SELECT path, as_of::VARCHAR FROM source_file"))
    assert dates["nhn/vkp_2024-06-1.csv"] == "2024-06-01"
    path = "nhn-2024-05/KJ 15.06.2024.csv"
    assert dates[path] == "2024-06-15" or "date" in held_back(ask, path)


def test_a_month_column_makes_a_snapshot_of_each_month(put, ask):
    lay(put, "09-several-months-in-one-file")
    assert ask(
        "SELECT source_path, as_of::VARCHAR, stage, count(*) FROM evidence "
        "WHERE source_row IS NOT NULL GROUP BY ALL ORDER BY ALL"
    ) == [
        ("nhn-2024-06/kj.csv#2024-05-31", "2024-05-31", "enabled", 60),
        ("nhn-2024-06/kj.csv#2024-06-30", "2024-06-30", "in_use", 60),
    ]


def test_days_in_a_column_of_a_workbook_make_a_snapshot_of_each(put, ask):
    days = [THE_LAST_OF_MAY, THE_LAST_OF_JUNE]
    rows = [[Day(day), one.name, one.population] for day in days for one in TEN]
    put("nhn-2024-06/vkp.xlsx", workbook({"VKP": [["Periode", "Kommune", "Befolkning"], *rows]}))
    assert ask(DATES) == [("2024-05-31",), ("2024-06-30",)]


def test_a_row_whose_month_cannot_be_read_is_of_no_date(put, ask):
    header, _, rows = kj(TEN).partition("\n")
    by_month = {"mars 2024": TEN, "april 2024": TEN, "mia 2024": TEN[:1]}
    lines = [f"{m};{line}" for m, of in by_month.items() for line in rows.splitlines()[: len(of)]]
    put("nhn/kj.csv", "\n".join([f"Måned;{header}", *lines, ""]))
    assert ask(
        "SELECT as_of::VARCHAR, count(*) FROM evidence WHERE stage = 'in_use' GROUP BY ALL "
        "ORDER BY ALL"
    ) == [("2024-03-31", 10), ("2024-04-30", 10)]
    assert ask("SELECT sum(rows_read), sum(accepted) FROM source_file") == [(21, 20)]
    ((line,),) = ask("SELECT line FROM rejected_row")
    assert line.startswith("mia 2024;")


# A quarter in a file's name: https://github.com/andrewferrier/normfn/issues/57
def test_a_date_in_a_name_is_read_however_it_is_written(put, ask):
    dates = {
        "nhn/vkp_Q2_2024.csv": "2024-06-30",
        "nhn/VKP 1. kvartal 2024.csv": "2024-03-31",
        "nhn/vkp_202405.csv": "2024-05-31",
        "nhn/VKP juli 2024.csv": "2024-07-31",
        "nhn/VKP per 31.12.2023.csv": "2023-12-31",
    }
    for path in dates:
        put(path, vkp(TEN))
    assert dict(ask("SELECT path, as_of::VARCHAR FROM source_file")) == dates


# The date of data stands in its title: https://github.com/OpenDataScotland/the_od_bods/issues/108
def test_a_date_in_the_title_only_is_the_files(put, ask):
    titles = {
        "nhn/a.csv": ("Kommuner på VKP per 31. mai 2024", "2024-05-31"),
        "nhn/b.csv": ("VKP juni 2024", "2024-06-30"),
        "nhn/c.csv": ("Status VKP 31.07.2024", "2024-07-31"),
    }
    for path, (title, _) in titles.items():
        put(path, f"{title}\n\n{vkp(TEN)}")
    assert ask("SELECT path, as_of::VARCHAR FROM source_file ORDER BY path") == [
        (path, as_of) for path, (_, as_of) in titles.items()
    ]
    assert says(ask, "nhn/a.csv")["in_use"] == 10


# Files of one day in the folder of another: https://github.com/usgpo/api/issues/113, and notes with
# other dates inside than outside: https://github.com/nodejs/Release/issues/253
def test_a_date_that_disagrees_with_the_folders_holds_the_file_back(put, ask):
    put(VKP, f"Kommuner på VKP per 30.04.2024\n\n{vkp(TEN)}")
    put(KJ, f"{kj(TEN)}\nTallene gjelder per 31. mai 2024\n")
    assert "date" in held_back(ask, VKP)
    assert "date" in held_back(ask, KJ)


# Yesterday's numbers under today's date: https://github.com/openZH/covid_19/issues/297
def test_a_file_last_updated_before_its_month_began_is_asked_about(put, ask):
    put(VKP, vkp(TEN) + "\nSist oppdatert 12.05.2024\n")
    assert "date" in findings(ask, VKP)
    assert verdict(ask, VKP) in ("remarks", "held_back")


def test_dates_that_agree_are_no_finding(put, ask):
    put(VKP, f"{vkp(TEN)}\nEksportert 02.07.2024\n")
    put(KJ, f"Kjernejournal, juni 2024\n\n{kj(TEN)}\nSist oppdatert 30.06.2024\n")
    assert ask("SELECT as_of::VARCHAR, verdict FROM source_file") == [("2024-06-30", "clean")] * 2
    assert (findings(ask, VKP), findings(ask, KJ)) == ({}, {})


def test_a_column_of_since_when_makes_no_lists_because_one_stands_twice(put, ask):
    lines = [f"{one.name};{one.population};{day:02}.03.2024\n" for day, one in enumerate(TEN, 1)]
    again = f"{TEN[0].name};{TEN[0].population};20.03.2024\n"
    put(VKP, "".join(["Kommune;Befolkning;Dato\n", *lines, again]))
    assert "når den begynte" in held_back(ask, VKP)["date"]


@pytest.mark.parametrize(
    "note",
    ["Kilde: SSB, befolkning per 1. januar 2024", "Neste oppdatering: juli 2024",
     "Mål: 50 kommuner per 31.12.2023"],
)  # fmt: skip
def test_a_date_of_something_else_than_the_table_is_no_other_date(put, ask, note):
    put(VKP, f"{vkp(TEN)}\n{note}\n")
    assert "date" not in findings(ask, VKP)
