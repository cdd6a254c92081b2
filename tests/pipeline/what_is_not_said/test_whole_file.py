"""Title, footer, sheet, file name and every column are read: none of them may be contradicted."""

import pytest

from tests.unsaid import (
    findings,
    held_back,
    kj,
    ks,
    lay,
    says,
    some,
    spoken_of,
    verdict,
    vkp,
)
from tests.workbooks import workbook

KJ, VKP = "nhn-2024-06/kj.csv", "nhn-2024-06/vkp.csv"
KS = "ks-2024-06/liste.csv"
TEN = some(10)


def with_column(listed, heading: str, cell: str) -> str:
    """NHN's list of municipalities on VKP with another column."""
    rows = [f"{one.name};{one.population};{cell}\n" for one in listed]
    return "".join([f"Kommune;Befolkning;{heading}\n", *rows])


def test_a_table_with_a_column_for_each_solution_is_refused_with_its_columns_named(put, ask):
    lay(put, "01-wide-table-with-population")
    ((path, problem),) = ask("SELECT path, problem FROM source_file WHERE verdict = 'unusable'")
    assert "Kjernejournal" in problem
    assert "DigiHelse" in problem
    assert spoken_of(ask, path) == set()


def test_the_countrys_population_is_no_list_of_users(put, ask):
    lay(put, "02-population-table-of-ssb")
    assert "357" in held_back(ask, "ssb-2024-06/befolkning.csv")["everybody"]


def test_a_second_header_starts_a_second_table_of_its_own_kind(put, ask):
    lay(put, "03-two-tables-in-one-sheet")
    assert ask(
        "SELECT path, title, accepted FROM source_file WHERE verdict IN ('clean', 'remarks') "
        "ORDER BY path"
    ) == [
        ("nhn-2024-06/rapport.csv", "NHN: status Kjernejournal", 10),
        ("nhn-2024-06/rapport.csv#tabell 2", "NHN: status DigiHelse", 14),
    ]
    assert says(ask, "nhn-2024-06/rapport.csv#tabell 2") == {"in_use": 10, "not_adopted": 4}
    assert says(ask, "nhn-2024-06/rapport.csv")["in_use"] == 10


def test_decimal_commas_that_fill_a_nameless_column_are_not_read_as_numbers(put, ask):
    lay(put, "14-decimal-comma-in-comma-file")
    path = "nhn-2024-06/dhs.csv"
    ((problem,),) = ask("SELECT problem FROM source_file")
    assert "kolonne" in (problem or held_back(ask, path)["unused_column"]).lower()
    assert spoken_of(ask, path) == set()


def test_the_address_of_who_answered_a_form_is_no_contact(put, ask):
    lay(put, "24-forms-export")
    assert ask("SELECT municipality_code, contact FROM enrolment_statement") == [("1804", None)]


# Data of one study under the name of another: https://github.com/TIGRLab/admin/issues/1198
def test_a_table_that_another_solution_is_named_in_is_asked_about(put, ask):
    rows = [[one.name, "Bruker", one.health_region] for one in TEN]
    files = {
        "nhn-2024-01/vkp.csv": "Kommuner med DigiHelsestasjon\n\n" + vkp(TEN),
        "nhn-2024-02/vkp.csv": vkp(TEN) + "\nRapport: kommuner med DigiHelsestasjon\n",
        "nhn-2024-03/kj.csv": "Status DigiHelse per mars 2024\n" + kj(TEN),
        "nhn-2024-04/digihelse.csv": kj(TEN),
        "nhn-2024-05/b.xlsx": workbook(
            {"DigiHelse": [["Kommune", "Status", "Helseregion"], *rows]}
        ),
    }
    for path, content in files.items():
        put(path, content)
    told = {path: held_back(ask, path).get("another_solution", "") for path in files}
    assert {path for path, sentence in told.items() if "DigiHelse" in sentence} == {*files}


def test_a_title_that_names_the_files_own_solution_is_no_finding(put, ask):
    dhs = "nhn-2024-06/digihelsestasjon.csv"
    put(KJ, "Status Kjernejournal per juni 2024\n" + kj(TEN))
    put(VKP, "Velferdsteknologisk knutepunkt (VKP)\n\n" + vkp(TEN))
    put(
        dhs,
        "DigiHelsestasjon: avtaler\n\nKommune;Sum på avtaleutsending pr. 1000 innbyggere;"
        "Sum på avtaleutsending\nÅl;36;178\n",
    )
    for path, in_use in ((KJ, 10), (VKP, 10), (dhs, 1)):
        assert (verdict(ask, path), findings(ask, path)) == ("clean", {})
        assert says(ask, path)["in_use"] == in_use


# Planned ends read as ends: https://github.com/IATI/D-Portal/issues/627, and
# https://github.com/NCI-Agency/anet/issues/1033
def test_a_plan_is_no_status(put, ask):
    put(KJ, "Plan for innføring av Kjernejournal\n" + kj(TEN))
    put(VKP, with_column(TEN, "Planlagt dato", "01.09.2024"))
    assert "Plan" in held_back(ask, KJ)["plan"]
    assert "Planlagt dato" in held_back(ask, VKP)["plan"]


@pytest.mark.parametrize(
    "title",
    ["Kommuner som skal ta i bruk VKP i høst", "Utrullingsplan VKP", "Kommuner påmeldt VKP"],
)
def test_those_who_mean_to_use_it_do_not_yet(put, ask, title):
    put(VKP, f"{title}\n\n{vkp(TEN)}")
    assert title in held_back(ask, VKP)["plan"]


@pytest.mark.parametrize(
    ("path", "title", "table"),
    [
        (KS, "Kommuner som har tatt i bruk Kjernejournal", ks(TEN)),
        ("ks-2024-06/tatt_i_bruk.csv", "", ks(TEN)),
        (VKP, "Kommuner som ikke er på VKP", vkp(TEN)),
        ("nhn-2024-06/kommuner_uten_vkp.csv", "", vkp(TEN)),
    ],
)
def test_a_title_of_the_opposite_of_the_list_is_asked_about(put, ask, path, title, table):
    put(path, f"{title}\n\n{table}")
    assert "motsatte" in held_back(ask, path)["opposite"]


@pytest.mark.parametrize(
    ("path", "title", "table"),
    [
        (KS, "Kommuner som ikke har tatt i bruk løsningene", ks(TEN)),
        ("ks-2024-06/ikke_tatt_i_bruk.csv", "", ks(TEN)),
        (VKP, "Kommuner som har tatt i bruk VKP", vkp(TEN)),
        (VKP, "Oslo er ikke med", vkp(TEN)),
    ],
)
def test_a_title_of_the_list_itself_is_no_opposite(put, ask, path, title, table):
    put(path, f"{title}\n\n{table}")
    assert "opposite" not in findings(ask, path)


# Two files put together: https://github.com/mechatroner/vscode_rainbow_csv/issues/56
def test_a_second_table_of_no_known_kind_is_named_and_none_of_its_rows_is_taken(put, ask):
    put(KJ, kj(some(3, "Helse Nord")) + "\nKommune;Leverandør;Versjon\nBergen;Aktiv;3\nVoss;Ja;2\n")
    ((problem,),) = ask("SELECT problem FROM source_file WHERE verdict = 'unusable'")
    assert "Leverandør" in problem
    assert says(ask, KJ)["in_use"] == 3
    assert ask(
        "SELECT count(*) FROM evidence JOIN municipality USING (municipality_code) "
        "WHERE name IN ('Bergen', 'Voss') AND source_row IS NOT NULL"
    ) == [(0,)]


# A header again every ten rows: https://github.com/wpninjas/ninja-forms/issues/2404, or on every
# page: https://github.com/tabulapdf/tabula-java/issues/186
def test_a_header_that_a_page_break_repeats_is_no_second_table(put, ask):
    for path, table, between in ((KJ, kj(TEN), ""), (VKP, vkp(TEN), "\n")):
        header, *lines = table.splitlines(keepends=True)
        put(path, "".join([header, *lines[:5], between, header, *lines[5:]]))
    assert ask(
        "SELECT path, accepted, rejected, review, verdict IN ('clean', 'remarks') "
        "FROM source_file ORDER BY path"
    ) == [(KJ, 10, 0, 0, True), (VKP, 10, 0, 0, True)]
    assert says(ask, KJ)["in_use"] == says(ask, VKP)["in_use"] == 10


def test_a_column_that_is_not_used_is_named(put, ask):
    put(VKP, with_column(TEN, "Merket av", "x"))
    assert verdict(ask, VKP) == "remarks"
    assert "Merket av" in findings(ask, VKP, "remark")["unused_column"]
    assert says(ask, VKP)["in_use"] == 10


# A row for each service of a municipality: https://github.com/dbt-labs/dbt-core/issues/10320
def test_a_row_per_service_names_the_column_that_makes_several_of_a_municipality(put, ask):
    rows = [f"{one.name};{service};{status}\n" for one in TEN for service, status in SERVICES]
    put(KJ, "Kommune;Tjeneste;Status;Helseregion\n" + "".join(r.replace("\n", ";\n") for r in rows))
    assert "Tjeneste" in held_back(ask, KJ)["another_key"]


SERVICES = (("Sykehjem", "Bruker"), ("Hjemmetjeneste", "Teknisk tilrettelagt"))


def test_a_header_that_comes_again_below_another_title_starts_a_table_of_that(put, ask):
    other = f"Kommuner på DigiHelse\n{vkp(some(20)[10:])}"
    put(VKP, f"Kommuner på VKP\n{vkp(some(20)[:10])}\n{other}")
    assert says(ask, VKP)["in_use"] == 10
    assert "DigiHelse" in held_back(ask, f"{VKP}#tabell 2")["another_solution"]


def test_those_who_have_below_those_who_have_not_are_not_put_together(put, ask):
    put(KS, f"Ikke tatt i bruk\n{ks(some(20)[:10])}\nTatt i bruk\n{ks(some(20)[10:])}")
    assert says(ask, KS)["not_adopted"] == 10
    assert "opposite" in held_back(ask, f"{KS}#tabell 2")


def test_the_title_of_a_page_that_comes_again_starts_no_table(put, ask):
    page = "NHN: kommuner på VKP\n\n"
    put(VKP, f"{page}{vkp(some(20)[:10])}\nSide 2 av 2\n{page}{vkp(some(20)[10:])}")
    assert says(ask, VKP)["in_use"] == 20


@pytest.mark.parametrize("heading", ["Koblet til", "Er kommunen i drift på VKP?"])
def test_a_column_that_may_say_no_is_asked_about(put, ask, heading):
    put(VKP, with_column(TEN, heading, "Nei"))
    assert heading in held_back(ask, VKP)["unused_column"]
