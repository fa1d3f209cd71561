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
from iku.definition.model import Indikator
from iku.names import indikator_name, shared_name
from iku.report import Report, exact

STATUS_NIHIL = "Nihil"
STATUS_BELUM_TERSEDIA = "Data belum tersedia"
STATUSES = (STATUS_NIHIL, STATUS_BELUM_TERSEDIA)
YA, TIDAK = "Ya", "Tidak"

_BY_STATUS = {STATUS_NIHIL: NIHIL, STATUS_BELUM_TERSEDIA: BELUM_TERSEDIA}


def typed_figure(value: Value, status: str, *, wajib: bool = True) -> Figure:
    """Return the figure of one entry.

    A value and a status together contradict each other, and text is not a number: both give
    "Tidak dapat dihitung" until mended. A blank that may stay blank adds nothing.
    """
    blank = value is None or value == ""
    if status:
        return _BY_STATUS.get(status, TIDAK_DAPAT) if blank else TIDAK_DAPAT
    if blank:
        return BELUM_DIISI if wajib else NIHIL
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
    if indikator.nilai.jenis == "predikat" and value is None and not status:
        grade = report.text(indikator_name("isian", kode, "predikat", periode))
        return TIDAK_DAPAT if grade else BELUM_DIISI
    wajib = all(part.wajib for part in indikator.komponen if part.kode == field)
    return typed_figure(value, status, wajib=wajib)


def shared_figure(report: Report, kode: str, periode: str, *, wajib: bool) -> Figure:
    """Return a shared figure in one period alone."""
    value = report.entries.get(shared_name("isian", kode, periode))
    status = report.text(shared_name("status", kode, periode))
    return typed_figure(value, status, wajib=wajib)


def _yes_or_no(value: Value) -> Value:
    """Ya counts as 100 percent, Tidak as 0; anything else stays what it is."""
    if isinstance(value, str) and value.strip().lower() in {YA.lower(), TIDAK.lower()}:
        return float(Fraction(100 if value.strip().lower() == YA.lower() else 0))
    return value
