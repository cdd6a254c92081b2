import zipfile
from io import BytesIO

import pytest

from pipeline.errors import UserError
from pipeline.sources import container, workbook
from pipeline.sources.container import is_workbook
from pipeline.sources.workbook import read_workbook
from tests.workbooks import Day, archive, book_xml, far_away, sheet_xml
from tests.workbooks import workbook as book

SMALL = book({"Ark1": [["Kommune"], ["Oslo"]]})


def cells(data):
    """Row numbers and cells of the first sheet."""
    return [(number, found) for number, found, _ in read_workbook(data)[0].lines]


def test_rows_keep_the_numbers_of_the_sheet_and_of_blank_ones_one_is_left():
    data = book({"Ark1": [[], [None, "Kommune", "Antall"], [], [], [None, "Oslo", "1"]]})
    assert cells(data) == [
        (1, []),
        (2, ["", "Kommune", "Antall"]),
        (4, []),
        (5, ["", "Oslo", "1"]),
    ]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("0301", "0301"),
        ("a\nb", "a\nb"),
        (301.0, "301"),
        (717710, "717710"),
        (36.5, "36,5"),
        (0.1 + 0.2, "0,3"),
        (1.234, "1,234"),
        (0.00001, "0,00001"),
        (True, "Ja"),
        (False, "Nei"),
        (Day(45443), "2024-05-31"),
    ],
)
def test_a_cell_becomes_the_text_that_a_csv_file_would_have(cell, text):
    assert cells(book({"Ark1": [[cell]]})) == [(1, [text])]


def test_a_line_is_kept_as_its_cells_with_semicolons():
    assert read_workbook(book({"Ark1": [["Oslo", 1]]}))[0].lines[0][2] == "Oslo;1"


def test_of_a_hidden_sheet_only_the_name_is_read():
    data = book({"Ark1": [["a"]], "Gammel": [["b"]]}, hidden=["Gammel"])
    assert [(s.name, s.hidden, len(s.lines)) for s in read_workbook(data)] == [
        ("Ark1", False, 1),
        ("Gammel", True, 0),
    ]


def refusal(data, **limits):
    """The sentence with which a file is refused, by its bytes or by its sheets."""
    with pytest.raises(UserError) as refused:
        assert is_workbook(data)
        read_workbook(data, **limits)
    return str(refused.value)


def test_a_tiny_file_that_asks_for_512_gib_is_refused_and_harms_nobody():
    data = book({"Ark1": []}, extra={"xl/worksheets/sheet1.xml": far_away("XFD1048576")})
    assert len(data) < 7_000
    assert refusal(data).startswith("Arbeidsboken krever mer minne enn lesingen har lov til")


def test_reading_that_takes_too_long_is_stopped():
    assert refusal(SMALL, seconds=0.001).startswith("Arbeidsboken krever mer tid enn lesingen")


def test_a_text_shared_by_very_many_cells_is_refused(monkeypatch):
    monkeypatch.setattr(workbook, "MAX_CHARACTERS", 5)
    assert refusal(SMALL).startswith("Arbeidsboken krever mer minne")


def test_too_many_rows_are_refused_with_the_place_of_the_last_one():
    data = book({"Ark1": []}, extra={"xl/worksheets/sheet1.xml": far_away("B250000")})
    assert refusal(data) == (
        "Arket «Ark1» går til rad 250\u202f000 og kolonne 2, og det er ikke lov med mer enn "
        "200\u202f000 rader og 500 kolonner: slett det som står utenfor tabellen, eller del den i "
        "flere filer."
    )


def test_too_many_sheets_are_refused():
    data = book({f"Ark{i}": [["a"]] for i in range(61)})
    assert refusal(data).startswith("Arbeidsboken har 61 ark, og det er ikke lov med mer enn 60")


def test_an_archive_that_declares_too_much_is_refused_before_it_is_unpacked():
    data = book({"Ark1": []}, extra={"xl/media/a.bin": bytes(20 << 20)})
    assert refusal(data).startswith("Arbeidsboken pakkes ut til mer enn det som er rimelig")


def test_an_archive_with_very_many_files_is_refused(monkeypatch):
    monkeypatch.setattr(container, "MAX_ENTRIES", 5)
    assert "(6 filer)" in refusal(SMALL)


def test_an_archive_that_declares_too_many_bytes_is_refused(monkeypatch):
    monkeypatch.setattr(container, "MAX_UNPACKED", 1_000)
    assert "rimelig for en eksport (0 MB)" in refusal(SMALL)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
            "Filen er en gammel Excel-fil (.xls) eller beskyttet med passord: åpne den i Excel, "
            "fjern passordet og lagre den som .xlsx.",
        ),
        (
            book({"Ark1": [["a"]]}, extra={"xl/vbaProject.bin": b"x"}),
            "Filen er en arbeidsbok med makroer (.xlsm), som ikke leses: åpne den i Excel og lagre "
            "den som Excel-arbeidsbok (.xlsx).",
        ),
        (
            archive({"xl/workbook.bin": b"x"}),
            "Filen er en binær arbeidsbok (.xlsb), som ikke leses: åpne den i Excel og lagre den "
            "som Excel-arbeidsbok (.xlsx).",
        ),
        (
            archive(
                {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": ""}
            ),
            "Filen er et OpenDocument-regneark (.ods), som ikke leses: åpne den i Excel og lagre "
            "den som Excel-arbeidsbok (.xlsx).",
        ),
        (
            archive({"eksport.csv": "Kommune;Befolkning"}),
            "Filen er et pakket arkiv og ingen tabell: hent eksporten på nytt som .xlsx eller CSV.",
        ),
        (
            b"\r\n<HTML><table>",
            "Filen er en nettside og ingen tabell: hent eksporten på nytt som .xlsx eller CSV.",
        ),
        (
            b"%PDF-1.7",
            "Filen er en PDF og ingen tabell: hent eksporten på nytt som .xlsx eller CSV.",
        ),
    ],
)
def test_every_other_sort_of_file_gets_its_sentence(data, sentence):
    assert refusal(data) == sentence


def damaged(name, content):
    """A workbook in which one part is something else."""
    parts = zipfile.ZipFile(BytesIO(SMALL))
    return archive({n: content if n == name else parts.read(n) for n in parts.namelist()})


@pytest.mark.parametrize(
    "data",
    [
        SMALL[:200],
        damaged("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row>"),
        damaged("xl/workbook.xml", "ingenting"),
    ],
)
def test_a_damaged_workbook_gets_its_sentence(data):
    assert refusal(data).startswith("Arbeidsboken er skadet og kan ikke åpnes: åpne den i Excel")


def test_text_is_no_workbook():
    assert not is_workbook(b"Kommune;Befolkning\nOslo;1\n")
    assert not is_workbook(b"")


def test_an_error_cell_keeps_its_sign():
    plain = sheet_xml([["Kommune", "Befolkning"], ["Oslo", 1]])
    broken = plain.replace('<c r="B2"><v>1</v>', '<c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v>')
    assert broken != plain
    data = book({"A": [["x"]]}, extra={"xl/worksheets/sheet1.xml": broken})
    assert cells(data)[1][1] == ["Oslo", "#DIV/0!"]


def test_sheets_of_one_name_are_refused_by_it():
    twins = {"xl/workbook.xml": book_xml(["Ark1", "ARK1"])}
    with pytest.raises(UserError, match="flere ark som heter «ark1»"):
        read_workbook(book({"A": [["x"]], "B": [["y"]]}, extra=twins))
