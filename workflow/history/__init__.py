"""History: what the regency issued, received, worked out and decided; one SQLite file.

Its tables are in ``schema/``, one script for each version of them.
"""

from workflow.history.decisions import Decision, decisions, record_decisions
from workflow.history.keys import KnownKey, known_keys, trust_key, withdraw_key
from workflow.history.register import History, Issue
from workflow.history.runs import Run, RunFile, files_of, latest_runs, values_of

__all__ = [
    "Decision",
    "History",
    "Issue",
    "KnownKey",
    "Run",
    "RunFile",
    "decisions",
    "files_of",
    "known_keys",
    "latest_runs",
    "record_decisions",
    "trust_key",
    "values_of",
    "withdraw_key",
]
