"""IKU.xlam as it is built, and the text that others find in it."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from addin.xlam.package import xlam_bytes
from tests.xlam.ovba import module_texts

VERSION = "9.8.7"


@pytest.fixture(scope="session")
def xlam() -> bytes:
    return xlam_bytes(VERSION)


@pytest.fixture(scope="session")
def xlam_path(xlam: bytes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("xlam") / "IKU.xlam"
    path.write_bytes(xlam)
    return path


@pytest.fixture(scope="session")
def parts(xlam: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(xlam)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="session")
def texts(parts: dict[str, bytes]) -> dict[str, str]:
    return module_texts(parts["xl/vbaProject.bin"])
