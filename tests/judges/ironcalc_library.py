"""IronCalc, a spreadsheet engine written in Rust, as a judge."""

from pathlib import Path

import ironcalc
from openpyxl.utils.cell import coordinate_to_tuple

from tests.judges.values import Key, Values, formula_cells, plain


def computed_values(path: Path) -> Values:
    """Recalculate a workbook and return the value of each of its formula cells."""
    model = ironcalc.load_from_xlsx(str(path), "en", "UTC", "en")
    model.evaluate()
    places = {sheet["name"]: at for at, sheet in enumerate(model.get_worksheets_properties())}

    def value(key: Key) -> object:
        sheet, address = key
        return model.get_cell_value(places[sheet], *coordinate_to_tuple(address))

    return {key: plain(value(key)) for key in formula_cells(path)}
