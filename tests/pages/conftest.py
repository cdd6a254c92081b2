"""What tests of pages share: a page opened as the app opens it, and its HTML."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import data
from tests.as_page import page

Open = Callable[..., AppTest]


@pytest.fixture(autouse=True)
def forget_readers() -> Iterator[None]:
    """No reader of another test's warehouse is left."""
    data._reader.cache_clear()
    yield
    data._reader.cache_clear()


@pytest.fixture
def open_page(monkeypatch: pytest.MonkeyPatch) -> Open:
    """Opens pages/NAME.py on a warehouse folder, with parameters in the address."""

    def opened(name: str, warehouse: Path, **address: str) -> AppTest:
        monkeypatch.setenv("UTBREDELSE_WAREHOUSE", str(warehouse))
        app = page(name)
        for key, value in address.items():
            app.query_params[key] = value
        app.run()
        assert not app.exception
        return app

    return opened


def html(app: AppTest) -> str:
    """All HTML of a page."""
    return "\n".join(block.proto.body for block in app.get("html"))
