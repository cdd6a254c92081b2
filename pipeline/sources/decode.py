"""Bytes to text. DuckDB reads too few encodings, and some of them wrongly without an error."""

import codecs
import re

from pipeline import texts
from pipeline.errors import UserError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8 med BOM"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16 LE"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16 BE"),
)
_NORWEGIAN = re.compile(rb"[\x8b\xc5\xc6\xd8\xe5\xe6\xf8]")
"""æ, ø, å and an opening ‹ in Windows-1252: a file that has them is no older one."""
_OLDER = (
    (
        "CP850 eller CP865 (DOS)",
        "cp865",
        rb"[A-Za-z][\x86\x9b][a-z]|[a-z]\x9b(?=[;,\t\r\n\"]|$)|[\x8f\x9d][A-Za-z]|[A-Z][\x8f\x9d]",
    ),
    (
        "Mac Roman",
        "mac_roman",
        rb"[A-Za-z][\x8c\xbf\xbe][a-z]|[a-z]\xbf(?=[;,\t\r\n\"]|$)|[\x81\xaf][a-z]",
    ),
)
"""Name, codec, and where æ, ø and å of it stand so that Windows-1252 has no reading: "Troms›"."""
_UTF8_LETTER = re.compile(rb"\xc3[\x80-\xbf]")
"""æ, ø, å and their like in UTF-8; in Windows-1252 "Ã" and a sign, which no language writes."""
_READ_TWICE = re.compile("Ã[\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")
"""The same letters after a program has read UTF-8 as Windows-1252 and saved what it saw."""


def decode(data: bytes) -> tuple[str, str]:
    """The text of a file and the name of its encoding.

    In order: byte order mark, UTF-16 without one (every other byte of ASCII text is zero),
    UTF-8, Windows-1252. Raises UserError when none of them fits, and when the letters are
    damaged: a garbled name must not go on as if somebody had typed it.
    """
    text, encoding = _decode(data)
    if (position := text.find("\0")) >= 0:
        raise UserError(texts.NUL.format(line=_line(text, position)))
    if "Ã" in text and (garbled := _READ_TWICE.search(text)):
        raise UserError(texts.garbled(garbled[0], _line(text, garbled.start())))
    return text, encoding


def _decode(data: bytes) -> tuple[str, str]:
    if _is_utf32(data):
        raise UserError(texts.OTHER_ENCODING.format(encoding="UTF-32"))
    for bom, codec, name in _BOMS:
        if data.startswith(bom):
            return _strict(data, codec), name
    if codec := _utf16_without_bom(data):
        return _strict(data, codec), codec.upper()
    try:
        return data.decode("utf-8"), "UTF-8"
    except UnicodeDecodeError as error:
        if _UTF8_LETTER.search(data):
            line = data.count(b"\n", 0, error.start) + 1
            raise UserError(texts.BROKEN_UTF8.format(line=line)) from error
        _refuse_older(data)
        return _strict(data, "cp1252"), "Windows-1252"


def _is_utf32(data: bytes) -> bool:
    """By its mark, or because three of four bytes of ASCII text are zero."""
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return True
    zeros = [data[place:400:4].count(0) for place in range(4)]
    quarter = len(data[:400]) // 4
    return quarter > 1 and sorted(zeros)[1] > quarter * 0.9 and min(zeros) == 0


def _refuse_older(data: bytes) -> None:
    """Raises UserError for the letters of DOS or an old Mac where there are none of Windows."""
    if _NORWEGIAN.search(data):
        return
    for encoding, codec, letters in _OLDER:
        if found := re.search(letters, data):
            start, end = found.span()
            while start and data[start - 1 : start].isalnum():
                start -= 1
            word = data[start : min(end, start + 20)].decode(codec)
            line = data.count(b"\n", 0, found.start()) + 1
            raise UserError(texts.older_encoding(encoding, word, line))


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


def _line(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1
