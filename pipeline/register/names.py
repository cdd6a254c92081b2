"""Every name that leads to a municipality, and what each name can mean."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from pipeline.register.municipalities import FormerMunicipality, Municipality, Register
from pipeline.register.rules import RULE_ORDER
from pipeline.register.text import abbreviations, ascii_spelling, base_letters, key_of


@dataclass(frozen=True, slots=True)
class Sense:
    """One thing a name can mean.

    `official` is a name that the municipality itself bears. `ceased` and `county` are set for
    the name of a former municipality, `split` where it has several successors.
    """

    code: str
    rule: str
    official: bool = False
    ceased: date | None = None
    county: str | None = None
    split: bool = False

    def in_force(self, as_of: date | None) -> bool:
        """The date that a source speaks for in; whether a municipality had this name then."""
        return self.official or (
            as_of is not None and self.ceased is not None and as_of < self.ceased
        )


class Names:
    """Key -> senses, in the fixed order of the rules."""

    def __init__(self, register: Register) -> None:
        found: dict[str, set[Sense]] = {}
        for key, sense in _named(register):
            found.setdefault(key, set()).add(sense)
            if (spelling := ascii_spelling(key)) != key:
                found.setdefault(spelling, set()).add(replace(sense, rule="ascii_spelling"))
            for short in abbreviations(key):
                found.setdefault(short, set()).add(replace(sense, rule="abbreviated_name"))
        self._senses = {key: _in_order(senses) for key, senses in found.items()}
        self._confirmed = _confirmed_names(register)
        self.longest = max(len(key.split()) for key in self._senses)

    def senses(self, key: str, confirmed: bool = False) -> tuple[Sense, ...]:
        """A key in, and whether something beside it shows that it is a municipality; senses out.

        Organisations write Sámi and Kven names in the genitive and often without accents
        ("KARASJOGA GIELDA / KARASJOK KOMMUNE"). Alone that would be a misprint of the name; a
        Sámi or Kven word for municipality, or another name of it, makes it certain.
        """
        found = self._senses.get(key, ())
        return found or (self._confirmed.get(base_letters(key), ()) if confirmed else ())

    def spellings(self) -> Iterator[tuple[str, str, bool]]:
        """(key, code, official) of every name as it is properly spelt, for suggestions."""
        for key, senses in self._senses.items():
            for sense in senses:
                if sense.rule not in ("ascii_spelling", "abbreviated_name") and not sense.split:
                    yield key, sense.code, sense.official


def _in_order(senses: set[Sense]) -> tuple[Sense, ...]:
    """Senses in; the same in an order that no file's row order can change, out."""
    return tuple(
        sorted(senses, key=lambda s: (not s.official, RULE_ORDER.index(s.rule), s.code, s.split))
    )


def _confirmed_names(register: Register) -> dict[str, tuple[Sense, ...]]:
    """The register in; Sámi and Kven names and their genitives, without accents, out."""
    names = [(other.name, other.municipality_code) for other in register.genitive_names]
    for municipality in register.municipalities.values():
        names += [(name, municipality.code) for name in municipality.parallel_names]
    return {
        base_letters(key_of(name)): (Sense(code, "genitive_name", official=True),)
        for name, code in names
    }


def _named(register: Register) -> Iterator[tuple[str, Sense]]:
    for municipality in register.municipalities.values():
        yield from _own_names(municipality)
    for former in register.former:
        yield from _former_names(former)
    for place in register.place_names:
        yield key_of(place.name), Sense(place.municipality_code, "place_name")


def _own_names(municipality: Municipality) -> Iterator[tuple[str, Sense]]:
    code = municipality.code
    yield key_of(municipality.name), Sense(code, "official_name", official=True)
    for name in municipality.parallel_names:
        yield key_of(name), Sense(code, "parallel_name", official=True)
    yield key_of(municipality.admin_centre), Sense(code, "admin_centre")


def _former_names(former: FormerMunicipality) -> Iterator[tuple[str, Sense]]:
    for code in former.successor_codes:
        yield (
            key_of(former.name),
            Sense(
                code,
                "former_municipality",
                ceased=former.ceased,
                county=former.county_name,
                split=len(former.successor_codes) > 1,
            ),
        )
