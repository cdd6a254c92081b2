"""Names in files are not to be trusted: nothing of them becomes markup."""

from hypothesis import given
from hypothesis import strategies as st

from dashboard import markup
from dashboard.markup import Cell, Column, Head, Name, StageCell

BAD = '<script>alert("x")</script>&\'"'


def test_no_piece_lets_text_through_as_markup():
    pieces = [
        markup.headline(BAD, BAD, [BAD]),
        markup.heading(BAD, BAD),
        markup.note(BAD),
        markup.alarm(BAD, BAD, BAD),
        markup.choices(BAD, [(BAD, BAD, True)]),
        markup.timeline(BAD, BAD, BAD, [(BAD, BAD)]),
        markup.copy_link(BAD, BAD, BAD, BAD),
        markup.table(BAD, [BAD], [[Cell(BAD, href=BAD, strong=True)]]),
        markup.name_columns([Column(BAD, BAD, BAD, [BAD], [Name(BAD, BAD, True, True, True)])]),
        markup.facts(BAD, BAD, [(BAD, BAD)], [(BAD, BAD)], BAD),
        markup.definitions([(BAD, BAD)]),
        markup.bullets([BAD]),
        markup.way_on(BAD, BAD, BAD),
        markup.matrix(
            BAD,
            [Head(BAD, [BAD], href=BAD)],
            [[Cell(BAD, href=BAD), StageCell(BAD, BAD, "in_use", BAD, True)]],
        ),
    ]
    for piece in pieces:
        assert "<script" not in piece
        assert 'href="<' not in piece


@given(st.text())
def test_a_table_has_the_cells_it_was_given_whatever_they_hold(text):
    html = markup.table("t", ["a", "b"], [[Cell(text), Cell(text, number=True)]] * 3)
    assert html.count("<td") == 6
    assert html.count("<tr>") == 4


def test_a_column_of_numbers_has_its_heading_set_right_too():
    html = markup.table("t", ["Navn", "Antall"], [[Cell("Oslo"), Cell("1", number=True)]])
    assert '<th scope="col">Navn</th><th scope="col" class="u-number">Antall</th>' in html


def test_a_matrix_has_the_name_as_the_heading_of_its_row_and_words_beside_every_colour():
    html = markup.matrix(
        "Kommuner",
        [Head("Kommune", sorted="ascending"), Head("VKP", ["per juni 2024"])],
        [[Cell("Bodø"), StageCell("Ikke", " tatt i bruk", "not_adopted", "Påmeldt")]],
    )
    assert '<th scope="row">Bodø</th>' in html
    assert '<th scope="col" aria-sort="ascending">Kommune</th>' in html
    assert (
        '<td class="u-not_adopted">Ikke<span class="u-hidden"> tatt i bruk</span> '
        '<span class="u-mark">●\u00a0Påmeldt</span></td>'
    ) in html
