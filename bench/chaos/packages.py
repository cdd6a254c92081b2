"""Office files with parts changed, as no program would save them."""

import io
import zipfile
from collections.abc import Callable, Mapping

Change = Callable[[str, bytes], bytes | None]
"""A part's name and content in; what it is to be, or None to leave it out, out."""


def changed(
    package: bytes,
    change: Change = lambda _, content: content,
    more: Mapping[str, str | bytes] | None = None,
    kind: int = zipfile.ZIP_DEFLATED,
) -> bytes:
    """A package with its parts changed, and with more of them."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(buffer, "w", kind) as new:
        for name in old.namelist():
            if (content := change(name, old.read(name))) is not None:
                new.writestr(name, content)
        for name, content in (more or {}).items():
            new.writestr(name, content)
    return buffer.getvalue()


def part(package: bytes, wanted: str, change: Callable[[bytes], bytes]) -> bytes:
    """A package with one part changed."""
    return changed(package, lambda name, old: change(old) if name == wanted else old)


def lying(package: bytes, wanted: str, said: int = 1000) -> bytes:
    """A package that says of a part that it unpacks to fewer bytes than it does."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        size = archive.getinfo(wanted).file_size
    return package.replace(size.to_bytes(4, "little"), said.to_bytes(4, "little"))


def declaring(definitions: str) -> Callable[[bytes], bytes]:
    """Puts a document type with these entities before a part's first element."""
    dtd = f"?><!DOCTYPE x [{definitions}]>".encode()
    return lambda content: content.replace(b"?>", dtd, 1)


LAUGHS = '<!ENTITY e0 "ha">' + "".join(
    f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, 10)
)
"""Entities of which the last, e9, unpacks to a billion."""
PASSWD = '<!ENTITY e9 SYSTEM "file:///etc/passwd">'
