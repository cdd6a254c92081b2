"""Adding a solution as the README says: an entry in the catalogue, a file, no code."""

import os
import re
import shutil
import subprocess
import sys
import textwrap

import pytest

from pipeline.paths import ROOT

VISIT = """
import json, sys
from streamlit.testing.v1 import AppTest
from dashboard import gap
app = AppTest.from_file("app.py", default_timeout=60).run()
app.query_params["losning"] = "testlosning"
for key, value in json.loads(sys.argv[1]).items():
    app.query_params[key] = value
app.switch_page("pages/not_adopted.py").run()
assert not app.exception, app.exception
print("\\n".join(block.proto.body for block in app.get("html")))
print([button.label for button in app.get("download_button")])
"""


@pytest.fixture
def project(tmp_path):
    """A copy of what the program needs, with the README's example in its catalogue."""
    for folder in ("pipeline", "dashboard", "pages", "data/register", "data/geo"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    shutil.copy(ROOT / "app.py", tmp_path)
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    block = re.search(r"(?:^    .*\n)*^    \[\[solution\.kind\]\]\n(?:^    .+\n)*", readme, re.M)
    catalogue = tmp_path / "data" / "register" / "solutions.toml"
    with catalogue.open("a", encoding="utf-8") as file:
        file.write("\n" + textwrap.dedent(block[0]))
    raw = tmp_path / "data" / "raw" / "nhn-2024-06"
    raw.mkdir(parents=True)
    rows = "Kommune;Status Testløsning\nOslo;I bruk\nBergen;Nei\nVoss;Nei\n"
    (raw / "testlosning.csv").write_text(rows, encoding="utf-8")
    return tmp_path


def run(project, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(project), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_its_export_is_recognised_and_its_pages_and_lists_work(project):
    built = run(project, "-m", "pipeline", "build")
    assert "✓ nhn-2024-06/testlosning.csv: NHN: status Testløsning, 3 rader" in built
    country = run(project, "-c", VISIT, "{}")
    assert "Minst 2 kommuner har ikke tatt i bruk Testløsning" in country
    assert "Last ned liste (2)" in country
    vestland = run(project, "-c", VISIT, '{"region": "digi-vestland"}')
    assert "2 kommuner i Digi Vestland har ikke tatt i bruk Testløsning" in vestland


def test_it_needs_no_kind_of_its_own_when_its_file_is_a_status_table(project):
    catalogue = project / "data" / "register" / "solutions.toml"
    entry, _, _ = catalogue.read_text(encoding="utf-8").rpartition("[[solution.kind]]")
    catalogue.write_text(entry, encoding="utf-8")
    rows = "Løsning;Kommune;Status\nTestløsning;Oslo;I bruk\nTestløsning;Bergen;Ikke tatt i bruk\n"
    file = project / "data" / "raw" / "nhn-2024-06" / "testlosning.csv"
    file.write_text(rows, encoding="utf-8")
    assert "Statustabell for flere løsninger, 2 rader" in run(project, "-m", "pipeline", "build")
    country = run(project, "-c", VISIT, "{}")
    assert "Minst 1 kommune har ikke tatt i bruk Testløsning" in country
