"""Reading the register: every value is checked, and an error says where it is."""

import shutil
from datetime import date

import pytest

from pipeline.errors import UserError
from pipeline.paths import REGISTER
from pipeline.register.municipalities import load_register
from pipeline.register.rows import RegisterError


@pytest.fixture
def folder(tmp_path):
    for name in ("municipalities", "former_municipalities", "districts", "place_names"):
        shutil.copy(REGISTER / f"{name}.csv", tmp_path)
    for name in ("genitive_names", "not_municipalities"):
        shutil.copy(REGISTER / f"{name}.csv", tmp_path)
    return tmp_path


def change(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_register_has_all_municipalities_and_their_inhabitants(register):
    assert len(register.municipalities) == 357
    assert sum(m.population for m in register.municipalities.values()) == 5_550_203
    assert len(register.former) == 89
    kafjord = register.municipalities["5540"]
    assert kafjord.parallel_names == ("Gáivuotna", "Kaivuono")
    assert (kafjord.code_2020, kafjord.county_name) == ("5426", "Troms")
    assert register.municipalities["1580"].org_number is None
    assert register.municipalities["0301"].population_date == date(2024, 1, 1)


def test_the_code_in_a_former_municipalitys_name_is_taken_apart(register):
    alesund = next(f for f in register.former if f.name == "Ålesund")
    assert (alesund.code, alesund.successor_codes) == ("1507", ("1508", "1580"))


def test_valdres_has_six_municipalities_and_no_district_bears_a_municipalitys_name(register):
    valdres = next(d for d in register.districts if d.name == "Valdres")
    assert valdres.municipality_codes == ("3449", "3450", "3451", "3452", "3453", "3454")
    names = {m.name for m in register.municipalities.values()}
    assert not names & {d.name for d in register.districts}


def test_only_mo_is_both_a_place_in_common_use_and_a_centre_elsewhere(register):
    given = {n for m in register.municipalities.values() for n in (m.name, m.admin_centre)}
    given |= {former.name for former in register.former}
    assert given & {place.name for place in register.place_names} == {"Mo"}


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        (
            "municipalities.csv",
            ",717710,",
            ",717 710,",
            "municipalities.csv, linje 2, feltet population: «717 710» er ikke et heltall.",
        ),
        (
            "municipalities.csv",
            "0301,Oslo",
            "301,Oslo",
            "municipalities.csv, linje 2, feltet municipality_code: «301» er ikke 4 sifre.",
        ),
        (
            "municipalities.csv",
            "1103,Stavanger",
            "1101,Stavanger",
            "municipalities.csv, linje 4, feltet municipality_code: «1101» står to ganger.",
        ),
        (
            "municipalities.csv",
            ",964965226",
            ",944496394",
            "municipalities.csv, linje 4, feltet org_number: «944496394» står to ganger.",
        ),
        (
            "municipalities.csv",
            "1101,Eigersund,,11",
            "1101,Eigersund,,12",
            "municipalities.csv, linje 3, feltet county_code: "
            "kommunenummer 1101 ligger ikke i fylke 12.",
        ),
        (
            "municipalities.csv",
            "1101,Eigersund,",
            "1101,,",
            "municipalities.csv, linje 3, feltet name: verdien mangler.",
        ),
        (
            "municipalities.csv",
            ",digi_region,",
            ",digi-region,",
            "municipalities.csv, linje 1: kolonnen digi_region mangler.",
        ),
        (
            "municipalities.csv",
            ",944496394\n",
            "\n",
            "municipalities.csv, linje 3, feltet org_number: raden har ikke 12 felter.",
        ),
        (
            "former_municipalities.csv",
            "2017-01-01",
            "1.1.2017",
            "former_municipalities.csv, linje 2, feltet ceased: "
            "«1.1.2017» er ikke en dato (ÅÅÅÅ-MM-DD).",
        ),
        (
            "former_municipalities.csv",
            "1806|1875",
            "1806|1874|1850",
            "former_municipalities.csv, linje 83, feltet successor_codes: "
            "«1850» finnes ikke i kommuneregisteret.",
        ),
        (
            "districts.csv",
            "Oslo|Østfold",
            "Oslo|Ostfold",
            "districts.csv, linje 20, feltet county_names: "
            "«Ostfold» finnes ikke i kommuneregisteret.",
        ),
        (
            "place_names.csv",
            "Måløy,4602",
            "Måløy,1439",
            "place_names.csv, linje 2, feltet municipality_code: "
            "«1439» finnes ikke i kommuneregisteret.",
        ),
        (
            "not_municipalities.csv",
            "2100",
            "0301",
            "not_municipalities.csv, linje 2, feltet code: «0301» er en kommune.",
        ),
    ],
)
def test_a_bad_value_is_refused_with_file_line_and_field(folder, file, old, new, message):
    change(folder / file, old, new)
    with pytest.raises(RegisterError) as caught:
        load_register(folder)
    assert str(caught.value) == message


def test_a_missing_file_is_named(folder):
    (folder / "districts.csv").unlink()
    with pytest.raises(RegisterError, match=r"districts\.csv mangler i "):
        load_register(folder)


def test_a_file_in_another_encoding_is_refused(folder):
    path = folder / "place_names.csv"
    path.write_bytes(path.read_text(encoding="utf-8").encode("cp1252"))
    with pytest.raises(RegisterError, match=r"place_names\.csv er ikke lagret som UTF-8\."):
        load_register(folder)


def test_a_register_error_is_one_that_the_command_line_shows_as_a_sentence():
    assert issubclass(RegisterError, UserError)
