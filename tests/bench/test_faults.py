"""What suppliers do wrong is caught, on one demo set: bench/faults.py tries many."""

from bench.faults import tried


def test_planted_faults_are_caught_and_no_honest_list_is_held_back():
    found = list(tried(seed=5, turn=0, months=12))
    assert len(found) >= 5
    assert [one for one in found if not one[2]] == []
