"""Refusals: the one finding that is the answer where a file cannot be read.

Inside this package a refusal travels as `RefusalError`, because it arises deep in a part;
`workbook_reader.snapshot` turns it back into the finding, so callers never meet the exception.
"""

from iku.finding import Fact, Finding, Severity


class RefusalError(Exception):
    """Carries the finding that explains why the file is not read."""

    def __init__(self, finding: Finding) -> None:
        """Keep the finding; its path is filled in where the file is known."""
        super().__init__(finding.code)
        self.finding = finding


def refusal(code: str, **facts: Fact) -> Finding:
    """Return an error finding of the BRK family, still without a path."""
    return Finding(code, facts=facts, severity=Severity.ERROR)


def lock_file() -> Finding:
    """Return the note on a file that Excel or LibreOffice keeps while a workbook is open."""
    return Finding("BRK-009", severity=Severity.INFO)


def locked_archive() -> Finding:
    """Return BRK-015: a zip archive whose members need a password."""
    return refusal("BRK-015")


def nothing_inside(kind: str) -> Finding:
    """Return BRK-012: a folder, archive or e-mail (``kind``, in Indonesian) without any file."""
    return refusal("BRK-012", jenis=kind)


def damaged(part: str, reason: str) -> RefusalError:
    """Return BRK-008: ``part`` names the broken piece, ``reason`` is a short Indonesian phrase."""
    return RefusalError(refusal("BRK-008", bagian=part, sebab=reason))


def too_large(setting: str, *, limit: str, value: str) -> RefusalError:
    """Return BRK-010: the limit and what was found instead, as Indonesian text with units.

    ``setting`` is the name under which `iku.bounds` knows the limit.
    """
    return RefusalError(refusal("BRK-010", batas=limit, nilai=value, setelan=setting))


def separated(number: int) -> str:
    """Return a count as people write it.

    >>> separated(2_500_000)
    '2.500.000'
    """
    return f"{number:,}".replace(",", ".")


def megabytes(size: int) -> str:
    """Return a size in bytes as whole megabytes, rounded up.

    >>> megabytes(25_000_001)
    '26 MB'
    """
    return f"{-(-size // 1_000_000)} MB"
