"""The form in which the regency verifies the figures of a report."""

from datetime import datetime
from pathlib import Path

from iku.consolidation.regency_report import RegencyReport
from iku.consolidation.table import rows_of
from iku.consolidation.verification import COLUMNS
from iku.verification_form import verification_form
from workbook_builder import save_whole, write_workbook
from workflow.decisions import read_table
from workflow.refusal import RefusedError


def keep_verdicts(path: Path) -> None:
    """Raise RefusedError where a form would be written over one that already holds verdicts."""
    if not path.exists():
        return
    rows, _ = rows_of(read_table(path, COLUMNS), COLUMNS)
    if any(row.text("putusan") or row.text("terverifikasi") for row in rows):
        message = (
            f"{path} sudah berisi putusan dan tidak ditimpa; pilih nama hasil yang lain, dan "
            "sebutkan yang ini dengan --verification agar putusannya terbawa"
        )
        raise RefusedError(message)


def write_verification_form(report: RegencyReport, path: Path) -> None:
    """Write the workbook in which the regency verifies a report's figures.

    What was decided before stands in it already; only the columns to fill in are open.
    """
    blueprint = verification_form(report)
    made = datetime(report.definition.tahun, 1, 1)  # noqa: DTZ001  a date without a place
    save_whole(write_workbook(blueprint, {}, password=None, salt=b"", modified=made), path)
