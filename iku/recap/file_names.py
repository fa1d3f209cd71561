"""Names of files as the recap says them: as much of the path as tells two files apart."""

from collections.abc import Iterable
from pathlib import PurePath

from iku.consolidation.regency_report import RegencyReport
from iku.recap.page import file_name, received


class FileNames:
    """The name of every file of a report; of files with one name, also their folders.

    >>> names = FileNames(["kiriman/pagi/A.xlsx", "kiriman/sore/A.xlsx", "kiriman/B.xlsx"])
    >>> names.of("kiriman/sore/A.xlsx"), names.of("kiriman/B.xlsx"), names.of("lama/C.xlsx")
    ('sore/A.xlsx', 'B.xlsx', 'C.xlsx')
    """

    def __init__(self, paths: Iterable[str]) -> None:
        """Take the paths of all files that are named together."""
        alike: dict[str, set[str]] = {}
        for path in paths:
            alike.setdefault(file_name(path), set()).add(path)
        self._apart = {
            path: name
            for group in alike.values()
            if len(group) > 1
            for path, name in _apart(group).items()
        }

    @classmethod
    def of_report(cls, report: RegencyReport) -> "FileNames":
        """Return the names of all files that were handed in."""
        return cls(fate.candidate.path for fate in report.fates)

    def of(self, path: str) -> str:
        """Return what a file is called, as a cell can hold it."""
        return self._apart.get(path) or file_name(path)


def _apart(paths: Iterable[str]) -> dict[str, str]:
    """Return the shortest ends of paths that differ from one another."""
    parts = {path: PurePath(path).parts for path in paths}
    longest = max(map(len, parts.values()))
    for length in range(1, longest + 1):
        ends = {path: "/".join(found[-length:]) for path, found in parts.items()}
        if len(set(ends.values())) == len(ends):
            return {path: received(end) for path, end in ends.items()}
    return {path: received(path) for path in parts}
