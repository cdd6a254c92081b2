"""Each rule and each refusal, on a real example."""

from datetime import date

import pytest

from pipeline.register.recognise import REASONS, RULES

DECIDED = [
    # printed name, code, hint, organisation number -> municipality, rule
    (None, "301", None, None, "0301", "code"),
    ("Halden", "3001", None, None, "3101", "former_code"),
    ("Haram", "1507", None, None, "1580", "code_and_name"),
    ("Brattvåg", "1507", None, None, "1580", "code_and_name"),
    ("Oslo kommune", None, None, "958 935 420", "0301", "org_number"),
    ("Evje & Hornnes", None, None, None, "4219", "official_name"),
    ("Ulvik herad", None, None, None, "4620", "official_name"),
    ("Raarvihke", None, "Digi Trøndelag", None, "5043", "parallel_name"),
    ("PORSÁNGGU GIELDA", None, None, None, "5622", "genitive_name"),
    ("Snåasen tjïelte", None, None, None, "5041", "genitive_name"),
    ("Deatnu-Tana", None, None, None, "5628", "joined_names"),
    (
        "GÁIVUONA SUOHKAN/KÅFJORD KOMMUNE/KAIVUONON KOMUUNI",
        None,
        None,
        None,
        "5540",
        "joined_names",
    ),
    ("Herøy (Fosnavåg)", None, None, None, "1515", "joined_names"),
    ("Våler Viken", None, "Digi Viken", None, "3114", "name_with_region"),
    ("Våler (Innlandet)", None, None, None, "3419", "name_with_region"),
    ("Herøy i Nordland", None, None, None, "1818", "name_with_region"),
    ("Os (Hedmark)", None, None, None, "3430", "name_with_region"),
    ("Bø i Telemark", None, None, None, "4020", "name_with_region"),
    ("Bø i Vesterålen", None, None, None, "1867", "name_with_region"),
    ("Nes (Buskerud)", None, None, None, "3322", "name_with_region"),
    ("Aafjord", None, None, None, "5058", "ascii_spelling"),
    ("Soer-Varanger", None, None, None, "5605", "ascii_spelling"),
    ("St. Elvdal", None, None, None, "3423", "abbreviated_name"),
    ("Ø. Slidre", None, None, None, "3453", "abbreviated_name"),
    ("Rømskog", None, "Østfold", None, "3226", "former_municipality"),
    ("Os", None, "Digi Vestland", None, "4624", "former_municipality"),
    ("Otta", None, "Digi Innlandet", None, "3437", "admin_centre"),
    ("Mo i Rana", None, None, None, "1833", "admin_centre"),
    ("Måløy", None, "Digi Vestland", None, "4602", "place_name"),
]

REFUSED = [
    # printed name, code, hint, organisation number -> reason, candidates in order
    ("Kvitseid", None, "Digi Vestfold og Telemark", None, "unknown_name", ["4028"]),
    ("Lyng", None, "Digi Trøndelag", None, "unknown_name", []),
    ("Porsánggu", None, "Finnmark", None, "unknown_name", ["5622"]),
    (None, "9998", None, None, "unknown_name", []),
    ("Svalbarg", "2100", None, None, "unknown_name", []),
    (None, None, None, "999999999", "unknown_name", []),
    ("", None, None, None, "unknown_name", []),
    ("kommune", None, None, None, "unknown_name", []),
    ("Aurdal", None, "Digi Innlandet", None, "unknown_name", ["3449", "3451"]),
    ("Inndre Østfold", None, None, None, "unknown_name", ["3118"]),
    ("Herøy", None, None, None, "ambiguous", ["1515", "1818"]),
    ("Våler", None, "Helse Sør-Øst", None, "ambiguous", ["3114", "3419"]),
    ("Leknes", None, None, None, "ambiguous", ["1860", "5052"]),
    ("Mo", None, None, None, "ambiguous", ["1833", "4629"]),
    ("Ål/Gol", None, None, None, "ambiguous", ["3324", "3328"]),
    ("Ål og Gol", None, None, None, "ambiguous", ["3324", "3328"]),
    ("Vak", None, "Vestland", None, "unknown_name", ["4639"]),
    ("Sandes", None, None, None, "unknown_name", ["1108", "1514"]),
    ("Kviteseid", None, "Rogaland", None, "region_mismatch", ["1144", "4028"]),
    ("Salangen", None, "Digi Viken", None, "region_mismatch", ["5522"]),
    ("Nord-Odal", None, "Digi Troms og Finnmark", None, "region_mismatch", ["3414"]),
    ("Våler Viken", None, "Digi Innlandet", None, "region_mismatch", ["3114", "3419"]),
    (None, "3324", "Rogaland", None, "region_mismatch", ["3324"]),
    ("Otta", None, "Vestland", None, "region_mismatch", ["3437"]),
    ("Tysfjord", None, "Nordland", None, "split_municipality", ["1806", "1875"]),
    ("Snillfjord", None, None, None, "split_municipality", ["5055", "5056", "5059"]),
    (None, "1507", None, None, "split_municipality", ["1508", "1580"]),
    ("Nordfjord", None, "Vestland", None, "not_a_municipality", "4602 4648 4649 4650 4651"),
    ("Helse Nord", None, None, None, "not_a_municipality", []),
    ("Vestland fylkeskommune", None, None, None, "not_a_municipality", []),
    ("Oslo fylke", None, None, None, "not_a_municipality", []),
    ("Fron", None, "Digi Viken", None, "not_a_municipality", ["3214", "3436", "3438"]),
    ("Oslo", "1103", None, None, "conflict", ["0301", "1103"]),
    ("Oslo", None, None, "944496394", "conflict", ["0301", "1101"]),
    ("Oslo", "9999", None, None, "conflict", ["0301"]),
    (None, "0301", None, "944496394", "conflict", ["0301", "1101"]),
    ("Våler (Innlandet)", "3114", None, None, "conflict", ["3114", "3419"]),
    ("Valdres", "3451", None, None, "conflict", ["3451"]),
    ("Troms", "5501", None, None, "conflict", ["5501"]),
]


def case_id(value):
    return repr(value) if not isinstance(value, list) else "-"


@pytest.mark.parametrize(("name", "code", "hint", "org", "expected", "rule"), DECIDED, ids=case_id)
def test_a_rule_decides(recogniser, name, code, hint, org, expected, rule):
    result = recogniser.recognise(name, code, hint, None, org)
    assert (result.code, result.rule, result.reason) == (expected, rule, None)


@pytest.mark.parametrize(
    ("name", "code", "hint", "org", "reason", "candidates"), REFUSED, ids=case_id
)
def test_a_reason_sends_a_row_to_review(recogniser, name, code, hint, org, reason, candidates):
    result = recogniser.recognise(name, code, hint, None, org)
    expected = candidates.split() if isinstance(candidates, str) else candidates
    assert (result.code, result.rule, result.reason) == (None, None, reason)
    assert [candidate.code for candidate in result.candidates] == expected


@pytest.mark.parametrize(
    ("name", "code"),
    [("Svalbard", "2100"), ("Svalbard", None), (None, "2211"), ("Uoppgitt kommune", "9999"),
     ("(Tom)", None), ("Uoppgitt (Nordland)", None), ("K-Rest", None), (None, "9999.0")],
)  # fmt: skip
def test_what_is_known_to_be_no_municipality_is_neither_one_nor_in_doubt(recogniser, name, code):
    result = recogniser.recognise(name, code, "Helse Nord")
    assert (result.code, result.rule, result.reason) == (None, "no_municipality", None)


@pytest.mark.parametrize(
    "printed", ["Bodø¹", "Bodø 1)", "Bodø*", "Bodø²⁾", "Bodø (2)", "Bodø †", "Bodø kommune 1) *"]
)
def test_the_mark_of_a_footnote_is_no_part_of_a_name(recogniser, printed):
    assert recogniser.recognise(printed).code == "1804"


def test_every_rule_that_decides_and_every_reason_has_a_real_example():
    suggesting = {"part_of_name", "similar_spelling", "district_member"}
    by_people = {"decision", "no_municipality"}
    assert {case[-1] for case in DECIDED} == set(RULES) - suggesting - by_people
    assert {case[-2] for case in REFUSED} == set(REASONS)


BEFORE, AFTER = date(2023, 12, 31), date(2024, 1, 1)


@pytest.mark.parametrize("code", [None, "1507"])
def test_alesund_means_haram_too_before_2024_and_only_itself_since(recogniser, code):
    before = recogniser.recognise("Ålesund", code, as_of=BEFORE)
    assert before.reason == "split_municipality"
    assert [c.code for c in before.candidates] == ["1508", "1580"]
    assert recogniser.recognise("Ålesund", code, as_of=AFTER).code == "1508"
    assert recogniser.recognise("Ålesund", code).code == "1508"


def test_alesund_with_haram_beside_it_is_both_whatever_the_date(recogniser):
    for as_of in (None, BEFORE, AFTER):
        result = recogniser.recognise("Ålesund (Haram)", as_of=as_of)
        assert (result.reason, result.could_mean) == ("ambiguous", ("1508", "1580"))


def test_code_1507_alone_is_split_whatever_the_date(recogniser):
    for as_of in (None, BEFORE, AFTER):
        assert recogniser.recognise(None, "1507", as_of=as_of).reason == "split_municipality"


def test_code_1508_means_alesund_without_haram_also_in_an_older_table(recogniser):
    assert recogniser.recognise("Ålesund", "1508", as_of=BEFORE).code == "1508"


def test_a_code_decides_which_part_of_a_split_municipality_is_meant(recogniser):
    assert recogniser.recognise("Tysfjord", "1875").code == "1875"


@pytest.mark.parametrize(
    ("name", "code"), [("Nes", "3228"), ("Sande", "1514"), ("Bø", "1867"), ("Os", "3430")]
)
def test_a_name_borne_by_one_municipality_today_is_sure_until_another_bore_it_too(
    recogniser, name, code
):
    assert recogniser.recognise(name, as_of=AFTER).code == code
    assert recogniser.recognise(name, as_of=date(2019, 12, 31)).reason == "ambiguous"


@pytest.mark.parametrize(
    ("name", "hint", "code"),
    [
        ("Sande", "Vestfold", "3903"),
        ("Sande", "Møre og Romsdal", "1514"),
        ("Bø", "Nordland", "1867"),
        ("Bø", "Telemark", "4020"),
        ("Bø", "Digi Vestfold og Telemark", "4020"),
        ("Nes", "Buskerud", "3322"),
        ("Nes", "Akershus", "3228"),
        ("Nes", "Digi Viken", "3228"),
        ("Os", "Hedmark", "3430"),
        ("Os", "Hordaland", "4624"),
        ("Sund", "Vestland", "4626"),
        ("Fjell", "Hordaland", "4626"),
        ("Berg", "Troms og Finnmark", "5530"),
        ("Eid", "Sogn og Fjordane", "4649"),
        ("Leknes", "Nordland", "1860"),
        ("Leknes", "Nord-Trøndelag", "5052"),
        ("Aure", "Møre og Romsdal", "1576"),
        ("Vik", "Vestland", "4639"),
        ("Vik", "Nordland", "1812"),
        ("Mo", "Vestland", "4629"),
        ("Herøy", "Helse Nord RHF", "1818"),
        ("Herøy", "Helse Midt-Norge", "1515"),
        ("Våler", "Oppland", None),
    ],
)
def test_a_hint_chooses_between_namesakes_of_today_and_of_before(recogniser, name, hint, code):
    assert recogniser.recognise(name, hint=hint).code == code


@pytest.mark.parametrize(
    "hint",
    ["Digi Vestland", "VESTLAND", "Vestland fylke", "Vestland fylkeskommune", "digi–vestland"],
)
def test_a_hint_may_be_printed_in_any_dress(recogniser, hint):
    assert recogniser.recognise("Os", hint=hint).code == "4624"
    assert recogniser.recognise("Oslo", hint=hint).reason == "region_mismatch"


@pytest.mark.parametrize("hint", ["", "-", "Region 3", "HsPro/Visma", "Helse Fonna"])
def test_a_hint_that_names_no_known_area_is_no_hint(recogniser, hint):
    assert recogniser.recognise("Oslo", hint=hint).code == "0301"
    assert recogniser.recognise("Herøy", hint=hint).reason == "ambiguous"


@pytest.mark.parametrize("printed_code", ["", "-", "ukjent", None])
def test_a_code_cell_without_digits_says_nothing(recogniser, printed_code):
    assert recogniser.recognise("Gol", printed_code).rule == "official_name"


def test_an_unknown_organisation_number_contradicts_no_name(recogniser):
    assert recogniser.recognise("Gol", org_number="999999999").code == "3324"


def test_a_misspelt_name_contradicts_no_code_that_it_is_near_to(recogniser):
    assert recogniser.recognise("Got", "3324").rule == "code"
    assert recogniser.recognise("Xyz", "3324").reason == "conflict"


def test_a_former_municipality_counts_in_its_own_county_but_not_in_a_digi_region(recogniser):
    for name in ("Halsa", "Halsa (Møre og Romsdal)"):
        assert recogniser.recognise(name, hint="Møre og Romsdal").code == "5055"
    assert recogniser.recognise("Halsa", hint="Digi Møre og Romsdal").reason == "region_mismatch"


def test_a_current_municipality_is_never_taken_for_the_district_of_its_name(recogniser):
    for name in ("Sunnfjord", "Ringerike", "Senja", "Oslo"):
        assert recogniser.recognise(name).rule == "official_name"


def test_a_name_that_is_official_and_also_the_centre_is_decided_as_official(recogniser, register):
    for municipality in register.municipalities.values():
        result = recogniser.recognise(municipality.name, hint=municipality.county_name)
        assert result.rule == "official_name"


@pytest.mark.parametrize("name", ["Ski", "Askim", "Førde", "Mandal", "Balestrand", "Leikanger"])
def test_a_former_municipality_comes_before_an_administrative_centre_of_its_name(recogniser, name):
    assert recogniser.recognise(name).rule == "former_municipality"
