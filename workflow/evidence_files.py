"""Look for the files of evidence that units named, in the folders that came back."""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from iku.consolidation.regency_report import RegencyReport
from iku.documents.analysis import evidence_of
from iku.documents.material import FoundFile
from iku.periods import up_to
from iku.report import Report

Found = dict[tuple[str, str], FoundFile]


def found_evidence(report: RegencyReport, paths: Iterable[Path]) -> Found:
    """Return the file of each named piece of evidence, by the unit's code and the name.

    A name is that of a file, with or without its ending, in any letters. Of several files the one
    nearest to the unit's workbook counts; what lies inside archives is not looked into.
    """
    files = _by_name(paths)
    found: Found = {}
    for standing in report.standings:
        if standing.candidate is None or standing.results is None:
            continue
        home = Path(standing.candidate.path).parent
        for name in set(_named(report, standing.results.report)):
            file = _nearest(files.get(name.casefold(), ()), home)
            if file is not None:
                shown = file.relative_to(home) if file.is_relative_to(home) else Path(file.name)
                found[standing.unit.kode, name] = FoundFile(shown.as_posix(), _digest(file))
    return found


def _named(report: RegencyReport, entered: Report) -> Iterator[str]:
    for one in report.definition.indikator:
        for periode in up_to(report.period):
            for each in evidence_of(entered, one, periode):
                if each.nama:
                    yield each.nama


def _by_name(paths: Iterable[Path]) -> dict[str, list[Path]]:
    """Return every file below the folders by its name, with and without its ending."""
    files: dict[str, list[Path]] = {}
    for path in paths:
        inside = sorted(path.rglob("*")) if path.is_dir() else ()
        for file in inside:
            if file.is_file():
                for name in {file.name.casefold(), file.stem.casefold()}:
                    files.setdefault(name, []).append(file)
    return files


def _nearest(files: Iterable[Path], home: Path) -> Path | None:
    """Return the file in the folder of the workbook, else below it, else the first elsewhere."""
    ranked = sorted(files, key=lambda file: (file.parent != home, not file.is_relative_to(home)))
    return ranked[0] if ranked else None


def _digest(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
