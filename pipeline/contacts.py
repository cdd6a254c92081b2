"""Whom to call: data/register/kontakter.csv, which may be missing.

A line holds for a municipality, for a Digi region, for a solution, or for a solution in one of the
two. Contacts are functions and shared mailboxes, not persons.
"""

import csv
import io
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import NamedTuple

from pipeline import texts
from pipeline.errors import UserError
from pipeline.register.municipalities import Municipality

FILE = "kontakter.csv"
FIELDS = ("solution_id", "digi_region", "municipality_code", "contact")


class Contact(NamedTuple):
    """A contact and whom it is for; what it does not depend on is None."""

    line: int
    solution_id: str | None
    digi_region: str | None
    municipality_code: str | None
    contact: str


def load_contacts(
    folder: Path, solutions: Collection[str], municipalities: Mapping[str, Municipality]
) -> list[Contact]:
    """The contacts in a register folder, in the order of the file; none when there is no file.

    solutions: the ids of the catalogue. Raises UserError naming the line and the field at fault.
    """
    path = folder / FILE
    if not path.exists():
        return []
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise UserError(texts.bad_contact(FILE, 1, texts.CONTACT_NOT_UTF8)) from error
    except OSError as error:
        raise UserError(texts.bad_contact(FILE, 1, texts.why(error))) from error
    reader = csv.reader(io.StringIO(text, newline=""))
    if tuple(next(reader, ())) != FIELDS:
        raise UserError(texts.bad_contact(FILE, 1, texts.CONTACT_HEADER.format(",".join(FIELDS))))
    regions = {m.digi_region for m in municipalities.values()}
    known = {
        "solution_id": solutions, "digi_region": regions, "municipality_code": municipalities
    }  # fmt: skip
    found: dict[tuple[str | None, ...], Contact] = {}
    for cells in reader:
        if not any(cell.strip() for cell in cells):
            continue
        contact = _contact(cells, reader.line_num, known)
        if twin := found.get(contact[1:4]):
            what = texts.CONTACT_TWICE.format(line=twin.line)
            raise UserError(texts.bad_contact(FILE, contact.line, what))
        found[contact[1:4]] = contact
    return list(found.values())


def _contact(cells: list[str], line: int, known: Mapping[str, Collection[str]]) -> Contact:
    """One line, or UserError with what is wrong with it."""
    if len(cells) != len(FIELDS):
        what = texts.TOO_FEW_CELLS.format(found=len(cells), expected=len(FIELDS))
        raise UserError(texts.bad_contact(FILE, line, what))
    values = dict(zip(FIELDS, (cell.strip() for cell in cells), strict=True))
    for field, allowed in known.items():
        if values[field] and values[field] not in allowed:
            raise UserError(texts.bad_contact(FILE, line, f"{field} = «{values[field]}»"))
    if not values["contact"]:
        raise UserError(texts.bad_contact(FILE, line, texts.CONTACT_EMPTY))
    if values["digi_region"] and values["municipality_code"]:
        raise UserError(texts.bad_contact(FILE, line, texts.CONTACT_BOTH))
    if not any(values[field] for field in known):
        raise UserError(texts.bad_contact(FILE, line, texts.CONTACT_FOR_NOBODY))
    return Contact(line, *(values[field] or None for field in FIELDS[:-1]), values["contact"])
