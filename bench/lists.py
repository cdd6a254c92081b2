"""How long lists and slides take: a filtered CSV, a workbook, and the national deck.

Budgets: 100 ms for a filtered CSV and 10 s for a deck of four solutions, on two cores.
"""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from pipeline.build import build
from pipeline.demo.write import write_demo
from pipeline.outreach.export import make
from pipeline.outreach.lists import Selection, take
from pipeline.paths import RAW
from pipeline.warehouse import connect, current_path

SOLUTIONS = ("kjernejournal", "digihelse", "digihelsestasjon", "vkp")
ROUNDS = 5


def run() -> None:
    """Measure each on the real figures and on two years of invented ones; print medians."""
    with tempfile.TemporaryDirectory() as folder:
        invented = Path(folder) / "raw"
        write_demo(invented, months=24, seed=1)
        for name, raw in (("real figures", RAW), ("24 invented months", invented)):
            warehouse = Path(folder) / name
            build(raw, warehouse)
            _measure(name, warehouse)


def _measure(name: str, warehouse: Path) -> None:
    connection = connect(current_path(warehouse))
    filtered = Selection("not-adopted", ("vkp",), ("Digi Nordland", "Digi Viken"))
    national = Selection("not-adopted", SOLUTIONS)
    everything = Selection("all", SOLUTIONS)
    for what, selection, file_format in (
        ("filtered CSV", filtered, "csv"),
        ("CSV of all", everything, "csv"),
        ("Excel of all", everything, "xlsx"),
        ("national deck", national, "pptx"),
    ):
        seconds = _median(
            lambda s=selection, f=file_format: make(connection, take(connection, s), f)
        )
        print(f"{name}, {what}: {1000 * seconds:.0f} ms")


def _median(work: Callable[[], object]) -> float:
    taken = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        work()
        taken.append(time.perf_counter() - started)
    return sorted(taken)[ROUNDS // 2]
