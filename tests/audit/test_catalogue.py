"""A clean report about every indicator of the catalogue: nothing may be said about it."""

from fractions import Fraction

from iku.calculation.figure import half_up, in_indonesian
from iku.definition.model import Indikator
from iku.katalog import Entri, katalog

from .reports import found

TARGETS = (
    "No.\tSasaran\tIndikator Kinerja Utama\tSatuan\tArah Penilaian\tTarget\tRealisasi\tCapaian (%)"
)
EXPLAINED = (
    "No.\tIndikator Kinerja Utama\tDefinisi Operasional\tFormulasi Perhitungan\tPenanggung Jawab"
    "\tSumber Data"
)
UP, DOWN = "Semakin tinggi semakin baik", "Semakin rendah semakin baik"


def figures(indikator: Indikator, n: int) -> tuple[int, int, Fraction]:
    """Return target, realisasi and capaian that fit the direction."""
    if indikator.polaritas == "minimasi":
        return 10, 8, Fraction(120)
    realisasi = 82 + n % 7
    return 80, realisasi, Fraction(realisasi * 100, 80)


def measured(n: int, entri: Entri, sasaran: str) -> str:
    """Return a row; ``sasaran`` is its number and name, a tab where it goes on."""
    target, realisasi, capaian = figures(entri.indikator, n)
    arah = DOWN if entri.indikator.polaritas == "minimasi" else UP
    shown = f"{target}\t{realisasi}\t{in_indonesian(capaian)}"
    return f"{sasaran}\t{entri.indikator.nama}\t{entri.indikator.satuan}\t{arah}\t{shown}"


def explained(n: int, indikator: Indikator) -> str:
    rumus = " ".join(indikator.rumus.split())
    if indikator.satuan == "%" and (indikator.nilai.rumus or "").count("/") == 1:
        realisasi = figures(indikator, n)[1]
        rumus += f" {realisasi * 5}/500 x 100% = {realisasi},00%"
    who = f"{indikator.penanggung_jawab}\t{indikator.sumber_data}"
    return f"{n}.\t{indikator.nama}\t{indikator.definisi_operasional}\t{rumus}\t{who}"


def report() -> str:
    """Return the report: measurement with its mean, signature, explanation."""
    entries = list(enumerate(sorted(katalog().entri, key=lambda one: one.sasaran), 1))
    goals = list(dict.fromkeys(one.sasaran for _, one in entries))
    first = {goal: next(n for n, one in entries if one.sasaran == goal) for goal in goals}
    rows = [
        measured(
            n,
            one,
            f"{goals.index(one.sasaran) + 1}.\t{one.sasaran}" if n == first[one.sasaran] else "\t",
        )
        for n, one in entries
    ]
    capaian = [Fraction(half_up(figures(one.indikator, n)[2])) for n, one in entries]
    mean = in_indonesian(sum(capaian, Fraction(0)) / len(capaian))
    return "\n".join(
        [
            "LAPORAN KINERJA KECAMATAN SUKA MAJU TAHUN 2023",
            TARGETS,
            *rows,
            f"\tRata-rata capaian\t\t\t\t\t\t{mean}",
            "Suka Maju, 15 Januari 2024",
            "CAMAT SUKA MAJU",
            "PENJELASAN INDIKATOR KINERJA UTAMA TAHUN 2023",
            EXPLAINED,
            *(explained(n, one.indikator) for n, one in entries),
        ]
    )


def test_a_clean_report_on_the_whole_catalogue_gives_no_finding() -> None:
    text = report()
    assert text.count("x 100% = ") > 20
    assert [(one.code, one.line, one.facts) for one in found(text)] == []
    wrong = text.replace("/500 x 100% = ", "/400 x 100% = ", 1)
    assert [one.code for one in found(wrong)] == ["AUD-001"]
