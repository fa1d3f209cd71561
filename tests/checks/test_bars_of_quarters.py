"""Bars of several quarters in one chart: each has cells of its own."""

from iku.definition.load import parse_definition
from iku.layout.layout import Layout
from iku.terbitan import issue
from tests.checks.books import QUARTERLY, blueprint


def test_every_quarter_of_a_chart_shows_cells_of_its_own() -> None:
    known = parse_definition(QUARTERLY.read_text(encoding="utf-8"))
    form = Layout(issue(known, known.unit[0]))
    charts = [one for sheet in blueprint(form).sheets for one in sheet.charts if one.further]

    assert charts
    for chart in charts:
        ranges = [chart.values, *(bars.values for bars in chart.further)]
        assert len(set(ranges)) == len(ranges)
