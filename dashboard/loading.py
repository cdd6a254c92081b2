"""Loads all that pages import, before anybody opens one.

Pages are imported by the sessions that open them, each in a thread of its own. Two first imports of
one package from different ends leave it half imported for as long as the process lives (shapely:
`import shapely` here, `from shapely.geometry import shape` there), so everything is imported once,
in one order, first.
"""

import ast
import importlib
import logging
import threading
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from pipeline.paths import ROOT

_ENTRY = ROOT / "app.py"
_PAGES = ROOT / "pages"
_OURS = ("dashboard", "pipeline")
_LOCK = threading.Lock()
_LOG = logging.getLogger(__name__)


def load_pages() -> None:
    """Import what the pages need, late imports too; once a process, and others wait meanwhile."""
    with _LOCK:
        _load()


@cache
def _load() -> None:
    for module in modules_of([_ENTRY, *sorted(_PAGES.glob("*.py"))]):
        try:
            importlib.import_module(module)
        except Exception:
            # The page that needs it will say that it cannot be shown; the others can.
            _LOG.exception("%s could not be imported", module)


def modules_of(files: Iterable[Path]) -> list[str]:
    """The modules that files import anywhere in them, and those that our own among these import."""
    found: dict[str, None] = {}
    waiting = list(files)
    while waiting:
        for module in _imported(waiting.pop(0)):
            if module in found:
                continue
            found[module] = None
            if module.split(".")[0] in _OURS and (spec := find_spec(module)) and spec.origin:
                waiting.append(Path(spec.origin))
    return list(found)


def _imported(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_bytes(), str(file))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
            # `from package import module` loads the module as well.
            package = find_spec(node.module)
            if package and package.submodule_search_locations:
                names = (f"{node.module}.{name.name}" for name in node.names)
                yield from (name for name in names if find_spec(name))
