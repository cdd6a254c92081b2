"""Where things are in the project, and where the warehouse is."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"
RAW = DATA / "raw"
REGISTER = DATA / "register"
DECISIONS = REGISTER / "decisions.csv"
GEO = DATA / "geo"
NEIGHBOURS = GEO / "neighbours.csv"
KINDS = Path(__file__).parent / "sources" / "kinds"
MODELS = Path(__file__).parent / "models"
MACROS = Path(__file__).parent / "macros.sql"
QUESTIONS = Path(__file__).parent / "questions"
CHECKS = Path(__file__).parent / "checks"


def warehouse_folder(chosen: Path | None = None) -> Path:
    """The warehouse folder: the one chosen, else UTBREDELSE_WAREHOUSE, else data/warehouse."""
    return chosen or Path(os.environ.get("UTBREDELSE_WAREHOUSE") or DATA / "warehouse")
