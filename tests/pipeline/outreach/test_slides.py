"""Slides: what they say, that names are the list's own, and that everything has room."""

import io
import re
from dataclasses import replace
from datetime import date
from functools import cache

import pytest
from pptx import Presentation
from pptx.util import Inches

from pipeline.errors import UserError
from pipeline.outreach.export import make
from pipeline.outreach.lists import Selection, known, select, take
from pipeline.outreach.slides import measure
from pipeline.outreach.slides.maps import ready_map
from pipeline.warehouse import connect, current_path

NATIONAL = ("kjernejournal", "digihelse", "digihelsestasjon", "vkp")


def decks_of(folder):
    """What makes a deck, as a person asks for it, and reads it back; each is made once."""
    connection = connect(current_path(folder))

    @cache
    def made(name, solutions, regions, template):
        listing = take(connection, select(known(connection), name, solutions, regions))
        return Presentation(io.BytesIO(make(connection, listing, "pptx", template=template)))

    return lambda name, *solutions, regions=(), template=None: made(
        name, solutions, tuple(regions), template
    )


@pytest.fixture(scope="session")
def real_deck(real_warehouse):
    return decks_of(real_warehouse)


@pytest.fixture(scope="session")
def demo_deck(demo_warehouse):
    return decks_of(demo_warehouse)


def titles(deck):
    return [slide.shapes.title.text for slide in deck.slides]


def said(slide):
    return "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def cells(slide):
    (table,) = (shape.table for shape in slide.shapes if shape.has_table)
    return [[cell.text for cell in row.cells] for row in table.rows]


def names(deck):
    """Every name in the columns as (region, name, in bold), in the order of the slides."""
    found = []
    for slide in deck.slides:
        for shape in slide.shapes:
            if shape.name.startswith("names: "):
                region = shape.name.removeprefix("names: ")
                found += [(region, *name) for name in _names(shape, region)]
    return found


def _names(shape, region):
    for paragraph in shape.text_frame.paragraphs:
        first = paragraph.runs[0]
        is_head = first.text.startswith(region) or re.fullmatch(r"\d+ er påmeldt", first.text)
        if not is_head:
            yield first.text, bool(first.font.bold)


def test_the_deck_of_june_2024_opens_with_the_sentence_of_ks(real_deck):
    deck = real_deck("not-adopted", "kjernejournal")
    assert titles(deck) == [
        "Det er 85 kommuner som ikke har tatt i bruk Kjernejournal",
        "85 kommuner uten Kjernejournal",
        "47 av 85 kommuner uten Kjernejournal er påmeldt",
        "Kjernejournal: 272 av 357 kommuner har tatt i bruk",
        "Om tallene",
    ]
    assert "24\u00a0%" in said(deck.slides[0])


def test_the_names_are_those_of_the_list_with_the_enrolled_in_bold(real_deck, real_list):
    wanted = [
        (row.digi_region, row.name, bool(row.enrolled))
        for row in real_list("not-adopted", "kjernejournal").rows
    ]
    assert names(real_deck("not-adopted", "kjernejournal")) == wanted


def test_a_region_known_by_count_only_says_how_many_and_names_nobody(real_deck):
    slide = real_deck("not-adopted", "kjernejournal").slides[1]
    (viken,) = (shape for shape in slide.shapes if shape.name == "names: Digi Viken")
    heading, note, *rest = (p.text for p in viken.text_frame.paragraphs)
    assert (heading, note, len(rest)) == ("Digi Viken (15)", "3 er påmeldt", 15)
    assert "er navnene ikke publisert" in said(slide)


def test_the_slide_of_enrolled_adds_up_to_the_published_47(real_deck):
    heading, *rows, total = cells(real_deck("not-adopted", "kjernejournal").slides[2])
    assert heading == ["Digi-region", "Ikke tatt i bruk", "Påmeldt", "Gjenstår"]
    assert total == ["Sum", "85", "47", "38"]
    assert ["Nordland", "9", "9", "0"] in rows
    assert sum(int(row[1]) for row in rows) == 85


def test_the_count_outside_a_run_is_the_least_where_enrolment_is_unknown(real_deck):
    title = real_deck("not-adopted-not-enrolled", "vkp").slides[0].shapes.title.text_frame.text
    assert title == "Minst 0 kommuner har verken tatt i bruk eller meldt seg på VKP"


def test_where_nothing_says_who_is_enrolled_there_is_no_slide_of_it(real_deck):
    assert not any("påmeldt" in title for title in titles(real_deck("not-adopted", "vkp")))


def test_several_solutions_open_with_status_against_ambition(real_deck):
    deck = real_deck("not-adopted", *NATIONAL)
    assert titles(deck)[0] == "Minst 1 av 3 løsninger har nådd ambisjonen"
    assert "272 av 357" in said(deck.slides[0])
    assert "Ambisjon desember 2023: 356" in said(deck.slides[0])
    assert "Ambisjon desember 2023: 150 (satt for annet enn dette)" in said(deck.slides[0])
    assert [shape.name for shape in deck.slides[0].shapes].count("goal") == 3
    headlines = [title for title in titles(deck) if title.startswith("Det er ")]
    assert [int(re.search(r"\d+", title)[0]) for title in headlines] == [85, 190, 152, 305]


def test_the_deck_of_a_region_has_all_solutions_and_that_region_only(real_deck, real_list):
    deck = real_deck("not-adopted", *NATIONAL, regions=["digi-nordland"])
    assert titles(deck)[0] == "Status for 4 løsninger i Digi Nordland"
    assert "Det er 9 kommuner i Digi Nordland som ikke har tatt i bruk Kjernejournal" in titles(
        deck
    )
    assert {region for region, *_ in names(deck)} == {"Digi Nordland"}
    rows = real_list("not-adopted", *NATIONAL, regions=["digi-nordland"]).rows
    assert [name for _, name, _ in names(deck)] == [row.name for row in rows]


def test_a_region_without_a_gap_is_good_news(real_deck):
    deck = real_deck("not-adopted", "kjernejournal", regions=["digi-oslo"])
    assert titles(deck)[0] == "Alle kommuner i Digi Oslo har tatt i bruk Kjernejournal"
    assert names(deck) == []


def test_a_solution_that_nothing_is_known_of_by_then_is_left_out_and_the_last_slide_says_so(
    real_warehouse,
):
    connection = connect(current_path(real_warehouse))
    asked = Selection("not-adopted", ("kjernejournal", "digihelse"), as_of=date(2024, 5, 31))
    deck = Presentation(io.BytesIO(make(connection, take(connection, asked), "pptx")))
    assert not any("Kjernejournal" in title for title in titles(deck))
    assert "Kjernejournal: ingen kilde sier noe om løsningen så langt." in said(deck.slides[-1])


def test_every_slide_says_date_source_and_whose_the_map_is(real_deck):
    for slide in real_deck("not-adopted", "vkp").slides:
        assert "Per juni 2024. Kilde: KS' fagwebinar" in said(slide)
        assert "© Kartverket" in said(slide)


def test_every_slide_of_invented_figures_says_so(demo_deck):
    for slide in demo_deck("all", "vkp", regions=["digi-agder"]).slides:
        assert "Demodata" in [s.text_frame.text for s in slide.shapes if s.has_text_frame]


def test_the_last_slide_tells_filters_rows_and_what_is_left_out(real_deck):
    deck = real_deck("not-adopted-not-enrolled", "kjernejournal")
    told = said(deck.slides[-1])
    assert "Ikke tatt i bruk og ikke påmeldt" in told
    assert "\n3\n" in told
    assert "73 kommuner uten løsningen er ikke med" in told
    assert deck.core_properties.comments.startswith("3 rader.")


def test_all_texts_are_text_and_every_map_is_described(real_deck):
    for slide in real_deck("not-adopted", "kjernejournal").slides:
        for shape in slide.shapes:
            if shape.shape_type == 13:  # a picture
                assert shape._element.nvPicPr.cNvPr.get("descr").startswith("Kart: ")


def test_a_contradicted_name_carries_its_sign_and_the_sign_is_explained(real_deck):
    deck = real_deck("not-adopted", "digihelsestasjon")
    signed = [
        paragraph.text
        for slide in deck.slides
        for shape in slide.shapes
        if shape.name.startswith("names: ")
        for paragraph in shape.text_frame.paragraphs
        if "†" in paragraph.text
    ]
    assert len(signed) == 8
    assert "†: en annen kilde" in said(deck.slides[1])


@pytest.mark.parametrize(
    ("name", "solutions", "regions"),
    [
        ("not-adopted", ("vkp",), []),
        ("not-adopted", NATIONAL, []),
        ("not-adopted", NATIONAL, ["digi-troms-og-finnmark"]),
        ("all", ("digihelse",), []),
        ("in-use", ("digihelsestasjon",), ["digi-viken", "digi-vestfold-og-telemark"]),
        ("ready", ("sfm",), []),
    ],
)
def test_every_text_has_room_in_its_box_and_every_box_on_its_slide(
    real_deck, name, solutions, regions
):
    deck = real_deck(name, *solutions, regions=regions)
    for slide in deck.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= deck.slide_width
            assert shape.top + shape.height <= deck.slide_height
            if shape.has_text_frame and shape.name not in ("footer", "band"):
                _has_room(slide, shape)


def _has_room(slide, shape):
    told = 0.0
    width = shape.width / Inches(1)
    for paragraph in shape.text_frame.paragraphs:
        size = max((run.font.size.pt for run in paragraph.runs), default=0)
        bold = any(run.font.bold for run in paragraph.runs)
        told += measure.height(paragraph.text, size, width, bold)
    assert told <= shape.height / Inches(1) + 0.05, (slide.shapes.title.text, shape.name)


def test_names_are_never_smaller_than_can_be_read_from_the_back(real_deck):
    sizes = {
        run.font.size.pt
        for slide in real_deck("not-adopted", "vkp").slides
        for shape in slide.shapes
        if shape.name.startswith("names: ")
        for paragraph in shape.text_frame.paragraphs
        for run in paragraph.runs
    }
    assert min(sizes) >= 14


def test_a_template_gives_size_layout_and_nothing_of_its_own_slides(real_deck, tmp_path):
    template = Presentation()
    template.slide_width, template.slide_height = Inches(10), Inches(5.625)
    template.slides.add_slide(template.slide_layouts[0]).shapes.title.text = "Gammelt lysark"
    template.save(tmp_path / "mal.pptx")
    deck = real_deck("not-adopted", "kjernejournal", template=tmp_path / "mal.pptx")
    assert deck.slide_width == Inches(10)
    assert "Gammelt lysark" not in titles(deck)
    assert {slide.slide_layout.name for slide in deck.slides} == {"Title Only"}
    for slide in deck.slides:
        title = slide.shapes.title
        (run,) = title.text_frame.paragraphs[0].runs
        told = measure.height(run.text, run.font.size.pt, title.width / Inches(1), bold=True)
        assert told <= title.height / Inches(1)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 not a zip", b"<xml/>"])
def test_a_template_that_is_no_presentation_is_told_in_one_sentence(real_deck, tmp_path, content):
    (tmp_path / "mal.pptx").write_bytes(content)
    with pytest.raises(
        UserError, match=r"mal\.pptx kan ikke brukes \(er skadet eller ingen PowerPoint-fil"
    ):
        real_deck("all", "vkp", template=tmp_path / "mal.pptx")


def test_a_template_that_is_not_there_is_told(real_deck, tmp_path):
    with pytest.raises(UserError, match="finnes ikke"):
        real_deck("all", "vkp", template=tmp_path / "mal.pptx")


def test_hostile_names_stand_as_they_are(real_warehouse):
    connection = connect(current_path(real_warehouse))
    hostile = '=1+1 <b>"&\u00a0'
    listing = take(connection, Selection("in-use", ("vkp",), ("Digi Oslo",)))
    changed = replace(listing, rows=tuple(row._replace(name=hostile) for row in listing.rows))
    deck = Presentation(io.BytesIO(make(connection, changed, "pptx")))
    assert names(deck) == [("Digi Oslo", hostile, False)]


def test_a_picture_of_a_solution_without_known_prerequisites_says_of_nobody_that_it_is_ready(
    real_list,
):
    drawing = ready_map(real_list("all", "pmd").rows)
    assert {group.label: len(group.ids) for group in drawing.groups if group.ids} == {
        "Ingen forutsetninger oppgitt": 357
    }
    assert [len(marks.ids) for marks in drawing.marks] == [4]


@pytest.mark.parametrize("name", ["not-adopted-not-enrolled", "enrolled"])
def test_a_list_that_leaves_out_the_unknown_shows_no_share_of_everybody(real_deck, name):
    headline = real_deck(name, "kjernejournal").slides[0]
    shapes = [shape.name for shape in headline.shapes]
    assert "reservations" in shapes
    assert not {"key figure", "bars heading"} & set(shapes)


def test_every_bar_has_its_name_however_close_they_stand(demo_deck):
    deck = demo_deck("not-adopted-not-enrolled", "digihelsestasjon")
    (frame,) = (shape for shape in deck.slides[0].shapes if shape.name == "bars")
    assert len(list(frame.chart.plots[0].categories)) == 11
    assert frame.chart.category_axis._element.xpath("c:tickLblSkip/@val") == ["1"]
