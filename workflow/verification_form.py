"""The form in which the regency verifies the figures of a report."""

from datetime import datetime
from pathlib import Path

from iku.consolidation.regency_report import RegencyReport
from iku.verification_form import verification_form
from workbook_builder import save_whole, write_workbook


def write_verification_form(report: RegencyReport, path: Path) -> None:
    """Write the workbook in which the regency verifies a report's figures.

    What was decided before stands in it already; only the columns to fill in are open.
    """
    blueprint = verification_form(report)
    made = datetime(report.definition.tahun, 1, 1)  # noqa: DTZ001  a date without a place
    save_whole(write_workbook(blueprint, {}, password=None, salt=b"", modified=made), path)
