"""The product, asked as people ask it: its command line, in this process."""

import csv
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl
from click.testing import CliRunner

from command_line.main import iku
from tests.regency.inbox import write_inbox
from tests.regency.round import Round, Rows


@dataclass(frozen=True)
class Answer:
    """What `iku consolidate` said of one round, and where things lie."""

    told: dict[str, Any]
    inbox: Path
    recap: Path
    folder: Path


def asked(*arguments: object) -> str:
    """Run one command; everything but exit status 2 is an answer."""
    result = CliRunner().invoke(iku, list(map(str, arguments)), catch_exceptions=False)
    assert result.exit_code in {0, 1}, result.output
    return result.stdout


def write_round(one: Round, folder: Path) -> dict[str, Path]:
    """Write the inbox and the regency's tables of a round; return the tables by their option."""
    write_inbox(folder / "masuk", one.sent)
    tables: dict[str, Path] = {}
    for option, rows in (("central", one.central), ("verification", one.verification)):
        if rows:
            tables[option] = _workbook(folder / f"{option}.xlsx", rows)
    tables["waivers"] = _csv(folder / "waivers.csv", one.waivers)
    return tables


def consolidated(
    one: Round, folder: Path, *, definition: Path, history: Path | None, more: tuple[str, ...] = ()
) -> Answer:
    """Write a round, consolidate it, and close its period where it is to be closed."""
    tables = write_round(one, folder)
    options: list[object] = ["--definition", definition, "--period", one.period, "--json", *more]
    for name, path in tables.items():
        options += [f"--{name}", path]
    if history is not None:
        options += ["--history", history]
    recap = folder / "rekap.xlsx"
    told = asked("consolidate", folder / "masuk", "-o", recap, *options)
    if one.closes and history is not None:
        closing = ("--meski-belum-lengkap", "sesuai jadwal", "--by", "Sekda")
        asked("close", one.period, "--history", history, *closing)
    return Answer(json.loads(told), folder / "masuk", recap, folder)


def _workbook(path: Path, rows: Rows) -> Path:
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    book.save(path)
    return path


def _csv(path: Path, rows: Rows) -> Path:
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, delimiter=";").writerows(rows)
    return path
