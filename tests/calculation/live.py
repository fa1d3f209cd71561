"""The same report twice: by the exact calculation, and by the live formulas of its workbook."""

from collections.abc import Mapping

import pytest

from iku.address import CellRef
from iku.calculation.results import Results
from iku.cells import Value
from iku.definition.model import Definition
from iku.entry_workbook import entry_blueprint, formula_values
from iku.layout.layout import Layout
from iku.report import Report
from iku.terbitan import issue
from workflow.read import result_values


class Twice:
    """A report of the first unit of a definition, worked out both ways."""

    def __init__(
        self, definition: Definition, entries: Mapping[str, Value], lapor: str = "TAHUN"
    ) -> None:
        """Lay these entries into the unit's workbook, reported for a period."""
        self.layout = Layout(issue(definition, definition.unit[0]))
        typed: dict[str, Value] = {"identitas.periode_lapor": lapor, **entries}
        cells = {self.layout.entries[name].ref: value for name, value in typed.items()}
        self.cells = formula_values(entry_blueprint(self.layout), cells)
        self.results = Results(Report(self.layout.terbitan, typed))

    def live(self, name: str) -> Value:
        """What the cell of a result shows."""
        return self.cells[self.layout.names[name]]

    def counted(self, periode: str) -> tuple[Value, str]:
        """The "n dari m" of the sheet and of the calculation."""
        ref = self.layout.perhitungan.mean("dihitung", periode)
        means = self.results.means(periode)
        return self.cells[ref], f"{means.included} dari {means.total}"

    def texts(self, sheet: str) -> set[Value]:
        """Everything that the formulas of a sheet show."""
        return {value for ref, value in self.cells.items() if ref.sheet == sheet}

    def at(self, ref: CellRef) -> Value:
        """What one cell shows."""
        return self.cells[ref]

    def differing(self) -> list[str]:
        """The results on which sheet and calculation do not agree."""
        exact = result_values(self.results)
        return [
            f"{name}: exact {value!r}, live {self.live(name)!r}"
            for name, value in exact.items()
            if not _same(value, self.live(name))
        ]


def _same(exact: Value, live: Value) -> bool:
    if isinstance(exact, float) and isinstance(live, float):
        return live == pytest.approx(exact, rel=1e-9, abs=1e-9)
    return (exact or "") == (live or "")
