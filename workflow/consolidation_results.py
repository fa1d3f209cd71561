"""The results of a consolidation as files: the recap, and whatever else was asked for."""

from datetime import datetime
from pathlib import Path

from iku.consolidation.regency_report import RegencyReport
from iku.entry_workbook import formula_values
from iku.languages import SOURCE, Language
from iku.recap.blueprint import recap_blueprint
from workbook_builder import save_whole, write_workbook
from workflow.publication import Publication
from workflow.repetition import Asked
from workflow.verification_form import write_verification_form


def write_results(report: RegencyReport, asked: Asked, drafts: Publication) -> None:
    """Write everything that was asked for as drafts, which somebody else puts in place."""
    write_recap(report, drafts.draft(asked.recap), asked.language)
    if asked.verification_form is not None:
        write_verification_form(report, drafts.draft(asked.verification_form))
    if asked.outputs:
        from workflow.outputs import draft_outputs  # noqa: PLC0415  mostly not asked for

        draft_outputs(report, asked, drafts)


def write_recap(report: RegencyReport, path: Path, language: Language = SOURCE) -> None:
    """Write the recap workbook, whole or not at all, in the language of the report's findings."""
    blueprint = recap_blueprint(report, language)
    values = formula_values(blueprint)
    made = datetime(report.definition.tahun, 1, 1)  # noqa: DTZ001  a date without a place
    save_whole(write_workbook(blueprint, values, password=None, salt=b"", modified=made), path)
