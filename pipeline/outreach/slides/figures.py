"""What a slide tells of a solution in a place, added up from the warehouse's figures."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from pipeline.outreach import texts
from pipeline.outreach.lists import Facts, Listing, ListRow
from pipeline.wording import date_words, percent, plural, thousands


class Figures(NamedTuple):
    """figures.sql."""

    solution_id: str
    short_name: str
    name: str
    as_of: date
    digi_region: str
    municipalities: int
    adopted: int
    in_use: int
    preparing: int
    not_adopted: int
    unknown: int
    enrolled: int | None
    enrolled_named: int
    population: int
    population_not_adopted: int
    ambition: int | None
    ambition_as_of: date | None
    ambition_source: str | None

    @property
    def is_mostly_unknown(self) -> bool:
        """Whether more is unknown than known: counts are then the least they can be."""
        return 2 * self.unknown > self.municipalities


NOT_ENROLLED = "not-adopted-not-enrolled"

_COUNTS = (
    "municipalities", "adopted", "in_use", "preparing", "not_adopted", "unknown", "enrolled_named",
    "population", "population_not_adopted",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Deck:
    """A list with all that its slides need besides: figures per place, and every municipality."""

    listing: Listing
    figures: Sequence[Figures]
    everyone: Sequence[ListRow]


def is_partly_known(listing: Listing, facts: Facts) -> bool:
    """Whether a list by enrolment leaves out some of whom nothing says if they are enrolled."""
    by_enrolment = listing.selection.list in ("enrolled", NOT_ENROLLED)
    return by_enrolment and bool(facts.enrolment_unknown)


def here(deck: Deck, facts: Facts) -> Figures:
    """The figures of a solution in the place that the list is of: nation, region, or regions."""
    regions = deck.listing.selection.regions
    wanted = regions or (texts.WHOLE_COUNTRY,)
    rows = [f for f in of_solution(deck, facts.solution_id) if f.digi_region in wanted]
    known = [row.enrolled for row in rows if row.enrolled is not None]
    counts = {name: sum(getattr(row, name) for row in rows) for name in _COUNTS}
    enrolled = sum(known) if known else None
    return rows[0]._replace(digi_region=place(deck.listing), enrolled=enrolled, **counts)


def nation(deck: Deck, solution_id: str) -> Figures:
    """The figures of a solution in the whole country."""
    return next(f for f in of_solution(deck, solution_id) if f.digi_region == texts.WHOLE_COUNTRY)


def regions(deck: Deck, solution_id: str) -> list[Figures]:
    """The figures of a solution in every Digi region, or in those that the list is of."""
    chosen = deck.listing.selection.regions
    return [
        f
        for f in of_solution(deck, solution_id)
        if f.digi_region != texts.WHOLE_COUNTRY and (not chosen or f.digi_region in chosen)
    ]


def of_solution(deck: Deck, solution_id: str) -> list[Figures]:
    """The figures of a solution, the nation first and then region by region."""
    return [figures for figures in deck.figures if figures.solution_id == solution_id]


def place(listing: Listing) -> str:
    """Where the list is of, as it stands in a sentence: "Digi Agder og Digi Viken"."""
    *first, last = listing.selection.regions or (texts.WHOLE_COUNTRY,)
    return f"{', '.join(first)} og {last}" if first else last


def in_place(listing: Listing) -> str:
    """The same after a noun: " i Digi Agder og Digi Viken"; nothing for the whole country."""
    return texts.IN_PLACE.format(place=place(listing)) if listing.selection.regions else ""


def title(deck: Deck, facts: Facts, rows: Sequence[ListRow]) -> str:
    """The message of a list on its first slide: "Det er 85 kommuner som ikke har …"."""
    name, listing = facts.short_name, deck.listing
    told = {
        "solution": name,
        "place": in_place(listing),
        "count": plural(len(rows), *texts.MUNICIPALITY),
    }
    if listing.selection.list == NOT_ENROLLED and is_partly_known(listing, facts):
        return texts.TITLE_NOT_ENROLLED_AT_LEAST.format(**told)
    if listing.selection.list != "not-adopted" or listing.selection.stages:
        return texts.TITLES[listing.selection.list].format(**told)
    figures = here(deck, facts)
    if figures.not_adopted:
        form = texts.TITLE_AT_LEAST if figures.is_mostly_unknown else texts.TITLES["not-adopted"]
        return form.format(**told)
    all_in_use = figures.in_use == figures.municipalities
    form = texts.TITLE_NONE_LEFT if all_in_use else texts.TITLE_NONE_KNOWN
    return form.format(**told)


def everyone(deck: Deck, facts: Facts) -> list[ListRow]:
    """Every municipality that a solution is meant for, in the whole country."""
    return [row for row in deck.everyone if row.solution_id == facts.solution_id]


def inside(deck: Deck, facts: Facts) -> list[ListRow]:
    """Those of them in the place that the list is of."""
    chosen = deck.listing.selection.regions
    return [r for r in everyone(deck, facts) if not chosen or r.digi_region in chosen]


def key_figures(deck: Deck, facts: Facts, rows: Sequence[ListRow]) -> list[tuple[str, str, bool]]:
    """Up to three figures in large type: figure, what it is, and whether it is of the gap."""
    name, every = deck.listing.selection.list, inside(deck, facts)
    stages = Counter(row.stage for row in every)
    gap, unknown = thousands(stages["not_adopted"]), thousands(stages["unknown"])
    if name == "all":
        return [
            (thousands(stages["in_use"]), texts.KEY_IN_USE, False),
            (gap, texts.KEY_NOT_ADOPTED, True),
            (unknown, texts.KEY_UNKNOWN_COUNT, False),
        ]
    of_gap = name.startswith("not-adopted")
    if of_gap and 2 * stages["unknown"] > len(every):
        whole = texts.KEY_UNKNOWN.format(whole=thousands(len(every)))
        return [(gap, texts.KEY_AT_LEAST, True), (unknown, whole, False)]
    population = [sum(row.population for row in group) for group in (rows, every)]
    told = [
        (percent(len(rows), len(every)), texts.KEY_MUNICIPALITIES, of_gap),
        (percent(*population), texts.KEY_POPULATION, of_gap),
    ]
    enrolled = here(deck, facts).enrolled if name == "not-adopted" else None
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
