"""Repair: the entries of a damaged workbook → a fresh one, as it was issued."""

from pathlib import Path

from iku.carry.salvage import Salvaged, trusted_terbitan
from iku.cells import WorkbookSnapshot
from iku.definition.model import Definition, Unit
from iku.finding import Finding
from iku.messages import Language
from iku.terbitan import Terbitan, issue, renewed
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
from workflow.signing import SigningKey

__all__ = ["Repaired", "repair"]


def repair(  # noqa: PLR0913  what a damaged file no longer tells must be told here
    path: Path,
    into: Path,
    *,
    definition_path: Path | None = None,
    unit: str | None = None,
    password_file: Path | None = None,
    history: Path | None = None,
    key: SigningKey | None = None,
    language: Language = "id",
) -> Repaired:
    """Carry the entries of a damaged workbook into a fresh one, and list what could not be carried.

    The fresh workbook is issued from the record inside the file; where that is missing or damaged,
    ``definition_path`` and ``unit`` (its code) must say from what. The received file is only read.
    ``key`` signs the fresh one; without it the signature of the received file goes along where the
    record is still the same.

    Raises FileRefusedError for a file that cannot be read, RefusedError where the record is
    missing and no definition was given or the file is from another unit, and DefinitionError for a
    definition with faults; then nothing is written.
    """
    require_workbook(into, path)
    snapshot = opened(path, language)
    definition = None if definition_path is None else read_definition(definition_path)
    stored = trusted_terbitan(snapshot)
    if definition is None and unit is not None:
        message = f"--unit hanya dipakai bersama --definition; jalankan lagi tanpa --unit {unit}"
        raise RefusedError(message)
    terbitan = _issued(definition, unit, None if isinstance(stored, Finding) else stored, path)
    source = salvaged(snapshot, terbitan, language)
    _same_unit(source, snapshot, definition, terbitan)
    issuing = issuing_after(snapshot, password_file=password_file, history=history, key=key)
    return write_fresh(source, terbitan, into, issuing, language)


def _tell_which(path: Path) -> str:
    return (
        f"{path.name}: catatan penerbitan di dalam berkas ini hilang atau rusak, jadi sebutkan "
        f"definisi dan kode unitnya; contoh: iku repair {path.name} "
        "--definition kota_jambi_2017.yaml --unit 15.71.03 -o baru.xlsx"
    )


def _issued(
    definition: Definition | None, unit: str | None, stored: Terbitan | None, path: Path
) -> Terbitan:
    """Return the issue record of the fresh workbook, in today's layout."""
    if definition is not None:
        kode = unit or (stored.unit.kode if stored is not None else "")
        codes = {one.kode for one in definition.indikator}
        earlier = {} if stored is None else stored.sebelumnya
        kept = {code: values for code, values in earlier.items() if code in codes}
        return issue(definition, chosen_unit(definition, kode, path), kept)
    if stored is None:
        raise RefusedError(_tell_which(path))
    return renewed(stored)


def chosen_unit(definition: Definition, kode: str, path: Path) -> Unit:
    """Return the unit of a definition by its code; the only one where no code is known."""
    if not kode and len(definition.unit) == 1:
        return definition.unit[0]
    for unit in definition.unit:
        if unit.kode == kode:
            return unit
    known = ", ".join(one.kode for one in definition.unit) or "-"
    if not kode:
        message = f"{path.name}: sebutkan kode unitnya dengan --unit; yang ada: {known}"
        raise RefusedError(message)
    message = f"unit {kode} tidak ada dalam definisi; yang ada: {known}"
    raise RefusedError(message)


def _same_unit(
    source: Salvaged, snapshot: WorkbookSnapshot, definition: Definition | None, fresh: Terbitan
) -> None:
    """Refuse to carry entries of one unit into the form of another."""
    place = source.submission.layout.names["identitas.kode"]
    sheet = source.submission.snapshot.sheets.get(place.sheet)
    written = None if sheet is None else sheet.values.get(place.a1)
    others = {unit.kode for unit in definition.unit} if definition is not None else set()
    if written in others - {fresh.unit.kode}:
        message = (
            f"{Path(snapshot.path).name}: berkas ini milik unit {written}, bukan {fresh.unit.kode}; "
            f"jalankan lagi dengan --unit {written}"
        )
        raise RefusedError(message)
