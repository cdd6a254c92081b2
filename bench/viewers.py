"""Fifty viewers at once on the query layer, while new builds are published under them.

Each asks what a map page asks, of any solution and date, as pages do: nothing is known at first,
and an answer is kept as long as its build is in force. Of the two builds that take turns, one has
a row more: an answer that is neither's is a mixed one. The other side filters and counts a table
in memory with pandas, as the obvious page does (bench/plain).

Budget, on two cores: p95 of a query 150 ms, no error, nothing mixed.
"""

import logging
import os
import random
import shutil
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from statistics import median, quantiles

import pandas as pd
import streamlit as st

from dashboard.data import ask
from dashboard.rows import Coverage, Municipality
from pipeline.build import build
from pipeline.paths import RAW
from pipeline.warehouse import CURRENT, connect

VIEWERS, VISITS = 50, 10
View = tuple[str, date]
Answer = tuple[list[Coverage], list[Municipality]]


def run() -> None:
    """Print how long a query takes with all of them at it, and what went wrong."""
    logging.getLogger("streamlit").setLevel(logging.ERROR)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["UTBREDELSE_WAREHOUSE"] = str(Path(folder) / "warehouse")
        builds = _two_builds(Path(folder))
        table = connect(builds[0]).sql(
            "SELECT * FROM adoption JOIN municipality USING (municipality_code)"
        ).df()  # fmt: skip
        views = list(table[["solution_id", "as_of"]].drop_duplicates().itertuples(index=False))
        views = [(solution, day.date()) for solution, day in views]
        right = _right_answers(builds, views)

        def as_pages_ask(view: View, number: int) -> Answer:
            if number == 0:
                _publish(random.choice(builds))
            return _answer(view)

        _measure("with pandas", lambda view, _: _with_pandas(table, view), views, {})
        _measure("as pages ask", as_pages_ask, views, right)


def _two_builds(folder: Path) -> list[Path]:
    """A build of the real figures, and one with a row more."""
    raw = folder / "raw"
    shutil.copytree(RAW, raw)
    first = build(raw, folder / "warehouse").path
    (file,) = raw.glob("nhn-2024-05/vkp*.csv")
    file.write_bytes(file.read_bytes().rstrip() + b"\nHalden;31935\n")
    return [first, build(raw, folder / "warehouse").path]


def _publish(build_path: Path) -> None:
    aside = build_path.with_name("CURRENT.bench")
    aside.write_text(f"{build_path.name}\n", encoding="utf-8")
    aside.replace(build_path.with_name(CURRENT))


def _answer(view: View) -> Answer:
    solution, as_of = view
    return (
        ask(Coverage, "coverage", solution=solution, as_of=as_of),
        ask(Municipality, "municipalities", solution=solution, as_of=as_of, municipality=None),
    )


def _right_answers(builds: list[Path], views: list[View]) -> dict[View, list[Answer]]:
    """What each build answers, asked by one viewer alone."""
    right: dict[View, list[Answer]] = {view: [] for view in views}
    for build_path in builds:
        _publish(build_path)
        for view in views:
            right[view].append(_answer(view))
    st.cache_resource.clear()
    return right


def _with_pandas(table: pd.DataFrame, view: View) -> None:
    solution, as_of = view
    rows = table[(table["solution_id"] == solution) & (table["as_of"] == pd.Timestamp(as_of))]
    rows.pivot_table(
        index="digi_region", columns="stage", values="name", aggfunc="count", fill_value=0
    )
    rows.sort_values("name")


def _measure(
    label: str,
    answer: Callable[[View, int], Answer | None],
    views: list[View],
    right: dict[View, list[Answer]],
) -> None:
    """Ask with all viewers at once, and print times, errors and answers that no build gives."""
    wrong = {"errors": 0, "mixed": 0}

    def visit(number: int) -> list[float]:
        taken = []
        for view in random.Random(number).choices(views, k=VISITS):
            started = time.perf_counter()
            try:
                told = answer(view, number)
            except Exception as error:  # whatever it is, it is counted
                wrong["errors"] += 1
                print(error)
            else:
                taken.append(500 * (time.perf_counter() - started))  # two queries
                if right:
                    parts = zip(told, *right[view], strict=True)
                    wrong["mixed"] += any(part not in builds for part, *builds in parts)
        return taken

    with ThreadPoolExecutor(VIEWERS) as pool:
        taken = [t for times in pool.map(visit, range(VIEWERS)) for t in times]
    print(
        f"{VIEWERS} viewers, {label}: a query {median(taken):.1f} ms "
        f"(p95 {quantiles(taken, n=20)[-1]:.0f}); errors {wrong['errors']}, mixed {wrong['mixed']}"
    )
