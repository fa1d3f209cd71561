"""What is read of a report before anything is judged: its year, its rows, what a percent means."""

from fractions import Fraction

import pytest

from iku.audit.arithmetic import statements
from iku.audit.report import Report
from iku.audit.text_source import text_document

HEAD = "No.\tSasaran\tIndikator Kinerja Utama\tSatuan\tTarget\tRealisasi\tCapaian (%)\n"
ROW = "1.\tMutu\tIndeks Kepuasan Masyarakat\tindeks\t80\t82,40\t103,00\n"


def report(text: str) -> Report:
    return Report(text_document(text))


@pytest.mark.parametrize(
    ("text", "year"),
    [
        (f"IKU KECAMATAN SUKA MAJU TAHUN 2023\n{HEAD}{ROW}", 2023),
        ("".join(f"IKU TAHUN {year}\n{HEAD}{ROW}" for year in (2022, 2023, 2023)), 2023),
        (f"LAPORAN KINERJA KECAMATAN SUKA MAJU\n{HEAD}{ROW}", None),
    ],
)
def test_a_report_is_of_the_year_that_most_of_its_titles_name(text: str, year: int | None) -> None:
    assert report(text).year == year


@pytest.mark.parametrize(
    "numbers",
    [
        "(1)\t(2)\t(3)\t(4)\t(5)\t(6)\t(7)\n",
        "1\t2\t3\t4\t5\t6\t7\n",
        "(1)\t(2)\t(3)\t\t(5)\t\t(7)\n",
    ],
)
def test_a_row_that_numbers_the_columns_is_no_indicator(numbers: str) -> None:
    text = f"LAPORAN KECAMATAN SUKA MAJU TAHUN 2023\n{HEAD}{numbers}{ROW}"

    assert [one.name.text for one in report(text).entries] == ["Indeks Kepuasan Masyarakat"]


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("48/52 = 92,31%", Fraction(4800, 52)),  # the hundred is left out
        ("48/52 = 92,31", Fraction(48, 52)),  # no percent anywhere: taken at its word
        ("48/52 x 100% = 9.230,77%", Fraction(4800, 52)),  # it is there already
    ],
)
def test_a_hundred_is_added_only_to_a_percentage_that_leaves_it_out(
    text: str, exact: Fraction
) -> None:
    (one,) = statements(text)

    assert one.value == exact
