"""Every text that a drawn workbook shows, and what in it is not ours."""

import re
from collections.abc import Iterator

from iku.blueprint import Blueprint, BlueprintCell, BlueprintSheet

LITERAL = re.compile(r'"((?:[^"]|"")*)"')
WORD = re.compile(r"[^\W\d_]{3,}")
# Places, names of rows and of cells, codes, digests of files.
TECHNICAL = re.compile(
    r"[\w ]+!([A-Z$0-9:]+)?|[\w ./]+#\w+(\.\d+)?|[\w ./]+\.\w+(\.\w+)*(#status)?|\([a-z_]+\)"
    r"|[a-z_]+|[0-9a-f]{12,}|[A-Z]{3}-\d+|[A-Z]+\d*"
)


def texts_of(blueprint: Blueprint) -> Iterator[tuple[str, str]]:
    """Yield sheet and text: contents, words in formulas, prompts, formats, charts, footers."""
    for sheet in blueprint.sheets:
        for text in _texts(sheet):
            yield sheet.name, text


def _texts(sheet: BlueprintSheet) -> Iterator[str]:
    yield sheet.page.footer
    for cell in sheet.all_cells():
        yield from _cell(cell)
    for chart in sheet.charts:
        yield from (
            chart.title,
            chart.value_title,
            chart.name,
            *(one.name for one in chart.further),
        )
    for rule in sheet.conditional_formats:
        yield from literals(rule.formula)


def _cell(cell: BlueprintCell) -> Iterator[str]:
    if isinstance(cell.content, str):
        yield cell.content
    yield from literals(cell.formula or "")
    yield from literals(cell.number_format)
    if cell.validation is not None:
        rule = cell.validation
        yield from (rule.prompt_title, rule.prompt, rule.error_title, rule.error)


def literals(formula: str) -> Iterator[str]:
    """Yield the texts in a formula."""
    yield from (one.replace('""', '"') for one in LITERAL.findall(formula))


def data_of(tree: object) -> Iterator[str]:
    """Yield every text of a definition or of an issue."""
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield from (str(key), *data_of(value))
    elif isinstance(tree, list | tuple):
        for one in tree:
            yield from data_of(one)
    elif tree is not None:
        yield str(tree)


def ours(text: str, data: frozenset[str]) -> bool:
    """Whether words are left in a text once what the data says is taken away."""
    if text in data or TECHNICAL.fullmatch(text) or WORD.search(text) is None:
        return False
    # A name may stand behind its printed number, and several below each other.
    named = data - {""}
    return any(
        line not in named and line.partition(" ")[2] not in named for line in text.split("\n")
    )
