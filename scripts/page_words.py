"""The words of the generated pages' own frame, in every language that has them."""

from collections.abc import Iterator

from iku.languages import SOURCE, Language, languages, section, shipped

_SECTION = "halaman"
_NOTE = "<!-- Dibuat oleh `make docs`; jangan disunting di sini. -->"


def page_languages() -> tuple[Language, ...]:
    """Return the languages that pages are written in, Indonesian first: each has words for them."""
    return tuple(
        one for one in languages() if one == SOURCE or (shipped(one) and section(one, _SECTION))
    )


def folder_of(language: Language) -> str:
    """Return the folder of a language's pages: `docs`, or one below it.

    >>> folder_of("id"), folder_of("en")
    ('docs', 'docs/en')
    """
    return "docs" if language == SOURCE else f"docs/{language}"


def said(text: str, language: Language) -> str:
    """Return a text of a page's frame in a language; KeyError where the language has none.

    >>> said("Langkahnya", "en")
    'Steps'
    """
    return text if language == SOURCE else str(section(language, _SECTION)[text])


def opening(title: str, lead: str, language: Language) -> Iterator[str]:
    """Yield the lines that a page begins with: its title as it stands, and its lead if it has one."""
    yield from (said(_NOTE, language), "", f"# {title}", "")
    if lead:
        yield from (said(lead, language), "")
