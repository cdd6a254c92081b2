"""What tests share: folders of source files, and warehouses built from them."""

from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from pipeline.build import build
from pipeline.demo.write import write_demo
from pipeline.paths import RAW
from pipeline.warehouse import connect, current_path

Ask = Callable[..., list[tuple]]


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
def real_warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A warehouse folder built from the project's own source files."""
    folder = tmp_path_factory.mktemp("warehouse")
    build(RAW, folder)
    return folder


@pytest.fixture(scope="session")
def real(real_warehouse: Path) -> Ask:
    """Answers SQL on the project's own source files."""

    connection = connect(current_path(real_warehouse))
    return lambda sql, *values: connection.execute(sql, values).fetchall()


@pytest.fixture(scope="session")
def demo_raw(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two years of demo exports."""
    folder = tmp_path_factory.mktemp("demo") / "raw"
    write_demo(folder, months=24, seed=1)
    return folder


@pytest.fixture(scope="session")
def demo_warehouse(demo_raw: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A warehouse folder built from them."""
    folder = tmp_path_factory.mktemp("demo-warehouse")
    build(demo_raw, folder)
    return folder


@pytest.fixture(scope="session")
def demo(demo_warehouse: Path) -> Ask:
    """Answers SQL on the demo warehouse."""
    connection = connect(current_path(demo_warehouse))
    return lambda sql, *values: connection.execute(sql, values).fetchall()
