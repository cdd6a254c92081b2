"""Takes a printed name apart: the name itself, words for municipality, a code, a region."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.register.names import Names, Sense
from pipeline.register.numbers import Numbers
from pipeline.register.regions import Area, Region, Regions
from pipeline.register.text import (
    NORWEGIAN_MUNICIPALITY_WORDS,
    SAMI_KVEN_MUNICIPALITY_WORDS,
    without_marks,
    words_of,
)

_PREPOSITIONS = frozenset({"i", "på"})
# A cell with more words than this is prose; trying every way to part it would take long
_MAX_WORDS = 12

_Senses = tuple[Sense, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a printed name says before any region column, code or date is looked at.

    `key` is the name without words for municipality, code and region; `senses` is everything
    that it can mean; `area` the region printed after it, and `with_region` both together;
    `region` is set where the text names an area and no municipality; `several` are the senses
    of a text that names different municipalities.
    """

    key: str = ""
    with_region: str = ""
    senses: _Senses = ()
    area: Area | None = None
    region: Region | None = None
    several: _Senses = ()
    code: str | None = None


class Readings:
    """Reads printed names against the register's names and regions."""

    def __init__(self, names: Names, regions: Regions, numbers: Numbers) -> None:
        self._names, self._regions, self._numbers = names, regions, numbers

    def read(self, printed: str | None) -> Reading:
        """A printed name in; what it says out."""
        words = words_of(without_marks(printed)) if printed else []
        code = next((word for word in words if self._numbers.is_code(word)), None)
        confirmed = any(word in SAMI_KVEN_MUNICIPALITY_WORDS for word in words)
        kept = [word for word in words if word != code and not _means_municipality(word)]
        return replace(self._read_words(kept, confirmed), code=code)

    def _read_words(self, words: list[str], confirmed: bool) -> Reading:
        key = " ".join(words)
        if len(words) > _MAX_WORDS:
            return Reading(key)
        if senses := self._known(words, confirmed):
            return Reading(key, senses=senses)
        if region := self._regions.find(words):
            return Reading(key, region=region)
        return self._with_region(words, confirmed) or self._several(words) or self._misspelt(words)

    def _known(self, words: list[str], confirmed: bool) -> _Senses:
        """A name, or several that agree ("Deatnu - Tana", "Herøy (Fosnavåg)"), in; senses out."""
        if senses := self._names.senses(" ".join(words), confirmed):
            return senses
        joined = (_agreeing(parts) for parts in self._parts(words) if len(parts) > 1)
        return next((senses for senses in joined if senses), ())

    def _with_region(self, words: list[str], confirmed: bool) -> Reading | None:
        """ "Våler Viken", "Bø i Telemark": a known name and the region that it lies in."""
        for name, area in self._parted(words):
            if senses := self._known(name, confirmed):
                return Reading(" ".join(name), " ".join(words), senses, area)
        return None

    def _several(self, words: list[str]) -> Reading | None:
        """ "Ål og Gol": known names that do not agree."""
        parts = next(self._parts(words), None)
        if parts is None or len(parts) == 1:
            return None
        return Reading(" ".join(words), several=tuple(sense for part in parts for sense in part))

    def _misspelt(self, words: list[str]) -> Reading:
        """An unknown name in; it without the region printed after it out."""
        for name, area in self._parted(words):
            return Reading(" ".join(name), " ".join(words), area=area)
        return Reading(" ".join(words))

    def _parted(self, words: list[str]) -> Iterator[tuple[list[str], Area]]:
        """Words in; every parting into a name and a region after it out, longest region first."""
        for cut in range(max(1, len(words) - self._regions.max_words), len(words)):
            area = self._regions.area_of_words(words[cut:])
            name = words[: cut - 1] if words[cut - 1] in _PREPOSITIONS else words[:cut]
            if area and name:
                yield name, area

    def _parts(self, words: Sequence[str]) -> Iterator[list[_Senses]]:
        """Words in; every parting into known names out. "og" may stand between two names."""
        for cut in range(1, min(self._names.longest, len(words)) + 1):
            senses = self._names.senses(" ".join(words[:cut]), confirmed=True)
            # what is left of a split municipality is no second name for any of its successors
            whole = tuple(sense for sense in senses if not sense.split)
            rest = words[cut + 1 :] if words[cut : cut + 1] == ["og"] else words[cut:]
            if whole and not words[cut:]:
                yield [whole]
            elif whole and rest:
                yield from ([whole, *others] for others in self._parts(rest))


def _means_municipality(word: str) -> bool:
    return word in NORWEGIAN_MUNICIPALITY_WORDS or word in SAMI_KVEN_MUNICIPALITY_WORDS


def _agreeing(parts: list[_Senses]) -> _Senses:
    """The senses of each joined name in; those of municipalities that all of them mean out."""
    codes = set.intersection(*({sense.code for sense in part} for part in parts))
    return tuple(
        replace(sense, rule="joined_names")
        for part in parts
        for sense in part
        if sense.code in codes
    )
