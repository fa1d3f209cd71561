"""Finding: one problem, its place and its facts; the sentences live in the catalogue."""

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TypeAlias

Fact: TypeAlias = str | float | int | bool | list[str] | None


class Severity(StrEnum):
    """How much a finding matters to the one who fills in."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Finding:
    """A code, where, and the values that its sentence needs.

    ``cells`` are written ``Isian!D12``; ``line`` is for text and YAML; ``facts`` fill the message.
    ``severity`` None means the catalogue's own; ``message`` and ``fix`` are filled by
    `iku.messages.explain`.
    """

    code: str
    facts: dict[str, Fact] = field(default_factory=dict)
    severity: Severity | None = None
    path: str = ""
    line: int | None = None
    sheet: str = ""
    cells: tuple[str, ...] = ()
    indicator: str = ""
    message: str = ""
    fix: str = ""

    def at(self, path: str) -> "Finding":
        """Return the same finding in the file at ``path``."""
        return replace(self, path=path)

    def as_json(self) -> dict[str, object]:
        """Return the finding as ``iku validate --json`` gives it."""
        return {
            "code": self.code,
            "severity": str(self.severity or ""),
            "path": self.path,
            "line": self.line,
            "sheet": self.sheet,
            "cells": list(self.cells),
            "indicator": self.indicator,
            "message": self.message,
            "fix": self.fix,
            "facts": dict(self.facts),
        }
