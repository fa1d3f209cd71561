"""Run by LibreOffice's own Python: which password opens which sheet of a file?

Usage: ``python3 try_passwords.py FILE PROFILE_FOLDER PASSWORD...``; prints JSON, one object per
password and protected sheet: ``{"sheet": ..., "password": ..., "opened": ...}``.
"""

import contextlib
import json
import subprocess
import sys
import time
import uuid
from pathlib import Path
from typing import Any

START_SECONDS = 60


def _connect(pipe: str) -> Any:  # UNO objects have no static type
    import uno  # noqa: PLC0415  # only LibreOffice's own Python has it

    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    address = f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext"
    for _ in range(START_SECONDS * 4):
        try:
            context = resolver.resolve(address)
        except uno.getClass("com.sun.star.connection.NoConnectException"):
            time.sleep(0.25)
        else:
            return context.ServiceManager.createInstanceWithContext(
                "com.sun.star.frame.Desktop", context
            )
    message = "LibreOffice did not start"
    raise TimeoutError(message)


def opens(sheet: Any, password: str) -> bool:
    """Return whether the password lifts the protection; a refused one raises inside UNO."""
    with contextlib.suppress(Exception):
        sheet.unprotect(password)
    return not sheet.isProtected()


def answers(desktop: Any, path: Path, passwords: list[str]) -> list[dict[str, object]]:
    import uno  # noqa: PLC0415  # only LibreOffice's own Python has it

    hidden = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
    hidden.Name, hidden.Value = "Hidden", True
    found: list[dict[str, object]] = []
    for password in passwords:
        document = desktop.loadComponentFromURL(path.as_uri(), "_blank", 0, (hidden,))
        protected = [sheet for sheet in document.Sheets if sheet.isProtected()]
        for sheet in protected:
            opened = opens(sheet, password)
            found.append({"sheet": sheet.Name, "password": password, "opened": opened})
        document.close(True)
    return found


def main() -> None:
    path, profile, *passwords = sys.argv[1:]
    pipe = f"iku{uuid.uuid4().hex}"
    office = subprocess.Popen(
        [
            "soffice",
            f"-env:UserInstallation={Path(profile).resolve().as_uri()}",
            *("--headless", "--norestore", "--nologo", "--nodefault"),
            f"--accept=pipe,name={pipe};urp;",
        ]
    )
    desktop = _connect(pipe)
    try:
        sys.stdout.write(json.dumps(answers(desktop, Path(path).resolve(), passwords)))
    finally:
        # Killing the start script would leave the office itself behind.
        with contextlib.suppress(Exception):
            desktop.terminate()
        office.wait(START_SECONDS)


if __name__ == "__main__":
    main()
