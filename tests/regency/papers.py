"""Papers of a round, made by the product and read back: which figure each row shows."""

import re
from pathlib import Path

import docx

from tests.regency.product import Answer, asked

_NUMBER = re.compile(r"-?\d{1,3}(?:\.\d{3})*(?:,\d+)?")


def made(answer: Answer, period: str, into: Path, definition: Path, history: Path) -> list[Path]:
    """Make every paper of a round, with the regency's tables that were used for its recap."""
    options: list[object] = ["--definition", definition, "--period", period, "--history", history]
    for name in ("central.xlsx", "verification.xlsx", "waivers.csv"):
        if (answer.folder / name).exists():
            options += [f"--{Path(name).stem}", answer.folder / name]
    asked("documents", "semua", answer.inbox, "-o", into, *options)
    return sorted(into.iterdir())


def rows(path: Path, table: int = 0) -> list[list[str]]:
    """Return the rows of one table of a paper, as text."""
    found = docx.Document(str(path)).tables[table]
    return [[cell.text for cell in row.cells] for row in found.rows]


def number(text: str) -> float | None:
    """Return a printed number, a grade before it ignored; None where words stand in its place."""
    found = _NUMBER.findall(text)
    return float(found[-1].replace(".", "").replace(",", ".")) if found else None
