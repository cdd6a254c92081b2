"""What a slide tells of a solution in a place, added up from the warehouse's figures."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from pipeline.outreach import texts
from pipeline.outreach.lists import Facts, Listing, ListRow
from pipeline.wording import date_words, percent, plural, thousands


class Figures(NamedTuple):
    """figures.sql."""

    solution_id: str
    short_name: str
    as_of: date
    digi_region: str
    municipalities: int
    adopted: int
    in_use: int
    not_adopted: int
    unknown: int
    enrolled: int | None
    enrolled_named: int
    ambition: int | None
    ambition_as_of: date | None


NOT_ENROLLED = "not-adopted-not-enrolled"

_COUNTS = ("municipalities", "adopted", "in_use", "not_adopted", "unknown", "enrolled_named")


@dataclass(frozen=True)
class Part:
    """A solution of a list with all that its slides need; what they count of it is counted once.

    rows: those of the list; everyone: every municipality that the solution is meant for, in the
    whole country; figures: the nation first, then region by region; none without as_of.
    """

    listing: Listing
    facts: Facts
    rows: Sequence[ListRow]
    everyone: Sequence[ListRow]
    figures: Sequence[Figures]

    @cached_property
    def inside(self) -> list[ListRow]:
        """Those of everyone in the place that the list is of."""
        chosen = self.listing.selection.regions
        return [row for row in self.everyone if not chosen or row.digi_region in chosen]

    @cached_property
    def regions(self) -> list[Figures]:
        """The figures of every Digi region, or of those that the list is of."""
        chosen = self.listing.selection.regions
        return [f for f in self.figures[1:] if not chosen or f.digi_region in chosen]

    @property
    def nation(self) -> Figures:
        """The figures of the whole country."""
        return self.figures[0]

    @cached_property
    def here(self) -> Figures:
        """The figures of the place that the list is of: nation, region, or regions."""
        rows = self.regions if self.listing.selection.regions else [self.nation]
        known = [row.enrolled for row in rows if row.enrolled is not None]
        counts = {name: sum(getattr(row, name) for row in rows) for name in _COUNTS}
        enrolled = sum(known) if known else None
        return rows[0]._replace(digi_region=place(self.listing), enrolled=enrolled, **counts)

    @property
    def is_partly_known(self) -> bool:
        """Whether a list by enrolment leaves out some of whom nothing says if they are enrolled."""
        by_enrolment = self.listing.selection.list in ("enrolled", NOT_ENROLLED)
        return by_enrolment and bool(self.facts.enrolment_unknown)


def place(listing: Listing) -> str:
    """Where the list is of, as it stands in a sentence: "Digi Agder og Digi Viken"."""
    *first, last = listing.selection.regions or (texts.WHOLE_COUNTRY,)
    return f"{', '.join(first)} og {last}" if first else last


def in_place(listing: Listing) -> str:
    """The same after a noun: " i Digi Agder og Digi Viken"; nothing for the whole country."""
    return texts.IN_PLACE.format(place=place(listing)) if listing.selection.regions else ""


def title(part: Part) -> str:
    """The message of a list on its first slide: "Det er 85 kommuner som ikke har …"."""
    selection = part.listing.selection
    told = {
        "solution": part.facts.short_name,
        "place": in_place(part.listing),
        "count": plural(len(part.rows), *texts.MUNICIPALITY),
    }
    if selection.list == NOT_ENROLLED and part.is_partly_known:
        return texts.TITLE_NOT_ENROLLED_AT_LEAST.format(**told)
    if selection.list != "not-adopted" or selection.stages:
        return texts.TITLES[selection.list].format(**told)
    here = part.here
    if here.not_adopted:
        form = texts.TITLE_AT_LEAST if part.facts.is_mostly_unknown else texts.TITLES["not-adopted"]
        return form.format(**told)
    all_in_use = here.in_use == here.municipalities
    form = texts.TITLE_NONE_LEFT if all_in_use else texts.TITLE_NONE_KNOWN
    return form.format(**told)


def key_figures(part: Part) -> list[tuple[str, str, bool]]:
    """Up to three figures in large type: figure, what it is, and whether it is of the gap."""
    name, rows, every = part.listing.selection.list, part.rows, part.inside
    stages = Counter(row.stage for row in every)
    gap, unknown = thousands(stages["not_adopted"]), thousands(stages["unknown"])
    if name == "all":
        return [
            (thousands(stages["in_use"]), texts.KEY_IN_USE, False),
            (gap, texts.KEY_NOT_ADOPTED, True),
            (unknown, texts.KEY_UNKNOWN_COUNT, False),
        ]
    of_gap = name.startswith("not-adopted")
    if of_gap and part.facts.is_mostly_unknown:
        whole = texts.KEY_UNKNOWN.format(whole=thousands(len(every)))
        return [(gap, texts.KEY_AT_LEAST, True), (unknown, whole, False)]
    population = [sum(row.population for row in group) for group in (rows, every)]
    told = [
        (percent(len(rows), len(every)), texts.KEY_MUNICIPALITIES, of_gap),
        (percent(*population), texts.KEY_POPULATION, of_gap),
    ]
    enrolled = part.here.enrolled if name == "not-adopted" else None
    if enrolled is not None and rows:
        told.append((thousands(enrolled), texts.KEY_ENROLLED, False))
    return told


def footer(listing: Listing) -> str:
    """Date and source, and whose the maps are, as it stands on every slide."""
    days = sorted({facts.as_of for facts in listing.facts if facts.as_of})
    days = days or sorted({source.as_of for source in listing.sources})
    names = list(dict.fromkeys(source.source for source in listing.sources))
    told = "; ".join(names[:2]) + (texts.MORE_SOURCES if len(names) > 2 else "")
    date = " / ".join(date_words(day) for day in days[-2:])
    parts = (
        texts.PER.format(date=date) if days else "",
        texts.SOURCE.format(source=told) if told else "",
        texts.MAP_CREDIT,
    )
    return " ".join(filter(None, parts))


def by_region(rows: Iterable[ListRow]) -> dict[str, list[ListRow]]:
    """Rows by Digi region, in the order they come."""
    found: dict[str, list[ListRow]] = {}
    for row in rows:
        found.setdefault(row.digi_region, []).append(row)
    return found
