"""The catalogue: what is wrong in it is told with its line and field."""

from datetime import date
from shutil import copytree

import pytest

from pipeline.catalogue import Ambition, Phase, kinds_of, load_catalogue
from pipeline.errors import UserError
from pipeline.paths import KINDS, REGISTER
from pipeline.sources.kinds import load_kinds, match_header

AREAS = ("Helse Midt-Norge", "Nordland")
GOOD = '[[solution]]\nid = "a"\nname = "A"\nowner = "NHN"\nphase = "innføring"\n'
KIND = """[[solution.kind]]
title = "A-status"
owner = "NHN"
evidence = "status"
columns = { name = ["Kommune"], status = ["Status A"] }
status = { "Ja" = "in_use" }
"""


@pytest.fixture
def catalogue(tmp_path):
    def write(content: str):
        (tmp_path / "solutions.toml").write_text(content, encoding="utf-8")
        return load_catalogue(tmp_path, AREAS)

    return write


def test_the_projects_own_catalogue_holds_all_seventeen():
    areas = {"Helse Midt-Norge"}
    assert len(load_catalogue(REGISTER, areas)) == 17


def test_what_is_left_out_has_a_plain_meaning(catalogue):
    (solution,) = catalogue(GOOD)
    assert (solution.shown_name, solution.geography, solution.adopted_means) == (
        "A", "hele landet", "in_use",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        ('colour = "red"', "ukjent felt colour"),
        ('aliases = "A"', "aliases = 'A'"),
        ('requires = ["c"]', "requires = 'c'"),
        ('requires = ["b"]', "requires = 'b'"),
        ('geography = "Mordor"', "geography = 'Mordor'"),
        ('adopted_means = "kanskje"', "adopted_means = 'kanskje'"),
        ('means = { NAV = "noe" }', "means.NAV = 'noe'"),
        ('phases = [{ phase = "drift" }]', "phases, nummer 1: phase = 'drift'"),
        ('phases = [{ as_of = "2024" }]', "phases, nummer 1: phase mangler"),
        (
            'phases = [{ phase = "behov" }, { phase = "innføring", from = "i fjor" }]',
            "phases, nummer 2: from = 'i fjor'",
        ),
        (
            'phases = [{ phase = "behov", from = "2024" }, { phase = "innføring", from = "2023" }]',
            "phases må stå i tidsrekkefølge",
        ),
        (
            'phases = [{ phase = "utprøving" }]',
            "phase er «innføring», men phases slutter med «utprøving»",
        ),
        ('ambitions = [{ by = "2024-12-31" }]', "ambitions, nummer 1: count mangler"),
        ("ambitions = [{ count = 356 }]", "ambitions, nummer 1: by mangler"),
        ('ambitions = [{ by = "snart", count = 1 }]', "ambitions, nummer 1: by = 'snart'"),
        ('ambitions = [{ by = "2024-12", count = "alle" }]', "count = 'alle'"),
        ('ambitions = [{ by = "2024-12", count = -1 }]', "count = -1"),
        ('ambitions = [{ by = "2024-12", count = 1, who = "KS" }]', "who = 'KS'"),
        ('ambitions = ["356"]', "ambitions, nummer 1: '356'"),
        (
            'ambitions = [{ by = "2024-12", count = 1 }, { by = "2024-12-31", count = 2 }]',
            "ambitions har samme dato to ganger",
        ),
    ],
)
def test_a_fault_is_told_with_line_entry_and_field(catalogue, fault, told):
    with pytest.raises(UserError, match="linje 12, «b»") as error:
        catalogue(GOOD + "\n" + GOOD.replace('"a"', '"b"') + fault)
    assert told in str(error.value)


@pytest.mark.parametrize("field", ["id", "name", "owner", "phase"])
def test_what_must_be_there_is_asked_for(catalogue, field):
    lines = [line for line in GOOD.splitlines() if not line.startswith(f"{field} ")]
    with pytest.raises(UserError, match=f"{field} mangler"):
        catalogue("\n".join(lines))


@pytest.mark.parametrize("phase", ["drift", ""])
def test_a_phase_is_one_of_the_seven(catalogue, phase):
    with pytest.raises(UserError, match="phase"):
        catalogue(GOOD.replace("innføring", phase))


def test_phases_and_ambitions_keep_their_dates_and_leave_out_what_nobody_knows(catalogue):
    (solution,) = catalogue(
        GOOD
        + """phases = [
  { phase = "utprøving", from = "2023-04" },
  { phase = "innføring", as_of = "2024", source = "KS" },
]
ambitions = [{ by = 2024-12-31, count = 356, source = "KS", note = "retningsgivende" }]
[solution.means]
KS = "Har bestilt"
"""
    )
    assert solution.phases == [
        Phase("utprøving", since="2023-04"),
        Phase("innføring", as_of="2024", source="KS"),
    ]
    assert solution.ambitions == [Ambition(date(2024, 12, 31), 356, "KS", "retningsgivende")]
    assert solution.means == {"KS": "Har bestilt"}


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("[[solution]\n", "linje 1 er ikke gyldig TOML"),
        ("title = 1\n", r"\[\[solution\]\] mangler"),
        ('[solution]\nid = "a"\n', r"\[\[solution\]\] mangler"),
    ],
)
def test_a_file_that_is_no_catalogue_gets_one_sentence(catalogue, content, told):
    with pytest.raises(UserError, match=told):
        catalogue(content)


def test_the_catalogue_in_the_warehouse_has_the_phases_and_ambitions_that_sources_give(real):
    assert real("SELECT count(DISTINCT solution_id), count(since) FROM solution_phase") == [(17, 0)]
    assert real("SELECT phase, as_of, source FROM solution_phase WHERE solution_id = 'pmd'") == [
        ("utprøving", "2026-06", "KS juni 2026")
    ]
    assert real(
        "SELECT solution_id, due::VARCHAR, count, source, note FROM ambition "
        "WHERE solution_id IN ('kjernejournal', 'helseplattformen') ORDER BY ALL"
    ) == [
        ("helseplattformen", "2023-12-31", 19, "KS portefølje 2023", "retningsgivende"),
        ("kjernejournal", "2023-12-31", 356, "KS portefølje 2023", "retningsgivende"),
    ]


def test_two_solutions_cannot_share_an_id(catalogue):
    with pytest.raises(UserError, match="id = 'a'"):
        catalogue(GOOD + GOOD)


def test_a_solution_may_describe_its_own_export(catalogue):
    (kind,) = kinds_of(catalogue(GOOD + KIND), load_kinds(KINDS))
    assert (kind.id, kind.solution) == ("a", "a")
    assert match_header(["Kommune", "Status A"], [kind]).kind is kind


def test_a_description_that_cannot_be_used_is_told(catalogue):
    with pytest.raises(UserError, match=r"solutions\.toml.*evidence"):
        catalogue(GOOD + KIND.replace('"status"\ncolumns', '"rumour"\ncolumns'))


@pytest.mark.parametrize(
    ("good", "bad", "told"),
    [
        ('"A-status"', "4", "title = 4"),
        ('title = "A-status"\n', "", "title mangler"),
        ('["Kommune"]', '"Kommune"', "columns.name = 'Kommune'"),
        ('name = ["Kommune"], ', "", "columns.name mangler"),
        (', status = ["Status A"]', "", "columns.status mangler"),
        ("name =", "nam =", "columns.nam = ['Kommune']"),
        ('"in_use" }', '"bruk" }', "status.Ja = 'bruk'"),
        ('status = { "Ja" = "in_use" }', 'status = ["Ja"]', "status = ['Ja']"),
        ('owner = "NHN"', 'owner = "Kreml"', "owner = 'Kreml'"),
        ('"status"\ncolumns', '"positive"\ncolumns', "stage.listed mangler"),
        ('"status"\ncolumns', '"totals"\ncolumns', "evidence = 'totals'"),
        ("status = {", 'colour = "x"\nstatus = {', "ukjent felt colour"),
        ("status = {", 'solution = "b"\nstatus = {', "ukjent felt solution"),
        ("status = {", 'stage = { silence = "nei" }\nstatus = {', "stage.silence = 'nei'"),
        ("status = {", 'stage = { sees = "in_use" }\nstatus = {', "stage.sees = 'in_use'"),
        ("status = {", 'stage = { silense = "unknown" }\nstatus = {', "ukjent felt stage.silense"),
        ("status = {", 'stage = "in_use"\nstatus = {', "stage = 'in_use'"),
    ],
)
def test_a_fault_in_a_described_export_is_told_with_line_entry_and_field(
    catalogue, good, bad, told
):
    with pytest.raises(UserError, match=r"linje 6, «a» \(kind, nummer 1") as error:
        catalogue(GOOD + KIND.replace(good, bad))
    assert told in str(error.value)


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        ('short_name = "a"', "short_name = 'a', som «a» også heter"),
        ('aliases = ["Annet", "A"]', "aliases = 'A', som «a» også heter"),
    ],
)
def test_two_solutions_cannot_go_by_one_name(catalogue, fault, told):
    second = GOOD.replace('"a"', '"b"').replace('"A"', '"B"')
    with pytest.raises(UserError, match="linje 12, «b»") as error:
        catalogue(GOOD + "\n" + second + fault)
    assert told in str(error.value)


def test_an_id_can_stand_in_an_address(catalogue):
    with pytest.raises(UserError, match="id = 'a b'"):
        catalogue(GOOD.replace('"a"', '"a b"'))


def test_a_header_that_two_kinds_explain_is_refused_and_not_guessed(catalogue):
    second = KIND.replace("A-status", "B-status") + 'id = "b"\n'
    kinds = kinds_of(catalogue(GOOD + KIND + second), ())
    with pytest.raises(UserError, match="både «A-status» og «B-status»"):
        match_header(["Kommune", "Status A"], kinds)


def test_a_solution_is_measured_against_those_it_is_meant_for(put, ask):
    put(
        "ks-2024-06/liste.csv",
        "Løsning;Digi-region;Kommune\nHelseplattformen;Digi Trøndelag;Oppdal\n",
    )
    assert ask(
        "SELECT municipalities, not_adopted, in_use FROM coverage WHERE digi_region = 'Hele landet'"
    ) == [(65, 1, 64)]
    assert ask("SELECT DISTINCT digi_region FROM coverage ORDER BY ALL") == [
        ("Digi Møre og Romsdal",), ("Digi Trøndelag",), ("Hele landet",),
    ]  # fmt: skip


def test_a_geography_may_be_health_regions_and_counties_together(put, ask, monkeypatch, tmp_path):
    register = copytree(REGISTER, tmp_path / "register")
    with (register / "solutions.toml").open("a", encoding="utf-8") as file:
        file.write(GOOD + 'geography = "Helse Midt-Norge|Nordland"\n' + KIND)
    monkeypatch.setattr("pipeline.build.REGISTER", register)
    put("nhn-2024-06/a.csv", "Kommune;Status A\nBodø;Ja\n")
    assert ask("SELECT municipalities FROM coverage WHERE digi_region = 'Hele landet'") == [
        (65 + 41,)
    ]
