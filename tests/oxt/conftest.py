"""LibreOffices with the extension, one for each language that is asked for."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from iku.languages import VARIABLE
from tests.oxt.office import Extended, extended

# Run by the system's Python inside LibreOffice; they import what only that Python has.
collect_ignore = [str(Path(__file__).parent / "inside_office")]


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Extended]:
    with extended(tmp_path_factory.mktemp("office")) as running:
        yield running


@pytest.fixture(scope="session")
def english_office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Extended]:
    asked = {VARIABLE: "en"}
    folder = tmp_path_factory.mktemp("english")
    with extended(folder, menus="en-US", environment=asked) as running:
        yield running
