"""Finding source files, and refusing those that would say something untrue."""

from datetime import date

from pipeline.paths import KINDS
from pipeline.sources.folder import found
from pipeline.sources.kinds import load_kinds
from pipeline.sources.reader import find_sources, read_sources, without_copies

ALL_KINDS = load_kinds(KINDS)
VKP = "Kommune;Befolkning\nOslo;717710\n"


def read(path, raw):
    (source,) = read_sources(found(path.relative_to(raw).as_posix(), path, raw), ALL_KINDS)
    return source


def test_notes_sidecars_and_hidden_files_are_no_sources(put, tmp_path):
    put("nhn-2024-05/vkp.csv", VKP)
    put("nhn-2024-05/vkp.csv.meta.toml", "complete = false")
    put("README.md", "# Notat")
    put(".hidden/vkp.csv", VKP)
    put("nhn-2024-05/~$vkp.xlsx", "låst")
    names = [source.name for source in find_sources(tmp_path / "raw")]
    assert names == ["nhn-2024-05/vkp.csv"]


def test_a_sidecar_without_its_file_is_told_beside_the_files(put, tmp_path):
    put("nhn-2024-05/vkp_side1.csv", VKP)
    put("nhn-2024-05/vkp-side1.csv.meta.toml", "complete = false")
    orphan, source = find_sources(tmp_path / "raw")
    assert "vkp-side1.csv.meta.toml hører ikke til noen" in orphan.problem
    assert source.problem is None


def test_an_owner_is_known_in_any_case_and_refused_when_unknown(put, tmp_path):
    path = put("nhn-2024-05/vkp.csv", VKP)
    put("nhn-2024-05/vkp.csv.meta.toml", 'owner = "ks"')
    assert read(path, tmp_path / "raw").owner == "KS"
    put("nhn-2024-05/vkp.csv.meta.toml", 'owner = "NNH"')
    assert "ukjent eier «NNH»: skriv KS eller NHN" in read(path, tmp_path / "raw").problem


def test_a_copy_of_a_file_is_not_counted_twice(put, tmp_path):
    paths = [put(f"nhn-2024-05/{name}.csv", VKP) for name in ("vkp", "vkp (1)")]
    first, second = without_copies([read(path, tmp_path / "raw") for path in sorted(paths)])
    assert [first.problem, second.rows] == [None, ()] or [second.problem, first.rows] == [None, ()]
    assert "er helt lik" in (first.problem or "") + (second.problem or "")


def test_the_same_figures_for_another_month_are_no_copy(put, tmp_path):
    paths = [put(f"nhn-2024-0{month}/vkp.csv", VKP) for month in (5, 6)]
    kept = without_copies([read(path, tmp_path / "raw") for path in paths])
    assert [source.problem for source in kept] == [None, None]


def test_a_date_that_has_not_been_is_refused(put, tmp_path):
    source = read(put("nhn-2099-05/vkp.csv", VKP), tmp_path / "raw")
    assert "2099-05-31 ligger fram i tid" in source.problem


def test_the_month_that_is_running_is_not_the_future(put, tmp_path):
    month = date.today().isoformat()[:7]
    assert read(put(f"nhn-{month}/vkp.csv", VKP), tmp_path / "raw").problem is None


def test_a_name_with_two_dates_asks_which_one_counts(put, tmp_path):
    path = put("nhn/vkp_2024-05_hentet_2024-09-03.csv", VKP)
    assert "har flere datoer" in read(path, tmp_path / "raw").problem
    put("nhn/vkp_2024-05_hentet_2024-09-03.csv.meta.toml", 'as_of = "2024-05"')
    assert read(path, tmp_path / "raw").as_of == date(2024, 5, 31)
