"""Whether the warehouse in force is newer than everything it is derived from."""

from collections.abc import Iterable
from pathlib import Path

from pipeline.errors import UserError
from pipeline.warehouse import CURRENT, current_path


def is_up_to_date(warehouse: Path, inputs: Iterable[Path]) -> bool:
    """True when a build is in force and no file or folder below `inputs` is newer than it.

    Folders count too, so that a file that was taken away is noticed.
    """
    try:
        current_path(warehouse)
    except UserError:
        return False
    published = (warehouse / CURRENT).stat().st_mtime
    return all(
        path.stat().st_mtime <= published
        for root in inputs
        for path in (root, *root.rglob("*"))
        if not path.is_relative_to(warehouse)
        and "__pycache__" not in path.parts
        and path != warehouse.parent
    )
