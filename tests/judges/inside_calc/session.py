"""Serve one running LibreOffice: open documents, run scripts on them, store and close them.

Run by the system's Python, the one that knows UNO: ``session.py PIPE``. Each line of its input is
a JSON list ``[verb, *arguments]``, where the verb is a method of `Session`; each line of its output
is ``{"answer": ...}`` or, when the verb failed, ``{"fault": "Traceback ..."}``.
"""

import json
import runpy
import sys
import time
import traceback
from pathlib import Path
from typing import Any

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

PATIENCE = 60  # seconds until LibreOffice must listen


class Session:
    """The documents that are open, by number."""

    def __init__(self, context: Any) -> None:
        self.context = context
        self.desktop = context.ServiceManager.createInstance("com.sun.star.frame.Desktop")
        self.documents: dict[int, Any] = {}
        self.scripts: dict[str, dict[str, Any]] = {}
        self.opened = 0

    def open(self, path: str, how: dict[str, Any] | None = None) -> int:
        """Load a document, recalculate it, and return its number; ``how`` as LibreOffice names it."""
        media = {"Hidden": True, **(how or {})}
        loaded = self.desktop.loadComponentFromURL(
            Path(path).resolve().as_uri(),
            "_blank",
            0,
            tuple(_property(name, value) for name, value in media.items()),
        )
        loaded.calculateAll()
        self.opened += 1
        self.documents[self.opened] = loaded
        return self.opened

    def call(self, number: int, script: str, function: str, *arguments: Any) -> Any:
        """Return what a script's ``function(document, *arguments)`` answers."""
        return self._script(script)[function](self.documents[number], *arguments)

    def run(self, script: str, function: str, *arguments: Any) -> Any:
        """Return what a script's ``function(context, *arguments)`` answers."""
        return self._script(script)[function](self.context, *arguments)

    def save(self, number: int, path: str, kind: str) -> None:
        """Recalculate a document and store a copy through the filter of that name."""
        self.documents[number].calculateAll()
        self.documents[number].storeToURL(
            Path(path).resolve().as_uri(), (_property("FilterName", kind),)
        )

    def close(self, number: int) -> None:
        """Close a document without saving it."""
        self.documents.pop(number).close(True)

    def _script(self, path: str) -> dict[str, Any]:
        if path not in self.scripts:
            self.scripts[path] = runpy.run_path(path)
        return self.scripts[path]


def serve(session: Session) -> None:
    """Answer line by line until the input ends."""
    for line in sys.stdin:
        verb, *arguments = json.loads(line)
        try:
            said = {"answer": getattr(session, verb)(*arguments)}
        except Exception:  # noqa: BLE001  whatever a script does wrong is told to its caller
            said = {"fault": traceback.format_exc()}
        sys.stdout.write(json.dumps(said) + "\n")
        sys.stdout.flush()


def _context(pipe: str) -> Any:
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    address = f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext"
    give_up = time.monotonic() + PATIENCE
    while True:
        try:
            return resolver.resolve(address)
        except NoConnectException:
            if time.monotonic() > give_up:
                raise
            time.sleep(0.1)


def _property(name: str, value: object) -> Any:
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


if __name__ == "__main__":
    serve(Session(_context(sys.argv[1])))
