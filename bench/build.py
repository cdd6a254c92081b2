"""How long a build of 480 monthly files takes, and what the same table costs in plain pandas.

480 files of 357 rows (171 360 rows) of NHN's status of Kjernejournal, one each twelfth day from
2010 on. The pandas side reads the same files with exact names only, derives the same stage per
municipality and date
and counts per Digi region: no decoding, no review, no row accounting, no checks, no publishing.
"""

import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pandas as pd

from pipeline.build import build
from pipeline.paths import REGISTER

MONTHS = 480
ROUNDS = 3


def run() -> None:
    """Measure both sides in turn, three times, and print medians and their ratio."""
    with tempfile.TemporaryDirectory() as folder:
        raw = Path(folder) / "raw"
        files = _write(raw)
        ours, theirs = [], []
        for _ in range(ROUNDS):
            ours.append(_timed(lambda: build(raw, Path(folder) / "warehouse")))
            theirs.append(_timed(lambda: _with_pandas(files)))
    mine, other = sorted(ours)[ROUNDS // 2], sorted(theirs)[ROUNDS // 2]
    print(f"build of {MONTHS} files: {mine:.2f} s; pandas without checks: {other:.2f} s")
    print(f"ratio pandas / build: {other / mine:.2f}")


def _timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _write(raw: Path) -> list[Path]:
    register = pd.read_csv(REGISTER / "municipalities.csv", dtype=str)
    names = register["name"] + " (" + register["county_name"] + ")"
    files = []
    for month in range(MONTHS):
        day = date(2010, 1, 1) + timedelta(days=12 * month)
        words = ["Bruker Kjernejournal", "Teknisk tilrettelagt"]
        status = [words[(month * 7 + i * 13) % (month + 2) > month // 2] for i in range(len(names))]
        table = pd.DataFrame(
            {"Kommune": names, "Status": status, "Helseregion": register["health_region"]}
        )
        path = raw / f"nhn-{day}" / "kjernejournal.csv"
        path.parent.mkdir(parents=True)
        table.to_csv(path, sep=";", index=False)
        files.append(path)
    return files


def _with_pandas(files: list[Path]) -> pd.DataFrame:
    register = pd.read_csv(REGISTER / "municipalities.csv", dtype=str)
    register["printed"] = register["name"] + " (" + register["county_name"] + ")"
    tables = []
    for path in files:
        table = pd.read_csv(path, sep=";", dtype=str)
        table["as_of"] = path.parent.name[-7:]
        tables.append(table)
    rows = pd.concat(tables).merge(register, left_on="Kommune", right_on="printed", how="left")
    rows["stage"] = rows["Status"].map(
        {"Bruker Kjernejournal": "in_use", "Teknisk tilrettelagt": "enabled"}
    )
    return rows.groupby(["as_of", "digi_region", "stage"]).size().unstack(fill_value=0)
