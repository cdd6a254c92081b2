"""All that pages import is loaded before anybody opens one."""

import subprocess
import sys

from dashboard.loading import modules_of
from pipeline.paths import ROOT

COLD = """
import ast, importlib, sys
from dashboard.loading import load_pages
load_pages()
loaded = set(sys.modules)
from streamlit.testing.v1 import AppTest
for file in sorted(__import__("pathlib").Path("pages").glob("*.py")):
    AppTest.from_file(str(file.resolve()), default_timeout=30).run()
late = set(sys.modules) - loaded
print(sorted(m for m in late if m.split(".")[0] in {"dashboard", "pipeline", "shapely"}))
"""


def test_a_page_that_is_opened_first_imports_nothing_of_ours_and_no_shapely(real_warehouse):
    cold = subprocess.run(
        [sys.executable, "-c", COLD],
        cwd=ROOT,
        env={"UTBREDELSE_WAREHOUSE": str(real_warehouse), "PATH": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    assert cold.stdout.strip() == "[]"


def test_late_imports_and_modules_of_packages_are_found(tmp_path):
    page = tmp_path / "page.py"
    page.write_text("from dashboard import maps\ndef late():\n    import shapely.ops\n", "utf-8")
    found = modules_of([page])
    assert {"dashboard.maps", "shapely.ops", "dashboard.geometry", "shapely.geometry"} <= {*found}
