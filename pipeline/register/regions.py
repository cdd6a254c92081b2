"""Areas that municipalities lie in, found by the text that a region column prints."""

from dataclasses import dataclass

from pipeline.register.municipalities import Register
from pipeline.register.text import words_of

# Words around a region's name that do not change which area is meant
_SURROUNDING_WORDS = frozenset({"digi", "fylke", "fylkeskommune", "region", "rhf", "hf"})


@dataclass(frozen=True, slots=True)
class Area:
    """Where a municipality may lie; `county` is set when one county is named as a county."""

    codes: frozenset[str]
    county: str | None = None

    def holds(self, code: str, former_county: str | None) -> bool:
        """A municipality and the county of the name in; whether the area covers it out.

        A former municipality belongs to the county it lay in even where its successor lies
        in another: Rømskog in Østfold is part of Aurskog-Høland in Akershus.
        """
        return code in self.codes or (former_county is not None and former_county == self.county)

    def overlap(self, other: "Area | None") -> "Area":
        """Two areas in; the part that both cover out."""
        if other is None:
            return self
        return Area(self.codes & other.codes, self.county if self.county == other.county else None)


@dataclass(frozen=True, slots=True)
class Region:
    """An area with a name: a county, Digi region, health region, valley, trust."""

    name: str
    kind: str
    codes: frozenset[str]


class Regions:
    """All named areas, by the name printed for them."""

    def __init__(self, register: Register) -> None:
        self._by_key: dict[str, Region] = {}
        self.max_words = 1
        for region in _regions_of(register):
            key = _region_key(region.name)
            self._by_key.setdefault(key, region)
            self.max_words = max(self.max_words, len(key.split()) + 1)

    def find(self, words: list[str]) -> Region | None:
        """Words of a printed text in; the region of exactly that name out."""
        return self._by_key.get(" ".join(w for w in words if w not in _SURROUNDING_WORDS))

    def area(self, text: str | None) -> Area | None:
        """A printed region column in; the area out, or None for nothing or unknown text."""
        return self.area_of_words(words_of(text)) if text else None

    def area_of_words(self, words: list[str]) -> Area | None:
        """Words of a region's name in; its area out, or None if it has no known members."""
        region = self.find(words)
        if region is None or not region.codes:
            return None
        county = region.name if region.kind.endswith("fylke") and "digi" not in words else None
        return Area(region.codes, county)


def _region_key(name: str) -> str:
    return " ".join(w for w in words_of(name) if w not in _SURROUNDING_WORDS)


def _regions_of(register: Register) -> list[Region]:
    """The register in; its regions out, counties first: they own a name that others share."""
    members: dict[tuple[str, str], set[str]] = {}
    for kind in ("county_name", "digi_region", "health_region"):
        for municipality in register.municipalities.values():
            name = getattr(municipality, kind)
            members.setdefault((name, _KINDS[kind]), set()).add(municipality.code)
    regions = [Region(name, kind, frozenset(codes)) for (name, kind), codes in members.items()]
    for district in register.districts:
        codes = set(district.municipality_codes)
        for county in district.county_names:
            codes |= members[county, _KINDS["county_name"]]
        regions.append(Region(district.name, district.kind, frozenset(codes)))
    return regions


AREAS = ("fylke", "Digi-region", "helseregion")
"""The kinds of region that the country is divided into, not valleys and trusts."""

_KINDS = {
    "county_name": "fylke",
    "digi_region": "Digi-region",
    "health_region": "helseregion",
}
