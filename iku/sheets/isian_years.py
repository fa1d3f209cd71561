"""Other years beside the entries of Isian: earlier values, and the end target of the Renstra."""

from functools import partial

from iku.definition.continuity import comparable
from iku.definition.model import Indikator, NilaiTarget
from iku.layout.isian import Row
from iku.layout.layout import Layout
from iku.sheets.canvas import Canvas, broken_format, number_format, plain
from iku.sheets.wording import said
from iku.terbitan import Terbitan


def year_heads(layout: Layout) -> dict[int, str]:
    """Return the heads of the columns of other years."""
    plan = layout.isian
    heads = {column: f"Tahun {year}" for year, column in plan.previous_columns.items()}
    if plan.renstra_column is not None:
        heads[plan.renstra_column] = f"Target akhir Renstra ({plan.renstra_year})"
    return heads


def year_cells(canvas: Canvas, layout: Layout, row: Row, one: Indikator) -> None:
    """Write the values of other years into the row of an indicator.

    An earlier value that another definition gave carries an asterisk; the hint says why.
    """
    plan = layout.isian
    for year, column in plan.previous_columns.items():
        fmt = (number_format if comparable(one, year) else broken_format)(one.desimal)
        fmt = _labelled(f"{year}: ", fmt)
        make = partial(_earlier, one, year)
        canvas.put_issued(layout.terbitan, row.number, column, make, "table_number", fmt=fmt)
    if plan.renstra_column is not None:
        make = partial(_renstra, one, plan.renstra_year)
        fmt = _labelled(f"{plan.renstra_year}: ", number_format(one.desimal))
        place = (row.number, plan.renstra_column)
        canvas.put_issued(layout.terbitan, *place, make, "table_number", fmt=fmt)


def _labelled(label: str, fmt: str) -> str:
    """Return a format that names the year in each cell: on later pages there are no heads.

    >>> print(_labelled("2024: ", "#,##0"))
    "2024: "#,##0;"2024: "-#,##0;"2024: "#,##0;"2024: "@
    """
    parts = fmt.split(";") if ";" in fmt else [fmt, f"-{fmt}", fmt, "@"]
    return ";".join(f'"{label}"{part}' for part in parts)


def _earlier(one: Indikator, year: str, terbitan: Terbitan) -> str | float | None:
    return number_or_grade(terbitan.sebelumnya.get(one.kode, {}).get(year))


def _renstra(one: Indikator, year: str, terbitan: Terbitan) -> str | float | None:
    target = terbitan.target_of(one.kode, year)
    if target is not None and target.predikat and target.nilai is not None:
        return said(target)
    return number_or_grade(target)


def number_or_grade(value: NilaiTarget | None) -> str | float | None:
    """Return what a cell holds of a target or an earlier value: its number, else its grade."""
    if value is None:
        return None
    return value.predikat if value.nilai is None else plain(value.nilai)
