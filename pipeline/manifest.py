"""The manifest of a build: what stands beside it about it, with a seal that tells any damage."""

import hashlib
import json
from pathlib import Path
from typing import Any

from pipeline.warehouse import manifest_of

Told = dict[str, Any]
"""What a manifest says of its build."""

_SEAL = "seal"


def sealed(told: Told) -> str:
    """What a manifest is to say in; its text out, with the digest of it all."""
    return json.dumps({**told, _SEAL: _seal(told)}, indent=1)


def told_of(build: Path) -> Told:
    """What the manifest of a build says; nothing where there is none, or its seal is broken."""
    try:
        told = json.loads(manifest_of(build).read_bytes())
        seal = told.pop(_SEAL)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}
    return told if seal == _seal(told) else {}


def _seal(told: Told) -> str:
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()
