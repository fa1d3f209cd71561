"""Central values: what the regency knows and kecamatan do not, from one table of its own."""

from collections.abc import Iterator
from decimal import Decimal

from iku.calculation.entries import STATUSES, TIDAK, YA
from iku.cells import Value
from iku.consolidation.decisions import CentralValue
from iku.consolidation.subject import (
    NotUsableError,
    Subject,
    Subjects,
    choice,
    number,
    required,
    said_in,
    said_once,
)
from iku.consolidation.table import Columns, Row, Table
from iku.definition.model import Definition, Indikator
from iku.finding import Fact, Finding
from iku.names import indikator_name

COLUMNS = Columns(
    ("kode_unit", "indikator", "nilai"),
    ("periode", "komponen", "predikat", "sumber", "tanggal", "catatan", "nama_unit"),
    {
        "unit": "kode_unit",
        "kode": "kode_unit",
        "kode_kecamatan": "kode_unit",
        "kode_indikator": "indikator",
        "kecamatan": "nama_unit",
        "nama_kecamatan": "nama_unit",
    },
)
_STATUS_FAMILY = "status"


def read_central(
    table: Table, definition: Definition
) -> tuple[tuple[CentralValue, ...], list[Finding]]:
    """Return the values of a table, and one finding for each fault with its row and column.

    A row with a fault gives no value. Of rows that contradict each other none is used.
    """
    found, findings = said_in(table, COLUMNS, definition, _values)
    kept, contradictions = said_once(
        found, _entry, lambda value: (value.name, value.value), "nilai"
    )
    return tuple(kept), findings + contradictions


def _values(row: Row, subjects: Subjects) -> Iterator[CentralValue]:
    subject = subjects.subject(row)
    one = subject.indikator
    if one is None or one.pengisi != "kabupaten":
        raise NotUsableError(row.finding("KON-034", "indikator", kode=subject.kode))
    if not subject.field:
        required(row, "komponen")
    status = _status(row)
    grade = _grade(row, one)
    if not (status or grade):
        required(row, "nilai")
    (name,) = subject.names(_STATUS_FAMILY if status else "isian")
    value: Value = status or _entered(row, one)
    if grade and isinstance(value, float):
        _agree(row, one, grade, value)
    if value is not None:
        yield _value(row, subject, name, value, "nilai")
    if grade:
        name = indikator_name("isian", subject.kode, "predikat", subject.periode)
        yield _value(row, subject, name, grade, "predikat")


def _value(row: Row, subject: Subject, name: str, value: Value, key: str) -> CentralValue:
    return CentralValue(
        subject.unit,
        subject.kode,
        subject.periode,
        name,
        value,
        row.origin(key),
        sumber=row.text("sumber"),
        tanggal=row.day_or_text("tanggal"),
        catatan=row.text("catatan"),
    )


def _status(row: Row) -> str:
    text = row.text("nilai").casefold()
    return next((one for one in STATUSES if one.casefold() == text), "")


def _entered(row: Row, one: Indikator) -> Value:
    if one.nilai.jenis == "ya_tidak":
        return choice(row, "nilai", (YA, TIDAK))
    return number(row, "nilai")


def _grade(row: Row, one: Indikator) -> str:
    if one.nilai.jenis != "predikat":
        return ""
    return choice(row, "predikat", one.skala_predikat.labels)


def _agree(row: Row, one: Indikator, grade: str, value: float) -> None:
    """Refuse a grade that its own number contradicts: one of the two was mistyped."""
    held = one.skala_predikat.label(Decimal(str(value)))
    if held.casefold() != grade.casefold():
        facts: dict[str, Fact] = {"predikat": grade, "nilai": row.text("nilai"), "seharusnya": held}
        raise NotUsableError(row.finding("KON-051", "predikat", **facts))


def _entry(value: CentralValue) -> tuple[str, str]:
    return value.unit, value.name.replace(f"{_STATUS_FAMILY}.", "isian.", 1)
