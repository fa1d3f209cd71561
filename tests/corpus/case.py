"""A case of the corpus: the files that give one code, and the check that says so."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from iku.carry.carry import carry
from iku.carry.salvage import Salvaged, salvage
from iku.cells import WorkbookSnapshot
from iku.consolidation import RegencyReport
from iku.definition.load import load_definition
from iku.finding import Finding, Severity
from iku.layout.layout import Layout
from iku.messages import entry
from iku.terbitan import issue
from workbook_reader.snapshot import read_snapshot
from workflow.audit import audit_file
from workflow.close import Wanted, close_period
from workflow.consolidate import consolidate_all, consolidated
from workflow.executors import HERE
from workflow.kamus import check_definition
from workflow.repetition import Asked
from workflow.validate import validate

DEFINITION, REGISTER, KEY = "definisi.yaml", "daftar.sqlite", "kunci.pub"
FOLDER, CARRIED = "kiriman", "dibawa"  # to be consolidated; to be carried into a fresh form
CLOSED = "ditutup"  # a folder that was consolidated and closed before FOLDER came
CENTRAL, VERIFICATION, WAIVERS = "central.csv", "verifikasi.csv", "ketetapan.csv"


@dataclass(frozen=True)
class Case:
    """Files and links by name; ``also`` are codes that cannot but come along."""

    code: str
    files: Mapping[str, bytes | str]
    also: frozenset[str] = frozenset()
    links: Mapping[str, str] = field(default_factory=dict)

    def write(self, folder: Path) -> None:
        """Write the case into a folder of its own."""
        for name, content in self.files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            data = content.encode("utf-8") if isinstance(content, str) else content
            path.write_bytes(data)
        for name, target in self.links.items():
            folder.mkdir(parents=True, exist_ok=True)
            os.symlink(target, folder / name)  # noqa: PTH211 - a link to nothing, or to itself


def findings_in(folder: Path) -> list[Finding]:
    """Return what the product says about one case, by what lies in its folder."""
    definition = folder / DEFINITION
    if (folder / FOLDER).is_dir():
        report = _consolidated(folder)
        return [*report.findings, *(fate.reason for fate in report.fates)]
    if (folder / CARRIED).is_dir():
        return _carried(folder / CARRIED / "lama.xlsx", definition)
    subjects = sorted(
        one for one in folder.iterdir() if one.name not in {DEFINITION, REGISTER, KEY}
    )
    if not subjects:
        return check_definition(definition)
    known = load_definition(definition) if definition.is_file() else None
    if folder.name.startswith("AUD"):
        return [one for path in subjects for one in audit_file(path, definition=known).findings]
    register = folder / REGISTER
    history = register if register.is_file() else None
    trust = [folder / KEY] if (folder / KEY).is_file() else []
    result = validate(subjects, definition=known, history=history, trust=trust)
    return [one for checked in result.files for one in checked.findings]


def _consolidated(folder: Path) -> RegencyReport:
    """Return the report on a folder with the regency's tables beside it, after what was closed."""
    if not (folder / CLOSED).is_dir():
        return consolidated(_asked(folder, FOLDER), "").report
    with TemporaryDirectory() as own:
        history = Path(own, "riwayat.sqlite")
        before = _asked(folder, CLOSED, recap=Path(own, "rekap.xlsx"), history=history)
        report, _ = consolidate_all(before, before.digest(), HERE)
        close_period(history, Wanted(report.period, by="Kabag", reason="yang lain menyusul"))
        now = _asked(folder, FOLDER, history=history)
        return consolidated(now, now.digest()).report


def _asked(
    folder: Path, received: str, *, recap: Path = Path(), history: Path | None = None
) -> Asked:
    """Return what ``iku consolidate`` would be asked for one of the folders of a case."""
    beside = (folder / one for one in (DEFINITION, CENTRAL, VERIFICATION, WAIVERS))
    definition, central, verification, waivers = (one if one.is_file() else None for one in beside)
    return Asked(
        (folder / received,),
        recap,
        definition,
        history,
        central=central,
        verification=verification,
        waivers=waivers,
    )


def _carried(old: Path, definition: Path) -> list[Finding]:
    """Return what is said of a workbook carried into the form of a definition, or its own again."""
    snapshot = read_snapshot(old)
    assert isinstance(snapshot, WorkbookSnapshot)
    source = salvage(snapshot)
    assert isinstance(source, Salvaged)
    into = source.submission.layout
    if definition.is_file():
        known = load_definition(definition)
        into = Layout(issue(known, known.unit[0]))
    outcome = carry(source, into)
    return [*outcome.left, *outcome.told]


def above_info(findings: list[Finding]) -> list[str]:
    """Return the codes of what is more than information."""
    worse = (Severity.ERROR, Severity.WARNING)
    return [
        one.code
        for one in findings
        if (one.severity or Severity(entry(one.code)["severity"])) in worse
    ]
