"""Rules on what a figure is measured in: percent, index, grade, persons or families."""

import re
from collections.abc import Iterator

from iku.audit.document import Passage
from iku.audit.figures import number_in
from iku.audit.headed_table import HeadedTable, IndicatorRow
from iku.audit.measure_columns import MEASURES
from iku.audit.report import PERCENT, Entry, Report, unit_counted
from iku.audit.vocabulary import family_aid, other_measures
from iku.calculation.figure import half_up
from iku.checks.pointing import as_typed
from iku.definition.lint.wording import plain
from iku.definition.scales import named_scale
from iku.finding import Finding

_GRADE = re.compile(r"^(AA|A|BB|B|CC|C|D)\b\s*(?:\(.*\))?$")
_AKIP = re.compile(r"\b(?:s?akip|lkjip|akuntabilitas)\b", re.IGNORECASE)
_PERSONS = "orang"


def grade_in(text: str) -> str:
    """Return the grade that a cell gives, alone or with its value, else nothing.

    >>> grade_in("B (61,70)"), grade_in("61,70")
    ('B', '')
    """
    found = _GRADE.match(text.strip(" *"))
    return found[1] if found else ""


def percent_columns_hold_percentages(report: Report) -> Iterator[Finding]:
    """AUD-018, AUD-024: a grade or another measure under a head that promises percent."""
    for table in report.tables:
        for row, column, cell in _under_percent(table):
            facts = {"nama": row.name.nama, "tertulis": cell.text, "kolom": column.text}
            if grade_in(cell.text):
                yield cell.place.finding("AUD-018", **facts)
            elif "capaian" not in column.text.lower() and not _is_percentage(row):
                yield cell.place.finding("AUD-024", **facts)


def _under_percent(table: HeadedTable) -> Iterator[tuple[IndicatorRow, Passage, Passage]]:
    """Yield the cells under heads with a percent sign, with row and head."""
    for column in table.columns:
        if column.role in MEASURES and "%" in column.head.text:
            for row in table.rows:
                cell = row.cells.get(column.role)
                if cell is not None and column is table.column(column.role):
                    yield row, column.head, cell


def _is_percentage(row: IndicatorRow) -> bool:
    """Whether unit, else name, allow a figure to be a percentage."""
    satuan = row.cells.get("satuan")
    if satuan is not None:
        return bool(PERCENT.search(satuan.text))
    return bool(PERCENT.search(row.name.nama)) or not other_measures().match(plain(row.name.nama))


def grades_fit_their_values(report: Report) -> Iterator[Finding]:
    """AUD-020: a grade of the AKIP scale beside a value of another band."""
    for entry in report.entries:
        if not _AKIP.search(entry.nama):
            continue
        for cell in _graded(entry):
            grade, number = grade_in(cell.text), number_in(cell)
            if not grade or number is None:
                continue
            right = named_scale("akip").label(half_up(number))
            if right != grade:
                yield cell.place.finding(
                    "AUD-020",
                    entry.kode,
                    nama=entry.nama,
                    predikat=grade,
                    nilai=as_typed(number),
                    seharusnya=right,
                )


def _graded(entry: Entry) -> list[Passage]:
    """Return the cells that can hold a grade, each once: also a target without a realisasi."""
    cells = [cell for measured in entry.measured for cell in measured.values()]
    cells += [row.cells["target"] for _, row in entry.rows if "target" in row.cells]
    return [cell for n, cell in enumerate(cells) if not any(cell is one for one in cells[:n])]


def later_grades_have_values(report: Report) -> Iterator[Finding]:
    """AUD-025: the target of a later year is a grade alone, where this year's has a value too."""
    for entry in report.entries:
        now = entry.cell("target")
        if now is None or not grade_in(now.text) or number_in(now) is None:
            continue
        for year, cell in (row.next_target for _, row in entry.rows if row.next_target):
            grade = grade_in(cell.text)
            if grade and number_in(cell) is None:
                yield cell.place.finding(
                    "AUD-025",
                    entry.kode,
                    nama=entry.nama,
                    tahun_berikut=str(year),
                    tertulis=grade,
                    target=now.text,
                )


def families_are_no_persons(report: Report) -> Iterator[Finding]:
    """AUD-072: aid that is given to families, counted and divided as if given to persons."""
    aid = re.compile(rf"\b({'|'.join(map(re.escape, sorted(family_aid())))})\b")
    for entry in report.entries:
        ratio = entry.ratio
        if ratio is None or "penerima" not in ratio.top:
            continue
        named = aid.search(ratio.top) or aid.search(plain(entry.nama))
        above, below = unit_counted(ratio.top), unit_counted(ratio.bottom)
        if named and below == _PERSONS and above in {"", _PERSONS}:
            cell = entry.cell("rumus") or entry.name
            yield cell.place.finding(
                "AUD-072",
                entry.kode,
                nama=entry.nama,
                bantuan=entry.as_printed(named[1]),
                pembilang=entry.as_printed(ratio.top),
                penyebut=entry.as_printed(ratio.bottom),
            )
