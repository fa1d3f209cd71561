"""Bar charts that read the same in colour, in grey and on a photocopy."""

import re

from openpyxl.chart import BarChart as ExcelBarChart
from openpyxl.chart import Reference
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.data_source import AxDataSource, StrRef
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.series import Series
from openpyxl.chart.series_factory import SeriesFactory
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.title import Title, title_maker
from openpyxl.drawing.line import LineProperties

from iku.address import quoted
from iku.blueprint import BarChart

_BAR = "1F3864"
_GRID = "D9D9D9"
_DECIMALS = "#,##0.00"


def bar_chart(chart: BarChart, sheet: str) -> ExcelBarChart:
    """Return the chart as openpyxl draws it; ranges without a sheet lie on ``sheet``."""
    drawn = ExcelBarChart()
    drawn.type = "col"
    drawn.gapWidth = 60
    drawn.width = chart.width_cm  # type: ignore[assignment]  # the stub knows whole numbers only
    drawn.height = chart.height_cm
    drawn.anchor = chart.anchor
    drawn.legend = None
    drawn.title = _title(chart.title)
    drawn.append(_series(chart, sheet))
    _label_axes(drawn, chart.value_title)
    return drawn


def _series(chart: BarChart, sheet: str) -> Series:
    values = Reference(range_string=_absolute(chart.values, sheet))
    series: Series = SeriesFactory(values, title=chart.value_title)
    series.cat = AxDataSource(strRef=StrRef(f=_absolute(chart.categories, sheet)))
    series.graphicalProperties = GraphicalProperties(solidFill=_BAR)
    series.graphicalProperties.line = LineProperties(solidFill=_BAR)
    series.invertIfNegative = False
    series.dLbls = DataLabelList(
        showVal=True,
        showSerName=False,
        showCatName=False,
        showLegendKey=False,
        showPercent=False,
        numFmt=_DECIMALS,
        dLblPos="outEnd",
    )
    return series


def _label_axes(drawn: ExcelBarChart, value_title: str) -> None:
    drawn.y_axis.title = _title(value_title)
    drawn.y_axis.scaling.min = 0
    drawn.y_axis.number_format = "#,##0"
    grid = GraphicalProperties(ln=LineProperties(solidFill=_GRID))
    drawn.y_axis.majorGridlines = ChartLines(spPr=grid)
    # Left unsaid, newer versions of Excel take an axis for a deleted one.
    drawn.x_axis.axPos = "b"
    drawn.x_axis.delete = False
    drawn.y_axis.delete = False


def _title(text: str) -> Title:
    title = title_maker(text)
    title.overlay = False  # left unsaid, it is drawn across the bars
    return title


def _absolute(place: str, sheet: str) -> str:
    name, _, cells = place.rpartition("!")
    name = name.strip("'") or sheet
    absolute = re.sub(r"\$?([A-Z]+)\$?([0-9]+)", r"$\1$\2", cells)
    return f"{quoted(name)}!{absolute}"
