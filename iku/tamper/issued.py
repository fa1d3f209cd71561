"""What was issued: the contents of a workbook rebuilt from its Terbitan, remembered by print."""

from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from iku.address import CellRef, plain_reference
from iku.blueprint import Access, BlueprintSheet, Constant
from iku.cells import ChartFacts, SeriesFacts, StyleFacts, ValidationFacts, Value
from iku.languages import shipped
from iku.layout.entry import Entry
from iku.layout.layout import Layout
from iku.manifest import Manifest, validation_facts
from iku.series import SERIES_KEPT, Edition, Series, issued_edition
from iku.terbitan import TATA_LETAK


@dataclass(frozen=True, slots=True)
class IssuedSheet:
    """The locked contents of one sheet, by address, and what surrounds them."""

    formulas: dict[str, str]
    constants: dict[str, Value]
    formats: dict[str, str]  # of locked cells that may show a number
    styles: dict[str, StyleFacts]  # of every cell
    rules: dict[str, ValidationFacts]  # of every cell that has one
    hidden_columns: frozenset[int]
    conditional_formats: int
    charts: tuple[ChartFacts, ...]


class Issued:
    """A whole workbook as it left the regency: what its series shares, and what it has otherwise."""

    def __init__(self, series: Series, edition: Edition) -> None:
        """Take the workbook of one unit."""
        self._series = series
        self._edition = edition
        self.manifest_text = edition.manifest_text
        self.sheets = dict(_shared(series))
        own: dict[str, dict[str, Value]] = {}
        for ref, content in edition.contents.items():
            own.setdefault(ref.sheet, {})[ref.a1] = _stored(content)
        for name, contents in own.items():
            shared = self.sheets[name]
            held = {one: value for one, value in contents.items() if one in shared.constants}
            self.sheets[name] = replace(shared, constants=shared.constants | held)

    @cached_property
    def manifest(self) -> Manifest:
        """What the workbook carries about itself; ``_iku`` is left out."""
        return self._series.manifest_of(self._edition)

    @property
    def entries(self) -> dict[str, Entry]:
        """The entries by name, with what this unit finds in them already."""
        entries, contents = self._series.layout.entries, self._edition.contents
        own = {
            ref: content for ref, content in contents.items() if ref in _entry_names(self._series)
        }
        renewed = {
            name: replace(entries[name], default=content)
            for ref, content in own.items()
            for name in _entry_names(self._series)[ref]
        }
        return entries | renewed

    def content(self, sheet: str, address: str) -> str:
        """Return what a cell held, a formula with its equals sign; empty text if nothing."""
        held = self.sheets[sheet]
        if address in held.formulas:
            return f"={held.formulas[address]}"
        value = held.constants.get(address)
        return "" if value is None else _shown(value)


def issued_book(layout: Layout) -> Issued | None:
    """Return the workbook that a Terbitan makes; None where this product would draw another.

    That is one of a layout it has outgrown, or in a language that does not travel with it.
    """
    terbitan = layout.terbitan
    if int(terbitan.tata_letak) != TATA_LETAK or not shipped(terbitan.definisi.pengaturan.bahasa):
        return None
    return Issued(*issued_edition(terbitan))


@lru_cache(maxsize=SERIES_KEPT)
def _entry_names(series: Series) -> dict[CellRef, list[str]]:
    names: dict[CellRef, list[str]] = {}
    for name, entry in series.layout.entries.items():
        names.setdefault(entry.ref, []).append(name)
    return names


@lru_cache(maxsize=SERIES_KEPT)
def _shared(series: Series) -> dict[str, IssuedSheet]:
    return {sheet.name: _contents(sheet) for sheet in series.blueprint.sheets}


_style = lru_cache(maxsize=1024)(StyleFacts)  # a form has a few dozen


def _contents(sheet: BlueprintSheet) -> IssuedSheet:
    formulas: dict[str, str] = {}
    constants: dict[str, Value] = {}
    formats: dict[str, str] = {}
    styles: dict[str, StyleFacts] = {}
    rules: dict[str, ValidationFacts] = {}
    for cell in sheet.cells:
        address, content, locked = cell.a1, cell.content, cell.access is Access.LOCKED
        styles[address] = _style(locked, cell.number_format)
        rule = validation_facts(cell)
        if rule is not None:
            rules[address] = rule
        if not locked:
            continue
        if cell.formula is not None:
            formulas[address] = cell.formula
        elif content not in {None, ""}:
            constants[address] = _stored(content)
        if cell.formula is not None or isinstance(content, int | float):
            formats[address] = cell.number_format
    return IssuedSheet(
        formulas=formulas,
        constants=constants,
        formats=formats,
        styles=styles,
        rules=rules,
        hidden_columns=frozenset(n for n, column in sheet.columns.items() if column.hidden),
        conditional_formats=len(sheet.conditional_formats),
        charts=issued_charts(sheet),
    )


def issued_charts(sheet: BlueprintSheet) -> tuple[ChartFacts, ...]:
    """Return the charts of a sheet as a file shows them."""
    return tuple(
        ChartFacts(
            ("barChart",),
            chart.title,
            tuple(
                SeriesFacts(name, plain_reference(chart.categories), plain_reference(values))
                for name, values in (
                    (chart.name or chart.value_title, chart.values),
                    *((bars.name, bars.values) for bars in chart.further),
                )
            ),
            chart.anchor,
        )
        for chart in sheet.charts
    )


def _stored(content: Constant) -> Value:
    """Return a constant as a file stores it."""
    return float(content) if type(content) is int else content


def _shown(value: Value) -> str:
    return f"{value:.15g}" if isinstance(value, float) else str(value)
