"""The build in force, known by its id."""

import json
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipeline.errors import UserError
from pipeline.warehouse import Build, current_build, manifest_of


def put_by_hand(folder: Path, manifest: bytes | None = None) -> Path:
    build = folder / "wh-20261125T100000000000.duckdb"
    build.write_bytes(b"")
    (folder / "CURRENT").write_text(build.name + "\n")
    if manifest is not None:
        manifest_of(build).write_bytes(manifest)
    return build


def test_the_build_in_force_is_known_by_what_its_manifest_says(tmp_path):
    told = {
        "id": "2026-11-25-1a2b3c4d",
        "sha256": "ab",
        "published_at": "2026-11-25T11:00:00+01:00",
    }
    path = put_by_hand(tmp_path, json.dumps(told).encode())
    ten = datetime(2026, 11, 25, 10, tzinfo=UTC)
    assert current_build(tmp_path) == Build(path, "2026-11-25-1a2b3c4d", "ab", ten)


@pytest.mark.parametrize("manifest", [None, b"", b"{", b"[]", b"\xff", b'{"id": "a"}'])
def test_a_build_without_a_readable_manifest_goes_by_its_file(tmp_path, manifest):
    path = put_by_hand(tmp_path, manifest)
    os.utime(path, (1_700_000_000, 1_700_000_000))
    then = datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)
    assert current_build(tmp_path) == Build(path, path.stem, "", then)


def test_a_folder_without_a_build_says_so(tmp_path):
    with pytest.raises(UserError, match=str(tmp_path)):
        current_build(tmp_path)
