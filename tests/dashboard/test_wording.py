from datetime import date

import pytest

from dashboard.wording import date_slug, date_words, decimals, percent, plural, thousands


@pytest.mark.parametrize(
    ("part", "whole", "told"),
    [
        (85, 357, "24\u00a0%"),
        (0, 357, "0\u00a0%"),
        (1, 357, "under 1\u00a0%"),
        (356, 357, "over 99\u00a0%"),
        (357, 357, "100\u00a0%"),
        (0, 0, "–"),
    ],
)
def test_a_share_is_never_rounded_to_none_or_all(part, whole, told):
    assert percent(part, whole) == told


def test_the_last_day_of_a_month_is_told_as_the_month():
    assert date_words(date(2024, 6, 30)) == "juni 2024"
    assert date_slug(date(2024, 6, 30)) == "2024-06"


def test_another_day_is_told_in_full():
    assert date_words(date(2024, 6, 3)) == "3. juni 2024"
    assert date_slug(date(2024, 6, 3)) == "2024-06-03"


def test_thousands_are_set_apart_by_a_thin_space_that_does_not_break():
    assert thousands(2279442) == "2\u202f279\u202f442"


def test_one_municipality_is_not_municipalities():
    assert plural(1, "kommune", "kommuner") == "1 kommune"
    assert plural(85, "kommune", "kommuner") == "85 kommuner"


@pytest.mark.parametrize(
    ("number", "told"),
    [(19.695, "19,7"), (42.0, "42"), (0.95, "0,9"), (2e6, "2\u202f000\u202f000")],
)
def test_decimals_are_told_only_where_there_are_any(number, told):
    assert decimals(number) == told
