"""What the tests of what files do not say share: files of real names, and what came of them."""

import csv
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from pipeline.paths import REGISTER

CASES = Path(__file__).parent / "cases"

Ask = Callable[..., list[tuple]]
Put = Callable[[str, str | bytes], Path]


class Municipality(NamedTuple):
    """A municipality as the register has it."""

    municipality_code: str
    name: str
    county_name: str
    digi_region: str
    health_region: str
    population: str


def _register() -> list[Municipality]:
    with (REGISTER / "municipalities.csv").open(encoding="utf-8-sig", newline="") as file:
        return [
            Municipality(*(row[name] for name in Municipality._fields))
            for row in csv.DictReader(file)
        ]


EVERY = _register()
_TIMES = Counter(one.name for one in EVERY)


def some(count: int, *regions: str) -> list[Municipality]:
    """So many municipalities without namesakes, from all over these regions (or the country)."""
    there = [one for one in EVERY if _TIMES[one.name] == 1 and (not regions or _in(one, regions))]
    return there[:: len(there) // count][:count]


def codes(*regions: str) -> set[str]:
    """The codes of all municipalities of these counties, Digi regions or health regions."""
    return {one.municipality_code for one in EVERY if _in(one, regions)}


def _in(one: Municipality, regions: Sequence[str]) -> bool:
    return not {one.county_name, one.digi_region, one.health_region}.isdisjoint(regions)


def vkp(listed: Iterable[Municipality]) -> str:
    """NHN's list of municipalities on VKP."""
    return "Kommune;Befolkning\n" + "".join(f"{one.name};{one.population}\n" for one in listed)


def kj(listed: Iterable[Municipality], status: str = "Bruker") -> str:
    """NHN's status of Kjernejournal."""
    rows = "".join(f"{one.name};{status};{one.health_region}\n" for one in listed)
    return f"Kommune;Status;Helseregion\n{rows}"


def ks(listed: Iterable[Municipality], solution: str = "Kjernejournal") -> str:
    """KS' list of those that have not adopted."""
    rows = "".join(f"{solution};{one.digi_region};{one.name}\n" for one in listed)
    return f"Løsning;Digi-region;Kommune\n{rows}"


def lay(put: Put, case: str) -> None:
    """Put the files of a case in the raw folder."""
    raw = CASES / case / "raw"
    for path in raw.rglob("*"):
        if path.is_file():
            put(path.relative_to(raw).as_posix(), path.read_bytes())


def verdict(ask: Ask, path: str) -> str:
    ((word,),) = ask("SELECT verdict FROM source_file WHERE path = ?", path)
    return word


def scope(ask: Ask, path: str) -> str:
    ((text,),) = ask("SELECT scope FROM source_file WHERE path = ?", path)
    return text


def spoken_of(ask: Ask, path: str) -> set[str]:
    """The codes of all of whom a file says something, in rows or by silence."""
    rows = ask("SELECT DISTINCT municipality_code FROM evidence WHERE source_path = ?", path)
    return {code for (code,) in rows}


def findings(ask: Ask, path: str, severity: str = "%") -> dict[str, str]:
    """What is found in a file: the sentences of each kind."""
    found: dict[str, str] = {}
    for kind, sentence in ask(
        "SELECT kind, sentence FROM finding WHERE source_path = ? AND severity LIKE ? ORDER BY ALL",
        path,
        severity,
    ):
        found[kind] = f"{found[kind]}\n{sentence}" if kind in found else sentence
    return found


def held_back(ask: Ask, path: str) -> dict[str, str]:
    """What a file is held back for; nothing where it is not, or where it counts all the same."""
    if verdict(ask, path) != "held_back" or spoken_of(ask, path):
        return {}
    return findings(ask, path, "serious")


def says(ask: Ask, path: str) -> dict[str, int]:
    """Of how many municipalities a file says each stage, in rows or by silence."""
    return dict(
        ask("SELECT stage, count(*) FROM evidence WHERE source_path = ? GROUP BY ALL", path)
    )


def says_of(ask: Ask, name: str, path: str) -> str | None:
    """The stage that a file says a municipality has come to; None where it says nothing of it."""
    rows = ask(
        "SELECT stage FROM evidence JOIN municipality USING (municipality_code) "
        "WHERE name = ? AND source_path = ?",
        name,
        path,
    )
    return rows[0][0] if rows else None


def stages(ask: Ask, solution: str, as_of: str) -> dict[str, int]:
    """How many municipalities have come to each stage of a solution by a date, all files told."""
    return dict(
        ask(
            "SELECT stage, count(*) FROM adoption WHERE solution_id = ? AND as_of = ?::DATE "
            "GROUP BY ALL",
            solution,
            as_of,
        )
    )
