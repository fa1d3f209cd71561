"""Build what offices are given, from a tagged commit: `make release`.

    python -m scripts.release              (dist/X.Y.Z, from a clean tree whose commit is vX.Y.Z)
    python -m scripts.release --draft      (dist/draf, from any state, and named so)

What was built is then proved by scripts.release_check; what fails stays beside, as X.Y.Z.baru.
"""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

from addin.version import installed_version
from scripts.release_check import check
from scripts.release_files import build_files
from scripts.release_notes import Notes, NotesError, release_notes
from scripts.release_room import CheckError

ROOT = Path(__file__).resolve().parents[1]
DRAFT = "draf"


class NotReleasableError(Exception):
    """The state of the checkout is none to release from; the message says why, line by line."""


def project_version(root: Path) -> str:
    """Return the version that pyproject.toml gives, the one place where it is written."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return str(project["version"])


def require_releasable(root: Path) -> None:
    """Raise NotReleasableError unless the tree is clean and its commit carries the version's tag."""
    version = project_version(root)
    reasons = []
    if not re.fullmatch(r"\d+\.\d+\.\d+", version):
        reasons.append(f"version {version} in pyproject.toml is not X.Y.Z")
    if changed := _git(root, "status", "--porcelain").splitlines():
        reasons.append(f"the tree is not clean: {len(changed)} files, {changed[0][3:]} first")
    tags = _git(root, "tag", "--points-at", "HEAD").split()
    if f"v{version}" not in tags:
        found = f"it carries {', '.join(tags)}" if tags else "it carries no tag"
        reasons.append(f"the commit must carry the tag v{version}; {found}")
    if reasons:
        raise NotReleasableError("\n".join(reasons))


def notes_of(root: Path) -> Notes:
    """Return what the changelog tells readers of the version that is about to be released."""
    changelog = (root / "CHANGELOG.md").read_text(encoding="utf-8")
    return release_notes(changelog, project_version(root))


def release(root: Path, *, draft: bool = False) -> Path:
    """Build and prove the release of a checkout; return its folder below dist/.

    Every file in it is as old as the commit says. NotReleasableError or NotesError where the
    checkout is none to release from; CheckError where what was built does not prove itself.
    """
    if not draft:
        require_releasable(root)
    notes = notes_of(root)
    if installed_version() != notes.version:
        message = f"installed here is {installed_version()}, not {notes.version}: run `make setup`"
        raise NotReleasableError(message)
    os.environ["SOURCE_DATE_EPOCH"] = _git(root, "log", "-1", "--format=%ct").strip()
    folder = root / "dist" / (DRAFT if draft else notes.version)
    made = folder.with_name(f"{folder.name}.baru")
    shutil.rmtree(made, ignore_errors=True)
    build_files(root, made, notes, draft=draft)
    check(made)
    shutil.rmtree(folder, ignore_errors=True)  # what was proved before stays until this one is
    made.replace(folder)
    return folder


def _git(root: Path, *words: str) -> str:
    command = ["git", "-C", str(root), *words]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def main(arguments: list[str]) -> int:
    """Release, or say why not."""
    if arguments not in ([], ["--draft"]):
        print(__doc__, file=sys.stderr)
        return 2
    try:
        folder = release(ROOT, draft=bool(arguments))
    except (NotReleasableError, NotesError, CheckError) as error:
        print(f"release: {error}", file=sys.stderr)
        return 1
    print(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
