"""All that a build rests on, read once: registers, decisions and sources, from known bytes."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from pipeline import texts
from pipeline.catalogue import kinds_of, names_of
from pipeline.contacts import Contact, load_contacts
from pipeline.decisions import load_decisions
from pipeline.errors import UserError
from pipeline.freshness import Stock, take_stock
from pipeline.paths import KINDS, REGISTER
from pipeline.portfolio import Portfolio, load_portfolio
from pipeline.register.municipalities import load_register
from pipeline.register.recognise import Recogniser
from pipeline.resolve import Resolver
from pipeline.sources.corrections import with_corrections
from pipeline.sources.folder import Found
from pipeline.sources.kinds import Kind, load_kinds
from pipeline.sources.reader import SourceFile, find_sources, read_sources, without_copies
from pipeline.sources.whole import Known, looked_over

TRIES = 3
"""How often what changes while it is read is read again."""


class Inputs(NamedTuple):
    """What was read; the stock tells the bytes, and folder the registers that it was read from."""

    stock: Stock
    folder: Path
    portfolio: Portfolio
    kinds: Sequence[Kind]
    contacts: Sequence[Contact]
    resolver: Resolver
    sources: Sequence[SourceFile]


def read_inputs(
    raw: Path,
    decisions: Path,
    files: Sequence[Found] | None = None,
    accepted: Mapping[str, str] = MappingProxyType({}),
) -> Inputs:
    """Read everything, again where a file changed meanwhile; `files` instead of those below `raw`.

    accepted: the digests of the sources that the publication before rests on, by their path.
    Raises UserError for registers or decisions that cannot be used, for a folder without sources,
    and with the name of a file that goes on changing.
    """
    changed = None
    for _ in range(TRIES):
        stock = take_stock(raw, decisions)
        inputs = parse(stock, raw, decisions, files, accepted)
        changed = stock.changed_since(take_stock(raw, decisions)) or _parsed_otherwise(inputs)
        if changed is None:
            return inputs
    raise UserError(texts.CHANGED_MEANWHILE.format(file=changed))


def parse(
    stock: Stock,
    raw: Path,
    decisions: Path,
    files: Sequence[Found] | None = None,
    accepted: Mapping[str, str] = MappingProxyType({}),
) -> Inputs:
    """Read everything once, whatever changes meanwhile. Raises UserError as read_inputs does."""
    register = load_register(REGISTER)
    portfolio = load_portfolio(REGISTER, register.municipalities.values())
    kinds = every_kind(portfolio)
    decided = load_decisions(decisions, register.municipalities)
    ids = {solution.id for solution in portfolio.solutions}
    contacts = load_contacts(REGISTER, ids, register.municipalities)
    resolver = Resolver(Recogniser(register), decided)
    found = find_sources(raw) if files is None else files
    if not found:
        raise UserError(texts.EMPTY_FOLDER.format(folder=raw))
    titles = {solution.id: solution.shown_name for solution in portfolio.solutions}
    known = Known(register, names_of(portfolio.solutions), titles, {kind.owner for kind in kinds})
    read = [
        _read(source, resolver, known, accepted)
        for file in found
        for source in read_sources(file, kinds)
    ]
    sources = without_copies(with_corrections(read, names_of(portfolio.solutions)))
    return Inputs(stock, REGISTER, portfolio, kinds, contacts, resolver, sources)


def _read(
    source: SourceFile, resolver: Resolver, known: Known, accepted: Mapping[str, str]
) -> SourceFile:
    """A source with its rows recognised, and all of it looked over."""
    source = resolver.take(source)
    numbers = resolver.numbers.get(source.path, ())
    codes = (resolver.recognitions[number].code for number in numbers)
    was_accepted = bool(source.sha256) and accepted.get(source.path) == source.sha256
    return looked_over(replace(source, known=was_accepted), codes, known)


def every_kind(portfolio: Portfolio) -> tuple[Kind, ...]:
    """The kinds of file that the program knows, and those that the catalogue describes."""
    kinds = load_kinds(KINDS)
    return (*kinds, *kinds_of(portfolio.solutions, kinds))


def _parsed_otherwise(inputs: Inputs) -> str | None:
    """A source that was parsed from other bytes than those in the stock, if there is one."""
    for source in inputs.sources:
        counted = inputs.stock.digest_of_source(source.file)
        if source.sha256 and counted not in (None, source.sha256):
            return source.file
    return None
