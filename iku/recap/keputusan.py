"""Draw Keputusan: what the regency added to the files: its own values, verdicts, exemptions."""

from collections.abc import Iterator

from iku.address import a1
from iku.blueprint import BlueprintSheet, Constant
from iku.consolidation.decisions import CentralValue, Origin, Ruling, Verdict, Verified, Waiver
from iku.consolidation.entry_words import entry_words
from iku.consolidation.regency_report import RegencyReport
from iku.recap.page import DIGITS, draw_head, file_name, filtered, finished, received
from iku.recap.perubahan import NUMBER, shown
from iku.recap.said_of import central_words
from iku.sheets.canvas import Canvas

SHEET = "Keputusan"
HEADER_ROW = 6
HEADS = (
    ("No.", 5.0),
    ("Jenis", 16.0),
    ("Kecamatan", 20.0),
    ("Isian atau berkas", 34.0),
    ("Periode", 9.0),
    ("Dilaporkan", 15.0),
    ("Dipakai", 15.0),
    ("Putusan", 18.0),
    ("Dihitung", 10.0),
    ("Alasan atau catatan", 44.0),
    ("Oleh", 20.0),
    ("Tanggal", 14.0),
    ("Sumber", 40.0),
)
_NOTE = (
    "Nilai yang diisi kabupaten, hasil verifikasi setiap angka, ketetapan tentang berkas dan "
    "perubahan, dan tanggal yang dicatat. Dilaporkan adalah isian kecamatan, Dipakai yang dihitung."
)


def draw_keputusan(report: RegencyReport) -> BlueprintSheet:
    """Return the sheet."""
    canvas = Canvas(SHEET)
    canvas.widths({n: width for n, (_, width) in enumerate(HEADS, 1)})
    draw_head(canvas, report, "KEPUTUSAN KABUPATEN", _NOTE)
    canvas.heads(HEADER_ROW, {n: head for n, (head, _) in enumerate(HEADS, 1)}, "header_small")
    names = {one.unit.kode: one.unit.nama for one in report.standings}
    row = HEADER_ROW
    for row, contents in enumerate(_rows(report), HEADER_ROW + 1):
        kind, unit, *rest = contents
        named = received(names.get(str(unit), str(unit)))
        for column, content in enumerate((row - HEADER_ROW, kind, named, *rest), 1):
            style = "table_text" if isinstance(content, str) else "table_number"
            canvas.put(row, column, content, style, fmt="0" if column == 1 else NUMBER)
    end = (row, len(HEADS))
    freeze = a1(HEADER_ROW + 1, 4)
    sheet = finished(canvas, report, end, freeze=freeze, header_row=HEADER_ROW)
    return filtered(sheet, HEADER_ROW, end)


def _rows(report: RegencyReport) -> Iterator[tuple[Constant, ...]]:
    """Yield kind, code of the unit, and the other columns of each decision."""
    for value in report.decisions.central:
        yield _central(value, entry_words(report.definition, value.name))
    for verified in report.decisions.verification:
        yield _verified(verified, entry_words(report.definition, verified.name))
    for waiver in report.decisions.waivers:
        yield _waiver(waiver)


def _central(one: CentralValue, words: str) -> tuple[Constant, ...]:
    replaced = "" if one.replaced is None else shown(one.replaced)
    about = (received(central_words(one)), "", received(one.tanggal), _origin(one.origin))
    return (
        "Nilai kabupaten",
        one.unit,
        received(words),
        one.periode,
        replaced,
        shown(one.value),
        "",
        "Ya",
        *about,
    )


def _verified(one: Verified, words: str) -> tuple[Constant, ...]:
    used = shown(one.reported if one.verified is None or not one.counted else one.verified)
    if one.verdict is Verdict.DITOLAK and one.counted:
        used = ""
    note = ". ".join(filter(None, (one.note, one.reason)))
    by = one.by + (f"; disetujui {one.approved_by}" if one.approved_by else "")
    about = (received(note), received(by), received(one.when), _origin(one.origin))
    counted = "Ya" if one.counted else "Belum"
    typed = shown(one.reported)
    return (
        "Verifikasi",
        one.unit,
        received(words),
        one.periode,
        typed,
        used,
        one.verdict.value,
        counted,
        *about,
    )


def _waiver(one: Waiver) -> tuple[Constant, ...]:
    subject = received(one.file or one.sha256 or one.kode)
    until = f"sampai {one.until}" if one.until else ""
    why = received(". ".join(filter(None, (one.why, until))))
    about = (why, received(one.by), received(one.received), _origin(one.origin))
    dates_only = one.ruling is Ruling.CATAT
    kind, ruling = ("Tanggal", "") if dates_only else ("Ketetapan", one.ruling.value)
    return (kind, one.unit, subject, one.periode, "", "", ruling, "Ya", *about)


def _origin(origin: Origin) -> str:
    return f"{file_name(origin.path)} ({origin.sha256[:DIGITS]}), {origin.place}"
