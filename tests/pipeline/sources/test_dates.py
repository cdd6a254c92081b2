from datetime import date
from pathlib import PurePosixPath

import pytest

from pipeline.errors import UserError
from pipeline.sources.dates import date_in_path, parse_date


def test_a_month_means_its_last_day():
    assert parse_date("2024-02") == date(2024, 2, 29)


def test_a_day_means_itself():
    assert parse_date("2024-05-03") == date(2024, 5, 3)


@pytest.mark.parametrize("text", ["2024-13", "2024-02-30", "mai 2024", "2024", ""])
def test_what_is_no_date_is_refused_in_one_sentence(text):
    with pytest.raises(UserError, match="ingen gyldig dato"):
        parse_date(text)


def test_the_files_own_name_goes_before_its_folder():
    assert date_in_path(PurePosixPath("ks-2024-06/liste_2024-05-31.csv")) == date(2024, 5, 31)


def test_a_folder_dates_the_files_in_it():
    assert date_in_path(PurePosixPath("nhn-2024-05/side1.csv")) == date(2024, 5, 31)


def test_digits_of_a_longer_number_are_no_date():
    assert date_in_path(PurePosixPath("sak-12024-055.csv")) is None
