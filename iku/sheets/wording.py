"""What people read of a definition: periods, directions, targets, names of figures."""

from decimal import Decimal

from iku.definition.model import (
    DataBersama,
    Definition,
    Indikator,
    Komponen,
    NilaiTarget,
    PolaritasRentang,
)
from iku.layout.layout import Layout
from iku.periods import ROMAN
from iku.terbitan import Terbitan

TRIWULAN = {
    "komponen": "Nilai setahun dihitung dari angka s.d. periode lapor",
    "jumlah": "Nilai setahun = jumlah nilai triwulan",
    "akhir": "Nilai setahun = nilai triwulan terakhir",
    "rata_rata": "Nilai setahun = rata-rata nilai triwulan",
    "tetap": "Target sama setiap triwulan",
}
AGREGASI = {
    "komponen": "Komponen dijumlahkan, lalu dihitung",
    "rata_rata": "Rata-rata kecamatan",
    "tertimbang": "Rata-rata tertimbang",
    "jumlah": "Jumlah kecamatan",
    "maks": "Nilai tertinggi",
    "min": "Nilai terendah",
    "tidak": "Tidak digabung",
}
"""How the figures of units become one of the regency."""


def short_period(periode: str) -> str:
    """Return a period without its year.

    >>> short_period("TW2"), short_period("TAHUN")
    ('Triwulan II', 'Tahun')
    """
    return f"Triwulan {ROMAN[periode]}" if periode in ROMAN else "Tahun"


def numbered(nomor: str, nama: str) -> str:
    """Return a printed number and a name, or the name alone.

    >>> numbered("1.", "Nilai AKIP"), numbered("", "Nilai AKIP")
    ('1. Nilai AKIP', 'Nilai AKIP')
    """
    return f"{nomor} {nama}".strip()


def decimal_words(number: Decimal) -> str:
    """Return a number with a decimal comma, exactly as many decimals as it was given.

    >>> decimal_words(Decimal("0.20"))
    '0,20'
    """
    return format(number, "f").replace(".", ",")


def bounds(polaritas: PolaritasRentang) -> str:
    """Return the range that is its own target, such as ``20–30``."""
    rentang = polaritas.rentang
    return f"{decimal_words(rentang.bawah)}–{decimal_words(rentang.atas)}"


def direction(indikator: Indikator) -> str:
    """Return the polarity in words."""
    if isinstance(indikator.polaritas, PolaritasRentang):
        return f"Dalam rentang {bounds(indikator.polaritas)}"
    if indikator.polaritas == "maksimasi":
        return "Semakin tinggi semakin baik"
    return "Semakin rendah semakin baik"


def said(target: NilaiTarget) -> str:
    """Return a target as reports print it: ``90``, ``B`` or ``B (61,70)``."""
    number = "" if target.nilai is None else decimal_words(target.nilai)
    if target.predikat and number:
        return f"{target.predikat} ({number})"
    return target.predikat or number


def target_decimals(layout: Layout, indikator: Indikator) -> int:
    """Return how many decimals the targets of an indicator need: 90 none, 0,20 two."""
    return decimals_of_targets(layout.terbitan, indikator)


def decimals_of_targets(terbitan: Terbitan, indikator: Indikator) -> int:
    """Return how many decimals the targets of an indicator need in the workbook of a unit."""
    periods = terbitan.definisi.measured_periods(indikator)
    given = [
        target.nilai
        for periode in periods
        if (target := terbitan.target_of(indikator.kode, periode)) is not None
        and target.nilai is not None
    ]
    if len(given) < len(periods):
        return indikator.desimal  # others are still to be filled in
    return max(_decimals(number) for number in given)


def _decimals(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def source_of(definition: Definition, part: Komponen | DataBersama) -> Komponen | DataBersama:
    """Return the shared figure behind a component that is typed elsewhere, else the component."""
    return next((one for one in definition.data_bersama if one.kode == part.dari), part)
