"""The books of the two source documents and of the examples, through real files."""

import pytest

from iku.cells import WorkbookSnapshot
from iku.checks import check_submission
from iku.finding import Finding
from iku.messages import explain
from tests import workbooks
from tests.checks.books import check, data, jambi_timur, received, told
from workbook_reader.snapshot import read_snapshot_bytes


def from_file(name: str, unit: int, values: str) -> list[Finding]:
    of = workbooks.layout(name, unit)
    seen = read_snapshot_bytes(workbooks.workbook_bytes(of, data(values)), "IKU.xlsx")
    assert isinstance(seen, WorkbookSnapshot)
    return check_submission(received(seen), workbooks.definition(name))


def test_jambi_timur_as_printed() -> None:
    found = from_file("kota_jambi_2017", 2, "jambi_timur_2017")
    assert [(one.code, one.indicator, one.severity, one.cells) for one in found] == [
        ("LOG-003", "R2", "error", ("Isian!E19", "Isian!E16", "Isian!E17")),
        (
            "LOG-003",
            "R5",
            "error",
            ("Isian!E39", "Isian!E33", "Isian!E34", "Isian!E35", "Isian!E36", "Isian!E37"),
        ),
        ("LOG-008", "R3", "warning", ("Isian!E21", "Isian!E17")),
        ("LOG-010", "R1", "info", ("Isian!E10", "Isian!E12")),
        ("TRN-001", "R4", "warning", ("Isian!E26", "Isian!E27", "Isian!E28")),
        ("TRN-001", "R7", "warning", ("Isian!E46", "Isian!E47")),
        ("TRN-003", "R9", "info", ("Isian!E58", "Isian!E59")),
    ]


def test_the_printed_figures_that_do_not_follow_are_explained() -> None:
    r2, r5, r3, *_ = from_file("kota_jambi_2017", 2, "jambi_timur_2017")
    assert r2.message == (
        "Isian!E19, E16, E17: realisasi Persentase lembaga kemasyarakatan yang aktif tertulis "
        "91,80, sedangkan hitungannya 48/52 × 100 = 92,31. Capaiannya 102,56, bukan 102,00. "
        "Angka 91,80 cocok dengan 56/61; mungkin isiannya dari data yang berbeda."
    )
    assert r5.message == (
        "Isian!E39, E33, E34, E35, E36, E37: realisasi Tingkat Survey Kepuasan Masyarakat tertulis "
        "84,55, sedangkan hitungannya (0 + 200 + 1.200 + 800)/2.200 × 100 = 100,00. "
        "Capaiannya 125,00, bukan 105,69. "
        "Angka 84,55 cocok dengan 2.200/2.602; pembagi yang terisi 2.200."
    )
    assert "(197) melebihi Lembaga kemasyarakatan yang ada (52)" in r3.message
    assert explain(r2, "en").message.startswith(
        "Isian!E19, E16, E17: the realisasi of Persentase lembaga kemasyarakatan yang aktif is "
        "written as 91.80, while the entries give 48/52 × 100 = 92.31."
    )


@pytest.mark.parametrize(
    ("name", "unit", "values", "expected"),
    [
        (
            "kota_jambi_2017",
            2,
            "jambi_timur_2017_koreksi",
            [
                ("LOG-008", "R3"),
                ("LOG-010", "R1"),
                ("TRN-001", "R4"),
                ("TRN-001", "R7"),
                ("TRN-003", "R9"),
            ],
        ),
        (
            "jambi_timur_2017_triwulanan",
            0,
            "jambi_timur_2017_triwulanan",
            [
                ("LOG-008", "R3"),
                ("LOG-010", "R1"),
                ("TRN-001", "R4"),
                ("TRN-001", "R7"),
                ("TRN-003", "R9"),
            ],
        ),
        (
            "kepulauan_anambas_2024",
            0,
            "contoh_jemaja_barat_2024",
            [("IDN-003", ""), ("TRN-003", "J3")],
        ),
        # The example names no signatory.
        ("contoh_triwulanan_2025", 0, "contoh_triwulanan_2025", [("IDN-004", "")]),
    ],
)
def test_books_filled_sensibly_only_show_what_is_odd(
    name: str, unit: int, values: str, expected: list[tuple[str, str]]
) -> None:
    found = from_file(name, unit, values)
    assert [(one.code, one.indicator) for one in found] == expected


def test_a_book_made_from_entries_gives_what_its_file_gives() -> None:
    values = data("jambi_timur_2017")
    assert told(check(jambi_timur(), values)) == told(
        from_file("kota_jambi_2017", 2, "jambi_timur_2017")
    )


def test_an_empty_book_asks_for_its_entries_once_for_each_indicator() -> None:
    found = check(jambi_timur(), {})
    assert [one.code for one in found] == ["IDN-003", "IDN-004"] + ["ISI-001"] * 10


def test_another_definition_is_noticed() -> None:
    of = workbooks.layout("kota_jambi_2017", 2)
    known = of.terbitan.definisi
    seen = read_snapshot_bytes(workbooks.workbook_bytes(of, data("jambi_timur_2017_koreksi")), "a")
    assert isinstance(seen, WorkbookSnapshot)
    submission = received(seen)
    others = {
        "IDN-008": workbooks.definition("kepulauan_anambas_2024"),
        "IDN-009": workbooks.definition("kota_jambi_2017").model_copy(update={"versi": "2"}),
        "IDN-010": known,  # as issued it carries no list of units
    }
    for code, definition in others.items():
        assert check_submission(submission, definition)[0].code == code
