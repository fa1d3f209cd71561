"""The regency's ranking, with the rule by which it was made printed under it."""

from collections.abc import Iterator

from iku.calculation.figure import in_indonesian
from iku.consolidation.ranking import Ranked, Ranking, ranking
from iku.documents.blocks import (
    Bars,
    Block,
    Cell,
    Column,
    Fields,
    Party,
    Signatures,
    Table,
    cell,
    paragraph,
)
from iku.documents.common import common_fields
from iku.documents.material import Material
from iku.documents.people import regency_head
from iku.documents.said import NONE, figure_text
from iku.recap.peringkat import low_words


def peringkat_fields(material: Material) -> Fields:
    """Return what the ranking names; who has no place stands last, with the reason."""
    report = material.figures
    found = ranking(report)
    return {
        **common_fields(material.definition, None),
        "periode": report.period_words,
        "kelengkapan": report.completeness,
        "tabel_peringkat": (_table(material, found),),
        "grafik": (_bars(found),),
        "aturan": tuple(_rules(material, found)),
        "tanda_tangan": (Signatures((Party((f"{regency_head(material.definition)},",), ""),)),),
    }


def _table(material: Material, found: Ranking) -> Table:
    columns = (
        Column("Peringkat", 11, "tengah"),
        Column(material.definition.jenis_unit, 22),
        Column(f"{found.words} (%)", 14, "tengah"),
        Column("Indikator terjawab", 12, "tengah"),
        Column("Keterangan", 41),
    )
    return Table(columns, tuple(_row(one) for one in found.rows))


def _row(one: Ranked) -> tuple[Cell, ...]:
    remarks = [one.reason, low_words(one.low_targets)]
    return (
        cell(NONE if one.rank is None else str(one.rank)),
        cell(one.standing.unit.nama),
        cell(figure_text(one.basis)),
        cell(f"{one.known} dari {one.due}"),
        cell("\n".join(words for words in remarks if words)),
    )


def _bars(found: Ranking) -> Bars:
    placed = [one for one in found.rows if one.rank is not None]
    values = tuple(float(one.basis.number) for one in placed)
    labels = tuple(one.standing.unit.nama for one in placed)
    return Bars(f"{found.words} (%)", labels, ((found.words, values),))


def _rules(material: Material, found: Ranking) -> Iterator[Block]:
    """Yield the rule as the definition sets it, so that everyone can rank again."""
    yield paragraph("Aturan peringkat", "subjudul")
    least = in_indonesian(found.minimum, 0)
    rules = [
        f"Dasar peringkat: {found.words.lower()}.",
        f"Hanya yang menjawab paling sedikit {least}% indikatornya yang diberi peringkat.",
        "Nilai yang sama mendapat peringkat yang sama.",
        "Target yang lebih mudah daripada biasanya disebut pada kolom Keterangan.",
    ]
    if found.verified_only:
        rules.insert(1, "Hanya angka yang sudah diverifikasi yang dihitung.")
    if found.alone:
        codes = ", ".join(one.kode for one in found.alone)
        rules.append(f"Tidak diperbandingkan karena hanya ada di satu unit: {codes}.")
    limit = material.definition.pengaturan.capaian.batas_rata_rata
    if found.dasar == "rata_rata_batas" and limit is not None:
        rules.insert(1, f"Capaian di atas {in_indonesian(limit, 0)}% dihitung sebagai batas itu.")
    yield from (paragraph(f"{n}. {rule}", "butir") for n, rule in enumerate(rules, 1))
