"""Workbooks as every program saves them."""

import pytest

from tests.builder.producers import NAMES, save_all


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Workbooks by the name of what saved them."""
    found = save_all(tmp_path_factory.mktemp("asal"))
    assert set(found) == set(NAMES)
    return found
