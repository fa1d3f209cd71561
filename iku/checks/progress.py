"""Progress: how much of what the check before wrote has been settled since."""

from collections.abc import Iterator
from dataclasses import dataclass

from iku.languages.spoken import Spoken
from iku.messages import Language

_WORDS: Spoken[str] = Spoken(
    "pemeriksaan",
    {
        "settled": "Kemajuan: {settled} dari {before} sudah diperbaiki atau dikonfirmasi sejak pemeriksaan sebelumnya; tersisa {left}.",
        "new": "Catatan baru: {new}.",
    },
)


@dataclass(frozen=True, slots=True)
class Progress:
    """Notes of the check ``before``, how many of them are ``settled``, and how many are ``new``.

    A note counts once, however many cells it names; information is not counted.
    """

    before: int = 0
    settled: int = 0
    new: int = 0

    def as_json(self) -> dict[str, int]:
        """Return the counts as ``iku validate --json`` gives them."""
        return {"before": self.before, "settled": self.settled, "new": self.new}


def progress_words(progress: Progress, language: Language = "id") -> Iterator[str]:
    """Yield one sentence, or none where the book was never checked.

    >>> list(progress_words(Progress(before=40, settled=12)))
    ['Kemajuan: 12 dari 40 sudah diperbaiki atau dikonfirmasi sejak pemeriksaan sebelumnya; tersisa 28.']
    """
    if not progress.before:
        return
    sentence = _WORDS[language]["settled"].format(
        settled=progress.settled, before=progress.before, left=progress.before - progress.settled
    )
    new = _WORDS[language]["new"].format(new=progress.new) if progress.new else ""
    yield f"{sentence} {new}".strip()
