"""Where the add-in lives: the one home of every path, file name and registry name of ours.

Only the standard library, and nothing newer than Python 3.8: LibreOffice's own Python reads
this module too. All paths are per user; nothing here needs an administrator.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

REGISTRY_KEY = r"Software\IKU"
"""Below HKEY_CURRENT_USER."""
REGISTRY_PYTHON = "Python"
"""Value: the absolute path of ``pythonw.exe``, which the launcher starts."""
REGISTRY_VERSION = "Versi"
"""Value: the version of the installed package."""

XLAM = "IKU.xlam"
OXT = "IKU.oxt"
OXT_IDENTIFIER = "id.iku.kecamatan"
"""The identifier in the extension's ``description.xml``."""
CHECKER = "Periksa IKU.cmd"
"""The command file onto which a workbook is dropped where no macro may run."""
LOG_FILE = "iku.log"
RECORD = "terpasang.json"
"""What was installed, with the checksum of each file: doctor compares, uninstall removes it."""


@dataclass(frozen=True)
class Places:
    """The folders and files of one user; none of them need exist.

    ``excel_start`` is None where Excel has no start folder that we serve (Linux, macOS).
    """

    home: Path
    log: Path
    excel_start: Path | None
    windows: bool

    @property
    def venv(self) -> Path:
        """Return the folder of our own Python environment."""
        return self.home / "venv"

    @property
    def python(self) -> Path:
        """Return the interpreter that the launchers start: on Windows it opens no console."""
        return self._program("pythonw")

    @property
    def console_python(self) -> Path:
        """Return the interpreter whose words can be read, for doctor and `Periksa IKU.cmd`."""
        return self._program("python")

    @property
    def log_file(self) -> Path:
        """Return the file in which an unexpected error is kept."""
        return self.log / LOG_FILE

    @property
    def record(self) -> Path:
        """Return the list of what was installed."""
        return self.home / RECORD

    @property
    def xlam(self) -> Path | None:
        """Return where Excel loads the add-in from at every start."""
        return None if self.excel_start is None else self.excel_start / XLAM

    def _program(self, name: str) -> Path:
        if self.windows:
            return self.venv / "Scripts" / f"{name}.exe"
        return self.venv / "bin" / "python"


def places(environ: Mapping[str, str] | None = None, platform: str = sys.platform) -> Places:
    r"""Return the places of the user whom ``environ`` describes (default: who runs this).

    Windows: ``%LOCALAPPDATA%\\IKU`` and ``%APPDATA%\\Microsoft\\Excel\\XLSTART``; elsewhere the
    XDG base directories (freedesktop.org), with their defaults below the home folder.

    >>> places({"HOME": "/rumah/siti"}, "linux").python.as_posix()
    '/rumah/siti/.local/share/iku/venv/bin/python'
    """
    known = os.environ if environ is None else environ
    return _windows(known) if platform == "win32" else _xdg(known)


def _windows(environ: Mapping[str, str]) -> Places:
    profile = _user_folder(environ, "USERPROFILE")
    local = _folder(environ, "LOCALAPPDATA", profile / "AppData" / "Local")
    roaming = _folder(environ, "APPDATA", profile / "AppData" / "Roaming")
    home = local / "IKU"
    return Places(home, home / "log", roaming / "Microsoft" / "Excel" / "XLSTART", windows=True)


def _xdg(environ: Mapping[str, str]) -> Places:
    user = _user_folder(environ, "HOME")
    data = _folder(environ, "XDG_DATA_HOME", user / ".local" / "share")
    state = _folder(environ, "XDG_STATE_HOME", user / ".local" / "state")
    return Places(data / "iku", state / "iku" / "log", None, windows=False)


def _user_folder(environ: Mapping[str, str], name: str) -> Path:
    return Path(environ[name]) if environ.get(name) else Path.home()


def _folder(environ: Mapping[str, str], name: str, default: Path) -> Path:
    """Return the folder; a relative value is ignored, as the XDG specification asks."""
    given = environ.get(name, "")
    return Path(given) if given and Path(given).is_absolute() else default
