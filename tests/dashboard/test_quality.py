"""The page on data quality: what is under review, what deciding changes, what has been decided."""

from datetime import date

import pytest

from dashboard import data, quality, texts
from dashboard.rows import Decision, Finding, PublishedStages, Recomputed, Review, SourceFile
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
        "path": path, "title": "Liste", "as_of": as_of, "problem": None, "verdict": "clean",
        "scope": "hele landet", "complete": True, "stands": True,
    }  # fmt: skip
    return SourceFile(**(defaults | values))


JUNE, JULY = date(2024, 6, 30), date(2024, 7, 31)


def finding(**values: object) -> Finding:
    """A remark on a list of June."""
    defaults = {
        "source_path": "ks-2024-06/liste.csv", "source_row": None, "as_of": JUNE,
        "serious": False, "holds_back": False, "confirmed": None, "sentence": "Se her.",
    }  # fmt: skip
    return Finding(**(defaults | values))


def held_back(path: str, **values: object) -> SourceFile:
    return file(path, JUNE, verdict="held_back", stands=False, **values)


def test_the_page_opens_with_what_is_held_back_and_then_tells_what_is_in_doubt():
    files = [held_back("b.csv", rows_read=9, review=4), file("a.csv", JUNE, rows_read=3, review=1)]
    assert quality.headline(files, []) == "1 fil er holdt tilbake: b.csv"
    assert (
        quality.explanation(files, [])[1]
        == "1 av 12 rader er til avklaring, 0 kontrolltall avviker."
    )


def test_of_many_files_held_back_some_are_named_and_the_rest_counted():
    files = [held_back(f"{name}.csv") for name in "abcde"]
    told = "5 filer er holdt tilbake: a.csv, b.csv, c.csv og 2 til"
    assert quality.headline(files, []) == told


def test_what_is_held_back_but_replaced_troubles_nobody():
    files = [held_back("b.csv", replaced_by="a.csv"), file("a.csv", JUNE, rows_read=3)]
    assert quality.headline(files, []).startswith("Alle 3 rader er gjort rede for")
    assert quality.explanation(files, []) == [texts.QUALITY_INTRO]
    assert not any(cell.strong for row in quality.file_rows(files) for cell in row)


@pytest.mark.parametrize(
    ("verdict", "word", "strong"),
    [
        ("clean", "Uten funn", False),
        ("remarks", "Med merknader", False),
        ("held_back", "Holdt tilbake", True),
        ("unusable", "Kan ikke brukes", True),
    ],
)
def test_each_file_bears_its_verdict_and_what_does_not_count_stands_out(verdict, word, strong):
    problem = "Tom." if verdict == "unusable" else None
    (row,) = quality.file_rows([file("a.csv", JUNE, verdict=verdict, problem=problem)])
    cell = row[texts.FILES_HEADINGS.index("Dom")]
    assert (cell.text, cell.strong) == (word, strong)
    assert len(row) == len(texts.FILES_HEADINGS)


@pytest.mark.parametrize(
    ("scope", "words"),
    [
        ("hele landet", "Hele landet"),
        ("bare kommunene den nevner", "Bare kommunene den nevner"),
        ("Digi Nordland", "Digi Nordland"),
        (None, "–"),
    ],
)
def test_each_file_says_of_whom_it_speaks(scope, words):
    (row,) = quality.file_rows([file("a.csv", JUNE, scope=scope)])
    assert row[texts.FILES_HEADINGS.index("Rekkevidde")].text == words


def test_an_old_file_that_is_held_back_is_not_folded_away():
    months = [file(f"{month}.csv", date(2025, month, 1)) for month in range(12, 0, -1)] * 2
    shown, _ = quality.split_files([*months, held_back("gammel.csv")])
    assert "gammel.csv" in [row.path for row in shown]


def test_a_finding_tells_how_serious_it_is_what_and_where():
    remark, serious, confirmed = (
        [(cell.text, cell.strong) for cell in row]
        for row in quality.finding_rows([
            finding(source_row=7),
            finding(serious=True, holds_back=True),
            finding(serious=True, confirmed="Ringte KS"),
        ])
    )  # fmt: skip
    assert [text for text, _ in remark] == [
        "Merknad", "Se her.", "juni 2024", "ks-2024-06/liste.csv, linje 7",
    ]  # fmt: skip
    assert serious[0] == ("Alvorlig", True)
    assert serious[3] == ("ks-2024-06/liste.csv", False)
    assert confirmed[:2] == [("Alvorlig", False), ("Se her. Bekreftet: «Ringte KS».", False)]


def test_of_many_findings_those_of_old_dates_and_all_beyond_a_page_are_folded_away():
    holds = [finding(serious=True, holds_back=True, as_of=JUNE)]
    new = [finding(as_of=JULY, source_row=n) for n in range(2 * quality.WHOLE)]
    old = [finding(source_row=n) for n in range(3)]
    shown, rest = quality.split_findings([*holds, *new, *old])
    assert shown == [*holds, *new[: quality.WHOLE - 1]]
    assert shown + rest == [*holds, *new, *old]


def test_whatever_holds_a_file_back_is_in_view():
    holds = [finding(serious=True, holds_back=True, source_row=n) for n in range(30)]
    shown, rest = quality.split_findings([*holds, *[finding()] * 30])
    assert (shown, len(rest)) == (holds, 30)


def test_findings_as_a_file_run_nothing_in_a_spreadsheet():
    (_, line) = quality.findings_csv([finding(sentence="=1+1")]).decode("utf-8-sig").splitlines()
    assert line == "ks-2024-06/liste.csv;;2024-06-30;Merknad;'=1+1;"


VKP = "Kommune;Befolkning\nOslo;717710\n"


def test_the_page_reads_findings_what_holds_a_file_back_first_and_none_of_what_is_replaced(
    tmp_path, put, monkeypatch
):
    for month in ("05", "06", "07"):
        put(f"nhn-2024-{month}/a.csv", VKP + "Bergen;291940\nQwrtzx;1\n")
        put(f"nhn-2024-{month}/b.csv", VKP)
    put("nhn-2024-06/b.csv.meta.toml", 'confirmed = "Ringte NHN"')
    put("nhn-2024-07/b.csv", VKP + "Bergen;291940\nAlta;21708\n")
    put("nhn-2024-07/b.csv.meta.toml", 'replaces = "a.csv"')
    build(tmp_path / "raw", tmp_path / "warehouse")
    data._reader.cache_clear()
    monkeypatch.setenv("UTBREDELSE_WAREHOUSE", str(tmp_path / "warehouse"))
    first, *rest = ask(Finding, "findings")
    assert first[:6] == ("nhn-2024-05/b.csv", None, date(2024, 5, 31), True, True, None)
    assert [row.as_of for row in rest] == sorted((row.as_of for row in rest), reverse=True)
    assert [row.confirmed for row in rest if row.serious and row.as_of == JUNE] == ["Ringte NHN"]
    assert "nhn-2024-07/a.csv" not in {row.source_path for row in rest}
    held = [row.path for row in ask(SourceFile, "source_files") if row.is_held_back]
    assert held == ["nhn-2024-05/b.csv"]


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
