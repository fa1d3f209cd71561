"""One entry cell with its status → a figure."""

from fractions import Fraction

from iku.calculation.figure import (
    BELUM_DIISI,
    BELUM_TERSEDIA,
    LARGEST_ENTRY,
    NIHIL,
    TIDAK_DAPAT,
    Figure,
    counted,
)
from iku.cells import Value
from iku.definition.model import DataBersama, Indikator, Komponen
from iku.names import indikator_name, shared_name
from iku.report import Report, exact

STATUS_NIHIL = "Nihil"
STATUS_BELUM_TERSEDIA = "Data belum tersedia"
STATUSES = (STATUS_NIHIL, STATUS_BELUM_TERSEDIA)
YA, TIDAK = "Ya", "Tidak"

_BY_STATUS = {STATUS_NIHIL: NIHIL, STATUS_BELUM_TERSEDIA: BELUM_TERSEDIA}


def typed_figure(value: Value, status: str, *, missing: Figure = BELUM_DIISI) -> Figure:
    """Return the figure of one entry; ``missing`` is what a blank without a status means.

    A value and a status together contradict each other, and text is not a number: both give
    "Tidak dapat dihitung" until mended.
    """
    blank = value is None or value == ""
    if status:
        return _BY_STATUS.get(status, TIDAK_DAPAT) if blank else TIDAK_DAPAT
    if blank:
        return missing
    if isinstance(value, float) and abs(value) <= LARGEST_ENTRY:
        return counted(exact(value))
    return TIDAK_DAPAT


def component_figure(report: Report, indikator: Indikator, field: str, periode: str) -> Figure:
    """Return the figure of one component (or ``nilai``) of an indicator in one period alone."""
    kode = indikator.kode
    value = report.entries.get(indikator_name("isian", kode, field, periode))
    status = report.text(indikator_name("status", kode, field, periode))
    status = status or report.text(indikator_name("status", kode, periode))
    if indikator.nilai.jenis == "ya_tidak":
        value = _yes_or_no(value)
    absent = periode in report.terbitan.not_yet
    missing = missing_figure(indikator, _part(indikator, field), absent=absent)
    if indikator.nilai.jenis == "predikat" and value is None and not status:
        grade = report.text(indikator_name("isian", kode, "predikat", periode))
        return TIDAK_DAPAT if grade else missing
    return typed_figure(value, status, missing=missing)


def missing_figure(
    indikator: Indikator | None, part: Komponen | None, *, absent: bool = False
) -> Figure:
    """Return what a blank means: still to be filled in, nothing, or still to come.

    ``absent`` says that the unit did not exist yet: nothing occurred (decision 20). A stock stays
    unknown even then, for its first figure is still to be asked for. What the regency fills in is
    not asked of the unit: a blank waits for the office that has it (a stock only where nothing is
    known from before, which is for `Results.component` to say).
    """
    if part is not None and not part.wajib:
        return NIHIL
    stock = part is not None and part.sifat == "posisi"
    if absent and not stock:
        return NIHIL
    if indikator is not None and indikator.pengisi == "kabupaten" and not stock:
        return BELUM_TERSEDIA
    return BELUM_DIISI


def _part(indikator: Indikator, field: str) -> Komponen | None:
    return next((part for part in indikator.komponen if part.kode == field), None)


def shared_figure(report: Report, part: DataBersama, periode: str) -> Figure:
    """Return a shared figure in one period alone."""
    value = report.entries.get(shared_name("isian", part.kode, periode))
    status = report.text(shared_name("status", part.kode, periode))
    absent = periode in report.terbitan.not_yet
    return typed_figure(value, status, missing=missing_figure(None, part, absent=absent))


def _yes_or_no(value: Value) -> Value:
    """Ya counts as 100 percent, Tidak as 0; anything else stays what it is."""
    if isinstance(value, str) and value.strip().lower() in {YA.lower(), TIDAK.lower()}:
        return float(Fraction(100 if value.strip().lower() == YA.lower() else 0))
    return value
