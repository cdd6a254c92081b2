from datetime import date

import pytest

from pipeline.errors import UserError
from pipeline.sources.sidecar import Sidecar, read_sidecar


def test_no_sidecar_says_nothing(tmp_path):
    assert read_sidecar(tmp_path / "liste.csv") == Sidecar()


@pytest.mark.parametrize("name", ["liste.csv.meta.toml", "liste.meta.toml"])
def test_a_sidecar_is_named_after_its_file_with_or_without_the_ending(tmp_path, name):
    (tmp_path / name).write_text('as_of = "2024-05"\ncomplete = false\nnote = "side 1"')
    assert read_sidecar(tmp_path / "liste.csv") == Sidecar(
        as_of=date(2024, 5, 31), complete=False, note="side 1"
    )


def test_a_toml_date_and_time_is_read_as_its_day(tmp_path):
    (tmp_path / "liste.meta.toml").write_text("as_of = 2024-05-31T12:00:00")
    assert read_sidecar(tmp_path / "liste.csv").as_of == date(2024, 5, 31)


@pytest.mark.parametrize(
    "content", ["compleet = false", 'complete = "nei"', "as_of = 2024", "complete =", 'demo = "ja"']
)
def test_a_misspelt_sidecar_is_refused_and_not_passed_over(tmp_path, content):
    (tmp_path / "liste.meta.toml").write_text(content)
    with pytest.raises(UserError, match=r"Følgefilen liste\.meta\.toml er ikke gyldig"):
        read_sidecar(tmp_path / "liste.csv")


def test_a_sidecar_can_say_that_its_file_is_synthetic(tmp_path):
    (tmp_path / "liste.meta.toml").write_text("demo = true")
    assert read_sidecar(tmp_path / "liste.csv").demo is True
