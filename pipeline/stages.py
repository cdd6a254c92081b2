"""The stages of adoption, once: their order, what a map shows them as, and what they are called.

The models read them as the table `stage`. DESIGN: a stage is further than another by its rank;
unknown has no rank, for it is never counted as a stage. A new stage is a line here, and then what
tests/pipeline/test_stages.py names.
"""

from typing import NamedTuple

UNKNOWN = "unknown"


class Stage(NamedTuple):
    """A stage. rank: how far it has come, None for unknown; category: what a map shows it as."""

    stage: str
    rank: int | None
    category: str
    word: str


STAGES = (
    Stage("not_adopted", 0, "not_adopted", "ikke tatt i bruk"),
    Stage("ordered", 1, "preparing", "bestilt"),
    Stage("enabled", 2, "preparing", "teknisk tilrettelagt"),
    Stage("in_use", 3, "in_use", "i bruk"),
    Stage(UNKNOWN, None, UNKNOWN, "ukjent"),
)
NAMES = tuple(stage.stage for stage in STAGES)
RANKED = tuple(stage.stage for stage in STAGES if stage.rank is not None)
ADOPTED_MEANS = RANKED[1:]
"""What a solution may count as adopted: every stage past the first."""
CATEGORIES = {stage.stage: stage.category for stage in STAGES}
WORDS = {stage.stage: stage.word for stage in STAGES}


def rank(stage: str) -> int:
    """How far a stage has come; unknown lies before them all."""
    return RANKED.index(stage) if stage in RANKED else -1
