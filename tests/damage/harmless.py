"""Harmless variations: what programs and people do to a workbook that changes nothing of it."""

import io
import random
import re
from collections.abc import Callable

from openpyxl import load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.worksheet import Worksheet

from iku.finding import Finding, Severity
from iku.reading import read_submission
from tests.damage.campaign import Form, told_of
from tests.damage.package import unpacked, zipped
from workbook_reader.snapshot import read_snapshot_bytes

Change = Callable[[Worksheet, random.Random], None]
COLOURS = ("FFFF0000", "FF00B050", "FF0070C0", "FFFFFF00", "FF7030A0")


def _cells(sheet: Worksheet, rng: random.Random) -> list:  # type: ignore[type-arg]
    rows = rng.sample(range(1, sheet.max_row + 1), min(5, sheet.max_row))
    return [sheet.cell(row, rng.randint(1, sheet.max_column)) for row in rows]


def fonts(sheet: Worksheet, rng: random.Random) -> None:
    for cell in _cells(sheet, rng):
        name = rng.choice(["Arial", "Bookman Old Style", "Tahoma"])
        cell.font = Font(name=name, size=rng.randint(8, 20), bold=True, color=rng.choice(COLOURS))


def fills(sheet: Worksheet, rng: random.Random) -> None:
    for cell in _cells(sheet, rng):
        cell.fill = PatternFill("solid", fgColor=rng.choice(COLOURS))


def borders(sheet: Worksheet, rng: random.Random) -> None:
    for cell in _cells(sheet, rng):
        cell.border = Border(bottom=Side(style=rng.choice(["thick", "dashed"])))


def alignments(sheet: Worksheet, rng: random.Random) -> None:
    for cell in _cells(sheet, rng):
        cell.alignment = Alignment(horizontal=rng.choice(["center", "right"]), wrap_text=True)


def widths(sheet: Worksheet, rng: random.Random) -> None:
    letters = rng.choice("BCDEFG")
    if not sheet.column_dimensions[letters].hidden:
        sheet.column_dimensions[letters].width = rng.uniform(3, 60)


def heights(sheet: Worksheet, rng: random.Random) -> None:
    sheet.row_dimensions[rng.randint(1, sheet.max_row)].height = rng.uniform(5, 90)


def zooms(sheet: Worksheet, rng: random.Random) -> None:
    sheet.sheet_view.zoomScale = rng.randint(50, 200)


def views(sheet: Worksheet, rng: random.Random) -> None:
    sheet.sheet_view.view = rng.choice(["normal", "pageBreakPreview", "pageLayout"])
    sheet.sheet_view.showGridLines = rng.random() < 0.5


def panes(sheet: Worksheet, rng: random.Random) -> None:
    sheet.freeze_panes = rng.choice([None, "B2", "D9"])


def printers(sheet: Worksheet, rng: random.Random) -> None:
    sheet.page_setup.orientation = rng.choice(["portrait", "landscape"])
    sheet.page_setup.paperSize = rng.choice([1, 5, 9])
    sheet.page_margins.left = rng.uniform(0.1, 2)
    sheet.print_options.horizontalCentered = True


def comments(sheet: Worksheet, rng: random.Random) -> None:
    row = rng.randint(1, sheet.max_row)
    sheet.cell(row, rng.randint(60, 90)).comment = Comment("mohon dicek", "Camat")


def selections(sheet: Worksheet, rng: random.Random) -> None:
    sheet.sheet_view.selection[0].activeCell = f"C{rng.randint(1, 50)}"


def tab_colours(sheet: Worksheet, rng: random.Random) -> None:
    sheet.sheet_properties.tabColor = rng.choice(COLOURS)


CHANGES: tuple[Change, ...] = (
    *(fonts, fills, borders, alignments, widths, heights, zooms, views),
    *(panes, printers, comments, selections, tab_colours),
)


def varied(data: bytes, seed: int) -> bytes:
    """Return a workbook that openpyxl saved again, looking otherwise in some ways."""
    rng = random.Random(seed)  # noqa: S311
    book = load_workbook(io.BytesIO(data))
    for change in rng.sample(CHANGES, rng.randint(1, len(CHANGES))):
        for sheet in rng.sample(book.worksheets[:-1], 2):
            change(sheet, rng)
    book.properties.title = f"Laporan {seed}"
    book.active = rng.randrange(len(book.worksheets) - 1)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def looking_otherwise(data: bytes, seed: int) -> bytes:
    """Return a workbook whose parts were rewritten as other programs write them; quick."""
    rng = random.Random(seed)  # noqa: S311
    parts = unpacked(data)
    for name, content in parts.items():
        if name.startswith("xl/worksheets/sheet"):
            parts[name] = _rewritten(content.decode("utf-8"), rng).encode("utf-8")
    styles = parts["xl/styles.xml"].decode("utf-8")
    sizes = re.sub(r'<sz val="[^"]+"', lambda _: f'<sz val="{rng.randint(7, 22)}"', styles)
    parts["xl/styles.xml"] = sizes.encode("utf-8")
    if rng.random() < 0.3:
        parts.pop("docProps/custom.xml", None)
        parts["_rels/.rels"] = re.sub(
            rb"<Relationship [^>]*custom[^>]*/>", b"", parts["_rels/.rels"]
        )
    return zipped(parts)


def _rewritten(text: str, rng: random.Random) -> str:
    text = re.sub(r"<sheetView ", f'<sheetView zoomScale="{rng.randint(40, 200)}" ', text, count=1)
    text = re.sub(r'paperSize="\d+"', f'paperSize="{rng.randint(1, 20)}"', text)
    text = re.sub(r"<pane [^>]*/>", lambda one: one[0] if rng.random() < 0.5 else "", text)
    text = re.sub(r' width="([1-9][\d.]*)"', lambda _: f' width="{rng.uniform(2, 50):.2f}"', text)
    if rng.random() < 0.5:
        text = re.sub(r'(<row r="\d+")( ht="[^"]+" customHeight="1")?', r"\1", text)
    if rng.random() < 0.3:
        text = re.sub(r"(<f[^/>]*>)([^<]*)", lambda one: one[1] + _spaced(one[2]), text)
    return text


def _spaced(formula: str) -> str:
    """Return a formula with spaces after its commas, but not in its texts."""
    pieces = formula.split('"')
    pieces[::2] = [piece.replace(",", ", ") for piece in pieces[::2]]
    return '"'.join(pieces)


def above_info(form: Form, data: bytes) -> list[Finding]:
    """Return what is told of a variation that is not told of the workbook itself, but no info."""
    seen = read_snapshot_bytes(data, "IKU.xlsx")
    read = seen if isinstance(seen, Finding) else read_submission(seen)
    if isinstance(read, Finding):
        return [read]
    told = [one for one in told_of(read) if one.severity is not Severity.INFO]
    told = [one for one in told if (one.code, one.cells) not in form.quiet]
    if read.report.entries != form.baseline.report.entries:
        told.append(Finding("ISI-001", {"nama": "isian berubah"}))
    return told
