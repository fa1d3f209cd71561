"""A simulated Windows: real files in the layout of a Windows profile, a registry in a dict.

It stands at the one boundary (`addin.install.machine`). A Python here is a file that holds the
version of what is installed beside it; LibreOffice is an installer that remembers one extension.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from addin.install import Hive, Outcome, RegistryValue
from addin.install.machine import CANNOT_START
from addin.places import OXT_IDENTIFIER, Places, places

UNO = r"SOFTWARE\LibreOffice\UNO\InstallPath"


class DictRegistry:
    """A registry whose names, as in Windows, differ in more than case."""

    def __init__(self) -> None:
        self.read_only = False
        self.stored: dict[tuple[Hive, str], dict[str, tuple[str, RegistryValue]]] = {}

    def put(self, hive: Hive, key: str, name: str, value: RegistryValue) -> None:
        self.stored.setdefault((hive, key.lower()), {})[name.lower()] = (name, value)

    def value(self, hive: Hive, key: str, name: str) -> RegistryValue | None:
        found = self.stored.get((hive, key.lower()), {}).get(name.lower())
        return None if found is None else found[1]

    def values(self, hive: Hive, key: str) -> Mapping[str, RegistryValue]:
        return dict(self.stored.get((hive, key.lower()), {}).values())

    def subkeys(self, hive: Hive, key: str) -> Sequence[str]:
        below = [
            name for at, name in self.stored if at is hive and name.startswith(f"{key.lower()}\\")
        ]
        return sorted({name[len(key) + 1 :].split("\\")[0] for name in below})

    def write(self, key: str, name: str, text: str) -> None:
        if self.read_only:
            raise PermissionError(5, "Access is denied")
        self.put(Hive.USER, key, name, text)

    def delete(self, key: str, name: str) -> None:
        kept = self.stored.get((Hive.USER, key.lower()), {})
        kept.pop(name.lower(), None)
        if not kept:
            self.stored.pop((Hive.USER, key.lower()), None)


class Windows:
    """A Windows with one user and, where wanted, Excel open, LibreOffice, a virus scanner."""

    def __init__(self, drive: Path) -> None:
        user = drive / "Users" / "Siti Aminah"
        self.drive = drive
        self.environ = {
            "USERPROFILE": str(user),
            "USERNAME": "siti",
            "LOCALAPPDATA": str(user / "AppData" / "Local"),
            "APPDATA": str(user / "AppData" / "Roaming"),
            "ProgramFiles": str(drive / "Program Files"),
            "SystemRoot": str(drive / "Windows"),
            "PATH": "",
        }
        self.places: Places = places(self.environ, "win32")
        self.registry = DictRegistry()
        self.python = drive / "Python313" / "python.exe"
        self.extension: str | None = None
        self.extras = ""
        self.excel_open = False
        self.locked: set[str] = set()
        self.no_space_for: set[str] = set()
        self.eaten: set[str] = set()
        self.failing: dict[str, Outcome] = {}

    def with_libreoffice(self, extension: str | None = None) -> "Windows":
        program = self.drive / "Program Files" / "LibreOffice" / "program"
        program.mkdir(parents=True)
        (program / "unopkg.com").touch()
        self.registry.put(Hive.MACHINE, UNO, "", str(program))
        self.extension = extension
        return self

    def run(self, command: Sequence[str | Path], *, seconds: float) -> Outcome:
        assert seconds > 0
        words = [str(word) for word in command]
        errand = _errand(words)
        if errand in self.failing:
            return self.failing[errand]
        answers = {"venv": self._venv, "pip": self._pip, "probe": self._probe}
        answers |= {"tasklist": self._tasklist, "unopkg": self._unopkg}
        return answers[errand](words)

    def replace(self, source: Path, target: Path) -> None:
        for path in (source, target):
            self._require_free(path)
        if target.name in self.no_space_for:
            raise OSError(28, "No space left on device", str(target))
        source.replace(target)
        if target.name in self.eaten:
            target.unlink()

    def remove(self, path: Path) -> None:
        self._require_free(path)
        for below in sorted(path.rglob("*"), reverse=True) if path.is_dir() else []:
            below.rmdir() if below.is_dir() else below.unlink()
        if path.is_dir():
            path.rmdir()
        else:
            path.unlink(missing_ok=True)

    def tree(self) -> dict[str, bytes]:
        """Every file of the machine, and every value of its registry."""
        files = {
            str(p.relative_to(self.drive)): p.read_bytes()
            for p in self.drive.rglob("*")
            if p.is_file()
        }
        for (hive, key), values in self.registry.stored.items():
            for name, value in values.values():
                files[f"{hive.value}:{key}:{name}"] = repr(value).encode()
        return files

    def _require_free(self, path: Path) -> None:
        if path.name in self.locked and path.exists():
            raise PermissionError(13, "being used by another process", str(path))

    def _venv(self, words: list[str]) -> Outcome:
        scripts = Path(words[-1]) / "Scripts"
        scripts.mkdir(parents=True)
        for name in ("python.exe", "pythonw.exe", "pip.exe", "activate.bat"):
            (scripts / name).touch()
        return Outcome(0, "")

    def _pip(self, words: list[str]) -> Outcome:
        assert "--no-index" in words
        name, _, version = words[-1].partition("==")
        package, _, self.extras = name.partition("[")
        assert package == "iku-kecamatan"
        Path(words[0]).write_text(version)
        return Outcome(0, "")

    def _probe(self, words: list[str]) -> Outcome:
        assert words[1] == "-I"
        python = Path(words[0])
        version = python.read_text() if python.is_file() else ""
        return (
            Outcome(0, f"{version}\r\n") if version else Outcome(CANNOT_START, "Access is denied")
        )

    def _tasklist(self, words: list[str]) -> Outcome:
        assert {"IMAGENAME eq EXCEL.EXE", "USERNAME eq siti"} <= set(words)
        return Outcome(0, '"EXCEL.EXE","4242"' if self.excel_open else "INFO: No tasks")

    def _unopkg(self, words: list[str]) -> Outcome:
        if words[1] == "add":
            self.extension = Path(words[-1]).read_text()
        elif words[1] == "remove":
            self.extension = None
        elif self.extension:
            return Outcome(0, f"Identifier: {OXT_IDENTIFIER}\n  Version: {self.extension}\n")
        return Outcome(0, "")


def _errand(words: list[str]) -> str:
    program = words[0].replace("\\", "/").rpartition("/")[2]
    if program.startswith("python"):
        return next((name for name in ("venv", "pip") if name in words), "probe")
    return program.partition(".")[0]
