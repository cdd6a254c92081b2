"""The page on data quality: what is under review, what deciding changes, what has been decided."""

from datetime import date

import pytest

from dashboard import data, quality, texts
from dashboard.rows import Decision, PublishedStages, Recomputed, Review, SourceFile
from pipeline.build import build
from tests.as_page import ask


def review(*effects: tuple[str, str], **values: object) -> Review:
    """A row under review that says "not adopted"; effects are names and stages if not meant."""
    told = [{"name": name, "stage_if_not": stage} for name, stage in effects]
    defaults = {
        "source_path": "ks-2024-06/liste.csv",
        "source_row": 7,
        "short_name": "VKP",
        "printed": "Lyng",
        "digi_region": "Digi Troms og Finnmark",
        "reason": "unknown_name",
        "decidable": True,
        "stage": "not_adopted",
        "event": None,
        "suggested": [name for name, _ in effects],
        "effects": told,
    }
    return Review(**(defaults | values))


def decision(**values: object) -> Decision:
    defaults = {
        "file_pattern": "ks-2024-06/*",
        "printed_name": "Lyng",
        "digi_region": "Digi Troms og Finnmark",
        "name": "Lyngen",
        "county_name": "Troms",
        "reason": "Ringte kommunen",
        "decided_by": "Kari",
        "decided_on": date(2024, 6, 30),
        "matched": 1,
        "in_conflict": 0,
    }
    return Decision(**(defaults | values))


def told(row: Review) -> str:
    return quality.review_rows([row])[0][texts.REVIEWS_HEADINGS.index(EFFECT)].text


EFFECT = "Hva en avklaring endrer"


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (
            review(("Lyngen", "in_use")),
            "Gjelder raden Lyngen, blir Lyngen «ikke tatt i bruk» i stedet for ukjent; "
            "ellers «i bruk».",
        ),
        (
            review(("Lyngen", "unknown"), stage="enabled"),
            "Gjelder raden Lyngen, blir Lyngen «teknisk tilrettelagt» i stedet for ukjent; "
            "ellers fortsatt ukjent.",
        ),
        (
            review(("Kvinesdal", "in_use"), ("Kvinnherad", "in_use")),
            "Gjelder raden en av dem, blir den «ikke tatt i bruk» i stedet for ukjent, "
            "og de andre «i bruk».",
        ),
        (
            review(("Kvinesdal", "in_use"), ("Kvinnherad", "ordered")),
            "Gjelder raden en av dem, blir den «ikke tatt i bruk» i stedet for ukjent; "
            "ellers Kvinesdal «i bruk», Kvinnherad «bestilt».",
        ),
        (
            review(suggested=["Hå"]),
            "Ingenting nå: kommunene raden kan gjelde, er kjent fra andre rader eller kilder.",
        ),
        (review(), "Kommunen raden gjelder, blir «ikke tatt i bruk»."),
        (
            review(("Drammen", "unknown"), reason="conflict", decidable=False),
            "Kan ikke avgjøres her: filen sier to ting, så kilden må rettes.",
        ),
    ],
    ids=["one", "a page", "several", "several ways", "known elsewhere", "no idea", "conflict"],
)
def test_one_sentence_tells_what_deciding_a_row_would_change(row, sentence):
    assert told(row) == sentence


def test_a_review_names_the_municipalities_that_it_makes_unknown():
    cells = [cell.text for cell in quality.review_rows([review(("Lyngen", "in_use"))])[0]]
    place = texts.REVIEWS_HEADINGS.index("Ukjent inntil videre")
    assert cells[place] == "Lyngen"
    assert cells[-1] == "ks-2024-06/liste.csv, linje 7"
    assert len(cells) == len(texts.REVIEWS_HEADINGS)


def test_a_long_list_of_unknown_municipalities_is_cut_and_counted():
    names = [(name, "in_use") for name in "ABCDEFGH"]
    cells = [cell.text for cell in quality.review_rows([review(*names, suggested=[])])[0]]
    assert "A, B, C, D, E, F og 2 til" in cells


def test_a_decision_tells_what_where_why_who_and_when():
    cells = [cell.text for cell in quality.decision_rows([decision()])[0]]
    assert dict(zip(texts.DECISIONS_HEADINGS, cells, strict=True)) == {
        "Står i kilden": "Lyng",
        "Digi-region": "Digi Troms og Finnmark",
        "Filer": "ks-2024-06/*",
        "Betyr": "Lyngen (Troms)",
        "Hvorfor": "Ringte kommunen",
        "Hvem": "Kari",
        "Når": "30. juni 2024",
        "Rader avgjort": "1",
    }


@pytest.mark.parametrize(
    ("values", "text"),
    [
        ({"name": None, "county_name": None}, "Ingen kommune"),
        ({"digi_region": None}, "Alle"),
        ({"matched": 3, "in_conflict": 1}, "3, derav 1 fortsatt til avklaring"),
    ],
)
def test_no_municipality_any_region_and_a_conflict_are_said_in_words(values, text):
    assert text in [cell.text for cell in quality.decision_rows([decision(**values)])[0]]


def test_a_decision_that_settled_nothing_stands_out():
    assert quality.decision_rows([decision(matched=0)])[0][-1].strong
    assert not quality.decision_rows([decision()])[0][-1].strong


@pytest.fixture
def published(tmp_path, put, monkeypatch):
    """Build a small list with a decision, and let the pages read it."""
    put(
        "ks-2024-06/liste.csv",
        "Løsning;Digi-region;Kommune\nVKP;Digi Agder;Våler\nVKP;Digi Viken;Got\n",
    )
    file = tmp_path / "decisions.csv"
    file.write_text(
        "file_pattern,printed_name,digi_region,municipality_code,decided_by,decided_on,reason\n"
        "*,Got,,3324,Kari,2024-07-01,Skrivefeil\n",
        encoding="utf-8",
    )
    build(tmp_path / "raw", tmp_path / "warehouse", decisions=file)
    monkeypatch.setenv("UTBREDELSE_WAREHOUSE", str(tmp_path / "warehouse"))


def test_the_page_reads_reviews_with_namesakes_told_apart_by_their_county(published):
    (row,) = ask(Review, "reviews")
    assert row.suggested == ["Våler (Østfold)", "Våler (Innlandet)"]
    assert sorted(row.effects, key=lambda effect: effect["name"]) == [
        {"name": "Våler (Innlandet)", "stage_if_not": "in_use"},
        {"name": "Våler (Østfold)", "stage_if_not": "in_use"},
    ]


def test_the_page_reads_decisions_with_the_name_of_the_municipality(published):
    (row,) = ask(Decision, "decisions")
    assert (row.printed_name, row.name, row.matched) == ("Got", "Gol", 1)


def file(path: str, as_of: date | None, **values: object) -> SourceFile:
    defaults = dict.fromkeys(SourceFile._fields, 0) | {
        "path": path, "title": "Liste", "as_of": as_of, "problem": None,
    }  # fmt: skip
    return SourceFile(**(defaults | values))


def test_of_many_files_those_of_old_dates_are_folded_away_and_none_is_lost():
    months = [file(f"{month}.csv", date(2025, month, 1)) for month in range(12, 0, -1)]
    unread = [file("ukjent.csv", None), file("ødelagt.csv", date(2025, 1, 1), problem="Tom.")]
    files = [*unread, file("også.csv", date(2025, 12, 1)), *months, *months[1:]]
    shown, older = quality.split_files(files)
    assert [row.path for row in shown] == ["ukjent.csv", "ødelagt.csv", "også.csv", "12.csv"]
    assert sorted([*shown, *older], key=repr) == sorted(files, key=repr)
    assert quality.older_label(len(older), texts.FILES_COUNTED) == "Vis eldre (22 filer)"


def test_few_files_stand_whole_whatever_their_dates():
    files = [file(f"{day}.csv", date(2025, 1, day)) for day in range(1, quality.WHOLE + 1)]
    assert quality.split_files(files) == (files, [])


def test_files_that_have_no_date_at_all_stand_whole():
    files = [file(f"{place}.csv", None) for place in range(30)]
    assert quality.split_files(files) == (files, [])


def test_a_row_of_an_enrolment_list_says_what_its_municipality_becomes():
    assert quality._effect(review(stage=None, event="withdrawn")) == (
        "Kommunen raden gjelder, blir avmeldt."
    )


def test_a_published_number_of_users_is_held_against_the_list_and_explained_by_its_own_figures(
    real_warehouse, monkeypatch
):
    data._reader.cache_clear()
    monkeypatch.setenv("UTBREDELSE_WAREHOUSE", str(real_warehouse))
    (row,) = ask(PublishedStages, "published_stages")
    assert row[3:] == (251, 37, 272, 85, 272)
    (told,) = quality.stage_sentences([row])
    assert told == (
        "Kjernejournal per juni 2024: KS fagwebinar juni 2024 viste at 251 bruker løsningen og at "
        "37 er teknisk tilrettelagt. På listen over ikke tatt i bruk står 85, så her er 272 regnet "
        "som i bruk. 251 og 85 er til sammen 336: 21 kommuner står verken på listen eller er vist "
        "som bruker, og er her regnet med fordi listen er komplett. Gjelder tallene samme dag, må "
        "minst 16 av de 37 tilrettelagte stå på listen over ikke tatt i bruk."
    )


@pytest.mark.parametrize(
    ("figures", "told", "silent"),
    [
        ((251, None, 272, 85, 272), "21 kommuner står verken", "tilrettelagt"),
        ((251, 21, 272, 85, 272), "21 kommuner står verken", "må minst"),
        ((280, 37, 272, 85, 272), "viste at 280 bruker løsningen", "til sammen"),
    ],
)
def test_no_more_is_concluded_from_published_stages_than_follows(figures, told, silent):
    row = PublishedStages("A", date(2024, 6, 30), "KS", *figures)
    (sentence,) = quality.stage_sentences([row])
    assert told in sentence
    assert silent not in sentence


def test_why_a_recomputed_figure_differs_stands_beside_it():
    row = Recomputed("VKP", "Hele landet", "population_in_use", 2279442, 2360234, 80792, "KS", None)
    (cells,) = quality.recomputed_rows([row])
    assert [cell.text for cell in cells[3:5]] == ["2\u202f279\u202f442", "2\u202f360\u202f234"]
    assert "Hvem de 80\u202f792 innbyggerne imellom er, sier kildene ikke." in cells[5].text
