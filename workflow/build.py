"""Build: a definition → one workbook per unit."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from iku.definition.model import Definition, Unit
from iku.terbitan import Terbitan, issue
from workflow.definition_source import read_definition
from workflow.edition import Batch, Built, locked_workbook, written
from workflow.history import History, Issue
from workflow.history.keys import require_in_force
from workflow.naming import lock_of, unit_file_name
from workflow.previous import earlier_values
from workflow.receive import open_one
from workflow.refusal import RefusedError
from workflow.signing import Signer, SigningKey, unsigned

_UNITS_OF_A_BATCH = 100
# A process of its own must first draw the master again; below this many it does not pay.
_UNITS_WORTH_PROCESSES = 400


def build_workbooks(  # noqa: PLR0913  one for each way a regency sends out
    definition_path: Path,
    into: Path,
    *,
    units: Sequence[str] = (),
    previous: Path | None = None,
    history: Path | None = None,
    password_file: Path | None = None,
    key: SigningKey | None = None,
) -> list[Built]:
    """Write the workbook of every unit (or of the units named) into a folder.

    ``previous`` is a file or folder with earlier years' workbooks, whose values then stand beside
    the entries. ``key`` signs every workbook, and is known to the history from then on. Raises DefinitionError for a definition with faults and RefusedError where a unit
    is unknown, an earlier workbook cannot be read, a workbook there already holds entries, or the key
    was withdrawn; then nothing is written.
    """
    if key is not None and history is not None:
        require_in_force(history, key.public)
    definition = read_definition(definition_path)
    earlier = {} if previous is None else earlier_values([previous], definition)
    chosen = _chosen(definition, units)
    _refuse_same_names(definition, chosen)
    _refuse_filled(into / unit_file_name(definition.tahun, unit) for unit in chosen)
    lock = lock_of(issue(definition, chosen[0]), password_file)
    bare = definition.model_copy(update={"unit": ()})
    batches = [
        Batch(
            bare,
            tuple(some),
            {unit.kode: earlier[unit.kode] for unit in some if unit.kode in earlier},
            lock,
            into,
            key,
        )
        for some in _batches(chosen)
    ]
    built: list[Built] = []
    for done in _written(batches):
        built += [one for one, _ in done]
        if history is not None:
            public = None if key is None else key.public
            History(history).record_issues((entry for _, entry in done), public)
    return built


def workbook_bytes(
    terbitan: Terbitan, password_file: Path | None = None, sign: Signer = unsigned
) -> tuple[bytes, str]:
    """Return the workbook of a Terbitan and the SHA-256 of its manifest."""
    return locked_workbook(terbitan, lock_of(terbitan, password_file), sign)


def _batches(units: Sequence[Unit]) -> Iterator[Sequence[Unit]]:
    for first in range(0, len(units), _UNITS_OF_A_BATCH):
        yield units[first : first + _UNITS_OF_A_BATCH]


def _written(batches: Sequence[Batch]) -> Iterator[list[tuple[Built, Issue]]]:
    """Write batches in their order, by several processes where they are many."""
    processes = os.cpu_count() or 1
    if processes == 1 or sum(len(batch.units) for batch in batches) < _UNITS_WORTH_PROCESSES:
        yield from map(written, batches)
        return
    with ProcessPoolExecutor(processes) as pool:
        yield from pool.map(written, batches)


def _refuse_same_names(definition: Definition, units: Sequence[Unit]) -> None:
    names = Counter(unit_file_name(definition.tahun, unit) for unit in units)
    twice = sorted(name for name, count in names.items() if count > 1)
    if twice:
        message = (
            f"dua unit akan menulis berkas yang sama ({', '.join(twice)}); ubah kode atau namanya"
        )
        raise RefusedError(message)


def _refuse_filled(places: Iterable[Path]) -> None:
    """Keep what somebody has typed: a form is only ever replaced while it is blank."""
    filled = [str(path) for path in places if path.exists() and _holds_entries(path)]
    if filled:
        more = f" dan {len(filled) - 1} lainnya" if len(filled) > 1 else ""
        message = (
            f"{filled[0]}{more} sudah berisi isian dan tidak ditimpa; pindahkan dahulu, atau pilih "
            "folder lain dengan -o"
        )
        raise RefusedError(message)


def _holds_entries(path: Path) -> bool:
    try:
        entries = open_one(path).report.entries
    except RefusedError:
        return True  # not a form of ours that could be made again
    return any(not name.startswith("identitas.") for name in entries)


def _chosen(definition: Definition, wanted: Sequence[str]) -> list[Unit]:
    if not definition.unit:
        message = "definisi ini belum memuat unit; tambahkan daftar unit, misalnya kode 15.71.03"
        raise RefusedError(message)
    known = {unit.kode: unit for unit in definition.unit}
    missing = [kode for kode in wanted if kode not in known]
    if missing:
        message = (
            f"unit {', '.join(missing)} tidak ada dalam definisi; yang ada: {', '.join(known)}"
        )
        raise RefusedError(message)
    return [known[kode] for kode in wanted] if wanted else list(definition.unit)
