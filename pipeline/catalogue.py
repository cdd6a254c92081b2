"""The solution catalogue: data/register/solutions.toml, one entry a solution."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline import texts
from pipeline.errors import UserError

FILE = "solutions.toml"
ADOPTED_MEANS = ("ordered", "enabled", "in_use")


@dataclass(frozen=True, slots=True)
class Solution:
    """A solution as the catalogue describes it; see the head of solutions.toml for the fields."""

    id: str
    name: str
    short_name: str
    aliases: Sequence[str]
    focus_area: str
    owner: str
    phase: str
    requires: Sequence[str]
    geography: str
    adopted_means: str
    authority: Sequence[str]
    definition: str
    source: str

    @property
    def printed_names(self) -> set[str]:
        """Every way that a source may write this solution."""
        return {self.id, self.name, self.short_name, *self.aliases}


def load_catalogue(folder: Path) -> tuple[Solution, ...]:
    """All solutions, in the order of the file. Raises UserError naming the entry and the fault."""
    path = folder / FILE
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8"))["solution"]
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError) as error:
        raise UserError(texts.bad_catalogue(FILE, "filen", str(error))) from error
    solutions = []
    for entry in entries:
        where = f"[[solution]] {entry.get('id', '?')}"
        try:
            solution = Solution(**entry)
        except TypeError as error:
            raise UserError(texts.bad_catalogue(FILE, where, str(error))) from error
        if solution.adopted_means not in ADOPTED_MEANS:
            what = f"adopted_means = {solution.adopted_means!r}"
            raise UserError(texts.bad_catalogue(FILE, where, what))
        solutions.append(solution)
    return tuple(solutions)
