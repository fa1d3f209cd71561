"""The minutes of closing a period, as plain text: units with their files, and the figures."""

from collections.abc import Iterator

from iku.calculation.figure import in_indonesian
from iku.consolidation.decisions import ClosedFigure, ClosedUnit, Closing
from iku.dates_as_typed import MONTHS
from iku.periods import in_words

_WIDTH = 78


def berita_acara(closing: Closing) -> str:
    """Return the minutes of a closing; the same closing gives the same text."""
    return "\n".join(_lines(closing)) + "\n"


def _lines(closing: Closing) -> Iterator[str]:
    yield from _head(closing)
    yield from _heading("A. BERKAS YANG DITERIMA")
    for n, unit in enumerate(closing.units, 1):
        yield from _unit(n, unit)
    yield from _heading("B. ANGKA KABUPATEN/KOTA")
    for figure in closing.figures:
        yield from _figure(figure)
    yield from ("", "Yang menutup,", "", "")
    yield f"({closing.by or '........................................'})"


def _head(closing: Closing) -> Iterator[str]:
    period = in_words(closing.period, closing.tahun)
    reported = sum(bool(one.path) for one in closing.units)
    yield "BERITA ACARA PENUTUPAN DATA KINERJA"
    yield period.upper()
    yield "=" * _WIDTH
    yield f"Definisi          : {closing.template}, tahun {closing.tahun}"
    yield f"Ditutup pada      : {moment(closing.when)}"
    yield f"Ditutup oleh      : {closing.by or '(nama dan jabatan)'}"
    yield f"Sudah melapor     : {reported} dari {len(closing.units)}"
    if closing.reason:
        yield f"Alasan meski belum lengkap: {_one_line(closing.reason)}"
    yield ""
    yield f"Angka yang diterima sampai {period} dibekukan. Perubahan sesudahnya hanya dihitung"
    yield "bila diterima dengan keputusan tertulis (siapa dan mengapa)."


def _heading(text: str) -> Iterator[str]:
    yield from ("", text, "-" * _WIDTH)


def _unit(n: int, unit: ClosedUnit) -> Iterator[str]:
    yield f"{n:>3}. {unit.nama} ({unit.kode})"
    if unit.path:
        yield f"     berkas: {_one_line(unit.path)}"
        yield f"     sha256: {unit.sha256}"
    else:
        yield "     belum melapor"


def _figure(figure: ClosedFigure) -> Iterator[str]:
    yield f"{figure.kode}  {_one_line(figure.nama)}"
    realisasi = (
        figure.state
        if figure.realisasi is None
        else f"{in_indonesian(figure.realisasi)} {figure.satuan}".strip()
    )
    capaian = "-" if figure.capaian is None else f"{in_indonesian(figure.capaian)} %"
    yield f"     realisasi: {realisasi}; capaian: {capaian}; {figure.n} dari {figure.of} dihitung"


def moment(iso: str) -> str:
    """Return a time as people write it.

    >>> moment("2025-07-05T10:30:00+07:00")
    '5 Juli 2025 pukul 10.30'
    """
    day, _, clock = iso.partition("T")
    parts = day.split("-")
    if len(parts) != 3:
        return iso
    year, month, number = (int(part) for part in parts)
    return f"{number} {MONTHS[month - 1].capitalize()} {year} pukul {clock[:5].replace(':', '.')}"


def _one_line(text: str) -> str:
    return " ".join(text.split())
