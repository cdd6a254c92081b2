"""What tests share: folders of source files, and warehouses built from them."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from subprocess import run

import pytest
from filelock import FileLock
from streamlit.components.v2 import manifest_scanner

from pipeline import build as module
from pipeline.build import build
from pipeline.demo.write import write_demo
from pipeline.inputs import Inputs
from pipeline.paths import ROOT
from pipeline.warehouse import connect, current_path
from tests.answers import Answers

Ask = Callable[..., list[tuple]]
Once = Callable[[str, Callable[[Path], object]], Path]


@pytest.fixture
def put(tmp_path: Path) -> Callable[[str, str | bytes], Path]:
    """Write a source file below tmp_path/raw and return its path."""

    def write(name: str, content: str | bytes) -> Path:
        path = tmp_path / "raw" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


@pytest.fixture
def ask(tmp_path: Path) -> Ask:
    """Answer SQL on what tmp_path/raw holds when it is asked first."""
    answers = cache(lambda: Answers(tmp_path / "raw"))
    return lambda sql, *values: answers()(sql, *values)


@pytest.fixture(scope="session")
def run_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all workers of a run share."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session")
def once(run_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Once:
    """Gives a folder of this worker's own; the first worker that asks for a name makes it."""

    def made(name: str, make: Callable[[Path], object]) -> Path:
        own, store = tmp_path_factory.mktemp(name), run_folder / f"once-{name}"
        with FileLock(f"{store}.lock"):
            if store.exists():
                shutil.copytree(store, own, dirs_exist_ok=True)
            else:
                make(own)
                shutil.copytree(own, f"{store}.half")
                Path(f"{store}.half").rename(store)
        return own

    return made


@pytest.fixture
def equal_builds_once(run_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What equal inputs give is calculated once in a run: for tests of what becomes of a build."""
    make = module._make

    def copied(built: Path, inputs: Inputs) -> None:
        store = run_folder / f"made-{inputs.stock.fingerprint}"
        with FileLock(f"{store}.lock"):
            if not store.exists():
                make(built, inputs)
                shutil.copyfile(built, f"{store}.half")
                Path(f"{store}.half").rename(store)
            shutil.copyfile(store, built)

    monkeypatch.setattr(module, "_make", copied)


@pytest.fixture(scope="session", autouse=True)
def without_descriptions() -> Iterator[None]:
    """Only the real figures' tables are described: a sixth of the time of a small build."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "describe", lambda connection, tables: None)
        yield


@pytest.fixture(scope="session", autouse=True)
def installed_packages_read_once() -> Iterator[None]:
    """Streamlit looks for components among them: in a server once, in AppTest at every run.

    That is four fifths of what a run costs.
    """
    with pytest.MonkeyPatch.context() as patch:
        scan = cache(manifest_scanner.scan_component_manifests)
        patch.setattr(manifest_scanner, "scan_component_manifests", scan)
        yield


@pytest.fixture(scope="session")
def real_warehouse(once: Once) -> Path:
    """A warehouse folder built from the project's own source files, as the command does it."""
    command = [sys.executable, "-m", "pipeline", "build", "--warehouse"]
    return once("warehouse", lambda folder: run([*command, folder], cwd=ROOT, check=True))


@pytest.fixture(scope="session")
def real(real_warehouse: Path) -> Ask:
    """Answers SQL on the project's own source files."""

    connection = connect(current_path(real_warehouse))
    return lambda sql, *values: connection.execute(sql, values).fetchall()


@pytest.fixture(scope="session")
def demo_raw(once: Once) -> Path:
    """Two years of demo exports."""
    return once("demo", lambda folder: write_demo(folder / "raw", months=24, seed=1)) / "raw"


@pytest.fixture(scope="session")
def demo_warehouse(demo_raw: Path, once: Once) -> Path:
    """A warehouse folder built from them."""
    return once("demo-warehouse", lambda folder: build(demo_raw, folder))


@pytest.fixture(scope="session")
def demo(demo_warehouse: Path) -> Ask:
    """Answers SQL on the demo warehouse."""
    connection = connect(current_path(demo_warehouse))
    return lambda sql, *values: connection.execute(sql, values).fetchall()
