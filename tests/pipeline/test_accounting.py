"""Every row is accounted for, whatever the rows are and in whatever order they stand."""

import random
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.paths import RAW, REGISTER
from pipeline.register.municipalities import load_register
from tests.answers import Answers

NAMES = sorted({m.name for m in load_register(REGISTER).municipalities.values()})
NOISE = ["Otta", "Valdres", "Lyng", "Kvitseid", "Totalt", "I alt", "=1+1", "", "Oslo kommune", "??"]
NAMED = st.sampled_from([*NAMES, *NOISE])

settings.register_profile("build", max_examples=8, deadline=None)
FEW = settings(
    settings.get_profile("build"), suppress_health_check=[HealthCheck.function_scoped_fixture]
)

KS_ROW = st.tuples(
    st.sampled_from(["VKP", "DigiHelse", "Kjernejournal", "Faks", ""]),
    st.sampled_from(["Digi Viken", "Digi Agder", "Digi Innlandet", "Mordor", ""]),
    NAMED,
).map(";".join)
VKP_ROW = st.tuples(NAMED, st.sampled_from(["1", "1 234", "1.234", "mange", "", "-"])).map(";".join)
JUNK = st.sampled_from(
    ["", ";;", '"x', "bare tekst", "a;b;c;d;e", "\ufeff", "Filtre som er brukt: x"]
)


def outcomes(files: dict[str, str]) -> tuple[list[tuple], list[tuple], list[tuple]]:
    """source_file's sums, the rows by number, and adoption, of a build of these files."""
    with tempfile.TemporaryDirectory() as folder:
        for name, content in files.items():
            path = Path(folder) / "raw" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content + "\n", encoding="utf-8")  # else the last may be cut off
        ask = Answers(Path(folder) / "raw")
        return (
            ask(
                "SELECT path, rows_read, accepted, duplicate, review, ignored, rejected "
                "FROM source_file ORDER BY path"
            ),
            ask("SELECT source_path, source_row, outcome FROM resolved_row ORDER BY ALL"),
            ask(
                "SELECT solution_id, municipality_code, stage, enrolled FROM adoption ORDER BY ALL"
            ),
        )


def is_row(line: str) -> bool:
    return bool(line.replace(";", "").strip())


@FEW
@given(st.lists(KS_ROW | JUNK, max_size=40), st.lists(VKP_ROW | JUNK, max_size=40))
def test_any_mixture_of_rows_keeps_the_sum(ks_lines, vkp_lines):
    files = {
        "ks-2024-06/liste.csv": "\n".join(
            ["Løsning;Digi-region;Kommune", "VKP;Digi Agder;Risør", *ks_lines]
        ),
        "nhn-2024-05/vkp.csv": "\n".join(["Kommune;Befolkning", "Oslo;717710", *vkp_lines]),
    }
    sums, rows, _ = outcomes(files)
    for (path, read, *parts), content in zip(sums, files.values(), strict=True):
        lines = [n for n, line in enumerate(content.split("\n"), 1) if n > 1 and is_row(line)]
        assert read == sum(parts) == len(lines)
        assert [number for source, number, _ in rows if source == path] == lines


@FEW
@given(
    st.lists(VKP_ROW | KS_ROW.map(lambda row: row.split(";")[2] + ";1"), max_size=40), st.randoms()
)
def test_what_a_file_says_never_depends_on_the_order_of_its_rows(lines, luck: random.Random):
    shuffled = list(lines)
    luck.shuffle(shuffled)
    first, second = (
        outcomes({"nhn-2024-05/vkp.csv": "\n".join(["Kommune;Befolkning", "Oslo;1", *order])})
        for order in (lines, shuffled)
    )
    assert first[0] == second[0]
    assert first[2] == second[2]


def test_the_real_lists_say_the_same_backwards():
    source = RAW / "ks-webinar-2024-06" / "ikke_tatt_i_bruk.csv"
    header, *rows = source.read_text(encoding="utf-8").splitlines()
    forwards, backwards = (
        outcomes({"ks-webinar-2024-06/ikke_tatt_i_bruk.csv": "\n".join([header, *order])})
        for order in (rows, rows[::-1])
    )
    assert forwards[0] == backwards[0]
    assert forwards[2] == backwards[2]
