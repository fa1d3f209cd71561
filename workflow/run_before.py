"""Runs before: which file of each unit counted last, to tell what changed since."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from iku.consolidation.candidate import Candidate, period_order
from iku.consolidation.record import from_record
from iku.definition.model import Definition
from workflow.history.records import Records
from workflow.history.runs import RunFile, accepted_of


def accepted_before(
    history: Path, store: Records, definition: Definition, digest: str, period: str
) -> tuple[Candidate, ...]:
    """Return the files that earlier runs of a definition's year accepted, of another input.

    Of each unit the one that counted last, and the one that counted last in a run of an earlier
    period than ``period``: what the unit was reported with then. A unit that is missing from the
    run before is so still compared with what it sent before that. A run repeated compares with the
    same predecessors as the first time. What an older edition of the program kept in a form that
    is not known any more is passed over.
    """
    found = []
    for file in _last_of_units(history, definition, digest, period):
        record = store.of_any_program(file.sha256)
        if record is not None:
            with suppress(KeyError, TypeError, ValueError):
                found.append(from_record(record, file.path))
    return tuple(found)


def _last_of_units(
    history: Path, definition: Definition, digest: str, period: str
) -> Iterator[RunFile]:
    """Yield files by unit: the last of an earlier period first, then the last of all."""
    last: dict[str, RunFile] = {}
    earlier: dict[str, RunFile] = {}
    for run, file in accepted_of(history, definition.kode, int(definition.tahun), before=digest):
        last[file.unit] = file
        if period_order(run) < period_order(period):
            earlier[file.unit] = file
    for unit, file in last.items():
        then = earlier.get(unit, file)
        yield then
        if then.sha256 != file.sha256:
            yield file
