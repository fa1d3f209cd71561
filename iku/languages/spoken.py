"""Short texts that stand in the code in Indonesian, and are said in any language."""

from collections.abc import Hashable, Mapping
from typing import Generic, TypeVar

from iku.languages import SOURCE, Language, translated

K = TypeVar("K", bound=Hashable)


class Spoken(Generic[K]):
    """Texts by key: ``texts[language][key]``.

    A language file holds them by the Indonesian text, in the section that is named here.
    """

    def __init__(self, section: str, texts: Mapping[K, str]) -> None:
        """Take the Indonesian texts."""
        self._section = section
        self._told: dict[Language, Mapping[K, str]] = {SOURCE: texts}

    def __getitem__(self, language: Language) -> Mapping[K, str]:
        """Return the texts in a language, those that it has not in Indonesian."""
        if language not in self._told:
            self._told[language] = {
                key: translated(text, language, self._section)
                for key, text in self._told[SOURCE].items()
            }
        return self._told[language]
