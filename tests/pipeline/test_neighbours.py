"""Who has a land border with whom, as the warehouse has it."""


def test_every_border_stands_both_ways(real):
    assert real("SELECT count(*) FROM neighbour") == [(1476,)]


def test_the_neighbours_of_a_municipality_may_lie_in_another_region(real):
    assert real(
        "SELECT m.digi_region, count(*) FROM neighbour AS n JOIN municipality AS m "
        "ON m.municipality_code = n.neighbour_code WHERE n.municipality_code = '1811' "
        "GROUP BY ALL ORDER BY ALL"
    ) == [("Digi Nordland", 3), ("Digi Trøndelag", 4)]


def test_an_island_has_none(real):
    assert real("SELECT count(*) FROM neighbour WHERE municipality_code = '1835'") == [(0,)]
