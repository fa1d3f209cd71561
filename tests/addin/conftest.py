"""Workbooks as they are issued, and Excels in which they are open."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import xlwings

from iku.definition.load import load_definition
from iku.resources import template_path
from iku.terbitan import issue
from tests.addin.engine import Apps, running
from workflow.build import workbook_bytes


@pytest.fixture(scope="session")
def issued() -> bytes:
    """The workbook of the first unit of the small quarterly definition."""
    definition = load_definition(template_path("contoh_triwulanan_2025.yaml"))
    return workbook_bytes(issue(definition, definition.unit[0]))[0]


@pytest.fixture
def path(issued: bytes, tmp_path: Path) -> Path:
    place = tmp_path / "kiriman" / "IKU_2025_Contoh Utara.xlsx"
    place.parent.mkdir()
    place.write_bytes(issued)
    return place


@pytest.fixture
def apps() -> Iterator[Apps]:
    with running() as apps:
        yield apps


@pytest.fixture
def book(apps: Apps, path: Path) -> xlwings.Book:
    apps.add()
    return xlwings.Book(path)
