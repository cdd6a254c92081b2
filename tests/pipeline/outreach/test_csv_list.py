import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.outreach.csv_list import to_csv


def test_the_file_opens_in_a_norwegian_spreadsheet_without_an_import_step():
    content = to_csv(["Kommunenummer", "Andel"], [["0301", 36.5], ["1804", None]])
    assert content == "\ufeffKommunenummer;Andel\r\n0301;36,5\r\n1804;\r\n".encode()


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_what_a_spreadsheet_would_run_is_made_harmless(start):
    content = to_csv(["Navn"], [[f"{start}1+1"]]).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(content, newline=""), delimiter=";"))
    assert rows[1] == [f"'{start}1+1"]


@given(
    st.lists(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
)
def test_what_is_written_is_read_back(texts):
    content = to_csv(["a", "b"], [[text, "x"] for text in texts]).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(content, newline=""), delimiter=";"))[1:]
    assert [row[0].removeprefix("'") for row in rows] == [text.removeprefix("'") for text in texts]
