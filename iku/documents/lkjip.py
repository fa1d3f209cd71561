"""LKjIP Bab III of one unit: what was reached against everything it is compared with, and why."""

from collections.abc import Iterator
from dataclasses import dataclass

from iku.calculation.figure import in_indonesian
from iku.calculation.results import Result, Results
from iku.definition.model import Indikator, Sasaran, Unit
from iku.documents.analysis import analysis_of, evidence_of
from iku.documents.blocks import Bars, Block, Cell, Column, Fields, Signatures, Table, cell
from iku.documents.blocks import paragraph as line
from iku.documents.common import common_fields
from iku.documents.comparing import Compared, comparison_table, of_target
from iku.documents.efficiency import efficiency_section
from iku.documents.goals import goal
from iku.documents.material import Material
from iku.documents.people import camat, signing_person
from iku.documents.said import (
    capaian_text,
    figure_text,
    percent_text,
    realisasi_text,
    target_text,
)
from iku.documents.worked import worked_parts
from iku.periods import in_words, up_to
from iku.sheets.wording import direction, numbered

_YEARS = 5
_NO_ANALYSIS = "Analisis belum ditulis pada lembar Analisis."


@dataclass(frozen=True)
class _Year:
    """One unit's results up to a period, and the regency's to compare with."""

    material: Material
    unit: Unit
    results: Results
    periode: str

    def result(self, one: Indikator) -> Result:
        return self.results.result(one.kode, self.periode)


def lkjip_fields(material: Material, unit: Unit) -> Fields:
    """Return what the chapter names."""
    year = _Year(material, unit, material.results(unit), material.figures.period)
    person, tanggal = signing_person(year.results.report, year.periode, unit)
    return {
        **common_fields(material.definition, unit),
        "periode": in_words(year.periode, int(material.definition.tahun)),
        "tabel_capaian": (_overview(year),),
        "rata_rata": tuple(_means(year)),
        "grafik_capaian": (_bars(year),),
        "uraian": tuple(_by_sasaran(year)),
        "efisiensi": efficiency_section(year.results, year.periode, "C."),
        "tanda_tangan": (Signatures((camat(material.definition, unit, person, tanggal),)),),
    }


def _overview(year: _Year) -> Table:
    columns = (
        Column("No.", 5, "tengah"),
        Column("Sasaran Strategis", 20),
        Column("Indikator Kinerja", 24),
        Column("Satuan", 9, "tengah"),
        Column("Target", 9, "tengah"),
        Column("Realisasi", 11, "tengah"),
        Column("Capaian (%)", 11, "tengah"),
        Column("Kategori", 11, "tengah"),
    )
    rows = (row for sasaran in year.material.definition.sasaran for row in _rows(year, sasaran))
    return Table(columns, tuple(rows))


def _rows(year: _Year, sasaran: Sasaran) -> Iterator[tuple[Cell, ...]]:
    for n, one in enumerate(sasaran.indikator):
        result = year.result(one)
        yield (
            *goal(sasaran, n),
            cell(numbered(one.nomor, one.nama)),
            cell(one.satuan),
            cell(target_text(year.results, one, year.periode)),
            cell(realisasi_text(one, result)),
            cell(capaian_text(result)),
            cell(result.kategori),
        )


def _means(year: _Year) -> Iterator[Block]:
    means = year.results.means(year.periode)
    yield line(
        f"Rata-rata capaian {percent_text(means.rata_rata)} dari {means.included} di antara "
        f"{means.total} indikator; dengan batas maksimum {percent_text(means.rata_rata_batas)}, "
        f"menurut sasaran {percent_text(means.rata_rata_sasaran)}."
    )


def _bars(year: _Year) -> Bars:
    shown = [one for one in year.material.definition.indikator if year.result(one).capaian.counted]
    values = tuple(float(year.result(one).capaian.number) for one in shown)
    labels = tuple(one.nama for one in shown)
    return Bars("Capaian setiap indikator (%)", labels, (("Capaian (%)", values),))


def _by_sasaran(year: _Year) -> Iterator[Block]:
    for n, sasaran in enumerate(year.material.definition.sasaran):
        yield line(f"Sasaran {sasaran.nomor or n + 1} {sasaran.nama}", "subjudul")
        mean = year.results.means(year.periode).per_sasaran[n]
        yield line(f"Rata-rata capaian sasaran ini: {figure_text(mean)}.")
        for one in sasaran.indikator:
            yield from _indicator(year, one)


def _indicator(year: _Year, one: Indikator) -> Iterator[Block]:
    result = year.result(one)
    yield line(numbered(one.nomor, one.nama), "subjudul")
    yield line(_sentence(year, one, result))
    compared = comparison_table(result.realisasi, tuple(_comparisons(year, one)), one.desimal)
    if compared is not None:
        yield compared
    yield from _working(year, one)
    yield from _reasons(year, one)


def _sentence(year: _Year, one: Indikator, result: Result) -> str:
    """Return target, realisasi and capaian in one sentence, with what "better" means here."""
    target = target_text(year.results, one, year.periode)
    rated = f" ({result.kategori})" if result.kategori else ""
    if not result.realisasi.counted and not result.predikat:
        return f"Target {target} {one.satuan}; {result.realisasi.state.value.lower()}."
    return (
        f"Target {target} {one.satuan}, realisasi {realisasi_text(one, result)}, "
        f"capaian {capaian_text(result)}{rated}. {direction(one)}."
    )


def _comparisons(year: _Year, one: Indikator) -> Iterator[Compared]:
    """Yield earlier years, latest first, the Renstra end target, and the regency's figure."""
    terbitan = year.results.report.terbitan
    known = terbitan.sebelumnya.get(one.kode, {})
    for key in sorted(filter(str.isdigit, known), reverse=True)[:_YEARS]:
        yield of_target(f"Realisasi tahun {key}", known[key])
    issued = terbitan.target.get(one.kode, {})
    for key in sorted(filter(str.isdigit, issued))[-1:]:
        yield of_target(f"Target akhir Renstra ({key})", issued[key])
    figure = year.material.figures.aggregation.figure(one.kode, year.periode)
    # A part says nothing beside the sum that it is part of.
    comparable = figure.realisasi.counted and not figure.method.stands_alone
    if comparable and figure.method.agregasi != "jumlah" and figure.of > 1:
        regency = year.material.definition.kabupaten.nama
        number = figure.realisasi.number
        words = f"{regency} ({figure.n} dari {figure.of} unit)"
        yield Compared(words, in_indonesian(number, one.desimal), number)


def _working(year: _Year, one: Indikator) -> Iterator[Block]:
    if one.nilai.rumus is not None and year.result(one).realisasi.counted:
        for runs in worked_parts(year.results, one, year.periode):
            yield line("".join(run.text for run in runs), "butir")


def _reasons(year: _Year, one: Indikator) -> Iterator[Block]:
    """Yield what the unit wrote in its latest period, and the evidence it named."""
    report = year.results.report
    written = False
    for periode in reversed(up_to(year.periode)):
        analysis = analysis_of(report, one, periode)
        parts = (
            ("Pendorong keberhasilan", analysis.pendorong),
            ("Penghambat", analysis.penghambat),
            ("Rencana tindak lanjut", analysis.follow_up),
        )
        for label, text in parts:
            if text:
                written = True
                yield line(f"{label}: {text}")
        if written:
            break
    if not written:
        yield line(_NO_ANALYSIS, "catatan")
    named = [each.nama for each in evidence_of(report, one, year.periode) if each.nama]
    if named:
        yield line(f"Bukti dukung: {'; '.join(named)}.")
