"""A new stage is a line in pipeline/stages.py, and a word in the places that these tests name."""

import importlib
import pkgutil
import re
from collections.abc import Mapping

import dashboard
import pipeline
from dashboard.theme import DARK, LIGHT
from pipeline.paths import ROOT
from pipeline.stages import ADOPTED_MEANS, CATEGORIES, NAMES, RANKED

SHOWN = set(CATEGORIES.values())
ON_THE_WAY = {stage for stage, category in CATEGORIES.items() if category == "preparing"}
PLACES = {
    "pipeline/stages.py",
    # A column for each stage, by contract; tables.toml, which describes it, is held by the build.
    "pipeline/models/public/coverage.sql",
    "pipeline/checks/stages_add_up.sql",
    "dashboard/queries/overview.sql",
    "dashboard/rows.py",
    # Sentences and short words.
    "dashboard/texts/stages.py",
    "pipeline/outreach/texts.py",
}
INVENTED = "pipeline/demo/truth.py"
"""By way of which stage a solution spreads in the demo set: of one or another, never of all."""


def test_stages_are_named_one_by_one_only_where_they_must_and_there_all_of_them():
    words = {
        path.relative_to(ROOT).as_posix(): set(re.findall(r"\w+", path.read_text("utf-8")))
        for folder in ("pipeline", "dashboard", "pages", "web")
        for path in (ROOT / folder).rglob("*")
        if path.suffix in {".py", ".sql", ".css", ".js"}
    }
    assert {path for path in words if len(words[path] & ON_THE_WAY) > 1} == {*PLACES, INVENTED}
    assert {path: left for path in PLACES if (left := set(NAMES) - words[path])} == {}


def test_what_is_told_by_stage_is_told_of_every_stage_and_every_category_has_a_colour():
    style = (ROOT / "dashboard" / "style.css").read_text("utf-8")
    coloured = [re.findall(rf"{block}(\w+) ", style) for block in (r"-matrix \.u-", "u-stage-")]
    for named in (*coloured, LIGHT.categories, DARK.categories):
        assert set(named) >= SHOWN
    whole = [set(keys) for keys in (NAMES, RANKED, ADOPTED_MEANS, SHOWN)]
    forgot = {
        f"{module.name}.{name}"
        for package in (pipeline, dashboard)
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
        if not module.name.endswith("__main__")
        for name, told in vars(importlib.import_module(module.name)).items()
        if isinstance(told, Mapping) and len({*NAMES, *SHOWN} & told.keys()) > 1
        if not any(keys <= told.keys() for keys in whole)
    }
    assert forgot == {"pipeline.outreach.slides.maps._HATCHES"}  # what colour alone tells poorly
