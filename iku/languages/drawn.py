"""A drawn workbook in another language: its texts, the words of its formulas, prompts and charts."""

from dataclasses import replace
from functools import partial

from iku.blueprint import (
    Access,
    BarChart,
    Blueprint,
    BlueprintCell,
    BlueprintSheet,
    Constant,
    Maker,
    Validation,
)
from iku.languages.wording import Wording
from iku.terbitan import Terbitan

_TITLE, _TEXT = 32, 255  # characters that Excel shows of a prompt


def blueprint_in(blueprint: Blueprint, wording: Wording) -> Blueprint:
    """Return a workbook with its texts in another language.

    Names, places, sheet names, lists to choose from and what stands in entries stay: by them a
    workbook is read.
    """
    return replace(
        blueprint,
        title=wording.of(blueprint.title),
        sheets=tuple(_sheet(one, wording) for one in blueprint.sheets),
    )


def _sheet(sheet: BlueprintSheet, wording: Wording) -> BlueprintSheet:
    listing = sheet.listing
    if listing is not None:
        rows = tuple(tuple(_content(one, wording) for one in row) for row in listing.rows)
        listing = replace(listing, rows=rows)
    return replace(
        sheet,
        cells=tuple(_cell(one, wording) for one in sheet.cells),
        conditional_formats=tuple(
            replace(one, formula=wording.formula(one.formula)) for one in sheet.conditional_formats
        ),
        charts=tuple(_chart(one, wording) for one in sheet.charts),
        page=replace(sheet.page, footer=wording.of(sheet.page.footer)),
        listing=listing,
        makers=_makers(sheet, wording) if sheet.makers else sheet.makers,
    )


def _makers(sheet: BlueprintSheet, wording: Wording) -> dict[tuple[int, int], Maker]:
    """Return what makes the constants of each unit, in the language except what is typed over."""
    typed = {(one.row, one.column) for one in sheet.cells if one.access is not Access.LOCKED}
    return {
        place: make if place in typed else partial(_made, make, wording)
        for place, make in sheet.makers.items()
    }


def _made(make: Maker, wording: Wording, terbitan: Terbitan) -> Constant:
    return _content(make(terbitan), wording)


def _content(content: Constant, wording: Wording) -> Constant:
    return wording.of(content) if isinstance(content, str) else content


def _cell(cell: BlueprintCell, wording: Wording) -> BlueprintCell:
    rule = cell.validation
    typed = cell.access is not Access.LOCKED
    return replace(
        cell,
        content=cell.content if typed else _content(cell.content, wording),
        formula=None if cell.formula is None else wording.formula(cell.formula),
        number_format=wording.formula(cell.number_format),
        validation=None if rule is None else _validation(rule, wording),
    )


def _validation(rule: Validation, wording: Wording) -> Validation:
    return replace(
        rule,
        prompt_title=wording.of(rule.prompt_title)[:_TITLE],
        prompt=wording.of(rule.prompt)[:_TEXT],
        error_title=wording.of(rule.error_title)[:_TITLE],
        error=wording.of(rule.error)[:_TEXT],
    )


def _chart(chart: BarChart, wording: Wording) -> BarChart:
    return replace(
        chart,
        title=wording.of(chart.title),
        value_title=wording.of(chart.value_title),
        name=wording.of(chart.name),
        further=tuple(replace(one, name=wording.of(one.name)) for one in chart.further),
    )
