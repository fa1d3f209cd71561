"""Findings report: the outcome of a validation kept as a file."""

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from iku.entry_workbook import formula_values
from reporting.findings_book import findings_blueprint
from reporting.page import html_page
from reporting.terminal import outcome_lines
from workbook_builder import save_whole, write_workbook
from workflow.refusal import RefusedError
from workflow.validate import Validation

_MADE = datetime(2020, 1, 1)  # noqa: DTZ001  the same findings give the same bytes


def report_writer(path: Path) -> Callable[[Validation], None]:
    """Return what writes an outcome to ``path`` by its ending; RefusedError for any other ending.

    ``.xlsx`` and ``.html`` are for people, over many files; ``.txt`` is what the terminal shows and
    ``.json`` the public form.
    """
    ending = path.suffix.lower()
    if ending not in _MAKERS:
        message = f"laporan '{ending}' tidak tersedia; pakai {', '.join(_MAKERS)}"
        raise RefusedError(message)
    make = _MAKERS[ending]
    return lambda result: save_whole(make(result), path)


def _text(result: Validation) -> bytes:
    return ("\n".join(outcome_lines(result.outcome)) + "\n").encode(
        "utf-8", errors="backslashreplace"
    )


def _json(result: Validation) -> bytes:
    return (json.dumps(result.as_json(), ensure_ascii=False, indent=2) + "\n").encode(
        "utf-8", errors="backslashreplace"
    )


def _page(result: Validation) -> bytes:
    return html_page(result.outcome).encode("utf-8", errors="replace")


def _workbook(result: Validation) -> bytes:
    blueprint = findings_blueprint(result.outcome)
    values = formula_values(blueprint)
    return write_workbook(blueprint, values, password=None, salt=b"", modified=_MADE)


_MAKERS: dict[str, Callable[[Validation], bytes]] = {
    ".xlsx": _workbook,
    ".html": _page,
    ".txt": _text,
    ".json": _json,
}
