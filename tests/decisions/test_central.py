"""Central values: what the regency knows counts, with its cell, and nobody sends anything again."""

from fractions import Fraction

import pytest

from iku.address import CellRef
from iku.cells import Value
from tests.consolidation.sample import candidate, ratio

from .sample import EAST, NORTH, SOUTH, D, central, codes, figure, report_of, table

FILES = [
    candidate(D, NORTH, ratio(30.0, 100.0)),
    candidate(D, SOUTH, ratio(20.0, 100.0)),
    candidate(D, EAST, ratio(10.0, 100.0)),
]
FILLED = central(
    (NORTH, "C1", None, "TAHUN", "61,70", "B", "LHE 2017"),
    ("Selatan", "C1", None, None, "70.5", "", "LHE 2017"),
    (NORTH, "C2", "tindak", "TAHUN", 3.0, None, "Inspektorat"),
    (NORTH, "C2", "temuan", "TAHUN", 4.0, None, "Inspektorat"),
    (SOUTH, "C2", "tindak", "TAHUN", 1.0, None, "Inspektorat"),
    (SOUTH, "C2", "temuan", "TAHUN", 2.0, None, "Inspektorat"),
    (EAST, "C2", "tindak", "TAHUN", "Nihil", None, "Inspektorat"),
    (EAST, "C2", "temuan", "TAHUN", "nihil", None, "Inspektorat"),
)


def test_they_fill_what_the_files_leave_open() -> None:
    before = report_of(D, FILES)
    after = report_of(D, FILES, central=FILLED)
    assert figure(before, "C1") == (None, 0)
    assert figure(after, "C1") == (Fraction(6170 + 7050, 200), 2)
    assert figure(after, "C2") == (Fraction(4, 6) * 100, 3)  # 3/4 and 1/2 and nothing
    assert codes(after) == []


def test_a_value_leads_back_to_its_cell_in_the_table() -> None:
    report = report_of(D, FILES, central=FILLED)
    row = report.aggregation.slice("C2", "TAHUN", "tindak").rows[0]
    (source,) = row.sources
    assert source.place == CellRef("pusat.csv", 4, 5)
    assert (source.path, source.sha256, source.value) == ("tabel/pusat.csv", "ab" * 32, 3.0)
    own = report.aggregation.slice("A1", "TAHUN", "rt").rows[0].sources[0]
    assert (own.path, own.value) == ("", 100.0)


def test_what_the_unit_typed_gives_way_and_is_told() -> None:
    typed: dict[str, Value] = {"isian.C1.nilai.TAHUN": 90.0, "isian.C1.predikat.TAHUN": "A"}
    files = [candidate(D, NORTH, {**ratio(30.0, 100.0), **typed}), *FILES[1:]]
    report = report_of(D, files, central=FILLED)
    assert figure(report, "C1") == (Fraction(6170 + 7050, 200), 2)
    assert codes(report) == ["KON-036", "KON-036"]  # the number and the grade
    told = " ".join(one.message for one in report.findings if one.code == "KON-036")
    assert "61,7" in told
    assert "90" in told
    replaced = {(one.unit, one.name): one.replaced for one in report.decisions.central}
    assert replaced[NORTH, "isian.C1.nilai.TAHUN"] == 90.0


def test_a_status_that_the_unit_chose_gives_way_too() -> None:
    typed: dict[str, Value] = {"status.C1.TAHUN": "Data belum tersedia"}
    files = [candidate(D, NORTH, {**ratio(30.0, 100.0), **typed}), *FILES[1:]]
    report = report_of(D, files, central=FILLED)
    assert figure(report, "C1") == (Fraction(6170 + 7050, 200), 2)


def test_they_are_known_even_of_a_unit_that_sent_nothing() -> None:
    report = report_of(D, FILES[1:], central=FILLED)
    assert figure(report, "C1") == (Fraction(6170 + 7050, 200), 2)
    assert figure(report, "A1") == (Fraction(30, 200) * 100, 2)
    assert [one.kode for one in report.missing] == [NORTH]
    assert report.standings[0].reported("TAHUN") is False


@pytest.mark.parametrize(
    ("row", "code", "place"),
    [
        ((NORTH, "A1", "rt", "TAHUN", 5.0), "KON-034", "pusat.csv!B2"),
        (("99.99", "C1", None, "TAHUN", 5.0), "KON-031", "pusat.csv!A2"),
        ((NORTH, "C9", None, "TAHUN", 5.0), "KON-031", "pusat.csv!B2"),
        ((NORTH, "C2", "lain", "TAHUN", 5.0), "KON-031", "pusat.csv!C2"),
        ((NORTH, "C1", None, "TW2", 5.0), "KON-031", "pusat.csv!D2"),
        ((NORTH, "C2", None, "TAHUN", 5.0), "KON-032", "pusat.csv!C2"),
        ((NORTH, "C1", None, "TAHUN", None), "KON-032", "pusat.csv!E2"),
        ((NORTH, "C1", None, "TAHUN", "1.500"), "KON-033", "pusat.csv!E2"),
        ((NORTH, "C1", None, "TAHUN", "baik"), "KON-033", "pusat.csv!E2"),
        ((NORTH, "C1", None, "TAHUN", 61.7, "ZZ"), "KON-031", "pusat.csv!F2"),
        ((NORTH, "C1", None, "TAHUN", 61.7, "BB"), "KON-051", "pusat.csv!F2"),
    ],
)
def test_every_fault_names_its_row_and_column(
    row: tuple[Value, ...], code: str, place: str
) -> None:
    report = report_of(D, FILES, central=central(row))
    (finding,) = [one for one in report.findings if one.path == "tabel/pusat.csv"]
    assert (finding.code, finding.cells) == (code, (place,))
    assert "baris 2" in finding.message
    assert not report.decisions.central


def test_one_wrong_row_does_not_hold_up_the_others() -> None:
    rows = FILLED.rows[1:]
    report = report_of(D, FILES, central=central(*rows, ("x", "C1", None, "TAHUN", 1.0)))
    assert codes(report) == ["KON-031"]
    assert figure(report, "C1") == (Fraction(6170 + 7050, 200), 2)


def test_rows_that_contradict_each_other_are_not_used() -> None:
    first = (NORTH, "C1", None, "TAHUN", 61.7)
    report = report_of(D, FILES, central=central(first, (NORTH, "C1", None, "TAHUN", 62.0)))
    assert codes(report) == ["KON-035", "KON-035"]
    assert figure(report, "C1") == (None, 0)
    again = report_of(D, FILES, central=central(first, first))
    assert (codes(again), figure(again, "C1")) == ([], (Fraction(617, 10), 1))


def test_a_table_without_its_columns_is_no_table() -> None:
    report = report_of(D, FILES, central=table("kode_unit indikator jumlah", (NORTH, "C1", 1.0)))
    assert codes(report) == ["KON-030"]


def test_a_column_that_nobody_reads_is_told() -> None:
    head = "kode_unit indikator periode nilai sumbr"
    report = report_of(D, FILES, central=table(head, (NORTH, "C1", "TAHUN", 61.7, "LHE")))
    assert codes(report) == ["KON-048"]
    assert figure(report, "C1") == (Fraction(617, 10), 1)


def test_a_title_may_stand_above_the_head() -> None:
    rows = (("Nilai pusat 2017",), (), *FILLED.rows)
    moved = type(FILLED)(FILLED.path, FILLED.sha256, FILLED.sheet, rows)
    report = report_of(D, FILES, central=moved)
    assert figure(report, "C2") == (Fraction(4, 6) * 100, 3)
    source = report.aggregation.slice("C2", "TAHUN", "tindak").rows[0].sources[0]
    assert source.place == CellRef("pusat.csv", 6, 5)
