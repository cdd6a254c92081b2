"""What Python hands to the models: registers, kinds and source rows, as tables named seed_*."""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import astuple
from itertools import chain
from pathlib import Path

import duckdb
import pyarrow as pa

from pipeline.catalogue import Solution, names_of
from pipeline.contacts import Contact
from pipeline.decisions import Decision
from pipeline.paths import NEIGHBOURS
from pipeline.portfolio import Figure, Portfolio, Tryout
from pipeline.resolve import Resolver
from pipeline.rollouts import Wave
from pipeline.sources.kinds import FIELDS, Kind
from pipeline.sources.reader import SourceFile
from pipeline.stages import STAGES

_TEXT = pa.string()
_TEXTS = pa.list_(_TEXT)
_ROW_SCHEMA = pa.schema(
    [
        ("source_path", pa.dictionary(pa.int32(), _TEXT)),
        ("recognition", pa.int32()),
        ("source_row", pa.int32()),
        ("verdict", _TEXT),
        ("reason", _TEXT),
        ("line", _TEXT),
        *[(field, _TEXT) for field in FIELDS],
    ]
)
_CANDIDATE = pa.struct([("code", _TEXT), ("score", pa.float64()), ("rule", _TEXT)])


def register_seeds(
    connection: duckdb.DuckDBPyConnection,
    folder: Path,
    portfolio: Portfolio,
    kinds: Sequence[Kind],
    sources: Sequence[SourceFile],
    resolver: Resolver,
    contacts: Sequence[Contact],
    fingerprint: str,
) -> None:
    """Make every seed_* table visible to the models on this connection (nothing is stored)."""
    tables = {
        "seed_build_input": pa.table({"fingerprint": [fingerprint]}),
        "seed_stage": _table(
            STAGES, stage=_TEXT, rank=pa.int32(), category=_TEXT, word=_TEXT
        ),
        "seed_municipality": _csv_table(folder / "municipalities.csv"),
        "seed_neighbour": _csv_table(NEIGHBOURS),
        "seed_joint_rollout": _rollout_table(portfolio.rollouts),
        "seed_tryout": _tryout_table(portfolio.tryouts),
        "seed_national_figure": _figure_table(portfolio.figures),
        **_solution_tables(portfolio.solutions),
        **_phase_tables(portfolio.solutions),
        **_kind_tables(kinds),
        "seed_source": _source_table(sources),
        "seed_scope": _scope_table(sources),
        "seed_finding": _finding_table(sources),
        "seed_row": _row_table(sources, resolver),
        "seed_recognised": _recognised_table(resolver),
        "seed_contact": _table(
            contacts, line=pa.int32(), solution_id=_TEXT, digi_region=_TEXT,
            municipality_code=_TEXT, contact=_TEXT,
        ),
        "seed_decision": _decision_table(resolver.decisions.every),
    }  # fmt: skip
    for name, table in tables.items():
        connection.register(name, table)


def _csv_table(path: Path) -> pa.Table:
    with path.open(encoding="utf-8-sig", newline="") as file:
        header, *rows = csv.reader(file)
    columns = list(zip(*rows, strict=True)) or [()] * len(header)
    return pa.table({name: pa.array(col, _TEXT) for name, col in zip(header, columns, strict=True)})


def _table(rows: Iterable[tuple[object, ...]], **types: pa.DataType) -> pa.Table:
    columns = list(zip(*rows, strict=True)) or [()] * len(types)
    return pa.table(
        [pa.array(column, kind) for column, kind in zip(columns, types.values(), strict=True)],
        names=list(types),
    )


def _solution_tables(catalogue: Sequence[Solution]) -> dict[str, pa.Table]:
    fields = {
        "name": _TEXT, "focus_area": _TEXT, "owner": _TEXT, "phase": _TEXT,
        "requires": _TEXTS, "geography": _TEXT, "adopted_means": _TEXT, "authority": _TEXTS,
        "definition": _TEXT, "source": _TEXT,
    }  # fmt: skip
    solutions = (
        (s.id, i, s.shown_name, *(getattr(s, field) for field in fields))
        for i, s in enumerate(catalogue)
    )
    return {
        "seed_solution": _table(
            solutions, solution_id=_TEXT, sort_order=pa.int32(), short_name=_TEXT, **fields
        ),
        "seed_alias": _table(sorted(names_of(catalogue).items()), alias=_TEXT, solution_id=_TEXT),
    }


def _phase_tables(catalogue: Sequence[Solution]) -> dict[str, pa.Table]:
    """What the catalogue says of a solution more than once: phases, ambitions, meanings."""
    phases = (
        (s.id, i, p.phase, p.since, p.as_of, p.source)
        for s in catalogue
        for i, p in enumerate(s.phases, 1)
    )
    ambitions = ((s.id, a.by, a.count, a.source, a.note) for s in catalogue for a in s.ambitions)
    meanings = ((s.id, owner, text) for s in catalogue for owner, text in s.means.items())
    return {
        "seed_phase": _table(
            phases, solution_id=_TEXT, place=pa.int32(), phase=_TEXT, since=_TEXT, as_of=_TEXT,
            source=_TEXT,
        ),
        "seed_ambition": _table(
            ambitions, solution_id=_TEXT, due=pa.date32(), count=pa.int64(), source=_TEXT,
            note=_TEXT,
        ),
        "seed_meaning": _table(meanings, solution_id=_TEXT, owner=_TEXT, meaning=_TEXT),
    }  # fmt: skip


def _rollout_table(waves: Sequence[Wave]) -> pa.Table:
    return _table(
        map(astuple, waves), run_id=_TEXT, solution_id=_TEXT, name=_TEXT, type=_TEXT,
        deadline=pa.date32(), wave=_TEXT, wave_start=pa.date32(), journal_vendor=_TEXT,
        service=_TEXT, area=_TEXT, source=_TEXT,
    )  # fmt: skip


def _tryout_table(tryouts: Sequence[Tryout]) -> pa.Table:
    return _table(
        map(astuple, tryouts), solution_id=_TEXT, municipality_code=_TEXT, municipality=_TEXT,
        as_of=_TEXT, note=_TEXT, source=_TEXT,
    )  # fmt: skip


def _figure_table(figures: Sequence[Figure]) -> pa.Table:
    return _table(
        map(astuple, figures), as_of=pa.date32(), solution_id=_TEXT, measure=_TEXT, counts=_TEXT,
        count=pa.int64(), definition=_TEXT, source=_TEXT, note=_TEXT,
    )  # fmt: skip


def _kind_tables(kinds: Sequence[Kind]) -> dict[str, pa.Table]:
    described = (
        (
            k.id, k.title, k.evidence, k.solution, k.stage.get("listed"),
            k.stage.get("listed_without_activity"), k.stage.get("silence"), k.stage.get("sees", []),
            k.stage.get("of_services"),
            *k.expected,
        )
        for k in kinds
    )  # fmt: skip
    statuses = ((k.id, word, stage) for k in kinds for word, stage in k.status.items())
    lists = ((k.id, word, name) for k in kinds for word, name in k.lists.items())
    return {
        "seed_kind": _table(
            described, kind=_TEXT, title=_TEXT, evidence=_TEXT, solution_id=_TEXT,
            listed_stage=_TEXT, listed_without_activity=_TEXT, silence=_TEXT, sees=_TEXTS,
            of_services=_TEXT,
            months=pa.int32(), silent_change=pa.float64(), rows_kept=pa.float64(),
        ),
        "seed_kind_status": _table(statuses, kind=_TEXT, printed=_TEXT, stage=_TEXT),
        "seed_kind_list": _table(lists, kind=_TEXT, printed=_TEXT, list=_TEXT),
    }  # fmt: skip


def _source_table(sources: Sequence[SourceFile]) -> pa.Table:
    rows = (
        (
            s.path, s.sha256, s.kind and s.kind.id, s.as_of, s.complete, s.encoding, s.owner,
            s.sidecar.source, s.sidecar.note, s.sidecar.demo, s.problem, s.replaced_by, s.corrects,
            s.scope.codes is not None, s.scope.widens, s.scope.told, s.scope.regions,
            s.scope.missing, s.table.header.unused if s.table and s.table.header else [],
            s.sidecar.totals, s.sidecar.confirmation, s.known,
        )
        for s in sources
    )  # fmt: skip
    return _table(
        rows, path=_TEXT, sha256=_TEXT, kind=_TEXT, as_of=pa.date32(), complete=pa.bool_(),
        encoding=_TEXT, owner=_TEXT, source=_TEXT, note=_TEXT, demo=pa.bool_(), problem=_TEXT,
        replaced_by=_TEXT, corrects=_TEXT, limited=pa.bool_(), widens=pa.bool_(), scope=_TEXT,
        regions=_TEXTS, missing=_TEXTS, unused=_TEXTS, totals=_TEXT, confirmed=_TEXT,
        known=pa.bool_(),
    )  # fmt: skip


def _scope_table(sources: Sequence[SourceFile]) -> pa.Table:
    """Of whom each source that does not speak of everybody can speak."""
    rows = ((s.path, code) for s in sources for code in sorted(s.scope.codes or ()))
    return _table(rows, source_path=_TEXT, municipality_code=_TEXT)


def _finding_table(sources: Sequence[SourceFile]) -> pa.Table:
    rows = ((s.path, *finding) for s in sources for finding in s.findings)
    return _table(
        rows, source_path=_TEXT, source_row=pa.int32(), kind=_TEXT, severity=_TEXT, sentence=_TEXT
    )


def _row_table(sources: Sequence[SourceFile], resolver: Resolver) -> pa.Table:
    lengths = [len(s.rows) for s in sources]
    owner = chain.from_iterable([i] * n for i, n in enumerate(lengths))
    path = pa.DictionaryArray.from_arrays(
        pa.array(owner, pa.int32()), pa.array([s.path for s in sources], _TEXT)
    )
    recognition = pa.array(
        chain.from_iterable(resolver.numbers[s.path] for s in sources if s.rows), pa.int32()
    )
    columns = list(zip(*chain.from_iterable(s.rows for s in sources), strict=True))
    columns = columns or [()] * (len(_ROW_SCHEMA) - 2)
    arrays = [
        pa.array(column, kind.type)
        for column, kind in zip(columns, list(_ROW_SCHEMA)[2:], strict=True)
    ]
    return pa.table([path, recognition, *arrays], schema=_ROW_SCHEMA)


def _recognised_table(resolver: Resolver) -> pa.Table:
    rows = (
        (
            i, r.code, r.rule, r.reason,
            [{"code": c.code, "score": c.score, "rule": c.rule} for c in r.candidates],
            r.could_mean or [c.code for c in r.candidates],
            resolver.decided.get(i),
        )
        for i, r in enumerate(resolver.recognitions)
    )  # fmt: skip
    return _table(
        rows, recognition=pa.int32(), municipality_code=_TEXT, rule=_TEXT, reason=_TEXT,
        candidates=pa.list_(_CANDIDATE), could_mean=_TEXTS, decision=pa.int32(),
    )  # fmt: skip


def _decision_table(decisions: Sequence[Decision]) -> pa.Table:
    rows = (
        (
            d.line, d.file_pattern, d.printed_name, d.digi_region or None, d.municipality_code,
            d.decided_by, d.decided_on, d.reason,
        )
        for d in decisions
    )  # fmt: skip
    return _table(
        rows, line=pa.int32(), file_pattern=_TEXT, printed_name=_TEXT, digi_region=_TEXT,
        municipality_code=_TEXT, decided_by=_TEXT, decided_on=pa.date32(), reason=_TEXT,
    )  # fmt: skip
