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
    "pipeline/stages.py": NAMES,
    # A column for each stage, by contract.
    "pipeline/models/public/coverage.sql": NAMES,
    "pipeline/models/public/tables.toml": NAMES,
    "pipeline/checks/stages_add_up.sql": NAMES,
    "dashboard/queries/overview.sql": NAMES,
    "dashboard/rows.py": NAMES,
    # A sentence or a short word for each stage.
    "dashboard/texts/stages.py": NAMES,
    "pipeline/outreach/texts.py": NAMES,
    # Only the stages that an export prints, or that the demo set invents.
    "pipeline/sources/kinds/ks_not_adopted.toml": (),
    "pipeline/sources/kinds/portfolio_status.toml": (),
    "pipeline/demo/truth.py": (),
}


def test_stages_are_named_one_by_one_only_where_they_must_and_there_all_of_them():
    named = {
        path.relative_to(ROOT).as_posix(): set(re.findall(r"\w+", path.read_text("utf-8")))
        for folder in ("pipeline", "dashboard", "pages", "web")
        for path in (ROOT / folder).rglob("*")
        if path.suffix in {".py", ".sql", ".toml", ".css", ".js"}
    }
    assert {path for path, words in named.items() if len(words & ON_THE_WAY) > 1} <= PLACES.keys()
    forgot = {path: set(stages) - named[path] for path, stages in PLACES.items()}
    assert {path: stages for path, stages in forgot.items() if stages} == {}


def test_what_is_told_by_stage_is_told_of_every_stage_and_every_category_has_a_colour():
    told = {"LIGHT": LIGHT.categories, "DARK": DARK.categories}
    for package in (pipeline, dashboard):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not module.name.endswith("__main__"):
                told |= {
                    f"{module.name}.{name}": value
                    for name, value in vars(importlib.import_module(module.name)).items()
                    if isinstance(value, Mapping) and len({*NAMES, *SHOWN} & value.keys()) > 2
                }
    whole = [set(keys) for keys in (NAMES, RANKED, ADOPTED_MEANS, SHOWN)]
    forgot = {name for name, by in told.items() if not any(keys <= by.keys() for keys in whole)}
    assert forgot == set()
    style = (ROOT / "dashboard" / "style.css").read_text("utf-8")
    blocks = (".u-matrix .u-", ".u-stages .u-stage-")
    rules = {f"{block}{category} " for block in blocks for category in SHOWN}
    assert {rule for rule in rules if rule not in style} == set()
