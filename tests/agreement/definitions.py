"""The definitions whose workbooks every engine must compute alike: all that ship, and the tests'."""

from pathlib import Path

from iku.resources import template_path

TEST_DATA = Path(__file__).parents[1] / "data"
EVERYTHING = tuple(
    path.stem for folder in (template_path(), TEST_DATA) for path in sorted(folder.glob("*.yaml"))
)
