"""Tidy tables: the figures of a consolidation and where they came from, one value in each row.

The same rows as the sheet Data of the recap, so that no two outputs can differ.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from iku.calculation.figure import Figure
from iku.cells import ErrorValue, Value
from iku.consolidation.aggregation import CAPAIAN, REALISASI, TRIWULAN
from iku.consolidation.candidate import Fate, Status
from iku.consolidation.deadlines import days_late, deadline, received_on
from iku.consolidation.figures import Contribution, RegencyFigure
from iku.consolidation.regency_report import RegencyReport
from iku.consolidation.standing import BELUM_MASUK, Source, Standing
from iku.definition.model import Unit
from iku.finding import Finding, Severity
from iku.recap.data_plan import DataPlan, DataRow, plain
from iku.recap.page import received
from iku.sheets.wording import source_of
from reporting.recap_text import FATES
from reporting.words import MEAN_WORDS, SEVERITY

Cell = str | float | int | None


class Table(NamedTuple):
    """A table under the name of its file; texts are as a cell may hold them."""

    name: str
    heads: tuple[str, ...]
    rows: Iterable[tuple[Cell, ...]]


class DataPoint(NamedTuple):
    """One value of one unit, as the sheet Data has it.

    ``nilai`` is as reported, ``nilai_dihitung`` what of it counts in the regency's figure; both
    are None where there is no number, and ``status`` says why. ``komponen`` in brackets is a
    result. ``berkas``, ``sel`` and ``sha256`` name the cells it was typed in, or, for a result,
    the unit's file; several are divided by ``, ``.
    """

    tahun: int
    periode: str
    kode_kabupaten: str
    kabupaten: str
    kode_unit: str
    unit: str
    indikator: str
    komponen: str
    uraian: str
    satuan: str
    nilai: float | None
    nilai_dihitung: float | None
    status: str
    berkas: str
    sel: str
    sha256: str


def data_points(report: RegencyReport) -> Iterator[DataPoint]:
    """Yield every value of every unit up to the reported period."""
    subjects = _subjects(report)
    return (_point(report, row, subjects) for row in DataPlan(report).rows)


def tidy_tables(report: RegencyReport) -> Iterator[Table]:
    """Yield all tables of a consolidation."""
    yield Table("data", DataPoint._fields, data_points(report))
    yield Table("ringkasan", _FIGURE_HEADS, _figures(report))
    yield Table("kelengkapan", _FILE_HEADS, _files(report))
    yield Table("catatan", _NOTE_HEADS, (_note(report, one) for one in report.findings))
    yield Table("perubahan", _CHANGE_HEADS, _changes(report))


def _point(
    report: RegencyReport, row: DataRow, subjects: dict[tuple[str, str], tuple[str, str]]
) -> DataPoint:
    piece, definition = row.piece, report.definition
    unit = piece.standing.unit
    files, cells, digests = _origin(piece)
    return DataPoint(
        definition.tahun,
        row.periode,
        definition.kabupaten.kode,
        received(definition.kabupaten.nama),
        received(unit.kode),
        named(unit),
        row.kode,
        row.field,
        *subjects[row.kode, row.field],
        plain(piece.figure.value),
        plain(piece.added),
        received(row.status),
        files,
        cells,
        digests,
    )


def _subjects(report: RegencyReport) -> dict[tuple[str, str], tuple[str, str]]:
    """Return what a row is about, in words, and its unit of measure."""
    found = {("", name): (words, "%") for name, words in MEAN_WORDS.items()}
    for one in report.definition.indikator:
        found[one.kode, REALISASI] = "Realisasi", received(one.satuan)
        found[one.kode, TRIWULAN] = "Hasil triwulan itu sendiri", received(one.satuan)
        found[one.kode, CAPAIAN] = "Capaian", "%"
        for part in one.komponen:
            source = source_of(report.definition, part)
            words = received(source.nama or part.kode)
            found[one.kode, part.kode] = words, received(source.satuan)
    return found


def _origin(piece: Contribution) -> tuple[str, str, str]:
    """Return files, cells and digests behind a value; a result names the unit's whole file."""
    own = _own_file(piece.standing)
    if not piece.sources:
        path, digest = own if piece.figure.counted else ("", "")
        return received(path), "", digest
    files = dict(_file_of(source, own) for source in piece.sources)
    places = (received(str(source.place)) for source in piece.sources if source.place is not None)
    return received(", ".join(files)), ", ".join(places), ", ".join(files.values())


def _own_file(standing: Standing) -> tuple[str, str]:
    one = standing.candidate
    return ("", "") if one is None else (one.path, one.sha256)


def _file_of(source: Source, own: tuple[str, str]) -> tuple[str, str]:
    return (source.path, source.sha256) if source.path else own


_FIGURE_HEADS = (
    *("tahun", "periode", "kode_kabupaten", "kabupaten", "indikator", "nama", "satuan"),
    *("realisasi", "predikat", "target", "target_predikat", "capaian", "kategori"),
    *("n", "dari", "status", "cara_menggabung"),
)


def _figures(report: RegencyReport) -> Iterator[tuple[Cell, ...]]:
    """Yield the regency's figures of every period, then its means of the reported one."""
    definition = report.definition
    kabupaten = (definition.kabupaten.kode, received(definition.kabupaten.nama))
    for one in report.figures():
        yield (definition.tahun, one.periode, *kabupaten, *_figure(one))
    means = report.means
    for name in MEAN_WORDS:
        figure: Figure = getattr(means, name)
        shown = (f"({name})", "", "%", None, "", None, "", plain(figure.value), "")
        counted = (means.included, means.total, figure.state.value, "")
        yield (definition.tahun, report.period, *kabupaten, *shown, *counted)


def _figure(one: RegencyFigure) -> tuple[Cell, ...]:
    alone = one.method.stands_alone
    return (
        one.indikator.kode,
        received(one.indikator.nama),
        received(one.indikator.satuan),
        None if alone else plain(one.realisasi.value),
        one.predikat,
        plain(one.target),
        one.target_predikat,
        None if alone else plain(one.capaian.value),
        one.kategori,
        one.n,
        one.of,
        alone or one.realisasi.state.value,
        one.indikator.agregasi,
    )


_FILE_HEADS = (
    *("tahun", "periode", "kode_unit", "unit", "status", "berkas", "sha256", "waktu_berkas"),
    *("tanggal_diterima", "batas_waktu", "hari_terlambat", "revisi", "periode_lapor"),
    *("status_laporan", "penyusun", "wajib_diperbaiki", "perlu_konfirmasi", "keterangan"),
)


def _files(report: RegencyReport) -> Iterator[tuple[Cell, ...]]:
    """Yield a row for every file, then one for every unit that sent none."""
    when = (report.definition.tahun, report.period)
    expected = {one.unit.kode: one.unit for one in report.expected}
    for fate in report.fates:
        yield (*when, *_file(report, fate))
    sent = {one.candidate.unit.kode for one in report.fates if one.candidate.unit}
    for kode, unit in expected.items():
        if kode not in sent:
            known = ("", "", "", "", _day(deadline(report, unit)))
            rest = (None, None, "", "", "", None, None, "")
            yield (*when, received(kode), named(unit), BELUM_MASUK, *known, *rest)


def _file(report: RegencyReport, fate: Fate) -> tuple[Cell, ...]:
    one, unit = fate.candidate, fate.candidate.unit
    counted = fate.status is Status.ACCEPTED and unit is not None
    first = received_on(report, unit) if counted and unit else None
    late = counted and unit is not None and first is not None and deadline(report, unit) is not None
    return (
        received(unit.kode) if unit else "",
        named(unit) if unit else "",
        FATES["id"][fate.status],
        received(one.path),
        one.sha256,
        received(one.modified),
        received(one.received),
        _day(deadline(report, unit)) if unit else "",
        days_late(report, unit) if late and unit else None,
        one.revisi if one.returned else None,
        received(one.periode_lapor),
        received(one.said("identitas.status_laporan")),
        received(one.said("identitas.penyusun")),
        one.errors,
        sum(found.severity is Severity.WARNING for found in one.findings),
        received(fate.reason.message),
    )


def _day(day: object) -> str:
    return "" if day is None else str(day)


_NOTE_HEADS = (
    *("kode", "tingkat", "kode_unit", "unit", "indikator", "berkas", "lembar", "sel"),
    *("penjelasan", "cara_memperbaiki"),
)


def _note(report: RegencyReport, one: Finding) -> tuple[Cell, ...]:
    unit = report.unit_about(one)
    return (
        one.code,
        SEVERITY["id"][one.severity or Severity.INFO],
        received(unit.kode) if unit else "",
        named(unit) if unit else "",
        one.indicator,
        received(one.path),
        received(one.sheet),
        received(", ".join(one.cells)),
        received(one.message),
        received(one.fix),
    )


_CHANGE_HEADS = (
    *("kode_unit", "unit", "periode", "isian", "lama", "baru", "berkas_lama", "berkas_baru"),
    *("waktu", "periode_ditutup", "dipakai", "keputusan"),
)


def _changes(report: RegencyReport) -> Iterator[tuple[Cell, ...]]:
    units = {one.unit.kode: one.unit for one in report.standings}
    for one in report.changes:
        unit = units.get(one.unit)
        yield (
            received(one.unit),
            named(unit) if unit else "",
            one.period,
            one.name,
            _typed(one.old),
            _typed(one.new),
            received(one.path_old),
            received(one.path_new),
            received(one.when),
            one.closed,
            "ya" if one.counted else "tidak",
            received(one.decision),
        )


def _typed(value: Value) -> Cell:
    if isinstance(value, ErrorValue):
        return value.code
    return received(value) if isinstance(value, str) else value


def named(unit: Unit) -> str:
    """Return a unit by code and name: what starts with a code and goes on stays text in Excel."""
    return received(f"{unit.kode} {unit.nama}")
