"""Exports in every dress they come in: bytes in, figures or one sentence out."""

import codecs

import pytest

from pipeline.build import build
from tests.workbooks import far_away, workbook

KS = "Løsning;Digi-region;Kommune\n"
KJ = "Kommune;Status;Helseregion\n"
VKP = "Kommune;Befolkning\n"
DIGIHELSE = "Kommunenavn;Aktiv Digihelse\n"
ACTIVITY = "Kommune;Sum på avtaleutsending;Sum på avtaleutsending pr. 1000 innbyggere\n"

ROWS = "SELECT printed_name, stage, outcome, reason FROM resolved_row ORDER BY source_row"
FILES = "SELECT path, rows_read, problem FROM source_file ORDER BY path"
CODES = "SELECT municipality_code FROM resolved_row WHERE outcome = 'accepted' ORDER BY source_row"

NAMES = (
    "Alver", "Askvoll", "Askøy", "Aurland", "Austevoll", "Austrheim", "Bokn", "Kinn",
    "Bremanger", "Bømlo", "Eidfjord", "Eigersund", "Etne", "Fedje", "Fitjar", "Fjaler", "Gjesdal",
    "Gloppen", "Gulen", "Hjelmeland",
)  # fmt: skip
"""All of Helse Vest."""

TEXT = 'Uttrekk\r\nKommune;Befolkning\r\nØvre Eiker;20\u00a0779\r\n"Våler\r\n(Innlandet)";3563\r\n'


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("cp1252"),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.replace(";", ",").encode(),
        TEXT.replace(";", "\t").encode("utf-16"),
        TEXT.replace("\r\n", "\n").encode(),
        TEXT.replace("\r\n", "\r").encode(),
        ("sep=;\r\n" + TEXT).encode("cp1252"),
    ],
)
def test_every_encoding_delimiter_and_line_end_gives_the_same_figures(put, ask, data):
    put("nhn-2024-05/vkp.csv", data)
    assert ask("SELECT municipality_code, population FROM resolved_row ORDER BY source_row") == [
        ("3314", 20779),
        ("3419", 3563),
    ]


def rows_of(words, more=""):
    """A row a word, each of a municipality of its own."""
    return "".join(f"{name};{word}{more}\n" for name, word in zip(NAMES, words, strict=False))


def test_digihelse_status_in_every_usual_word(put, ask):
    stages = {
        "in_use": ("Aktiv", "AKTIV", "Ja", "ja ", "x", "X", "1"),
        "not_adopted": ("-", "–", "—", "Ikke aktiv", "ikke\u00a0aktiv", "Nei", "0"),
        "unknown": ("", " ", "I/T", "i/t", "Ukjent", "?"),
    }
    words = [word for same in stages.values() for word in same]
    put("nhn-2024-05/digihelse.csv", DIGIHELSE + rows_of(words))
    expected = [(stage, "accepted", None) for stage, same in stages.items() for _ in same]
    for word, row, read in zip(words, expected, ask(ROWS), strict=True):
        assert read[1:] == row, word


def test_kjernejournal_status_in_every_usual_word(put, ask):
    stages = {
        "in_use": ("Bruker Kjernejournal", "bruker", "Ja", "x", "1"),
        "enabled": ("Teknisk tilrettelagt", "TILRETTELAGT"),
        "not_adopted": ("-", "Nei", "0", "Ikke i bruk"),
        "unknown": ("", "I/T", "Ukjent"),
    }
    words = [word for same in stages.values() for word in same]
    put("nhn-2024-05/kj.csv", KJ + rows_of(words, ";Helse Vest"))
    expected = [(stage, "accepted", None) for stage, same in stages.items() for _ in same]
    for word, row, read in zip(words, expected, ask(ROWS), strict=True):
        assert read[1:] == row, word


def test_an_empty_status_is_unknown_on_the_map_though_silence_would_mean_not_adopted(put, ask):
    put("nhn-2024-05/kj.csv", KJ + "Sandnes;;Helse Vest\nBergen;Bruker;Helse Vest\n")
    assert ask(
        "SELECT m.name, stage FROM adoption JOIN municipality AS m USING (municipality_code) "
        "WHERE m.name IN ('Sandnes', 'Sola') ORDER BY m.name"
    ) == [("Sandnes", "unknown"), ("Sola", "not_adopted")]


def test_a_count_is_read_in_every_usual_dress(put, ask):
    dresses = [
        ("717710", 717710),
        ("717 710", 717710),
        ("717\u00a0710", 717710),
        ("717\u2009710", 717710),
        ("717\u202f710", 717710),
        ("717.710", 717710),
        ("1.234", 1234),
        ("717710,0", 717710),
        ("717.710,00", 717710),
        ("717710.0", 717710),
        ("717 710 innbyggere", 717710),
        ("12 stk.", 12),
        ("0", 0),
        ("", None),
        ("-", None),
        ("–", None),
        ("I/T", None),
    ]
    put("nhn-2024-05/vkp.csv", VKP + rows_of(printed for printed, _ in dresses))
    read = ask("SELECT population, outcome FROM resolved_row ORDER BY source_row")
    for (printed, count), found in zip(dresses, read, strict=True):
        assert found == (count, "accepted"), printed


def test_what_is_no_count_is_rejected_with_its_reason(put, ask):
    dresses = [
        ("mange", "«mange» er ikke et tall"),
        ("-5", "«-5» er negativt"),
        ("\u22125", "«\u22125» er negativt"),
        ("36,5", "«36,5» er ikke et helt tall"),
        ("1.234,5", "«1.234,5» er ikke et helt tall"),
        ("1,234", "«1,234» er ikke et helt tall"),
        ("12 34", "«12 34» er ikke et tall"),
        ("12 %", "«12 %» er ikke et tall"),
        ("1e5", "«1e5» er ikke et tall"),
        ("nan", "«nan» er ikke et tall"),
        ("#N/A", "«#N/A» er en feil fra Excel"),
        ("9" * 40, f"«{'9' * 40}» er ikke et tall"),
    ]
    put("nhn-2024-05/vkp.csv", VKP + rows_of(printed for printed, _ in dresses) + "Bergen;1\n")
    read = ask("SELECT line, reason FROM rejected_row ORDER BY source_row")
    for name, (printed, reason), rejected in zip(NAMES[: len(dresses)], dresses, read, strict=True):
        assert rejected == (f"{name};{printed}", reason)


def test_a_ratio_is_read_in_every_usual_dress(put, ask):
    dresses = [
        ("36,5", 36.5),
        ("36.5", 36.5),
        ("1.234", 1.234),
        ("1.234,5", 1234.5),
        ("1,234.5", 1234.5),
        ("1 234,5", 1234.5),
        ("36,5 %", 36.5),
        ("36,5 pr. 1000 innbyggere", 36.5),
        ("I/T", None),
    ]
    put("nhn-2024-05/dhs.csv", ACTIVITY + rows_of(f"1;{printed}" for printed, _ in dresses))
    read = ask("SELECT activity_per_1000, outcome FROM resolved_row ORDER BY source_row")
    for (printed, ratio), found in zip(dresses, read, strict=True):
        assert found == (ratio, "accepted"), printed


def test_activity_that_is_missing_is_neither_use_nor_none(put, ask):
    cases = [
        ("12", "", "in_use"),
        ("0", "", "enabled"),
        ("-", "3,5", "in_use"),
        ("-", "0", "unknown"),
        ("I/T", "I/T", "unknown"),
    ]
    rows = rows_of(f"{activity};{ratio}" for activity, ratio, _ in cases)
    put("nhn-2024-05/dhs.csv", ACTIVITY + rows)
    for name, (*_, stage), read in zip(NAMES[: len(cases)], cases, ask(ROWS), strict=True):
        assert read == (name, stage, "accepted", None)


def test_a_published_count_must_be_a_count(put, ask):
    totals = "Løsning;Liste;Digi-region;Antall\n"
    row = "VKP;Ikke tatt i bruk;Digi Agder;"
    put("ks-2024-06/totaler.csv", totals + f"{row}3\n{row}-\n{row}-3\n")
    assert ask("SELECT reason FROM rejected_row ORDER BY source_row") == [
        ("linjen mangler antall",),
        ("«-3» er negativt",),
    ]


@pytest.mark.parametrize("heading", ["Kommunenummer", "Kommunenr", "Knr", "Komm.nr."])
def test_a_code_column_decides_in_every_kind_and_as_excel_leaves_it(put, ask, heading):
    put(
        "ks-2024-06/liste.csv",
        f"{heading};Løsning;Digi-region;Kommune\n301;VKP;Digi Oslo;Oslo\n301.0;DigiHelse;;\n"
        "4204;VKP;;Kristiansand\n1833,0;VKP;;Rana\n",
    )
    assert ask(CODES) == [("0301",), ("0301",), ("4204",), ("1833",)]


def test_an_organisation_number_decides_as_well(put, ask):
    put("nhn-2024-05/vkp.csv", "Org.nr.;Kommune;Befolkning\n958935420;;1\n958 935 420;;1\n")
    assert ask("SELECT municipality_code, outcome FROM resolved_row ORDER BY source_row") == [
        ("0301", "accepted"),
        ("0301", "duplicate"),
    ]


def test_a_power_bi_export_with_titles_totals_and_filters_is_read_and_accounted_for(put, ask):
    put(
        "nhn-2024-05/vkp.csv",
        'VKP per mai 2024\n\n"Komm.nr.";Kommune;"Befolkning,\nantall"\n0301;Oslo;717 710\n'
        ";Totalt;717 710\n\nFiltre som er brukt:\nÅr er 2024\nHelseregion er ikke (tom)\n",
    )
    assert ask("SELECT rows_read, accepted, ignored, rejected, complete FROM source_file") == [
        (5, 1, 4, 0, True)
    ]


# --- workbooks ---------------------------------------------------------------------------------

VKP_SHEET = [["VKP, mai 2024"], [], ["Knr", "Kommune", "Befolkning"], [301.0, "Oslo", 717710.0]]
STATUS_SHEET = [["Kommunenavn", "Aktiv Digihelse"], ["Sandnes", True], ["Bergen", 0]]


@pytest.mark.parametrize("name", ["vkp.xlsx", "vkp.csv", "vkp"])
def test_a_workbook_is_known_by_its_content_and_has_the_row_numbers_of_its_sheet(put, ask, name):
    put(f"nhn-2024-05/{name}", workbook({"Ark1": VKP_SHEET}))
    assert ask("SELECT path, kind, encoding FROM source_file") == [
        (f"nhn-2024-05/{name}", "nhn_vkp_list", "Excel")
    ]
    assert ask("SELECT source_row, municipality_code, population, line FROM resolved_row") == [
        (4, "0301", 717710, "301;Oslo;717710")
    ]


def test_a_csv_file_named_as_a_workbook_is_read_as_what_it_is(put, ask):
    put("nhn-2024-05/vkp.xlsx", VKP + "Oslo;1\n")
    assert ask(CODES) == [("0301",)]


def test_each_sheet_of_a_known_kind_is_a_source_of_its_own(put, ask):
    data = workbook({"VKP": VKP_SHEET, "Digi Helse": STATUS_SHEET})
    put("nhn-2024-05/alt.xlsx", data)
    put("nhn-2024-05/alt.xlsx.meta.toml", "complete = false")
    assert ask("SELECT path, kind, complete, rows_read FROM source_file ORDER BY path") == [
        ("nhn-2024-05/alt.xlsx#Digi Helse", "nhn_digihelse_status", False, 2),
        ("nhn-2024-05/alt.xlsx#VKP", "nhn_vkp_list", False, 1),
    ]
    assert ask(
        "SELECT printed_name, stage FROM resolved_row WHERE solution_id = 'digihelse' "
        "ORDER BY source_row"
    ) == [("Sandnes", "in_use"), ("Bergen", "not_adopted")]


def test_a_sheet_may_carry_its_own_month(put, ask):
    put("nhn/alt.xlsx", workbook({"2024-04": VKP_SHEET, "2024-05": VKP_SHEET}))
    assert ask("SELECT path, as_of::VARCHAR FROM source_file ORDER BY path") == [
        ("nhn/alt.xlsx#2024-04", "2024-04-30"),
        ("nhn/alt.xlsx#2024-05", "2024-05-31"),
    ]


def told(tmp_path):
    """The progress lines of a build that has at least one file to publish."""
    lines = []
    build(tmp_path / "raw", tmp_path / "warehouse", lines.append)
    return lines


def test_sheets_that_are_passed_over_are_told_of(put, tmp_path):
    sheets = {"VKP": VKP_SHEET, "Om": [["Laget av NHN"]], "Gammel": VKP_SHEET, "Tom": []}
    put("nhn-2024-05/alt.xlsx", workbook(sheets, hidden=["Gammel"]))
    assert told(tmp_path) == [
        "✓ nhn-2024-05/alt.xlsx: NHN: kommuner på VKP, 1 rader. "
        "Ark som ikke er lest: «Om», «Gammel»"
    ]


def test_a_sheet_that_is_nearly_of_a_known_kind_is_refused_by_its_name(put, tmp_path):
    lacking = [["Løsning", "Kommune"], ["VKP", "Oslo"]]
    put("nhn-2024-05/alt.xlsx", workbook({"VKP": VKP_SHEET, "Liste": lacking}))
    assert told(tmp_path)[1].startswith(
        "✗ nhn-2024-05/alt.xlsx#Liste: Filen ligner på «KS: kommuner som ikke har tatt i bruk», "
        "men overskriften på linje 1 mangler kolonnen «Digi-region»"
    )


# --- refusals ----------------------------------------------------------------------------------


REFUSED = [
    (
        VKP.encode(),
        "Filen har ingen rader med innhold under overskriften, og en tom liste er trolig en "
        "feil: hent eksporten på nytt.",
    ),
    (
        (VKP + "Totalt;0\n").encode(),
        "Filen har ingen rader med innhold under overskriften, og en tom liste er trolig en "
        "feil: hent eksporten på nytt.",
    ),
    (
        (VKP + "Bodø;1\n").encode().replace("ø".encode(), b"\xf8\xc3\xb8"),
        "Filen er UTF-8, men har ødelagte tegn på linje 2: hent eksporten på nytt uten å lime "
        "inn tekst fra andre filer.",
    ),
    (
        (VKP + "BodÃ¸;1\n").encode(),
        "Filen er lagret med feil tegnsett («Ã¸» på linje 2 skulle vært én bokstav): hent "
        "eksporten på nytt og lagre den som CSV UTF-8.",
    ),
    (
        (VKP + "Os\0lo;1\n").encode(),
        "Filen har et nulltegn på linje 2 og er trolig skadet: hent eksporten på nytt, eller "
        "lagre den som CSV UTF-8.",
    ),
    (
        b"Kommune;Befolkning;Befolkning\nOslo;1;2\n",
        "Overskriften på linje 1 har flere kolonner som kan være «Befolkning»: slett eller gi "
        "nytt navn til dem som ikke gjelder.",
    ),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "Filen er en gammel Excel-fil (.xls) eller beskyttet med passord: åpne den i Excel, "
        "fjern passordet og lagre den som .xlsx.",
    ),
    (
        workbook({"Om": [["Laget av NHN"]], "Telefon": [["Navn", "Nummer"]]}),
        "Ingen synlige ark i arbeidsboken («Om», «Telefon») er av noe kjent slag: "
        "overskriftene stemmer ikke med noen beskrivelse i pipeline/sources/kinds.",
    ),
    (workbook({"Ark1": []}), "Filen er tom: hent eksporten på nytt."),
    (b"", "Filen er tom: hent eksporten på nytt."),
    (
        workbook({"A": []}, extra={"xl/worksheets/sheet1.xml": far_away("XFD1048576")}),
        "Arbeidsboken krever mer minne enn lesingen har lov til å bruke: lagre bare tabellen, "
        "uten tomme rader og kolonner, i en ny .xlsx-fil.",
    ),
]


def test_what_cannot_be_taken_is_refused_by_name_with_one_sentence(put, tmp_path):
    put("nhn-2024-05/god.csv", VKP + "Oslo;1\n")
    for number, (data, _) in enumerate(REFUSED, 10):
        put(f"nhn-2024-05/ukjent-{number}.xlsx", data)
    lines = told(tmp_path)[1:]
    for number, ((_, sentence), line) in enumerate(zip(REFUSED, lines, strict=True), 10):
        assert line == f"✗ nhn-2024-05/ukjent-{number}.xlsx: {sentence}"


def test_a_workbook_without_a_date_is_told_where_to_put_one(put, tmp_path):
    put("nhn-2024-05/god.csv", VKP + "Oslo;1\n")
    put("nhn/alt.xlsx", workbook({"Status": STATUS_SHEET}))
    assert "skriv as_of i alt.xlsx.meta.toml" in told(tmp_path)[1]


@pytest.mark.parametrize(
    "lines",
    [
        "(Tom);1\n",
        "Svalbard;2500\nUoppgitt kommune;12\n",
        "Nordland Totalt;9\nK-Rest;1\n",
        "\n(1 rows)\n\nMerknad: Tallene er foreløpige.;\n",
    ],
)  # what stands in exports of KLASS 131, Power BI and SQL Server
def test_what_is_no_municipality_silences_nobody(put, ask, lines):
    put("nhn-2024-05/vkp.csv", f"Kommune;Befolkning\nOslo*;717710\n{lines}")
    assert ask("SELECT stage, count(*) FROM adoption GROUP BY stage ORDER BY stage") == [
        ("in_use", 1),
        ("not_adopted", 356),
    ]
    assert ask("SELECT accepted, review, rejected FROM source_file") == [(1, 0, 0)]
    counted = ask("SELECT rows_read = accepted + ignored FROM source_file")
    assert counted == [(True,)]
