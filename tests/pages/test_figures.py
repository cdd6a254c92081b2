"""Every figure that a page sends is one that plotly knows: the pages do not ask it themselves."""

import json

import plotly.graph_objects as go
import pytest

from tests.pages.conftest import Open

FIGURES = {
    "not_adopted": [
        {},
        {"vis": "regioner-andel"},
        {"vis": "regioner-antall"},
        {"region": "digi-nordland"},
    ],
    "enrolled": [{}, {"losning": "vkp"}],
    "ready": [{}, {"neste": "pmd"}],
    "development": [{}, {"losning": "digihelse"}, {"region": "digi-agder"}],
}


@pytest.mark.parametrize("page", FIGURES)
@pytest.mark.parametrize("figures", ["real_warehouse", "demo_warehouse"])
def test_a_figure_has_nothing_that_plotly_does_not_know(open_page: Open, request, figures, page):
    warehouse = request.getfixturevalue(figures)
    for address in FIGURES[page]:
        charts = open_page(page, warehouse, **address).get("plotly_chart")
        assert charts
        for chart in charts:
            drawn = json.loads(chart.proto.spec)
            assert len(go.Figure(drawn).data) == len(drawn["data"]) > 0
