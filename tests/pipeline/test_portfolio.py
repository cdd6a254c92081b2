"""Joint rollouts, try-outs and published figures: a fault is told with file, line and field."""

from pathlib import Path
from shutil import copytree

import pytest

from pipeline import inputs
from pipeline.__main__ import main
from pipeline.errors import UserError
from pipeline.paths import REGISTER
from pipeline.portfolio import load_portfolio
from pipeline.register.municipalities import load_register

RUNS = "joint_rollouts.csv"
HEADER = (
    "run_id,solution_id,name,type,deadline,wave,wave_start,journal_vendor,service,area,source\n"
)


@pytest.fixture
def folder(tmp_path) -> Path:
    """A copy of the register folder that may be damaged."""
    return copytree(REGISTER, tmp_path / "register")


def load(folder: Path):
    return load_portfolio(folder, load_register(REGISTER).municipalities.values())


def test_the_projects_own_runs_hold_the_three_waves_of_digihelse(folder):
    waves = [w for w in load(folder).rollouts if w.run_id == "digihelse-2024"]
    assert [(w.wave, w.wave_start) for w in waves] == [("1", None), ("2", None), ("3", None)]
    assert len({(w.name, w.type, w.deadline) for w in waves}) == 1


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "r,vkp,Løp,nasjonalt,30.06.2024,,,,,,KS",
            "linje 2, feltet deadline: «30.06.2024» er ikke",
        ),
        ("r,vkp,Løp,nasjonalt,,1,snart,,,,KS", "linje 2, feltet wave_start: «snart» er ikke"),
        ("r,faks,Løp,nasjonalt,,,,,,,KS", "linje 2, feltet solution_id: «faks» er ikke kjent"),
        ("r,vkp,Løp,lokalt,,,,,,,KS", "linje 2, feltet type: «lokalt» er ikke kjent"),
        ("r,vkp,Løp,delvis nasjonalt,,,,,,,KS", "linje 2, feltet type: et delvis nasjonalt løp må"),
        ("r,vkp,Løp,nasjonalt,,,,CGM,,,KS", "linje 2, feltet journal_vendor: et nasjonalt løp"),
        ("r,vkp,Løp,regionalt,,,,,,Mordor,KS", "linje 2, feltet area: «Mordor» er ikke kjent"),
        (",vkp,Løp,nasjonalt,,2,,,,,KS", "linje 2, feltet run_id: pulje «2» står uten"),
        (",vkp,Løp,nasjonalt,,,,,,,KS", "linje 2, feltet run_id: verdien mangler"),
        ("r,vkp,Løp,nasjonalt,,,,,,,", "linje 2, feltet source: verdien mangler"),
        (
            "r,vkp,Løp,nasjonalt,2024-06-30,1,,,,,KS\nr,vkp,Løp,nasjonalt,2024-07-01,2,,,,,KS",
            "linje 3, feltet deadline: linjene for r sier forskjellig",
        ),
        ("r,vkp,Løp,nasjonalt,,alle,,,,,KS", "linje 2, feltet wave: «alle» står for alle puljene"),
        (
            "r,vkp,Løp,nasjonalt,,1,,,,,KS\nr,vkp,Løp,nasjonalt,,Pulje 1,,,,,KS",
            "linje 3, feltet wave: pulje «1» i r står to ganger",
        ),
        (
            "r,vkp,Løp,nasjonalt,,1,,,,,KS\nr,vkp,Løp,nasjonalt,,1,,,,,KS",
            "linje 3, feltet wave: pulje «1» i r står to ganger",
        ),
        (
            "r,vkp,Løp,nasjonalt,,1,,,,,KS\nr,vkp,Løp,nasjonalt,,,,,,,KS",
            "linje 3, feltet wave: pulje",
        ),
        (
            "r,vkp,Løp,nasjonalt,,,,,,,KS\ns,vkp,løp,nasjonalt,,,,,,,KS",
            "linje 3, feltet name: løpet r har samme navn",
        ),
        (
            "r,helseplattformen,Løp,regionalt,,,,,,Digi Nordland,KS",
            "linje 2, feltet area: Digi Nordland ligger utenfor den delen av landet som",
        ),
        ("r,vkp,Løp", "linje 2, feltet source: raden har ikke 11 felter"),
    ],
)
def test_a_bad_run_is_refused_with_file_line_and_field(folder, line, told):
    (folder / RUNS).write_text(f"{HEADER}{line}\n", encoding="utf-8")
    with pytest.raises(UserError) as caught:
        load(folder)
    assert str(caught.value).startswith(f"{RUNS}, {told}")


@pytest.mark.parametrize(
    ("file", "line", "told"),
    [
        ("tryouts.csv", "faks,Oslo,2024-06,,KS", "feltet solution_id: «faks» er ikke kjent"),
        ("tryouts.csv", "pmd,Osloo,2024-06,,KS", "feltet municipality: «Osloo» er ikke kjent"),
        ("tryouts.csv", "pmd,Oslo,2024-13,,KS", "feltet as_of: «2024-13» er ingen måned"),
        (
            "tryouts.csv",
            "pmd,Herøy,2024-06,,KS",
            "feltet municipality: flere kommuner heter «Herøy»",
        ),
        (
            "tryouts.csv",
            "helseplattformen,Oslo,2024-06,,KS",
            "feltet municipality: Oslo ligger utenfor den delen av landet som helseplattformen er",
        ),
        (
            "national_figures.csv",
            "2024-06-01,vkp,i brukk,1,,KS,",
            "feltet measure: «i brukk» er ikke kjent og ville ikke blitt vist: skriv i bruk, ",
        ),
        (
            "national_figures.csv",
            "2024-06-01,vkp,bruker Kjernejournal,251,,KS,",
            "feltet measure: «bruker Kjernejournal» gjelder bare kjernejournal",
        ),
        (
            "national_figures.csv",
            "2024-06-01,helseplattformen,i bruk,66,,KS,",
            "feltet count: 66 er flere enn de 65 kommunene",
        ),
        ("measures.csv", "i bruk,antall,", "feltet counts: «antall» er ikke kjent"),
        ("measures.csv", "i bruk,in_use,faks", "feltet solution_id: «faks» er ikke kjent"),
        ("national_figures.csv", "2024,vkp,i bruk,1,,KS,", "feltet as_of: «2024» er ikke en dato"),
        ("national_figures.csv", "2024-06-01,vkp,i bruk,to,,KS,", "feltet count: «to» er ikke et"),
    ],
)
def test_a_bad_try_out_or_figure_is_refused_with_file_line_and_field(folder, file, line, told):
    path = folder / file
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([lines[0], line]) + "\n", encoding="utf-8")
    with pytest.raises(UserError) as caught:
        load(folder)
    assert str(caught.value).startswith(f"{file}, linje 2, {told}")


def test_a_figure_stands_once_a_month(folder):
    path = folder / "national_figures.csv"
    header = path.read_text(encoding="utf-8").splitlines()[0]
    once = "2024-06-01,vkp,i bruk,30,,KS,\n2024-07-01,vkp,i bruk,31,,KS,\n"
    path.write_text(f"{header}\n{once}", encoding="utf-8")
    assert [figure.count for figure in load(folder).figures] == [30, 31]
    path.write_text(f"{header}\n{once}2024-06-30,vkp,i bruk,32,,KS,\n", encoding="utf-8")
    told = "linje 4, feltet measure: vkp har allerede «i bruk» for samme måned, på linje 2"
    with pytest.raises(UserError, match=told):
        load(folder)


def test_a_run_and_a_try_out_may_be_of_a_part_of_where_a_solution_is_meant_for(folder):
    (folder / RUNS).write_text(
        f"{HEADER}r,helseplattformen,Løp,regionalt,,,,,,Digi Trøndelag,KS\n", encoding="utf-8"
    )
    (folder / "tryouts.csv").write_text(
        "solution_id,municipality,as_of,note,source\nhelseplattformen,Oppdal,2024-06,,KS\n",
        encoding="utf-8",
    )
    portfolio = load(folder)
    assert (portfolio.rollouts[0].area, portfolio.tryouts[0].municipality) == (
        "Digi Trøndelag", "Oppdal",
    )  # fmt: skip


def test_a_solution_gets_a_measure_of_its_own_from_the_registers_alone(folder):
    def add(file: str, line: str) -> None:
        with (folder / file).open("a", encoding="utf-8") as opened:
            opened.write(f"{line}\n")

    add("measures.csv", "har signert,ordered,digihelse")
    add("national_figures.csv", "2024-06-01,digihelse,har signert,170,,KS,")
    assert load(folder).figures[-1].counts == "ordered"
    add("measures.csv", "har bestilt,ordered,digihelse")
    add("national_figures.csv", "2024-06-01,digihelse,har bestilt,171,,KS,")
    with pytest.raises(UserError, match="har allerede «har signert» for samme måned, på linje 13"):
        load(folder)
    add("measures.csv", "i bruk,in_use,")
    with pytest.raises(UserError, match=r"measures\.csv, linje 10, .*: «i bruk» står to"):
        load(folder)


def test_a_try_out_of_a_namesake_goes_by_its_code_and_stands_once(folder):
    line = "pmd,1818,2024-06,,KS\n"
    path = folder / "tryouts.csv"
    path.write_text(path.read_text(encoding="utf-8").splitlines()[0] + "\n" + line, "utf-8")
    assert [tryout.municipality_code for tryout in load(folder).tryouts] == ["1818"]
    with path.open("a", encoding="utf-8") as file:
        file.write(line)
    with pytest.raises(UserError, match="linje 3, feltet municipality: «1818» står to ganger"):
        load(folder)


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        (RUNS, "2024-09-17", "17. september", "joint_rollouts.csv, linje 7, feltet wave_start"),
        ("solutions.toml", 'phase = "innføring"', 'phase = "drift"', "solutions.toml har en feil"),
        ("solutions.toml", "count = 356", "count = 358", "linje 38, «kjernejournal» (ambitions, n"),
        ("national_figures.csv", ",i bruk,133", ",i brukk,133", "linje 3, feltet measure"),
    ],
)
def test_a_bad_register_is_one_sentence_and_what_was_published_stays(
    put, folder, tmp_path, monkeypatch, capsys, file, old, new, told
):
    put("nhn-2024-05/vkp.csv", "Kommune;Befolkning\nOslo;717710\n")
    command = ["build", "--raw", str(tmp_path / "raw"), "--warehouse", str(tmp_path / "warehouse")]
    assert main(command) == 0
    before = (tmp_path / "warehouse" / "CURRENT").read_text()
    text = (folder / file).read_text(encoding="utf-8")
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    monkeypatch.setattr(inputs, "REGISTER", folder)
    assert main(command) == 1
    said = capsys.readouterr().err
    assert told in said
    assert said.count("\n") == 1
    assert (tmp_path / "warehouse" / "CURRENT").read_text() == before


def test_rows_of_every_wave_of_digihelse_are_accepted(put, ask):
    put(
        "ks-2024-06/liste.csv",
        "Løsning;Løp;Pulje;Kommune;Påmeldt dato;Status\n"
        "DigiHelse;digihelse-2024;Pulje 1;Oslo;2024-01-10;Påmeldt\n"
        "DigiHelse;digihelse-2024;2;Bergen;2024-03-10;Påmeldt\n"
        "DigiHelse;Felles innføringsløp DigiHelse;3;Voss;2024-05-10;Påmeldt\n",
    )
    assert ask("SELECT reason FROM rejected_row") == []
    assert ask(
        "SELECT wave, enrolled, wave_start FROM run WHERE digi_region = 'Hele landet' ORDER BY wave"
    ) == [("1", 1, None), ("2", 1, None), ("3", 1, None), ("Alle", 3, None)]
