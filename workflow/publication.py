"""Publication: the results of one run, written apart and put in place together."""

import hashlib
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4


class Publication:
    """Drafts beside the places they are meant for; nobody sees one before all are complete."""

    def __init__(self) -> None:
        """Begin without any."""
        self._drafts: dict[Path, Path] = {}
        self._retired: list[Path] = []

    def draft(self, target: Path) -> Path:
        """Return where to write a file, or the files of a folder, meant for a place.

        The name ends as the target's does, and is hidden from those who look into the folder.
        """
        known = next((one for one, meant in self._drafts.items() if meant == target), None)
        if known is not None:
            return known
        target.parent.mkdir(parents=True, exist_ok=True)
        draft = target.with_name(f".{uuid4().hex}.{target.name}")
        self._drafts[draft] = target
        return draft

    def retire(self, path: Path) -> None:
        """Have a file of an earlier run removed, if it is there, when the drafts take their place."""
        self._retired.append(path)

    def digests(self) -> dict[str, str]:
        """Return every file that is to be, by its place, with its SHA-256."""
        return {str(target.absolute()): _sha256(draft) for draft, target in self._files()}

    def put_in_place(self) -> None:
        """Give every draft its name; each moves at once, whole."""
        for draft, target in self._files():
            target.parent.mkdir(parents=True, exist_ok=True)
            draft.replace(target)
        for path in self._retired:
            path.unlink(missing_ok=True)

    def drop(self) -> None:
        """Remove the drafts that are left."""
        for draft in self._drafts:
            if draft.is_dir():
                shutil.rmtree(draft)
            else:
                draft.unlink(missing_ok=True)

    def _files(self) -> list[tuple[Path, Path]]:
        """Return draft and place of every single file."""
        found = []
        for draft, target in self._drafts.items():
            if draft.is_dir():
                inside = sorted(one for one in draft.rglob("*") if one.is_file())
                found += [(one, target / one.relative_to(draft)) for one in inside]
            elif draft.exists():
                found.append((draft, target))
        return found


@contextmanager
def publication() -> Iterator[Publication]:
    """Write several results; whatever happens meanwhile, no draft stays behind."""
    drafts = Publication()
    try:
        yield drafts
    finally:
        drafts.drop()


def unchanged(digests: dict[str, str]) -> bool:
    """Whether files still are what was once put in place."""
    return all(Path(path).is_file() and _sha256(Path(path)) == one for path, one in digests.items())


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
