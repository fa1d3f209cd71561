"""Late units, by days that somebody wrote down: those of files are never looked at."""

import pytest

from iku.consolidation.candidate import Candidate
from iku.consolidation.consolidate import consolidate
from iku.consolidation.deadlines import days_late
from iku.consolidation.deciding import RegencyTables
from iku.consolidation.regency_report import RegencyReport
from iku.consolidation.table import Table
from iku.periods import PERIODS
from tests.consolidation.sample import RATIO, candidate, definition_of, ratio

HEADS = ("kode_unit", "berkas", "diterima", "tenggat")
UNITS = ("99.01.01", "99.01.02", "99.01.03")


def _report(
    *rows: tuple[str, ...], batas: str = "10 Januari 2018", more: tuple[Candidate, ...] = ()
) -> RegencyReport:
    definition = definition_of(
        RATIO, pengaturan=f"{{periode: tahunan, batas_waktu: {{TAHUN: {batas}}}}}"
    )
    files = [candidate(definition, unit, ratio(3.0, 12.0), revisi=1.0) for unit in UNITS]
    table = Table("waivers.csv", "ab", "waivers.csv", (HEADS, *rows)) if rows else None
    tables = RegencyTables(waivers=table)
    return consolidate(definition, [*files, *more], tables=tables)


def _told(report: RegencyReport) -> dict[str, str]:
    codes = {"KON-020", "KON-021", "KON-022"}
    return {one.code: one.message for one in report.findings if one.code in codes}


def test_a_unit_is_late_by_the_days_after_the_deadline() -> None:
    report = _report(
        ("99.01.01", "", "10/01/2018", ""),
        ("99.01.02", "", "13 Januari 2018", ""),
        ("99.01.03", "", "2018-01-02", ""),
    )

    assert [days_late(report, one.unit) for one in report.standings] == [0, 3, 0]
    assert list(_told(report)) == ["KON-020"]
    assert "Selatan (99.01.02)" in _told(report)["KON-020"]
    assert "13/01/2018, 3 hari setelah batas waktu 10/01/2018" in _told(report)["KON-020"]


def test_more_time_for_one_unit_goes_before_the_general_deadline() -> None:
    report = _report(
        ("99.01.01", "", "13/01/2018", "15/01/2018"), ("99.01.02", "", "13/01/2018", "")
    )

    assert [days_late(report, one.unit) for one in report.standings] == [0, 3, 0]


def test_a_later_correction_makes_nobody_late() -> None:
    definition = definition_of(RATIO)
    corrected = candidate(
        definition, UNITS[0], ratio(4.0, 12.0), revisi=2.0, path="masuk/koreksi.xlsx"
    )
    rows = (
        (UNITS[0], f"{UNITS[0]}.xlsx", "05/01/2018", ""),
        (UNITS[0], "koreksi.xlsx", "20/02/2018", ""),
    )
    report = _report(*rows, more=(corrected,))

    assert [one.path for one in report.accepted][-1] == "masuk/koreksi.xlsx"
    assert days_late(report, report.standings[0].unit) == 0


def test_where_no_day_was_written_down_it_says_so_once_for_all() -> None:
    assert list(_told(_report())) == ["KON-021"]
    assert "3 laporan" in _told(_report())["KON-021"]


@pytest.mark.parametrize("batas", ["akhir bulan", "31 Februari 2018"])
def test_a_deadline_that_is_no_date_is_told(batas: str) -> None:
    assert list(_told(_report(batas=batas))) == ["KON-022"]


def test_without_a_deadline_nothing_is_said() -> None:
    assert _told(consolidate(definition_of(RATIO), [], period="TAHUN")) == {}


def test_the_time_of_a_document_is_not_its_day_of_receipt() -> None:
    assert all(fate.candidate.modified and not fate.candidate.received for fate in _report().fates)


QUARTERLY = """\
      - kode: A1
        nama: Jumlah RT penerima
        satuan: RT
        polaritas: maksimasi
        komponen:
          - {kode: penerima, nama: RT penerima, satuan: RT}
        nilai: {rumus: penerima}
        target: {TAHUN: 20}
"""


def _days(*rows: tuple[str, ...]) -> dict[str, str]:
    """The day of receipt that one unit's reports of the year get from a table."""
    definition = definition_of(QUARTERLY, pengaturan="{periode: triwulanan}")
    files = [
        candidate(definition, UNITS[0], {}, periode=one, path=f"masuk/{one}.xlsx")
        for one in PERIODS
    ]
    heads = ("kode_unit", "diterima", "periode")
    table = Table("waivers.csv", "ab", "waivers.csv", (heads, *rows))
    report = consolidate(definition, files, tables=RegencyTables(waivers=table))
    return {one.candidate.periode_lapor: one.candidate.received for one in report.fates}


def test_the_day_of_one_quarter_does_not_date_the_report_of_another() -> None:
    days = _days((UNITS[0], "08/04/2017", ""), (UNITS[0], "09/07/2017", ""))

    assert days == {"TW1": "2017-04-08", "TW2": "2017-07-09", "TW3": "", "TW4": "", "TAHUN": ""}


def test_a_day_may_name_its_period() -> None:
    days = _days(
        (UNITS[0], "20/08/2017", "TW1"),
        (UNITS[0], "08/01/2018", "TW4"),
        (UNITS[0], "25/01/2018", "TAHUN"),
    )

    assert days["TW1"] == "2017-08-20"
    assert (days["TW2"], days["TW4"], days["TAHUN"]) == ("", "2018-01-08", "2018-01-25")
