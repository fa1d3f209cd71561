"""LibreOffices with the extension, one for each language of its menus."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.oxt.office import Extended, extended

# Run by the system's Python inside LibreOffice; they import what only that Python has.
collect_ignore = [str(Path(__file__).parent / "inside_office")]


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Extended]:
    with extended(tmp_path_factory.mktemp("office")) as running:
        yield running


@pytest.fixture(scope="session")
def english_office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Extended]:
    with extended(tmp_path_factory.mktemp("english"), menus="en-US") as running:
        yield running
