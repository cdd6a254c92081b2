"""Of whom a file can speak: what it is silent of means something only there."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline import texts
from pipeline.errors import UserError
from pipeline.register.municipalities import Register
from pipeline.register.regions import Regions
from pipeline.sources.kinds import normal

WHOLE = "hele landet"


@dataclass(frozen=True, slots=True)
class Scope:
    """Of whom a file can speak. codes: the municipalities, None for all; told: in words.

    widens: it rests on the region column alone, so that a published total for the country can widen
    it. regions: those that rows name; missing: those of the same sort that they do not.
    """

    codes: frozenset[str] | None = None
    told: str = WHOLE
    widens: bool = False
    regions: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


EVERYBODY = Scope()

Covers = str | Sequence[str] | Mapping[str, str]
"""What a sidecar says of whom a file covers."""


def covered(covers: Covers, register: Register, regions: Regions, printed: Iterable[str]) -> Scope:
    """The scope that a sidecar gives. printed: the names in the file, by which a range is sorted.

    Raises UserError for an area or a municipality that nobody knows.
    """
    match covers:
        case str() if normal(covers) == WHOLE:
            return EVERYBODY
        case str() if "–" in covers:
            first, _, last = covers.partition("–")
            return _range(first.strip(), last.strip(), register, printed)
        case str():
            covers = [covers]
        case Mapping():
            ends = covers.get("from"), covers.get("to")
            if not all(isinstance(end, str) for end in ends) or len(covers) != 2:
                raise UserError(texts.bad_covers(str(dict(covers))))
            return _range(str(ends[0]), str(ends[1]), register, printed)
    codes: set[str] = set()
    for name in covers:
        codes |= _named(name, register, regions)
    if not codes:
        raise UserError(texts.bad_covers(""))
    return Scope(frozenset(codes), ", ".join(map(str, covers)))


def _named(name: object, register: Register, regions: Regions) -> frozenset[str]:
    """The codes of an area or a municipality by its name."""
    if isinstance(name, str):
        if area := regions.area(name):
            return area.codes
        every = register.municipalities.values()
        codes = [one.code for one in every if normal(one.name) == normal(name)]
        if len(codes) == 1:  # of two namesakes nobody knows which
            return frozenset(codes)
    raise UserError(texts.bad_covers(str(name)))


def _range(first: str, last: str, register: Register, printed: Iterable[str]) -> Scope:
    """From one name to another, in the order that the file itself is sorted in."""
    names = [normal(name) for name in printed]
    key = next((k for k in (_norwegian, _plain) if names == sorted(names, key=k)), _norwegian)
    low, high = key(normal(first)), key(normal(last))
    codes = {
        one.code for one in register.municipalities.values() if low <= key(normal(one.name)) <= high
    }
    if not codes:
        raise UserError(texts.bad_covers(f"{first}–{last}"))
    return Scope(frozenset(codes), f"{first}–{last}")


_AFTER_Z = str.maketrans({"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}"})


def _norwegian(name: str) -> str:
    """A name as Norwegians sort: æ, ø and å after z."""
    return "".join(_letters(name.translate(_AFTER_Z)))


def _plain(name: str) -> str:
    """A name as programs sort that know no Norwegian: å as a, ø as o."""
    return "".join(_letters(name.replace("ø", "o").replace("æ", "ae")))


def _letters(name: str) -> Iterator[str]:
    return (sign for sign in unicodedata.normalize("NFKD", name) if not unicodedata.combining(sign))


def by_regions(
    printed: Iterable[str], others: Iterable[str], register: Register, regions: Regions
) -> Scope:
    """The scope that a region column gives. printed: its different cells; others: the codes of rows
    that print no region that is known."""
    areas = {area.codes: text for text in printed if (area := regions.area(text))}
    if not areas:
        return EVERYBODY
    codes = frozenset().union(*areas, others)
    names = tuple(sorted(areas.values()))
    if codes.issuperset(register.municipalities):
        return Scope(regions=names)
    missing = _beside(areas, codes, register)
    return Scope(codes, ", ".join(names), widens=True, regions=names, missing=missing)


_SORTS = ("health_region", "digi_region", "county_name")


def _beside(
    areas: Mapping[frozenset[str], str], codes: frozenset[str], register: Register
) -> tuple[str, ...]:
    """The regions of the same sort as some printed ones that hold none of these municipalities.

    A county and its Digi region are often the same: what is printed says which sort is meant.
    """
    for sort in sorted(_SORTS, key=lambda sort: "digi" in sort, reverse=_are_digi(areas)):
        members: dict[str, set[str]] = defaultdict(set)
        for one in register.municipalities.values():
            members[getattr(one, sort)].add(one.code)
        if all(area in members.values() for area in areas):
            return tuple(sorted(name for name, of in members.items() if of.isdisjoint(codes)))
    return ()


def _are_digi(areas: Mapping[frozenset[str], str]) -> bool:
    return any("digi" in text.casefold() for text in areas.values())
