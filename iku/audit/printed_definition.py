"""The definition that a report prints, so that the rules on definitions read it too."""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from iku.audit.arithmetic import Statement
from iku.audit.calculations import is_sum
from iku.audit.direction import falls
from iku.audit.document import Passage
from iku.audit.headed_table import HeadedTable
from iku.audit.report import PERCENT, Entry, Report, unit_counted
from iku.checks.pointing import as_typed
from iku.definition.model import (
    Definition,
    Indikator,
    Kabupaten,
    Komponen,
    Nilai,
    NilaiTarget,
    Sasaran,
)
from iku.numbers_as_typed import readings

_MOST_PARTS = 26  # one letter each
_SHARED_YEAR = 2000  # where a report names no year, its targets still need one
_PERCENT = re.compile(r"^(persentase|prosentase)\b", re.IGNORECASE)
_GRADED = re.compile(r"^(?P<grade>AA|A|BB|B|CC|C|D)\b\s*(?:\((?P<number>[^)]*)\))?$")
_OTHER_FACTOR = re.compile(r"(?:[x×*]|\bdikali(?:kan)?)\s*(?!100)\d", re.IGNORECASE)
_UNSCALED = re.compile(
    r"(?:rata\s*[-–]?\s*rata|jumlah|banyaknya|lama(?:nya)?|rasio)\b", re.IGNORECASE
)
_MISI = re.compile(r"^\s*misi\b", re.IGNORECASE)
_KABUPATEN = Kabupaten(kode="-", nama="-")


def printed_definition(report: Report) -> Definition:
    """Return the definition of a whole report: every indicator once, in printed order."""
    sasaran: list[Sasaran] = []
    for entry in report.entries:
        nama = entry.sasaran
        indikator = _indikator(report, entry)
        if sasaran and sasaran[-1].nama == nama:
            last = sasaran.pop()
            sasaran.append(Sasaran(nama=nama, indikator=(*last.indikator, indikator)))
        else:
            sasaran.append(Sasaran(nama=nama, indikator=(indikator,)))
    misi = misi_of(report)
    return _definition(report, tuple(sasaran), misi.text if misi else "")


def numbered_definition(report: Report, table: HeadedTable) -> Definition:
    """Return the sasaran and indicators of one table with the numbers that it prints."""
    names = [(one.nomor, one.nama) for one in table.sasaran] or [("", "")]
    sasaran = []
    for n, (nomor, nama) in enumerate(names):
        rows = [row for row in table.rows if row.sasaran == n]
        indikator = tuple(
            _bare(f"{n}.{i}", row.name.nomor, row.name.nama) for i, row in enumerate(rows)
        )
        if indikator:
            sasaran.append(Sasaran(nomor=nomor, nama=nama, indikator=indikator))
    return _definition(report, tuple(sasaran), "")


def misi_of(report: Report) -> Passage | None:
    """Return where the misi is printed."""
    return next((one for one in report.document.passages() if _MISI.match(one.text)), None)


def _definition(report: Report, sasaran: tuple[Sasaran, ...], misi: str) -> Definition:
    return Definition(
        kode="-",
        versi="-",
        tahun=report.year or _SHARED_YEAR,
        kabupaten=_KABUPATEN,
        misi=misi,
        sasaran=sasaran,
    )


def _bare(kode: str, nomor: str, nama: str) -> Indikator:
    return Indikator(kode=kode, nomor=nomor, nama=nama, satuan="", polaritas="maksimasi")


def _indikator(report: Report, entry: Entry) -> Indikator:
    komponen, nilai = _parts(entry)
    return Indikator(
        kode=entry.kode,
        nama=entry.nama,
        rumus=entry.rumus,
        satuan=_satuan(entry),
        polaritas="minimasi" if falls(entry) else "maksimasi",
        target=dict(_targets(report, entry)),
        komponen=komponen,
        nilai=nilai,
        definisi_operasional=entry.text("definisi_operasional"),
        penanggung_jawab=entry.text("penanggung_jawab"),
        sumber_data=entry.text("sumber_data"),
        keterangan=entry.text("keterangan"),
    )


def _satuan(entry: Entry) -> str:
    return entry.text("satuan") or ("%" if _PERCENT.match(entry.nama) else "")


def _targets(report: Report, entry: Entry) -> Iterator[tuple[str, NilaiTarget]]:
    cell = entry.cell("target")
    target = None if cell is None else target_value(cell.text)
    if target is not None:
        yield str(report.year or _SHARED_YEAR), target
    for _, row in entry.rows:
        if row.next_target is not None:
            later = target_value(row.next_target[1].text)
            if later is not None:
                yield str(row.next_target[0]), later


def target_value(text: str) -> NilaiTarget | None:
    """Return a printed target: a number, a grade, or both.

    >>> target_value("B (61,70)")
    NilaiTarget(predikat='B', nilai=Decimal('61.70'))
    """
    graded = _GRADED.match(text.strip())
    found = readings(text if graded is None else graded["number"] or "")
    number: Decimal | None = found[-1] if found else None
    if graded is None and number is None:
        return None
    return NilaiTarget(predikat=graded["grade"] if graded else None, nilai=number)


def _parts(entry: Entry) -> tuple[tuple[Komponen, ...], Nilai]:
    """Return the figures of the calculations as components with the formula over them.

    These are the shares that a mean is drawn from, else what the rumus divides in words.
    """
    group, ratio = entry.group, entry.ratio
    if group is not None and group.mean is not None and not is_sum(group):
        shares = [part for part in group.parts if part.share][:_MOST_PARTS]
        if len(shares) > 1:
            return _averaged(entry, shares)
    if ratio is None:
        return (), Nilai(jenis="langsung")
    both = (
        Komponen(kode="atas", nama=ratio.top, satuan=unit_counted(ratio.top)),
        Komponen(kode="bawah", nama=ratio.bottom, satuan=unit_counted(ratio.bottom)),
    )
    return both, Nilai(rumus="atas/bawah*100" if _is_scaled(entry) else "atas/bawah")


def _is_scaled(entry: Entry) -> bool:
    """Whether a division is meant times a hundred: unless unit, name or rumus say otherwise."""
    satuan = entry.text("satuan")
    other_unit = bool(satuan) and not PERCENT.search(satuan)
    return not (other_unit or _UNSCALED.match(entry.nama) or _OTHER_FACTOR.search(entry.rumus))


def _averaged(entry: Entry, parts: list[Statement]) -> tuple[tuple[Komponen, ...], Nilai]:
    """Return numerator and denominator of each part; equal denominators are one component."""
    units = [_unit(entry, part) for part in parts]
    known = all(units)
    bottoms: dict[Fraction, str] = {}
    tops, shares = [], []
    for n, (part, satuan) in enumerate(zip(parts, units, strict=True)):
        letter = chr(ord("a") + n)
        bottom = part.share.bottom if part.share else Fraction(1)
        tops.append(
            Komponen(kode=f"atas_{letter}", nama=part_name(part), satuan=satuan if known else "")
        )
        shares.append(f"atas_{letter}/{bottoms.setdefault(bottom, f'bawah_{letter}')}")
    below = (Komponen(kode=kode, nama=as_typed(bottom)) for bottom, kode in bottoms.items())
    return (*tops, *below), Nilai(rumus=f"AVERAGE({', '.join(shares)})*100")


def part_name(part: Statement) -> str:
    """Return what a part of a mean is called, else the number that it counts."""
    return part.name or (as_typed(part.share.top) if part.share else "")


def _unit(entry: Entry, part: Statement) -> str:
    """Return what a part counts: rupiah, what its label says, or what the rumus says."""
    if part.rupiah:
        return "rupiah"
    said = unit_counted(part.name) if "jumlah" in part.name.lower() else ""
    ratio = entry.ratio
    return said or (unit_counted(ratio.top) if ratio else "")
