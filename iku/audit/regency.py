"""Rules on a report beside what its regency has fixed: indicators, targets, villages."""

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import chain

from iku.audit.document import Passage
from iku.audit.figures import number_in, printed_numbers
from iku.audit.report import Entry, Report
from iku.calculation.capaian import HUNDRED
from iku.calculation.figure import in_indonesian
from iku.checks.pointing import as_typed
from iku.definition.lint.wording import plain
from iku.definition.model import Unit
from iku.finding import Fact, Finding

_OF_VILLAGES = re.compile(r"^(?:persentase|prosentase) (desa|kelurahan)\b")
_FEW = 10  # villages, up to which their shares are so coarse that a reader should know


def villages_allow_the_value(report: Report) -> Iterator[Finding]:
    """AUD-074, AUD-075: a share of three villages is 0, 33,33, 66,67 or 100, and never 50."""
    unit = _own_unit(report)
    for entry in report.entries if unit else ():
        kind = _OF_VILLAGES.match(plain(entry.nama))
        count = sum(place.jenis == kind[1] for place in unit.wilayah) if unit and kind else 0
        if kind is None or not 0 < count <= _FEW:
            continue
        facts: dict[str, Fact] = {
            "nama": entry.nama,
            "banyak": count,
            "jenis": kind[1],
            "mungkin": "; ".join(_share(part, count) for part in range(count + 1)),
        }
        cells = _valued(entry)
        if not cells:
            yield entry.name.place.finding("AUD-075", entry.kode, **facts)
        for cell in (one for one in cells if not _possible(one, count)):
            yield cell.place.finding("AUD-074", entry.kode, tertulis=cell.text, **facts)


def _valued(entry: Entry) -> list[Passage]:
    """Return target and realisasi as far as they are numbers."""
    targets = (cell for cell in [entry.cell("target")] if cell is not None)
    return [one for one in chain(targets, entry.realisasi_cells) if number_in(one) is not None]


def _possible(cell: Passage, count: int) -> bool:
    shares = [part * HUNDRED / count for part in range(count + 1)]
    return any(
        one.comes_from(shares) or one.is_cut_off(share)
        for one in printed_numbers(cell.text)
        for share in shares
    )


def _share(part: int, count: int) -> str:
    return in_indonesian(part * HUNDRED / count)


def _own_unit(report: Report) -> Unit | None:
    """Return the unit of the definition that the report is about."""
    units = report.definition.unit if report.definition else ()
    return next((one for one in units if plain(one.nama) == plain(report.unit)), None)


def definition_is_kept(report: Report) -> Iterator[Finding]:
    """AUD-070, AUD-071: targets and indicators beside those that the regency has fixed."""
    if report.definition is None or not report.entries:
        return
    found = {entry.kode: entry for entry in report.entries}
    for indikator in report.definition.indikator:
        entry = found.get(indikator.kode)
        if entry is None:
            facts: dict[str, Fact] = {"kode": indikator.kode, "nama": indikator.nama}
            yield report.tables[0].head.place.finding("AUD-071", indikator.kode, **facts)
            continue
        fixed = _fixed_target(report, indikator.kode)
        cell = entry.cell("target")
        if fixed is not None and cell is not None and number_in(cell) not in {None, fixed}:
            facts = {"nama": entry.nama, "tertulis": cell.text, "ditetapkan": as_typed(fixed)}
            yield cell.place.finding("AUD-070", entry.kode, **facts)


def _fixed_target(report: Report, kode: str) -> Fraction | None:
    """Return the target of the year: the unit's own, else the one of the definition."""
    definition = report.definition
    if definition is None:
        return None
    own = _own_unit(report)
    general = next(one.target for one in definition.indikator if one.kode == kode)
    targets = {**general, **(own.target.get(kode, {}) if own else {})}
    fixed = targets.get(str(definition.tahun))
    return None if fixed is None or fixed.nilai is None else Fraction(fixed.nilai)
