"""Finding out why the buttons are not there or do not answer, and what can be done about it."""

from addin.doctor.advice import Advice, advise, all_codes, words
from addin.doctor.diagnosing import CHECKS, diagnose
from addin.doctor.observation import Observation
from addin.doctor.reporting import as_json, report, status_of

__all__ = [
    "CHECKS",
    "Advice",
    "Observation",
    "advise",
    "all_codes",
    "as_json",
    "diagnose",
    "report",
    "status_of",
    "words",
]
