"""Checks: what is wrong or odd in a returned workbook, where, and what to do about it.

A rule is a function from a submission to findings; `iku.checks.run.RULES` lists them all. To add
one, write the function, put it into the tuple, and give its code a sentence in `iku/messages`.
"""

from iku.checks.notes import catatan_rows, cleared_rows, confirmed, places_of, progress
from iku.checks.progress import Progress, progress_words
from iku.checks.run import check_submission

__all__ = [
    "Progress",
    "catatan_rows",
    "check_submission",
    "cleared_rows",
    "confirmed",
    "places_of",
    "progress",
    "progress_words",
]
