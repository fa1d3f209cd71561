"""Counted: texts of a language in which a noun goes by its number, such as English.

A language file marks such a place behind the number: ``{n} [file|files]``. The first words are
said of one, the others of any other number. Indonesian needs none of it.
"""

import re
from typing import Any

_MARK = re.compile(r"\{(\w+)\} \[([^|\[\]{}]+)\|([^|\[\]{}]+)\]")


class Counted(str):
    """A text with marks: filled in like any other, it says the words that the number calls for.

    >>> text = Counted("{n} [file was|files were] left")
    >>> text.format(n=1), text.format(n="2")
    ('1 file was left', '2 files were left')
    """

    __slots__ = ()

    def format(self, *_: object, **facts: object) -> str:
        """Fill in facts by name."""
        return self.format_map(facts)

    def format_map(self, facts: Any, /) -> str:  # noqa: ANN401  as wide as that of every text
        """Fill in facts by name; KeyError where one is missing."""

        def said(found: re.Match[str]) -> str:
            name, one, many = found.groups()
            return f"{{{name}}} {one if str(facts[name]) == '1' else many}"

        return _MARK.sub(said, self).format_map(facts)


def of_many(text: str) -> str:
    """Return a text as it is said of many, its places still open: for pages that show it so.

    >>> of_many("{n} [file|files] of {unit}")
    '{n} files of {unit}'
    """
    return _MARK.sub(r"{\1} \3", text)


def counted(tree: Any) -> Any:  # noqa: ANN401  whatever a language file holds
    """Return a tree of texts, those with marks as `Counted`."""
    if isinstance(tree, dict):
        return {key: counted(value) for key, value in tree.items()}
    if isinstance(tree, list):
        return [counted(value) for value in tree]
    return Counted(tree) if isinstance(tree, str) and _MARK.search(tree) else tree
