"""The entries of the sheet Anggaran: money spent since January, and a pagu that nobody gave."""

from collections.abc import Iterator
from decimal import Decimal

from iku.address import CellRef
from iku.layout.anggaran import PAGU, SHEET, AnggaranPlan, ProgramRow
from iku.layout.entry import Entry
from iku.names import program_name
from iku.periods import QUARTER_ENDS

RUPIAH_DECIMALS = 2  # money is paid to the sen, and what a cell hides is asked about


def budget_entries(plan: AnggaranPlan) -> Iterator[Entry]:
    """Yield every entry of the sheet in reading order."""
    for row in plan.rows:
        if not plan.is_given(row.program):
            yield _pagu(plan, row)
        for periode in plan.periods:
            yield _realisasi(plan, row, periode)


def _pagu(plan: AnggaranPlan, row: ProgramRow) -> Entry:
    return Entry(
        name=program_name(row.program.kode, "pagu"),
        ref=CellRef(SHEET, row.number, PAGU),
        span=plan.span,
        kind="number",
        label="Pagu (Rp)",
        prompt="Anggaran setahun menurut DPA, dalam rupiah. Contoh: 250000000",
        wajib=True,
        minimum=Decimal(0),
        desimal=RUPIAH_DECIMALS,
        field="pagu",
    )


def _realisasi(plan: AnggaranPlan, row: ProgramRow, periode: str) -> Entry:
    until = QUARTER_ENDS[periode]
    return Entry(
        name=program_name(row.program.kode, "realisasi", periode),
        ref=CellRef(SHEET, row.number, plan.realisasi_column(periode)),
        span=plan.span,
        kind="number",
        label="Realisasi (Rp)",
        prompt=f"Uang yang dibelanjakan sejak 1 Januari s.d. {until}, dalam rupiah. "
        "Tulis 0 bila belum ada belanja. Contoh: 125000000",
        wajib=True,
        minimum=Decimal(0),
        desimal=RUPIAH_DECIMALS,
        field="realisasi",
        periode=periode,
    )
