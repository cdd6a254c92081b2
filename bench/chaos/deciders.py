"""Two people decide at once, forty rows each: every answer of both must be in the register."""

import csv
import shutil
import subprocess
from threading import Thread

from bench.chaos.ground import Ground, Tally, command, kill, start
from pipeline.paths import DECISIONS

EACH = 40
SECONDS = 120
_ANSWER, _PASS, _STOP = "ingen\nfordi\n", "\n", "q\n"


def run(ground: Ground, tally: Tally) -> None:
    """One takes the first half of the open rows while the other takes the second."""
    each = ground.of(EACH, 10)
    folder = ground.new("deciders")
    names = [f"Ukjent{chr(97 + i // 26)}{chr(97 + i % 26)}vik" for i in range(2 * each)]
    table = folder / "raw" / "ks-2024-07" / "status.csv"
    table.parent.mkdir(parents=True)
    rows = [f"{name};Kjernejournal;I bruk\n" for name in ["Oslo", *names]]
    table.write_text("Kommune;Løsning;Status\n" + "".join(rows), encoding="utf-8")
    sidecar = table.with_name(f"{table.name}.meta.toml")  # most names are unknown, so it would wait
    sidecar.write_text('confirmed = "Navnene er diktet opp."\n', encoding="utf-8")
    warehouse, register = folder / "own" / "warehouse", folder / "decisions.csv"
    if fault := command("build", "--raw", table.parents[1], "--warehouse", warehouse).fault(0):
        raise RuntimeError(fault)
    shutil.copy(DECISIONS, register)

    asked = ["decide", "--warehouse", warehouse, "--decisions", register, "--who"]
    first, second = start(*asked, "A"), start(*asked, "B")
    for decider in (first, second):
        decider.stdout.read1(1)  # the question stands: both have read the register
    typed = {first: _ANSWER * each + _STOP, second: _PASS * each + _ANSWER * each}
    typing = [Thread(target=_type, args=(who, text)) for who, text in typed.items()]
    for thread in typing:
        thread.start()
    for thread in typing:
        thread.join()

    with register.open(encoding="utf-8", newline="") as file:
        kept = {line["printed_name"] for line in csv.DictReader(file)}
    for name in names:
        tally.note(None if name in kept else f"the answer about {name} is lost")
    for decider in (first, second):
        if decider.returncode:
            tally.note(f"a decider ends with {decider.returncode}")


def _type(decider: subprocess.Popen, text: str) -> None:
    try:
        decider.communicate(text.encode(), timeout=SECONDS)
    except subprocess.TimeoutExpired:
        kill(decider)
        decider.communicate()
