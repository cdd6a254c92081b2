"""Who is enrolled, as far as published counts leave no choice."""

KS = "Løsning;Digi-region;Kommune\n"
TOTALS = "Løsning;Liste;Digi-region;Antall\n"
NAMES = "VKP;Digi Agder;Risør\nVKP;Digi Agder;Åmli\n"

ENROLLED = (
    "SELECT enrolled FROM adoption WHERE municipality_code = '4201' ORDER BY as_of DESC LIMIT 1"
)


def totals(gap: int, enrolled: int) -> str:
    return (
        f"{TOTALS}VKP;Ikke tatt i bruk;Digi Agder;{gap}\n"
        f"VKP;Påmeldt felles innføringsløp;Digi Agder;{enrolled}\n"
    )


def test_as_many_as_the_whole_list_means_all_of_it(put, ask):
    put("ks-2024-06/liste.csv", KS + NAMES)
    put("ks-2024-06/totaler.csv", totals(2, 2))
    assert ask(ENROLLED) == [(True,)]
    assert ask("SELECT count(*) FROM adoption WHERE enrolled") == [(2,)]


def test_a_later_count_that_leaves_a_choice_takes_the_names_back(put, ask):
    put("ks-2024-06/liste.csv", KS + NAMES)
    put("ks-2024-06/totaler.csv", totals(2, 2))
    put("ks-2024-07/liste.csv", KS + NAMES)
    put("ks-2024-07/totaler.csv", totals(2, 1))
    assert ask(ENROLLED) == [(None,)]


def test_none_does_not_stand_when_one_has_enrolled_since(put, ask):
    put("ks-2024-06/liste.csv", KS + NAMES)
    put("ks-2024-06/totaler.csv", totals(2, 0))
    put("ks-2024-07/liste.csv", KS + NAMES + "\n")
    put("ks-2024-07/totaler.csv", totals(2, 1))
    assert ask(ENROLLED) == [(None,)]


def test_what_is_known_of_enrolment_stands_when_nothing_newer_is_published(put, ask):
    put("ks-2024-06/liste.csv", KS + NAMES)
    put("ks-2024-06/totaler.csv", totals(2, 2))
    put("ks-2024-07/liste.csv", KS + NAMES + "VKP;Digi Viken;Gol\n")
    assert ask(ENROLLED) == [(True,)]


def test_those_who_have_adopted_since_are_no_part_of_the_gap(put, ask):
    put("ks-2024-06/liste.csv", KS + NAMES)
    put("ks-2024-06/totaler.csv", totals(2, 2))
    put("ks-2024-07/liste.csv", KS + "VKP;Digi Agder;Åmli\n")
    assert ask(
        "SELECT not_adopted, enrolled, enrolled_in_gap FROM coverage "
        "WHERE digi_region = 'Digi Agder' ORDER BY as_of DESC LIMIT 1"
    ) == [(1, 2, 1)]


def test_the_nation_is_the_sum_of_its_regions_where_it_is_not_published(put, ask):
    put("ks-2024-06/liste.csv", KS + NAMES)
    put("ks-2024-06/totaler.csv", totals(2, 1) + "VKP;Påmeldt felles innføringsløp;Digi Viken;3\n")
    assert ask("SELECT enrolled_published FROM coverage WHERE digi_region = 'Hele landet'") == [
        (4,)
    ]
