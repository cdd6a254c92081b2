"""The register of municipalities: today's, former ones, and other names that lead to them.

Read from `data/register/`; every value is checked, because a misprint here would be a wrong
municipality everywhere else.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType

from pipeline.register.rows import Row, read_rows


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality as of 2024-01-01. Source: Statistics Norway and Kartverket."""

    code: str
    name: str
    parallel_names: tuple[str, ...]
    county_code: str
    county_name: str
    digi_region: str
    health_region: str
    admin_centre: str
    population: int
    code_2020: str
    org_number: str | None
    population_date: date | None = None


@dataclass(frozen=True, slots=True)
class FormerMunicipality:
    """A municipality that has ceased; several successors mean that the name alone cannot say."""

    name: str
    county_name: str
    ceased: date
    successor_codes: tuple[str, ...]
    code: str | None
    note: str


@dataclass(frozen=True, slots=True)
class District:
    """A county, valley, trust or other area that is no municipality, with its members."""

    name: str
    kind: str
    county_names: tuple[str, ...]
    municipality_codes: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class OtherName:
    """Another name that leads to one municipality: a place in common use, or a genitive."""

    name: str
    municipality_code: str
    note: str


@dataclass(frozen=True, slots=True)
class NotMunicipality:
    """What stands where a municipality is expected and is none: Svalbard, "Uoppgitt", "(Tom)".

    code: the number that statistics give it; empty where they give none.
    """

    name: str
    code: str
    note: str


@dataclass(frozen=True)
class Register:
    """Everything that `data/register/` says about municipalities and their names."""

    municipalities: Mapping[str, Municipality]
    former: tuple[FormerMunicipality, ...]
    districts: tuple[District, ...] = ()
    place_names: tuple[OtherName, ...] = ()
    genitive_names: tuple[OtherName, ...] = ()
    not_municipalities: tuple[NotMunicipality, ...] = ()


def load_register(folder: Path) -> Register:
    """The register folder in; the checked register out. Raises RegisterError."""
    municipalities = _municipalities(folder / "municipalities.csv")
    codes = frozenset(municipalities)
    counties = frozenset(m.county_name for m in municipalities.values())
    return Register(
        municipalities=municipalities,
        former=tuple(_former(folder / "former_municipalities.csv", codes)),
        districts=tuple(_districts(folder / "districts.csv", codes, counties)),
        place_names=tuple(_other_names(folder / "place_names.csv", codes)),
        genitive_names=tuple(_other_names(folder / "genitive_names.csv", codes)),
        not_municipalities=tuple(_not_municipalities(folder / "not_municipalities.csv", codes)),
    )


def _municipalities(path: Path) -> Mapping[str, Municipality]:
    found: dict[str, Municipality] = {}
    org_numbers: set[str] = set()
    for row in read_rows(path, _MUNICIPALITY_FIELDS):
        municipality = _municipality(row)
        if municipality.code in found:
            raise row.error("municipality_code", f"«{municipality.code}» står to ganger")
        if municipality.org_number in org_numbers:
            raise row.error("org_number", f"«{municipality.org_number}» står to ganger")
        if municipality.org_number:
            org_numbers.add(municipality.org_number)
        found[municipality.code] = municipality
    return MappingProxyType(found)


_MUNICIPALITY_FIELDS = (
    "municipality_code",
    "name",
    "parallel_names",
    "county_code",
    "county_name",
    "digi_region",
    "health_region",
    "admin_centre",
    "population",
    "population_date",
    "code_2020",
    "org_number",
)


def _municipality(row: Row) -> Municipality:
    code = row.digits("municipality_code", 4)
    county_code = row.digits("county_code", 2)
    if not code.startswith(county_code):
        raise row.error("county_code", f"kommunenummer {code} ligger ikke i fylke {county_code}")
    return Municipality(
        code=code,
        name=row.required("name"),
        parallel_names=row.listed("parallel_names"),
        county_code=county_code,
        county_name=row.required("county_name"),
        digi_region=row.required("digi_region"),
        health_region=row.required("health_region"),
        admin_centre=row.required("admin_centre"),
        population=row.count("population"),
        code_2020=row.digits("code_2020", 4),
        org_number=row.digits("org_number", 9) if row.text("org_number") else None,
        population_date=row.day("population_date"),
    )


def _former(path: Path, codes: frozenset[str]) -> Iterator[FormerMunicipality]:
    for row in read_rows(path, ("name", "county_name", "ceased", "successor_codes", "note")):
        row.required("successor_codes")
        name, code = _name_and_code(row.required("name"))
        yield FormerMunicipality(
            name=name,
            county_name=row.required("county_name"),
            ceased=row.day("ceased"),
            successor_codes=row.listed("successor_codes", codes),
            code=code,
            note=row.text("note"),
        )


def _name_and_code(text: str) -> tuple[str, str | None]:
    """ "Ålesund (1507)" in; ("Ålesund", "1507") out: a name that lives on under a new code."""
    name, bracket, rest = text.partition(" (")
    return (name, rest.rstrip(")")) if bracket and rest.rstrip(")").isdigit() else (text, None)


def _districts(path: Path, codes: frozenset[str], counties: frozenset[str]) -> Iterator[District]:
    for row in read_rows(path, ("name", "kind", "county_names", "municipality_codes", "note")):
        yield District(
            name=row.required("name"),
            kind=row.required("kind"),
            county_names=row.listed("county_names", counties),
            municipality_codes=row.listed("municipality_codes", codes),
            note=row.text("note"),
        )


def _other_names(path: Path, codes: frozenset[str]) -> Iterator[OtherName]:
    for row in read_rows(path, ("name", "municipality_code", "note")):
        code = row.digits("municipality_code", 4)
        if code not in codes:
            raise row.error("municipality_code", f"«{code}» finnes ikke i kommuneregisteret")
        yield OtherName(row.required("name"), code, row.text("note"))


def _not_municipalities(path: Path, codes: frozenset[str]) -> Iterator[NotMunicipality]:
    for row in read_rows(path, ("name", "code", "note")):
        code = row.digits("code", 4) if row.text("code") else ""
        if code in codes:
            raise row.error("code", f"«{code}» er en kommune")
        yield NotMunicipality(row.required("name"), code, row.text("note"))
