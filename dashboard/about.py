"""What the page on the figures says of each solution, as pure functions of the catalogue."""

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any

from dashboard import sentences, texts
from dashboard.rows import Described
from dashboard.wording import plural, thousands, time_words
from pipeline.catalogue_faults import WHOLE_COUNTRY


def described(solutions: Iterable[Described]) -> list[tuple[str, ...]]:
    """A solution's short name and what is told of it, line by line."""
    return [(row.short_name, *_lines(row)) for row in solutions]


def _lines(row: Described) -> list[str]:
    full = "" if row.name.casefold() == row.short_name.casefold() else f"{row.name}."
    facts = (_phase(row), _ambitions(row), geography(row), _requires(row))
    return [line for line in (full, row.definition, *_meanings(row), *facts) if line]


def _meanings(row: Described) -> list[str]:
    """What each source means by adopted, or the rule for KS' lists where nothing more is told."""
    if not row.listed:
        return [texts.ABOUT_NOT_LISTED]
    told = [
        texts.ABOUT_MEANING.format(
            owner=texts.ABOUT_OWNERS.get(one["owner"], one["owner"]), meaning=one["meaning"]
        )
        for one in row.meanings
    ]
    if any(one["owner"] == "KS" for one in row.meanings):
        return told
    stage = texts.STAGES[row.adopted_means].lower()
    return [*told, texts.ABOUT_ADOPTED_MEANS.format(stage=stage)]


def _phase(row: Described) -> str:
    told = [
        _with(phase, "; ".join(filter(None, map(_when, group))))
        for phase, group in groupby(row.phases, key=lambda one: str(one["phase"]))
    ]
    phases = ", ".join(told) or row.phase
    return texts.ABOUT_PHASE.format(phases=phases, owner=row.owner)


def _when(one: Mapping[str, str | None]) -> str:
    """Since when, when that was said, and by whom, as far as it is known."""
    since, as_of = one["since"], one["as_of"]
    told = (
        texts.ABOUT_SINCE.format(time=time_words(since)) if since else None,
        texts.ABOUT_AS_OF.format(time=time_words(as_of)) if as_of else None,
        one["source"],
    )
    return ", ".join(filter(None, told))


def _ambitions(row: Described) -> str:
    told = [_ambition(one) for one in row.ambitions]
    return texts.ABOUT_AMBITION.format(ambitions="; ".join(told)) if told else ""


def _ambition(one: Mapping[str, Any]) -> str:
    goal = texts.ABOUT_AMBITION_ONE.format(
        count=thousands(one["count"]), by=sentences.by_words(one["due"])
    )
    return _with(goal, ", ".join(filter(None, (one["source"], one["note"]))))


def geography(row: Described) -> str:
    """Whom the solution is meant for, where that is not everybody."""
    if row.geography == WHOLE_COUNTRY:
        return ""
    count = plural(row.municipalities, *texts.MUNICIPALITY)
    where = row.geography.replace("|", ", ")
    return texts.ABOUT_GEOGRAPHY.format(geography=where, count=count)


def _requires(row: Described) -> str:
    return texts.ABOUT_REQUIRES.format(requires=texts.AND.join(row.requires)) * bool(row.requires)


def _with(words: str, remark: str) -> str:
    return f"{words} ({remark})" if remark else words
