"""Printed dates: every form reads back as what was printed, and other numbers are no dates."""

import calendar
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import UserError
from pipeline.sources.dates import (
    Period,
    fetched_in,
    parse_date,
    period_of_cell,
    period_of_name,
    periods_in,
    spoken_for,
    without_dates,
)

NORWEGIAN = ["januar", "februar", "mars", "april", "mai", "juni", "juli", "august"]
NORWEGIAN += ["september", "oktober", "november", "desember"]
ENGLISH = calendar.month_name[1:]
DAYS = st.dates(date(2010, 1, 1), date(2039, 12, 31))
BEFORE = st.sampled_from(["", "KJ ", "kj_", "per ", "Status (", "Kommuner i 2024: ", "1824 Vefsn "])
AFTER = st.sampled_from(["", ".csv", "_v2", " (1)", ")", ", 12 av 357"])

DAY_FORMS: list[Callable[[date], str]] = [
    lambda d: d.isoformat(),
    lambda d: f"{d:%Y-%m}-{d.day}",
    lambda d: f"{d.year}-{d.month}-{d.day}",
    lambda d: f"{d:%d.%m.%Y}",
    lambda d: f"{d.day}. {d.month}. {d.year}",
    lambda d: f"{d.day}.{d.month}.{d:%y}",
    lambda d: f"{d:%d-%m-%Y}",
    lambda d: f"{d:%Y%m%d}",
    lambda d: f"{d:%Y_%m_%d}",
    lambda d: f"{d:%Y.%m.%d}",
    lambda d: f"{d.day}. {NORWEGIAN[d.month - 1]} {d.year}",
    lambda d: f"{d.day} {ENGLISH[d.month - 1]} {d.year}",
    lambda d: f"{ENGLISH[d.month - 1]} {d.day}, {d.year}",
    lambda d: f"{d.day}-{ENGLISH[d.month - 1][:3]}-{d:%y}",
    lambda d: f"{d:%Y-%m-%d} 00:00:00",
    lambda d: f"{d:%Y-%m-%d}T20:11:24",
]
MONTH_FORMS: list[Callable[[date], str]] = [
    lambda d: f"{d:%Y-%m}",
    lambda d: f"{d:%Y_%m}",
    lambda d: f"{d:%Y%m}",
    lambda d: f"{d:%YM%m}",
    lambda d: f"{d:%m.%Y}",
    lambda d: f"{NORWEGIAN[d.month - 1]} {d.year}",
    lambda d: f"{NORWEGIAN[d.month - 1].capitalize()}-{d:%y}",
    lambda d: f"{NORWEGIAN[d.month - 1][:3]}. {d.year}",
    lambda d: f"{ENGLISH[d.month - 1]} {d.year}",
    lambda d: f"{ENGLISH[d.month - 1][:3].upper()}_{d.year}",
    lambda d: f"{d.year} {NORWEGIAN[d.month - 1]}",
]
QUARTER_FORMS = ["Q{q} {y}", "{q}. kvartal {y}", "{y}-Q{q}", "{y}K{q}", "{q}. kv. {y}", "{q}Q{y}"]


def day(*of: int) -> Period:
    return Period(date(*of), date(*of))


def month(year: int, number: int) -> Period:
    last = calendar.monthrange(year, number)[1]
    return Period(date(year, number, 1), date(year, number, last))


@given(DAYS, st.sampled_from(DAY_FORMS), BEFORE, AFTER)
def test_a_day_in_any_form_reads_back_as_that_day(d, form, before, after):
    assert periods_in(before + form(d) + after) == [Period(d, d)]


@given(DAYS, st.sampled_from(DAY_FORMS))
def test_a_cell_with_a_day_in_any_form_is_that_day(d, form):
    assert period_of_cell(f" {form(d)} ") == Period(d, d)


@given(
    DAYS, st.sampled_from(MONTH_FORMS), BEFORE, st.sampled_from(["", ".csv", "_v2", " (1)", ")"])
)
def test_a_month_in_any_form_reads_back_as_that_month(d, form, before, after):
    printed = form(d)
    assert period_of_cell(printed) == month(d.year, d.month)
    assert periods_in(before + printed + after) == [month(d.year, d.month)]


@given(DAYS, st.sampled_from(QUARTER_FORMS))
def test_a_quarter_lasts_from_its_first_month_to_its_last(d, form):
    q = (d.month + 2) // 3
    expected = Period(date(d.year, 3 * q - 2, 1), month(d.year, 3 * q).last)
    assert periods_in(form.format(q=q, y=d.year)) == [expected]


@given(DAYS, st.sampled_from(DAY_FORMS + MONTH_FORMS))
def test_a_name_without_its_date_is_what_stood_beside_it(d, form):
    assert without_dates(f"kj_{form(d)}_v2") == "kj__v2"


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.sampled_from(["", ".0", ".5", ",0"]))
def test_a_cell_may_count_days_as_excel_does(d, fraction):
    serial = (d - date(1899, 12, 30)).days
    assert period_of_cell(f"{serial}{fraction}") == Period(d, d)


@given(
    st.lists(
        st.one_of(
            st.integers(301, 5636).map("{:04}".format),
            st.integers(800_000_000, 999_999_999).map(str),
            st.integers(1, 720_000).map(lambda n: f"{n:,}".replace(",", " ")),
            st.integers(1, 199_999).map(str),
            st.tuples(st.integers(0, 99), st.integers(0, 99), st.integers(0, 99)).map(
                lambda v: "v" + ".".join(map(str, v))
            ),
            st.sampled_from(NORWEGIAN),
        ),
        min_size=1,
        max_size=4,
    ).map(", Bodø ".join)
)
def test_other_numbers_are_no_dates(text):
    assert periods_in(text) == []
    assert period_of_cell(text) is None or (text.isdecimal() and len(text) == 5)
    assert without_dates(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "2024",
        "2023-2024",
        "6/1/2024",
        "06/01/2024 10:32 AM",
        "juni 24",
        "versjon 1.6.24",
        "10.0.6.24",
        "31.06.2024",
        "2024-13-01",
        "sak 2024/06",
        "sak 06/2024",
        "kl. 10.11.20",
        "10:15:20",
        "Telefon 20 24 06 15",
        "Tlf. 20240615",
        "202406 innbyggere",
        "974 760 673",
        "974760673",
        "kjernejournal_rettet_2",
        "v2",
        "side1",
        "data (1)",
        "formai 2024",
        "Maiken 2024",
    ],
)
def test_what_only_looks_like_a_date_is_none(text):
    assert periods_in(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("vkp_2024-06-1", day(2024, 6, 1)),
        ("KJ 15.06.2024", day(2024, 6, 15)),
        ("kj_202406", month(2024, 6)),
        ("KJ juni 2024", month(2024, 6)),
        ("nhn-2024-05", month(2024, 5)),
        ("kj_2024_06_2", month(2024, 6)),
        ("per 31.12.2023", day(2023, 12, 31)),
        ("15/06/2024", day(2024, 6, 15)),
        ("6/15/2024 10:32 AM", day(2024, 6, 15)),
        ("export_20240615101500", day(2024, 6, 15)),
        ("20240615_201106", day(2024, 6, 15)),
        ("15.06.2024 20.11.24", day(2024, 6, 15)),
        ("15. juni 2024 kl. 20.11", day(2024, 6, 15)),
        ("kap 3: 30th June 2024", day(2024, 6, 30)),
        ("1st quarter of 2024", Period(date(2024, 1, 1), date(2024, 3, 31))),
        ("side1 juni 2024", month(2024, 6)),
        ("30.\xa0juni\xa02024", day(2024, 6, 30)),
    ],
)
def test_dates_of_real_names_and_titles(text, expected):
    assert periods_in(text) == [expected]


def test_dates_come_in_the_order_printed():
    assert periods_in("mai 2024–30.06.2024 og 2024-07") == [
        month(2024, 5),
        day(2024, 6, 30),
        month(2024, 7),
    ]
    assert periods_in("31.05.2024-10.06.2024") == [day(2024, 5, 31), day(2024, 6, 10)]


@pytest.mark.parametrize(
    "text", ["", "Bodø", "i bruk fra juni 2024", "2024-05 2024-06", "45", "99999"]
)
def test_a_cell_that_says_something_else_is_no_date(text):
    assert period_of_cell(text) is None


def test_a_cell_may_say_per():
    assert period_of_cell("Per 31.05.2024.") == day(2024, 5, 31)


@pytest.mark.parametrize(
    "text",
    [
        "Eksportert 02.07.2024 kl. 10:15",
        "Sist oppdatert: 2. juli 2024",
        "Hentet fra NHN 2024-07-02",
        "Hentet per 02.07.2024",
        "Skrevet ut 02.07.2024",
        "Exported on July 2, 2024",
        "Printed 2 July 2024",
        "Last refreshed:\n02.07.2024",
    ],
)
def test_some_dates_tell_when_the_file_was_fetched(text):
    assert fetched_in(text) == [day(2024, 7, 2)]
    assert spoken_for(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "per 31.05.2024",
        "Status 31.05.2024",
        "Oppdatert per 31.05.2024",
        "Exported data for 31.05.2024",
        "Eksportert fra NHN\n31.05.2024",
        "Tallene er hentet fra NHN. Kommuner 31.05.2024",
    ],
)
def test_other_dates_are_those_that_a_text_speaks_for(text):
    assert spoken_for(text) == [day(2024, 5, 31)]
    assert fetched_in(text) == []


@pytest.mark.parametrize(
    "text",
    ["Tall per 31.05.2024, hentet 02.07.2024", "Hentet 02.07.2024, tall per 31.05.2024"],
)
def test_one_line_may_tell_both(text):
    assert spoken_for(text) == [day(2024, 5, 31)]
    assert fetched_in(text) == [day(2024, 7, 2)]


@given(DAYS, DAYS)
def test_a_day_agrees_with_its_month_and_no_other(one, other):
    same = (one.year, one.month) == (other.year, other.month)
    assert Period(one, one).agrees(month(other.year, other.month)) == same
    assert month(other.year, other.month).agrees(Period(one, one)) == same


def test_a_month_means_its_last_day():
    assert parse_date("2024-02") == date(2024, 2, 29)


def test_a_day_means_itself():
    assert parse_date("2024-05-03") == date(2024, 5, 3)


@pytest.mark.parametrize(
    "text", ["2024-13", "2024-02-30", "mai 2024", "2024", "2024-06-1", "15.06.2024", ""]
)
def test_what_is_no_date_of_a_sidecar_is_refused_in_one_sentence(text):
    with pytest.raises(UserError, match="ingen gyldig dato"):
        parse_date(text)


def test_of_a_month_and_a_day_in_it_a_name_means_the_day():
    assert period_of_name("KJ 2024-06 per 15.06.2024") == day(2024, 6, 15)


@pytest.mark.parametrize("name", ["2024-05 hentet 02.07.2024", "juni 2024 1.6.24 15.06.2024"])
def test_dates_of_one_name_that_disagree_are_refused(name):
    with pytest.raises(UserError, match="flere datoer"):
        period_of_name(name)


@pytest.mark.parametrize("name", ["kj_2024-13", "kj_2024-02-30"])
def test_a_name_with_a_day_that_never_was_is_refused(name):
    with pytest.raises(UserError, match="ingen gyldig dato"):
        period_of_name(name)


def test_digits_of_a_longer_number_are_no_date():
    assert period_of_name("sak-12024-055") is None
