"""The run before: which files counted then, to tell what changed since."""

from contextlib import suppress
from pathlib import Path

from iku.consolidation.candidate import Candidate
from iku.consolidation.record import from_record
from iku.definition.model import Definition
from workflow.history.records import Records
from workflow.history.runs import files_of, latest_runs


def accepted_before(
    history: Path, store: Records, definition: Definition, digest: str
) -> tuple[Candidate, ...]:
    """Return the files that the newest run of a definition's year accepted, of another input.

    A run repeated so compares with the same predecessor as the first time. What an older edition
    of the program kept in a form that is not known any more is passed over.
    """
    runs = latest_runs(history, definition.kode, definition.tahun, before=digest)
    if not runs:
        return ()
    newest = max(runs.values(), key=lambda run: run.id)
    found = []
    for file in files_of(history, newest.id):
        record = store.of_any_program(file.sha256) if file.fate == "accepted" else None
        if record is not None:
            with suppress(KeyError, TypeError, ValueError):
                found.append(from_record(record, file.path))
    return tuple(found)
