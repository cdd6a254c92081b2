"""What printed municipality codes and organisation numbers say."""

from dataclasses import dataclass

from pipeline.register.municipalities import Register
from pipeline.register.text import code_of, org_number_of


@dataclass(frozen=True, slots=True)
class Numbered:
    """The municipalities that a printed number stands for, and by which rule."""

    codes: frozenset[str]
    rule: str


_UNKNOWN_CODE = Numbered(frozenset(), "code")


class Numbers:
    """Today's codes, the codes of 2020–2023, and organisation numbers."""

    def __init__(self, register: Register) -> None:
        municipalities = register.municipalities.values()
        earlier: dict[str, set[str]] = {}
        for municipality in municipalities:
            earlier.setdefault(municipality.code_2020, set()).add(municipality.code)
        self._by_code = {
            code: Numbered(frozenset(codes), "former_code") for code, codes in earlier.items()
        }
        for municipality in municipalities:
            self._by_code[municipality.code] = Numbered(frozenset({municipality.code}), "code")
        self._by_org_number = {
            m.org_number: Numbered(frozenset({m.code}), "org_number")
            for m in municipalities
            if m.org_number
        }

    def read_code(self, printed: str | None) -> Numbered | None:
        """A printed code in; what it stands for out: no municipality if it is not known.

        A cell without digits ("-", "ukjent") says nothing: None.
        """
        if printed is None or not any(c.isdigit() for c in printed):
            return None
        return self._by_code.get(code_of(printed) or "", _UNKNOWN_CODE)

    def read_org_number(self, printed: str | None) -> Numbered | None:
        """A printed organisation number in; its municipality out, or None if it says nothing.

        An unknown number may be a unit below the municipality, so it contradicts no name.
        """
        return self._by_org_number.get(org_number_of(printed) or "") if printed else None

    def is_code(self, word: str) -> bool:
        """A word of a printed name in; whether it is a municipality code ("4602 Kinn") out."""
        return len(word) == 4 and word in self._by_code
