"""Which municipality a printed name, code and region mean, or why a person must say.

A pure function of what is printed and the register: nothing depends on other rows. A rule
decides only where one municipality is left; a spelling that is only similar is suggested.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from pipeline.register.municipalities import Register
from pipeline.register.names import Names, Sense
from pipeline.register.numbers import Numbered, Numbers
from pipeline.register.reading import Reading, Readings
from pipeline.register.regions import Area, Region, Regions
from pipeline.register.rules import REASONS, RULES
from pipeline.register.similar import MAX_CANDIDATES, Candidate, Suggestions
from pipeline.register.text import code_of, key_of

__all__ = ["REASONS", "RULES", "Candidate", "Recogniser", "Recognition"]

_EXACT = 100.0
_EXACT_OTHER_NAME = 95.0
_MEMBER = 50.0
# The region column is seldom wrong: what it does not cover comes after near names in it
_OUTSIDE_WEIGHT = 0.75


@dataclass(frozen=True, slots=True)
class Recognition:
    """One municipality and the rule that decided, or a reason for review and candidates.

    Exactly one of `code` and `reason` is set. `could_mean` holds every municipality that a row
    under review could mean, also where they are more than the five candidates shown.
    """

    code: str | None
    rule: str | None
    reason: str | None
    candidates: tuple[Candidate, ...] = ()
    could_mean: tuple[str, ...] = ()


class Recogniser:
    """Recognises municipalities by one register, indexed once."""

    def __init__(self, register: Register) -> None:
        names = Names(register)
        self._regions = Regions(register)
        self._numbers = Numbers(register)
        self._readings = Readings(names, self._regions, self._numbers)
        self._suggestions = Suggestions(names)
        none = register.not_municipalities
        self._names_of_none = frozenset(key_of(other.name) for other in none)
        self._codes_of_none = frozenset(other.code for other in none if other.code)
        self._endings = tuple(sorted({former.ceased for former in register.former}))

    def era(self, as_of: date | None) -> int:
        """A date in; the number of its era out: any two dates of an era give the same answers.

        None is treated as today.
        """
        return sum(1 for end in self._endings if as_of is None or as_of >= end)

    def recognise(
        self,
        printed_name: str | None,
        printed_code: str | None = None,
        hint: str | None = None,
        as_of: date | None = None,
        org_number: str | None = None,
    ) -> Recognition:
        """What a row prints, and the date it speaks for, in; its municipality or a review out.

        `hint` is the text of a region, county or health region column.
        """
        reading = self._readings.read(printed_name)
        area = self._regions.area(hint)
        numbers = (
            self._numbers.read_code(printed_code),
            self._numbers.read_code(reading.code),
            self._numbers.read_org_number(org_number),
        )
        numbered = [number for number in numbers if number is not None]
        nothing_known = not any(number.codes for number in numbered) and not reading.senses
        if nothing_known and self._is_none(reading, printed_code):
            return Recognition(None, "no_municipality", None)
        if not numbered or nothing_known:
            return self._by_name(reading, area, as_of)
        return self._inside(self._by_number(numbered, reading, as_of), area)

    def _is_none(self, reading: Reading, printed_code: str | None) -> bool:
        """Whether a print that means no municipality is known to: by its name, else its code."""
        if reading.key:
            return reading.key in self._names_of_none
        return code_of(printed_code or "") in self._codes_of_none

    def _by_number(
        self, numbered: list[Numbered], reading: Reading, as_of: date | None
    ) -> Recognition:
        """Codes and organisation numbers decide, where each of them and the name agree."""
        codes = frozenset.intersection(*(number.codes for number in numbered))
        if reading.area:
            codes &= reading.area.codes
        if not codes or not self._can_be(reading, codes):
            return _conflict(numbered, reading)
        if len(codes) == 1:
            return Recognition(min(codes), numbered[0].rule, None)
        by_name = _settle(reading.senses, Area(codes), as_of)
        if by_name and by_name.code:
            return Recognition(by_name.code, "code_and_name", None)
        return _review("split_municipality", _exactly(sorted(codes), numbered[0].rule))

    def _can_be(self, reading: Reading, codes: frozenset[str]) -> bool:
        """Whether a printed name may stand beside a number of these municipalities.

        A misspelt name contradicts nothing if it is near the name that the number gives.
        """
        if reading.senses:
            return any(sense.code in codes for sense in reading.senses)
        if reading.region or reading.several:
            return False
        return not reading.key or bool(self._suggestions.near_official(reading.key, Area(codes)))

    def _inside(self, result: Recognition, area: Area | None) -> Recognition:
        """A result from numbers in; the same out, or a review if it lies outside the hint."""
        if result.code is None or area is None or result.code in area.codes:
            return result
        named = Candidate(result.code, _EXACT, result.rule or "")
        return _review("region_mismatch", [_outside(named)])

    def _by_name(self, reading: Reading, area: Area | None, as_of: date | None) -> Recognition:
        if reading.senses:
            return self._by_senses(reading, area, as_of)
        if reading.several:
            return _review("ambiguous", _meant_by(reading.several, as_of))
        if reading.region:
            return self._not_a_municipality(reading, reading.region, area)
        return _review("unknown_name", self._near(reading, area))

    def _near(self, reading: Reading, area: Area | None) -> tuple[Candidate, ...]:
        """A misspelt name in; suggestions out.

        The whole name comes first: "Inndre Østfold" is no "Inndre" in Østfold.
        """
        if reading.area is None:
            return self._suggestions.near(reading.key, area)
        whole = self._suggestions.near(reading.with_region, area)
        return whole or self._suggestions.near(reading.key, reading.area.overlap(area))

    def _not_a_municipality(
        self, reading: Reading, region: Region, area: Area | None
    ) -> Recognition:
        """A region's name in the municipality column: its members, where it could mean one.

        Only a district stands for one of its municipalities; a county or a trust is a heading
        or an organisation. A district outside the hint may be a misspelt name inside it.
        """
        codes = region.codes if region.kind == "distrikt" else frozenset()
        members = [Candidate(code, _MEMBER, "district_member") for code in codes]
        near: tuple[Candidate, ...] = ()
        if area and codes and not codes & area.codes:
            near = self._suggestions.near_official(reading.key, area)
        return _review("not_a_municipality", [*members, *near])

    def _by_senses(self, reading: Reading, area: Area | None, as_of: date | None) -> Recognition:
        """A known name: decided inside the areas printed beside it, or else a mismatch."""
        within = reading.area.overlap(area) if reading.area else area
        settled = _settle(reading.senses, within, as_of)
        if settled is None:
            exact = [_outside(candidate) for candidate in _meant_by(reading.senses, as_of)]
            near = self._suggestions.near_official(reading.key, within) if within else ()
            return _review("region_mismatch", [*exact, *near])
        if settled.code and reading.area:
            return Recognition(settled.code, "name_with_region", None)
        return settled


def _settle(senses: Iterable[Sense], area: Area | None, as_of: date | None) -> Recognition | None:
    """The senses of a name in; what they come to inside an area out, None if nothing does.

    Names that municipalities bore on the date come first; former municipalities and places
    count only where no such name lies inside the area.
    """
    inside = [s for s in senses if area is None or area.holds(s.code, s.county)]
    borne = [sense for sense in inside if sense.in_force(as_of)]
    group = borne or inside
    if not group:
        return None
    if any(sense.split for sense in group):
        parts = [sense for sense in senses if sense.split]
        return _review("split_municipality", _exactly([s.code for s in parts], parts[0].rule))
    if len({sense.code for sense in group}) > 1:
        return _review("ambiguous", _meant_by(group, as_of))
    return Recognition(group[0].code, group[0].rule, None)


def _meant_by(senses: Iterable[Sense], as_of: date | None) -> list[Candidate]:
    """The senses of a name in; a candidate for each municipality out."""
    found: dict[str, Candidate] = {}
    for sense in senses:
        score = _EXACT if sense.in_force(as_of) else _EXACT_OTHER_NAME
        if sense.code not in found or found[sense.code].score < score:
            found[sense.code] = Candidate(sense.code, score, sense.rule)
    return list(found.values())


def _outside(candidate: Candidate) -> Candidate:
    """A sure candidate in; the same ranked behind every near spelling inside the hint, out."""
    return replace(candidate, score=candidate.score * _OUTSIDE_WEIGHT)


def _exactly(codes: Iterable[str], rule: str) -> list[Candidate]:
    return [Candidate(code, _EXACT, rule) for code in codes]


def _conflict(numbered: list[Numbered], reading: Reading) -> Recognition:
    """Numbers and a name that contradict each other in; a review with all they mean out."""
    found = {sense.code: sense.rule for sense in reversed(reading.senses or reading.several)}
    found |= {code: number.rule for number in reversed(numbered) for code in number.codes}
    return _review("conflict", [Candidate(code, _EXACT, found[code]) for code in sorted(found)])


def _review(reason: str, candidates: Iterable[Candidate]) -> Recognition:
    """A reason and the candidates in; a review that shows the five best and means all out."""
    ordered = tuple(sorted(candidates, key=lambda c: (-c.score, c.code)))
    meant = tuple(sorted({candidate.code for candidate in ordered}))
    return Recognition(None, None, reason, ordered[:MAX_CANDIDATES], meant)
