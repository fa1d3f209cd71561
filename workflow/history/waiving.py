"""Waivers kept in the history: an inspector asks which file counted on whose word, and why."""

import json
import sqlite3
from collections.abc import Iterator
from datetime import datetime
from pathlib import PurePath

from iku.consolidation.decisions import Ruling, Waiver
from iku.consolidation.regency_report import RegencyReport
from iku.consolidation.waivers import Waivers, names
from workflow.history.decisions import WAIVED, Decision, add_decisions, decisions_in

_ORIGIN = frozenset({"sumber", "sumber_sha256", "sel", "konsolidasi", "rekap"})


def keep_waivers(
    database: sqlite3.Connection, report: RegencyReport, run: int, made_at: str
) -> None:
    """Write down the waivers of a run, each once however many runs repeat it.

    A row that moved to another place of its table is the same waiver; one that had no effect and
    now has is told again. Days of receipt are kept with their files.
    """
    templat, tahun = report.definition.kode, int(report.definition.tahun)
    today = datetime.fromisoformat(made_at).astimezone().date().isoformat()
    known = {
        _identity(json.loads(one.content))
        for one in decisions_in(database, templat, tahun)
        if one.kind == WAIVED
    }
    new: dict[str, Decision] = {}
    for waiver in _deciding(report):
        facts = _facts(report, waiver, today) | {"konsolidasi": run, "rekap": report.period}
        if _identity(facts) not in known:
            content = json.dumps(facts, ensure_ascii=False, sort_keys=True)
            about = WAIVED, templat, tahun, waiver.periode, waiver.unit
            new.setdefault(_identity(facts), Decision(*about, content, waiver.by, made_at))
    add_decisions(database, new.values())


def _deciding(report: RegencyReport) -> Iterator[Waiver]:
    for one in report.decisions.waivers:
        if one.ruling is not Ruling.CATAT or one.deadline:
            yield one


def _identity(facts: dict[str, object]) -> str:
    return json.dumps({key: facts[key] for key in facts.keys() - _ORIGIN}, sort_keys=True)


def _facts(report: RegencyReport, one: Waiver, today: str) -> dict[str, object]:
    """Return what a waiver says, the file that it means, and the cell in which it stands."""
    file, sha256 = _file(report, one)
    return {
        "unit": one.unit,
        "putusan": one.ruling.value,
        "berkas": file,
        "sha256": sha256,
        "indikator": one.kode,
        "alasan": one.why,
        "sampai": one.until,
        "tenggat": one.deadline,
        "oleh": one.by,
        "berlaku": _followed(report, one, today),
        "sumber": PurePath(one.origin.path).name,
        "sumber_sha256": one.origin.sha256,
        "sel": str(one.origin.place),
    }


def _file(report: RegencyReport, one: Waiver) -> tuple[str, str]:
    """Return the name and SHA-256 of the file that a waiver means, else what it says of it."""
    meant = {
        fate.candidate.sha256: PurePath(fate.candidate.path).name
        for fate in report.fates
        if fate.candidate.unit is not None
        and fate.candidate.unit.kode == one.unit
        and names(one, fate.candidate)
    }
    if len(meant) == 1:
        ((sha256, name),) = meant.items()
        return one.file or name, sha256
    return one.file, one.sha256


def _followed(report: RegencyReport, one: Waiver, today: str) -> bool:
    """Whether a waiver was in force, and met what it names."""
    if one.ruling is not Ruling.CATAT and Waivers((), report.period, today).lapsed(one):
        return False
    place = (str(one.origin.place),)
    return not any(
        told.code == "KON-044" and told.path == one.origin.path and told.cells == place
        for told in report.findings
    )
