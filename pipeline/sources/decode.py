"""Bytes to text. DuckDB reads too few encodings, and some of them wrongly without an error."""

import codecs

from pipeline import texts
from pipeline.errors import UserError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8 med BOM"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16 LE"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16 BE"),
)


def decode(data: bytes) -> tuple[str, str]:
    """The text of a file and the name of its encoding.

    In order: byte order mark, UTF-16 without one (every other byte of ASCII text is zero),
    UTF-8, Windows-1252. Raises UserError when none of them fits.
    """
    for bom, codec, name in _BOMS:
        if data.startswith(bom):
            return _strict(data, codec), name
    if codec := _utf16_without_bom(data):
        return _strict(data, codec), codec.upper()
    try:
        return data.decode("utf-8"), "UTF-8"
    except UnicodeDecodeError:
        return _strict(data, "cp1252"), "Windows-1252"


def _strict(data: bytes, codec: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        raise UserError(texts.UNREADABLE_TEXT.format(position=error.start)) from error


def _utf16_without_bom(data: bytes) -> str | None:
    sample = data[:400]
    if len(sample) < 4:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 4
    if odd > half and even == 0:
        return "utf-16-le"
    if even > half and odd == 0:
        return "utf-16-be"
    return None
