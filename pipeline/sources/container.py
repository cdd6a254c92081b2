"""What a file is by its first bytes; its name may say anything."""

import zipfile
from io import BytesIO

from pipeline import texts
from pipeline.errors import UserError

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE2 = b"\xd0\xcf\x11\xe0"
"""Starts an .xls from before 2007, and also an .xlsx that is encrypted."""

_REFUSED = (
    (b"%PDF", "en PDF"),
    (b"\x89PNG", "et bilde"),
    (b"\xff\xd8\xff", "et bilde"),
    (b"<!doctype html", "en nettside"),
    (b"<html", "en nettside"),
    (b"<table", "en nettside"),
    (b"<?xml", "en XML-fil"),
    (b"\x1f\x8b", "et pakket arkiv"),
)

MAX_ENTRIES = 1_000
MAX_UNPACKED = 256 << 20
MAX_RATIO = 200
RATIO_MATTERS_FROM = 16 << 20
"""Bytes: below this no ratio does harm, and a small sheet of equal rows packs very well."""


def is_workbook(data: bytes) -> bool:
    """The bytes of a file in; True for an .xlsx workbook, False for what may be text, out.

    Raises UserError for every other sort of file, and for a workbook whose archive declares more
    than an export can hold: whoever unpacks it need not find out.
    """
    if data.startswith(_OLE2):
        raise UserError(texts.OLD_WORKBOOK)
    start = data[:200].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    for magic, what in _REFUSED:
        if start.startswith(magic.lower()):
            raise UserError(texts.NOT_A_WORKBOOK.format(what=what))
    if not data.startswith(_ZIP):
        return False
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
        raise UserError(texts.BROKEN_WORKBOOK) from error
    _check_sort({entry.filename.casefold() for entry in entries})
    if what := swollen(entries, len(data)):
        raise UserError(texts.SWOLLEN_WORKBOOK.format(what=what))
    return True


def _check_sort(names: set[str]) -> None:
    if "xl/vbaproject.bin" in names:
        raise UserError(texts.OTHER_WORKBOOK.format(what="en arbeidsbok med makroer (.xlsm)"))
    if "xl/workbook.bin" in names:
        raise UserError(texts.OTHER_WORKBOOK.format(what="en binær arbeidsbok (.xlsb)"))
    if "content.xml" in names:
        raise UserError(texts.OTHER_WORKBOOK.format(what="et OpenDocument-regneark (.ods)"))
    if "xl/workbook.xml" not in names:
        raise UserError(texts.NOT_A_WORKBOOK.format(what="et pakket arkiv"))


def swollen(entries: list[zipfile.ZipInfo], packed: int) -> str | None:
    """What an archive of so many bytes says it holds, where that is more than is reasonable."""
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > MAX_ENTRIES:
        return f"{texts.thousands(len(entries))} filer"
    if unpacked > MAX_UNPACKED:
        return f"{texts.thousands(unpacked >> 20)} MB"
    if unpacked > RATIO_MATTERS_FROM and unpacked > MAX_RATIO * packed:
        return f"{texts.thousands(unpacked // packed)} ganger sin egen størrelse"
    return None
