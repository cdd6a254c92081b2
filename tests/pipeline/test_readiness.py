"""Who could go on to a solution now: from what it requires and what is known."""


def test_those_who_use_kjernejournal_could_go_on_to_what_requires_it_alone(real):
    assert real(
        "SELECT ready, count(*) FROM readiness WHERE solution_id = 'sfm' GROUP BY ALL ORDER BY ALL"
    ) == [(False, 85), (True, 272)]


def test_a_prerequisite_that_nothing_says_anything_of_leaves_it_open(real):
    assert real(
        "SELECT ready, unknown, count(*) FROM readiness WHERE solution_id = 'pll' "
        "GROUP BY ALL ORDER BY ALL"
    ) == [(False, ["SFM"], 85), (None, ["SFM"], 272)]


def test_what_is_lacking_is_named(real):
    assert real(
        "SELECT lacks FROM readiness JOIN municipality USING (municipality_code) "
        "WHERE name = 'Gol' AND solution_id = 'pjd'"
    ) == [(["Kjernejournal"],)]


def test_the_latest_that_is_known_counts(put, ask):
    kj = "Kommune;Status;Helseregion\n"
    put("nhn-2024-05/kj.csv", kj + "Oslo;Teknisk tilrettelagt;Helse Sør-Øst\n")
    put("nhn-2024-06/kj.csv", kj + "Oslo;Bruker;Helse Sør-Øst\n")
    assert ask(
        "SELECT ready FROM readiness WHERE solution_id = 'sfm' AND municipality_code = '0301'"
    ) == [(True,)]


def test_whether_a_municipality_uses_the_solution_is_open_where_nothing_says(put, ask):
    put("nhn-2024-05/kj.csv", "Kommune;Status;Helseregion\nOslo;Bruker;Helse Sør-Øst\n")
    put(
        "ks-2024-05/liste.csv",
        "Løsning;Digi-region;Kommune\nPJD;Digi Oslo;Oslo\nPJD;Digi Viken;Våler\n",
    )
    put("ks-2024-05/liste.csv.meta.toml", "covers = 'hele landet'")
    uses = (
        "SELECT uses FROM readiness JOIN municipality USING (municipality_code) "
        "WHERE solution_id = ? AND name = ? AND digi_region = ?"
    )
    assert ask(uses, "sfm", "Oslo", "Digi Oslo") == [(None,)]
    assert ask(uses, "pjd", "Oslo", "Digi Oslo") == [(False,)]
    assert ask(uses, "pjd", "Bergen", "Digi Vestland") == [(True,)]
