"""The smallest workbook that has every kind of entry column."""

from functools import cache
from pathlib import Path

from iku.definition.load import load_definition
from iku.layout.layout import Layout
from iku.terbitan import issue


@cache
def small_layout() -> Layout:
    """The layout of the only unit of small.yaml."""
    definition = load_definition(Path(__file__).with_name("small.yaml"))
    return Layout(issue(definition, definition.unit[0]))
