"""Bar charts that read the same in colour, in grey and on a photocopy."""

import re
from typing import Literal, TypeAlias

from openpyxl.chart import BarChart as ExcelBarChart
from openpyxl.chart import Reference
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.data_source import AxDataSource, StrRef
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.legend import Legend
from openpyxl.chart.series import Series
from openpyxl.chart.series_factory import SeriesFactory
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText
from openpyxl.chart.title import Title, title_maker
from openpyxl.drawing.colors import ColorChoice
from openpyxl.drawing.fill import PatternFillProperties
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import (
    CharacterProperties,
    Paragraph,
    ParagraphProperties,
    RichTextProperties,
)

from iku.address import quoted
from iku.blueprint import BarChart, Bars

Hatch: TypeAlias = Literal["ltUpDiag", "dkDnDiag", "solid"] | None

_INK = "1F3864"
_PAPER = "FFFFFF"
_GRID = "D9D9D9"
# From white over hatching to solid: told apart on a photocopy, in the order of the quarters.
_FORMAT = re.compile(rb'(<numFmt formatCode="[^"]*") ?/>')
_HATCHES: tuple[Hatch, ...] = (None, "ltUpDiag", "dkDnDiag", "solid")


def bar_chart(chart: BarChart, sheet: str) -> ExcelBarChart:
    """Return the chart as openpyxl draws it; ranges without a sheet lie on ``sheet``."""
    drawn = ExcelBarChart()
    drawn.type = "col"
    drawn.gapWidth = 60
    drawn.width = chart.width_cm  # type: ignore[assignment]  # the stub knows whole numbers only
    drawn.height = chart.height_cm
    drawn.anchor = chart.anchor
    drawn.legend = Legend() if chart.further else None
    if drawn.legend is not None:
        drawn.legend.position = "b"
    drawn.title = _title(chart.title)
    bars = (Bars(chart.name or chart.value_title, chart.values), *chart.further)
    for one, hatch in zip(bars, _HATCHES if chart.further else ("solid",), strict=False):
        drawn.append(_series(chart, one, hatch, sheet))
    _label_axes(drawn, chart.value_title)
    return drawn


def _series(chart: BarChart, bars: Bars, hatch: Hatch, sheet: str) -> Series:
    values = Reference(range_string=_absolute(bars.values, sheet))
    series: Series = SeriesFactory(values, title=bars.name)
    series.cat = AxDataSource(strRef=StrRef(f=_absolute(chart.categories, sheet)))
    series.graphicalProperties = _filling(hatch)
    series.graphicalProperties.line = LineProperties(solidFill=_INK)
    series.invertIfNegative = False
    series.dLbls = DataLabelList(
        showVal=True,
        showSerName=False,
        showCatName=False,
        showLegendKey=False,
        showPercent=False,
        numFmt=chart.label_format,
        dLblPos="outEnd",
    )
    if chart.further:
        series.dLbls.txPr = _small_upright()
    return series


def _filling(hatch: Hatch) -> GraphicalProperties:
    if hatch == "solid":
        return GraphicalProperties(solidFill=_INK)
    if hatch is None:
        return GraphicalProperties(solidFill=_PAPER)
    pattern = PatternFillProperties(prst=hatch, fgClr=_colour(_INK), bgClr=_colour(_PAPER))
    return GraphicalProperties(pattFill=pattern)


def _colour(colour: str) -> ColorChoice:
    return ColorChoice(srgbClr=colour)  # type: ignore[arg-type]  # the stub knows objects only


def _small_upright() -> RichText:
    """Return the writing of labels above narrow bars: 7 points, from below upwards."""
    small = CharacterProperties(sz=700)
    paragraph = Paragraph(pPr=ParagraphProperties(defRPr=small), endParaRPr=small)
    paragraph.r = []  # otherwise it holds an empty text, which a label's writing must not
    return RichText(bodyPr=RichTextProperties(rot=-5_400_000, vert="horz"), p=[paragraph])


def with_own_formats(chart: bytes) -> bytes:
    """Return a chart part whose numbers look as it says, not as in the cells they come from."""
    return _FORMAT.sub(rb'\1 sourceLinked="0"/>', chart)


def _label_axes(drawn: ExcelBarChart, value_title: str) -> None:
    drawn.y_axis.title = _title(value_title, 9)
    drawn.y_axis.scaling.min = 0
    drawn.y_axis.number_format = "#,##0"
    grid = GraphicalProperties(ln=LineProperties(solidFill=_GRID))
    drawn.y_axis.majorGridlines = ChartLines(spPr=grid)
    # Left unsaid, newer versions of Excel take an axis for a deleted one.
    drawn.x_axis.axPos = "b"
    drawn.x_axis.delete = False
    drawn.y_axis.delete = False


def _title(text: str, size: int = 12) -> Title:
    title = title_maker(text)
    run = title.tx.rich.p[0].r[0]  # type: ignore[union-attr]  # title_maker has made them
    run.rPr = CharacterProperties(sz=size * 100, b=True)
    title.overlay = False  # left unsaid, it is drawn across the bars
    return title


def _absolute(place: str, sheet: str) -> str:
    name, _, cells = place.rpartition("!")
    name = name.strip("'") or sheet
    absolute = re.sub(r"\$?([A-Z]+)\$?([0-9]+)", r"$\1$\2", cells)
    return f"{quoted(name)}!{absolute}"
