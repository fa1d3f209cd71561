"""What the product holds for the evaluation of AKIP: pengukuran and pelaporan, counted.

The criteria (Permenpan RB 88/2021, in words of our own) are a data file; here is only the counting.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import yaml

from iku.consolidation.candidate import Status
from iku.consolidation.deadlines import days_late, deadline, received_on
from iku.consolidation.decisions import Verdict
from iku.consolidation.regency_report import RegencyReport
from iku.definition.model import Indikator
from iku.documents.analysis import Analysis, analysis_of, evidence_of
from iku.documents.blocks import Cell, Column, Fields, Table, cell
from iku.documents.common import common_fields
from iku.documents.material import Material
from iku.periods import up_to
from iku.report import Report
from iku.resources import template_path

_COLUMNS = (
    Column("No.", 5, "tengah"),
    Column("Yang dinilai", 38),
    Column("Yang tersedia", 35),
    Column("Tempat buktinya", 22),
)


def akip_fields(material: Material) -> Fields:
    """Return what the page names."""
    report = material.figures
    facts = {**_measured(report), **_reported(report), **_written(report)}
    return {
        **common_fields(material.definition, None),
        "periode": report.period_words,
        "tabel_akip": (Table(_COLUMNS, tuple(_rows(facts))),),
    }


def _rows(facts: dict[str, object]) -> Iterator[tuple[Cell, ...]]:
    text = template_path("dokumen", "kriteria_akip.yaml").read_text(encoding="utf-8")
    parts: list[dict[str, Any]] = yaml.safe_load(text)
    for part in parts:
        yield (cell(part["bagian"], across=len(_COLUMNS), shaded=True, align="kiri"),)
        for n, one in enumerate(part["butir"], 1):
            holds = one["tersedia"].format_map(facts)
            yield (cell(str(n)), cell(one["dinilai"]), cell(holds), cell(one["tempat"]))


def _measured(report: RegencyReport) -> dict[str, object]:
    definition = report.definition
    decided = [one for one in report.decisions.verification if one.counted]
    return {
        "berdefinisi": _share(
            definition.indikator, lambda one: bool(one.definisi_operasional or one.rumus)
        ),
        "berpenanggung_jawab": _share(definition.indikator, lambda one: bool(one.penanggung_jawab)),
        "bertarget_renstra": _share(definition.indikator, _has_later_target),
        "jumlah_indikator": len(definition.indikator),
        "definisi": f"{definition.kode} versi {definition.versi}",
        "jumlah_periode": len(report.periods),
        "periode": report.period_words,
        "berkas_diterima": sum(one.status is Status.ACCEPTED for one in report.fates),
        "angka_diterima": sum(one.verdict is Verdict.DITERIMA for one in decided),
        "angka_diverifikasi": len(decided),
    }


def _in_time(report: RegencyReport) -> str:
    """Return how many came too late, as far as deadlines were set and days written down."""
    units = [one.unit for one in report.standings if one.reported(report.period)]
    due = [one for one in units if deadline(report, one) is not None]
    if not due:
        return f"batas waktu {report.period_words} tidak ditetapkan"
    late = sum(bool(days_late(report, one)) for one in due)
    unknown = sum(received_on(report, one) is None for one in due)
    told = f"{late} terlambat menurut tanggal terima yang dicatat"
    return f"{told}; tanggal terima {unknown} unit belum dicatat" if unknown else told


def _reported(report: RegencyReport) -> dict[str, object]:
    entered = _reports(report)
    known = sum(bool(one.terbitan.previous_years) for one in entered)
    return {
        "kelengkapan": report.completeness,
        "melapor": report.reported,
        "jumlah_unit": len(report.expected),
        "tepat_waktu": _in_time(report),
        "bertahun_lalu": f"{known} dari {len(entered)}",
    }


def _written(report: RegencyReport) -> dict[str, object]:
    """Count what units wrote: reasons, follow-ups, and figures for which they named evidence."""
    pairs = [(entered, one) for entered in _reports(report) for one in report.definition.indikator]
    periods = up_to(report.period)

    def some(holds: Callable[[Analysis], bool]) -> int:
        return sum(
            any(holds(analysis_of(entered, one, each)) for each in periods)
            for entered, one in pairs
        )

    return {
        "uraian_penyebab": some(lambda one: bool(one.pendorong or one.penghambat)),
        "rencana_tindak_lanjut": some(lambda one: bool(one.tindak_lanjut)),
        "angka_berbukti": sum(
            any(evidence_of(entered, one, each)) for entered, one in pairs for each in periods
        ),
    }


def _share(indikator: Iterable[Indikator], holds: Callable[[Indikator], bool]) -> str:
    every = [holds(one) for one in indikator]
    return f"{sum(every)} dari {len(every)}"


def _has_later_target(one: Indikator) -> bool:
    return len([key for key in one.target if key.isdigit()]) > 1


def _reports(report: RegencyReport) -> list[Report]:
    return [one.results.report for one in report.standings if one.results is not None]
