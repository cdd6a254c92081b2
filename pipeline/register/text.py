"""Turns printed names and numbers into the keys they are compared by.

A key is case-folded, NFC, without invisible characters, and has one space wherever the
print has spaces, dashes or other separators. Nothing that could be a letter is ever dropped:
a damaged character stays in the key, so the name fails instead of meaning something else.
"""

import re
import unicodedata
from collections.abc import Iterable

# "municipality" in Norwegian; in North and Lule Sámi, South Sámi and Kven. "souhkan" is how the
# register of legal entities spells it for Sortland.
NORWEGIAN_MUNICIPALITY_WORDS = frozenset({"kommune", "herad"})
SAMI_KVEN_MUNICIPALITY_WORDS = frozenset(
    {"suohkan", "souhkan", "gielda", "tjïelte", "tjielte", "komuuni", "kunta"}
)

_SEPARATORS = frozenset("/\\|()[]{},.;:*+_·•\"'«»“”„‘’‚‹›")
_MINUS_SIGNS = frozenset("−⁃˗")
_DIGRAPHS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})
_BASE_LETTERS = str.maketrans(
    {"æ": "a", "ä": "a", "ø": "o", "ö": "o", "đ": "d", "ŋ": "n", "ŧ": "t"}
)
_DIRECTION_SHORTS = {
    "nord": ("n",),
    "nordre": ("n",),
    "nedre": ("n",),
    "sør": ("s",),
    "søndre": ("s",),
    "vestre": ("v",),
    "østre": ("ø",),
    "øystre": ("ø",),
    "øvre": ("ø",),
    "midtre": ("m",),
    "indre": ("i",),
    "stor": ("st",),
}
_MARKS = re.compile(r"(?:\s*(?:[*†‡]+|[¹²³⁰⁴-⁹]+[⁾)]?|\(?\d{1,2}\)|\[(?:\d{1,2}|[a-z])\]))+\s*$")
_CODE = re.compile(r"(?:k-?)?(\d{3,4})(?:[.,]0+)?")
_ORG_NUMBER = re.compile(r"(?:no)?(\d{9})(?:[.,]0+)?(?:mva)?")


class _CharacterTable(dict[int, str | None]):
    """For str.translate: what each character becomes; worked out once per character."""

    def __missing__(self, codepoint: int) -> str | None:
        self[codepoint] = result = _compared_as(chr(codepoint))
        return result


def _compared_as(character: str) -> str | None:
    category = unicodedata.category(character)
    if category == "Cf":  # soft hyphen, zero-width characters, byte order mark
        return None
    if character == "&":
        return " og "
    if category in ("Zs", "Zl", "Zp", "Cc", "Pd"):
        return " "
    if character in _SEPARATORS or character in _MINUS_SIGNS:
        return " "
    return character


_TABLE = _CharacterTable()


def without_marks(text: str) -> str:
    """A printed name in; it without the marks of footnotes after it out ("Bodø¹", "Alta 1)")."""
    return _MARKS.sub("", text)


def words_of(text: str) -> list[str]:
    """Printed text in; its words out, as they are compared."""
    spaced = text.translate(_TABLE)
    if spaced.isascii():
        return spaced.lower().split()
    return unicodedata.normalize("NFC", spaced.casefold()).split()


def key_of(text: str) -> str:
    """Printed text in; the key it is compared by out (empty if nothing is left)."""
    return " ".join(words_of(text))


def ascii_spelling(key: str) -> str:
    """A key in; the same name as exports without æ, ø and å write it out."""
    return key.translate(_DIGRAPHS)


def abbreviations(key: str) -> Iterable[str]:
    """A key in; it with its first word shortened ("n fron", "st elvdal") out, if it can be."""
    first, _, rest = key.partition(" ")
    return [f"{short} {rest}" for short in _DIRECTION_SHORTS.get(first, ()) if rest]


def base_letters(key: str) -> str:
    """A key in; it without rings, strokes and accents out: what a careless typist leaves."""
    if key.isascii():
        return key
    decomposed = unicodedata.normalize("NFD", key.translate(_BASE_LETTERS))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def code_of(text: str) -> str | None:
    """A printed municipality code in ("0301", "301", "301.0", "K-0301"); four digits out."""
    match = _CODE.fullmatch(_compact(text))
    return match[1].zfill(4) if match else None


def org_number_of(text: str) -> str | None:
    """A printed organisation number in ("NO 958 935 420 MVA"); nine digits out."""
    match = _ORG_NUMBER.fullmatch(_compact(text))
    return match[1] if match else None


def _compact(text: str) -> str:
    """Text in; lower-case without spaces, quotes and invisible characters out."""
    kept = (c for c in unicodedata.normalize("NFKC", text) if c not in "'’`\"")
    return "".join(c for c in kept if unicodedata.category(c)[0] not in "ZC").casefold()
