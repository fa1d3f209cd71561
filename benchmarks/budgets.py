"""The budgets that were set for each part of the product, and what stands behind those missed."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Budget:
    """One promise; ``figure`` is the measurement that must not exceed ``limit``.

    ``cost`` says where the time or the room goes, ``next_try`` what could bring it down; both are
    told where the budget is missed.
    """

    part: str
    promise: str
    figure: str
    limit: float
    unit: str
    cost: str
    next_try: str

    def verdict(self, figures: Mapping[str, float]) -> str:
        """Return ``kept`` or ``missed``, or that it was not measured yet."""
        if self.figure not in figures:
            return "not measured"
        return "kept" if figures[self.figure] <= self.limit else "**missed**"

    def reason(self) -> str:
        """Return the two sentences that a missed budget needs."""
        return f"{self.promise}: {self.cost}. To be tried next: {self.next_try}."


_FIRST_OF_A_FORM = (
    "a third goes into drawing up the Blueprint of the form, to compare with, a quarter into making "
    "programs of its 2,500 formulas, a fifth into reading it; all are kept, but a process that sees "
    "one file pays them for that file"
)
_KEEP_BLUEPRINTS = (
    "a compact form of the Blueprint kept on disk, found by the fingerprint; decision 0026 says what "
    "that would gain and what speaks against it"
)
_WHOLE_CHECK = (
    "two fifths go into unzipping the parts and reading the cells, a third into the tamper check, "
    "stored results computed anew among it, the rest into the rules"
)
_LESS_OF_IT = (
    "take parts whose bytes were met before without unzipping them, and compute also those formulas "
    "together that are the only one of their kind"
)

BUDGETS = (
    Budget(
        "workbook", "first workbook of a definition, at most 3 X", "build: first", 3, "X",
        "the Blueprint and every formula's value are worked out, which XlsxWriter is handed ready",
        "draw the sheets that all forms share from a stored drawing",
    ),
    Budget(
        "workbook", "a further blank workbook, at most X/20", "build: further", 1 / 20, "X",
        "the sheet `_iku` carries the Terbitan, which is compressed anew for each unit",
        "compress only the chunks that differ",
    ),
    Budget(
        "workbook", "a further one with earlier values and results, at most X/4",
        "build: further with earlier values", 1 / 4, "X",
        "the results that hang on earlier values are computed for each unit",
        "compute only the cells that differ between units",
    ),
    Budget(
        "workbook", "all 7,285 kecamatan in under 90 s on 2 cores", "nation: build", 90, "s",
        "definitions are read and masters drawn 514 times",
        "write the packages with a lower level of compression",
    ),
    Budget(
        "workbook", "a file under 200 kB", "build: size", 200, "kB",
        "manifest, Terbitan and helper cells take the room where a definition asks for every "
        "optional part, as this one does; decision 0013 says which takes how much",
        "a manifest by rows instead of cells",
    ),
    Budget(
        "workbook", "peak memory under 200 MB", "build: memory", 200, "MB",
        "rows, formulas and the drawn master are held at once while the first workbook is made", "drop "
        "the Blueprint once its master is packed",
    ),
    Budget(
        "workbook", "opening in LibreOffice, at most 1.5 times its twin without locks and names",
        "open: twin", 1.5, "times",
        "LibreOffice resolves thousands of names", "fewer names for optional fields",
    ),
    Budget(
        "validation", "one file, all checks, at most 1.5 raw snapshots", "validate: further", 1.5,
        "times", _WHOLE_CHECK, _LESS_OF_IT,
    ),
    Budget(
        "validation", "the first file of a process, all checks, at most 1.5 raw snapshots", "validate: first", 1.5, "times",
        _FIRST_OF_A_FORM, _KEEP_BLUEPRINTS,
    ),
    Budget(
        "validation", "one file, under half of pandas for one sheet", "validate: pandas", 0.5,
        "times", _WHOLE_CHECK, _LESS_OF_IT,
    ),
    Budget(
        "validation", "the first file of a process, under half of pandas for one sheet", "validate: first, pandas", 0.5,
        "times", _FIRST_OF_A_FORM, _KEEP_BLUEPRINTS,
    ),
    Budget(
        "validation", "51 files in under 2 s on 2 cores after the start",
        "validate: 51 files after start", 2, "s",
        "both processors check files once the form is learnt; what is left is what a further file "
        "costs",
        _LESS_OF_IT,
    ),
    Budget(
        "validation", "`iku validate FILE` in under 1 s from cold", "validate: cold", 1, "s",
        "a third is the start of Python and its libraries; of the rest, " + _FIRST_OF_A_FORM,
        _KEEP_BLUEPRINTS,
    ),
    Budget(
        "validation", "neither SciPy nor openpyxl on that path", "validate: heavy modules", 0,
        "modules", "something imports them", "find it with `python -X importtime`",
    ),
    Budget(
        "validation", "peak memory under 150 MB", "validate: memory", 150, "MB",
        "rows, formulas and the Blueprint of a form are remembered", "remember fewer rows",
    ),
    Budget(
        "consolidation", "51 files, no longer than pandas", "consolidate: 51, pandas", 1, "times",
        "the processes start, each draws up the Blueprint, and the recap is written once, whatever "
        "the number of files", "write the recap's sheets in two processes",
    ),
    Budget(
        "consolidation", "600 files, at most half as long", "consolidate: 600, pandas", 0.5,
        "times", "reading a file costs most, then the figures of the recap",
        "remember more rows, and write the recap's sheets in two processes",
    ),
    Budget(
        "consolidation", "7,285 files in under 4 minutes on 2 cores", "nation: consolidate", 240,
        "s", "the second step, one recap for each regency, runs in one process",
        "hand the regencies to both processors",
    ),
    Budget(
        "consolidation", "memory flat, under 400 MB", "nation: memory", 400, "MB",
        "all processes together; what each file says waits as text until its regency is complete",
        "keep what was read in the history only",
    ),
    Budget(
        "consolidation", "cost of a file constant from 51 to 7,285", "nation: cost of a file", 1.1,
        "times", "514 forms are met instead of one", "share what definitions have in common",
    ),
    Budget(
        "consolidation", "a second run over unchanged files, at least ten times faster",
        "consolidate: 51, unchanged", 0.1, "times",
        "the start of Python is a tenth of so short a first run",
        "know from the history alone, before anything is imported, that nothing changed",
    ),
    Budget(
        "consolidation", "LibreOffice opens and recalculates the recap of 51 x 30 x 5 in under 10 s",
        "recap: opened", 10, "s", "its formulas", "fewer live formulas",
    ),
    Budget(
        "add-in", "one copy saved", "press: copies", 1, "copies",
        "a second copy is saved", "hand over the first",
    ),
    Budget(
        "add-in", "at most four calls that write the result", "press: writes", 4, "calls",
        "findings are written one by one", "write them in one block",
    ),
    Budget(
        "add-in", "from click to answer under 1 s, warm", "press: warm", 1, "s",
        "LibreOffice saves the copy, which takes longer than checking it",
        "read the open book through UNO, sheet by sheet",
    ),
    Budget(
        "add-in", "from click to answer under 3 s, cold", "press: cold", 3, "s",
        "LibreOffice saves the copy and Python starts", "start Python when the book is opened",
    ),
    Budget(
        "add-in", "its entry module loads neither SciPy nor openpyxl", "add-in: heavy modules", 0,
        "modules", "something imports them", "find it with `python -X importtime`",
    ),
    Budget(
        "reading", "reading with the complete tamper check, at most 2 floors", "read: further", 2,
        "times",
        "what stands above the floor is mostly unzipping and the comparison with what was issued; "
        "known rows, and formulas that are computed together, save the rest",
        _LESS_OF_IT,
    ),
    Budget(
        "reading", "reading the first file of a process so, at most 2 floors", "read: first", 2, "times",
        _FIRST_OF_A_FORM, _KEEP_BLUEPRINTS,
    ),
)  # fmt: skip
