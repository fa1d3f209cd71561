"""A sasaran beside its indicators: its cells stand once, as tall as all of them."""

from iku.definition.model import Sasaran
from iku.documents.blocks import Cell, cell
from iku.sheets.wording import numbered


def goal(sasaran: Sasaran, n: int) -> tuple[Cell, ...]:
    """Return number and name before the ``n``-th indicator: cells before the first, then none."""
    tall = len(sasaran.indikator)
    return (cell(sasaran.nomor, down=tall), cell(sasaran.nama, down=tall)) if n == 0 else ()


def goal_in_one(sasaran: Sasaran, n: int) -> tuple[Cell, ...]:
    """Return number and name in one cell before the first indicator, then none."""
    name = numbered(sasaran.nomor, sasaran.nama)
    return (cell(name, down=len(sasaran.indikator)),) if n == 0 else ()
