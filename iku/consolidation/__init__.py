"""Consolidation: the returned files of a regency → one report whose figures can be defended."""

from iku.consolidation.candidate import Candidate, Fate, Status
from iku.consolidation.consolidate import consolidate
from iku.consolidation.regency_report import RegencyReport

__all__ = ["Candidate", "Fate", "RegencyReport", "Status", "consolidate"]
