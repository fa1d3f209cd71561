"""Money and words as papers say them."""

from fractions import Fraction

import pytest

from iku.calculation.figure import BELUM_DIISI, NIHIL, TIDAK_DAPAT, Figure, counted
from iku.definition.load import parse_definition
from iku.documents.common import DOTS, common_fields
from iku.documents.said import rupiah_text
from tests.calculation.reports import HEAD


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        (counted(250_000_000), "250.000.000"),
        (counted(Fraction(501, 2)), "250,50"),
        (counted(0), "0"),
        (BELUM_DIISI, "Belum diisi"),
        (NIHIL, "Nihil"),
        (TIDAK_DAPAT, "Tidak dapat dihitung"),
    ],
)
def test_money_is_said_with_sen_only_where_there_are_any(figure: Figure, said: str) -> None:
    assert rupiah_text(figure) == said


def test_who_signs_stands_on_a_paper_and_dots_where_nobody_is_known() -> None:
    known = "penanda_tangan: {nama: SITI AMINAH, pangkat: Pembina, nip: '1969', tempat: Jambi}"
    rest = "sasaran:\n  - nama: S\n    indikator:\n      - {kode: K, nama: Surat, satuan: surat, polaritas: maksimasi, nilai: {jenis: langsung}}\n"
    signed = parse_definition(HEAD.replace("nama: Uji}]", f"nama: Uji, {known}}}]") + rest)
    silent = parse_definition(HEAD + rest)
    asked = ("nama_camat", "pangkat", "nip", "tempat")

    fields = [common_fields(one, one.unit[0]) for one in (signed, silent)]

    assert [fields[0][key] for key in asked] == ["SITI AMINAH", "Pembina", "1969", "Jambi"]
    assert [fields[1][key] for key in asked] == [DOTS] * 4
    assert (fields[0]["unit"], fields[0]["kode_unit"]) == ("Kecamatan Uji", "21.05.09")
