"""What is serious in a file holds it back, and only that file, until somebody has confirmed it."""

from itertools import pairwise

import pytest

from pipeline.paths import RAW
from tests.unsaid import (
    EVERY,
    findings,
    held_back,
    kj,
    ks,
    lay,
    says,
    some,
    spoken_of,
    stages,
    verdict,
    vkp,
)

MAY, JUNE = "nhn-2024-05/vkp.csv", "nhn-2024-06/vkp.csv"
KS_JUNE, KS_JULY = "ks-2024-06/liste.csv", "ks-2024-07/liste.csv"
FIXED = "nhn-2024-05/vkp_rettet.csv"
CONFIRMED = (
    'confirmed = "Spurt Norsk helsenett"\nconfirmed_by = "Kari"\nconfirmed_on = 2024-07-01\n'
)
SIXTY, TWENTY = some(60), some(60)[::3]
ACTIVITY = (RAW / "nhn-2024-05/digihelsestasjon_avtaler_2024-05_side1.csv").read_bytes()


def test_a_second_download_is_no_correction_of_the_first(put, ask):
    lay(put, "06-second-download-of-the-browser")
    assert ask("SELECT path, replaced_by FROM source_file ORDER BY path") == [
        ("nhn-2024-06/data (1).csv", None),
        ("nhn-2024-06/data.csv", None),
    ]
    assert stages(ask, "kjernejournal", "2024-06-30")["in_use"] == 353


def test_a_second_download_that_is_larger_counts_beside_the_first(put, ask):
    put("nhn-2024-06/data.csv", kj(some(20, "Helse Vest")))
    put("nhn-2024-06/data (1).csv", kj([*some(20, "Helse Vest"), *some(40, "Helse Nord")]))
    assert ask("SELECT replaced_by FROM source_file") == [(None,), (None,)]
    assert stages(ask, "kjernejournal", "2024-06-30")["in_use"] == 60


# One name, two contents: https://github.com/cmu-delphi/covidcast-indicators/issues/1480
def test_the_smaller_of_two_files_that_contradict_each_other_is_held_back(put, ask):
    put("nhn-2024-06/kj.csv", kj(SIXTY))
    put("nhn-2024-06/rapport.csv", kj(TWENTY, "Teknisk tilrettelagt"))
    assert "nhn-2024-06/kj.csv" in held_back(ask, "nhn-2024-06/rapport.csv")["versions"]
    assert says(ask, "nhn-2024-06/kj.csv")["in_use"] == 60
    assert stages(ask, "kjernejournal", "2024-06-30")["in_use"] == 60


def test_a_list_of_everybody_counts_when_it_is_confirmed(put, ask):
    put(JUNE, vkp(EVERY))
    put(f"{JUNE}.meta.toml", f'{CONFIRMED}covers = "hele landet"\n')
    assert (verdict(ask, JUNE), len(spoken_of(ask, JUNE))) == ("remarks", 357)


def test_a_list_of_everybody_is_confirmed_once(put, ask):
    put(MAY, vkp(EVERY))
    put(f"{MAY}.meta.toml", CONFIRMED)
    put(JUNE, vkp(EVERY[:-4]))
    assert "everybody" not in findings(ask, JUNE)
    assert says(ask, JUNE)["in_use"] > 330


# Counts that fall from one day to the next: https://github.com/CSSEGISandData/COVID-19/issues/2256
def test_forty_back_by_silence_hold_the_file_back_and_they_stay(put, ask):
    put(MAY, vkp(SIXTY))
    put(JUNE, vkp(TWENTY))
    assert "40" in held_back(ask, JUNE)["jump_silence"]
    assert stages(ask, "vkp", "2024-05-31")["in_use"] == 60
    assert ask("SELECT max(as_of)::VARCHAR FROM adoption") == [("2024-05-31",)]


def test_forty_forward_by_silence_hold_the_file_back(put, ask):
    for path, listed in ((KS_JUNE, SIXTY), (KS_JULY, TWENTY)):
        put(path, ks(listed))
        put(f"{path}.meta.toml", 'covers = "hele landet"')
    assert "40" in held_back(ask, KS_JULY)["jump_silence"]
    assert says(ask, KS_JUNE)["not_adopted"] == 60


def test_a_list_is_held_against_the_one_before_it_that_was_accepted(put, ask):
    put(MAY, vkp(SIXTY))
    put(JUNE, vkp(TWENTY))
    put("nhn-2024-07/vkp.csv", vkp(SIXTY[:-2]))
    assert "jump_silence" in held_back(ask, JUNE)
    assert says(ask, "nhn-2024-07/vkp.csv")["in_use"] == 58


@pytest.mark.parametrize(
    ("before", "left"), [("nhn-2024-05/vkp.csv", 220), ("nhn-2024-04/vkp.csv", 205)]
)
def test_a_change_that_its_time_allows_holds_nothing_back(put, ask, before, left):
    put(before, vkp(some(250)))
    put(JUNE, vkp(some(250)[:left]))
    assert findings(ask, JUNE, "serious") == {}
    assert says(ask, JUNE)["in_use"] == left


@pytest.mark.parametrize(("new", "serious"), [(40, True), (18, False)])
def test_forty_said_at_once_where_two_a_month_were_said_are_asked_about(put, ask, new, serious):
    for month in range(1, 6):
        put(f"nhn-2024-0{month}/kj.csv", _using(2 * month))
    put("nhn-2024-06/kj.csv", _using(10 + new))
    path = "nhn-2024-06/kj.csv"
    if serious:
        assert "40" in held_back(ask, path)["jump_said"]
    else:
        assert findings(ask, path, "serious") == {}
        assert says(ask, path)["in_use"] == 10 + new


def _using(count: int) -> str:
    enabled = kj(SIXTY[count:], "Teknisk tilrettelagt").partition("\n")[2]
    return kj(SIXTY[:count]) + enabled


def test_a_correction_that_loses_half_is_held_back_and_corrects_nothing(put, ask):
    put(MAY, vkp(TWENTY))
    put(FIXED, vkp(TWENTY[:10]))
    put("nhn-2024-05/kj.csv", kj(TWENTY))
    put("nhn-2024-05/ny.csv", kj(TWENTY[:10]))
    put("nhn-2024-05/ny.csv.meta.toml", "replaces = 'kj.csv'\n")
    for old, new in ((MAY, FIXED), ("nhn-2024-05/kj.csv", "nhn-2024-05/ny.csv")):
        assert "10" in held_back(ask, new)["correction_shrinks"]
        assert ask("SELECT replaced_by FROM source_file WHERE path = ?", old) == [(None,)]
        assert says(ask, old)["in_use"] == 20


def test_a_correction_that_is_confirmed_or_loses_little_corrects(put, ask):
    put(MAY, vkp(TWENTY))
    put(FIXED, vkp(TWENTY[:10]))
    put(f"{FIXED}.meta.toml", CONFIRMED)
    put("nhn-2024-05/kj.csv", kj(TWENTY))
    put("nhn-2024-05/kj_rettet.csv", kj(TWENTY[:18]))
    assert says(ask, FIXED)["in_use"] == 10
    assert says(ask, "nhn-2024-05/kj_rettet.csv")["in_use"] == 18
    assert spoken_of(ask, MAY) == spoken_of(ask, "nhn-2024-05/kj.csv") == set()


# Half of the rows that were expected: https://github.com/eth-mds/ricu/issues/70
def test_half_a_file_is_a_finding_also_where_silence_says_nothing(put, ask):
    rows = [f"{one.name};{'Aktiv' if at % 5 else '-'}" for at, one in enumerate(some(200))]
    for month, count in (("05", 200), ("06", 100)):
        put(
            f"nhn-2024-{month}/dh.csv",
            "\n".join(["Kommunenavn;Aktiv Digihelse", *rows[:count], ""]),
        )
    assert "100" in findings(ask, "nhn-2024-06/dh.csv")["few_rows"]
    assert verdict(ask, "nhn-2024-05/dh.csv") == "clean"


# The same data again under a new date:
# https://github.com/rearc-data/covid-datasets-aws-data-exchange/issues/70
def test_last_months_table_under_a_new_date_is_a_finding(put, ask):
    put("nhn-2024-05/dhs.csv", ACTIVITY)
    put("nhn-2024-06/dhs.csv", ACTIVITY)
    put("nhn-2024-07/dhs.csv", ACTIVITY.replace(b"\r\n", b"\n"))
    put("nhn-2024-08/dhs.csv", b"Avtaler per 31.08.2024\n\n" + ACTIVITY[3:])
    for month, before in (("06", "mai 2024"), ("07", "juni 2024"), ("08", "juli 2024")):
        assert before in findings(ask, f"nhn-2024-{month}/dhs.csv")["copy"]
        assert verdict(ask, f"nhn-2024-{month}/dhs.csv") == "remarks"
    assert "copy" not in findings(ask, "nhn-2024-05/dhs.csv")


# Everything one column to the side: https://github.com/dbrownukk/EFD_v2/issues/232
def test_names_and_populations_that_have_changed_places_hold_the_file_back(put, ask):
    put(JUNE, "Kommune;Befolkning\n" + "".join(f"{m.population};{m.name}\n" for m in TWENTY))
    assert {"nothing_used", "unknown_names"} & held_back(ask, JUNE).keys()


def test_figures_under_the_wrong_heading_or_on_the_wrong_row_are_a_finding(put, ask):
    header, _, rows = ACTIVITY.decode("utf-8-sig").partition("\r\n")
    name, *others = header.split(";")
    put("nhn-2024-06/dhs.csv", ";".join([name, *reversed(others)]) + "\r\n" + rows)
    moved = [two._replace(population=one.population) for one, two in pairwise(SIXTY)]
    put(JUNE, vkp(moved))
    for path in ("nhn-2024-06/dhs.csv", JUNE):
        assert findings(ask, path)["figures"]
        assert verdict(ask, path) in ("remarks", "held_back")


def test_a_file_of_which_no_row_can_be_used_is_held_back(put, ask):
    put("nhn-2024-06/kj.csv", kj(TWENTY, "Kanskje"))
    put(JUNE, vkp(TWENTY))
    assert "nothing_used" in held_back(ask, "nhn-2024-06/kj.csv")
    assert says(ask, JUNE)["in_use"] == 20


def test_a_file_of_mostly_unknown_names_is_held_back(put, ask):
    strange = "".join(f"{letter * 2}qwrtzx;1\n" for letter in "bcdfghjk")
    put(JUNE, vkp(some(6)) + strange)
    assert "8" in held_back(ask, JUNE)["unknown_names"]
