"""What is no municipality is no row in doubt; one that is in doubt says how many it silences."""

from tests.unsaid import findings, lay, says, says_of, some, verdict, vkp

KJ_MAY, KJ_JUNE, VKP = "nhn-2024-05/kj.csv", "nhn-2024-06/kj.csv", "nhn-2024-06/vkp.csv"
OUTCOMES = (
    "SELECT path, accepted, ignored, review, rejected, verdict IN ('clean', 'remarks') "
    "FROM source_file ORDER BY path"
)


def test_svalbard_and_what_is_not_told_are_ignored_and_the_rest_of_the_file_holds(put, ask):
    lay(put, "16-uoppgitt-and-svalbard")
    assert ask(OUTCOMES) == [(KJ_MAY, 40, 1, 0, 0, True), (KJ_JUNE, 40, 2, 0, 0, True)]
    for path in (KJ_MAY, KJ_JUNE):
        assert says(ask, path)["in_use"] == 40
        assert says_of(ask, "Bergen", path) == "not_adopted"


def test_notes_and_row_counts_below_a_table_are_ignored(put, ask):
    lay(put, "18-notes-and-row-counts-below")
    assert ask(OUTCOMES) == [(KJ_MAY, 40, 3, 0, 0, True), (KJ_JUNE, 40, 1, 0, 0, True)]
    for path in (KJ_MAY, KJ_JUNE):
        assert says_of(ask, "Bergen", path) == "not_adopted"
        assert says_of(ask, "Bodø", path) is None


def test_names_with_footnote_marks_are_accepted(put, ask):
    lay(put, "19-footnote-marks")
    assert ask("SELECT accepted, review, rejected FROM source_file") == [(4, 0, 0)]
    assert says(ask, VKP) == {"in_use": 4, "not_adopted": 353}


# Names with the marks of Wikipedia: https://github.com/rust-iso/rust_iso3166/issues/6
def test_a_footnote_is_no_row_and_its_mark_no_part_of_a_name(put, ask):
    marks = (" [1]", "[b]", "†", "²", " (1)")
    marked = [m._replace(name=m.name + mark) for m, mark in zip(some(5), marks, strict=True)]
    put(VKP, f"{vkp(marked)}\n1) Foreløpige tall\n[b] Se merknad under tabell 2.\n² Anslag\n")
    assert ask("SELECT accepted, review, rejected FROM source_file") == [(5, 0, 0)]
    assert says(ask, VKP) == {"in_use": 5, "not_adopted": 352}


# Rows of no county, and of those outside all: https://github.com/CSSEGISandData/COVID-19/issues/2035
def test_rest_groups_and_sums_are_ignored_and_the_rest_of_the_file_holds(put, ask):
    none = [
        *("K-Rest", "Øvrige", "Øvrige kommuner", "Andre kommuner"),
        *("Uoppgitt kommune", "Uoppgitt", "Ukjent kommune", "(Blank)"),
        *("Nordland Totalt", "Sum Nordland", "Delsum", "Totalsum"),
    ]
    put(VKP, vkp(some(20)) + "".join(f"{name};1\n" for name in none))
    assert ask("SELECT printed FROM review") == []
    assert ask("SELECT accepted, ignored, rejected FROM source_file") == [(20, 12, 0)]
    assert says(ask, VKP) == {"in_use": 20, "not_adopted": 337}


# A table ends where prose begins: https://github.com/simonw/datasette-app/issues/135
def test_row_counts_and_prose_below_a_table_silence_nobody(put, ask):
    put(
        VKP,
        vkp(some(20)) + "\n(20 rader)\nAntall rader: 20;\n20 kommuner\n"
        "Kommuner som er under oppkobling, er ikke tatt med i denne listen.;\n",
    )
    assert ask("SELECT accepted, ignored, review, rejected FROM source_file") == [(20, 4, 0, 0)]
    assert says(ask, VKP) == {"in_use": 20, "not_adopted": 337}


def test_a_row_in_doubt_that_silences_many_tells_how_many(put, ask):
    put(VKP, vkp(some(20)) + "Qwrtzx;1\n")
    assert verdict(ask, VKP) == "remarks"
    assert "337" in findings(ask, VKP)["many_unknown"]
    assert ask("SELECT source_row FROM finding WHERE kind = 'many_unknown'") == [(22,)]


def test_a_row_in_doubt_that_silences_one_is_no_reason_to_count(put, ask):
    put(VKP, vkp(some(20)) + "Lynngen;2800\n")
    assert "many_unknown" not in findings(ask, VKP)
    assert says(ask, VKP) == {"in_use": 20, "not_adopted": 336, "unknown": 1}
