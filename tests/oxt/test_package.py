"""IKU.oxt as a file: built from text, the same twice, and all that LibreOffice wants is in it."""

import ast
import sys
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest

from addin.menu import menu
from addin.oxt import build_oxt
from addin.oxt.package import EXTENSION, oxt_bytes
from addin.places import OXT_IDENTIFIER

OOR = "{http://openoffice.org/2001/registry}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
OLDEST_PYTHON = (3, 8)  # some releases of LibreOffice for Windows bring no newer one
FROM_LIBREOFFICE = {"com", "uno", "unohelper"}


def parts(version: str = "0.1.0") -> dict[str, bytes]:
    with ZipFile(BytesIO(oxt_bytes(version))) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def modules() -> list[str]:
    return [name for name in parts() if name.endswith(".py")]


def words(entry: ET.Element) -> dict[str, str | None]:
    title = next(prop for prop in entry.iter("prop") if prop.get(f"{OOR}name") == "Title")
    return {value.attrib[LANG]: value.text for value in title}


def entries(surface: str) -> list[tuple[str | None, dict[str, str | None]]]:
    """The address and the words of each entry of the menu or the toolbar."""
    tree = ET.fromstring(parts()["Addons.xcu"])  # noqa: S314  we made it
    bar = next(node for node in tree.iter("node") if node.get(f"{OOR}name") == surface)
    found = []
    for node in bar.iter("node"):
        addresses = [p[0].text for p in node.findall("prop") if p.get(f"{OOR}name") == "URL"]
        if addresses and addresses[0] != "private:separator":
            found.append((addresses[0], words(node)))
    return found


def test_two_builds_are_the_same_file(tmp_path: Path) -> None:
    first, second = build_oxt(tmp_path / "a"), build_oxt(tmp_path / "b")

    assert first.path.read_bytes() == second.path.read_bytes()
    assert first.sha256 == second.sha256
    assert first.path.name == "IKU.oxt"


def test_the_package_says_what_it_is_and_of_which_version() -> None:
    tree = ET.fromstring(parts("1.2.3")["description.xml"])  # noqa: S314  we made it
    said = {element.tag.rpartition("}")[2]: element.get("value") for element in tree}

    assert (said["identifier"], said["version"]) == (OXT_IDENTIFIER, "1.2.3")


def test_the_manifest_names_what_is_there() -> None:
    tree = ET.fromstring(parts()["META-INF/manifest.xml"])  # noqa: S314  our own file
    named = [next(v for k, v in one.items() if k.endswith("full-path")) for one in tree]

    assert [name for name in named if name not in parts()] == []
    assert {name for name in parts() if name.endswith(".xcu")} <= set(named)


def test_menu_and_toolbar_have_every_button_in_its_order_and_in_both_languages() -> None:
    labels = [
        (f"iku:{one.action}", {"id": one.words["id"].label, "en-US": one.words["en"].label})
        for one in menu().buttons
    ]
    unmarked = [
        (address, {language: (text or "").replace("~", "") for language, text in said.items()})
        for address, said in entries("OfficeMenuBar")
    ]

    assert entries("OfficeToolBar") == labels
    assert unmarked == labels


@pytest.mark.parametrize("language", ["id", "en-US"])
def test_no_two_entries_of_the_menu_have_the_same_key(language: str) -> None:
    marked = [said[language] or "" for _, said in entries("OfficeMenuBar")]
    keys = [text.partition("~")[2][:1].upper() for text in marked if "~" in text]

    assert len(set(keys)) == len(keys) > 0


@pytest.mark.parametrize("name", modules())
def test_every_module_runs_in_the_oldest_python_of_libreoffice_and_needs_no_library(
    name: str,
) -> None:
    tree = ast.parse(parts()[name], feature_version=OLDEST_PYTHON)
    ours = {Path(module).stem for module in modules()}
    roots = {
        alias.name.partition(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import)
        for alias in node.names
    } | {
        (node.module or "").partition(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
    }

    assert roots <= sys.stdlib_module_names | FROM_LIBREOFFICE | ours


def test_every_sentence_of_the_extension_is_in_the_menu_in_both_languages() -> None:
    told = (EXTENSION / "pythonpath" / "iku_program.py").read_text(encoding="utf-8")
    keys = {"belum_terpasang", "masih_bekerja", "ditolak", "gagal", "versi"}

    assert keys <= set(menu().messages)
    assert [key for key in keys - {"versi"} if f'"{key}"' not in told] == []
