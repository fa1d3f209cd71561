"""A bar chart as Word draws it: its numbers travel inside the file, no picture and no workbook."""

from collections.abc import Iterator
from xml.sax.saxutils import escape

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement

from iku.documents.blocks import Bars
from reporting.documents.styles import FONT

_EMU = 36_000  # in a millimetre
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_FILLS = ("1F3864", "9DB2D9", "7F7F7F", "D9D9D9")
"""Dark to light, so that the bars are told apart in grey, too."""
_ROW, _LEAST, _MOST = 5.0, 40.0, 190.0  # millimetres


def add_bars(document: Document, bars: Bars, width: float) -> BaseOxmlElement:
    """Add the chart to the document's parts; return the paragraph that shows it.

    ``width`` is in millimetres; the height grows with the number of bars.
    """
    package = document.part.package
    number = 1 + sum(part.partname.startswith("/word/charts/") for part in package.iter_parts())
    part = Part(PackURI(f"/word/charts/chart{number}.xml"), _TYPE, _xml(bars).encode(), package)
    relation = document.part.relate_to(part, RELATIONSHIP_TYPE.CHART)
    bars_drawn = len(bars.labels) * max(1, len(bars.series))
    height = min(_MOST, max(_LEAST, 20 + _ROW * bars_drawn))
    return parse_xml(_drawing(bars, relation, number, round(width * _EMU), round(height * _EMU)))


def _drawing(bars: Bars, relation: str, number: int, width: int, height: int) -> str:
    title = escape(bars.title, {'"': "&quot;"})
    return (
        f'<w:p {nsdecls("w")}><w:pPr><w:pStyle w:val="IKUTengah"/></w:pPr><w:r><w:drawing>'
        f'<wp:inline {nsdecls("wp")} distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{height}"/>'
        f'<wp:docPr id="{1000 + number}" name="Grafik {number}" descr="{title}"/>'
        f'<a:graphic xmlns:a="{_MAIN}"><a:graphicData uri="{_CHART}">'
        f'<c:chart xmlns:c="{_CHART}" {nsdecls("r")} r:id="{relation}"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )


def _xml(bars: Bars) -> str:
    drawn = "".join(_series(bars, n) for n in range(len(bars.series)))
    legend = '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>'
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<c:chartSpace xmlns:c="{_CHART}" xmlns:a="{_MAIN}"><c:roundedCorners val="0"/><c:chart>'
        f"<c:title><c:tx><c:rich><a:bodyPr/>{_text(bars.title, 1000, bold=True)}</c:rich></c:tx>"
        '<c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>'
        '<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
        f'{drawn}<c:gapWidth val="60"/><c:axId val="1"/><c:axId val="2"/></c:barChart>'
        f"{_axes()}</c:plotArea>{legend if len(bars.series) > 1 else ''}"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>'
    )


def _axes() -> str:
    look = f"<c:txPr><a:bodyPr/>{_text('', 800)}</c:txPr>"
    return (
        '<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="maxMin"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="l"/>{look}<c:crossAx val="2"/></c:catAx>'
        '<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/>'
        '</c:scaling><c:delete val="0"/><c:axPos val="b"/><c:majorGridlines/>'
        f'<c:numFmt formatCode="#,##0" sourceLinked="0"/>{look}<c:crossAx val="1"/>'
        '<c:crosses val="max"/></c:valAx>'
    )


def _series(bars: Bars, n: int) -> str:
    name, values = bars.series[n]
    fill = _FILLS[n % len(_FILLS)]
    labels = "".join(
        f'<c:pt idx="{at}"><c:v>{escape(label)}</c:v></c:pt>'
        for at, label in enumerate(bars.labels)
    )
    count = f'<c:ptCount val="{len(bars.labels)}"/>'
    return (
        f'<c:ser><c:idx val="{n}"/><c:order val="{n}"/><c:tx><c:v>{escape(name)}</c:v></c:tx>'
        f'<c:spPr><a:solidFill><a:srgbClr val="{fill}"/></a:solidFill></c:spPr>'
        f'<c:invertIfNegative val="0"/>{_value_labels()}'
        f"<c:cat><c:strLit>{count}{labels}</c:strLit></c:cat>"
        f"<c:val><c:numLit><c:formatCode>General</c:formatCode>{count}{''.join(_points(values))}"
        "</c:numLit></c:val></c:ser>"
    )


def _points(values: tuple[float | None, ...]) -> Iterator[str]:
    for at, value in enumerate(values):
        if value is not None:
            yield f'<c:pt idx="{at}"><c:v>{value!r}</c:v></c:pt>'


def _value_labels() -> str:
    return (
        '<c:dLbls><c:numFmt formatCode="#,##0.00" sourceLinked="0"/>'
        f'<c:txPr><a:bodyPr/>{_text("", 800)}</c:txPr><c:showLegendKey val="0"/>'
        '<c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/>'
        '<c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
    )


def _text(text: str, size: int, *, bold: bool = False) -> str:
    looks = f'sz="{size}" b="{int(bold)}"'
    face = f'<a:latin typeface="{FONT}"/>'
    written = f'<a:rPr lang="id-ID" {looks}>{face}</a:rPr><a:t>{escape(text)}</a:t>'
    run = f"<a:r>{written}</a:r>" if text else ""
    return f"<a:p><a:pPr><a:defRPr {looks}>{face}</a:defRPr></a:pPr>{run}</a:p>"
