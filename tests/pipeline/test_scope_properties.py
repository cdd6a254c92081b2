"""Whatever a file says: outside its scope nobody changes, and what is held back says nothing."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.answers import Answers
from tests.unsaid import EVERY, codes, kj, ks, some, vkp

NEW = "ny-2024-06/fil.csv"
CONFIRMED = 'confirmed = "Prøve"\n'
FEW = settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))

BEFORE = {
    "nhn-2024-05/kj.csv": kj(some(60)),
    "nhn-2024-05/vkp.csv": vkp(some(40)),
    "ks-2024-05/liste.csv": ks(some(50)),
    "ks-2024-05/liste.csv.meta.toml": 'covers = "hele landet"',
}


def regions_of(kind: str) -> st.SearchStrategy[list[str]]:
    """Some of the counties, or of the Digi regions."""
    names = sorted({getattr(one, kind) for one in EVERY})
    return st.lists(st.sampled_from(names), min_size=1, max_size=3, unique=True)


AREA = st.one_of(
    st.tuples(st.just("Fylke"), regions_of("county_name")),
    st.tuples(st.just("Digi-region"), regions_of("digi_region")),
)
LISTED = st.lists(st.sampled_from(some(90)), min_size=1, max_size=12, unique=True)


def answers(files: Mapping[str, str]) -> Answers:
    """Answers on these files alone."""
    with TemporaryDirectory() as folder:
        for name, content in files.items():
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")
        return Answers(Path(folder))


@cache
def as_it_was() -> Answers:
    return answers(BEFORE)


@st.composite
def files_of_a_part(draw) -> tuple[dict[str, str], set[str]]:
    """A new file with its sidecar, and the codes of all that it can speak of."""
    listed, (kind, regions) = draw(LISTED), draw(AREA)
    table, by_region = draw(
        st.sampled_from([(vkp, None), (kj, "health_region"), (ks, "digi_region")])
    )
    content, sidecar, scope = table(listed), CONFIRMED, codes(*regions)
    if draw(st.booleans()):
        sidecar += f"covers = {regions!r}".replace("'", '"')
    else:
        content += f'\n"Brukte filtre:\n{kind} er {" eller ".join(regions)}"\n'
        if by_region:
            scope &= codes(*(getattr(one, by_region) for one in listed))
    return {NEW: content, f"{NEW}.meta.toml": sidecar}, scope


LATEST = "SELECT solution_id, municipality_code, arg_max(stage, as_of) FROM adoption GROUP BY ALL"
OTHERS = "SELECT * FROM evidence WHERE source_path <> ? ORDER BY ALL"


@given(files_of_a_part())
@FEW
def test_no_municipality_outside_the_scope_of_a_new_file_changes(part):
    new, scope = part
    before, after = as_it_was(), answers(BEFORE | new)
    assert after(OTHERS, NEW) == before(OTHERS, NEW)
    said = after("SELECT DISTINCT municipality_code FROM evidence WHERE source_path = ?", NEW)
    assert {code for (code,) in said} <= scope
    changed = {*after(LATEST)} ^ {*before(LATEST)}
    assert {code for _, code, stage in changed if stage != "unknown"} <= scope


FORTY = some(40)
SOUND = {
    "nhn-2024-06/vkp.csv": vkp(FORTY),
    "nhn-2024-06/kj.csv": kj(FORTY),
    "ks-2024-06/liste.csv": ks(some(5, "Digi Agder"), "VKP"),
}
FAULTY = {
    "nhn-2024-07/vkp.csv": vkp(FORTY[:2]),
    "nhn-2024-06/vkp_rettet.csv": vkp(FORTY[:20]),
    "nhn-2024-05/vkp.csv": vkp(EVERY),
    "nhn-2024-06/rapport.csv": kj(FORTY[:20], "Teknisk tilrettelagt"),
    "nhn-2024-07/kj.csv": "Status DigiHelse\n" + kj(FORTY),
    "nhn-2024-08/kj.csv": kj(FORTY) + '\n"Brukte filtre:\nKommunegruppe er ASSS"\n',
    "nhn-2024-09/kj.csv": "Kjernejournal per 31.05.2024\n" + kj(FORTY),
    "nhn-2024-07/dhs.csv": "Hva er dette?\n",
}
USELESS = {
    "nhn-2024-10/kj.csv": kj(FORTY, "Kanskje"),
    "ks-2024-07/liste.csv": ks(FORTY, "Fax"),
}


def some_of(files: Mapping[str, str]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(sorted(files)), max_size=4, unique=True)


@given(some_of(FAULTY), some_of(USELESS), some_of(FAULTY))
@FEW
def test_a_source_is_held_back_or_unusable_just_when_nothing_of_it_is_evidence(
    faulty, useless, confirmed
):
    files = SOUND | {path: (FAULTY | USELESS)[path] for path in [*faulty, *useless]}
    sidecars = {f"{path}.meta.toml": CONFIRMED for path in confirmed if path in files}
    ask = answers(files | sidecars)
    verdicts = dict(ask("SELECT path, verdict FROM source_file WHERE replaced_by IS NULL"))
    silent = {path for path, verdict in verdicts.items() if verdict in ("held_back", "unusable")}
    speaking = {path for (path,) in ask("SELECT DISTINCT source_path FROM evidence")}
    assert speaking == verdicts.keys() - silent
    replaced = ask("SELECT path FROM source_file WHERE replaced_by IS NOT NULL")
    assert speaking.isdisjoint(path for (path,) in replaced)
    assert silent >= {*useless}
    unconfirmed = {path for path in faulty if path not in confirmed}
    assert silent >= unconfirmed & {"nhn-2024-07/kj.csv", "nhn-2024-07/dhs.csv"}
