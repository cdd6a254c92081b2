"""The classes that areas are drawn in."""

import pytest

from pipeline.outreach.classes import enrolled_class


@pytest.mark.parametrize(
    ("not_adopted", "unknown", "enrolled", "told"),
    [
        (0, 0, None, "no_gap"),
        (0, 2, None, "unknown"),
        (4, 0, None, "unknown"),
        (4, 0, 0, "none"),
        (4, 3, 1, "some"),
        (4, 0, 2, "most"),
        (4, 0, 4, "all"),
    ],
)
def test_nobody_remains_only_where_nobody_is_unknown(not_adopted, unknown, enrolled, told):
    assert enrolled_class(not_adopted, unknown, enrolled) == told
