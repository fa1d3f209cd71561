"""Draw Catatan: what must be repaired first; the same in many kecamatan is one line."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from iku.address import a1
from iku.blueprint import BlueprintSheet
from iku.consolidation.regency_report import RegencyReport
from iku.finding import Finding, Severity
from iku.messages import Language, place
from iku.messages.levels import LEVELS
from iku.recap.file_names import FileNames
from iku.recap.page import draw_head, filtered, finished, received
from iku.recap.words import listed, told
from iku.sheets.canvas import Canvas

SHEET, DETAIL = "Catatan", "Rincian Catatan"
HEADER_ROW = 6
SEVERITY_WORDS = LEVELS["id"]
GROUPED = (
    ("No.", 5.0),
    ("Kode", 9.0),
    ("Tingkat", 16.0),
    ("IKU", 8.0),
    ("Banyaknya", 18.0),
    ("Kecamatan", 34.0),
    ("Tempat", 20.0),
    ("Penjelasan", 60.0),
    ("Cara memperbaiki", 50.0),
)
DETAILED = (
    ("No.", 5.0),
    ("Kode", 9.0),
    ("Tingkat", 16.0),
    ("IKU", 8.0),
    ("Kecamatan", 18.0),
    ("Berkas", 32.0),
    ("Tempat", 20.0),
    ("Penjelasan", 62.0),
    ("Cara memperbaiki", 52.0),
)
_NOTE = (
    "Catatan hasil pemeriksaan berkas dan konsolidasi; yang wajib diperbaiki lebih dahulu. Catatan "
    "yang sama di beberapa kecamatan ditulis satu baris."
)
_MORE = f" Satu per satu ada pada lembar {DETAIL}."
_DETAIL_NOTE = "Setiap catatan, satu baris satu berkas; ringkasannya pada lembar Catatan."
_ORDER = list(Severity)


def draw_catatan(report: RegencyReport, language: Language) -> Iterator[BlueprintSheet]:
    """Yield the sheet, and the details where some of its lines stand for several notes.

    ``language`` is that of the findings.
    """
    found = sorted(report.findings, key=_importance)
    groups = [list(group) for _, group in groupby(found, key=_importance)]
    several = len(groups) < len(found)
    rows = [_grouped(report, group, language) for group in groups]
    note = _NOTE + (_MORE if several else "")
    yield _sheet(report, (SHEET, "CATATAN KONSOLIDASI", note), GROUPED, rows)
    if several:
        names = FileNames.of_report(report)
        details = [_detail(report, one, language, names) for one in found]
        head = (DETAIL, "RINCIAN CATATAN KONSOLIDASI", _DETAIL_NOTE)
        yield _sheet(report, head, DETAILED, details)


def _sheet(
    report: RegencyReport,
    head: tuple[str, str, str],
    columns: Sequence[tuple[str, float]],
    rows: Sequence[Sequence[str]],
) -> BlueprintSheet:
    name, title, note = head
    canvas = Canvas(name)
    canvas.widths({n: width for n, (_, width) in enumerate(columns, 1)})
    draw_head(canvas, report, title, note)
    canvas.heads(HEADER_ROW, {n: words for n, (words, _) in enumerate(columns, 1)}, "header_small")
    for n, texts in enumerate(rows, 1):
        canvas.put(HEADER_ROW + n, 1, n, "table_text_centred")
        for column, text in enumerate(texts, 2):
            canvas.put(HEADER_ROW + n, column, received(text), "table_text")
    if not rows:
        canvas.put(HEADER_ROW + 1, 1, "Tidak ada catatan.", "text")
    end = (HEADER_ROW + max(len(rows), 1), len(columns))
    freeze = a1(HEADER_ROW + 1, 3)
    sheet = finished(canvas, report, end, freeze=freeze, header_row=HEADER_ROW)
    return filtered(sheet, HEADER_ROW, end)


def _importance(finding: Finding) -> tuple[int, str, str]:
    """Return what is told in one line: the same note about the same indicator."""
    severity = finding.severity or Severity.INFO
    return _ORDER.index(severity), finding.code, finding.indicator


def _grouped(report: RegencyReport, group: Sequence[Finding], language: Language) -> list[str]:
    first = group[0]
    concerned = {unit.kode: unit for one in group if (unit := report.unit_about(one)) is not None}
    names = [unit.nama for _, unit in sorted(concerned.items())]
    expected = {one.unit.kode for one in report.expected}
    count = ""
    if concerned:
        noun = report.definition.jenis_unit.lower()
        count = f"{len(concerned.keys() & expected)} dari {len(expected)} {noun}"
        if not concerned.keys() & expected:
            count = "Unit lain"
    if len(group) > max(len(concerned), 1):
        count = f"{count}, {len(group)} catatan".removeprefix(", ")
    places = {place(one, language) for one in group}
    words = told(first, language)
    if len({told(one, language) for one in group}) > 1:
        of = report.unit_about(first)
        words = f"Contoh{f' ({of.nama})' if of else ''}: {words}"
    return [
        first.code,
        SEVERITY_WORDS[first.severity or Severity.INFO],
        first.indicator,
        count,
        listed(names),
        places.pop() if len(places) == 1 else "(berbeda-beda)",
        words,
        first.fix,
    ]


def _detail(
    report: RegencyReport, finding: Finding, language: Language, names: FileNames
) -> list[str]:
    unit = report.unit_about(finding)
    return [
        finding.code,
        SEVERITY_WORDS[finding.severity or Severity.INFO],
        finding.indicator,
        unit.nama if unit else "",
        names.of(finding.path) if finding.path else "",
        place(finding, language),
        told(finding, language),
        finding.fix,
    ]
