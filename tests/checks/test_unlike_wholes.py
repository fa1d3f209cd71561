"""Edges of two questions: a jump by a power of ten, a mean whose parts cannot be pooled."""

from decimal import Decimal

import pytest

from iku.definition.load import parse_definition
from iku.definition.model import NilaiTarget
from iku.layout.layout import Layout
from iku.terbitan import issue
from tests.calculation.reports import HEAD
from tests.checks.books import check

MEAN = """
sasaran:
  - nama: Mutu
    indikator:
      - kode: K
        nama: Rata-rata tepat waktu
        satuan: "%"
        polaritas: maksimasi
        komponen:
          - {kode: tepat, nama: Tepat waktu, satuan: UNIT}
          - {kode: surat, nama: Surat masuk, satuan: surat}
          - {kode: jadi, nama: Izin jadi, satuan: izin}
          - {kode: izin, nama: Permohonan, satuan: izin}
        nilai: {rumus: "AVERAGE(tepat/surat, jadi/izin)*100"}
"""


def of_mean(unit: str, **typed: float) -> list[str]:
    definition = parse_definition(HEAD + MEAN.replace("UNIT", unit))
    entries = {f"isian.K.{part}.TAHUN": number for part, number in typed.items()}
    found = check(Layout(issue(definition, definition.unit[0])), entries)
    return [one.code for one in found if one.code == "LOG-010"]


def test_a_mean_is_asked_about_where_one_whole_outweighs_the_other() -> None:
    assert of_mean("surat", tepat=900, surat=1000, jadi=1, izin=10) == ["LOG-010"]


def test_parts_of_different_units_cannot_be_pooled() -> None:
    assert of_mean("berkas", tepat=900, surat=1000, jadi=1, izin=10) == []


@pytest.mark.parametrize(("surat", "izin"), [(0, 0), (1000, 0), (0, 10)])
def test_where_there_was_nothing_to_count_nothing_is_pooled(surat: float, izin: float) -> None:
    assert of_mean("surat", tepat=0, surat=surat, jadi=0, izin=izin) == []


@pytest.mark.parametrize(
    ("realisasi", "times"),
    [
        (7.9, None),
        (8, "10"),  # four fifths of ten times
        (12.5, "10"),  # five quarters of ten times
        (12.6, None),
        (79, None),
        (80, "100"),
        (0.08, "1/10"),
        (0.13, None),
    ],
)
def test_a_jump_is_near_a_power_of_ten_within_a_fifth_or_a_quarter(
    realisasi: float, times: str | None
) -> None:
    definition = parse_definition(
        f"{HEAD}\nsasaran:\n  - nama: Mutu\n    indikator:\n"
        "      - {kode: K, nama: Indeks, satuan: indeks, polaritas: maksimasi,"
        " nilai: {jenis: langsung}}\n"
    )
    before = {"K": {"2024": NilaiTarget(nilai=Decimal(1))}}
    of = Layout(issue(definition, definition.unit[0], before))
    found = check(of, {"isian.K.nilai.TAHUN": realisasi})

    assert [one.facts["kali"] for one in found if one.code == "TRN-004"] == (
        [times] if times else []
    )
