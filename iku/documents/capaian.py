"""Laporan Capaian Target IKU: the two tables that a kecamatan signs after the year (seed 2)."""

from collections.abc import Iterator
from dataclasses import dataclass

from iku.calculation.results import Results
from iku.definition.model import Definition, Indikator, Unit
from iku.documents.about import about_unit
from iku.documents.blocks import (
    Block,
    Cell,
    Column,
    Fields,
    Paragraph,
    Run,
    Signatures,
    Table,
    cell,
    paragraph,
    plain,
)
from iku.documents.common import common_fields
from iku.documents.goals import goal_in_one
from iku.documents.material import Material
from iku.documents.people import camat, signing_person
from iku.documents.said import NONE, capaian_text, figure_text, realisasi_text, target_text
from iku.documents.source_notes import corrections
from iku.documents.worked import differs, source_text, worked_lines
from iku.names import indikator_name
from iku.sheets.wording import numbered, said

MEAN = "RATA – RATA CAPAIAN IKU"
_OWN = 6  # columns of the year itself; those of later years follow


@dataclass(frozen=True)
class _Reported:
    """The results of one unit in one period, and what the definition's source printed of them."""

    results: Results
    periode: str

    @property
    def definition(self) -> Definition:
        return self.results.definition

    def printed(self, indikator: Indikator) -> float | None:
        """Return the realisasi that a signed report printed, where it was entered."""
        name = indikator_name("dilaporkan", indikator.kode, self.periode)
        value = self.results.report.entries.get(name)
        return value if isinstance(value, float) else None

    def corrected(self, indikator: Indikator) -> bool:
        """Whether the realisasi is another than the printed one."""
        printed = self.printed(indikator)
        figure = self.results.result(indikator.kode, self.periode).realisasi
        return printed is not None and differs(figure, printed, indikator.desimal)


def capaian_fields(material: Material, unit: Unit) -> Fields:
    """Return what the report names."""
    reported = _Reported(material.results(unit), material.figures.period)
    person, tanggal = signing_person(reported.results.report, reported.periode, unit)
    return {
        **common_fields(material.definition, unit),
        "keterangan_unit": tuple(about_unit(material.definition, unit, "Nama SKPD")),
        "sasaran_misi": (paragraph(material.definition.misi),) if material.definition.misi else (),
        "tabel_capaian": (_capaian(reported),),
        "tabel_rumus": (_rumus(reported),),
        "tanda_tangan": (Signatures((camat(material.definition, unit, person, tanggal),)),),
        "angka_dibetulkan": tuple(_mended(reported)),
        "catatan_koreksi": corrections(material.definition),
    }


def _percent(definition: Definition) -> str:
    """Return the unit that stands over all targets, where they have one in common."""
    units = {one.satuan for one in definition.indikator if one.nilai.jenis != "predikat"}
    return " (%)" if units == {"%"} else ""


def _later_years(definition: Definition) -> list[str]:
    years = {key for one in definition.indikator for key in one.target if key.isdigit()}
    return sorted(year for year in years if int(year) > int(definition.tahun))


def _capaian(reported: _Reported) -> Table:
    definition = reported.definition
    years = _later_years(definition)
    columns = (
        Column("Sasaran", 20),
        Column("IKU", 28),
        Column("Satuan", 7, "tengah"),
        Column(f"Target{_percent(definition)}", 10, "tengah"),
        Column("Realisasi", 11, "tengah"),
        Column("Capaian (%)", 10, "tengah"),
        *(Column(head, 8, "tengah") for _ in years for head in ("Target", "Capaian")),
    )
    above: tuple[tuple[Cell, ...], ...] = ()
    if years:
        later = (cell(f"RENSTRA {year}", across=2) for year in years)
        above = ((*(cell(one.head, down=2) for one in columns[:_OWN]), *later),)
    rows = (*_capaian_rows(reported, years), _mean_row(reported, len(years)))
    return Table(columns, rows, above)


def _capaian_rows(reported: _Reported, years: list[str]) -> Iterator[tuple[Cell, ...]]:
    for sasaran in reported.definition.sasaran:
        for n, one in enumerate(sasaran.indikator):
            result = reported.results.result(one.kode, reported.periode)
            mended = reported.corrected(one)
            yield (
                *goal_in_one(sasaran, n),
                cell(numbered(one.nomor, one.nama)),
                cell(one.satuan),
                cell(target_text(reported.results, one, reported.periode)),
                _figure(realisasi_text(one, result), mended=mended),
                _figure(capaian_text(result), mended=mended),
                *(text for year in years for text in (_later(one, year), cell(NONE))),
            )


def _later(indikator: Indikator, year: str) -> Cell:
    target = indikator.target.get(year)
    return cell(NONE if target is None else said(target))


def _mean_row(reported: _Reported, years: int) -> tuple[Cell, ...]:
    mean = reported.results.means(reported.periode).rata_rata
    mended = any(reported.corrected(one) for one in reported.definition.indikator)
    label = Cell(plain(MEAN, bold=True), across=_OWN - 1, shaded=True)
    rest = (Cell(plain(""), shaded=True),) * (2 * years)
    return (label, _figure(figure_text(mean), mended=mended), *rest)


def _figure(text: str, *, mended: bool) -> Cell:
    return Cell(((Run(text, corrected=mended),),))


def _rumus(reported: _Reported) -> Table:
    columns = (
        Column("Sasaran", 18),
        Column("IKU", 20),
        Column(f"Target{_percent(reported.definition)}", 8, "tengah"),
        Column("Penjelasan/Alasan/ Formulasi Perhitungan", 34),
        Column("Penanggung jawab", 10),
        Column("Sumber Data", 12),
    )
    return Table(columns, tuple(_rumus_rows(reported)))


def _rumus_rows(reported: _Reported) -> Iterator[tuple[Cell, ...]]:
    for at, sasaran in enumerate(reported.definition.sasaran):
        for n, one in enumerate(sasaran.indikator):
            place = f"sasaran[{at}].indikator[{n}]"
            printed = source_text(reported.definition.catatan_sumber, place)
            yield (
                *goal_in_one(sasaran, n),
                cell(numbered(one.nomor, one.nama)),
                cell(target_text(reported.results, one, reported.periode)),
                Cell(worked_lines(reported.results, one, reported.periode, printed)),
                cell(one.penanggung_jawab),
                cell(one.sumber_data),
            )


def _mended(reported: _Reported) -> Iterator[Block]:
    """Yield what was printed otherwise, as a table under its own heading; nothing where all fits."""
    rows = tuple(
        _mended_row(reported, one)
        for one in reported.definition.indikator
        if reported.corrected(one)
    )
    if not rows:
        return
    yield Paragraph((Run("* Angka yang dibetulkan"),), "subjudul")
    columns = (
        Column("IKU", 46),
        Column("Tercetak dalam laporan asal", 18, "tengah"),
        Column("Menurut isian", 18, "tengah"),
        Column("Capaian (%)", 18, "tengah"),
    )
    yield Table(columns, rows)


def _mended_row(reported: _Reported, indikator: Indikator) -> tuple[Cell, ...]:
    result = reported.results.result(indikator.kode, reported.periode)
    printed = reported.printed(indikator)
    was = "" if printed is None else f"{printed:.{indikator.desimal}f}".replace(".", ",")
    return (
        cell(numbered(indikator.nomor, indikator.nama)),
        cell(was),
        cell(realisasi_text(indikator, result)),
        cell(capaian_text(result)),
    )
