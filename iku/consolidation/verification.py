"""Verification: what the regency found out about the figures that units reported."""

from collections.abc import Iterator

from iku.calculation.entries import TIDAK, YA
from iku.cells import Value
from iku.consolidation.decisions import Verdict, Verified
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
from iku.definition.model import Definition
from iku.finding import Finding

COLUMNS = Columns(
    ("kode_unit", "indikator", "putusan"),
    (
        "nama_unit",
        "nama_indikator",
        "komponen",
        "nama_komponen",
        "satuan",
        "periode",
        "dilaporkan",
        "terverifikasi",
        "catatan",
        "oleh",
        "tanggal",
        "disetujui",
        "disetujui_oleh",
    ),
    {
        "unit": "kode_unit",
        "kecamatan": "nama_unit",
        "nilai_dilaporkan": "dilaporkan",
        "nilai_terverifikasi": "terverifikasi",
        "verifikasi": "putusan",
        "hasil": "putusan",
        "status": "putusan",
        "verifikator": "oleh",
    },
)


def read_verification(
    table: Table, definition: Definition
) -> tuple[tuple[Verified, ...], list[Finding]]:
    """Return the verdicts of a table, and one finding for each fault with its row and column.

    A row without verdict and verified value is still to be done, and nothing is said of it. A
    verdict on a whole indicator is one on each of its entries.
    """
    found, findings = said_in(table, COLUMNS, definition, _verdicts)
    kept, contradictions = said_once(
        found,
        lambda one: (one.unit, one.name),
        lambda one: (one.verdict, one.verified, one.approved_by),
        "putusan",
    )
    return tuple(kept), findings + contradictions


def _verdicts(row: Row, subjects: Subjects) -> Iterator[Verified]:
    if not row.text("putusan") and not row.text("terverifikasi"):
        return
    subject = subjects.subject(row)
    names = subject.names()
    verdict, value = _judgement(row, subject)
    if not names or (value is not None and len(names) > 1):
        required(row, "komponen")
    for name in names:
        yield Verified(
            subject.unit,
            subject.kode,
            "" if subject.indikator is None else name.split(".")[-2],
            subject.periode,
            name,
            _typed(row, subject) if len(names) == 1 else None,
            value,
            verdict,
            row.origin("putusan" if value is None else "terverifikasi"),
            note=row.text("catatan"),
            by=row.text("oleh"),
            when=row.day_or_text("tanggal"),
            approved_by=_approved(row),
        )


def _judgement(row: Row, subject: Subject) -> tuple[Verdict, Value]:
    required(row, "putusan")
    verdict = Verdict(choice(row, "putusan", tuple(Verdict)))
    value = _number_or_word(row, "terverifikasi", subject)
    if value is None or verdict is not Verdict.DITOLAK:
        return verdict, value
    found = row.text("terverifikasi")
    raise NotUsableError(
        row.finding("KON-037", "terverifikasi", putusan=str(verdict), ditemukan=found)
    )


def _approved(row: Row) -> str:
    """Return who approved, empty where nobody did; an approval without a name is none."""
    if choice(row, "disetujui", (YA, TIDAK)) != YA:
        return ""
    return required(row, "disetujui_oleh")


def _typed(row: Row, subject: Subject) -> Value:
    """Return the reported value as the table repeats it; None where it does not."""
    try:
        return _number_or_word(row, "dilaporkan", subject)
    except NotUsableError:
        return row.text("dilaporkan")


def _number_or_word(row: Row, key: str, subject: Subject) -> Value:
    one = subject.indikator
    if one is not None and one.nilai.jenis == "ya_tidak":
        return choice(row, key, (YA, TIDAK)) or None
    return number(row, key)
