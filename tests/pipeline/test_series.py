"""The national series: the lists, and what was published where there was no list."""

SERIES = (
    "SELECT as_of::VARCHAR, measure, count, definition, differs, published FROM series "
    "WHERE solution_id = 'kjernejournal' AND measure IN ('in_use', 'ambition') ORDER BY as_of"
)


def test_kjernejournal_goes_from_215_made_available_to_272_in_use_against_356(real):
    assert real(SERIES) == [
        ("2023-04-30", "in_use", 215, "tilgjengeliggjort", True, True),
        ("2023-12-31", "ambition", 356, None, False, True),
        ("2024-06-30", "in_use", 272, "in_use", False, False),
    ]


def test_a_published_figure_is_no_point_where_a_list_exists(real):
    assert real("SELECT count(*) FROM national_figure WHERE published = 251") == [(1,)]
    assert real("SELECT count(*) FROM series WHERE count = 251") == [(0,)]


def test_every_list_is_in_the_series_with_the_figures_of_coverage(real):
    assert real(
        "SELECT count(*), bool_and(s.count = c.adopted) FROM coverage AS c LEFT JOIN series AS s "
        "ON (s.as_of, s.solution_id, s.measure) = (c.as_of, c.solution_id, 'adopted') "
        "WHERE c.digi_region = 'Hele landet'"
    ) == [(7, True)]


def test_what_ks_counts_as_adopted_is_not_always_use(real):
    assert real(
        "SELECT measure, count, definition, differs FROM series WHERE solution_id = 'digihelse' "
        "AND as_of = DATE '2024-06-30' AND measure IN ('adopted', 'in_use') ORDER BY measure"
    ) == [("adopted", 167, "ordered", False), ("in_use", 13, "in_use", True)]


def test_a_solution_without_any_list_has_its_published_points(real):
    assert real(
        "SELECT measure, count FROM series WHERE solution_id = 'helseplattformen' ORDER BY as_of"
    ) == [("in_use", 10), ("ambition", 19)]
