"""What a file is, to the byte."""

import hashlib
from pathlib import Path


def digest_of(path: Path) -> str | None:
    """The sha256 of a file's bytes; None where it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None
