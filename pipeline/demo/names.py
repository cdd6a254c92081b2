"""How the demo set's sources print a municipality: the ways of the real files, and misprints."""

import re
from collections import Counter
from random import Random
from unicodedata import normalize

from pipeline.register.municipalities import Municipality, Register

_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "å": "a"})
_MISPRINT_LETTERS = 7
"""Shorter names are left alone: a letter less, and they are like many others."""


class Printer:
    """Prints municipalities as KS and NHN do; a municipality keeps its way through the months."""

    def __init__(self, register: Register, seed: int) -> None:
        self._seed = seed
        everyone = register.municipalities.values()
        names = Counter(one.name for one in everyone)
        names.update({former.name for former in register.former})
        self._namesakes = {name for name, times in names.items() if times > 1}
        taken = {
            *names,
            *(name for one in everyone for name in one.parallel_names),
            *(other.name for other in (*register.place_names, *register.genitive_names)),
            *(district.name for district in register.districts),
        }
        centres = Counter(one.admin_centre for one in everyone)
        self._centres = {name for name in centres if centres[name] == 1 and name not in taken}

    def by_ks(self, one: Municipality) -> str:
        """As in KS' lists, which give the region too: now and then an administrative centre."""
        chance = Random(f"{self._seed}/name/KS/{one.code}").random()
        if chance < 0.08 and one.admin_centre in self._centres:
            return one.admin_centre
        return self._dressed(one, chance)

    def by_nhn(self, one: Municipality) -> str:
        """As in NHN's reports: the county in brackets where the name alone is not enough."""
        chance = Random(f"{self._seed}/name/NHN/{one.code}").random()
        if one.name in self._namesakes:
            return f"{one.name} ({one.county_name})"
        return self._dressed(one, chance)

    def domain(self, one: Municipality) -> str:
        """Its name as in an address, ASCII; with the county where others have the name too."""
        name = f"{one.name} {one.county_name}" if one.name in self._namesakes else one.name
        plain = normalize("NFKD", name.lower().translate(_LETTERS))
        return "-".join(re.findall("[a-z]+", plain.encode("ascii", "ignore").decode()))

    @staticmethod
    def _dressed(one: Municipality, chance: float) -> str:
        name = one.name
        parallel = [other for other in one.parallel_names if _in_windows_1252(other)]
        if parallel and chance > 0.4:
            return " - ".join((parallel[0], name, *parallel[1:]))
        return f"{name} kommune" if chance > 0.95 else name


def _in_windows_1252(name: str) -> bool:
    """Whether the old encoding has the letters: whoever exports in it cannot write Porsáŋgu."""
    return name.encode("cp1252", errors="ignore").decode("cp1252") == name


def misprint(name: str, random: Random) -> str:
    """A name with one letter left out of its middle, as typed in haste.

    A short name, or one of several words, is returned as it is.
    """
    if len(name) < _MISPRINT_LETTERS or not name.isalpha():
        return name
    place = random.randrange(3, len(name) - 1)
    return name[:place] + name[place + 1 :]
