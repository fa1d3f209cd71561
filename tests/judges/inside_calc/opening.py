"""How long LibreOffice takes to open a file."""

import time
from pathlib import Path
from typing import Any

from com.sun.star.beans import PropertyValue


def seconds(document: Any, path: str) -> float:
    """Open another file beside this document, and close it again; only the opening counts."""
    hidden = PropertyValue()
    hidden.Name, hidden.Value = "Hidden", True
    address = Path(path).resolve().as_uri()
    start = time.perf_counter()
    loaded = document.CurrentController.Frame.loadComponentFromURL(address, "_blank", 0, (hidden,))
    taken = time.perf_counter() - start
    loaded.close(True)
    return taken
