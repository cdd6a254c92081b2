"""One figure, wherever it stands: sentence, map, table, names and file of a view, and `coverage`.

Read from the rendered pages. Real figures: every solution and date, for the nation and for regions
in turn. Demo figures: every solution, for the nation on its last date and for a region on an
earlier one, another each time.
"""

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import cycle
from pathlib import Path
from typing import NamedTuple

import pytest
from lxml import html
from streamlit.runtime.media_file_manager import MediaFileManager
from streamlit.testing.v1 import AppTest

from dashboard import data, texts
from dashboard.wording import date_slug, date_words, region_slug
from tests.as_page import page

NATION = "Hele landet"


class Counts(NamedTuple):
    """A row of `coverage`, with the solution's name and what it counts as adopted."""

    solution_id: str
    short_name: str
    as_of: date
    digi_region: str
    municipalities: int
    adopted: int
    in_use: int
    enabled: int
    ordered: int
    not_adopted: int
    unknown: int
    enrolled: int | None
    enrolled_of_gap: int | None

    @property
    def place(self) -> str:
        """The region as addresses name it; empty for the nation."""
        return "" if self.digi_region == NATION else region_slug(self.digi_region)

    @property
    def short_place(self) -> str:
        """The region as tables name it."""
        return self.digi_region.removeprefix("Digi ")

    @property
    def by_stage(self) -> dict[str, int]:
        """How many municipalities are at each stage, by its name on the pages; none left out."""
        counts = self._asdict()
        return {word: counts[stage] for stage, word in texts.STAGES.items() if counts[stage]}


@dataclass(frozen=True)
class Figures:
    """A warehouse: `coverage`, and which of its rows are looked at as views."""

    folder: Path
    ask: Callable[..., list[tuple]]
    coverage: list[Counts]
    views: list[Counts]

    def places(self, view: Counts) -> list[Counts]:
        """The Digi regions and the nation on the solution and date of a view."""
        return [row for row in self.coverage if row[:3] == view[:3]]

    def latest(self, place: str, day: date) -> list[Counts]:
        """Each solution in a place on its last date not after a day."""
        rows = [row for row in self.coverage if row.digi_region == place and row.as_of <= day]
        return list({row.solution_id: row for row in sorted(rows, key=lambda r: r.as_of)}.values())


@pytest.fixture(params=["real", "demo"])
def figures(request: pytest.FixtureRequest) -> Figures:
    ask = request.getfixturevalue(request.param)
    fields = ", ".join(Counts._fields)
    rows = ask(f"SELECT {fields} FROM coverage JOIN solution USING (solution_id) ORDER BY 1, 3, 4")
    coverage = [Counts(*row) for row in rows]
    views = list(_in_turn(coverage) if request.param == "real" else _sample(coverage))
    return Figures(request.getfixturevalue(f"{request.param}_warehouse"), ask, coverage, views)


def _in_turn(coverage: list[Counts]) -> list[Counts]:
    """The nation each time, and every third region: of eleven, others on each date."""
    regions = [row for row in coverage if row.digi_region != NATION]
    return [row for row in coverage if row.digi_region == NATION] + regions[::3]


def _sample(coverage: list[Counts]) -> Iterator[Counts]:
    """The nation on each solution's last date, a region on its first or middle one, in turn."""
    regions = cycle(sorted({row.digi_region for row in coverage} - {NATION}))
    parts = cycle((0, 2))
    for solution in sorted({row.solution_id for row in coverage}):
        days = sorted({row.as_of for row in coverage if row.solution_id == solution})
        earlier = days[len(days) * next(parts) // 4]
        wanted = {(days[-1], NATION), (earlier, next(regions))}
        for row in coverage:
            if row.solution_id == solution and (row.as_of, row.digi_region) in wanted:
                yield row


@dataclass(frozen=True)
class Shown:
    """A rendered page."""

    page: html.HtmlElement
    maps: list[dict]
    files: dict[str, Callable[[], bytes]]
    labels: list[str]

    def text(self, path: str) -> str:
        """The text of the one element that an XPath means, with plain spaces."""
        (element,) = self.page.xpath(path)
        return _plain(element.text_content())

    def table(self, style: str) -> list[list[str]]:
        """The rows of the table with a class, a text per cell."""
        rows = self.page.xpath(f"//table[contains(@class, '{style}')]/tbody/tr")
        return [[_plain(cell.text_content()) for cell in row] for row in rows]

    def names(self) -> dict[str, list[str]]:
        """The columns of names by their heading."""
        return {
            column.findtext("h3/a"): [_plain(name.text) for name in column.xpath("ul/li/a")]
            for column in self.page.xpath("//div[@class='u-columns']/section")
        }

    def rows(self, start: str) -> list[dict[str, str]]:
        """The rows of the CSV file whose name begins so, made as when its button is pressed.

        No rows where the button cannot be pressed.
        """
        files = [n for n in self.files if n.startswith(start) and n.endswith(".csv")]
        if not files:
            return []
        content = io.StringIO(self.files[files[0]]().decode("utf-8-sig"), newline="")
        return list(csv.DictReader(content, delimiter=";"))

    def button(self, start: str) -> list[int]:
        """The number on the download button whose label begins so."""
        (label,) = [label for label in self.labels if label.startswith(start)]
        return numbers(label)


def _plain(text: str) -> str:
    return re.sub(r"[\u00a0\u202f\u2009]", " ", text.replace("\u00ad", "")).strip()


def numbers(text: str) -> list[int]:
    """The whole numbers of a text; "1 234" is one."""
    return [int(found.replace(" ", "")) for found in re.findall(r"\d{1,3}(?: \d{3})+|\d+", text)]


def said(pattern: str, text: str) -> int | None:
    """The number that a phrase of a text holds; None where the phrase is not there."""
    found = re.search(pattern, text)
    return found and int(found[1].replace(" ", ""))


@pytest.fixture
def opened(figures: Figures, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Shown]]:
    """Opens a page at an address, and reads what it shows."""
    monkeypatch.setenv("UTBREDELSE_WAREHOUSE", str(figures.folder))
    data._reader.cache_clear()
    files: dict[str, Callable[[], bytes]] = {}
    hand_out = MediaFileManager.add_deferred

    def noted(self, maker, mimetype, coordinates, file_name=None, **others):
        files[file_name] = maker
        return hand_out(self, maker, mimetype, coordinates, file_name, **others)

    monkeypatch.setattr(MediaFileManager, "add_deferred", noted)
    apps: dict[str, AppTest] = {}

    def open_page(name: str, **address: str) -> Shown:
        app = apps.setdefault(name, page(name))
        files.clear()
        app.query_params.clear()
        for key, value in address.items():
            if value:
                app.query_params[key] = value
        app.run()
        assert not app.exception
        bodies = "".join(block.proto.body for block in app.get("html"))
        return Shown(
            html.fragment_fromstring(bodies, create_parent="main"),
            [json.loads(chart.proto.spec) for chart in app.get("plotly_chart")],
            dict(files),
            [button.proto.label for button in app.get("download_button")],
        )

    yield open_page
    data._reader.cache_clear()


def address(view: Counts) -> dict[str, str]:
    """The address of a view."""
    return {"losning": view.solution_id, "region": view.place, "dato": date_slug(view.as_of)}


def by_region(rows: Iterable[dict[str, str]]) -> dict[str, list[str]]:
    """The names of a file's rows, by Digi region."""
    found: dict[str, list[str]] = {}
    for row in rows:
        found.setdefault(row["Digi-region"], []).append(row["Kommune"])
    return found


def without_empty(columns: dict[str, list[str]]) -> dict[str, list[str]]:
    """The columns that hold a name."""
    return {title: names for title, names in columns.items() if names}


def areas(chart: dict) -> Counter[str]:
    """How many areas of a map are drawn as each category."""
    drawn = [trace for trace in chart["data"] if trace["type"] == "choropleth"]
    return Counter({_category(trace["name"]): len(trace["locations"]) for trace in drawn})


def _category(label: str) -> str:
    return re.sub(r" \(.*", "", label)


def test_who_has_not_adopted_is_as_many_in_sentence_map_table_names_and_file(figures, opened):
    for view in figures.views:
        shown = opened("not_adopted", **address(view))
        gap = view.not_adopted
        assert numbers(shown.text("//h1")) == [gap] * (gap > 0), view
        assert shown.button("Last ned liste") == [gap]

        places = figures.places(view)
        table = {row[0]: row for row in shown.table("u-bars")}
        assert table.keys() == {place.short_place for place in places}
        for place in places:
            row, enrolled = table[place.short_place], place.enrolled_of_gap
            assert numbers(row[1]) == [place.not_adopted]
            assert numbers(row[-1]) == ([] if enrolled is None else [enrolled])

        names = shown.names()
        for place in places:
            if place.digi_region != NATION and view.digi_region in (NATION, place.digi_region):
                assert len(names.get(place.digi_region, [])) == place.not_adopted
        rows = shown.rows("ikke-tatt-i-bruk")
        assert without_empty(names) == by_region(rows)
        assert {row["Status"] for row in rows} <= {"Ikke tatt i bruk"}

        drawn = areas(shown.maps[0])
        assert drawn[texts.CATEGORIES["not_adopted"]] == gap
        assert drawn[texts.CATEGORIES["in_use"]] == view.in_use
        assert drawn[texts.CATEGORIES["preparing"]] == view.enabled + view.ordered
        assert drawn[texts.CATEGORIES["unknown"]] == view.unknown


def test_the_map_by_region_says_of_each_what_coverage_does(figures, opened):
    for view in figures.views:
        regions = [place for place in figures.places(view) if place.digi_region != NATION]
        gaps = hovers(opened("not_adopted", **address(view), vis="regioner-antall"))
        for region in regions if view.digi_region == NATION else [view]:
            all_in_use = region.in_use == region.municipalities
            told = numbers(gaps[region.digi_region])[:1]
            assert told == [region.not_adopted] * (not all_in_use), region


def hovers(shown: Shown) -> dict[str, str]:
    """The sentences of a map of regions, by region; none for a map of municipalities."""
    drawn = [trace for trace in shown.maps[0]["data"] if trace["type"] == "choropleth"]
    sentences = [_plain(text) for trace in drawn for text in trace["text"]]
    return dict(sentence.split(": ", 1) for sentence in sentences if ": " in sentence)


def test_who_is_enrolled_is_as_many_in_sentence_map_table_names_and_file(figures, opened):
    for view in figures.views:
        shown = opened("enrolled", **address(view))
        in_gap = view.enrolled_of_gap
        if in_gap is not None and view.not_adopted:
            assert numbers(shown.text("//h1")) == [in_gap, view.not_adopted], view
        elif view.enrolled and view.in_use < view.municipalities:
            assert numbers(shown.text("//h1")) == [view.enrolled], view
        else:
            assert numbers(shown.text("//h1")) == [], view

        places = figures.places(view)
        known = any(row.enrolled_of_gap is not None and row.not_adopted for row in places)
        page = shown.page.xpath("//table[caption[text()='Fordelt på Digi-regioner']]/tbody/tr")
        table = {_plain(row[0].text_content()): row for row in page}
        assert table.keys() == {place.short_place for place in places if known}
        for place in places * known:
            told = [numbers(_plain(cell.text_content())) for cell in table[place.short_place][1:4]]
            if place.enrolled_of_gap is None:
                assert told == [[place.not_adopted], [], []]
            else:
                remains = place.not_adopted - place.enrolled_of_gap
                assert told == [[place.not_adopted], [place.enrolled_of_gap], [remains]]

        mapped = hovers(shown)
        for place in places if view.digi_region == NATION else [view]:
            has_gap = place.enrolled_of_gap is not None and place.not_adopted
            if has_gap and place.digi_region != NATION:
                told = numbers(mapped[place.digi_region])[:2]
                assert told == [place.enrolled_of_gap, place.not_adopted], place

        names = shown.names()
        assert sum(map(len, names.values())) == (view.enrolled or 0)
        assert shown.button("Last ned liste") == [view.enrolled or 0]
        assert names == by_region(shown.rows("pameldt"))


def test_the_front_page_tells_of_every_solution_what_coverage_does(figures, opened):
    days = sorted({row.as_of for row in figures.coverage})
    places = {(view.digi_region, day) for view in figures.views for day in (days[-1], view.as_of)}
    for place, day in sorted(places):
        is_newest = day == days[-1]
        address = {"region": "" if place == NATION else region_slug(place)}
        shown = opened("overview", **address, dato="" if is_newest else date_slug(day))
        expected = {row.short_name: row for row in figures.latest(place, day)}
        blocks = {b.findtext(".//h3"): b for b in shown.page.xpath("//div[@class='u-summaries']/*")}
        assert blocks.keys() == expected.keys()
        for name, row in expected.items():
            first, second = (
                _plain(p.text_content()) for p in blocks[name].xpath("div/p[not(@class)]")
            )
            assert numbers(first)[:2] == [row.adopted, row.municipalities], (place, day, name)
            assert (said(r"([\d ]+) gjenstår", second) or 0) == row.not_adopted
            assert (said(r"([\d ]+) er ukjent", second) or 0) == row.unknown
            if row.enrolled_of_gap and row.not_adopted:
                assert said(r"([\d ]+) av dem er påmeldt", second) == row.enrolled_of_gap
            (picture,), (bar,) = (
                blocks[name].xpath(p) for p in ("img/@alt", "div/div/@aria-label")
            )
            assert numbers(picture) == [row.not_adopted]
            assert _stages(bar) == row.by_stage
        assert shown.text("//h1").startswith(first_sentence(blocks))


def _stages(label: str) -> dict[str, int]:
    """The counts of a bar by stage: "i bruk: 13, bestilt: 154 av 357 kommuner"."""
    words = {word.lower(): word for word in texts.STAGES.values()}
    found = re.findall(r"([^:,]+): ([\d ]+\d|\d)", _plain(label))
    return {words[word.strip()]: int(count.replace(" ", "")) for word, count in found}


def first_sentence(blocks: dict[str, html.HtmlElement]) -> str:
    """The first sentence of the first solution."""
    return _plain(next(iter(blocks.values())).xpath("div/p")[0].text_content())


def test_the_development_shows_the_counts_of_every_list_so_far_and_who_is_new(figures, opened):
    for view in figures.views:
        shown = opened("development", **address(view))
        table = [(row[0], numbers(row[2]), numbers(row[3])) for row in shown.table("u-series")]
        points = {
            (point["x"][i][:10], point["y"][i])
            for point in shown.maps[0]["data"]
            for i in range(len(point.get("x", [])))
        }
        for row in figures.coverage:
            if (row.solution_id, row.digi_region) != (view.solution_id, view.digi_region):
                continue
            told = (date_words(row.as_of), [row.adopted], [row.municipalities])
            assert table.count(told) == (row.as_of <= view.as_of), view
            assert ((row.as_of.isoformat(), row.adopted) in points) >= (row.as_of <= view.as_of)
        assert numbers(shown.text("//h1"))[:2] == [view.adopted, view.municipalities]

        new = figures.ask(
            "SELECT digi_region, count(*) FROM change JOIN municipality USING (municipality_code) "
            "WHERE solution_id = $1 AND to_as_of = $2 AND what = 'new' "
            "AND $3 IN (digi_region, 'Hele landet') GROUP BY ALL",
            view.solution_id, view.as_of, view.digi_region,
        )  # fmt: skip
        assert {place: len(names) for place, names in shown.names().items()} == dict(new)


def test_the_page_of_a_region_and_its_files_hold_every_status_and_gap_once(figures, opened):
    for place, day in sorted({(view.digi_region, view.as_of) for view in figures.views}):
        expected = {row.short_name: row for row in figures.latest(place, day)}
        gaps = {name: row.not_adopted for name, row in expected.items() if row.not_adopted}
        if place == NATION:
            shown = opened("my_region", losning="alle", dato=date_slug(day))
            table = {row[0]: row for row in shown.table("u-start")}
            assert numbers(table[NATION][1]) == [sum(gaps.values())]
            continue
        address = {"region": region_slug(place), "losning": "alle", "dato": date_slug(day)}
        shown = opened("my_region", **address)
        heads = shown.page.xpath("//table[contains(@class, 'u-gaps')]/thead//th")[3:]
        _, _, _, *columns = zip(*shown.table("u-gaps"), strict=True)
        rows = shown.rows("min-digi-region")
        assert shown.button("Last ned tabellen") == [len(rows)]
        assert {head.text for head in heads} == expected.keys()
        for head, column in zip(heads, columns, strict=True):
            row = expected[head.text]
            told = numbers(_plain(head.findtext("span")))[:1]
            assert told == [row.not_adopted] * (row.not_adopted > 0), (place, row)
            assert Counter(map(_stage, column)) == row.by_stage, (place, row)
            listed = [r["Status"] for r in rows if r["Løsning"] == row.short_name]
            assert Counter(listed) == row.by_stage, (place, row)
        if gaps:
            called = shown.rows("ringeliste")
            assert Counter(row["Løsning"] for row in called) == gaps
            assert shown.button("Last ned ringeliste") == [sum(gaps.values())]


def _stage(cell: str) -> str:
    """The stage in a cell of the matrix, by its name in files."""
    words = texts.MY_REGION_WORDS.items()
    (stage,) = [stage for stage, word in words if cell.startswith(word)]
    return texts.STAGES[stage]
