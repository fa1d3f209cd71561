"""What an inspector planted in a sound LKjIP: each fault is found where it is, and nothing else."""

from fractions import Fraction

import pytest

from iku.audit.grid import grids
from iku.audit.text_source import text_document

from .lkjip import FAULTS, LKJIP, ROUNDED
from .reports import found


def told(text: str) -> list[tuple[str, str]]:
    lines = text.splitlines()
    return [(one.code, lines[one.line - 1] if one.line else "") for one in found(text)]


def test_nothing_is_said_about_the_sound_one() -> None:
    assert told(LKJIP) == []


@pytest.mark.parametrize(("old", "new", "expected"), FAULTS)
def test_a_planted_fault_is_found_where_it_is(
    old: str, new: str, expected: list[tuple[str, str]]
) -> None:
    assert old in LKJIP
    findings = told(LKJIP.replace(old, new, 1))
    assert sorted(code for code, _ in findings) == sorted(code for code, _ in expected)
    assert all(any(words in line for code, line in findings if code == wanted) for wanted, words in expected)  # fmt: skip


# Printed otherwise, yet right.
SOUND = [
    ("dibina belum tercapai", "dibina masih 60,00% sehingga target belum tercapai"),
    ("tahun 2024 sebesar 92,31%", "tahun 2023 sebesar 89,11%"),
    ("sebesar 92,53 persen", "sasaran pertama sebesar 102,79 persen"),
    ("3,20 poin persen", "3,59 persen"),
    ("92,53\t2\n2\tSukasari\t95,10\t1\n3\tSukaraja\t88,20\t4", "92,53\t2\n2\tSukasari\t95,10\t1\n3\tSukaraja\t88,20\t3"),
    ("\tJumlah\t750.000.000", "3\tProgram Penunjang\t-\t-\t-\t-\n\tJumlah\t750.000.000"),
    ("1\tProgram Pelayanan Publik\tRp 300.000.000", "1\tProgram Pelayanan Publik\t300000000"),
    ("\tJumlah\t35\t65\t100\t60\t60,00", "Jumlah\t35\t65\t100\t60\t60,00"),
    ("2\tProgram Pemberdayaan Masyarakat\t450", "1.1\tKegiatan Loket\t100.000.000\t95.150.000\t95,15\t4.850.000\n2\tProgram Pemberdayaan Masyarakat\t450"),
    ("\tJumlah\t750", "\tSub Jumlah\t750.000.000\t681.450.000\t90,86\t68.550.000\n\tTotal\t750"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new"), SOUND)
def test_other_ways_to_print_it_are_no_faults(old: str, new: str) -> None:
    assert old in LKJIP
    assert told(LKJIP.replace(old, new, 1)) == []


def test_a_target_met_by_rounding_only_is_told() -> None:
    assert "AUD-027" in [code for code, _ in told(ROUNDED)]
    assert "AUD-027" not in [code for code, _ in told(ROUNDED.replace("896/1.000", "904/1.000"))]


def test_groups_of_heads_count_for_the_columns_below_them() -> None:
    text = (
        "No\tDesa\tTahun 2024\t\n\t\tRealisasi\tSisa\n1\tSukamaju\t12.500\t3\n2\tCibiru\t7\t(1)\n"
    )
    grid = next(grids(text_document(text)))
    assert grid.heads[2:] == ("Tahun 2024 Realisasi", "Tahun 2024 Sisa")
    assert [[one.value for n in grid.columns if (one := row.number(n))] for row in grid.rows] == [
        [Fraction(12500), Fraction(3)],
        [Fraction(7), Fraction(-1)],
    ]
