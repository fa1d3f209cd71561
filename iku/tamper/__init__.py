"""The tamper check: a returned workbook against what it was when it was issued."""

from iku.tamper.book import stored_result_findings, tamper_findings

__all__ = ["stored_result_findings", "tamper_findings"]
