"""What a use case cannot do, in a sentence for the one who asked."""

from collections.abc import Iterable
from pathlib import Path

from iku.finding import Finding


class RefusedError(ValueError):
    """A use case cannot run as asked; the message says why and what to do. Nothing was written."""


def keep_received(target: Path, received: Iterable[Path]) -> None:
    """Raise RefusedError where a result would be written over something that was received."""
    for path in received:
        if path.exists() and target.exists() and target.samefile(path):
            message = f"{target}: berkas yang diterima tidak ditimpa; pilih nama hasil yang lain"
            raise RefusedError(message)
        if path.is_dir() and target.is_file() and path.resolve() in target.resolve().parents:
            message = f"{target}: sudah ada di antara berkas yang diterima; pilih tempat lain"
            raise RefusedError(message)


class FileRefusedError(RefusedError):
    """A received file cannot be used; ``finding`` says why."""

    def __init__(self, finding: Finding) -> None:
        """Keep the finding, already explained."""
        super().__init__(f"{finding.message} {finding.fix}")
        self.finding = finding
