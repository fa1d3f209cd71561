"""Upgrade: the entries of a workbook → a fresh one of a new version of its definition."""

from pathlib import Path

from iku.carry.pairing import Pairing
from iku.carry.salvage import Salvaged, trusted_terbitan
from iku.cells import WorkbookSnapshot
from iku.definition.model import Definition, TargetMap
from iku.finding import Finding
from iku.layout.layout import Layout
from iku.messages import Language
from iku.terbitan import Terbitan, issue
from workflow.definition_source import read_definition
from workflow.fresh_form import (
    Repaired,
    opened,
    require_workbook,
    salvaged,
    write_fresh,
)
from workflow.issuing import issuing_after
from workflow.refusal import RefusedError
from workflow.repair import chosen_unit
from workflow.signing import SigningKey

__all__ = ["terbitan_after", "upgrade", "whole"]


def upgrade(  # noqa: PLR0913  the same choices as when a workbook is issued
    path: Path,
    to: Path,
    into: Path,
    *,
    unit: str | None = None,
    password_file: Path | None = None,
    history: Path | None = None,
    key: SigningKey | None = None,
    language: Language = "id",
) -> Repaired:
    """Carry the entries of a workbook into the form of a new version, and list what is not carried.

    ``to`` is the new definition, of the same regency and year. The unit is the file's own, or the
    one named. Values of earlier years travel along. The received file is only read.
    ``key`` signs the fresh one, which without it is unsigned: it is another form.

    Raises FileRefusedError for a file that cannot be read, RefusedError for a definition of
    another regency or year or without the unit, and DefinitionError for one with faults; then
    nothing is written.
    """
    require_workbook(into, path)
    definition = read_definition(to)
    snapshot = opened(path, language)
    source = whole(snapshot, language)
    terbitan = terbitan_after(source, definition, unit, path)
    issuing = issuing_after(snapshot, password_file=password_file, history=history, key=key)
    return write_fresh(source, terbitan, into, issuing, language)


def terbitan_after(
    source: Salvaged, definition: Definition, unit: str | None, path: Path
) -> Terbitan:
    """Return the issue record of a workbook in a new version; earlier years travel along.

    RefusedError where the definition is of another regency or year, or has not that unit.
    """
    old = source.submission.report.terbitan
    _same_year(old, definition, path)
    own = old.unit if not definition.unit and unit is None else None
    chosen = own or chosen_unit(definition, unit or old.unit.kode, path)
    blank = Layout(issue(definition, chosen))
    return issue(definition, chosen, _earlier(Pairing(source.submission.layout, blank), old))


def whole(snapshot: WorkbookSnapshot, language: Language) -> Salvaged:
    """Read a workbook by its own record; without one nobody knows which version it is.

    RefusedError then, and FileRefusedError where nothing can be read.
    """
    if isinstance(trusted_terbitan(snapshot), Finding):
        name = Path(snapshot.path).name
        message = (
            f"{name}: catatan penerbitan di dalam berkas ini hilang atau rusak; jalankan "
            f"dahulu iku repair {name} --definition DEFINISI --unit KODE -o pulih.xlsx"
        )
        raise RefusedError(message)
    return salvaged(snapshot, None, language)


def _same_year(old: Terbitan, definition: Definition, path: Path) -> None:
    before = old.definisi
    if before.kabupaten.kode != definition.kabupaten.kode:
        message = (
            f"{path.name}: formulir ini milik {before.kabupaten.nama}, sedangkan definisinya milik "
            f"{definition.kabupaten.nama}; pilih definisi yang sesuai"
        )
        raise RefusedError(message)
    if before.tahun != definition.tahun:
        message = (
            f"{path.name}: formulir tahun {before.tahun} tidak dapat menjadi formulir tahun "
            f"{definition.tahun}; buat formulir baru, misalnya iku build DEFINISI --previous {path.name}"
        )
        raise RefusedError(message)


def _earlier(pairing: Pairing, old: Terbitan) -> dict[str, TargetMap]:
    """Return the values of earlier years under the codes of the new version."""
    return {
        new: old.sebelumnya[before]
        for new, before in pairing.origin.items()
        if before in old.sebelumnya
    }
