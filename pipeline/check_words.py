"""What the check of source files says, in Norwegian bokmål: its findings and its printed lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from pipeline import texts
from pipeline.stages import WORDS
from pipeline.verdict.words import CONFIRM, MUNICIPALITY
from pipeline.wording import date_words, plural, some, thousands

if TYPE_CHECKING:
    from pipeline.check import Change, Preview, Table

WHICH = "Oppgi minst én fil å sjekke: python -m pipeline check FIL …"
MISSING = "finnes ikke"
NOT_A_SOURCE = (
    "Filen leses ikke som kildefil: følgefiler, notater (.md) og skjulte filer hoppes over."
)
TAKEN = (
    "{path} finnes allerede med annet innhold: gi den nye filen et annet navn, som slutter på "
    "_rettet hvis den retter den gamle."
)
OTHER_VERSION = (
    "Datavarehuset som gjelder, kan ikke sammenlignes med: kjør «python -m pipeline build» først."
)
NOTHING_BEFORE = (
    "Det er ikke publisert noe datavarehus: endringene er regnet mot de andre kildefilene."
)
STALE = (
    "Datavarehuset som gjelder, er bygd av noe annet enn det som ligger i mappene nå, så noen av "
    "endringene kan komme av det."
)
REPLY_OPENS = "Hei! Takk for tallene. Før vi kan bruke dem, er det noe vi må spørre om:"
REPLY_ENDS = "Kan dere svare på dette, eller sende eksporten på nytt?"
NOTHING_TO_ASK = "Det er ingenting å spørre avsenderen om."
USABLE, HELD = "✓", "⏸"
FINDING = "  Funn: {finding}"
VERDICTS = {
    "clean": "Kan brukes, uten funn. Ingenting er skrevet.",
    "remarks": "Kan brukes, men se på funnene. Ingenting er skrevet.",
    "held_back": (
        "Holdes tilbake til følgefilen bekrefter det som er alvorlig. Ingenting er skrevet."
    ),
    "unusable": "Kan ikke brukes som det er. Ingenting er skrevet.",
}
NO_CHANGE = "Ingen kommuner ville endre status eller påmelding."
CHANGES = "Ville endre:"
EARLIER = " (og {dates})"
DATES = ("tidligere dato", "tidligere datoer")
STATES = {**WORDS, "enrolled": "påmeldt", "not_enrolled": "ikke kjent som påmeldt"}

Row = Mapping[str, Any]


def steps_back(changes: Iterable[Change]) -> list[str]:
    """Findings: municipalities that would be shown with less than they are now."""
    return [f"{change.solution}: {_change(change)}." for change in changes]


def differing_totals(rows: Sequence[Row]) -> list[str]:
    """A finding: published counts that would differ from the lists."""
    told = [_total(row) for row in rows]
    return [f"{len(told)} kontrolltall ville avvike: {some(told)}."] if told else []


def _total(row: Row) -> str:
    published, counted = thousands(row["published"]), thousands(row["counted"])
    where = f"{row['solution']}, {row['digi_region']}"
    return f"{where} ({published} publisert, {counted} i listene)"


def contradictions(rows: Sequence[Row]) -> list[str]:
    """A finding: municipalities of which two owners would say different things."""
    told = [f"{row['name']} ({row['solution']})" for row in rows]
    count = plural(len(told), *MUNICIPALITY)
    return [f"Kilder ville si forskjellig om {count}: {some(told)}."] if told else []


def report(preview: Preview) -> Iterator[str]:
    """A preview, line by line, as the command prints it."""
    for table in preview.tables:
        yield from _table(table)
    if preview.verdict != "unusable":
        yield from _changes(preview)
        yield from (FINDING.format(finding=finding) for finding in preview.findings)
        yield from preview.notes
    yield VERDICTS[preview.verdict]


def reply(preview: Preview) -> Iterator[str]:
    """A letter to whoever sent the files, with what is to be asked about them, line by line."""
    if not any(table.problem or table.findings for table in preview.tables):
        yield NOTHING_TO_ASK
        return
    yield REPLY_OPENS
    for table in preview.tables:
        asked = [table.problem] if table.problem else [*table.findings]
        if asked:
            yield ""
            yield f"{table.path}:"
            yield from (f"- {_to_sender(sentence)}" for sentence in asked)
    yield ""
    yield REPLY_ENDS


_OURS = re.compile(r"[,:]? (?:eller )?skriv [^.:]*følgefil\w*[^.:]*")
"""What only whoever keeps the files can do about a finding."""


def _to_sender(sentence: str) -> str:
    """A finding without what is to be done about it here."""
    asked = _OURS.sub("", sentence.removesuffix(CONFIRM).strip()).rstrip(" .:")
    end = "?" if ": er " in asked else "."
    return asked if asked.endswith("?") else f"{asked}{end}"


def _table(table: Table) -> Iterator[str]:
    """What a file is, its date, its rows, and what is to be said of it."""
    if table.problem or table.as_of is None:
        yield f"✗ {table.path}: {table.problem}"
        return
    whole = "hele tabellen" if table.complete else "en del av tabellen"
    yield f"{HELD if table.verdict == 'held_back' else USABLE} {table.path}"
    yield f"  Hva: {table.title}, eier {table.owner}, for {', '.join(table.solutions)}"
    yield f"  Per: {date_words(table.as_of)}, {whole}"
    yield f"  Rekkevidde: {table.scope}"
    yield (
        f"  Rader: {thousands(table.rows_read)} = {thousands(table.accepted)} godtatt"
        f" + {thousands(table.duplicate)} duplikat + {thousands(table.review)} til avklaring"
        f" + {thousands(table.ignored)} uten kommune + {thousands(table.rejected)} avvist"
    )
    if table.replaces:
        why = f" ({texts.corrects('den')})" if table.corrects else ""
        yield f"  Erstatter: {table.replaces}{why}"
    if table.replaced_by:
        yield f"  Er {texts.replaced(table.replaced_by)}, og teller ikke med"
    yield from (FINDING.format(finding=finding) for finding in table.findings)


def _changes(preview: Preview) -> Iterator[str]:
    """What would change, per solution: its latest date in full, earlier dates as a count."""
    yield CHANGES if preview.changes else NO_CHANGE
    for solution in dict.fromkeys(change.solution for change in preview.changes):
        every = [change for change in preview.changes if change.solution == solution]
        dates = sorted({change.as_of for change in every})
        earlier = EARLIER.format(dates=plural(len(dates) - 1, *DATES)) if dates[1:] else ""
        yield f"  {solution} per {date_words(dates[-1])}{earlier}:"
        yield from (f"    {_change(change)}" for change in every if change.as_of == dates[-1])


def _change(change: Change) -> str:
    """How municipalities would change alike."""
    count = plural(len(change.names), *MUNICIPALITY)
    return f"{count} fra {STATES[change.old]} til {STATES[change.new]}: {some(change.names)}"
