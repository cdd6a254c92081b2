import csv
import io
from dataclasses import replace
from datetime import date

import pytest

from dashboard import contact, my_region, region_lines
from dashboard.region_filters import RegionView, Wanted
from dashboard.rows import Region, RegionStage, Standing
from pipeline.outreach import about
from pipeline.outreach.call_list import Call, in_call_order
from pipeline.outreach.csv_list import list_csv
from pipeline.outreach.lists import Listing, ListRow, Selection

JUNE = date(2024, 6, 30)
NORDLAND = Region("Digi Nordland", 41, 243_081)
VIEW = RegionView("Digi Nordland", "digi-nordland", JUNE, ("kjernejournal", "vkp"))


def standing(solution: str = "vkp", region: str = "Digi Nordland", **values: object) -> Standing:
    defaults = dict.fromkeys(Standing._fields, 0) | {
        "digi_region": region,
        "solution_id": solution,
        "short_name": {"vkp": "VKP", "kjernejournal": "Kjernejournal"}[solution],
        "adopted_means": "in_use",
        "is_offered": True,
        "as_of": JUNE,
        "municipalities": 41,
        "enrolled_named": None,
        "enrolled_published": None,
        "names_as_of": None,
    }
    return Standing(**(defaults | values))


def stage(code: str, name: str, stage: str, solution: str = "vkp", **values: object) -> RegionStage:
    defaults = {
        "municipality_code": code,
        "name": name,
        "parallel_names": "",
        "population": 6_000,
        "solution_id": solution,
        "short_name": {"vkp": "VKP", "kjernejournal": "Kjernejournal"}[solution],
        "stage": stage,
        "enrolled": None,
        "contradicted": False,
    }
    return RegionStage(**(defaults | values))


def reasons(code: str, place: int, solution: str = "vkp", **values: object) -> Call:
    defaults = {
        "municipality_code": code,
        "solution_id": solution,
        "required": [],
        "prerequisites": "met",
        "missing": [],
        "neighbours": 0,
        "neighbours_using": [],
        "share": 0.02,
        "average": 5_928.8,
        "is_large": False,
        "enrolled_elsewhere": [],
        "reasons": 1,
        "place": place,
    }
    return Call(**(defaults | values))


STAGES = [
    stage("1804", "Bodø", "in_use", population=53_000),
    stage("1806", "Narvik", "not_adopted", population=21_000, enrolled=True),
    stage("1806", "Narvik", "not_adopted", "kjernejournal", population=21_000),
    stage("1840", "Saltdal", "unknown"),
    stage("1875", "Hamarøy", "not_adopted", parallel_names="Hábmer", population=2_800),
]
CONTACTS = region_lines.by_gap(
    [reasons("1806", 3), reasons("1806", 2, "kjernejournal"), reasons("1875", 1)]
)


def names(wanted: Wanted) -> list[str]:
    return [line.name for line in region_lines.lines(STAGES, CONTACTS, wanted)]


def test_the_headline_tells_the_largest_gap():
    standings = [standing("kjernejournal", not_adopted=9), standing(not_adopted=36)]
    assert my_region.headline(NORDLAND, standings) == (
        "Digi Nordland: 41 kommuner, 243\u202f000 innbyggere. Størst gap: VKP (36 av 41)."
    )


def test_what_is_only_tried_out_is_no_largest_gap_while_there_are_others():
    tried = standing("kjernejournal", not_adopted=41, is_offered=False)
    for not_adopted, told in ((36, "VKP (36 av 41)."), (0, "Kjernejournal (41 av 41).")):
        standings = [tried, standing(not_adopted=not_adopted)]
        assert my_region.headline(NORDLAND, standings).endswith(told)


def test_equal_gaps_are_told_together():
    standings = [standing("kjernejournal", not_adopted=9), standing(not_adopted=9)]
    assert my_region.headline(NORDLAND, standings).endswith("Kjernejournal og VKP (9 av 41).")


def test_no_gap_is_not_told_when_something_is_unknown():
    assert my_region.headline(NORDLAND, [standing()]).endswith("Ingen gap.")
    for standings in ([standing(unknown=1)], []):
        assert my_region.headline(NORDLAND, standings).endswith("Ingen kjente gap.")


def test_a_gap_is_a_lower_bound_when_most_is_unknown():
    told = my_region.headline(NORDLAND, [standing(not_adopted=5, is_mostly_unknown=True)])
    assert told.endswith("VKP (minst 5 av 41).")


def test_gaps_enrolment_and_whom_to_contact_are_told_below():
    assert my_region.explanation(STAGES, CONTACTS) == [
        "3 gap hos 2 kommuner. 1 av dem er påmeldt felles innføringsløp og kjent ved navn. "
        "1 status er ukjent.",
        "Kontakt først: Hamarøy og Narvik.",
    ]
    assert my_region.explanation(STAGES[:1], CONTACTS) == []


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("kontakt", ["Hamarøy", "Narvik", "Bodø", "Saltdal"]),
        ("navn", ["Bodø", "Narvik", "Saltdal", "Hamarøy"]),
        ("innbyggere", ["Bodø", "Narvik", "Saltdal", "Hamarøy"]),
        ("gap", ["Narvik", "Hamarøy", "Bodø", "Saltdal"]),
    ],
)
def test_the_matrix_is_sorted_as_asked(order, expected):
    assert names(Wanted(order=order)) == expected


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (Wanted(stage="ikke-tatt-i-bruk"), ["Hamarøy", "Narvik"]),
        (Wanted(stage="ukjent"), ["Saltdal"]),
        (Wanted(enrolment="pameldt"), ["Narvik"]),
        (Wanted(enrolment="ikke-pameldt"), []),
        (Wanted(size="under-5000"), ["Hamarøy"]),
        (Wanted(size="over-20000"), ["Narvik", "Bodø"]),
        (Wanted(prerequisites="pa-plass"), ["Hamarøy", "Narvik"]),
        (Wanted(prerequisites="mangler"), []),
        (Wanted(search="hábm"), ["Hamarøy"]),
        (Wanted(search="SALT"), ["Saltdal"]),
        (Wanted(search="1804"), ["Bodø"]),
        (Wanted(search="18"), []),
        (Wanted(search="<b>"), []),
    ],
)
def test_filters_leave_those_with_anything_that_fits(wanted, expected):
    assert names(wanted) == expected


def test_filters_hold_for_one_and_the_same_status():
    enrolled_in_use = Wanted(stage="i-bruk", enrolment="pameldt")
    assert names(enrolled_in_use) == []


def test_a_solution_leaves_only_its_own_gaps():
    view = replace(VIEW, solutions=["kjernejournal"], narrowed=True)
    (line,) = region_lines.lines(region_lines.in_view(STAGES, view), CONTACTS, Wanted())
    assert (line.name, line.gaps, line.contacts[0].place) == ("Narvik", 1, 2)


def test_what_does_not_fit_the_filters_stands_without_colour_and_unknown_is_no_gap():
    found = region_lines.lines(STAGES, CONTACTS, Wanted(enrolment="pameldt"))
    columns = [standing("vkp"), standing("kjernejournal")]
    ((name, _, gaps, vkp, kjernejournal),) = my_region.matrix_rows(found, columns)
    assert (name.text, gaps.text) == ("Narvik", "2")
    assert (vkp.text + vkp.rest, vkp.stage, vkp.mark) == (
        "Ikke tatt i bruk",
        "not_adopted",
        "Påmeldt",
    )
    assert (kjernejournal.text, kjernejournal.stage, kjernejournal.mark) == ("Ikke", "outside", "")
    (saltdal,) = region_lines.lines(STAGES, CONTACTS, Wanted(search="saltdal"))
    assert saltdal.gaps == 0


def test_a_solution_that_is_not_meant_for_a_municipality_says_so():
    found = region_lines.lines(STAGES, CONTACTS, Wanted(search="bodø"))
    (row,) = my_region.matrix_rows(found, [standing("kjernejournal")])
    assert row[-1].text == "Ikke aktuell"


def test_a_name_leads_to_the_page_of_its_municipality():
    ((name, *_),) = my_region.matrix_rows(
        region_lines.lines(STAGES, CONTACTS, Wanted(search="bodø")), []
    )
    assert name.href == "kommune?kommune=1804"


def test_a_column_says_its_gap_its_date_and_the_share_here_and_in_the_country():
    here = standing(adopted=5, not_adopted=35, unknown=1)
    nation = standing(region="Hele landet", municipalities=357, adopted=48)
    *_, head = my_region.heads([here, nation], VIEW, "navn")
    assert (head.text, head.notes) == (
        "VKP",
        ["35 av 41 mangler", "i bruk 12\u00a0%, landet\u00a013\u00a0%", "per juni 2024, 1 ukjent"],
    )


@pytest.mark.parametrize(
    ("gap", "unknown", "mostly", "told"),
    [
        (0, 0, False, "ingen mangler"),
        (0, 2, False, "ingen kjente gap"),
        (2, 2, False, "2 av 41 mangler"),
        (2, 30, True, "minst 2 av 41 mangler"),
    ],
)
def test_a_column_never_tells_the_unknown_as_adopted(gap, unknown, mostly, told):
    here = standing(not_adopted=gap, unknown=unknown, is_mostly_unknown=mostly)
    rows = [here, standing(region="Hele landet")]
    assert my_region.heads(rows, VIEW, "navn")[-1].notes[0] == told


def test_a_share_is_not_told_when_most_is_unknown():
    rows = [
        standing(region=r, is_mostly_unknown=True) for r in (NORDLAND.digi_region, "Hele landet")
    ]
    assert "i bruk –, landet\u00a0–" in my_region.heads(rows, VIEW, "navn")[-1].notes


def test_the_heading_that_the_rows_are_sorted_by_says_so():
    assert [head.sorted for head in my_region.heads([], VIEW, "gap")] == [None, None, "descending"]
    assert my_region.heads([], VIEW, "navn")[0].sorted == "ascending"


def test_enrolment_that_is_known_as_a_count_only_or_not_at_all_is_told():
    rows = [
        standing("kjernejournal", not_adopted=9, enrolled_named=0, enrolled_published=5),
        standing(not_adopted=36),
    ]
    assert my_region.legend(STAGES, rows)[-1] == (
        "Kjernejournal: 5 er påmeldt etter publisert antall; kilden sier ikke hvem. "
        "VKP: ingen kilde sier hvem som er påmeldt."
    )
    assert my_region.legend(STAGES, [standing(not_adopted=9, enrolled_named=2)])[-1] == ""


def test_a_contradicted_status_is_marked_and_explained():
    row = stage("1804", "Bodø", "not_adopted", contradicted=True)
    (line,) = region_lines.lines([row], {}, Wanted())
    assert my_region.matrix_rows([line], [standing()])[0][-1].contradicted
    assert my_region.legend([row], [])[1].startswith("† = ")


def test_what_is_shown_is_counted_with_the_filters_that_are_out_of_sight():
    wanted = Wanted(enrolment="pameldt", order="gap")
    found = region_lines.lines(STAGES, CONTACTS, wanted)
    assert region_lines.shown(found, NORDLAND, wanted) == (
        "1 av 41 kommuner, 1 status, sortert etter antall gap. Filtre: Påmelding: påmeldt."
    )


def test_filters_can_be_taken_away_only_when_there_are_any():
    assert region_lines.reset(VIEW, Wanted(order="navn")) == ("", "")
    assert region_lines.reset(VIEW, Wanted(search="bodø"))[0] == "Nullstill filtrene"


def test_the_start_has_a_row_per_region_and_the_country():
    standings = [
        standing(not_adopted=35, unknown=1),
        standing(region="Hele landet", not_adopted=305, unknown=4),
    ]
    nordland, nation = my_region.start_rows([NORDLAND], standings)
    assert my_region.start_headings(standings) == [
        "Digi-region", "Gap i alt", "VKP", "Kommuner", "Innbyggere",
    ]  # fmt: skip
    assert [cell.text for cell in nordland[:3]] == ["Nordland", "35", "35 + 1\u00a0ukjent"]
    assert nordland[0].href == "?region=digi-nordland"
    assert (nation[0].text, nation[0].href, nation[1].text) == ("Hele landet", None, "305")


@pytest.fixture
def everything() -> Listing:
    """The list of everything in the region, in another order than the page's."""
    rows = [
        ListRow(
            **dict.fromkeys(ListRow._fields)
            | {
                "municipality_code": row.municipality_code,
                "name": row.name,
                "parallel_names": "",
                "solution_id": row.solution_id,
                "solution": row.short_name,
                "stage": row.stage,
            }
        )
        for row in reversed(STAGES)
    ]
    selection = Selection("all", ("vkp", "kjernejournal"), ("Digi Nordland",))
    return Listing(selection, tuple(rows), (), (), "Demodata")


def read(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))


def test_the_list_is_what_the_filters_leave_in_the_order_that_is_shown(everything):
    found = region_lines.lines(STAGES, CONTACTS, Wanted(stage="ikke-tatt-i-bruk"))
    chosen = region_lines.listed(everything, region_lines.wanted_stages(found))
    assert [(row["Kommune"], row["Løsning"], row["Kilde"]) for row in read(list_csv(chosen))] == [
        ("Hamarøy", "VKP", "Demodata"),
        ("Narvik", "VKP", "Demodata"),
        ("Narvik", "Kjernejournal", "Demodata"),
    ]


def test_the_call_list_has_the_gaps_in_the_order_of_the_rule_whatever_the_matrix_is_sorted_by(
    everything,
):
    found = region_lines.lines(STAGES, CONTACTS, Wanted(order="navn"))
    gaps = contact.in_order(found, CONTACTS)
    chosen = in_call_order(everything, [call for _, call in gaps])
    rows = read(list_csv(chosen))
    assert [(row["Rekkefølge"], row["Kommune"], row["Løsning"]) for row in rows] == [
        ("1", "Hamarøy", "VKP"),
        ("2", "Narvik", "Kjernejournal"),
        ("3", "Narvik", "VKP"),
    ]
    assert rows[0]["Andel av regionens innbyggere (%)"] == "2"
    assert {row["Kilde"] for row in rows} == {"Demodata"}
    order, *reasons = (line for _, line in chosen.narrowed)
    assert order.startswith("Rekkefølgen: løsninger som innføres, før dem som ")
    assert len(reasons) == contact.REASONS
    assert "gjennomsnittskommunen i regionen (5\u202f929)" in reasons[2]


def test_a_file_says_which_filters_are_set_and_how_it_is_sorted(everything):
    wanted = Wanted(stage="ikke-tatt-i-bruk", size="under-5000", search="hábm", order="navn")
    narrowed = [region_lines.about_filters(wanted), region_lines.about_order(wanted)]
    told = dict(about.lines(region_lines.listed(everything, STAGES[4:], narrowed)))
    assert told["Filtre"].replace("\u00a0", " ") == (
        "Vis: bare gap, Innbyggere: under 5 000, Søk: «hábm»"
    )
    assert (told["Rekkefølge"], told["Antall rader"]) == ("Navn", 1)
    assert region_lines.about_filters(Wanted()) == ("Filtre", "Ingen")


def test_a_file_is_asked_for_the_solutions_and_the_status_in_view():
    chosen = region_lines.selection("all", [standing()], VIEW, Wanted(stage="ukjent"))
    assert chosen == Selection("all", ("vkp",), ("Digi Nordland",), JUNE, ("unknown",))
    assert region_lines.selection("all", [standing()], VIEW, Wanted()).stages == ()


def told(row: RegionStage = STAGES[4], **values: object) -> list[str]:
    (cells,) = contact.table_rows([(row, reasons("1875", 1, **values))])
    return [cell.text for cell in cells]


def test_what_counts_as_a_reason_carries_a_sign_and_the_rest_does_not():
    counted = told(
        neighbours=5,
        neighbours_using=["Bodø", "Fauske", "Sørfold", "Steigen"],
        is_large=True,
        enrolled_elsewhere=["Kjernejournal"],
        reasons=4,
    )
    assert counted[2:] == [
        "4 av 4",
        "✓ ingen forutsetninger",
        "✓ Bodø, Fauske, Sørfold og 1 til (4\u00a0av\u00a05)",
        "✓ 2\u00a0%",
        "✓ Kjernejournal",
    ]
    missing = told(prerequisites="lacks", required=["SFM"], missing=["SFM"], neighbours=3)
    assert missing[3:] == ["mangler SFM", "ingen kjent av 3", "2\u00a0%", "–"]


def test_what_is_unknown_is_told_as_unknown():
    assert told(prerequisites="unknown", required=["SFM"], missing=["SFM"])[3] == "ukjent: SFM"
    assert told(required=["SFM"])[3] == "✓ har SFM"
    assert told()[4] == "ingen landegrense"


def test_one_that_is_enrolled_already_or_contradicted_carries_the_sign():
    row = STAGES[4]._replace(enrolled=True, contradicted=True)
    assert told(row)[:2] == ["Hamarøy\u00a0†", "VKP · påmeldt\u00a0●"]


def test_a_long_list_shows_the_first_and_leads_to_the_rest():
    gaps = [(STAGES[4], reasons("1875", 1))] * 11
    assert contact.more(gaps, whole_list=False) == ("Vis alle 11", "?liste=alle")
    assert contact.more(gaps, whole_list=True)[0] == "Vis bare de 10 første"
    assert contact.more(gaps[:10], whole_list=False) is None
