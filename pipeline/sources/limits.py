"""How much a source file may be: more is no export of some hundred municipalities."""

MAX_BYTES = 50 << 20
MAX_SIDECAR_BYTES = 16 << 10
MAX_DEPTH = 20
"""Folders below the raw folder."""
MAX_SHEETS = 60
MAX_ROWS = 200_000
MAX_COLUMNS = 500
MAX_CHARACTERS = 50_000_000
"""In all cells of a workbook."""
MAX_CELL = 500
"""Letters in a cell that is read; the longest name of a municipality has 39."""
MAX_LINE = 2_000
"""Letters of a line that are kept, to be shown where it is rejected."""
MAX_UNKNOWN = 500
"""Different names in a file that nobody bears: with more, it is not about municipalities."""
FIRST_YEAR = 2010
"""Nobody exported what municipalities use before this."""
