"""Addresses that nobody would type: every page answers each with a page, and shows it as text."""

import asyncio
import re
from collections.abc import Iterator
from random import Random
from urllib.parse import quote, urlencode

from bench.chaos.ground import Ground, Tally
from bench.chaos.visits import fault_of
from bench.sessions import opened, served
from dashboard.navigation import FRONT_BY_NAME, PATHS

PAGES = (*PATHS.values(), FRONT_BY_NAME)
KEYS = (
    "losning", "region", "dato", "kommune", "neste", "vis", "liste", "losninger", "regioner",
    "statuser", "kolonner", "sorter", "sok", "status", "pamelding", "innbyggere",
    "forutsetninger", "innfores", "pulje", "lop",
)  # fmt: skip
VALUES = (
    "", "x", "alle", "hele-landet", "kjernejournal", "digihelse", "KJERNEJOURNAL", "kjernejournal ",
    "helseplattformen", "pll", "digi-nordland", "Digi Nordland", "2024-06", "2024-06-30",
    "9999-12-31", "0001-01-01", "2024-13", "2024-02-30", "0301", "301", "9999", "../../etc/passwd",
    "..%2f", "'; DROP TABLE municipality; --", "' OR 1=1 --", "<script>window.X=1</script>",
    "<img src=x onerror=window.X=1>", "javascript:alert(1)", "{{7*7}}", "${7*7}", "%s%n", "\x00",
    "\x1b[31m", "\u202eabc", "å" * 200, "A" * 8000, "-1", "1e309", "NaN", "null", "true", "[]",
    "a,b,c", ",,,,", "kjernejournal,digihelse,kjernejournal", "0301,0301", "\n\r\t", "*", "%", "_",
    "digi-nordland,digi-nordland", "*" * 300, "oslo",
)  # fmt: skip
_UNESCAPED = re.compile(r"<script>window\.X|<img src=x onerror")
AT_ONCE = 3


def run(ground: Ground, tally: Tally) -> None:
    """Ask for each over the websocket, as a browser does, a few sessions at a time."""
    every = list(_addresses())
    Random(3).shuffle(every)
    chosen = iter(every[: ground.of(len(every), 60)])
    with served(ground.warehouse) as server:
        asyncio.run(_ask(server.port, chosen, tally))


async def _ask(port: int, addresses: Iterator[tuple[str, str]], tally: Tally) -> None:
    async def visit() -> None:
        async with opened(port) as session:
            for page, query in addresses:
                answer = await session.ask(page, query)
                fault = None if answer.not_found else fault_of(answer)
                if _UNESCAPED.search(answer.html):
                    fault = "what stands in the address is markup on the page"
                tally.note(f"/{page[:30]}?{query[:60]}: {fault}" if fault else None)

    await asyncio.gather(*(visit() for _ in range(AT_ONCE)))


def _addresses() -> Iterator[tuple[str, str]]:
    """A page and its query, encoded."""
    random = Random(3)
    for page in PAGES:
        for key in KEYS:
            for value in random.sample(VALUES, 6):
                yield page, urlencode({key: value})
        for odd in (
            "&".join(f"k{i}={i}" for i in range(3000)),
            "losning[]=a&losning[]=b&losning=kjernejournal&losning=digihelse",
            "%ff%fe=%ff&losning=%ff",
            "=&&&==&?",
            "losning=kjernejournal#del",
        ):
            yield page, odd
    for _ in range(400):
        pairs = [(random.choice(KEYS), random.choice(VALUES)) for _ in range(random.randint(2, 6))]
        yield random.choice(PAGES), urlencode(pairs)
    for page in ("../etc/passwd", "finnes-ikke", "<script>", "kommune/0301", "a" * 5000, "\u202e"):
        yield quote(page), ""
