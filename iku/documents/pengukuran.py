"""Formulir Pengukuran Kinerja of a quarter or a year, in the customary columns."""

from collections.abc import Iterator

from iku.calculation.results import Results
from iku.definition.model import Indikator, Sasaran, Unit
from iku.documents.analysis import Analysis, analysis_before, analysis_of, evidence_of
from iku.documents.blocks import Block, Cell, Column, Fields, Party, Signatures, Table, cell
from iku.documents.blocks import paragraph as line
from iku.documents.common import common_fields
from iku.documents.efficiency import efficiency_section
from iku.documents.goals import goal
from iku.documents.material import Material
from iku.documents.people import camat, signing_person
from iku.documents.said import capaian_text, figure_text, realisasi_text, target_text
from iku.names import REPORT_FIELDS
from iku.periods import ROMAN, TAHUN, in_words
from iku.sheets.wording import numbered

_PENYUSUN = f"identitas.{REPORT_FIELDS[3]}"


def pengukuran_fields(material: Material, unit: Unit) -> Fields:
    """Return what the form names: both capaian, the analysis, and last period's follow-up."""
    results, periode = material.results(unit), material.figures.period
    return {
        **common_fields(material.definition, unit),
        "periode": in_words(periode, int(material.definition.tahun)),
        "tabel_pengukuran": (_table(results, periode),),
        "rata_rata": tuple(_means(results, periode)),
        "efisiensi": efficiency_section(results, periode),
        "tindak_lanjut_lalu": tuple(_earlier(results, periode)),
        "tanda_tangan": (_signatures(material, unit, results, periode),),
    }


def _columns(periode: str) -> tuple[Column, ...]:
    quarter = ROMAN.get(periode)
    until = f" s.d. TW {quarter}" if quarter else ""
    columns = (
        Column("No.", 4, "tengah"),
        Column("Sasaran Strategis", 12),
        Column("Indikator Kinerja", 15),
        Column("Satuan", 6, "tengah"),
        Column("Target Tahunan", 7, "tengah"),
        Column(f"Target{until}", 7, "tengah"),
        Column(f"Realisasi{until}", 8, "tengah"),
        Column("Capaian (%)", 8, "tengah"),
        Column("Capaian terhadap Target Tahunan (%)", 8, "tengah"),
        Column("Faktor Pendorong/ Penghambat", 13),
        Column("Rencana Tindak Lanjut", 13),
        Column("Penanggung Jawab", 10),
        Column("Bukti Dukung", 10),
    )
    of_quarters = {"Target", "Capaian terhadap Target Tahunan (%)"} if quarter is None else set()
    return tuple(column for column in columns if column.head not in of_quarters)


def _table(results: Results, periode: str) -> Table:
    columns = _columns(periode)
    heads = [f"({n})" for n in range(1, len(columns) + 1)]
    if periode == TAHUN:
        heads[6] = "(7)=(6)/(5)×100"
    else:
        heads[7:9] = ["(8)=(7)/(6)×100", "(9)=(7)/(5)×100"]
    rows = (row for sasaran in results.definition.sasaran for row in _of(results, sasaran, periode))
    return Table(columns, tuple(rows), numbered=tuple(heads))


def _of(results: Results, sasaran: Sasaran, periode: str) -> Iterator[tuple[Cell, ...]]:
    for n, one in enumerate(sasaran.indikator):
        yield (*goal(sasaran, n), *_row(results, one, periode))


def _row(results: Results, one: Indikator, periode: str) -> Iterator[Cell]:
    report, result = results.report, results.result(one.kode, periode)
    analysis = analysis_of(report, one, periode)
    yield from (cell(numbered(one.nomor, one.nama)), cell(one.satuan))
    yield cell(target_text(results, one, TAHUN))
    if periode != TAHUN:
        yield cell(target_text(results, one, periode))
    yield from (cell(realisasi_text(one, result)), cell(capaian_text(result)))
    if periode != TAHUN:
        yield cell(figure_text(result.capaian_tahun))
    yield cell(_reasons(analysis))
    yield cell(analysis.follow_up)
    yield cell(one.penanggung_jawab)
    yield cell("\n".join(each.nama for each in evidence_of(report, one, periode) if each.nama))


def _reasons(analysis: Analysis) -> str:
    named = (("Pendorong", analysis.pendorong), ("Penghambat", analysis.penghambat))
    return "\n".join(f"{label}: {text}" for label, text in named if text)


def _means(results: Results, periode: str) -> Iterator[Block]:
    means = results.means(periode)
    yield line(
        f"Rata-rata capaian: {figure_text(means.rata_rata)} "
        f"({means.included} dari {means.total} indikator); dengan batas maksimum: "
        f"{figure_text(means.rata_rata_batas)}; per sasaran: "
        f"{figure_text(means.rata_rata_sasaran)}.",
        "penutup",
    )


def _earlier(results: Results, periode: str) -> Iterator[Block]:
    """Yield the follow-up planned in the period before and what became of it, as a table."""
    rows = tuple(_earlier_rows(results, periode))
    if not rows:
        return
    yield line("Status tindak lanjut periode sebelumnya", "subjudul")
    columns = (
        Column("Indikator Kinerja", 30),
        Column("Rencana Tindak Lanjut", 38),
        Column("Penanggung Jawab", 14),
        Column("Tenggat", 9, "tengah"),
        Column("Status", 9, "tengah"),
    )
    yield Table(columns, rows)


def _earlier_rows(results: Results, periode: str) -> Iterator[tuple[Cell, ...]]:
    for one in results.definition.indikator:
        before = analysis_before(results.report, one, periode)
        if before is not None:
            yield (
                cell(numbered(one.nomor, one.nama)),
                cell(before.tindak_lanjut),
                cell(before.penanggung_jawab),
                cell(before.tenggat),
                cell(before.status_tindak_lanjut or "Belum diisi"),
            )


def _signatures(material: Material, unit: Unit, results: Results, periode: str) -> Signatures:
    person, tanggal = signing_person(results.report, periode, unit)
    head = camat(material.definition, unit, person)
    knowing = Party(("Mengetahui,", *head.above[-_office_lines(head) :]), head.name, head.below)
    place = ", ".join(part for part in (person.tempat, tanggal) if part)
    return Signatures((knowing, Party((place, "Penyusun,"), results.report.text(_PENYUSUN))))


def _office_lines(head: Party) -> int:
    """Return how many of the lines above name the office: two where one signs ``a.n.``."""
    return 2 if any(line.startswith("a.n.") for line in head.above) else 1
