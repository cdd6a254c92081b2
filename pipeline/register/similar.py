"""Near spellings: suggestions for people, never an answer.

Every municipality suggested is shown as unknown until a person decides, so a far-fetched
suggestion does harm. Compared letter by letter with Jaro–Winkler (Winkler 1990), which
forgives most at the end of a name, where the misprints of real lists are.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz.distance import OSA, JaroWinkler

from pipeline.register.names import Names
from pipeline.register.regions import Area
from pipeline.register.text import base_letters

MAX_CANDIDATES = 5

# Least likeness (0–1), and how far behind the best another suggestion may be
_OFFICIAL_INSIDE_HINT = 0.80
_OFFICIAL_WITHOUT_HINT = 0.87
_OTHER_NAME = 0.92
# A misspelt centre or former municipality is less likely than a misspelt municipality
_OTHER_NAME_WEIGHT = 0.90
_WINDOW = 0.10
# Misspelt is one letter in four, or anything after the same four letters of a single word: that
# two names begin with "Nord-" or "Øvre" means nothing
_LETTERS_PER_EDIT = 4
_SAME_START = 4
_ONE_EDIT = _OFFICIAL_INSIDE_HINT
# A spelling that differs only in rings, strokes and accents; one that ends a longer name
_ONLY_ACCENTS = 0.97
_PART_OF_NAME = 0.90
_SHORTEST = 3
# Outside the hint's area: one misprint at most, and ranked behind what lies inside
_OUTSIDE_WEIGHT = 0.85
_SHORTEST_OUTSIDE = 5
# No name is half as long; what is longer is prose
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Candidate:
    """A municipality that a row could mean; score 100 is its exact name, less a likeness."""

    code: str
    score: float
    rule: str


@dataclass(frozen=True, slots=True)
class _Spelling:
    key: str
    base: str
    code: str
    official: bool


class Suggestions:
    """Ranks municipalities by how near their names are to a misspelt one."""

    def __init__(self, names: Names) -> None:
        self._spellings = tuple(
            _Spelling(key, base_letters(key), code, official)
            for key, code, official in sorted(set(names.spellings()))
        )

    def near(self, key: str, area: Area | None) -> tuple[Candidate, ...]:
        """A misspelt key and the hint's area in; at most five candidates out, best first."""
        return _best(_compared(key, area, self._spellings))

    def near_official(self, key: str, area: Area) -> tuple[Candidate, ...]:
        """As `near`, but only names that municipalities inside the area bear themselves."""
        spellings = [s for s in self._spellings if s.official and s.code in area.codes]
        return _best(_compared(key, area, spellings))


def _compared(key: str, area: Area | None, spellings: Iterable[_Spelling]) -> Iterator[Candidate]:
    if not key or len(key) > _LONGEST:
        return
    base = base_letters(key)
    for spelling in spellings:
        if area is None:
            candidate = _inside(key, base, spelling, _OFFICIAL_WITHOUT_HINT)
        elif spelling.code in area.codes:
            candidate = _inside(key, base, spelling, _OFFICIAL_INSIDE_HINT)
        else:
            candidate = _outside(key, base, spelling)
        if candidate:
            yield candidate


def _best(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Candidates in; one for each municipality out, without those far behind the best."""
    ranked: dict[str, Candidate] = {}
    for candidate in sorted(candidates, key=lambda c: (-c.score, c.code, c.rule)):
        ranked.setdefault(candidate.code, candidate)
    best = next(iter(ranked.values())).score if ranked else 0.0
    near = [c for c in ranked.values() if c.score >= best - 100 * _WINDOW]
    return tuple(near[:MAX_CANDIDATES])


def _likeness(key: str, base: str, spelling: _Spelling) -> float:
    """Two spellings in; how alike they are out, 0 if they cannot be the same name misspelt."""
    if base == spelling.base:
        return _ONLY_ACCENTS
    longest = max(len(base), len(spelling.base))
    edits = OSA.distance(base, spelling.base)
    one_word = " " not in base and " " not in spelling.base
    same_start = one_word and base[:_SAME_START] == spelling.base[:_SAME_START]
    if edits > max(1, longest // _LETTERS_PER_EDIT) and not same_start:
        return 0.0
    # Jaro–Winkler is blind to what happens at the start of a short name
    least = _ONE_EDIT if edits == 1 and longest >= _SHORTEST else 0.0
    return max(JaroWinkler.similarity(key, spelling.key), least)


def _inside(key: str, base: str, spelling: _Spelling, official_least: float) -> Candidate | None:
    likeness = _likeness(key, base, spelling)
    if likeness >= (official_least if spelling.official else _OTHER_NAME):
        weight = 1 if spelling.official else _OTHER_NAME_WEIGHT
        return Candidate(spelling.code, round(100 * weight * likeness, 1), "similar_spelling")
    if len(key) >= _SHORTEST and spelling.key.endswith(" " + key):
        return Candidate(spelling.code, 100 * _PART_OF_NAME, "part_of_name")
    return None


def _outside(key: str, base: str, spelling: _Spelling) -> Candidate | None:
    if not spelling.official or len(key) < _SHORTEST_OUTSIDE:
        return None
    if OSA.distance(base, spelling.base, score_cutoff=1) > 1:
        return None
    likeness = _OUTSIDE_WEIGHT * _likeness(key, base, spelling)
    return Candidate(spelling.code, round(100 * likeness, 1), "similar_spelling")
