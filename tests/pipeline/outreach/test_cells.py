"""What a spreadsheet would run."""

import pytest

from pipeline.outreach.cells import runs_as_formula


@pytest.mark.parametrize(
    "text", ["=1+1", "+47", "-1", "@a", "\t=1", " =1", "\ufeff=1", "＝1", "\n+1"]
)
def test_a_sign_that_a_spreadsheet_may_come_to_first_is_a_formula(text):
    assert runs_as_formula(text)


@pytest.mark.parametrize("text", ["", "Bodø", "0301", "a=1", "Gáivuotna - Kåfjord"])
def test_names_and_codes_are_no_formulas(text):
    assert not runs_as_formula(text)
