"""The division that a printed rumus describes in words."""

import re
from dataclasses import dataclass

from iku.definition.lint.wording import plain, words

# From the surest sign to the weakest. "Lokasi/RT / Jumlah RT" holds two strokes, of which the
# one before "Jumlah" divides; the other means "or".
_DIVIDERS = (
    re.compile(r"\bdibagi(?: dengan)?\b|÷"),
    re.compile(r"/(?=\s*(?:jumlah|total|seluruh|banyaknya)\b)"),
    re.compile(r"(?<=\s)/(?=\s)"),
    re.compile(r"/"),
)
_TIMES_HUNDRED = re.compile(r"[\s(),]*(?:[x×*]|dikali(?:kan)?)\s*100.*$")
_BEFORE_EQUALS = re.compile(r"^[^=/]*=\s*(?=\w)")


@dataclass(frozen=True)
class RatioText:
    """A printed division: the words above and below the line."""

    top: str
    bottom: str

    @property
    def top_words(self) -> frozenset[str]:
        """What is counted."""
        return words(self.top)

    @property
    def bottom_words(self) -> frozenset[str]:
        """What it is divided by."""
        return words(self.bottom)


def ratio_in(text: str) -> RatioText | None:
    """Return the first division that a text describes, if any.

    >>> ratio_in("Jumlah lembaga yang aktif / lembaga yang ada x 100%")
    RatioText(top='jumlah lembaga yang aktif', bottom='lembaga yang ada')
    """
    for line in text.splitlines():
        bare = _BEFORE_EQUALS.sub("", _TIMES_HUNDRED.sub("", plain(line)))
        for divider in _DIVIDERS:
            parts = divider.split(bare, maxsplit=1)
            if len(parts) == 2 and all(words(part) or part.strip().isdigit() for part in parts):
                return RatioText(parts[0].strip(" ("), parts[1].strip(" )"))
    return None
