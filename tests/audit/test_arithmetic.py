"""The arithmetic in a text: what is read as a calculation, and what is not."""

from fractions import Fraction

import pytest

from iku.audit.arithmetic import Share, statements, verbal
from iku.audit.markup import without_markup
from iku.printed import simplest_ratio

READ = [
    ("48/52 x 100% = 91,80%", ["91.80"], [Fraction(4800, 52)]),
    (r"$2555/2584 \times 100\% = 98,87 \%$", ["98.87"], [Fraction(255500, 2584)]),
    (r"$\frac{48}{52} \times 100\% = 92,31\%$", ["92.31"], [Fraction(4800, 52)]),
    ("Rp. 20.198.106/ Rp. 27.006.382 X 100%= 74,79%", ["74.79"], [Fraction(2019810600, 27006382)]),
    ("48 lembaga / 52 lembaga x 100 % = 92,31 %", ["92.31"], [Fraction(4800, 52)]),
    ("48 : 52 × 100 = 92,31", ["92.31"], [Fraction(4800, 52)]),
    ("(40 + 8) / 52 * 100 = 92,31", ["92.31"], [Fraction(4800, 52)]),
    ("48/52 = 92,31%", ["92.31"], [Fraction(4800, 52)]),
    ("48/52 x 100% = 0,92", ["0.92"], [Fraction(48, 52)]),
    ("48/52 x 100% = 0,9231 x 100% = 92,31%", ["92.31"], [Fraction(4800, 52)]),
    ("80 + 90 + 100 = 270 / 3 = 90", ["90"], [Fraction(90)]),
    ("(98 – 95)/95 × 100 = 3,16 %", ["3.16"], [Fraction(300, 95)]),
    ("2.555 + 15 = 2.570", ["2570"], [Fraction(2570)]),
    ("2.555 + 15 = 2.500", ["2500"], [Fraction(2570)]),
    ("1,250 x 2 = 2,5", ["2.5"], [Fraction(5, 2)]),
    ("11/12 x 100 = 91,667", ["91.667"], [Fraction(1100, 12)]),
    ("1,5 + 1,5 = 3", ["3"], [Fraction(3)]),
    ("3.343/94.519 x 100 % = 3,54 %", ["3.54"], [Fraction(334300, 94519)]),
    ("0/2.200 × 100 = 0", ["0"], [Fraction(0)]),
    ("5/0 x 100 = 0", ["0"], [None]),
    ("a. 15/18 x 100% = 83,33% b. 9/10 x 100% = 90%", ["83.33", "90"], [Fraction(250, 3), 90]),
    ("lanjuti x 100% = 60 /73 × 100% = 82,19%", ["82.19"], [Fraction(6000, 73)]),
    ("Rata – rata = 25 %", ["25"], [None]),
    ("Persentase rata – rata = 84,55 %", ["84.55"], [None]),
    ("Rata –rata =5,21 %", ["5.21"], [None]),
    ("Rata-rata 2021-2023 = 85,62", ["85.62"], [None]),
    ("Rata-rata = (98,88 + 83,34)/2 = 91,11%", ["91.11"], [Fraction(9111, 100)]),
]
NOT_READ = [
    "Peraturan Pemerintah Nomor 19 Tahun 2008",
    "Perda Nomor 12/2008",
    "Jambi, 12/01/2018",
    "jumlah RT / jumlah RW x 100%",
    "Target = 90",
    "07.30 - 16.00 = 8,5 jam",
    "Selama 2021-2023 = naik 3,5",
    "Tahun ajaran 2023/2024 = 12 sekolah",
    "Pukul 08:00-15:00 = 7 jam",
    "B (61,70)",
    "NIP. 19800423 199912 1 001",
    "= = / x 100% =",
    "((((",
]


@pytest.mark.parametrize(("text", "printed", "values"), READ)
def test_a_calculation_is_read_exactly(
    text: str, printed: list[str], values: list[Fraction | None]
) -> None:
    read = statements(without_markup(text))
    assert [str(one.printed.number) for one in read] == printed
    assert [one.value for one in read] == values


@pytest.mark.parametrize("text", NOT_READ)
def test_what_is_no_calculation_is_left_alone(text: str) -> None:
    assert statements(text) == ()


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("48/52 x 100% = 91,80%", Share(Fraction(48), Fraction(52), Fraction(100))),
        ("(40+8)/52 = 92,31%", Share(Fraction(48), Fraction(52), Fraction(100))),
        ("1.200/2200 × 100 = 46,12", Share(Fraction(1200), Fraction(2200), Fraction(100))),
    ],
)
def test_a_division_is_known_by_its_parts(text: str, share: Share) -> None:
    assert statements(text)[0].share == share


@pytest.mark.parametrize("text", ["8 + 9 = 17", "1/2/3 = 0,17", "a 0/52 x 100 = 0"])
def test_what_is_more_or_less_than_one_division_has_no_parts(text: str) -> None:
    assert statements(text)[0].share is None


def test_labels_tell_what_a_figure_is() -> None:
    text = (
        "x 100% a. Non Perizinan 5/8 x 100% = 62,5% Mudah/sesuai = 1/4 × 100 = 25 Rata-rata = 44%"
    )
    assert [one.name for one in statements(text)] == ["Non Perizinan", "Mudah/sesuai", "Rata-rata"]


def test_a_rumus_in_words_ends_before_its_figures() -> None:
    assert verbal("Jumlah Lokasi/RT / Jumlah RT x 100 % Lokasi: 61/192 x 100% = 31,77%") == (
        "Jumlah Lokasi/RT / Jumlah RT x 100 %"
    )
    assert verbal("48/52 = 92,31%") == ""


def test_a_long_run_of_numbers_is_read_in_no_time() -> None:
    statements(" + ".join(["1.234"] * 3000) + " = 5")


def test_a_ratio_of_far_smaller_numbers_explains_nothing() -> None:
    printed = statements("48/52 x 100% = 50%")[0].printed
    assert simplest_ratio(printed, Fraction(100), 52) is None
