"""The definition that returned workbooks carry, where the regency hands none in."""

from collections.abc import Sequence

from iku.consolidation.candidate import Candidate
from iku.definition.model import Definition
from workflow.refusal import FileRefusedError, RefusedError


class SeveralDefinitionsError(RefusedError):
    """What came in was made from several definitions; ``named`` lists them, with their files."""

    def __init__(self, named: str) -> None:
        """Say it as the command line needs it."""
        super().__init__(
            f"berkas-berkas ini dibuat dari beberapa definisi: {named}; sebutkan yang direkap "
            "dengan --definition, atau pisahkan foldernya"
        )
        self.named = named


def definition_inside(candidates: Sequence[Candidate]) -> Definition:
    """Return the one definition that the workbooks were made from, in its newest version.

    SeveralDefinitionsError where there are several: which is meant is asked, never guessed.
    RefusedError where nothing could be read.
    """
    found: dict[tuple[str, int], list[Definition]] = {}
    for candidate in candidates:
        if candidate.returned is not None:
            one = candidate.returned.report.terbitan.definisi
            found.setdefault((one.kode, one.tahun), []).append(one)
    if len(found) > 1:
        named = ", ".join(
            f"{kode} tahun {tahun} ({len(ones)} berkas)"
            for (kode, tahun), ones in sorted(found.items())
        )
        raise SeveralDefinitionsError(named)
    for ones in found.values():
        return max(ones, key=lambda one: _version(one.versi))
    for candidate in candidates:
        raise FileRefusedError(candidate.findings[0])
    message = (
        "tidak ada buku kerja IKU yang dapat dibaca; periksa foldernya, atau sebutkan --definition"
    )
    raise RefusedError(message)


def _version(text: str) -> list[tuple[int, str]]:
    """Return a version for comparing: its numbers as numbers, so that 10 comes after 9."""
    return [(int(part), "") if part.isdecimal() else (0, part) for part in text.split(".")]
