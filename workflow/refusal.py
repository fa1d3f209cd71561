"""What a use case cannot do, in a sentence for the one who asked."""

from collections.abc import Iterable
from pathlib import Path

from iku.bounds import BoundsError, in_force
from iku.finding import Finding
from iku.languages import SOURCE, Language, section

_SECTION = "penolakan"


class RefusedError(ValueError):
    """A use case cannot run as asked; the message says why and what to do. Nothing was written."""


def refusal_in(text: str, language: Language) -> str:
    """Return in a language what was made in Indonesian, such as why a use case cannot run."""
    if language == SOURCE:
        return text
    from iku.languages.wording import Wording  # noqa: PLC0415  Indonesian needs none

    return Wording(section(language, _SECTION)).of(text)


def refuse_senseless_bounds() -> None:
    """Say at once where the office's own bounds cannot be followed: RefusedError.

    Whoever does not ask would quietly read by the usual ones.
    """
    try:
        in_force()
    except BoundsError as error:
        raise RefusedError(str(error)) from error


def keep_received(target: Path, received: Iterable[Path]) -> None:
    """Raise RefusedError where a result would be written over something that was received."""
    for path in received:
        if path.exists() and target.exists() and target.samefile(path):
            message = f"{target}: berkas yang diterima tidak ditimpa; pilih nama hasil yang lain"
            raise RefusedError(message)
        if path.is_dir() and target.is_file() and path.resolve() in target.resolve().parents:
            message = f"{target}: sudah ada di antara berkas yang diterima; pilih tempat lain"
            raise RefusedError(message)


def refuse_mistyped(received: Iterable[Path], recap: Path) -> None:
    """Raise RefusedError for a mistyped name: an empty recap must not replace a good one."""
    for path in received:
        if not path.exists():
            message = (
                f"{path}: berkas atau folder ini tidak ada; periksa namanya, dan tulis nama yang "
                "memuat spasi di antara tanda kutip"
            )
            raise RefusedError(message)
    if recap.suffix.casefold() != ".xlsx":
        message = f"rekap ditulis ke berkas .xlsx, bukan '{recap}'; tambahkan .xlsx pada namanya"
        raise RefusedError(message)


class FileRefusedError(RefusedError):
    """A received file cannot be used; ``finding`` says why."""

    def __init__(self, finding: Finding) -> None:
        """Keep the finding, already explained."""
        super().__init__(f"{finding.message} {finding.fix}")
        self.finding = finding
