"""Bundles to install from, and Windows machines."""

import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from addin.bundle.wheels import build_own_wheel, checkout
from addin.install import Source, find_source, install
from addin.install.checksums import SUMS, listing
from addin.install.source import SCRIPTS
from iku.definition.load import load_definition
from iku.resources import template_path
from iku.terbitan import issue
from tests.install.windows import Windows
from workflow.build import workbook_bytes

PACKAGES = (
    "addin",
    "command_line",
    "iku",
    "reporting",
    "workbook_builder",
    "workbook_reader",
    "workflow",
)
LEFT_OUT = shutil.ignore_patterns("__pycache__")
Bundles = Callable[[str], Path]


@pytest.fixture(scope="session")
def issued() -> bytes:
    """The workbook of the first unit of the small yearly definition."""
    definition = load_definition(template_path("kepulauan_anambas_2024.yaml"))
    return workbook_bytes(issue(definition, definition.unit[0]))[0]


@pytest.fixture(scope="session")
def source_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the source folder, as it is now."""
    root = tmp_path_factory.mktemp("sumber")
    for name in (*PACKAGES, "templates", "examples"):
        shutil.copytree(checkout() / name, root / name, ignore=LEFT_OUT)
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(checkout() / name, root)
    return root


@pytest.fixture(scope="session")
def own_wheel(source_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("roda")
    build_own_wheel(source_folder, folder)
    return next(folder.iterdir())


@pytest.fixture
def windows(tmp_path: Path) -> Windows:
    return Windows(tmp_path / "C")


@pytest.fixture
def bundle(tmp_path: Path) -> Bundles:
    """A bundle of a version, its wheels and its extension being nothing but their names."""

    def make(version: str) -> Path:
        folder = tmp_path / f"paket {version}"
        (folder / "wheels").mkdir(parents=True)
        (folder / "program").mkdir()
        for name in (f"iku_kecamatan-{version}-py3-none-any.whl", "pyyaml-6-cp313-win_amd64.whl"):
            (folder / "wheels" / name).write_text(f"{name}")
        for name in SCRIPTS:
            (folder / name).write_text(f"@rem {version}")
        (folder / "IKU.oxt").write_text(version)
        with zipfile.ZipFile(folder / "IKU.xlam", "w") as xlam:
            xlam.writestr("docProps/core.xml", f"<dc:description>{version}</dc:description>")
        (folder / SUMS).write_text(listing(folder))
        return folder

    return make


@pytest.fixture
def source(bundle: Bundles) -> Source:
    return find_source(bundle("1.0"))


@pytest.fixture
def installed(windows: Windows, source: Source) -> Windows:
    install(windows, source)
    return windows
