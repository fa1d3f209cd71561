"""The readiness check in plain formulas: what may be wrong, cell by cell, and how often it is.

Every watch is one hidden formula beside the questions of Cek Kesiapan, next to the address of the
cell it looks at; it gives 0 or the number of a fault. The checks of Validasi go further, in the
same directions: these are those that a sheet can answer by itself.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from iku.address import CellRef
from iku.calculation.entries import STATUS_BELUM_TERSEDIA, TIDAK, YA
from iku.definition.model import Indikator
from iku.formula.parser import parse
from iku.formula.tree import Binary, Name, Node, walk
from iku.layout.anggaran import SHEET as ANGGARAN
from iku.layout.entry import Entry
from iku.layout.layout import Layout
from iku.names import indikator_name
from iku.sheets import formulas as live

NOT_A_NUMBER, OUT_OF_RANGE, WITH_STATUS = 1, 2, 3  # of a figure
NO_REASON, NO_OFFICE = 1, 2  # of a status
NO_MONEY, NOT_MONEY = 1, 2  # of a programme
FAULTY = 1  # of everything else
_AIMED_AT = ("target", "rencana", "sasaran", "kuota")  # what is aimed at can be exceeded


@dataclass(frozen=True, slots=True)
class Watch:
    """One place that is looked at, and the formula that tells its fault, 0 for none."""

    place: str
    formula: str


def figures(layout: Layout) -> Iterator[Watch]:
    """Watch every figure: text, out of its range, or given together with a status."""
    for entry in layout.entries.values():
        if entry.name.startswith("isian.") and entry.field != "predikat":
            yield Watch(_at(entry), _figure(layout, entry))


def _figure(layout: Layout, entry: Entry) -> str:
    cell = entry.formula
    status = _status(layout, entry)
    given = f'IF({status}<>"",{WITH_STATUS},0)' if status else "0"
    if entry.kind == "choice":
        sound = f'IF(OR({cell}="{YA}",{cell}="{TIDAK}"),{given},{NOT_A_NUMBER})'
    else:
        outside = _outside(entry)
        ranged = f"IF({outside},{OUT_OF_RANGE},{given})" if outside else given
        sound = f"IF(ISNUMBER({cell}),{ranged},{NOT_A_NUMBER})"
    return f'IF(ISERROR({cell}),{NOT_A_NUMBER},IF({cell}="",0,{sound}))'


def _outside(entry: Entry) -> str:
    cell, conditions = entry.formula, []
    if entry.minimum is not None:
        conditions.append(f"{cell}<{format(entry.minimum, 'f')}")
    if entry.maximum is not None:
        conditions.append(f"{cell}>{format(entry.maximum, 'f')}")
    if entry.bulat:
        conditions.append(f"{cell}<>INT({cell})")
    return f"OR({','.join(conditions)})" if len(conditions) > 1 else "".join(conditions)


def _status(layout: Layout, entry: Entry) -> str:
    """Return the formula of the status that speaks for a figure; the nearest one first."""
    subject = ("bersama", entry.field) if not entry.indikator else (entry.indikator,)
    names = [indikator_name("status", subject[0], *subject[1:], entry.periode)]
    names.append(indikator_name("status", *subject, entry.field, entry.periode))
    cells = [layout.entries[name].formula for name in names if name in layout.entries]
    return "&".join(cells)


def shares(layout: Layout) -> Iterator[Watch]:
    """Watch the shares of like things up to the reported period: the part above its whole."""
    for one in layout.definition.indikator:
        if layout.terbitan.applies(one) and one.measured_by_components and one.satuan == "%":
            for node in walk(parse(one.nilai.rumus or "")):
                if isinstance(node, Binary) and node.operator == "/":
                    yield from _share(layout, one, _added(node.left), _added(node.right))


def _added(node: Node) -> tuple[str, ...]:
    """Return the components that a node adds up; empty where it does anything else."""
    match node:
        case Name():
            return (node.name,)
        case Binary(operator="+"):
            left, right = _added(node.left), _added(node.right)
            return (*left, *right) if left and right else ()
        case _:
            return ()


def _share(
    layout: Layout, one: Indikator, top: tuple[str, ...], bottom: tuple[str, ...]
) -> Iterator[Watch]:
    parts = {part.kode: part for part in one.komponen}
    shared = {part.kode: part for part in layout.definition.data_bersama}
    sources = {kode: shared.get(part.dari or "", part) for kode, part in parts.items()}
    units = {sources[kode].satuan.casefold() for kode in (*top, *bottom)}
    names = " ".join(f"{sources[kode].nama} {kode}".casefold() for kode in bottom)
    if not top or not bottom or len(units) != 1 or any(word in names for word in _AIMED_AT):
        return
    cells = {k: layout.perhitungan.selected(f"{one.kode}.{k}").absolute for k in (*top, *bottom)}
    numbers = ",".join(f"ISNUMBER({cell})" for cell in cells.values())
    above = f"{'+'.join(cells[k] for k in top)}>{'+'.join(cells[k] for k in bottom)}"
    row = layout.isian_row(f"{one.kode}.{top[0]}")
    place = CellRef("Isian", row, layout.isian.period_columns[layout.definition.periods[0]])
    yield Watch(f"{place.sheet}!{place.a1}", f"IF(AND({numbers}),IF({above},{FAULTY},0),0)")


def reasons(layout: Layout) -> Iterator[Watch]:
    """Watch every status: without a reason, or waiting for nobody knows whom and until when."""
    for row in layout.isian.absence_rows:
        status, reason, office, expected = (
            layout.entries[indikator_name(family, row.subject[0], *row.subject[1:], row.periode)]
            for family in ("status", "alasan", "instansi", "perkiraan")
        )
        waiting = f'{status.formula}="{STATUS_BELUM_TERSEDIA}"'
        unknown = f'OR({office.formula}="",{expected.formula}="")'
        rest = f"IF({waiting},IF({unknown},{NO_OFFICE},0),0)"
        explained = f'IF({reason.formula}="",{NO_REASON},{rest})'
        yield Watch(_at(reason), f'IF({status.formula}="",0,{explained})')


def grades(layout: Layout) -> Iterator[Watch]:
    """Watch the grades that are typed: other than what their number says."""
    for entry in layout.entries.values():
        if not entry.name.startswith("isian.") or entry.field != "predikat":
            continue
        one = next(ind for ind in layout.definition.indikator if ind.kode == entry.indikator)
        number = layout.entries[indikator_name("isian", one.kode, "nilai", entry.periode)].formula
        meant = live.banded(one.skala_predikat, f"ROUND({number},2)")
        other = f"IF({entry.formula}={meant},0,{FAULTY})"
        both = f'IF({entry.formula}="",0,IF(ISNUMBER({number}),{other},0))'
        yield Watch(_at(entry), both)


def explanations(layout: Layout) -> Iterator[Watch]:
    """Watch every missed target: no obstacle, or no follow-up told where the definition asks."""
    for one in layout.definition.indikator:
        for periode in layout.definition.periods:
            names = [indikator_name("analisis", one.kode, field, periode) for field in _EXPLAINED]
            asked = [layout.entries[name] for name in names if name in layout.entries]
            if asked:
                result = layout.perhitungan.result("capaian", one.kode, periode).absolute
                blank = ",".join(f'{entry.formula}=""' for entry in asked)
                told = f"IF({result}<100,IF(OR({blank}),{FAULTY},0),0)"
                yield Watch(_at(asked[0]), f"IF(ISNUMBER({result}),{told},0)")


_EXPLAINED = ("penghambat", "tindak_lanjut")


def evidence(layout: Layout) -> Iterator[Watch]:
    """Watch every figure that is there without the evidence that the definition asks for."""
    for entry in layout.entries.values():
        if not entry.name.startswith("bukti.") or entry.field != "nama":
            continue
        link = layout.entries[entry.name.replace(".nama.", ".tautan.")]
        result = layout.perhitungan.result("realisasi", entry.indikator, entry.periode).absolute
        missing = f'IF(AND({entry.formula}="",{link.formula}=""),{FAULTY},0)'
        yield Watch(_at(entry), f"IF(ISNUMBER({result}),{missing},0)")


def money(layout: Layout) -> Iterator[Watch]:
    """Watch the money of every programme: due and blank, or no number."""
    plan = layout.anggaran
    for entry in layout.entries.values():
        if plan is not None and entry.ref.sheet == ANGGARAN:
            figure = entry.ref._replace(column=plan.figure_column(entry.ref.column)).absolute
            wrong = f"IF({figure}={live.TIDAK_DAPAT},{NOT_MONEY},0)"
            yield Watch(_at(entry), f"IF({figure}={live.BELUM_DIISI},{NO_MONEY},{wrong})")


def _at(entry: Entry) -> str:
    return f"{entry.ref.sheet}!{entry.ref.a1}"
