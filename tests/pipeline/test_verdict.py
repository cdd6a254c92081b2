"""The verdict is one: what `check` says of a file, `build` does; and it can be confirmed."""

import json

import pytest

from pipeline.__main__ import main
from pipeline.build import build
from pipeline.check import check
from pipeline.errors import UserError
from pipeline.warehouse import connect, current_path, manifest_of
from tests.commands import command
from tests.unsaid import CASES, EVERY, kj, ks, some, vkp

VKP = "nhn-2024-06/vkp.csv"
WEST = some(60, "Helse Vest")


@pytest.fixture
def published(put, tmp_path):
    """Builds what stands in raw; the verdict of every source, or why nothing was published."""

    def publish() -> dict[str, str] | str:
        try:
            build(tmp_path / "raw", tmp_path / "warehouse")
        except UserError as error:
            return str(error)
        with connect(current_path(tmp_path / "warehouse")) as connection:
            rows = connection.execute("SELECT path, verdict FROM source_file").fetchall()
        return dict(rows)

    return publish


@pytest.mark.parametrize(
    "case",
    [
        "02-population-table-of-ssb",
        "03-two-tables-in-one-sheet",
        "08-date-in-file-name",
        "09-several-months-in-one-file",
    ],
)
def test_check_and_build_judge_alike(put, published, tmp_path, case):
    put("nhn-2023-01/digihelse.csv", "Kommunenavn;Aktiv Digihelse\nOslo;Aktiv\n")
    files = [path for path in (CASES / case / "raw").rglob("*") if path.is_file()]
    preview = check(files, tmp_path / "raw", tmp_path / "warehouse")
    foretold = {table.path: table.verdict for table in preview.tables}
    for file in files:
        put(file.relative_to(CASES / case / "raw").as_posix(), file.read_bytes())
    built = published()
    assert {path: built[path] for path in foretold} == foretold


def test_nothing_is_published_where_all_is_held_back_and_what_is_in_force_stays(
    put, published, tmp_path, capsys
):
    put("nhn-2024-06/kj.csv", "Plan for innføring av Kjernejournal\n" + kj(WEST))
    raw, warehouse = str(tmp_path / "raw"), str(tmp_path / "warehouse")
    assert main(["build", "--raw", raw, "--warehouse", warehouse]) == 1
    told = capsys.readouterr()
    assert "Holdt tilbake: nhn-2024-06/kj.csv: «Plan for innføring" in told.out
    assert "Ingenting er publisert" in told.err
    assert not (tmp_path / "warehouse" / "CURRENT").exists()


def test_what_is_held_back_counts_when_its_sidecar_says_who_confirmed_it_when_and_why(
    put, published, tmp_path
):
    put("nhn-2024-05/vkp.csv", vkp(WEST))
    put(VKP, vkp(WEST[:10]))
    assert published()[VKP] == "held_back"
    put(
        f"{VKP}.meta.toml",
        'confirmed = "NHN har ryddet i listen"\nconfirmed_by = "Kari"\nconfirmed_on = 2024-07-02\n',
    )
    assert published()[VKP] == "remarks"
    with connect(current_path(tmp_path / "warehouse")) as connection:
        told = connection.execute("SELECT confirmed FROM source_file WHERE path = ?", [VKP])
        assert told.fetchone() == ("NHN har ryddet i listen (Kari, 2024-07-02)",)


@pytest.mark.parametrize("said", ['confirmed = ""', "confirmed = true", "confirmed_on = 'i går'"])
def test_a_confirmation_that_says_nothing_is_none(put, published, said):
    put("nhn-2024-05/vkp.csv", vkp(WEST))
    put(VKP, vkp(WEST[:50]))
    put(f"{VKP}.meta.toml", said)
    assert published()[VKP] == "unusable"


def test_a_file_of_an_earlier_date_never_holds_back_what_was_accepted(put, published):
    put(VKP, vkp(WEST[:10]))
    assert published()[VKP] == "clean"
    put("nhn-2024-05/vkp.csv", vkp(some(120)))
    assert published() == {"nhn-2024-05/vkp.csv": "clean", VKP: "remarks"}


def test_that_it_was_accepted_is_remembered_when_the_warehouse_is_deleted(put, tmp_path):
    raw, warehouse = str(tmp_path / "raw"), tmp_path / "warehouse"
    arguments = ["build", "--raw", raw, "--warehouse", str(warehouse)]
    put(VKP, vkp(WEST[:10]))
    assert main(arguments) == 0
    put("nhn-2024-05/vkp.csv", vkp(some(120)))
    for build_file in warehouse.iterdir():
        build_file.unlink()
    assert main(arguments) == 0
    told = json.loads(manifest_of(current_path(warehouse)).read_bytes())
    assert set(told["accepted"]) == {"nhn-2024-05/vkp.csv", VKP}


def test_a_changed_file_is_judged_anew_though_one_of_its_name_was_accepted(put, published):
    put("nhn-2024-05/vkp.csv", vkp(WEST))
    put(VKP, vkp(WEST))
    assert published()[VKP] in ("clean", "remarks")
    put(VKP, vkp(WEST[:10]))
    assert published()[VKP] == "held_back"


def test_the_check_of_a_held_back_file_ends_with_1_and_says_its_scope(put, published, tmp_path):
    put("nhn-2024-05/vkp.csv", vkp(WEST))
    published()
    new = tmp_path / "ny" / "nhn-2024-06" / "vkp.csv"
    new.parent.mkdir(parents=True)
    new.write_text(vkp(WEST[:10]), encoding="utf-8")
    asked = ["check", new, "--raw", tmp_path / "raw", "--warehouse", tmp_path / "warehouse"]
    result = command(*map(str, asked))
    assert result.returncode == 1
    assert "Rekkevidde: hele landet" in result.stdout
    assert "Holdes tilbake" in result.stdout


def test_the_reply_to_the_sender_asks_what_only_the_sender_knows(put, tmp_path):
    put("ks-2024-06/liste.csv", ks([m for m in EVERY if m.digi_region == "Digi Nordland"][:3]))
    asked = ["check", tmp_path / "raw" / "ks-2024-06" / "liste.csv", "--reply"]
    asked += ["--raw", tmp_path / "raw", "--warehouse", tmp_path / "warehouse"]
    result = command(*map(str, asked))
    assert "ks-2024-06/liste.csv:\n- Filen nevner bare Digi Nordland" in result.stdout
    assert "følgefil" not in result.stdout
    assert "Kan dere svare" in result.stdout
