"""Draw Catatan: every finding, what must be repaired first."""

from iku.address import a1
from iku.blueprint import BlueprintSheet
from iku.consolidation.regency_report import RegencyReport
from iku.finding import Finding, Severity
from iku.messages import place
from iku.recap.page import draw_head, file_name, filtered, finished, received
from iku.recap.words import told
from iku.sheets.canvas import Canvas

SHEET = "Catatan"
HEADER_ROW = 6
SEVERITY_WORDS = {
    Severity.ERROR: "Wajib diperbaiki",
    Severity.WARNING: "Perlu konfirmasi",
    Severity.INFO: "Informasi",
}
HEADS = (
    ("No.", 5.0),
    ("Kode", 9.0),
    ("Tingkat", 16.0),
    ("Kecamatan", 18.0),
    ("IKU", 8.0),
    ("Berkas", 30.0),
    ("Tempat", 20.0),
    ("Penjelasan", 62.0),
    ("Cara memperbaiki", 52.0),
)
_NOTE = "Catatan hasil pemeriksaan berkas dan konsolidasi; yang wajib diperbaiki lebih dahulu."
_ORDER = list(Severity)


def draw_catatan(report: RegencyReport) -> BlueprintSheet:
    """Return the sheet."""
    canvas = Canvas(SHEET)
    canvas.widths({n: width for n, (_, width) in enumerate(HEADS, 1)})
    draw_head(canvas, report, "CATATAN KONSOLIDASI", _NOTE)
    for column, (head, _) in enumerate(HEADS, 1):
        canvas.put(HEADER_ROW, column, head, "header_small")
    found = sorted(report.findings, key=_importance)
    for n, one in enumerate(found, 1):
        for column, text in enumerate(_texts(report, one), 2):
            canvas.put(HEADER_ROW + n, column, received(text), "table_text")
        canvas.put(HEADER_ROW + n, 1, n, "table_text_centred")
    if not found:
        canvas.put(HEADER_ROW + 1, 1, "Tidak ada catatan.", "text")
    last = HEADER_ROW + max(len(found), 1)
    end = (last, len(HEADS))
    freeze = a1(HEADER_ROW + 1, 3)
    sheet = finished(canvas, report, end, freeze=freeze, header_row=HEADER_ROW)
    return filtered(sheet, HEADER_ROW, end)


def _importance(finding: Finding) -> tuple[int, str, str, tuple[str, ...]]:
    severity = finding.severity or Severity.INFO
    return _ORDER.index(severity), finding.path, finding.code, finding.cells


def _texts(report: RegencyReport, finding: Finding) -> list[str]:
    unit = report.unit_of(finding.path) if finding.path else None
    return [
        finding.code,
        SEVERITY_WORDS[finding.severity or Severity.INFO],
        unit.nama if unit else "",
        finding.indicator,
        file_name(finding.path) if finding.path else "",
        place(finding),
        told(finding),
        finding.fix,
    ]
