"""Stored results: whether a file shows what its own formulas give.

Nothing we compute trusts them, but whoever looks at a file in Protected View or on a telephone
sees nothing else.
"""

from collections.abc import Iterator, Mapping

from iku.address import CellRef, a1, split_a1
from iku.cells import Value, WorkbookSnapshot
from iku.finding import Finding
from iku.formula.error import CircularReferenceError
from iku.formula.recalculation import Place, Recalculation
from iku.layout.layout import Layout
from iku.tamper.following import compiled_for, doubtful_results, same_result
from iku.tamper.issued import Issued
from iku.tamper.locked import shown

Cells = dict[tuple[str, str], Value]


def result_findings(
    snapshot: WorkbookSnapshot,
    layout: Layout,
    places: Mapping[str, CellRef],
    issued: Issued | None,
) -> Iterator[Finding]:
    """Yield KCI-020 for results that the entries do not give, KCI-021 where none was computed.

    Each formula is first asked alone, with the values stored around it. Only where one disagrees
    is the whole file computed anew, from its entries and once more with none.
    """
    doubtful = doubtful_results(snapshot)
    if not doubtful:
        return
    try:
        yield from _explained(snapshot, issued, doubtful, _nothing_typed(layout, places))
    except CircularReferenceError:  # only changed formulas wait for each other; they are told
        return


def _explained(
    snapshot: WorkbookSnapshot,
    issued: Issued | None,
    doubtful: set[tuple[str, str]],
    nothing: Mapping[tuple[str, str], Value],
) -> Iterator[Finding]:
    computed = _computed(snapshot, {})
    wrong = _disagreeing(snapshot, computed)
    if wrong and issued is not None:  # a changed formula that was never computed is told already
        wrong = _disagreeing(snapshot, _computed(snapshot, {}, issued), within=wrong)
    if not wrong:
        return
    if not _disagreeing(snapshot, _computed(snapshot, nothing), within=wrong):
        yield Finding("KCI-021")
        return
    roots = [place for place in wrong if place in doubtful] or wrong
    yield _forged(snapshot, computed, roots, len(wrong) - len(roots))


def _forged(
    snapshot: WorkbookSnapshot, computed: Cells, roots: list[tuple[str, str]], others: int
) -> Finding:
    sheet, address = roots[0]
    facts: dict[str, str | int] = {
        "tersimpan": shown(None, snapshot.sheets[sheet].values.get(address)) or "(kosong)",
        "dihitung": shown(None, computed[roots[0]]) or "(kosong)",
    }
    if others:
        facts["ikut"] = others
    cells = tuple(f"{name}!{one}" for name, one in roots)
    return Finding("KCI-020", dict(facts), sheet=sheet, cells=cells)


def _computed(
    snapshot: WorkbookSnapshot,
    typed: Mapping[tuple[str, str], Value],
    issued: Issued | None = None,
) -> Cells:
    """Return the value of every formula that we understand, with some cells typed over.

    With ``issued``, locked cells are those of the workbook as it was sent out.
    """
    constants: dict[Place, Value] = {}
    formulas: dict[Place, str] = {}
    for name, sheet in snapshot.sheets.items():
        for address, value in sheet.values.items():
            constants[(name, *split_a1(address))] = value
        sent = None if issued is None else issued.sheets.get(name)
        if sent is not None:
            constants |= {(name, *split_a1(one)): value for one, value in sent.constants.items()}
        for address, formula in (sheet.formulas | (sent.formulas if sent else {})).items():
            compiled = compiled_for(formula, name)
            if compiled is not None and compiled.sheets <= snapshot.sheets.keys():
                formulas[(name, *split_a1(address))] = formula
    for (name, address), value in typed.items():
        constants[(name, *split_a1(address))] = value
    values = Recalculation(constants, formulas, sheets=snapshot.sheets).all_formula_values()
    return {(name, a1(row, column)): value for (name, row, column), value in values.items()}


def _disagreeing(
    snapshot: WorkbookSnapshot, computed: Cells, within: list[tuple[str, str]] | None = None
) -> list[tuple[str, str]]:
    """Return where something else is stored than was computed."""
    return [
        (name, address)
        for name, address in (computed if within is None else within)
        if address not in snapshot.sheets[name].uncomputed
        and not same_result(
            snapshot.sheets[name].values.get(address), computed.get((name, address))
        )
    ]


def _nothing_typed(layout: Layout, places: Mapping[str, CellRef]) -> dict[tuple[str, str], Value]:
    """Return the entry cells as they were issued."""
    typed: dict[tuple[str, str], Value] = {}
    for name, place in places.items():
        default = layout.entries[name].default
        typed[place.sheet, place.a1] = float(default) if type(default) is int else default
    return typed
