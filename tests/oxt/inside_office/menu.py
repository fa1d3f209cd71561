"""Pressing the buttons of the extension, and looking at the document afterwards."""

import json
import threading
from pathlib import Path
from typing import Any

import uno
import unohelper
from com.sun.star.beans import NamedValue, PropertyValue
from com.sun.star.frame import XDispatchResultListener
from com.sun.star.task import XInteractionHandler
from com.sun.star.ucb import XCommandEnvironment
from com.sun.star.util import URL

ELSEWHERE = "Z99"
PATIENCE = 60  # seconds
STRONG = "StrongEncryptionDataSpace"  # as Excel since 2010 does it


def install(context: Any, oxt: str) -> None:
    """Add an extension for the user of this profile, as the Extension Manager does.

    Something is open meanwhile and remains so: a LibreOffice without any window may end itself.
    """
    desktop = context.ServiceManager.createInstance("com.sun.star.frame.Desktop")
    hidden = _properties({"Hidden": True})
    desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, hidden)
    manager = context.getValueByName("/singletons/com.sun.star.deployment.ExtensionManager")
    silent = (NamedValue("SUPPRESS_LICENSE", "1"),)
    manager.addExtension(Path(oxt).as_uri(), silent, "user", None, Consent())


class Consent(unohelper.Base, XCommandEnvironment, XInteractionHandler):
    """Says yes to whatever the Extension Manager asks."""

    def getInteractionHandler(self) -> Any:
        return self

    def getProgressHandler(self) -> Any:
        return None

    def handle(self, request: Any) -> None:
        approve = uno.getTypeByName("com.sun.star.task.XInteractionApprove")
        for offered in request.getContinuations():
            found = offered.queryInterface(approve)
            if found is not None:
                found.select()


class Outcome(unohelper.Base, XDispatchResultListener):
    """Keeps what was shown to the user."""

    def __init__(self) -> None:
        self.shown: list[list[str]] = []
        self.done = threading.Event()

    def dispatchFinished(self, event: Any) -> None:
        self.shown = json.loads(event.Result)
        self.done.set()

    def disposing(self, _source: Any) -> None:
        pass


def press(document: Any, action: str, given: dict[str, str]) -> list[list[str]]:
    """Press a button without any dialogue; return the messages and files that were shown."""
    return _pressed(document.CurrentController.Frame, action, given)


def press_without_book(context: Any, action: str, given: dict[str, str]) -> list[list[str]]:
    """The same in a window that holds no spreadsheet."""
    desktop = context.ServiceManager.createInstance("com.sun.star.frame.Desktop")
    hidden = _properties({"Hidden": True})
    letter = desktop.loadComponentFromURL("private:factory/swriter", "_blank", 0, hidden)
    try:
        return _pressed(letter.CurrentController.Frame, action, given)
    finally:
        letter.close(True)


def press_twice(document: Any, action: str) -> list[list[list[str]]]:
    """Press as the menu does, without waiting, and once more meanwhile; return what each showed."""
    frame = document.CurrentController.Frame
    first = _dispatched(frame, action, {})
    second = _dispatched(frame, action, {"SynchronMode": True})
    first.done.wait(PATIENCE)
    return [first.shown, second.shown]


def _pressed(frame: Any, action: str, given: dict[str, str]) -> list[list[str]]:
    return _dispatched(frame, action, {"SynchronMode": True, **given}).shown


def _dispatched(frame: Any, action: str, given: dict[str, Any]) -> Outcome:
    url = URL()
    url.Complete = url.Main = f"iku:{action}"
    url.Protocol, url.Path = "iku:", action
    outcome = Outcome()
    frame.queryDispatch(url, "_self", 0).dispatchWithNotification(
        url, _properties({"Silent": True, **given}), outcome
    )
    return outcome


def enter(document: Any, cells: list[list[Any]]) -> None:
    """Type values into cells: ``[sheet, address, value]``."""
    for sheet, address, value in cells:
        cell = document.Sheets.getByName(sheet).getCellRangeByName(address)
        if value is None or isinstance(value, str):
            cell.setString(value or "")
        else:
            cell.setValue(value)


def texts(document: Any, sheet: str, area: str) -> list[list[str]]:
    """Return what the cells of an area hold, as text."""
    rows = document.Sheets.getByName(sheet).getCellRangeByName(area).getDataArray()
    return [[str(value) for value in row] for row in rows]


def cursor(document: Any) -> list[str]:
    """Return the sheet that is shown and the cell that is selected."""
    selected = document.CurrentController.getSelection()
    return [document.CurrentController.ActiveSheet.Name, selected.AbsoluteName]


def settings(document: Any) -> dict[str, object]:
    """Return what a button must leave as it is."""
    return {
        "calculates": document.isAutomaticCalculationEnabled(),
        "address": document.getURL(),
        "protected": [sheet.isProtected() for sheet in document.Sheets],
        "views": [one.IsVisible for one in document.Sheets],
    }


def calculate_by_hand(document: Any) -> None:
    """Have the document calculated only when somebody asks for it."""
    document.enableAutomaticCalculation(False)


def has_sheet(document: Any, name: str) -> bool:
    """Whether there is such a sheet."""
    return bool(document.Sheets.hasByName(name))


def go(document: Any, sheet: str, address: str) -> None:
    """Put the cursor on a cell, as somebody who works there."""
    found = document.Sheets.getByName(sheet)
    document.CurrentController.setActiveSheet(found)
    document.CurrentController.select(found.getCellRangeByName(address))


def go_elsewhere(document: Any) -> None:
    """Put the cursor where no button leads."""
    sheet = document.Sheets.getByIndex(0)
    document.CurrentController.setActiveSheet(sheet)
    document.CurrentController.select(sheet.getCellRangeByName(ELSEWHERE))


def name(document: Any, title: str) -> None:
    """Give a document that was never saved a name."""
    document.setTitle(title)


def lock(document: Any, path: str, password: str) -> None:
    """Store a copy that opens with a password only."""
    secret = NamedValue("OOXPassword", password), NamedValue("CryptoType", STRONG)
    how = {
        "FilterName": "Calc MS Excel 2007 XML",
        "EncryptionData": uno.Any("[]com.sun.star.beans.NamedValue", secret),
    }
    document.storeToURL(Path(path).as_uri(), _properties(how))


def open_documents(context: Any) -> dict[str, str]:
    """Return the title of each open document, by what tells it from all others."""
    return {one.RuntimeUID: one.Title for one in _documents(context)}


def close_others(context: Any, kept: list[str]) -> None:
    """Close every document but these."""
    for one in _documents(context):
        if one.RuntimeUID not in kept:
            one.close(True)


def _documents(context: Any) -> list[Any]:
    desktop = context.ServiceManager.createInstance("com.sun.star.frame.Desktop")
    parts = desktop.Components.createEnumeration()
    found = []
    while parts.hasMoreElements():
        found.append(parts.nextElement())
    return found


def _properties(values: dict[str, Any]) -> Any:
    return tuple(_property(name, value) for name, value in values.items())


def _property(name: str, value: Any) -> Any:
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made
