"""How fast names are recognised: one million printed names, each distinct one once.

Run: python -m bench recognise
"""

import random
from time import perf_counter

from pipeline.paths import REGISTER
from pipeline.register.municipalities import Register, load_register
from pipeline.register.recognise import Recogniser

ROWS = 1_000_000
MISSPELT_SHARE = 0.02
Printed = tuple[str, str]


def printed_rows(register: Register, count: int, seed: int = 1) -> list[Printed]:
    """A register and a number of rows in; (name, region) as lists print them out."""
    draw = random.Random(seed)
    municipalities = list(register.municipalities.values())
    rows = []
    for municipality in draw.choices(municipalities, k=count):
        name = municipality.name
        if draw.random() < MISSPELT_SHARE:
            cut = draw.randrange(len(name))
            name = name[:cut] + draw.choice("aeinrst") + name[cut + 1 :]
        rows.append(
            (draw.choice((name, name.upper(), f"{name} kommune")), municipality.digi_region)
        )
    return rows


def run() -> None:
    """Print seconds for loading, for all rows, and for one name of each sort."""
    start = perf_counter()
    register = load_register(REGISTER)
    recogniser = Recogniser(register)
    print(f"register read and indexed      {perf_counter() - start:8.3f} s")

    rows = printed_rows(register, ROWS)
    start = perf_counter()
    answers = {row: recogniser.recognise(row[0], hint=row[1]) for row in set(rows)}
    recognised = [answers[row] for row in rows]
    seconds = perf_counter() - start
    accepted = sum(answer.code is not None for answer in recognised)
    print(f"{ROWS} rows, {len(answers)} distinct {seconds:10.3f} s, {accepted} accepted")

    for label, name in (("known", "Evje og Hornnes kommune"), ("misspelt", "Evje og Hornes")):
        start = perf_counter()
        for _ in range(1000):
            recogniser.recognise(name, hint="Digi Agder")
        print(f"one {label + ' name':<26} {(perf_counter() - start) * 1000:8.1f} µs")
