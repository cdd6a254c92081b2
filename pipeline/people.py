"""Who does something with the figures: who decides, who publishes."""

import getpass
import os

from pipeline import texts
from pipeline.errors import UserError


def person(chosen: str | None = None) -> str:
    """The name given, else UTBREDELSE_WHO, else the user of the machine.

    Raises UserError for nobody.
    """
    try:
        named = " ".join((chosen or os.environ.get("UTBREDELSE_WHO") or "").split())
        return named or getpass.getuser()
    except (OSError, KeyError) as error:
        raise UserError(texts.DECIDE_WHO) from error
