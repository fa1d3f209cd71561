"""Many regencies as one workbook: a line for each, for each of its indicators, for each file.

The values of every single unit are not here, since a sheet holds 1,048,576 rows: they are in the
history and in the Parquet folder.
"""

from collections.abc import Sequence
from dataclasses import replace

from iku.address import a1
from iku.blueprint import Blueprint, BlueprintSheet, Constant, PageSetup
from iku.consolidation.regency_summary import FileSummary, RegencySummary
from iku.recap.page import filtered, received
from iku.sheets.canvas import PAPER, Canvas

HEADER_ROW = 4
_REGENCIES = (
    ("Kode", 12.0),
    ("Kabupaten/Kota", 30.0),
    ("Definisi", 22.0),
    ("Periode", 16.0),
    ("Melapor", 10.0),
    ("Dari", 8.0),
    ("Berkas ditolak", 10.0),
    ("Wajib diperbaiki", 12.0),
    ("Rata-rata capaian", 14.0),
    ("Rata-rata dengan batas maksimum", 18.0),
)
_INDICATORS = (
    ("Kode", 12.0),
    ("Kabupaten/Kota", 30.0),
    ("Periode", 16.0),
    ("Indikator", 12.0),
    ("Nama indikator", 60.0),
    ("Satuan", 12.0),
    ("Realisasi", 14.0),
    ("Capaian", 14.0),
    ("n", 8.0),
    ("dari m", 8.0),
)
_FILES = (
    ("Kabupaten/Kota", 30.0),
    ("Berkas", 50.0),
    ("Unit", 24.0),
    ("Nasib", 14.0),
    ("Alasan", 70.0),
    ("SHA-256", 66.0),
)
_MISSING = (
    ("Kode", 12.0),
    ("Kabupaten/Kota", 30.0),
    ("Periode", 16.0),
    ("Kode unit", 14.0),
    ("Unit", 40.0),
)
UNITS_UNKNOWN = (
    "siapa yang belum melapor tidak diketahui, karena daftar unitnya tidak diberikan "
    "(--definition FOLDER)"
)
_FATES = {
    "accepted": "diterima",
    "rejected": "ditolak",
    "superseded": "digantikan",
    "duplicate": "ganda",
    "ignored": "dilewati",
}
Row = Sequence[Constant]


def nation_blueprint(
    summaries: Sequence[RegencySummary], unread: Sequence[FileSummary], *, units_known: bool
) -> Blueprint:
    """Return the Blueprint: open sheets, no formulas, texts from files as texts.

    ``unread`` are the files of which nobody knows from which regency they are; ``units_known``
    tells whether it is known who was to report.
    """
    pages: tuple[tuple[str, Sequence[tuple[str, float]], list[Row]], ...] = (
        ("Ringkasan", _REGENCIES, [_regency(one) for one in summaries]),
        ("Indikator", _INDICATORS, [row for one in summaries for row in _indicators(one)]),
        ("Belum Melapor", _MISSING, [row for one in summaries for row in _missing(one)]),
        (
            "Berkas",
            _FILES,
            [
                *(_file(one, "") for one in unread),
                *(_file(file, one.nama) for one in summaries for file in one.files),
            ],
        ),
    )
    head = f"{len(summaries)} kabupaten/kota"
    told = (
        {} if units_known else {"Belum Melapor": f"{UNITS_UNKNOWN[0].upper()}{UNITS_UNKNOWN[1:]}"}
    )
    return Blueprint(
        title="Ringkasan IKU kecamatan banyak kabupaten/kota",
        sheets=tuple(
            _sheet(name, columns, rows, told.get(name, head)) for name, columns, rows in pages
        ),
        structure_locked=False,
        active_sheet="Ringkasan",
    )


def _regency(one: RegencySummary) -> Row:
    who = received(one.kode), received(one.nama), received(one.templat), one.period
    refused = one.counts["rejected"]
    means = one.rata_rata, one.rata_rata_batas
    return [*who, one.reported, one.expected, refused, one.errors, *means]


def _indicators(one: RegencySummary) -> list[Row]:
    who = received(one.kode), received(one.nama), one.period
    return [
        [
            *who,
            received(figure.kode),
            received(figure.nama),
            received(figure.satuan),
            figure.realisasi,
            figure.capaian,
            figure.n,
            figure.of,
        ]
        for figure in one.indicators
    ]


def _missing(one: RegencySummary) -> list[Row]:
    who = received(one.kode), received(one.nama), one.period
    return [[*who, received(unit.kode), received(unit.nama)] for unit in one.missing]


def _file(one: FileSummary, regency: str) -> Row:
    texts = regency, one.path, one.unit, _FATES[one.status], one.reason, one.sha256
    return [received(text) for text in texts]


def _sheet(
    name: str, heads: Sequence[tuple[str, float]], rows: Sequence[Row], told: str
) -> BlueprintSheet:
    canvas = Canvas(name)
    canvas.widths({n: width for n, (_, width) in enumerate(heads, 1)})
    canvas.put(1, 1, f"{name} IKU kecamatan", "title")
    canvas.put(2, 1, f"{told}, {len(rows)} baris.", "subtitle")
    for column, (head, _) in enumerate(heads, 1):
        canvas.put(HEADER_ROW, column, head, "header_small")
    for number, row in enumerate(rows, HEADER_ROW + 1):
        for column, content in enumerate(row, 1):
            text = isinstance(content, str)
            style = "table_text" if text else "table_text_centred"
            kind = "#,##0.00" if isinstance(content, float) else "General"
            canvas.put(number, column, content, style, fmt=kind)
    end = (max(HEADER_ROW + len(rows), HEADER_ROW + 1), len(heads))
    page = PageSetup(PAPER["A4"], print_area=f"A1:{a1(*end)}", title_rows=(1, HEADER_ROW))
    sheet = canvas.sheet(page, freeze=a1(HEADER_ROW + 1, 3))
    return filtered(replace(sheet, protected=False), HEADER_ROW, end)
