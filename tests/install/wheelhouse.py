"""Wheels made again from what is installed here, so that a real installation needs no network."""

import re
import zipfile
from importlib.metadata import Distribution, distribution
from pathlib import Path


def repack(name: str, into: Path) -> Path:
    """Write the wheel of an installed distribution and return where it is."""
    found = distribution(name)
    *_, tag = re.findall(r"^Tag: (\S+)$", found.read_text("WHEEL") or "", re.MULTILINE)
    stem = f"{name.replace('-', '_')}-{found.version}"
    path = into / f"{stem}-{tag}.whl"
    with zipfile.ZipFile(path, "w") as wheel:
        for inside, origin in _files(found):
            wheel.write(origin, inside)
    return path


def _files(found: Distribution) -> list[tuple[str, Path]]:
    """Return what belongs into the wheel; starters and compiled files are made anew."""
    left_out = ("..", "/INSTALLER", "/REQUESTED", "/direct_url.json")
    return [
        (file.as_posix(), Path(str(found.locate_file(file))))
        for file in found.files or []
        if not file.as_posix().startswith(left_out)
        and not file.as_posix().endswith((*left_out, ".pyc"))
    ]
