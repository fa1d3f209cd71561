"""LibreOffice as a judge: it recalculates, prints, and does with a file what a clerk does."""

import subprocess
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.judges.calc_program import TIMEOUT
from tests.judges.calc_session import INSIDE_CALC, CalcError, Office
from tests.judges.shared_office import shared_office
from tests.judges.values import Values, cached_values, formula_cells


def recalculate(paths: Sequence[Path], into: Path, locale: str = "en-US") -> list[Path]:
    """Save each workbook anew in the folder ``into``, every formula computed by LibreOffice.

    ``locale`` is that of the computer LibreOffice believes to run on; ``id-ID`` writes 92,36.
    """
    return _converted(paths, into, "xlsx:Calc MS Excel 2007 XML", locale)


def computed_values_of(paths: Sequence[Path], locale: str = "en-US") -> list[Values]:
    """Recalculate workbooks and return the values of each one's formula cells."""
    with TemporaryDirectory() as folder:
        saved = recalculate(paths, Path(folder), locale)
        return [_results(path, anew) for path, anew in zip(paths, saved, strict=True)]


def computed_values(path: Path, locale: str = "en-US") -> Values:
    """Recalculate one workbook and return the value of each of its formula cells."""
    return computed_values_of([path], locale)[0]


def to_pdf(path: Path, into: Path) -> Path:
    """Print a workbook, all sheets as its page set-up says, to a PDF in the folder ``into``."""
    return _converted([path], into, "pdf:calc_pdf_Export", "id-ID")[0]


def to_png(pdf: Path, into: Path, dpi: int = 70) -> list[Path]:
    """Draw the pages of a PDF, in order, as PNG files in the folder ``into``."""
    into.mkdir(parents=True, exist_ok=True)
    prefix = into / pdf.stem
    _run(["pdftoppm", "-png", "-r", str(dpi), str(pdf), str(prefix)])
    return sorted(into.glob(f"{pdf.stem}-*.png"))


def run_in_calc(script: Path, document: Path, saved_as: Path, *arguments: object) -> Any:
    """Open a document in LibreOffice, run a script's ``edit(document, *arguments)``, save .xlsx.

    The script is run by the system's Python and speaks UNO. Returns what ``edit`` returns, through
    JSON; raises CalcError when it fails.
    """
    with shared_office() as office, office.opened(document) as opened:
        said = opened.call(script, "edit", *arguments)
        opened.save(saved_as)
    return said


def cut_and_paste(document: Path, saved_as: Path, sheet: str, source: str, target: str) -> Path:
    """Cut the range ``source`` of a sheet, paste it at the cell ``target``, save as .xlsx."""
    run_in_calc(INSIDE_CALC / "cut_and_paste.py", document, saved_as, sheet, source, target)
    return saved_as


def _results(path: Path, recalculated: Path) -> Values:
    values = cached_values(recalculated)
    return {key: values.get(key) for key in formula_cells(path)}


def _converted(paths: Sequence[Path], into: Path, to: str, locale: str) -> list[Path]:
    converted = [into / f"{path.stem}.{to.partition(':')[0]}" for path in paths]
    if len({*converted, *paths}) < len(converted) + len(paths):
        message = f"files of the same name would overwrite one another in {into}"
        raise ValueError(message)
    into.mkdir(parents=True, exist_ok=True)
    for path in converted:
        path.unlink(missing_ok=True)
    with shared_office(locale) as office:
        for path, anew in zip(paths, converted, strict=True):
            _convert(path, anew, to.partition(":")[2], office)
    return converted


def _convert(path: Path, into: Path, kind: str, office: Office) -> None:
    try:
        with office.opened(path) as document:
            document.save(into, kind)
    except CalcError as error:
        message = f"LibreOffice did not write {into.name}"
        raise RuntimeError(message) from error


def _run(command: Sequence[str | Path]) -> None:
    subprocess.run(
        command, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, timeout=TIMEOUT
    )
