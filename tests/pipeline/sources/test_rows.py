import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import UserError
from pipeline.paths import KINDS
from pipeline.sources.kinds import FIELDS, load_kinds
from pipeline.sources.rows import Row, read_tables

ALL_KINDS = load_kinds(KINDS)
HEADER = "Løsning;Digi-region;Kommune\n"


def rows_of(text: str) -> list[Row]:
    """The rows of a text that holds one table."""
    (table,) = read_tables(text, ALL_KINDS)
    return table.rows


def read(text):
    """The kind's id and, for each row, (source_row, verdict, its cells by field)."""
    (table,) = read_tables(text, ALL_KINDS)
    return table.header.kind.id, [
        (row[0], row[1], {f: c for f, c in zip(FIELDS, row[4:], strict=True) if c})
        for row in table.rows
    ]


def test_rows_are_numbered_as_an_editor_shows_them_and_blank_lines_are_not_rows():
    _, rows = read(HEADER + "\nVKP;Digi Agder;Risør\n;;\nVKP;Digi Agder;Åmli\n")
    assert [(row[0], row[2]["name"]) for row in rows] == [(3, "Risør"), (5, "Åmli")]


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_the_delimiter_is_the_one_with_which_the_header_is_known(delimiter):
    text = "Kommune;Befolkning\nOslo;717710\n".replace(";", delimiter)
    assert read(text) == (
        "nhn_vkp_list",
        [(2, "data", {"name": "Oslo", "population": "717710"})],
    )


@pytest.mark.parametrize(
    "header", ["KOMMUNE;befolkning", " Kommune ;Befolkning (antall)", "Befolkning;X;Kommunenavn"]
)
def test_a_header_is_known_in_any_case_order_and_with_a_unit(header):
    assert read(header + "\nOslo;1;Oslo\n")[0] == "nhn_vkp_list"


def test_titles_above_the_header_are_passed_over():
    kind, rows = read("Rapport fra NHN\n\nKommune;Befolkning\nOslo;717710\n")
    assert (kind, rows[0][0]) == ("nhn_vkp_list", 4)


def test_the_kind_that_explains_more_columns_wins():
    text = "Kommune;Status;Helseregion;Befolkning\nOslo;Bruker;Helse Sør-Øst;1\n"
    assert read(text)[0] == "nhn_kjernejournal_status"


@pytest.mark.parametrize("word", ["Totalt", "SUM", "Totalt:", "I alt"])
def test_a_total_row_is_ignored_but_counted(word):
    _, rows = read(f"Kommune;Befolkning\nOslo;1\n{word};1\n")
    assert [row[1] for row in rows] == ["data", "ignored"]


@pytest.mark.parametrize("line", ["Filtre som er brukt: År er 2024", "No filters applied"])
def test_a_footer_with_filters_is_ignored_even_though_it_is_short(line):
    _, rows = read(f"Kommune;Befolkning\nOslo;1\n{line}\n")
    assert [row[1] for row in rows] == ["data", "ignored"]


def test_a_quoted_line_break_belongs_to_its_row():
    _, rows = read('Kommune;Befolkning\n"Oslo\nby";1\nBærum;2\n')
    assert [(row[0], row[2]["name"]) for row in rows] == [(2, "Oslo\nby"), (4, "Bærum")]


def test_an_unclosed_quote_costs_one_line_and_not_the_rest_of_the_file():
    _, rows = read('Kommune;Befolkning\n"Oslo;1\nBærum;2\nAsker;3\n')
    assert [(row[0], row[1]) for row in rows] == [(2, "rejected"), (3, "data"), (4, "data")]


@pytest.mark.parametrize("line", ["Oslo", "Oslo;1;ekstra", ";1"])
def test_a_line_of_the_wrong_shape_is_rejected_with_its_text(line):
    rows = rows_of(f"Kommune;Befolkning\n{line}\n")
    assert (rows[0][1], rows[0][3]) == ("rejected", line)
    assert rows[0][2]


@pytest.mark.parametrize(
    "word",
    ["Totalsum", "Delsum:", "Totalt antall kommuner", "SUM (357)", "Sum", "Nordland Totalt"],
)
def test_total_rows_go_by_many_names(word):
    _, rows = read(f"Kommune;Befolkning\nSund;1\nOslo;1\n{word};1\n")
    assert [row[1] for row in rows] == ["data", "data", "ignored"]


def test_a_total_row_may_have_its_word_in_another_column_than_the_name():
    _, rows = read("Fylke;Kommune;Befolkning\nOslo;Oslo;1\nTotalt;;1\n;;2\n")
    assert [row[1] for row in rows] == ["data", "ignored", "rejected"]


@pytest.mark.parametrize(
    "note",
    ["(40 rows)", "357 rader", "40 kommuner", "* Oslo rapporterer per bydel;", "¹ Foreløpig;",
     "Merknad: Tallene er foreløpige", "Tallene gjelder siste halvår."],
)  # fmt: skip
def test_a_note_by_itself_after_a_blank_line_is_no_row_and_what_follows_it_may_be(note):
    _, rows = read(f"Kommune;Befolkning\nOslo;1\n\n{note}\nBærum;2\nAsker\n")
    assert [row[1] for row in rows] == ["data", "ignored", "data", "rejected"]


@pytest.mark.parametrize(
    "name", ["Oslo", "Evje og Hornnes", "Lyngen kommune i Troms fylke", "St. Elvdal"]
)
def test_a_name_by_itself_after_a_blank_line_is_a_row(name):
    _, rows = read(f"Kommune;Befolkning\nOslo;1\n\n{name};\n")
    assert [row[1] for row in rows] == ["data", "data"]


def test_the_filters_listed_below_their_heading_belong_to_the_footer():
    _, rows = read(
        "Kommune;Befolkning\nOslo;1\n\nFiltre som er brukt:;\nÅr er 2024\nFylke er ikke Viken;\n"
        "Bærum;2\n"
    )
    assert [row[1] for row in rows] == ["data", "ignored", "ignored", "ignored", "data"]


def test_filters_in_one_quoted_cell_are_one_footer():
    _, rows = read('Kommune;Befolkning\nOslo;1\n"Filtre som er brukt:\nÅr er 2024\nA;B"\n')
    assert [(row[0], row[1]) for row in rows] == [(2, "data"), (3, "ignored")]


@pytest.mark.parametrize("first", ["sep=;", "SEP=;", '"sep=;"'])
def test_the_line_with_which_excel_declares_the_delimiter_is_no_row(first):
    assert read(f"{first}\r\nKommune;Befolkning\r\nOslo;1\r\n")[1][0][0] == 3


def test_a_declared_delimiter_may_be_an_unusual_one():
    _, rows = read("sep=|\nKommune|Befolkning\nOslo|1\n")
    assert rows == [(3, "data", {"name": "Oslo", "population": "1"})]


def test_lines_may_end_with_carriage_returns_alone():
    _, rows = read("Kommune;Befolkning\rOslo;1\rBærum;2\r")
    assert [(row[0], row[2]["name"]) for row in rows] == [(2, "Oslo"), (3, "Bærum")]


def test_a_very_long_cell_costs_its_line_only_and_says_so():
    long = "x" * 140_000
    rows = rows_of(f"Kommune;Befolkning\nOslo;1\n{long};1\nBærum;2\n")
    assert [row[1] for row in rows] == ["data", "rejected", "data"]
    assert rows[1][2:4] == ("linjen har et felt på over 131072 tegn", f"{long[:2000]}…")


def test_a_name_of_fifty_thousand_letters_costs_its_line_and_is_not_kept():
    rows = rows_of(f"Kommune;Befolkning\n{'x' * 50_000};1\nBærum;2\n")
    assert [row[1] for row in rows] == ["rejected", "data"]
    assert rows[0][2] == "et felt har 50\u202f000 tegn, og det er ikke lov med mer enn 500"
    assert len("".join(cell or "" for cell in rows[0][3:])) < 2_100


@pytest.mark.parametrize("sign", ["#DIV/0!", "#N/A", "#REF!", "#NAME?", "#VERDI!", "#I/T"])
def test_an_error_from_excel_rejects_its_row_with_its_sign(sign):
    rows = rows_of(f"Kommune;Befolkning\nOslo;{sign}\n{sign};2\n#1;3\n")
    assert [row[1:3] for row in rows] == [
        ("rejected", f"«{sign}» er en feil fra Excel"),
        ("rejected", f"«{sign}» er en feil fra Excel"),
        ("data", None),
    ]


@pytest.mark.parametrize("end", ["Bærum;Sta", "Bær", 'Bærum;"Sta', '"Bær'])
def test_a_list_cut_off_in_the_middle_of_a_row_is_not_used(end):
    whole = "Kommune;Status;Helseregion\nOslo;Bruker;Helse Sør-Øst\n"
    with pytest.raises(UserError, match=r"trolig kappet, for linje 3, den siste"):
        rows_of(whole + end)
    assert len(rows_of(f"{whole}{end}\n")) == 2


@pytest.mark.parametrize("end", ["Bærum;Bruker;Helse Sør-Øst", "Totalt", "Kilde: NHN"])
def test_a_list_whose_last_row_is_whole_a_total_or_a_footer_needs_no_line_end(end):
    whole = "Kommune;Status;Helseregion\nOslo;Bruker;Helse Sør-Øst\n"
    assert len(rows_of(whole + end)) == 2


def test_a_row_as_short_as_another_is_not_cut_off():
    text = "Kommune;Status;Helseregion\nOslo;Bruker;Helse Sør-Øst\nBergen;Bruker\nBærum;Bruker"
    assert len(rows_of(text)) == 3


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Kommune;Befolkning" + ";x" * 1_000_000 + "\nOslo;1\n", "Linje 1 har 1\u202f000\u202f002"),
        ("Kommune;Befolkning\n" + "Oslo;1\n" * 200_001, "Filen har 200\u202f002 linjer"),
    ],
)
def test_more_columns_or_lines_than_an_export_has_are_refused(text, told):
    with pytest.raises(UserError, match=told):
        rows_of(text)


def test_an_unclosed_quote_in_a_very_long_file_costs_one_line():
    rows = rows_of('Kommune;Befolkning\n"Oslo;1\n' + "Bærum;2\n" * 30_000)
    assert sum(row[1] == "data" for row in rows) == 30_000
    assert rows[0][2] == "linjen har et anførselstegn som ikke lukkes"


def test_a_heading_that_two_columns_go_by_is_refused_with_its_line():
    with pytest.raises(UserError) as refused:
        read("Rapport\nKommune;Befolkning (menn);Befolkning (kvinner)\nOslo;1;2\n")
    assert str(refused.value) == (
        "Overskriften på linje 2 har flere kolonner som kan være «Befolkning (menn)»: slett eller "
        "gi nytt navn til dem som ikke gjelder."
    )


def test_a_missing_column_is_named_with_the_line_it_is_missing_from():
    with pytest.raises(UserError, match="linje 2 mangler kolonnen «Kommune»"):
        read("Tittel\nLøsning;Digi-region\nVKP;Digi Agder\n")


def test_an_unknown_header_gets_one_sentence():
    with pytest.raises(UserError, match="ikke av noe kjent slag"):
        read("Navn;Telefon\nOla;1\n")


def test_an_empty_file_gets_one_sentence():
    with pytest.raises(UserError, match="Filen er tom"):
        read(" \n")


@given(st.lists(st.text(alphabet='aØ;"\n\r\u2028 -1', max_size=12), max_size=20))
def test_no_line_is_ever_lost_and_none_raises(lines):
    body = "\n".join([*lines, ""])
    rows = rows_of("Kommune;Befolkning\n" + body)
    kept = "".join(row[3] for row in rows)
    assert sorted(c for c in kept if c in "aØ1") == sorted(c for c in body if c in "aØ1")
    assert len({row[0] for row in rows}) == len(rows)


def test_a_line_that_cannot_be_read_is_no_title_of_the_table_below_it():
    first, second = read_tables(
        'Kommune;Befolkning\nOslo;717710\n\nTittel\nBergen;"1\nKommunenavn;Aktiv Digihelse\nOs;-\n',
        ALL_KINDS,
    )
    assert [row[0] for row in first.rows] == [2, 4, 5]
    assert [row[0] for row in second.rows] == [7]
