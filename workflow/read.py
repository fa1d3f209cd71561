"""Read: the entries and results of one workbook, as data."""

from pathlib import Path
from typing import Any

from iku.calculation.budget import AKHIR_TAHUN, Budget
from iku.calculation.results import Results
from iku.cells import ErrorValue
from iku.messages import Language
from iku.names import indikator_name, program_name
from iku.periods import TAHUN
from iku.submission import Submission
from workflow.receive import open_one


def read_workbook(path: Path, language: Language = "id") -> dict[str, Any]:
    """Return what ``iku read --json`` gives; results are worked out anew."""
    return as_data(open_one(path, language))


def as_data(submission: Submission) -> dict[str, Any]:
    """Return a submission as plain data: blank entries are left out."""
    definition, unit = submission.report.terbitan.definisi, submission.report.terbitan.unit
    entries = {
        name: value.code if isinstance(value, ErrorValue) else value
        for name, value in submission.report.entries.items()
    }
    return {
        "unit": {"kode": unit.kode, "nama": unit.nama},
        "template": definition.kode,
        "version": definition.versi,
        "period": submission.report.periode_lapor,
        "entries": entries,
        "results": result_values(submission.results),
    }


def result_values(results: Results) -> dict[str, float | str]:
    """Return every live result by its workbook name: a number, or the words of its state."""
    values: dict[str, float | str] = {}
    for periode in results.definition.periods:
        for one in results.definition.indikator:
            result = results.result(one.kode, periode)
            shown = {
                "realisasi": result.realisasi.shown(),
                "capaian": result.capaian.shown(),
                "capaian_tahun": result.capaian_tahun.shown(),
                "kategori": result.kategori,
            }
            if one.nilai.jenis == "predikat":
                shown["realisasi_predikat"] = result.predikat
            for family, value in shown.items():
                values[indikator_name(family, one.kode, periode)] = value
        values.update(_means(results, periode))
    values.update(spent_values(Budget(results)))
    return values


def spent_values(budget: Budget) -> dict[str, float | str]:
    """Return what was spent and what it was spent well for, by workbook name."""
    values: dict[str, float | str] = {}
    if not budget.programs:
        return values
    for periode in budget.periods:
        for one in budget.programs:
            spent = budget.program(one, periode).serapan
            values[program_name(one.kode, "serapan", periode)] = spent.shown()
        for group in budget.goals:
            spent = budget.group(group, periode).serapan
            values[f"serapan_sasaran.{group.sasaran}.{periode}"] = spent.shown()
        values[f"serapan_total.{periode}"] = budget.total(periode).serapan.shown()
    at_end = budget.results.report.periode_lapor == TAHUN
    for group in budget.goals:
        word = budget.efficiency(group, TAHUN).word if at_end else AKHIR_TAHUN
        values[f"efisiensi_sasaran.{group.sasaran}"] = word
    values["efisiensi_total"] = budget.total_efficiency(TAHUN).word if at_end else AKHIR_TAHUN
    return values


def _means(results: Results, periode: str) -> dict[str, float | str]:
    means = results.means(periode)
    values = {
        f"capaian_sasaran.{n}.{periode}": figure.shown()
        for n, figure in enumerate(means.per_sasaran, 1)
    }
    values[f"rata_rata.{periode}"] = means.rata_rata.shown()
    values[f"rata_rata_batas.{periode}"] = means.rata_rata_batas.shown()
    values[f"rata_rata_sasaran.{periode}"] = means.rata_rata_sasaran.shown()
    return values
