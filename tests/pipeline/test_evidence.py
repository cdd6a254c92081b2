"""What files say, alone and together, on small files of the real kinds."""

import pytest

KS = "Løsning;Digi-region;Kommune\n"
KJ = "Kommune;Status;Helseregion\n"
VKP = "Kommune;Befolkning\n"
DIGIHELSE = "Kommunenavn;Aktiv Digihelse\n"
PARTIAL = "complete = false"
WHOLE = "covers = 'hele landet'\n"

STAGE = (
    "SELECT stage FROM adoption JOIN municipality USING (municipality_code) "
    "WHERE name = ? AND as_of = (SELECT max(as_of) FROM adoption)"
)


def test_silence_in_a_complete_positive_list_means_not_adopted(put, ask):
    put("nhn-2024-05/vkp.csv", VKP + "Oslo;717710\n")
    assert ask(STAGE, "Bergen") == [("not_adopted",)]


def test_silence_in_a_partial_list_means_nothing(put, ask):
    put("nhn-2024-05/vkp.csv", VKP + "Oslo;717710\n")
    put("nhn-2024-05/vkp.csv.meta.toml", PARTIAL)
    assert ask(STAGE, "Bergen") == [("unknown",)]


def test_a_total_row_that_is_larger_than_its_rows_makes_the_file_partial(put, ask):
    put("nhn-2024-05/vkp.csv", VKP + "Oslo;717 710\nTotalt;2 279 442\n")
    assert ask("SELECT complete FROM source_file") == [(False,)]
    assert ask(STAGE, "Bergen") == [("unknown",)]


def test_a_total_row_that_agrees_leaves_the_file_complete(put, ask):
    put("nhn-2024-05/vkp.csv", VKP + "Oslo;717 710\nBergen;291 940\nTotalt;1 009 650\n")
    assert ask("SELECT complete FROM source_file") == [(True,)]


def test_on_one_date_the_owners_report_outranks_a_typed_list(put, ask):
    put("ks-2024-05/liste.csv", KS + "Kjernejournal;Digi Rogaland;Sandnes\n")
    put("nhn-2024-05/kj.csv", KJ + "Sandnes;Bruker Kjernejournal;Helse Vest\n")
    assert ask(STAGE, "Sandnes") == [("in_use",)]


def test_a_report_that_sees_only_use_does_not_deny_an_order(put, ask):
    put("ks-2024-05/liste.csv", KS + "DigiHelse;Digi Rogaland;Sola\n")
    put("nhn-2024-05/digihelse.csv", DIGIHELSE + "Sandnes;-\nSola;-\nBergen;Aktiv\n")
    assert ask(STAGE, "Sandnes") == [("ordered",)]
    assert ask(STAGE, "Sola") == [("not_adopted",)]
    assert ask(STAGE, "Bergen") == [("in_use",)]


def test_a_later_list_outweighs_an_earlier_report(put, ask):
    put("nhn-2024-05/kj.csv", KJ + "Sandnes;Bruker Kjernejournal;Helse Vest\n")
    put("ks-2024-06/liste.csv", KS + "Kjernejournal;Digi Rogaland;Sandnes\n")
    assert ask(STAGE, "Sandnes") == [("not_adopted",)]
    assert ask("SELECT from_stage, to_stage FROM change WHERE municipality_code = '1108'") == [
        ("in_use", "not_adopted")
    ]
    assert ask("SELECT owner, earlier_owner FROM contradiction") == [("KS", "NHN")]


def test_what_is_known_stands_until_something_newer_says_otherwise(put, ask):
    put("nhn-2024-05/kj.csv", KJ + "Sandnes;Teknisk tilrettelagt;Helse Vest\n")
    put("nhn-2024-06/kj.csv", KJ + "Bergen;Bruker Kjernejournal;Helse Vest\n")
    put("nhn-2024-06/kj.csv.meta.toml", PARTIAL)
    assert ask(STAGE, "Sandnes") == [("enabled",)]


def test_files_of_one_owner_that_contradict_each_other_leave_the_municipality_unknown(put, ask):
    put("nhn-2024-05/side1.csv", KJ + "Sandnes;Teknisk tilrettelagt;Helse Vest\n")
    put("nhn-2024-05/side2.csv", KJ + "Sandnes;Bruker Kjernejournal;Helse Vest\n")
    for page in ("side1", "side2"):
        put(f"nhn-2024-05/{page}.csv.meta.toml", PARTIAL)
    assert ask(STAGE, "Sandnes") == [("unknown",)]


VERSIONS = [
    (VKP, "Sandnes;1\n", "Oslo;1\n", "in_use"),
    (KJ, "Sandnes;Bruker Kjernejournal;Helse Vest\n", "Oslo;Bruker Kjernejournal;\n", "in_use"),
    (KS, "VKP;Digi Rogaland;Sandnes\n", "VKP;Digi Oslo;Oslo\n", "not_adopted"),
]


@pytest.mark.parametrize(("header", "said", "other", "stage"), VERSIONS)
def test_of_two_whole_versions_that_deny_each_other_the_smaller_is_held_back(
    put, ask, header, said, other, stage
):
    put("nhn-2024-05/en.csv", header + other)
    put("nhn-2024-05/to.csv", header + said + other)
    for version in ("en", "to"):
        put(f"nhn-2024-05/{version}.csv.meta.toml", WHOLE)
    assert ask("SELECT source_path, kind FROM finding WHERE severity = 'serious'") == [
        ("nhn-2024-05/en.csv", "versions")
    ]
    assert ask(STAGE, "Sandnes") == [(stage,)]


@pytest.mark.parametrize(("header", "said", "other", "stage"), VERSIONS)
def test_whoever_only_one_of_two_confirmed_versions_of_a_list_names_is_unknown(
    put, ask, header, said, other, stage
):
    put("nhn-2024-05/en.csv", header + said + other)
    put("nhn-2024-05/en.csv.meta.toml", WHOLE)
    put("nhn-2024-05/to.csv", header + other)
    put("nhn-2024-05/to.csv.meta.toml", WHOLE + "confirmed = 'Begge gjelder.'\n")
    assert ask(STAGE, "Sandnes") == [("unknown",)]
    assert ask(STAGE, "Oslo") == [(stage,)]


def test_a_part_beside_a_whole_file_denies_nobody(put, ask):
    put("nhn-2024-05/en.csv", VKP + "Sandnes;1\nOslo;1\n")
    put("nhn-2024-05/to.csv", VKP + "Oslo;1\n")
    put("nhn-2024-05/to.csv.meta.toml", PARTIAL)
    assert ask(STAGE, "Sandnes") == [("in_use",)]


def test_an_order_is_new_where_a_list_of_the_date_before_had_ruled_it_out(put, ask):
    put("ks-2024-05/liste.csv", KS + "DigiHelse;Digi Rogaland;Sola\n")
    for month in ("05", "06"):
        put(f"nhn-2024-{month}/digihelse.csv", DIGIHELSE + "Sola;-\nSandnes;-\nBergen;Aktiv\n")
    put("ks-2024-06/liste.csv", KS + "DigiHelse;Digi Rogaland;Sandnes\n")
    assert ask(
        "SELECT name, from_stage, to_stage, what FROM change "
        "JOIN municipality USING (municipality_code) WHERE name = 'Sola'"
    ) == [("Sola", "not_adopted", "ordered", "new")]


def test_a_row_under_review_makes_what_it_could_mean_unknown_and_not_in_use(put, ask):
    put("ks-2024-06/liste.csv", KS + "VKP;Digi Vestland;Sirdal\nVKP;Digi Vestland;Voss\n")
    assert ask("SELECT reason, candidates[1] FROM review") == [("region_mismatch", "4228")]
    assert ask(STAGE, "Sirdal") == [("unknown",)]
    assert ask(STAGE, "Voss") == [("not_adopted",)]


def test_another_row_of_the_file_settles_what_a_row_under_review_could_mean(put, ask):
    put("ks-2024-06/liste.csv", KS + "VKP;Digi Vestland;Sirdal\nVKP;Digi Agder;Sirdal\n")
    assert ask(STAGE, "Sirdal") == [("not_adopted",)]


def test_a_repeated_row_is_a_duplicate_that_names_its_twin(put, ask):
    put("nhn-2024-05/vkp.csv", VKP + "Oslo;717710\nBergen;291940\nOslo;717 710\n")
    assert ask("SELECT source_row, twin_row FROM resolved_row WHERE outcome = 'duplicate'") == [
        (4, 2)
    ]


def test_unknown_words_and_numbers_are_rejected_with_their_line(put, ask):
    put("nhn-2024-05/kj.csv", KJ + "Sandnes;Kanskje;Helse Vest\nBergen;Bruker;Helse Vest\n")
    put("nhn-2024-05/vkp.csv", VKP + "Oslo;mange\nBergen;1\n")
    put("ks-2024-05/liste.csv", KS + "Fax;Digi Agder;Risør\nVKP;Digi Agder;Risør\n")
    assert ask("SELECT line, reason FROM rejected_row ORDER BY line") == [
        ("Fax;Digi Agder;Risør", "ukjent løsning «Fax»"),
        ("Oslo;mange", "«mange» er ikke et tall"),
        ("Sandnes;Kanskje;Helse Vest", "ukjent status «Kanskje»"),
    ]


def test_thousands_may_be_spaces_or_points(put, ask):
    put("nhn-2024-05/vkp.csv", VKP + "Oslo;717\u00a0710\nBergen;291.940\nAsker;98\u202f815\n")
    assert ask("SELECT population FROM resolved_row ORDER BY source_row") == [
        (717710,),
        (291940,),
        (98815,),
    ]


def test_all_enrolled_needs_every_name_of_the_region_to_be_sure(put, ask):
    put("ks-2024-06/liste.csv", KS + "VKP;Digi Agder;Risør\nVKP;Digi Agder;Vinje\n")
    put(
        "ks-2024-06/totaler.csv",
        "Løsning;Liste;Digi-region;Antall\n"
        "VKP;Ikke tatt i bruk;Digi Agder;2\n"
        "VKP;Påmeldt felles innføringsløp;Digi Agder;2\n",
    )
    assert ask("SELECT count(enrolled) FROM enrolment") == [(0,)]
    assert ask(
        "SELECT enrolled, enrolled_published FROM coverage WHERE digi_region = 'Digi Agder'"
    ) == [(None, 2)]


@pytest.mark.parametrize("named", ["VKP;Digi Agder;Bykle\n", "Kjernejournal;Digi Oslo;Oslo\n"])
def test_published_with_nobody_in_a_list_that_could_name_them_is_a_difference(put, ask, named):
    put("ks-2024-06/liste.csv", "Løsning;Digi-region;Kommune\n" + named)
    put(
        "ks-2024-06/totaler.csv",
        "Løsning;Liste;Digi-region;Antall\nKjernejournal;Ikke tatt i bruk;Digi Agder;7\n",
    )
    assert ask("SELECT published, counted, difference, differs FROM control_total") == [
        (7, 0, -7, True)
    ]


def test_published_without_any_list_of_names_is_no_difference(put, ask):
    put("nhn-2024-06/vkp.csv", "Kommune;Befolkning\nOslo;717710\n")
    put(
        "ks-2024-06/totaler.csv",
        "Løsning;Liste;Digi-region;Antall\nKjernejournal;Ikke tatt i bruk;Digi Agder;7\n",
    )
    assert ask("SELECT counted, differs FROM control_total") == [(None, False)]
