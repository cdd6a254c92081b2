"""What can be wrong with the description of a kind of file: the field, and the value it has."""

from collections.abc import Collection, Mapping
from typing import Any

from pipeline import texts
from pipeline.stages import NAMES

EVENTS = ("enrolled", "withdrawn", "completed")
OF_STAGES = ("positive", "status", "negative")
EVIDENCE = (*OF_STAGES, "totals", "enrolment")

FIELDS = (
    "solution",
    "list",
    "region",
    "name",
    "code",
    "org_number",
    "status",
    "count",
    "activity",
    "activity_per_1000",
    "population",
    "run",
    "wave",
    "enrolled_on",
    "status_on",
    "journal_vendor",
    "contact",
    "period",
    "service",
)
"""The fields that a column of any kind can be read as."""

MUNICIPALITY = ("name", "code", "org_number")
"""The fields that say of which municipality a row speaks."""

_REQUIRED = ("title", "owner", "evidence", "columns")
_TYPES = {
    "columns": dict, "optional": dict, "never_with": list, "stage": dict, "status": dict,
    "lists": dict, "expected": dict,
}  # fmt: skip
_KNOWN = {"id", "solution", *_REQUIRED, *_TYPES}
_STAGE_WORDS: Mapping[str, Collection[str]] = {
    "listed": NAMES,
    "listed_without_activity": NAMES,
    "silence": (*NAMES, "adopted"),
    "of_services": ("furthest", "least"),
}

RHYTHMS = {"monthly": 1, "quarterly": 3, "half-yearly": 6, "yearly": 12}
"""How often a list of a kind comes, in months."""

Described = Mapping[str, Any]


def kind_fault(described: Described) -> str | None:
    """The first thing wrong with a description, as read from TOML; None when nothing is."""
    return _of_form(described) or _of_columns(described) or _of_words(described)


def _of_form(described: Described) -> str | None:
    for name in _REQUIRED:
        if not described.get(name):
            return texts.catalogue_lacks(name)
    for name, value in described.items():
        if name not in _KNOWN:
            return texts.catalogue_unknown(name)
        if not isinstance(value, _TYPES.get(name, str)):
            return f"{name} = {value!r}"
    if described["evidence"] not in EVIDENCE:
        return f"evidence = {described['evidence']!r}"
    if not _are_texts(described.get("never_with", [])):
        return f"never_with = {described['never_with']!r}"
    return None


def _of_columns(described: Described) -> str | None:
    columns = described["columns"]
    every = {*columns, *described.get("optional", {})}
    for part in ("columns", "optional"):
        for field, names in described.get(part, {}).items():
            if field not in FIELDS or not names or not _are_texts(names):
                return f"{part}.{field} = {names!r}"
    if described["evidence"] in OF_STAGES and every.isdisjoint(MUNICIPALITY):
        return texts.catalogue_lacks("columns.name")
    if described["evidence"] == "status" and "status" not in columns:
        return texts.catalogue_lacks("columns.status")
    return None


def _of_words(described: Described) -> str | None:
    evidence, stage = described["evidence"], described.get("stage", {})
    if evidence == "status" and not described.get("status"):
        return texts.catalogue_lacks("status")
    if evidence in ("positive", "negative") and "listed" not in stage:
        return texts.catalogue_lacks("stage.listed")
    known = EVENTS if evidence == "enrolment" else NAMES
    for word, meaning in described.get("status", {}).items():
        if meaning not in known:
            return f"status.{word} = {meaning!r}"
    for word, name in described.get("lists", {}).items():
        if not isinstance(name, str):
            return f"lists.{word} = {name!r}"
    for name, value in stage.items():
        if name == "sees":
            if not _are_texts(value) or not set(value) <= set(NAMES):
                return f"stage.sees = {value!r}"
        elif name not in _STAGE_WORDS:
            return texts.catalogue_unknown(f"stage.{name}")
        elif value not in _STAGE_WORDS[name]:
            return f"stage.{name} = {value!r}"
    return _of_expected(described.get("expected", {}))


def _of_expected(expected: Described) -> str | None:
    for name, value in expected.items():
        if name == "rhythm":
            if value not in RHYTHMS:
                return f"expected.rhythm = {value!r}"
        elif name not in ("silent_change", "rows_kept"):
            return texts.catalogue_unknown(f"expected.{name}")
        elif not isinstance(value, int | float) or not 0 <= value <= 1:
            return f"expected.{name} = {value!r}"
    return None


def _are_texts(values: object) -> bool:
    return isinstance(values, list) and all(isinstance(value, str) for value in values)
