"""A kind of file may have a row for each service, and say which of a municipality's rows counts."""

from pathlib import Path

import pytest

from pipeline.errors import UserError
from pipeline.sources.kinds import parse_kind
from tests.answers import Answers

KIND = {
    "title": "Status per tjeneste",
    "owner": "NHN",
    "evidence": "status",
    "solution": "kjernejournal",
    "columns": {"name": ["Kommune"], "status": ["Status i tjenesten"], "service": ["Tjeneste"]},
    "status": {"I bruk": "in_use", "Klar": "enabled", "Nei": "not_adopted"},
}
ROWS = "Oslo;Sykehjem;I bruk\nOslo;Hjemmetjeneste;Nei\n"
ROWS += "Bergen;Sykehjem;Klar\nBergen;Hjemmetjeneste;Klar\n"


def answers(raw: Path, rule: str, monkeypatch: pytest.MonkeyPatch) -> Answers:
    stage = {"silence": "unknown", "sees": ["enabled", "in_use"], "of_services": rule}
    kind = parse_kind("per_service", {**KIND, "stage": stage}, "test.toml")
    monkeypatch.setattr("pipeline.inputs.load_kinds", lambda folder: (kind,))
    return Answers(raw)


@pytest.mark.parametrize(("rule", "oslo"), [("furthest", "in_use"), ("least", "not_adopted")])
def test_the_kind_says_which_row_of_several_services_counts(put, tmp_path, monkeypatch, rule, oslo):
    put("nhn-2024-06/kj.csv", "Kommune;Tjeneste;Status i tjenesten\n" + ROWS)
    ask = answers(tmp_path / "raw", rule, monkeypatch)
    assert ask("SELECT accepted, duplicate, review FROM source_file") == [(2, 2, 0)]
    assert ask("SELECT municipality_code, stage FROM evidence ORDER BY municipality_code") == [
        ("0301", oslo),
        ("4601", "enabled"),
    ]


def test_a_service_that_stands_twice_is_still_a_conflict(put, tmp_path, monkeypatch):
    put(
        "nhn-2024-06/kj.csv", "Kommune;Tjeneste;Status i tjenesten\n" + ROWS + "Oslo;Sykehjem;Nei\n"
    )
    ask = answers(tmp_path / "raw", "furthest", monkeypatch)
    assert ask("SELECT count(*) FROM resolved_row WHERE reason = 'conflict'") == [(3,)]


def test_a_rule_that_nobody_knows_is_told():
    with pytest.raises(UserError, match="of_services"):
        parse_kind("x", {**KIND, "stage": {"of_services": "some"}}, "test.toml")
