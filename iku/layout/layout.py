"""Layout: the one authority for addresses; it knows every named cell of a workbook."""

from functools import cached_property

from iku.address import CellRef
from iku.definition.budget import has_budget
from iku.layout import anggaran, beranda, extras, isian
from iku.layout.anggaran import SHEET as ANGGARAN
from iku.layout.anggaran import AnggaranPlan
from iku.layout.anggaran_entries import budget_entries
from iku.layout.beranda import BerandaPlan
from iku.layout.entries import all_entries
from iku.layout.entry import Entry
from iku.layout.extras import ANALISIS, BUKTI, ExtraPlan
from iku.layout.isian import IsianPlan, superseded_key
from iku.layout.perhitungan import SHEET as PERHITUNGAN
from iku.layout.perhitungan import PerhitunganPlan
from iku.layout.unasked import since_it_began
from iku.names import IDENTITY, RESULTS, TEMPLATE_FIELDS, indikator_name
from iku.periods import TAHUN
from iku.targets import in_force
from iku.terbitan import Terbitan

SHEETS = (
    "Beranda",
    "Petunjuk",
    "Definisi IKU",
    "Isian",
    "Perhitungan",
    "Capaian",
    "Analisis",
    "Bukti Dukung",
    "Anggaran",
    "Cek Kesiapan",
    "Catatan Pemeriksaan",
    "_iku",
)
IKU_SHEET = "_iku"
IKU_FIELD_ROWS = {field: 2 + n for n, field in enumerate(TEMPLATE_FIELDS)}


class Layout:
    """Every place of one workbook, as a pure function of its Terbitan."""

    def __init__(self, terbitan: Terbitan) -> None:
        """Plan all sheets of the workbook."""
        self.terbitan = terbitan
        self.definition = terbitan.definisi
        self.isian = IsianPlan(terbitan)
        self.beranda = BerandaPlan(terbitan)
        self.perhitungan = PerhitunganPlan(terbitan)
        fitur = self.definition.pengaturan.fitur
        self.analisis = ExtraPlan(terbitan, ANALISIS) if "analisis" in fitur else None
        self.bukti = ExtraPlan(terbitan, BUKTI) if "bukti" in fitur else None
        budget = has_budget(self.definition, terbitan.unit)
        self.anggaran = AnggaranPlan(terbitan) if budget else None

    @cached_property
    def sheet_names(self) -> tuple[str, ...]:
        """The sheets of this workbook, in order."""
        plans = {ANALISIS: self.analisis, BUKTI: self.bukti, ANGGARAN: self.anggaran}
        absent = {sheet for sheet, plan in plans.items() if plan is None}
        return tuple(sheet for sheet in SHEETS if sheet not in absent)

    @cached_property
    def entries(self) -> dict[str, Entry]:
        """Every entry by name, in reading order."""
        plans = (self.isian, self.beranda, self.analisis, self.bukti)
        money = budget_entries(self.anggaran) if self.anggaran else ()
        asked = (*all_entries(self.terbitan, *plans), *money)
        if self.terbitan.not_yet:
            asked = tuple(since_it_began(self.terbitan, one) for one in asked)
        return {one.name: one for one in asked}

    @cached_property
    def entry_at(self) -> dict[tuple[str, str], Entry]:
        """Every entry by (sheet, A1)."""
        return {(entry.ref.sheet, entry.ref.a1): entry for entry in self.entries.values()}

    @cached_property
    def names(self) -> dict[str, CellRef]:
        """Every defined name of the workbook (DESIGN section 4) and its cell."""
        names = {name: entry.ref for name, entry in self.entries.items()}
        for field in IDENTITY:
            row = beranda.IDENTITY_ROWS[field]
            names[f"identitas.{field}"] = CellRef(beranda.SHEET, row, beranda.FIRST_VALUE)
        for field in IKU_FIELD_ROWS:
            names[f"iku.{field}"] = iku_cell(field)
        names.update(self._result_names())
        names.update(self._locked_targets())
        names.update(self._previous())
        names.update(self.anggaran.given if self.anggaran else {})
        return names

    @cached_property
    def results(self) -> dict[str, CellRef]:
        """The names of live results and their cells."""
        return self._result_names()

    def _result_names(self) -> dict[str, CellRef]:
        names: dict[str, CellRef] = {}
        plan = self.perhitungan
        for periode in self.definition.periods:
            for indikator in self.definition.indikator:
                families = list(RESULTS)
                if indikator.nilai.jenis == "predikat":
                    families.append("realisasi_predikat")
                for family in families:
                    name = indikator_name(family, indikator.kode, periode)
                    names[name] = plan.result(family, indikator.kode, periode)
            for mean in plan.tables[periode].mean_rows:
                if mean != "dihitung":
                    names[f"{mean}.{periode}"] = plan.mean(mean, periode)
        names.update(self.anggaran.results if self.anggaran else {})
        return names

    def target_cell(self, kode: str, periode: str, *, grade: bool = False) -> CellRef | None:
        """Return the cell on Isian that holds a target, locked or open; None without one."""
        key = f"{kode}#target_predikat" if grade else f"{kode}#target"
        row = self._isian_rows.get(key)
        column = self.isian.period_columns.get(periode)
        return None if row is None or column is None else CellRef(isian.SHEET, row, column)

    def year_target_cell(self, kode: str, periode: str) -> CellRef | None:
        """Return the cell with the year's target in force in a period: before a change, the old."""
        versions = self.terbitan.changed_targets.get(kode, ())
        if versions:
            n = versions.index(in_force(versions, periode))
            if n < len(versions) - 1:
                row = self._isian_rows.get(superseded_key(kode, n))
                column = self.isian.period_columns[TAHUN]
                return None if row is None else CellRef(isian.SHEET, row, column)
        return self.target_cell(kode, TAHUN)

    @cached_property
    def _isian_rows(self) -> dict[str, int]:
        return {row.key: row.number for row in self.isian.rows}

    def isian_row(self, key: str) -> int:
        """Return the row of Isian with a landmark."""
        return self._isian_rows[key]

    def _locked_targets(self) -> dict[str, CellRef]:
        names: dict[str, CellRef] = {}
        year = str(self.definition.tahun)
        for indikator in self.definition.indikator:
            families = ["target"]
            if indikator.nilai.jenis == "predikat":
                families.append("target_predikat")
            for family in families:
                grade = family == "target_predikat"
                for periode in self.definition.measured_periods(indikator):
                    cell = self.target_cell(indikator.kode, periode, grade=grade)
                    if cell is not None:
                        names[indikator_name(family, indikator.kode, periode)] = cell
                        if periode == TAHUN:
                            names[indikator_name(family, indikator.kode, year)] = cell
                for later in self.later_years:
                    names[indikator_name(family, indikator.kode, later)] = self.later_target(
                        indikator.kode, later, grade=grade
                    )
        return names

    @cached_property
    def later_years(self) -> tuple[str, ...]:
        """The other years for which some indicator has a target (Renstra), earliest first."""
        years = {
            key for targets in self.terbitan.target.values() for key in targets if key.isdigit()
        }
        return tuple(sorted(years))

    def later_target(self, kode: str, year: str, *, grade: bool = False) -> CellRef:
        """Return the cell that holds the target of another year: right of the results of TAHUN."""
        row = self.perhitungan.tables[TAHUN].rows[kode]
        position = self.later_years.index(year) * 2 + (1 if grade else 0)
        return CellRef(PERHITUNGAN, row, self.first_later_column + position)

    @property
    def first_later_column(self) -> int:
        """The first column of the targets of other years on Perhitungan."""
        return 17

    def _previous(self) -> dict[str, CellRef]:
        names: dict[str, CellRef] = {}
        for kode, values in self.terbitan.sebelumnya.items():
            for year in values:
                row = self._isian_rows.get(kode)
                if row is not None:
                    column = self.isian.previous_columns[year]
                    names[indikator_name("sebelumnya", kode, year)] = CellRef(
                        isian.SHEET, row, column
                    )
        return names

    def note_counter(self, entry: Entry) -> CellRef:
        """Return the hidden cell on the same sheet that counts the notes about an entry."""
        offset = {
            isian.SHEET: self.isian.helper_offset,
            beranda.SHEET: beranda.HELPER_OFFSET,
            ANGGARAN: anggaran.COUNTER_OFFSET,
        }.get(entry.ref.sheet, extras.HELPER_OFFSET)
        return entry.ref._replace(column=entry.ref.column + offset)


def iku_cell(field: str) -> CellRef:
    """Return the cell on the hidden sheet that says from what a workbook was made."""
    return CellRef(IKU_SHEET, IKU_FIELD_ROWS[field], 2)
