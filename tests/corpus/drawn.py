"""The drawing of a sheet written from its facts: charts, and lines over its cells."""

from xml.sax.saxutils import escape

from iku.address import split_a1
from iku.cells import ChartFacts, SheetSnapshot
from tests.reader.handmade import HEAD, arrows

_DRAWN = "http://schemas.openxmlformats.org/drawingml/2006"


def drawn(sheet: SheetSnapshot, number: int) -> dict[str, str | bytes]:
    """Return the parts of the drawing of the sheet with this number, charts included."""
    charts = [f"chart{number}_{n}.xml" for n in range(1, len(sheet.charts) + 1)]
    things = [_anchor(chart.place, _frame(n)) for n, chart in enumerate(sheet.charts, 1)] + [
        _anchor(place, "<sp/>") for place in sheet.pictures
    ]
    parts: dict[str, str | bytes] = {
        f"xl/drawings/drawing{number}.xml": (
            f'{HEAD}<wsDr xmlns="{_DRAWN}/spreadsheetDrawing">{"".join(things)}</wsDr>'
        ),
        f"xl/drawings/_rels/drawing{number}.xml.rels": arrows(
            *(("chart", f"../charts/{name}") for name in charts)
        ),
    }
    return parts | {
        f"xl/charts/{name}": _chart(chart) for name, chart in zip(charts, sheet.charts, strict=True)
    }


def _anchor(place: str, thing: str) -> str:
    row, column = split_a1(place)
    return (
        f"<oneCellAnchor><from><col>{column - 1}</col><row>{row - 1}</row></from>{thing}"
        "<clientData/></oneCellAnchor>"
    )


def _frame(number: int) -> str:
    return f'<graphicFrame><c:chart xmlns:c="{_DRAWN}/chart" id="r{number}"/></graphicFrame>'


def _chart(chart: ChartFacts) -> str:
    series = "".join(
        f"<ser><tx><v>{escape(one.name)}</v></tx><cat><strRef><f>{escape(one.categories)}</f>"
        f"</strRef></cat><val><numRef><f>{escape(one.values)}</f></numRef></val></ser>"
        for one in chart.series
    )
    kinds = "".join(f"<{kind}>{series}</{kind}>" for kind in chart.kinds)
    return (
        f'{HEAD}<chartSpace xmlns="{_DRAWN}/chart" xmlns:a="{_DRAWN}/main"><chart>'
        f"<title><a:t>{escape(chart.title)}</a:t></title><plotArea>{kinds}</plotArea>"
        "</chart></chartSpace>"
    )
