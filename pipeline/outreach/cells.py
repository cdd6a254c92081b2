"""What a spreadsheet would make of a cell's text."""

_SIGNS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_PASSED_OVER = " \u00a0\ufeff\u200b\n"
"""Characters in front of a sign that some spreadsheets take away before they look at it."""


def runs_as_formula(text: str) -> bool:
    """Whether a spreadsheet could run the text as a formula, for its first sign that counts."""
    return text.lstrip(_PASSED_OVER).startswith(_SIGNS)
