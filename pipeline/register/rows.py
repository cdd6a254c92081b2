"""The lines of a register file (CSV): each field is checked, or named in the error."""

import csv
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from pipeline.errors import UserError


class RegisterError(UserError):
    """A register file cannot be used; the message is one Norwegian sentence for people."""


class Row:
    """One line of a register file; each getter checks its field or names it in the error."""

    def __init__(self, file: str, line: int, values: Mapping[str, str | None]) -> None:
        self.file, self.line, self.values = file, line, values

    def error(self, field: str, problem: str) -> RegisterError:
        """The error to raise for a field of this line."""
        return RegisterError(f"{self.file}, linje {self.line}, feltet {field}: {problem}.")

    def text(self, field: str) -> str:
        """What stands in a field, "" for nothing."""
        return (self.values[field] or "").strip()

    def required(self, field: str) -> str:
        """What stands in a field that must not be empty."""
        value = self.text(field)
        if not value:
            raise self.error(field, "verdien mangler")
        return value

    def one_of(self, field: str, allowed: Collection[str]) -> str:
        """A field that must hold one of these words."""
        value = self.required(field)
        if value not in allowed:
            raise self.error(field, f"«{value}» er ikke kjent")
        return value

    def digits(self, field: str, length: int) -> str:
        """A field that must hold so many digits."""
        value = self.required(field)
        if len(value) != length or not (value.isascii() and value.isdigit()):
            raise self.error(field, f"«{value}» er ikke {length} sifre")
        return value

    def count(self, field: str) -> int:
        """A field that must hold a whole number."""
        value = self.required(field)
        if not (value.isascii() and value.isdigit()):
            raise self.error(field, f"«{value}» er ikke et heltall")
        return int(value)

    def day(self, field: str) -> date:
        """A field that must hold a date."""
        value = self.required(field)
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise self.error(field, f"«{value}» er ikke en dato (ÅÅÅÅ-MM-DD)") from None

    def listed(self, field: str, allowed: frozenset[str] | None = None) -> tuple[str, ...]:
        """The words of a field with | between them, each of `allowed` where that is given."""
        values = tuple(v.strip() for v in self.text(field).split("|") if v.strip())
        for value in values:
            if allowed is not None and value not in allowed:
                raise self.error(field, f"«{value}» finnes ikke i kommuneregisteret")
        return values


def read_rows(path: Path, fields: Sequence[str]) -> Iterator[Row]:
    """A file and the headings it must have in; its rows out, with their line numbers."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise RegisterError(f"{path.name} mangler i {path.parent}.") from None
    except UnicodeDecodeError:
        raise RegisterError(f"{path.name} er ikke lagret som UTF-8.") from None
    reader = csv.DictReader(text.splitlines(), restkey="")
    missing = [field for field in fields if field not in (reader.fieldnames or ())]
    if missing:
        raise RegisterError(f"{path.name}, linje 1: kolonnen {missing[0]} mangler.")
    for values in reader:
        row = Row(path.name, reader.line_num, values)
        if "" in values or None in values.values():
            raise row.error(fields[-1], f"raden har ikke {len(reader.fieldnames or ())} felter")
        yield row
