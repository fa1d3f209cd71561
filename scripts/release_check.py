"""Prove a release from its files alone: `python -m scripts.release_check dist/X.Y.Z`.

Everything is copied into an empty folder outside of this checkout and used there: isolated Python
(-I), an empty home, no settings of pip, and no network where the system can take it away. Only the
results of the demo are compared with those of this checkout.
"""

import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

from scripts.release_room import CheckError, Room, without_network

ROOT = Path(__file__).resolve().parents[1]
SUMS = "SHA256SUMS"
GUIDES = "panduan"
EXTENSION = "id.iku.kecamatan"
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
UNIT = "15.71.03"
FORM = "IKU_2017_15.71.03_Jambi_Timur.xlsx"
_LISTED = re.compile(r"^([0-9a-f]{64})  (\S.*)$")
_KINDS = ("docx", "pdf")
_DEMO = ("demo", "-o", "demo")


@dataclass(frozen=True, slots=True)
class Trial:
    """A copy of a release and the empty room in which it is tried."""

    files: Path
    room: Room

    @property
    def version(self) -> str:
        """Return the version that the wheel has in its name."""
        return self.wheel.name.split("-")[1]

    @property
    def wheel(self) -> Path:
        """Return our own wheel."""
        return _only(self.files, "iku_kecamatan-*.whl")

    def bundle(self, system: str) -> Path:
        """Return the unpacked bundle of ``windows`` or ``linux``."""
        return self.room.folder / f"IKU-{self.version}-{system}"


def check(release: Path) -> None:
    """Prove a release and print each step with its seconds; CheckError where one fails."""
    with TemporaryDirectory(prefix="iku_rilis_") as temporary:
        room = Room(Path(temporary).resolve())
        shutil.copytree(release, room.folder / "rilis")
        network = "without network" if without_network() else "network there, pip may not use it"
        print(f"{release.name}: tried in an empty folder, {network}")
        trial = Trial(room.folder / "rilis", room)
        for step in STEPS:
            began = time.monotonic()
            said = step(trial)
            print(f"  {time.monotonic() - began:5.1f} s  {said}", flush=True)


def sums_hold(trial: Trial) -> str:
    """Every file is as listed, and nothing lies there unlisted; in the bundles too."""
    count = _sums_of(trial.files)
    for archive in sorted(trial.files.glob("*.zip")):
        with ZipFile(archive) as packed:
            packed.extractall(trial.room.folder)
        count += _sums_of(trial.room.folder / archive.stem)
    return f"checksums of {count} files hold"


def parts_agree(trial: Trial) -> str:
    """What is in several places is the same bytes in all: built several times, equal each time."""
    for system in ("windows", "linux"):
        _same(trial.wheel, _only(trial.bundle(system) / "wheels", "iku_kecamatan-*.whl"))
        _same(trial.files / "IKU.oxt", trial.bundle(system) / "IKU.oxt")
    _same(trial.files / "IKU.xlam", trial.bundle("windows") / "IKU.xlam")
    return "wheel, IKU.xlam and IKU.oxt are the same bytes wherever they lie"


def guides_are_whole(trial: Trial) -> str:
    """Every guide lies there as Word and as PDF, and every language has the same ones."""
    folder = trial.files / GUIDES
    shelves = [folder, *sorted(path for path in folder.glob("*") if path.is_dir())]
    kinds = [{path.stem for path in one.glob(f"*.{kind}")} for one in shelves for kind in _KINDS]
    everywhere = set.intersection(*kinds)
    odd = sorted(set.union(*kinds) - everywhere)
    if odd or not everywhere:
        message = f"guides are missing, as Word or PDF or in a language: {odd[:3]}"
        raise CheckError(message)
    return f"{len(everywhere)} guides, as Word and PDF, in {len(shelves)} languages"


def it_installs(trial: Trial) -> str:
    """An empty environment takes the wheel and what it needs from the bundle for Linux."""
    room = trial.room
    base = getattr(sys, "_base_executable", sys.executable)
    room.run(base, "-I", "-m", "venv", room.folder / "venv")
    wanted = f"iku-kecamatan[kunci,xlam]=={trial.version}"
    pip = (room.python, "-I", "-m", "pip", "install", "--quiet")
    room.run(*pip, "--no-index", "--find-links", trial.bundle("linux") / "wheels", wanted)
    if trial.version not in (said := room.iku("--version")):
        message = f"iku --version says {said}"
        raise CheckError(message)
    return f"installed into an empty environment, says {said.strip()}"


def the_demo_is_ours(trial: Trial) -> str:
    """The demo writes the same bytes, and says the same, as that of this checkout."""
    here = trial.room.folder / "checkout"
    here.mkdir()
    start = [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r}); {_RUN}"]
    ours = subprocess.run([*start, *_DEMO], cwd=here, check=True, capture_output=True, text=True)
    if trial.room.iku(*_DEMO) != ours.stdout:
        raise CheckError("iku demo says something else than in the checkout")
    wanted, found = (_digests(folder / "demo") for folder in (here, trial.room.folder))
    if wanted != found or not wanted:
        odd = sorted(name for name, _ in set(wanted.items()) ^ set(found.items()))
        message = f"iku demo differs from the checkout's: {odd[:3]}"
        raise CheckError(message)
    return f"the demo's {len(found)} files are those of the checkout"


_RUN = "from command_line.main import run; run()"


def the_verbs_work(trial: Trial) -> str:
    """A signed form is built, filled, validated, consolidated and made into papers."""
    room = trial.room
    inside = _only(room.folder / "venv", "lib/python*/site-packages/iku")
    definition = inside / "templates" / "kota_jambi_2017.yaml"
    values = inside / "contoh" / "jambi_timur_2017_koreksi.json"
    room.iku("key", "new", "-o", "kunci.pem")
    room.iku("build", definition, "-o", "formulir", "--unit", UNIT, "--key", "kunci.pem")
    (room.folder / "kiriman").mkdir()
    room.iku("fill", f"formulir/{FORM}", values, "-o", f"kiriman/{FORM}")
    room.iku("validate", "kiriman", "--trust", "kunci.pub")
    room.iku(
        *("consolidate", "kiriman", "-o", "rekap.xlsx", "--definition", definition), allowed=(0, 1)
    )
    room.iku("documents", "sk", definition, "-o", "dokumen")
    room.iku("documents", "pengukuran", f"kiriman/{FORM}", "-o", "dokumen")
    papers = [*room.folder.glob("dokumen/*.docx"), room.folder / "rekap.xlsx"]
    if len(papers) < 3 or not all(path.stat().st_size for path in papers):
        raise CheckError("consolidate or documents wrote nothing")
    return "key, build, fill, validate, consolidate and documents work"


def buttons_can_be_rebuilt(trial: Trial) -> str:
    """The installed program builds IKU.xlam and IKU.oxt byte for byte as released."""
    trial.room.iku("addin", "build", "-o", "tombol")
    for name in ("IKU.xlam", "IKU.oxt"):
        _same(trial.files / name, trial.room.folder / "tombol" / name)
    return "IKU.xlam and IKU.oxt, built again, are the same bytes"


def windows_packages_suffice(trial: Trial) -> str:
    """For each Python of an office the bundle for Windows has every package, and they fit."""
    wheels = trial.bundle("windows") / "wheels"
    pip = (trial.room.python, "-I", "-m", "pip", "install", "--quiet", "--dry-run")
    wanted = (f"iku-kecamatan[kunci]=={trial.version}", "xlwings", "pywin32")
    for python in PYTHONS:
        target = ("--platform", "win_amd64", "--python-version", python, "--only-binary", ":all:")
        where = ("--no-index", "--find-links", wheels, "--target", trial.room.folder / "windows")
        trial.room.run(*pip, *target, *where, *wanted)
    return f"the bundle for Windows is complete for Python {PYTHONS[0]} to {PYTHONS[-1]}"


def libreoffice_takes_the_extension(trial: Trial) -> str:
    """LibreOffice, with a profile of its own, adds IKU.oxt and lists it in this version."""
    profile = f"-env:UserInstallation={(trial.room.folder / 'profil').as_uri()}"
    unopkg = shutil.which("unopkg") or "/usr/lib/libreoffice/program/unopkg"
    trial.room.run(unopkg, "add", "--suppress-license", trial.files / "IKU.oxt", profile)
    _require_listed(trial, trial.room.run(unopkg, "list", EXTENSION, profile))
    return "LibreOffice adds IKU.oxt and lists it"


def the_installer_works(trial: Trial) -> str:
    """The bundle for Linux installs program and menu for its user, and takes both off again."""
    python = getattr(sys, "_base_executable", sys.executable)
    start = (python, "-I", "-X", "utf8", trial.bundle("linux") / "program" / "mulai.py")
    unopkg = shutil.which("unopkg") or "/usr/lib/libreoffice/program/unopkg"
    trial.room.run(*start, "install")
    _require_listed(trial, trial.room.run(unopkg, "list", EXTENSION))
    home = trial.room.home / ".local" / "share" / "iku"
    trial.room.run(home / "venv/bin/python", "-I", "-c", "import command_line.main, cryptography")
    trial.room.run(*start, "uninstall")
    if (home / "venv").exists():
        raise CheckError("uninstall left the environment behind")
    return "the bundle for Linux installs, and uninstalls without a rest"


STEPS: tuple[Callable[[Trial], str], ...] = (
    *(sums_hold, parts_agree, guides_are_whole, it_installs, the_demo_is_ours),
    *(the_verbs_work, buttons_can_be_rebuilt, windows_packages_suffice),
    *(libreoffice_takes_the_extension, the_installer_works),
)


def _sums_of(folder: Path) -> int:
    """Compare a folder with its list, by nothing of ours; return how many files it has."""
    lines = (folder / SUMS).read_text(encoding="utf-8").splitlines()
    listed = {found[2]: found[1] for line in lines if (found := _LISTED.match(line))}
    there = _digests(folder)
    del there[SUMS]
    if odd := sorted(name for name, _ in set(listed.items()) ^ set(there.items())):
        message = f"{folder.name}: not as listed in {SUMS}: {odd[:3]}"
        raise CheckError(message)
    return len(there)


def _digests(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def _same(one: Path, other: Path) -> None:
    if one.read_bytes() != other.read_bytes():
        message = f"{other.name} in {other.parent.name} is not the one beside {SUMS}"
        raise CheckError(message)


def _only(folder: Path, pattern: str) -> Path:
    found = list(folder.glob(pattern))
    if len(found) != 1:
        message = f"{folder.name}: {len(found)} files {pattern}, one was expected"
        raise CheckError(message)
    return found[0]


def _require_listed(trial: Trial, said: str) -> None:
    if not re.search(rf"Identifier: {EXTENSION}\s+Version: {re.escape(trial.version)}\s", said):
        message = f"LibreOffice does not list {EXTENSION} {trial.version}: {said.strip()}"
        raise CheckError(message)


def main(arguments: list[str]) -> int:
    """Prove a release; 1 where it does not hold."""
    if len(arguments) != 1 or not (Path(arguments[0]) / SUMS).is_file():
        print(__doc__, file=sys.stderr)
        return 2
    try:
        check(Path(arguments[0]))
    except CheckError as error:
        print(f"release_check: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
