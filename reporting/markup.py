"""Markup: what every HTML page of ours shares, and texts from files as no page can run them."""

from collections.abc import Iterable, Sequence
from functools import cache
from html import escape
from pathlib import Path

from iku.messages import Language

# A page runs no scripts and fetches nothing, whatever a received text may say.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
COMMON = "page.css"


def whole_page(
    title: str, body: Iterable[str], language: Language, *styles: str, kind: str = ""
) -> str:
    """Return a self-contained page; ``styles`` are style sheets of this room beside the common one.

    ``body`` is markup: whoever makes it has passed every text through `text`.
    """
    sheets = "".join(_style(name) for name in (COMMON, *styles))
    main = f'<main class="{kind}">' if kind else "<main>"
    return "\n".join(
        [
            f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{text(title)}</title>",
            f"<style>\n{sheets}</style>\n</head>\n<body>\n{main}",
            *body,
            "</main>\n</body>\n</html>\n",
        ]
    )


@cache
def _style(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


def text(words: object) -> str:
    r"""Return a text as HTML; signs that no page may hold become a question mark.

    >>> text('<b onclick="x">\x00')
    '&lt;b onclick=&quot;x&quot;&gt;\ufffd'
    """
    shown = "".join(
        one if one.isprintable() or one in "\t\n " else "\N{REPLACEMENT CHARACTER}"
        for one in str(words)
    )
    return escape(shown, quote=True)


def paragraph(words: str, kind: str = "") -> str:
    """Return one paragraph."""
    return f'<p class="{kind}">{text(words)}</p>' if kind else f"<p>{text(words)}</p>"


def row(cells: Iterable[tuple[str, str]], tag: str = "td") -> str:
    """Return a row of a table; each cell is its markup and its class."""
    inside = "".join(
        f'<{tag} class="{kind}">{inner}</{tag}>' if kind else f"<{tag}>{inner}</{tag}>"
        for inner, kind in cells
    )
    return f"<tr>{inside}</tr>"


def labelled_row(heads: Sequence[str], cells: Iterable[tuple[str, str]]) -> str:
    """Return a row whose cells also carry their heads, for a screen too narrow for columns."""
    inside = "".join(
        f'<td class="{kind}" data-head="{text(head)}">{inner}</td>'
        for head, (inner, kind) in zip(heads, cells, strict=True)
    )
    return f"<tr>{inside}</tr>"


def table(heads: Iterable[str], rows: Iterable[str], kind: str = "") -> str:
    """Return a table whose heads are repeated on every printed page; it scrolls by itself."""
    opening = f'<table class="{kind}">' if kind else "<table>"
    head = row(((text(one), "") for one in heads), "th")
    body = "\n".join(rows)
    return (
        f'<div class="scroll">{opening}\n<thead>{head}</thead>\n'
        f"<tbody>\n{body}\n</tbody></table></div>"
    )
