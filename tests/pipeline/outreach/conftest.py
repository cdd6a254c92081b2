"""Lists from real warehouses."""

from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.outreach.lists import Listing, known, select, take
from pipeline.sources.dates import parse_date
from pipeline.warehouse import connect, current_path

Lists = Callable[..., Listing]


def lists_of(folder: Path) -> Lists:
    """What takes a list, as a person asks for it, from a warehouse folder."""
    connection = connect(current_path(folder))

    def listing(name: str, *solutions: str, as_of: str | None = None, **narrowed) -> Listing:
        day = parse_date(as_of) if as_of else None
        chosen = select(known(connection), name, solutions, as_of=day, **narrowed)
        return take(connection, chosen)

    return listing


@pytest.fixture(scope="session")
def real_list(real_warehouse: Path) -> Lists:
    """Takes lists from the project's own source files."""
    return lists_of(real_warehouse)


@pytest.fixture(scope="session")
def demo_list(demo_warehouse: Path) -> Lists:
    """Takes lists from two years of demo exports."""
    return lists_of(demo_warehouse)
