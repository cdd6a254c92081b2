"""A run of a page, and what it hands out, is of one build, whatever is published meanwhile."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from dashboard import data, texts
from dashboard.rows import Demo
from pipeline.build import build
from pipeline.paths import ROOT
from pipeline.warehouse import CURRENT, HELD, Held, StaleError

VKP = "Kommune;Befolkning\nOslo;717710\n"
SAME = {"upload", "about", "municipality"}
"""Pages that show the same of both builds: before a municipality is chosen, only names."""
PAGES = [page for page in texts.PAGES if page not in SAME]


@pytest.fixture
def folder(put, equal_builds_once, tmp_path, monkeypatch) -> Path:
    """A warehouse folder with two builds: 356 municipalities lack VKP in the first, then 1."""
    put("nhn-2024-05/vkp.csv", VKP)
    build(tmp_path / "raw", tmp_path / "warehouse")
    put("ks-2024-05/ikke.csv", "Løsning;Digi-region;Kommune\nVKP;Digi Agder;Risør\n")
    (tmp_path / "raw/nhn-2024-05/vkp.csv").unlink()
    build(tmp_path / "raw", tmp_path / "warehouse")
    monkeypatch.setenv("UTBREDELSE_WAREHOUSE", str(tmp_path / "warehouse"))
    return tmp_path / "warehouse"


@pytest.fixture
def publish(folder) -> Callable[[int], None]:
    """Put the first (0) or the second (1) build in force."""
    builds = sorted(folder.glob("wh-*.duckdb"))
    return lambda number: (folder / CURRENT).write_text(builds[number].name + "\n") and None


def shown(page: str, **address: str) -> str:
    """What a page shows."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    for key, value in {"losning": "vkp", **address}.items():
        app.query_params[key] = value
    app = app.run() if page == "overview" else app.run().switch_page(f"pages/{page}.py").run()
    assert not app.exception
    bodies = [block.proto.body for block in app.main.get("html")]
    return "\n".join(body for body in bodies if "<style>" not in body)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_shows_one_build_though_others_are_published_between_its_questions(
    page, publish, monkeypatch
):
    publish(1)
    second = without_age(shown(page))
    publish(0)
    first = without_age(shown(page))
    asked: list[str] = []
    one_build, build_of_run = data.one_build, data.build_of_run

    @contextmanager
    def begin_on_the_first() -> Iterator[None]:
        publish(0)
        with one_build():
            yield

    def another_is_published() -> Held:
        asked.append(page)
        publish(len(asked) % 2)
        data.latest_build()
        return build_of_run()

    monkeypatch.setattr(data, "one_build", begin_on_the_first)
    monkeypatch.setattr(data, "build_of_run", another_is_published)
    assert without_age(shown(page)) == first != second
    assert len(asked) > 1


def without_age(html: str) -> str:
    return re.sub(r"publisert for[^<]*", "", html)


def test_nothing_can_be_asked_outside_of_a_run():
    with pytest.raises(LookupError):
        data.ask(Demo, "demo")


def handed_out(page: str, monkeypatch: pytest.MonkeyPatch, **address: str) -> Callable[[], bytes]:
    """What makes the list that a page hands out."""
    made: list[Callable[[], bytes]] = []
    button = st.download_button

    def spy(label: str, **how: object) -> bool:
        if how["file_name"].endswith(".csv"):
            made.append(how["data"])
        return button(label, **how)

    monkeypatch.setattr(st, "download_button", spy)
    shown(page, **address)
    return made[0]


def rows(csv: bytes) -> int:
    return len(csv.decode("utf-8-sig").strip().split("\r\n")) - 1


def test_a_list_is_of_the_build_that_its_button_was_drawn_from(publish, monkeypatch):
    publish(0)
    csv = handed_out("not_adopted", monkeypatch)
    assert rows(csv()) == 356
    publish(1)
    assert "1 kommune har ikke tatt i bruk VKP" in shown("not_adopted")
    assert rows(csv()) == 356


def test_what_a_list_says_of_itself_is_of_that_build_too(publish, monkeypatch):
    publish(0)
    csv = handed_out("my_region", monkeypatch, region="digi-agder")
    before = csv()
    assert "NHN: kommuner på VKP" in before.decode()
    publish(1)
    shown("my_region", region="digi-agder")
    assert csv() == before


def test_a_list_of_a_build_that_is_no_longer_held_is_refused(folder, publish, put, monkeypatch):
    publish(0)
    csv = handed_out("not_adopted", monkeypatch)
    for number in range(HELD):
        put("ks-2024-05/ikke.csv", f"Løsning;Digi-region;Kommune\nVKP;;Risør{number}\n")
        build(folder.parent / "raw", folder)
        shown("not_adopted")
    with pytest.raises(StaleError, match="last siden på nytt"):
        csv()


def test_the_foot_of_every_page_tells_the_build_and_its_age(real_warehouse, monkeypatch):
    monkeypatch.setenv("UTBREDELSE_WAREHOUSE", str(real_warehouse))
    held = data.latest_build()
    for page in texts.PAGES:
        html = shown(page)
        assert f"Utgave {held.id}, publisert for mindre enn en time siden" in html
        assert "om-tallene#personvern" in html


def test_a_newer_build_that_does_not_open_leaves_the_old_one_in_view_with_its_age(folder, publish):
    publish(0)
    good = shown("not_adopted")
    assert "Eldre tall" not in good
    (folder / "wh-9.duckdb").write_bytes(b"not a warehouse")
    (folder / CURRENT).write_text("wh-9.duckdb\n")
    html = shown("not_adopted")
    assert "Eldre tall" in html
    assert "356 kommuner har ikke tatt i bruk VKP" in html
