"""LibreOffice as the program sees it: an open spreadsheet and the few calls that it may ask for."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import iku_words
import uno
from com.sun.star.awt.MessageBoxType import INFOBOX
from com.sun.star.beans import PropertyValue
from com.sun.star.lang import DisposedException
from com.sun.star.util import URL

SPREADSHEET = "com.sun.star.sheet.SpreadsheetDocument"
ENDING = ".xlsx"
ACCEPT = ".uno:AcceptFormula"
XLSX = "Calc MS Excel 2007 XML"
WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".ods")
CALLS = (
    "save_copy",
    "write_notes",
    "select",
    "alert",
    "choose_folder",
    "open_file",
    "print_pages",
    "progress",
)


class Office:
    """One window, and the spreadsheet that is in it when the menu is used; there may be none.

    ``shown`` keeps what the user was told and what was opened.
    """

    def __init__(self, context: Any, frame: Any, given: dict[str, Any]) -> None:
        self.shown: list[list[str]] = []
        self._context = context
        self._frame = frame
        self._given = given
        self._document = _spreadsheet(frame)
        self._indicator: Any = None

    def about(self) -> dict[str, Any]:
        """Finish the cell that is being typed; return what the program must know first."""
        if self._document is not None:
            self._enter()
        return {
            "path": self._path(),
            "book": self._name(),
            "read_only": self._document is not None and self._document.isReadonly(),
        }

    def answer(self, call: str, arguments: list[Any]) -> dict[str, Any]:
        """Do a call; whatever LibreOffice refuses is a fault."""
        if call not in CALLS:
            return {"fault": "no such call: " + call}
        try:
            return {"answer": getattr(self, call)(*arguments)}
        except Exception as error:  # noqa: BLE001  the program tells the user in its own words
            return {"fault": repr(error)}

    def tell(self, key: str, **facts: object) -> None:
        """Say a sentence of the extension itself."""
        self.progress(None)
        self.alert("IKU", iku_words.say(key, **facts))

    def save_copy(self, folder: str) -> str:
        """Store a copy in the document's own format, which is what saving would write."""
        copy = Path(folder) / self._name()
        media = {one.Name: one.Value for one in self._document.getArgs()}
        kept = {name: media[name] for name in ("FilterName", "FilterOptions") if media.get(name)}
        if media.get("EncryptionData"):  # what a password protects stays protected
            secret = uno.Any("[]com.sun.star.beans.NamedValue", media["EncryptionData"])
            kept["EncryptionData"] = secret
        self._document.storeToURL(_url(copy), _properties(**(kept or {"FilterName": XLSX})))
        return str(copy)

    def write_notes(self, sheet: str, area: str, rows: list[list[str]]) -> None:
        """Write texts as texts, in one call."""
        body = self._document.Sheets.getByName(sheet).getCellRangeByName(area)
        body.setDataArray(tuple(tuple(row) for row in rows))
        if not self._document.isAutomaticCalculationEnabled():
            self._document.calculate()

    def select(self, sheet: str, address: str) -> None:
        """Go to a cell of a visible sheet."""
        controller = self._document.getCurrentController()
        found = self._document.Sheets.getByName(sheet)
        if not found.IsVisible:
            raise ValueError(sheet)
        controller.setActiveSheet(found)
        controller.select(found.getCellRangeByName(address))

    def alert(self, title: str, message: str) -> None:
        """Show a message and wait until it has been read."""
        self.shown.append([title, message])
        if self._given.get("Silent"):
            return
        box = self._service("com.sun.star.awt.Toolkit").createMessageBox(
            self._window(), INFOBOX, 1, title, message
        )
        box.execute()
        box.dispose()

    def choose_folder(self, prompt: str) -> str | None:
        """Let the user choose a folder."""
        if self._given.get("Silent"):
            return self._given.get("Folder") or None
        picker = self._service("com.sun.star.ui.dialogs.FolderPicker")
        picker.setTitle(prompt)
        if self._path() is not None:
            picker.setDisplayDirectory(_url(Path(str(self._path())).parent))
        return uno.fileUrlToSystemPath(picker.getDirectory()) if picker.execute() == 1 else None

    def open_file(self, path: str) -> None:
        """Open a workbook here, anything else as the system would."""
        self.shown.append(["", path])
        if path.lower().endswith(WORKBOOKS):
            desktop = self._service("com.sun.star.frame.Desktop")
            if desktop.loadComponentFromURL(_url(Path(path)), "_default", 0, ()) is None:
                raise OSError(path)
        elif not self._given.get("Silent"):
            self._service("com.sun.star.system.SystemShellExecute").execute(path, "", 0)

    def print_pages(self, sheet: str, into: str) -> None:
        """Export the print areas of a sheet, as its page style and print areas say."""
        self._document.calculate()
        found = self._document.Sheets.getByName(sheet)
        pages = self._document.createInstance("com.sun.star.sheet.SheetCellRanges")
        pages.addRangeAddresses(found.getPrintAreas() or (_used(found),), False)
        chosen = uno.Any("[]com.sun.star.beans.PropertyValue", _properties(Selection=pages))
        self._document.storeToURL(
            _url(Path(into)), _properties(FilterName="calc_pdf_Export", FilterData=chosen)
        )

    def progress(self, text: str | None) -> None:
        """Use the status bar."""
        if self._indicator is not None:
            with suppress(DisposedException):  # the window was closed meanwhile
                self._indicator.end()
            self._indicator = None
        if text:
            self._indicator = self._frame.createStatusIndicator()
            self._indicator.start(text, 100)

    def _enter(self) -> None:
        """Have LibreOffice take what stands in a cell without Enter pressed: no copy would show it."""
        url = URL()
        url.Complete = url.Main = ACCEPT
        url.Protocol, url.Path = ".uno:", ACCEPT[len(".uno:") :]
        dispatch = self._frame.queryDispatch(url, "_self", 0)
        if dispatch is not None:
            dispatch.dispatch(url, ())

    def _window(self) -> Any:
        """Return the window in front: the recap that was just opened, or the spreadsheet's."""
        current = self._service("com.sun.star.frame.Desktop").getCurrentFrame()
        return (current or self._frame).getContainerWindow()

    def _path(self) -> str | None:
        url = self._document.getURL() if self._document is not None else ""
        return uno.fileUrlToSystemPath(url) if url.startswith("file:") else None

    def _name(self) -> str:
        """Return the document's name; one that was never saved would be saved as .xlsx."""
        if self._document is None:
            return ""
        address = self._document.getURL()
        name = (
            unquote(address.rpartition("/")[2]) if address else self._document.getTitle() + ENDING
        )
        return re.sub(r'[\\/:*?"<>|]', "_", name)

    def _service(self, name: str) -> Any:
        return self._context.ServiceManager.createInstanceWithContext(name, self._context)


def _spreadsheet(frame: Any) -> Any:
    controller = frame.getController() if frame is not None else None
    model = controller.getModel() if controller is not None else None
    return model if model is not None and model.supportsService(SPREADSHEET) else None


def _used(sheet: Any) -> Any:
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(True)
    return cursor.getRangeAddress()


def _url(path: Path) -> str:
    return str(uno.systemPathToFileUrl(str(path)))


def _properties(**values: Any) -> Any:
    return tuple(_property(name, value) for name, value in values.items())


def _property(name: str, value: Any) -> Any:
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made
