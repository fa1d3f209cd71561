"""Findings of many files as a workbook: a summary sheet by unit, and every finding with its place."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from iku.address import a1
from iku.blueprint import Blueprint, BlueprintSheet, Constant, PageSetup
from iku.finding import Finding, Severity
from iku.languages import Language, translated
from iku.recap.page import filtered, received
from iku.sheets.canvas import PAPER, Canvas
from reporting.outcome import FileOutcome, Outcome
from reporting.words import SEVERITY, STATUS, counted, word

HEADER_ROW = 5
_SUMMARY = (
    ("number", 5.0),
    ("unit_code", 12.0),
    ("unit", 24.0),
    ("period", 20.0),
    ("outcome", 24.0),
    (Severity.ERROR, 11.0),
    (Severity.WARNING, 11.0),
    (Severity.INFO, 11.0),
    ("progress", 14.0),
    ("file", 48.0),
)
_NOTES = (
    ("number", 5.0),
    ("file", 32.0),
    ("unit_code", 12.0),
    ("unit", 20.0),
    ("severity", 15.0),
    ("code", 9.0),
    ("sheet", 14.0),
    ("cell", 16.0),
    ("sentence", 58.0),
    ("remedy", 52.0),
)
_CELLS = 12  # cells that a row lists; the sentence and the file itself have the others
Row = Sequence[Constant]


def findings_blueprint(outcome: Outcome) -> Blueprint:
    """Return the Blueprint of the report: open sheets, no formulas, texts from files as texts."""
    language = outcome.language
    summary, notes = (word(key, language) for key in ("summary", "notes"))
    return Blueprint(
        title=word("title", language),
        sheets=(
            _sheet(summary, _SUMMARY, outcome, list(_summary_rows(outcome))),
            _sheet(notes, _NOTES, outcome, list(_note_rows(outcome))),
        ),
        structure_locked=False,
        active_sheet=summary,
    )


def _sheet(
    name: str,
    heads: Sequence[tuple[str, float]],
    outcome: Outcome,
    rows: Sequence[Row],
) -> BlueprintSheet:
    language = outcome.language
    canvas = Canvas(name)
    canvas.widths({n: width for n, (_, width) in enumerate(heads, 1)})
    canvas.put(1, 1, word("title", language), "title")
    files = word("files", language, n=len(outcome.files))
    canvas.put(2, 1, f"{files}: {counted(outcome.counts, language)}.", "subtitle")
    canvas.put(3, 1, word("order", language), "note")
    for column, (key, _) in enumerate(heads, 1):
        canvas.put(HEADER_ROW, column, _head(key, language), "header_small")
    for number, row in enumerate(rows, HEADER_ROW + 1):
        for column, content in enumerate(row, 1):
            style = "table_text" if isinstance(content, str) else "table_text_centred"
            canvas.put(number, column, content, style)
    end = (max(HEADER_ROW + len(rows), HEADER_ROW + 1), len(heads))
    page = PageSetup(PAPER["A4"], print_area=f"A1:{a1(*end)}", title_rows=(1, HEADER_ROW))
    page = replace(page, footer=translated(page.footer, language, "lembar"))
    sheet = canvas.sheet(page, freeze=a1(HEADER_ROW + 1, 4))
    return filtered(replace(sheet, protected=False), HEADER_ROW, end)


def _head(key: str, language: Language) -> str:
    return SEVERITY[language][key] if isinstance(key, Severity) else word(key, language)


def _summary_rows(outcome: Outcome) -> Iterator[Row]:
    language = outcome.language
    for n, one in enumerate(outcome.files, 1):
        progress = one.progress
        settled = {"settled": progress.settled, "before": progress.before}
        yield [
            n,
            received(one.kode),
            received(one.nama) or word("unknown", language),
            one.period,
            STATUS[language][one.status],
            *(one.counts[severity] for severity in Severity),
            word("settled", language, **settled) if progress.before else "",
            received(one.path),
        ]


def _note_rows(outcome: Outcome) -> Iterator[Row]:
    found = [
        (one, finding)
        for one in outcome.files
        for _, group in one.by_severity()
        for finding in group
    ]
    for n, (one, finding) in enumerate(found, 1):
        yield [n, *map(received, _texts(one, finding, outcome.language))]


def _texts(one: FileOutcome, finding: Finding, language: Language) -> list[str]:
    sheets = dict.fromkeys(cell.rpartition("!")[0] for cell in finding.cells)
    return [
        one.name,
        one.kode,
        one.nama,
        SEVERITY[language][finding.severity or Severity.INFO],
        finding.code,
        ", ".join(sheets) or finding.sheet,
        _cells(finding.cells),
        finding.message,
        finding.fix,
    ]


def _cells(cells: Sequence[str]) -> str:
    """Return addresses without their sheet, which has a column of its own unless there are two."""
    one_sheet = len({cell.rpartition("!")[0] for cell in cells}) == 1
    shown = [cell.rpartition("!")[2] if one_sheet else cell for cell in cells[:_CELLS]]
    more = len(cells) - _CELLS
    return ", ".join(shown) + (f" (+{more})" if more > 0 else "")
