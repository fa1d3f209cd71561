"""Where the data that travels with the product lies: in the wheel, or beside it in a checkout."""

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


@cache
def _folder(inside: str, beside: str) -> Path:
    """Return a folder of the installed package, or its place in a checkout."""
    installed = _PACKAGE / inside
    return installed if installed.is_dir() else _PACKAGE.parent / beside


def template_path(*parts: str) -> Path:
    """Return the path of a shipped definition or scale, such as ``("skala", "akip.yaml")``."""
    return _folder("templates", "templates").joinpath(*parts)


def example_path(name: str) -> Path:
    """Return the path of shipped example values, such as ``jambi_timur_2017.json``."""
    return _folder("contoh", "examples/data") / name
