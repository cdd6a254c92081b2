"""What tests share: folders of source files, and warehouses built from them."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest
from filelock import FileLock

from pipeline.build import build
from pipeline.demo.write import write_demo
from pipeline.paths import RAW
from pipeline.warehouse import connect, current_path

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
    """Build tmp_path/raw, once, and answer SQL on the result."""
    connections: list[duckdb.DuckDBPyConnection] = []

    def query(sql: str, *values: object) -> list[tuple]:
        if not connections:
            connections.append(connect(build(tmp_path / "raw", tmp_path / "warehouse").path))
        return connections[0].execute(sql, values).fetchall()

    return query


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Once:
    """Gives a folder of this worker's own; the first worker that asks for a name makes it."""
    own = tmp_path_factory.getbasetemp()
    run = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own

    def made(name: str, make: Callable[[Path], object]) -> Path:
        whole, half = run / f"once-{name}", run / f"half-{name}"
        with FileLock(run / f"{name}.lock"):
            if not whole.exists():
                shutil.rmtree(half, ignore_errors=True)
                make(half)
                half.rename(whole)
        return Path(shutil.copytree(whole, tmp_path_factory.mktemp(name) / name))

    return made


@pytest.fixture(scope="session")
def real_warehouse(once: Once) -> Path:
    """A warehouse folder built from the project's own source files."""
    return once("warehouse", lambda folder: build(RAW, folder))


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
