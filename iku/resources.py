"""Where the data that travels with the product lies: in the wheel, or beside it in a checkout."""

from functools import cache
from pathlib import Path


@cache
def templates_folder() -> Path:
    """Return the folder with the definitions, scales and samples that ship with the product."""
    package = Path(__file__).resolve().parent
    inside = package / "templates"
    return inside if inside.is_dir() else package.parent / "templates"


def template_path(*parts: str) -> Path:
    """Return the path of one shipped file, such as ``template_path("skala", "akip.yaml")``."""
    return templates_folder().joinpath(*parts)
