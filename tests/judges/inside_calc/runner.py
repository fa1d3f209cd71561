"""Open a document in a running LibreOffice, let a script edit it, store it as .xlsx.

Run by the system's Python, the one that knows UNO:
``runner.py PIPE SCRIPT DOCUMENT SAVED_AS ANSWER ARGUMENTS``. ARGUMENTS is a JSON list; the script's
``edit(document, *arguments)`` answers with anything that JSON can hold, written to the file ANSWER.
"""

import json
import runpy
import sys
import time
from pathlib import Path
from typing import Any

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

PATIENCE = 60  # seconds until LibreOffice must listen


def main(pipe: str, script: str, document: str, saved_as: str, answer: str, arguments: str) -> None:
    """Do the whole errand; an exception of the script ends with exit status 1."""
    desktop = _desktop(pipe)
    opened = desktop.loadComponentFromURL(
        Path(document).resolve().as_uri(), "_blank", 0, (_property("Hidden", True),)
    )
    opened.calculateAll()
    said = runpy.run_path(script)["edit"](opened, *json.loads(arguments))
    opened.calculateAll()
    opened.storeToURL(
        Path(saved_as).resolve().as_uri(), (_property("FilterName", "Calc MS Excel 2007 XML"),)
    )
    opened.close(True)
    Path(answer).write_text(json.dumps(said), encoding="utf-8")


def _desktop(pipe: str) -> Any:
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    address = f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext"
    give_up = time.monotonic() + PATIENCE
    while True:
        try:
            context = resolver.resolve(address)
        except NoConnectException:
            if time.monotonic() > give_up:
                raise
            time.sleep(0.1)
        else:
            return context.ServiceManager.createInstance("com.sun.star.frame.Desktop")


def _property(name: str, value: object) -> Any:
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


if __name__ == "__main__":
    main(*sys.argv[1:])
