"""Four engines that compute the same workbook: ours, LibreOffice, ironcalc and `formulas`."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory

from iku.blueprint import Blueprint
from iku.cells import ErrorValue
from iku.cells import Value as OwnValue
from iku.entry_workbook import entry_blueprint, formula_values
from iku.layout.layout import Layout
from tests.judges import formulas_library, ironcalc_library
from tests.judges.calc_session import Office
from tests.judges.calc_workbook import OpenWorkbook
from tests.judges.compare import differences
from tests.judges.values import Key, Value, Values
from tests.workbooks import refs, write_filled

Typed = Mapping[str, OwnValue]
FAST = ("libreoffice", "ironcalc")
EVERY = (*FAST, "formulas")


class Engines:
    """One workbook, loaded in every engine once; made by `loaded` or `opened`."""

    def __init__(self, of: Layout, path: Path, in_office: OpenWorkbook) -> None:
        self.layout = of
        self._path = path
        self._in_office = in_office

    @classmethod
    @contextmanager
    def loaded(cls, of: Layout, office: Office) -> Iterator["Engines"]:
        """Write the blank workbook of a layout and open it in LibreOffice."""
        with TemporaryDirectory() as folder:
            path = write_filled(of, {}, Path(folder) / "buku.xlsx")
            with cls.opened(of, path, office) as engines:
                yield engines

    @classmethod
    @contextmanager
    def opened(cls, of: Layout, path: Path, office: Office) -> Iterator["Engines"]:
        """Open a workbook of this layout that exists."""
        with office.opened(path) as document:
            yield cls(of, path, OpenWorkbook(document, path, _defaults(of)))

    def own(self, typed: Typed) -> Values:
        """Our value of every formula cell, given these entries."""
        found = formula_values(self._blueprint, refs(self.layout, typed))
        return {(ref.sheet, ref.a1): _plain(value) for ref, value in found.items()}

    def differing(self, engine: str, typed: Typed, own: Values) -> list[str]:
        """Return one line for each formula cell that an engine computes otherwise."""
        cells = {
            (ref.sheet, ref.a1): _plain(value) for ref, value in refs(self.layout, typed).items()
        }
        return differences(own, self._judge(engine)(cells))

    def _judge(self, engine: str) -> Callable[[Values], Values]:
        if engine == "libreoffice":
            return self._in_office.computed_values
        loaded = self._ironcalc if engine == "ironcalc" else self._formulas
        return loaded.computed_values

    @cached_property
    def _blueprint(self) -> Blueprint:
        return entry_blueprint(self.layout)

    @cached_property
    def _ironcalc(self) -> ironcalc_library.LoadedWorkbook:
        return ironcalc_library.LoadedWorkbook(self._path, _defaults(self.layout))

    @cached_property
    def _formulas(self) -> formulas_library.LoadedWorkbook:
        return formulas_library.LoadedWorkbook(self._path, _defaults(self.layout))


def errors_shown(values: Values) -> list[Key]:
    """Return the cells that show an error value, where nobody should ever see one."""
    return [cell for cell, value in values.items() if isinstance(value, str) and value[:1] == "#"]


def _defaults(of: Layout) -> dict[Key, Value]:
    return {(entry.ref.sheet, entry.ref.a1): entry.default for entry in of.entries.values()}


def _plain(value: OwnValue) -> Value:
    return value.code if isinstance(value, ErrorValue) else value
