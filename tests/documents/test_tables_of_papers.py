"""What tables of papers hold: targets, later years, means, mended figures, what was verified."""

from dataclasses import replace

import pytest

from iku.address import CellRef
from iku.calculation.figure import State
from iku.cells import Value
from iku.consolidation import consolidate
from iku.consolidation.decisions import Decisions, Origin, Verdict, Verified
from iku.definition.model import Definition
from iku.documents.about import about_unit
from iku.documents.blocks import Fields, Paragraph, Table
from iku.documents.capaian import capaian_fields
from iku.documents.efficiency_kabupaten import regency_efficiency_section
from iku.documents.material import Material
from iku.documents.rencana_aksi import rencana_aksi_fields
from iku.documents.verifikasi import verifikasi_fields
from tests.anggaran.sample import NAME, whole_year
from tests.consolidation.sample import RATIO, SCORE, candidate, definition_of, ratio
from tests.workbooks import EVERY_KIND, definition

GRADE = """\
      - kode: C1
        nama: Nilai AKIP
        satuan: nilai
        polaritas: maksimasi
        nilai: {jenis: predikat}
        target: {TAHUN: {predikat: B, nilai: 70}}
"""
LATER = RATIO.replace("{TAHUN: 20}", "{TAHUN: 20, 2018: 25, 2019: 30}")


def texts(table: Table) -> list[list[str]]:
    return [[one.text for one in row] for row in table.rows]


def heads(table: Table) -> list[str]:
    return [one.head for one in table.columns]


def capaian(of: Definition, **more: float) -> Fields:
    """The report of one unit: 30 of 100, and what else is entered (B1 by `dilaporkan`)."""
    entries: dict[str, Value] = {**ratio(30.0, 100.0), "isian.B1.nilai.TAHUN": 60.0}
    entries |= {f"dilaporkan.{kode}.TAHUN": value for kode, value in more.items()}
    report = consolidate(of, [candidate(of, "99.01.01", entries)])
    return capaian_fields(Material(of, report), of.unit[0])


def table_of(fields: Fields, key: str) -> Table:
    return table_in(fields[key])


def table_in(blocks: object) -> Table:
    assert isinstance(blocks, tuple)
    return next(one for one in blocks if isinstance(one, Table))


@pytest.mark.parametrize(
    ("indikator", "head"),
    [
        (RATIO, "Target (%)"),
        (RATIO + GRADE, "Target (%)"),  # a grade has no unit
        (RATIO + SCORE, "Target"),
    ],
)
def test_percent_stands_over_the_targets_where_all_are_percentages(
    indikator: str, head: str
) -> None:
    fields = capaian(definition_of(indikator))

    assert heads(table_of(fields, "tabel_capaian"))[3] == head
    assert heads(table_of(fields, "tabel_rumus"))[2] == head


def test_later_years_have_a_target_and_room_for_their_capaian_under_one_head() -> None:
    table = table_of(capaian(definition_of(LATER)), "tabel_capaian")

    assert heads(table)[6:] == ["Target", "Capaian"] * 2
    assert [(one.text, one.across) for one in table.above[0][6:]] == [
        ("RENSTRA 2018", 2),
        ("RENSTRA 2019", 2),
    ]
    assert texts(table)[0][-4:] == ["25", "-", "30", "-"]


def test_without_later_years_there_is_one_row_of_heads() -> None:
    table = table_of(capaian(definition_of(RATIO)), "tabel_capaian")

    assert (table.above, len(table.columns)) == ((), 6)


@pytest.mark.parametrize("indikator", [RATIO + SCORE, LATER + SCORE])
def test_the_mean_stands_under_the_capaian(indikator: str) -> None:
    table = table_of(capaian(definition_of(indikator)), "tabel_capaian")
    label, mean, *rest = table.rows[-1]

    assert heads(table)[label.across] == "Capaian (%)"
    assert mean.text == "112,50"  # of 150,00 and 75,00
    assert label.across + 1 + sum(one.across for one in rest) == len(table.columns)


def test_a_figure_printed_otherwise_is_listed_with_both() -> None:
    fields = capaian(definition_of(RATIO + SCORE), A1=29.5, B1=60.0)
    blocks = fields["angka_dibetulkan"]

    assert texts(table_in(blocks)) == [["Persentase RT penerima", "29,50", "30,00", "150,00"]]
    marked = [row[4].lines[0][0].corrected for row in table_of(fields, "tabel_capaian").rows[:2]]
    assert marked == [True, False]


def test_nothing_is_listed_where_all_was_printed_right() -> None:
    assert capaian(definition_of(RATIO), A1=30.0)["angka_dibetulkan"] == ()


def test_what_a_unit_is_for_is_numbered_from_one_and_each_thing_is_said_once() -> None:
    of = definition_of(RATIO).model_copy(
        update={"tugas": "Melayani", "fungsi": ("pertama", "kedua"), "dasar_hukum": ("Perda 1",)}
    )

    told = [one.text for one in about_unit(of, of.unit[0]) if isinstance(one, Paragraph)]

    assert told[0].startswith("1. Nama Unit Organisasi : ")
    assert told[1:] == [
        "2. Tugas : Melayani",
        "3. Fungsi :",
        "pertama",
        "kedua",
        "4. Misi : Meningkatkan mutu pelayanan",
        "5. Dasar Hukum : Perda 1",
        "",
    ]


def test_an_indicator_without_its_object_has_no_targets_in_the_plan() -> None:
    of = definition(EVERY_KIND)
    unit = next(one for one in of.unit if not all(one.has(each) for each in of.indikator))
    absent = [each.nama for each in of.indikator if not unit.has(each)]

    table = table_of(rencana_aksi_fields(of, unit), "tabel_rencana")
    rows = [row for row in texts(table) if any(name in text for text in row for name in absent)]

    assert len(rows) == len(absent)
    for row in rows:
        assert row[-6:-1] == [State.TIDAK_ADA_OBJEK.value, "-", "-", "-", "-"]


@pytest.mark.parametrize(
    ("value", "said"), [(25.0, "25"), (1234.5, "1.234,50"), (None, "30"), ("Nihil", "Nihil")]
)
def test_a_verified_value_is_whole_or_has_two_decimals_and_without_one_the_reported_stands(
    value: Value, said: str
) -> None:
    of = definition_of(RATIO)
    name = "isian.A1.penerima.TAHUN"
    one = Verified(
        *("99.01.01", "A1", "penerima", "TAHUN", name, 30.0, value, Verdict.DITERIMA),
        Origin("verifikasi.csv", "a" * 64, CellRef("verifikasi", 2, 10)),
    )
    report = consolidate(of, [candidate(of, "99.01.01", ratio(30.0, 100.0))])
    decided = Material(of, replace(report, decisions=Decisions(verification=(one,))))

    (row,) = texts(table_of(verifikasi_fields(decided, of.unit[0]), "tabel_verifikasi"))

    assert row[2:5] == ["RT penerima, TAHUN", "30", said]


def test_money_is_listed_for_the_units_that_have_programmes() -> None:
    of = definition(NAME)
    two = tuple(one.kode for one in of.unit[:2])
    of = of.model_copy(
        update={
            "program": tuple(one.model_copy(update={"berlaku_untuk": two}) for one in of.program)
        }
    )
    report = consolidate(of, [candidate(of, two[0], whole_year())])

    tables = [one for one in regency_efficiency_section(report) if isinstance(one, Table)]

    assert [row[0] for row in texts(tables[-1])] == ["Hulu", "Hilir"]
