"""Previous: last year's workbooks → the earlier values that stand beside this year's entries."""

from collections.abc import Iterable
from pathlib import Path
from typing import TypeAlias

from iku.calculation.figure import half_up
from iku.definition.continuity import earlier_code
from iku.definition.model import Definition, NilaiTarget, TargetMap
from iku.messages import explain
from iku.periods import TAHUN
from iku.submission import Submission
from workflow.receive import open_all
from workflow.refusal import FileRefusedError, RefusedError

YEARS_KEPT = 5
NO_WORKBOOK = frozenset({"BRK-003", "BRK-017"})
"""The codes of what is refused because it is another kind of file."""
Earlier: TypeAlias = dict[str, dict[str, TargetMap]]  # unit code -> indicator code -> year -> value


def earlier_values(paths: Iterable[Path], definition: Definition) -> Earlier:
    """Return the earlier values of every unit, read from workbooks of earlier years.

    An indicator is found by its code, or by the code that ``setara_dengan`` names (see
    `iku.definition.continuity`). At most five years are kept. What is no workbook at all, such as
    the scan that came in the same e-mail, is passed over. FileRefusedError for a workbook that
    cannot be read, RefusedError where two files disagree about one value.
    """
    values: Earlier = {}
    for opened in open_all(paths):
        if opened.submission is None:
            if opened.refusal is not None and opened.refusal.code not in NO_WORKBOOK:
                raise FileRefusedError(explain(opened.refusal.at(opened.path)))
            continue
        _add(values, opened.submission, definition)
    return {
        unit: {kode: _latest(years) for kode, years in kept.items()}
        for unit, kept in values.items()
    }


def _add(values: Earlier, submission: Submission, definition: Definition) -> None:
    terbitan = submission.report.terbitan
    year = str(terbitan.definisi.tahun)
    if terbitan.definisi.tahun >= definition.tahun:
        return
    unit = values.setdefault(terbitan.unit.kode, {})
    known = frozenset(one.kode for one in terbitan.definisi.indikator)
    for one in definition.indikator:
        earlier = earlier_code(one, int(terbitan.definisi.tahun), known)
        if earlier is None:
            continue
        found = dict(terbitan.sebelumnya.get(earlier, {}))
        result = submission.results.result(earlier, TAHUN)
        if result.realisasi.counted:
            found[year] = NilaiTarget(
                nilai=half_up(result.realisasi.number, int(one.desimal) + 4),
                predikat=result.predikat or None,
            )
        _merge(unit.setdefault(one.kode, {}), found, submission.path)


def _merge(years: TargetMap, found: TargetMap, path: str) -> None:
    for year, value in found.items():
        if years.setdefault(year, value) != value:
            message = (
                f"{path}: nilai tahun {year} berbeda dengan berkas lain; sisakan satu berkas saja"
            )
            raise RefusedError(message)


def _latest(years: TargetMap) -> TargetMap:
    return {year: years[year] for year in sorted(years)[-YEARS_KEPT:]}
