"""The pages of the indicators: realisasi, targets, components, their sums, and what is usual."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from tests.regency.files_received import exact
from tests.regency.readding import regency_target, usual
from tests.regency.recap import Recap
from tests.regency.tables import Proof, Rows, Shown, table
from tests.regency.typed import combined

NUMBER, CODE, NAME, VALUE, TARGET, REACHED, NOTE, FIRST_PART = range(8)
_SPREAD = ("Nilai tengah (median)", "Ditandai bila kurang dari", "Ditandai bila lebih dari")


def trace_pages(recap: Recap) -> None:
    """Look at everything on the page of every indicator."""
    for kode in recap.known:
        if f"IKU {kode}" in recap.sheets:
            _page(recap, kode, recap.sheets[f"IKU {kode}"])


def _page(recap: Recap, kode: str, rows: Rows) -> None:
    head = next(n for n, row in enumerate(rows) if row[CODE] == "Kode")
    units = len(recap.states)
    for n, row in enumerate(rows[head + 1 : head + 1 + units], 1):
        recap.traced.numbered(f"IKU {kode} No. {n}", row[NUMBER], n)
        _unit(recap, kode, row)
    _regency(recap, kode, rows[head + 1 + units])
    _usual(recap, kode, rows)
    _sums(recap, kode, rows)


def _unit(recap: Recap, kode: str, row: Sequence[Any]) -> None:
    unit, traced = row[CODE], recap.traced
    what = f"IKU {kode} {unit}"
    if isinstance(row[VALUE], Shown):
        traced.compare(what, row[VALUE], recap.again.unit(kode, unit, recap.period))
    if isinstance(row[TARGET], Shown):
        traced.compare(f"{what} target", row[TARGET], recap.target(unit, kode), Proof.TARGET)
        file = recap.accepted.get(unit)
        printed = file and exact(file.named(f"target.{kode}.{recap.period}"))
        traced.equal(
            f"{what} target pada formulir", row[TARGET], printed or recap.target(unit, kode)
        )
    if isinstance(row[REACHED], Shown):
        traced.compare(f"{what} capaian", row[REACHED], recap.capaian(unit, kode))
    for part, shown in _parts(recap, kode, row).items():
        if isinstance(shown, Shown):
            traced.compare(f"{what} {part}", shown, component(recap, kode, unit, part))


def component(recap: Recap, kode: str, unit: str, part: str, period: str = "") -> Fraction | None:
    """A component as the unit reported it: what counts of it, also in another indicator that
    shares it, or else what the unit's own file says.
    """
    period = period or recap.period
    one = recap.known[kode]
    field = next(found for found in one["komponen"] if found["kode"] == part)
    for other, name in [(kode, part), *_sharing(recap, field)]:
        counted = recap.again.parts(other, unit, period).get(name)
        if counted is not None:
            return counted
    entries = recap.entries(unit)
    value = entries.part(one, field, period) if entries else None
    return value if isinstance(value, Fraction) else None


def _sharing(recap: Recap, field: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The components of other indicators that are the same shared figure."""
    shared = field.get("dari")
    every = ((kode, part) for kode, one in recap.known.items() for part in one.get("komponen", ()))
    return [(kode, part["kode"]) for kode, part in every if shared and part.get("dari") == shared]


def _parts(recap: Recap, kode: str, row: Sequence[Any]) -> dict[str, Any]:
    """The columns of the components, which are in the order of the definition."""
    parts = recap.known[kode].get("komponen", ())
    return dict(zip((part["kode"] for part in parts), row[FIRST_PART:], strict=False))


def _regency(recap: Recap, kode: str, row: Sequence[Any]) -> None:
    what, traced = f"IKU {kode} kabupaten", recap.traced
    value, capaian = recap.regency(kode)
    traced.compare(what, row[VALUE], value)
    traced.compare(f"{what} capaian", row[REACHED], capaian)
    if isinstance(row[TARGET], Shown):
        target = regency_target(recap.known[kode], recap.period, recap.tahun)
        traced.compare(f"{what} target", row[TARGET], target, Proof.TARGET)
    sums = recap.again.sums(kode, recap.again.seen, recap.period)
    for part, shown in _parts(recap, kode, row).items():
        if isinstance(shown, Shown):
            traced.compare(f"{what} {part}", shown, sums.get(part))


def _usual(recap: Recap, kode: str, rows: Rows) -> None:
    """Median and bounds over the units that have a figure, and whom they mark."""
    values = {
        unit: value
        for unit, own in recap.states.items()
        if own.get(kode) == "Terhitung"
        and (value := recap.again.unit(kode, unit, recap.period)) is not None
    }
    found = usual(list(values.values()))
    shown = {row[0]: row[VALUE] for row in rows if str(row[0]).startswith(_SPREAD)}
    if found is None:
        recap.traced.equal(f"IKU {kode} nilai tengah", len(shown), 0)
        return
    words = next(one for one in shown if one.startswith(_SPREAD[0]))
    recap.traced.equal(f"IKU {kode} median", words, f"{_SPREAD[0]} {len(values)} kecamatan")
    for name, value in zip((words, *_SPREAD[1:]), found, strict=True):
        recap.traced.compare(f"IKU {kode} {name}", shown[name], value)
    _, low, high = found
    marks = {row[CODE]: str(row[NOTE] or "")[:1] for row in rows if row[CODE] in values}
    true = {unit: "▲" if one > high else "▼" if one < low else "" for unit, one in values.items()}
    recap.traced.equal(f"IKU {kode} tanda", marks, true)


def _sums(recap: Recap, kode: str, rows: Rows) -> None:
    """The components of all units quarter by quarter, how many units each is of, and quarters."""
    heads = ("No.", "Kode komponen", "Jumlah", "Periode", "Banyaknya kecamatan yang dihitung")
    for n, row in enumerate(table(rows, *heads), 1):
        recap.traced.numbered(f"IKU {kode} jumlah No.", row["No."], n)
        value, count = _sum(recap, kode, row)
        what = f"IKU {kode} jumlah {row['Kode komponen']} {row['Periode']}"
        recap.traced.compare(what, row["Jumlah"], value)
        recap.traced.equal(f"{what} banyaknya", row["Banyaknya kecamatan yang dihitung"], count)


def _sum(recap: Recap, kode: str, row: Mapping[str, Any]) -> tuple[Fraction | None, int]:
    again, part, period = recap.again, row["Kode komponen"], row["Periode"]
    if part:
        each = [again.parts(kode, unit, period).get(part) for unit in again.seen]
        return again.sums(kode, again.seen, period).get(part), _known(each)
    assert combined(recap.known[kode])
    each = [again.quarter(kode, [unit], period) for unit in again.seen]
    return again.quarter(kode, again.seen, period), _known(each)


def _known(values: Sequence[Fraction | None]) -> int:
    return sum(one is not None for one in values)
