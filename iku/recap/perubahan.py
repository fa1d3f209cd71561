"""Draw Perubahan: what a newer file says differently, and what that does to the regency."""

from collections.abc import Iterator
from dataclasses import replace

from iku.address import a1
from iku.blueprint import BlueprintSheet, Constant
from iku.cells import ErrorValue, Value
from iku.consolidation.changes import Change
from iku.consolidation.entry_words import entry_words
from iku.consolidation.regency_report import RegencyReport
from iku.recap.file_names import FileNames
from iku.recap.page import DIGITS, draw_head, filtered, finished, moment, received
from iku.sheets.canvas import Canvas

SHEET = "Perubahan"
HEADER_ROW = 6
HEADS = (
    ("No.", 5.0),
    ("Kecamatan", 16.0),
    ("Isian", 30.0),
    ("Periode", 8.0),
    ("Semula", 15.0),
    ("Menjadi", 15.0),
    ("Sel", 13.0),
    ("Berkas semula", 33.0),
    ("SHA-256 semula (awal)", 14.0),
    ("Berkas baru", 33.0),
    ("SHA-256 baru (awal)", 14.0),
    ("Waktu", 16.0),
    ("Dihitung", 8.5),
    ("IKU", 7.0),
    ("Angka s.d.", 8.0),
    ("Kabupaten semula", 12.0),
    ("Kabupaten menjadi", 12.0),
    ("Selisih", 10.0),
    ("Keterangan", 66.0),
)
BEFORE, AFTER, DIFFERENCE = 16, 17, 18
NUMBER = "#,##0.00##"
_NAMED = 4  # columns that say what has changed: on paper they stand on both pages
_NOTE = (
    "Isian yang berbeda antara kiriman lama dan baru, dan akibatnya pada realisasi kabupaten bila "
    "semua perubahan kecamatan itu dihitung. Satu isian dapat mengubah beberapa IKU."
)
_BLANK = "(kosong)"


def draw_perubahan(report: RegencyReport) -> BlueprintSheet:
    """Return the sheet; a change has a line for each figure of the regency that it touches."""
    canvas = Canvas(SHEET)
    canvas.widths({n: width for n, (_, width) in enumerate(HEADS, 1)})
    draw_head(canvas, report, "PERUBAHAN ISIAN DAN AKIBATNYA", _NOTE, columns=_NAMED)
    canvas.heads(HEADER_ROW, {n: head for n, (head, _) in enumerate(HEADS, 1)}, "header_small")
    names = {one.unit.kode: one.unit.nama for one in report.standings}
    row = HEADER_ROW
    for row, contents in enumerate(_rows(report, names), HEADER_ROW + 1):
        for column, content in contents.items():
            style = "table_text" if isinstance(content, str) else "table_number"
            canvas.put(row, column, content, style, fmt="0" if column == 1 else NUMBER)
        before, after = a1(row, BEFORE), a1(row, AFTER)
        difference = f'IF(AND(ISNUMBER({before}),ISNUMBER({after})),{after}-{before},"")'
        canvas.formula(row, DIFFERENCE, difference, "table_number", fmt=NUMBER)
    end = (row, len(HEADS))
    freeze = a1(HEADER_ROW + 1, 4)
    sheet = finished(canvas, report, end, freeze=freeze, header_row=HEADER_ROW)
    page = replace(sheet.page, pages_wide=2, title_columns=(1, _NAMED))
    return filtered(replace(sheet, page=page), HEADER_ROW, end)


def _rows(report: RegencyReport, names: dict[str, str]) -> Iterator[dict[int, Constant]]:
    files = FileNames.of_report(report)
    for n, one in enumerate(report.changes, 1):
        shared = _change(n, one, names, entry_words(report.definition, one.name), files)
        for effect in one.effects:
            of = report.aggregation.figure(effect.kode, effect.periode)
            figures = (of.shown(effect.before), of.shown(effect.after))
            told = (effect.kode, effect.periode, *figures)
            yield {**shared, **dict(enumerate(told, BEFORE - 2))}
        if not one.effects:
            yield {**shared, **dict.fromkeys(range(BEFORE - 2, AFTER + 1), "")}


def _change(
    n: int, one: Change, names: dict[str, str], words: str, files: FileNames
) -> dict[int, Constant]:
    contents = (
        n,
        received(names.get(one.unit, one.unit)),
        received(words),
        one.period,
        shown(one.old),
        shown(one.new),
        received(" → ".join(dict.fromkeys(filter(None, (one.place_old, one.place_new))))),
        files.of(one.path_old),
        one.sha256_old[:DIGITS],
        files.of(one.path_new),
        one.sha256_new[:DIGITS],
        moment(one.when),
        "Ya" if one.counted else "Belum",
    )
    closed = f"Periode {one.closed} sudah ditutup." if one.closed else ""
    note = received(f"{closed} {one.decision}".strip())
    return {**dict(enumerate(contents, 1)), len(HEADS): note}


def shown(value: Value) -> Constant:
    """Return what was typed as a cell shows it; a blank entry in words."""
    if value is None:
        return _BLANK
    if isinstance(value, ErrorValue):
        return value.code
    return received(value) if isinstance(value, str) else value
