"""The notes that go with a release, taken from CHANGELOG.md in the users' own words.

The rule: of the section ``## X.Y.Z — YYYY-MM-DD``, the parts whose heading names a reader (``###
Untuk kecamatan``, ``### Untuk kabupaten/kota``, ``### Untuk petugas TI``) are copied word for word,
in that order. All three must be there. The other parts are for developers and stay where they are.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from iku.dates_as_typed import in_full

READERS = ("Untuk kecamatan", "Untuk kabupaten/kota", "Untuk petugas TI")
_SECTION = re.compile(r"^## (?P<version>\S+) — (?P<day>\d{4}-\d{2}-\d{2})$", re.MULTILINE)
_PART = re.compile(r"^### (?P<title>.+)$", re.MULTILINE)
_MEBIBYTE = 1024 * 1024


class NotesError(ValueError):
    """The changelog has no notes for the readers of this version; the message says what lacks."""


@dataclass(frozen=True, slots=True)
class Notes:
    """What readers are told of a version: its day, and the words by reader."""

    version: str
    day: date
    words: Mapping[str, str]

    def page(self, files: Mapping[str, tuple[str, int]], *, draft: bool = False) -> str:
        """Return the page; ``files`` gives for each file whom it is for and its size in bytes."""
        lines = [f"# IKU Kecamatan {self.version}", "", in_full(self.day.isoformat()), ""]
        if draft:
            lines += ["**DRAF: belum dirilis, jangan dibagikan.**", ""]
        for reader, words in self.words.items():
            lines += [f"## {reader}", "", words, ""]
        lines += ["## Berkasnya", "", "| berkas | untuk | ukuran |", "|---|---|---|"]
        lines += [f"| `{name}` | {whom} | {_size(size)} |" for name, (whom, size) in files.items()]
        return "\n".join(lines) + "\n"


def release_notes(changelog: str, version: str) -> Notes:
    """Return the notes of a version; NotesError where its section or a reader's part is missing."""
    heads = {head["version"]: head for head in _SECTION.finditer(changelog)}
    if version not in heads:
        message = f"CHANGELOG.md has no section '## {version} — YYYY-MM-DD'"
        raise NotesError(message)
    head = heads[version]
    section = re.split(r"^## ", changelog[head.end() :], maxsplit=1, flags=re.MULTILINE)[0]
    parts = _parts(section)
    if missing := [reader for reader in READERS if not parts.get(reader)]:
        message = f"CHANGELOG.md, section {version}: no part '### {missing[0]}'"
        raise NotesError(message)
    words = {reader: parts[reader] for reader in READERS}
    return Notes(version, date.fromisoformat(head["day"]), words)


def _parts(section: str) -> dict[str, str]:
    """Return the words below each heading of a section."""
    heads = list(_PART.finditer(section))
    ends = [head.start() for head in heads[1:]] + [len(section)]
    return {
        head["title"]: section[head.end() : end].strip()
        for head, end in zip(heads, ends, strict=True)
    }


def _size(size: int) -> str:
    """Return a size as Indonesian readers write it, never as nothing.

    >>> _size(67_373_562), _size(1_034_135), _size(39_264), _size(3)
    ('64,3 MB', '1,0 MB', '38 KB', '1 KB')
    """
    if size >= 1_000_000:
        return f"{size / _MEBIBYTE:.1f} MB".replace(".", ",")
    return f"{max(1, round(size / 1024))} KB"
