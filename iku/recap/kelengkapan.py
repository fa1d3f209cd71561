"""Draw Kelengkapan: who has reported, with which file, and what became of every other file."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from iku.address import a1
from iku.blueprint import BlueprintSheet
from iku.consolidation.candidate import Fate, Status
from iku.consolidation.deadlines import days_late, deadline, received_on
from iku.consolidation.regency_report import RegencyReport
from iku.consolidation.standing import BELUM_MASUK
from iku.definition.model import Unit
from iku.finding import Severity
from iku.languages import SOURCE, Language
from iku.periods import is_due
from iku.recap.file_names import FileNames
from iku.recap.page import DIGITS, draw_head, finished, moment, received
from iku.recap.words import told
from iku.sheets.canvas import Canvas

SHEET = "Kelengkapan"
WORDS = {
    Status.ACCEPTED: "Diterima",
    Status.REJECTED: "Ditolak",
    Status.SUPERSEDED: "Digantikan",
    Status.DUPLICATE: "Ganda",
    Status.IGNORED: "Dilewati",
}
COUNT_ROW, HEADER_ROW = 6, 9
HEADS = (
    ("No.", 5.0),
    ("Kode", 11.0),
    ("Kecamatan", 18.0),
    ("Status", 14.0),
    ("Berkas", 36.0),
    ("SHA-256 (awal)", 15.0),
    ("Tanggal berkas", 16.0),
    ("Revisi", 7.0),
    ("Periode lapor", 9.0),
    ("Status laporan", 10.0),
    ("Penyusun", 18.0),
    ("Wajib diperbaiki", 10.0),
    ("Perlu konfirmasi", 11.0),
    ("Keterangan", 40.0),
)
STATUS_COLUMN = 4
NEVER: Mapping[str, str] = MappingProxyType({})
_ORDER = list(Status)
_NOTE = "Setiap berkas yang diserahkan ada di sini, satu baris satu berkas, beserta nasibnya."


def draw_kelengkapan(report: RegencyReport, language: Language = SOURCE) -> BlueprintSheet:
    """Return the sheet; ``language`` is that of the findings."""
    canvas = Canvas(SHEET)
    canvas.widths({n: width for n, (_, width) in enumerate(HEADS, 1)})
    draw_head(canvas, report, "KELENGKAPAN LAPORAN KECAMATAN", _NOTE)
    for column, (head, _) in enumerate(HEADS, 1):
        canvas.put(HEADER_ROW, column, head, "header_small")
    row = HEADER_ROW
    for row, texts in enumerate(_rows(report, language), HEADER_ROW + 1):
        for column, text in enumerate(texts, 1):
            style = "table_text" if isinstance(text, str) else "table_text_centred"
            canvas.put(row, column, text, style)
    last = max(row, HEADER_ROW + 1)
    _counts(canvas, last)
    return finished(
        canvas, report, (last, len(HEADS)), freeze=a1(HEADER_ROW + 1, 4), header_row=HEADER_ROW
    )


def _counts(canvas: Canvas, last: int) -> None:
    """Count the files of each kind above the list."""
    cells = f"{a1(HEADER_ROW + 1, STATUS_COLUMN)}:{a1(last, STATUS_COLUMN)}"
    for column, words in enumerate((*WORDS.values(), BELUM_MASUK), 2):
        canvas.put(COUNT_ROW, column, words, "label")
        formula = f'COUNTIF({cells},"{words}")'
        canvas.formula(COUNT_ROW + 1, column, formula, "table_text_centred", fmt="0")


def _rows(report: RegencyReport, language: Language) -> Iterator[list[str | int]]:
    """Yield a row for every expected unit and every file: units first, then foreign files."""
    expected = {one.unit.kode for one in report.standings}
    names = FileNames.of_report(report)
    sent: dict[str, list[Fate]] = {}
    for fate in report.fates:
        sent.setdefault(_unit_code(fate), []).append(fate)
    for n, standing in enumerate(report.standings, 1):
        fates = sorted(sent.get(standing.unit.kode, ()), key=lambda one: _ORDER.index(one.status))
        if not fates:
            words = standing.absent.get(report.period, BELUM_MASUK)
            yield _missing(n, standing.unit, words)
        for position, fate in enumerate(fates):
            remark = _remark(fate, report.period, language, standing.absent)
            remark = remark or _received(report, standing.unit, fate)
            yield [n if position == 0 else "", *_file(standing.unit, fate, remark, names)]
    for fate in report.fates:
        if _unit_code(fate) not in expected:
            remark = _remark(fate, report.period, language)
            yield ["", *_file(fate.candidate.unit, fate, remark, names)]


def _unit_code(fate: Fate) -> str:
    return fate.candidate.unit.kode if fate.candidate.unit else ""


def _missing(n: int, unit: Unit, words: str) -> list[str | int]:
    rest = [""] * (len(HEADS) - STATUS_COLUMN)
    return [n, unit.kode, unit.nama, words, *rest]


def _file(unit: Unit | None, fate: Fate, remark: str, names: FileNames) -> list[str | int]:
    candidate = fate.candidate
    known = candidate.returned is not None
    warnings = sum(one.severity is Severity.WARNING for one in candidate.findings)
    listed = fate.status in {Status.ACCEPTED, Status.REJECTED}  # the notes of others are not told
    return [
        received(unit.kode) if unit else "",
        received(unit.nama) if unit else "(tidak diketahui)",
        WORDS[fate.status],
        names.of(candidate.path),
        candidate.sha256[:DIGITS],
        moment(candidate.modified),
        candidate.revisi if known else "",
        received(candidate.periode_lapor),
        received(candidate.said("identitas.status_laporan")),
        received(candidate.said("identitas.penyusun")),
        candidate.errors if listed else "",
        warnings if listed else "",
        received(remark),
    ]


def _received(report: RegencyReport, unit: Unit, fate: Fate) -> str:
    """Return when a report came in as far as it was written down, and how late that was."""
    came, last = received_on(report, unit), deadline(report, unit)
    if fate.status is not Status.ACCEPTED or came is None:
        return ""
    late = days_late(report, unit)
    if late and last is not None:
        return f"Diterima {came:%d/%m/%Y}, {late} hari setelah batas waktu {last:%d/%m/%Y}."
    return f"Diterima {came:%d/%m/%Y}."


def _remark(fate: Fate, period: str, language: Language, absent: Mapping[str, str] = NEVER) -> str:
    """Return why a file does not count, or that it does not reach the reported period."""
    candidate = fate.candidate
    if fate.status is not Status.ACCEPTED:
        return told(fate.reason, language)
    if period in absent:
        return f"{absent[period]}; dihitung pada periode sebelumnya."
    if is_due(period, candidate.periode_lapor):
        return ""
    return f"Baru melapor sampai {candidate.in_words(candidate.periode_lapor)}."
