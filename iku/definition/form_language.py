"""Rule about the language of the form: somebody must have written its texts."""

from collections.abc import Iterator
from typing import TypeAlias

from iku.definition.model import Definition
from iku.languages import languages

Where: TypeAlias = tuple[str | int, ...]
Fault: TypeAlias = tuple[Where, str]


def form_language_is_known(definition: Definition) -> Iterator[Fault]:
    """A form is drawn in Indonesian, or in a language that a data file holds."""
    wanted, known = definition.pengaturan.bahasa, languages()
    if wanted not in known:
        reason = f"bahasa '{wanted}' tidak dikenal; yang tersedia: {', '.join(known)}"
        yield ("pengaturan", "bahasa"), reason
