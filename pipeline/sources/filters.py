"""The filters that a table was exported with, as Power BI, Excel and people print them around it.

Power BI: "Filtre som er brukt:" or "Applied filters:", then "Helseregion er Helse Vest", "Fylke is
Nordland or Troms", "Included (2) Nordland, Troms", a line each or all in one cell. Tableau: "The
view is filtered on Fylke, which keeps Nordland". Excel: a page field of a pivot table is two cells,
"Fylke" and "Nordland". People: "Gjelder bare Digi Agder".
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, reduce
from itertools import groupby

from pipeline.register.regions import Regions
from pipeline.register.text import words_of
from pipeline.sources.kinds import normal
from pipeline.texts import short

_OPENS = re.compile(
    r"(?:filtre som er brukt|brukte filtre|applied filters?)\s*:?|(?:filtre|filters?|utvalg)\s*:"
)
_CUT = re.compile(
    r".*(?:exceeded the allowed volume|may have been omitted|avkortet|utelatt)\b.*"
    r"|(?:viser|vis|showing)?\s*(?:de )?(?:topp|top|første|first) \d+\b.*"
)
"""What a table says that was cut off where it was exported."""
_CLOSES = re.compile(
    r"(?:kilde|source|sist oppdatert|oppdatert|eksportert|exported|hentet|skrevet ut|rapport|side"
    r"|merk|merknad|note|obs|©|copyright)\b.*"
)
_NONE = re.compile(r"(?:no filters|ingen filtre|uten filtre).*|ingen|none")
_SAYS = re.compile(
    r"(?P<field>[^=:<>]+?)\s*"
    r"(?:(?P<no>\ber ikke\b|\bis not\b|\binneholder ikke\b|\bdoes not contain\b|<>|≠)"
    r"|(?P<yes>\ber lik\b|\ber en av\b|\bis one of\b|\bequals\b|\bcontains\b|\binneholder\b"
    r"|\ber\b|\bis\b|[=:]))\s*(?P<values>.*)"
)
_LISTED = re.compile(
    r"(?P<sort>in[ck]lu\w+|eks?[ck]lu\w+)\s*\((?P<count>\d+)\)\s*:?\s*(?P<values>.+?)"
    r"(?:\s*\((?P<field>[^()]+)\))?"
)
_TABLEAU = re.compile(
    r".*\bfiltered on (?P<field>.+?),? which (?P<sort>keeps|excludes) (?P<values>.+?)\.?"
)
_FIELDS = {
    "region": ("helseregion", "health region", "rhf", "fylke", "fylkesnavn", "county",
               "digi-region", "digi region", "region"),
    "municipality": ("kommune", "kommunenavn", "kommuner", "municipality", "kommunenummer",
                     "kommunenr", "knr"),
    "solution": ("løsning", "solution"),
    "date": ("år", "year", "måned", "month", "dato", "date", "periode", "period", "kvartal",
             "quarter", "per", "årmåned"),
    "status": ("status",),
}  # fmt: skip
_SORT_OF = {name: sort for sort, names in _FIELDS.items() for name in names}
_ALL = {
    "", "(alle)", "(all)", "alle", "all", "velg alle", "select all", "hele landet", "norge",
    "norway", "nasjonalt", "hele norge", "alle kommuner", "alle fylker", "alle regioner",
    "alle løsninger", "all municipalities",
}  # fmt: skip
_EMPTY = {"tom", "(tom)", "blank", "(blank)", "null", "tomt", "empty"}
_SEVERAL = {"(flere elementer)", "(multiple items)", "flere elementer", "multiple items"}
_RANGE = re.compile(r"\b(?:etter|før|mellom|siste|after|before|between|last|or later)\b|[<>]")
_JOINS = {"og", "eller", "and", "or"}
_ONLY = re.compile(
    r"\b(?:(?P<title>kommune(?:r|ne)? (?:i|fra))|gjelder|omfatter|dekker|viser|kun|bare|only)\b"
    r"(?P<no> ikke)? ?(?P<rest>.*)"
)
_FILLERS = {"kun", "bare", "only", "i", "for", "fra", "in", "kommuner", "kommunene", "kommune"}
_BY_SIZE = re.compile(r"(?:kun |bare )?kommuner (?:over|under|med|større|mindre)\b.*\d")
_BUT = re.compile(r"\b(?:unntatt|utenom|bortsett fra|med unntak|except)\b")


@dataclass(frozen=True, slots=True)
class Filters:
    """What the printed filters leave. area: codes of municipalities, None for all; told: in words.

    solutions: ids, None for all. not_understood: lines that restrict in a way nobody can tell.
    """

    area: frozenset[str] | None = None
    told: tuple[str, ...] = ()
    solutions: frozenset[str] | None = None
    not_understood: tuple[str, ...] = ()


_Areas = dict[str, frozenset[str]]
"""Areas by name, with the codes of their municipalities."""


def read_filters(
    above: Iterable[Sequence[str]],
    below: Iterable[Sequence[str]],
    regions: Regions,
    solutions: Mapping[str, str],
    municipalities: Mapping[str, Collection[str]],
) -> Filters:
    """The cells of the lines above and below a table in; what their filters leave, out.

    solutions, municipalities: ids, and the codes of all that bear it, by name as compared.
    """
    reading = _Reading(regions, solutions, municipalities)
    for cells in above:
        reading.line(cells)
    reading.is_title = reading.is_open = False
    for cells in below:
        reading.line(cells)
    area = reduce(frozenset.__and__, reading.areas) if reading.areas else None
    if area is not None and not area:
        reading.odd.append("; ".join(reading.told))
    return Filters(
        area or None,
        tuple(dict.fromkeys(reading.told)),
        frozenset().union(*reading.found_solutions) if reading.found_solutions else None,
        tuple(short(text) for text in dict.fromkeys(reading.odd)),
    )


@lru_cache(maxsize=1 << 12)
def is_filter_line(cell: str) -> bool:
    """Whether a cell opens a list of filters, says that there is none, or has the form of one."""
    key = normal(cell)
    return bool(_OPENS.match(key) or _NONE.fullmatch(key) or _LISTED.match(key))


@dataclass(slots=True)
class _Reading:
    """Takes line after line. is_open: inside a list of filters, where all that stands restricts;
    is_title: above the table, where "Kommuner i Nordland" is what it is called.
    """

    regions: Regions
    solutions: Mapping[str, str]
    municipalities: Mapping[str, Collection[str]]
    areas: list[frozenset[str]] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    found_solutions: list[frozenset[str]] = field(default_factory=list)
    odd: list[str] = field(default_factory=list)
    is_open: bool = False
    is_title: bool = True

    def line(self, cells: Sequence[str]) -> None:
        """Read a line: two cells may be a page field, and a cell may hold lines."""
        stripped = [cell.strip() for cell in cells]
        groups = [[*of] for is_filled, of in groupby(stripped, bool) if is_filled]
        if not groups:
            self.is_open = False
        elif _OPENS.match(normal(groups[0][0])):  # the commas of its values made cells of it
            self._lines(", ".join(cell for group in groups for cell in group))
        else:
            for group in groups:
                if len(group) != 2 or not self._page_field(*group):
                    self._lines("\n".join(group))

    def _lines(self, text: str) -> None:
        for line in text.splitlines():
            self._text(line.strip())

    def _page_field(self, name: str, value: str) -> bool:
        sort = _SORT_OF.get(normal(name))
        if normal(value) in _SEVERAL:
            self.odd.append(f"{name}: {value}")
        elif sort:
            self._restrict(sort, f"{name}: {value}", value, normal(name))
        else:
            return False
        return True

    def _text(self, text: str) -> None:
        key = normal(text)
        if _CUT.fullmatch(key):
            self.odd.append(text)
            return
        if opening := _OPENS.match(key):
            self.is_open = True
            text = text[len(text) - len(key[opening.end() :].lstrip()) :] if key else ""
            key = normal(text)
        if not re.search(r"\w", key) or _CLOSES.fullmatch(key):
            self.is_open = False if not opening else self.is_open
            return
        if _NONE.fullmatch(key):
            return
        for part in re.split(r"\s*;\s*", text) if self.is_open else [text]:
            is_known = self._statement(part) or self._prose(part) or _leaves_all(part)
            if self.is_open and not is_known:
                self.odd.append(part)

    def _statement(self, text: str) -> bool:
        """A filter in; whether it is one whose form is known."""
        key = normal(text)
        if listed := _LISTED.fullmatch(key) or _TABLEAU.fullmatch(key):
            said = listed.groupdict()
            sort = _SORT_OF.get(said["field"] or "region", "region")
            self._restrict(
                sort, text, said["values"], said["field"] or "", is_not=said["sort"][:2] != "in"
                and said["sort"] != "keeps", count=int(said.get("count") or 0),
            )  # fmt: skip
            return True
        said = _SAYS.fullmatch(key)
        if not said:
            return False
        is_not, values, name = bool(said["no"]), said["values"], said["field"]
        sort = _sort_of(name)
        if sort and (self.is_open or self._is_filter(sort, name, values)):
            self._restrict(sort, text, values, name, is_not=is_not)
            return True
        return self.is_open and _leaves_all(values, is_not)

    def _is_filter(self, sort: str, name: str, values: str) -> bool:
        """Whether what no list of filters announces is one: "Fylke: Nordland", no prose."""
        return normal(name) in _SORT_OF and (
            sort == "region" or (sort == "municipality" and bool(self._areas(values, name)))
        )

    def _restrict(
        self, sort: str, text: str, values: str, name: str, *, is_not: bool = False, count: int = 0
    ) -> None:
        """Take down a filter. count: how many values it says that it has; 0 where it does not."""
        if _leaves_all(values, is_not) or (sort == "date" and not _RANGE.search(values)):
            return
        if sort == "solution" and (ids := self._ids(values)) and not is_not:
            self.found_solutions.append(ids)
            return
        found = self._areas(values, name) if sort in ("region", "municipality") else {}
        if is_not and sort == "municipality" and not found:  # "Kommune er ikke Uoppgitt"
            return
        if found and count in (0, len(found)):
            self._only(found, is_not=is_not)
        else:
            self.odd.append(text)

    def _only(self, found: _Areas, *, is_not: bool) -> None:
        """Take down that the table is of these areas only, or of all but these."""
        codes = frozenset().union(*found.values())
        names = ", ".join(found)
        if is_not:
            everybody = frozenset().union(*self.municipalities.values())
            self.areas.append(everybody - codes)
            self.told.append(f"alle utenom {names}")
        else:
            self.areas.append(codes)
            self.told.append(names)

    def _ids(self, values: str) -> frozenset[str]:
        parts = re.split(r"\s*[,;()]\s*|\s+(?:eller|or|og|and)\s+", values)
        names = map(normal, (values, *parts))
        return frozenset(id_ for name in names if (id_ := self.solutions.get(name)))

    def _areas(self, values: str, name: str) -> _Areas:
        """The areas or municipalities of a filter; none where a word of it is not known."""
        words = words_of(re.sub(r"[,;()\"«»']", " ", values))
        found: _Areas = {}
        while words:
            one, length = self._longest(words, name)
            if not one:
                return {}
            found |= one
            words = words[length:]
            while words and words[0] in _JOINS:
                words = words[1:]
        return found

    def _longest(self, words: Sequence[str], name: str = "") -> tuple[_Areas, int]:
        """The area that the most of the first words name, and how many words that is.

        "Troms og Finnmark" is one region, "Nordland og Troms" two; "1806 Narvik" is a number and a
        name of one municipality.
        """
        if words[0].isdigit():
            rest, length = self._longest(words[1:], name) if words[1:] else ({}, 0)
            codes = frozenset().union(*self.municipalities.values()) & {words[0]}
            return (rest, length + 1) if rest else ({words[0]: codes} if codes else {}, 1)
        for length in range(len(words), 0, -1):
            if found := self._named(words[:length], name):
                return found, length
        return {}, 0

    def _named(self, words: Sequence[str], name: str = "") -> _Areas:
        """One area or municipality. "Nord" is a health region where that is what is asked for."""
        for asked in ([*words], ["helse", *words] if "helse" in normal(name) else []):
            region, area = self.regions.find(asked), self.regions.area_of_words(asked)
            if region and area:
                is_digi = "digi" in words and not region.name.startswith("Digi")
                return {f"Digi {region.name}" if is_digi else region.name: area.codes}
        codes = self.municipalities.get(" ".join(words), ())
        return {" ".join(words).title(): frozenset(codes)} if len(codes) == 1 else {}

    def _prose(self, text: str) -> bool:
        """A title or a note that says the table is of some area only; whether it is one."""
        key = normal(text)
        for said in _ONLY.finditer(key):
            for start in (said, *_ONLY.finditer(said["rest"])):
                if start["title"] and not self.is_title:
                    continue
                if _BY_SIZE.match(start["rest"]):
                    self.odd.append(text)
                    return True
                if found := self._first_areas(words_of(start["rest"])):
                    if _BUT.search(key):
                        self.odd.append(text)
                    else:
                        self._only(found, is_not=bool(start["no"]))
                    return True
        return False

    def _first_areas(self, words: Sequence[str]) -> _Areas:
        """The areas that words begin with: one, and those that follow after "og"."""
        while words and words[0] in _FILLERS:
            words = words[1:]
        for length in range(min(len(words), self.regions.max_words), 0, -1):
            area = self._named(words[:length]) if self.regions.find([*words[:length]]) else {}
            if area:
                follows = words[length : length + 1]
                more = follows and follows[0] in _JOINS
                return area | (self._first_areas(words[length + 1 :]) if more else {})
        return {}


def _sort_of(name: str) -> str | None:
    """What a filter's field is, also behind that of its table ("Kommune[Fylke]", "Geo Fylke")."""
    words = re.findall(r"[\w-]+", name)
    for length in (2, 1):
        if sort := _SORT_OF.get(" ".join(words[-length:])):
            return sort
    return None


def _leaves_all(values: str, is_not: bool = False) -> bool:
    return normal(values).strip(" .") in (_ALL | _EMPTY if is_not else _ALL)
