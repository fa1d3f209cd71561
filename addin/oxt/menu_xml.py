"""The menu and the toolbar as LibreOffice wants them, rendered from ``addin/menu.yaml``."""

from collections.abc import Mapping
from itertools import count
from xml.etree import ElementTree as ET

from addin.menu import Button, menu
from addin.places import OXT_IDENTIFIER
from iku.messages.terms import Language

OOR = "http://openoffice.org/2001/registry"
XS = "http://www.w3.org/2001/XMLSchema"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
CALC = "com.sun.star.sheet.SpreadsheetDocument"
LOCALES: dict[Language, str] = {"id": "id", "en": "en-US"}
"""Our languages, as LibreOffice names them; where it speaks a third, it takes the English words."""
TAB: dict[Language, str] = {"id": "IK~U", "en": "IK~U"}
"""Alt+U: no menu of Calc itself has this key, in Indonesian or English."""


def addons() -> str:
    """Return ``Addons.xcu``: the menu IKU and the toolbar IKU, both for spreadsheets only."""
    ET.register_namespace("oor", OOR)
    names = {_oor("name"): "Addons", _oor("package"): "org.openoffice.Office"}
    # The prefix is used inside values only, where the writer of XML does not look.
    root = ET.Element(_oor("component-data"), {"xmlns:xs": XS, **names})
    surface = _node(root, "AddonUI")
    _menu(_node(surface, "OfficeMenuBar"))
    _toolbar(_node(surface, "OfficeToolBar"))
    ET.indent(root)
    return ET.tostring(root, encoding="unicode") + "\n"


def marked(button: Button, language: Language) -> str:
    """Return the label with the mark before its key, where the key is one of its letters.

    >>> [marked(button, "id") for button in menu().buttons][:2]
    ['~Validasi', '~Hapus Penanda']
    """
    label = button.words[language].label
    before, letter, after = label.partition(button.keytip)
    return f"{before}~{letter}{after}" if letter else label


def _menu(bar: ET.Element) -> None:
    tab = _replaced(bar, OXT_IDENTIFIER)
    _prop(tab, "Context", CALC)
    _words(tab, TAB)
    entries, place = _node(tab, "Submenu"), count(1)
    for group in menu().groups:
        if len(entries):
            _prop(_replaced(entries, _place(next(place))), "URL", "private:separator")
        for button in group.buttons:
            titles = {language: marked(button, language) for language in LOCALES}
            _entry(_replaced(entries, _place(next(place))), button, titles)


def _toolbar(bars: ET.Element) -> None:
    bar = _replaced(bars, f"{OXT_IDENTIFIER}.bar")
    for number, button in enumerate(menu().buttons, 1):
        entry = _replaced(bar, _place(number))
        _prop(entry, "Context", CALC)
        _entry(entry, button, {one: button.words[one].label for one in LOCALES})


def _entry(node: ET.Element, button: Button, titles: Mapping[Language, str]) -> None:
    _prop(node, "URL", f"iku:{button.action}")
    _words(node, titles)
    _prop(node, "Target", "_self")


def _place(number: int) -> str:
    """Return a node's name: LibreOffice shows entries in the order of these names."""
    return f"{number:02}"


def _node(parent: ET.Element, name: str) -> ET.Element:
    return ET.SubElement(parent, "node", {_oor("name"): name})


def _replaced(parent: ET.Element, name: str) -> ET.Element:
    return ET.SubElement(parent, "node", {_oor("name"): name, _oor("op"): "replace"})


def _prop(parent: ET.Element, name: str, value: str) -> None:
    kind = {_oor("name"): name, _oor("type"): "xs:string"}
    ET.SubElement(ET.SubElement(parent, "prop", kind), "value").text = value


def _words(parent: ET.Element, titles: Mapping[Language, str]) -> None:
    kind = {_oor("name"): "Title", _oor("type"): "xs:string"}
    prop = ET.SubElement(parent, "prop", kind)
    for language, locale in LOCALES.items():
        ET.SubElement(prop, "value", {XML_LANG: locale}).text = titles[language]


def _oor(name: str) -> str:
    return f"{{{OOR}}}{name}"
