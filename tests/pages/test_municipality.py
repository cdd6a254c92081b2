"""The page of one municipality, on the real figures."""

from collections.abc import Callable

import pytest

from tests.pages.conftest import Open, html


@pytest.fixture
def page(open_page: Open) -> Callable[..., str]:
    """The HTML of the page on a warehouse, with an address."""
    return lambda warehouse, **address: html(open_page("municipality", warehouse, **address))


def test_every_fact_says_what_it_rests_on(real_warehouse, page):
    shown = page(real_warehouse, kommune="5501")
    assert "Tromsø har tatt i bruk 2 av 4 løsninger" in shown
    assert "linje 274 i ks-webinar-2024-06/ikke_tatt_i_bruk.csv (KS, per juni 2024)" in shown
    assert "kommunen står ikke på listen, som er komplett" in shown
    assert "Digitale behandlings- og egenbehandlingsplaner, kjent per april 2023" in shown
    assert "Balsfjord" in shown


def test_the_numbers_on_the_page_are_those_of_the_warehouse(real_warehouse, real, page):
    for code, name, used, solutions in real(
        "SELECT municipality_code, name, count(*) FILTER (stage = 'in_use'), count(*) "
        "FROM adoption JOIN municipality USING (municipality_code) "
        "WHERE as_of = '2024-06-30' GROUP BY ALL HAVING count(*) FILTER (stage = 'in_use') "
        "BETWEEN 1 AND 3 ORDER BY municipality_code LIMIT 25"
    ):
        shown = page(real_warehouse, kommune=code)
        assert f"{name} har tatt i bruk {used} av {solutions} løsninger" in shown


def test_two_owners_who_disagree_are_both_told(real_warehouse, real, page):
    ((code,),) = real("SELECT min(municipality_code) FROM contradiction")
    assert "Den nyeste opplysningen gjelder" in page(real_warehouse, kommune=code)


def test_without_a_municipality_all_are_offered(real_warehouse, page):
    shown = page(real_warehouse)
    assert "Hva er status i kommunen?" in shown
    assert shown.count("kommune=") == 357


def test_an_island_says_that_it_has_no_neighbours_by_land(real_warehouse, page):
    shown = page(real_warehouse, kommune="1151")
    assert "Kommunen har ingen landegrense mot andre kommuner." in shown
    assert "None" not in shown


def test_whoever_a_newer_list_leaves_out_is_unknown_and_told_so(put, tmp_path, page):
    from pipeline.build import build

    header = "Løsning;Løp;Kommune;Påmeldt dato;Status\n"
    gone, stays = (f"DHS;dhs-2024;{name};2024-05-10;Påmeldt\n" for name in ("Risør", "Åmli"))
    put("ks-2024-06/liste.csv", header + gone + stays)
    put("ks-2024-07/liste.csv", header + stays)
    build(tmp_path / "raw", tmp_path / "warehouse")
    shown = page(tmp_path / "warehouse", kommune="4201")
    assert "ks-2024-07/liste.csv, som er komplett, nevner ikke kommunen" in shown
    assert "Dato ikke oppgitt (listen per juli 2024)" in shown


def test_enrolments_from_a_list_are_told_with_day_and_row(put, tmp_path, page):
    from pipeline.build import build

    put("ks-2024-06/liste.csv", "Løsning;Digi-region;Kommune\nDHS;Digi Agder;Risør\n")
    put(
        "ks-2024-06/løp.csv",
        "Løsning;Løp;Pulje;Kommune;Påmeldt dato;Status\n"
        "DHS;dhs-2024;CGM;Risør;2024-05-10;Påmeldt\n",
    )
    build(tmp_path / "raw", tmp_path / "warehouse")
    shown = page(tmp_path / "warehouse", kommune="4201")
    assert "10. mai 2024" in shown
    assert "pulje CGM" in shown
    assert "linje 2 i ks-2024-06/løp.csv" in shown


NORDLAND = "Løsning;Digi-region;Kommune\nKJ;Digi Nordland;Bodø\n"
NOT_COVERED = "listen fra juni 2024 gjelder bare Digi Nordland"


def test_a_list_of_one_region_is_told_as_such_to_those_in_it_and_those_outside(put, tmp_path, page):
    from pipeline.build import build

    put("ks-2024-06/liste.csv", NORDLAND)
    build(tmp_path / "raw", tmp_path / "warehouse")
    named, silent, outside = (
        page(tmp_path / "warehouse", kommune=c) for c in ("1804", "1806", "4201")
    )
    assert "(KS, per juni 2024); filen gjelder Digi Nordland" in named
    assert "som er komplett; filen gjelder Digi Nordland" in silent
    assert NOT_COVERED in outside
    assert NOT_COVERED not in named + silent


def test_a_list_that_is_held_back_explains_nothing(put, tmp_path, page):
    from pipeline.build import build

    names = "".join(f"VKP;Digi Nordland;{name}\n" for name in ("Qwa", "Xzk", "Wqx", "Zxw", "Kqz"))
    put("ks-2024-06/liste.csv", NORDLAND.replace("KJ", "VKP") + names)
    put("nhn-2024-06/vkp.csv", "Kommune;Befolkning\nOslo;717710\n")
    put("nhn-2024-06/vkp.csv.meta.toml", "complete = false")
    build(tmp_path / "raw", tmp_path / "warehouse")
    shown = page(tmp_path / "warehouse", kommune="4201")
    assert "Ingen kilde sier noe om kommunen." in shown


def test_whom_a_part_of_a_list_covers_but_does_not_name_is_not_told_that_it_does_not_cover_them(
    put, tmp_path, page
):
    from pipeline.build import build

    put("ks-2024-06/liste.csv", NORDLAND)
    put("ks-2024-06/liste.csv.meta.toml", "complete = false")
    build(tmp_path / "raw", tmp_path / "warehouse")
    assert "Ingen kilde sier noe om kommunen." in page(tmp_path / "warehouse", kommune="1806")
    assert NOT_COVERED in page(tmp_path / "warehouse", kommune="4201")


def test_of_a_list_that_a_published_total_widens_for_one_solution_the_others_are_told_their_region(
    put, tmp_path, page
):
    from pipeline.build import build

    put("ks-2024-06/liste.csv", NORDLAND + "VKP;Digi Nordland;Bodø\n")
    put(
        "ks-2024-06/totaler.csv",
        "Løsning;Liste;Digi-region;Antall\nVKP;Ikke tatt i bruk;Hele landet;1\n",
    )
    build(tmp_path / "raw", tmp_path / "warehouse")
    shown = page(tmp_path / "warehouse", kommune="4201")
    assert NOT_COVERED in shown
    assert "kommunen står ikke på listen, som er komplett; filen gjelder hele landet" in shown
