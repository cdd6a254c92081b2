"""The catalogue: what is wrong in it is told with its line and field."""

from dataclasses import replace
from datetime import date
from itertools import combinations
from shutil import copytree

import pytest

from pipeline.catalogue import Ambition, Phase, areas_of, kinds_of, load_catalogue
from pipeline.catalogue_faults import AUTHORITY
from pipeline.errors import UserError
from pipeline.paths import KINDS, REGISTER
from pipeline.register.municipalities import load_register
from pipeline.sources.kinds import are_alike, load_kinds, match_header

AREAS = {
    "Helse Midt-Norge": {f"{5000 + number}" for number in range(65)},
    "Helse Nord": {f"{1800 + number}" for number in range(300)},
    "Nordland": {"1804", "1806"},
}
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
    areas = areas_of(load_register(REGISTER).municipalities.values())
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
        ('requires = ["a", " "]', "requires = ' '"),
        ('aliases = ["B", ""]', "aliases = ''"),
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
        (
            'ambitions = [{ by = "2024-12", count = 1 }, { by = "2025-12", count = 366 }]',
            "ambitions, nummer 2: 366 er flere enn de 365 kommunene løsningen er ment for",
        ),
    ],
)
def test_a_fault_is_told_with_line_entry_and_field(catalogue, fault, told):
    with pytest.raises(UserError, match="linje 12, «b»") as error:
        catalogue(GOOD + "\n" + GOOD.replace('"a"', '"b"') + fault)
    assert told in str(error.value)


def test_an_ambition_may_be_all_that_a_solution_is_meant_for(catalogue):
    nordland = GOOD + 'geography = "Nordland"\nambitions = [{ by = "2024-12", count = 2 }]'
    (solution,) = catalogue(nordland)
    assert solution.ambitions[0].count == 2
    with pytest.raises(UserError, match="ambitions, nummer 1: 3 er flere enn de 2 kommunene"):
        catalogue(nordland.replace("count = 2", "count = 3"))


def test_solutions_that_require_each_other_in_a_ring_are_told_with_the_way_round(catalogue):
    entries = [
        GOOD.replace('"a"', f'"{one}"').replace('"A"', f'"{one}"') + f'requires = ["{other}"]\n'
        for one, other in ("ab", "bc", "cb")
    ]
    with pytest.raises(UserError, match=r"linje 12, «b» .requires går i ring: b → c → b"):
        catalogue("".join(entries))


def test_the_same_solution_may_be_required_in_two_ways(catalogue):
    second = GOOD.replace('"a"', '"b"').replace('"A"', '"B"') + 'requires = ["a"]\n'
    third = GOOD.replace('"a"', '"c"').replace('"A"', '"C"') + 'requires = ["a", "b"]\n'
    assert len(catalogue(GOOD + second + third)) == 3


def test_whose_word_counts_may_be_whoever_another_solution_has_an_export_of(catalogue):
    theirs = 'authority = ["FHI", "KS"]\n'
    second = GOOD.replace('"a"', '"b"').replace('"A"', '"B"') + theirs
    with pytest.raises(UserError, match=r"linje 11, «b» .authority = 'FHI', som ingen filslag har"):
        catalogue(GOOD + second)
    assert len(catalogue(GOOD + theirs + KIND.replace('"NHN"', '"FHI"') + second)) == 2


def test_those_whose_word_counts_by_default_own_the_files_that_the_program_knows():
    assert {kind.owner for kind in load_kinds(KINDS)} == set(AUTHORITY)


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
    with pytest.raises(UserError, match=r"linje 7, «a» .id = 'a', som en løsning før i filen har"):
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
    (one,) = kinds_of(catalogue(GOOD + KIND), ())
    other = replace(one, id="b", title="B-status")
    with pytest.raises(UserError, match="både «A-status» og «B-status»"):
        match_header(["Kommune", "Status A"], (one, other))


BOTH = GOOD + KIND + GOOD.replace('"a"', '"b"').replace('"A"', '"B"') + KIND.replace("A-", "B-")


@pytest.mark.parametrize(
    "columns",
    [
        '{ name = ["Kommune"], status = ["Status A"] }',
        '{ name = ["Kommunenavn", "kommune"], status = ["Status", "STATUS  A"] }',
    ],
)
def test_two_exports_by_the_same_headings_are_refused_before_any_file_comes(catalogue, columns):
    known = '{ name = ["Kommune"], status = ["Status A"] }'
    content = columns.join(BOTH.rsplit(known, 1))
    with pytest.raises(UserError, match=r"linje 17, «b» .kind, nummer 1: «B-status» har samme"):
        kinds_of(catalogue(content), ())


@pytest.mark.parametrize(
    "columns",
    [
        '{ name = ["Kommune"], status = ["Status B"] }',
        '{ name = ["Kommune"], status = ["Status A"], activity = ["Antall"] }',
        '{ name = ["Kommune"], status = ["Status A"] }\nnever_with = ["Status A"]',
    ],
)
def test_what_a_column_tells_apart_may_share_the_others(catalogue, columns):
    known = '{ name = ["Kommune"], status = ["Status A"] }'
    content = columns.join(BOTH.rsplit(known, 1))
    assert len(kinds_of(catalogue(content), ())) == 2


def test_an_export_by_the_headings_of_a_known_kind_is_refused(catalogue):
    kind = KIND.replace("Status A", "Aktiv Digihelse")
    with pytest.raises(UserError, match="«A-status» har samme overskrifter som «NHN: status DigiH"):
        kinds_of(catalogue(GOOD + kind), load_kinds(KINDS))


def test_an_export_by_the_id_of_a_known_kind_is_refused_with_its_line(catalogue):
    with pytest.raises(UserError, match=r"linje 6, «a» .kind, nummer 1: id = 'enrolment'"):
        kinds_of(catalogue(GOOD + KIND + 'id = "enrolment"\n'), load_kinds(KINDS))


def test_no_two_kinds_that_the_program_knows_are_alike():
    assert not any(are_alike(*pair) for pair in combinations(load_kinds(KINDS), 2))


def test_a_solution_is_measured_against_those_it_is_meant_for(put, ask):
    put(
        "ks-2024-06/liste.csv",
        "Løsning;Digi-region;Kommune\nHelseplattformen;Digi Trøndelag;Oppdal\n",
    )
    put("ks-2024-06/liste.csv.meta.toml", "covers = 'hele landet'")
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
    monkeypatch.setattr("pipeline.inputs.REGISTER", register)
    put("nhn-2024-06/a.csv", "Kommune;Status A\nBodø;Ja\n")
    assert ask("SELECT municipalities FROM coverage WHERE digi_region = 'Hele landet'") == [
        (65 + 41,)
    ]
