"""A fresh workbook with carried entries, and beside it the list of what was carried and what not."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from iku.carry.carry import carry
from iku.carry.outcome import MARKABLE, Moved, Outcome
from iku.carry.salvage import Salvaged, salvage
from iku.cells import Value, WorkbookSnapshot
from iku.checks.notes import value_at
from iku.finding import Finding
from iku.layout.extras import CATATAN_COLUMNS, CATATAN_ROWS
from iku.layout.layout import Layout
from iku.messages import Language, explain
from iku.terbitan import Terbitan
from reporting.carried_text import carried_lines
from workbook_builder import save_whole
from workbook_builder.patch import patch_cells
from workbook_reader.snapshot import read_snapshot, read_snapshot_bytes
from workflow.build import workbook_bytes
from workflow.issuing import Issuing
from workflow.mark import note_cells, note_links
from workflow.publication import publication
from workflow.recompute import recomputed
from workflow.refusal import FileRefusedError, RefusedError, keep_received

LIST_ENDING = "_catatan.txt"


@dataclass(frozen=True)
class Repaired:
    """A fresh workbook: what was carried into it, what was not, and what to look at again.

    ``listing`` is the text beside it that holds the same list; findings are explained. ``signed`` is
    None where nobody expects a signature.
    """

    path: Path
    listing: Path
    terbitan: Terbitan
    carried: tuple[Moved, ...]
    left: tuple[Finding, ...]
    told: tuple[Finding, ...] = ()
    signed: bool | None = None

    def as_json(self) -> dict[str, Any]:
        """Return the public form of ``iku repair --json`` and ``iku upgrade --json``."""
        definition, unit = self.terbitan.definisi, self.terbitan.unit
        signed = {} if self.signed is None else {"signed": self.signed}
        return signed | {
            "path": str(self.path),
            "list": str(self.listing),
            "unit": {"kode": unit.kode, "nama": unit.nama},
            "template": definition.kode,
            "version": definition.versi,
            "carried": [one.as_json() for one in self.carried],
            "left": [one.as_json() for one in self.left],
            "notes": [one.as_json() for one in self.told],
            "summary": {
                "carried": len(self.carried),
                "left": len(self.left),
                "notes": len(self.told),
            },
        }


def opened(path: Path, language: Language) -> WorkbookSnapshot:
    """Read a received workbook as it is stored; FileRefusedError with one clear sentence if not."""
    snapshot = read_snapshot(path)
    if isinstance(snapshot, Finding):
        raise FileRefusedError(explain(snapshot.at(str(path)), language))
    return snapshot


def salvaged(snapshot: WorkbookSnapshot, known: Terbitan | None, language: Language) -> Salvaged:
    """Return what can still be read of a workbook; FileRefusedError where nothing can."""
    found = salvage(snapshot, known)
    if isinstance(found, Finding):
        raise FileRefusedError(explain(found.at(snapshot.path), language))
    return found


def listing_beside(into: Path) -> Path:
    """Return where the list of a fresh workbook stands: ``baru.xlsx`` → ``baru_catatan.txt``."""
    return into.with_name(into.stem + LIST_ENDING)


def require_workbook(into: Path, received: Path) -> None:
    """Raise RefusedError where a result would not be a workbook, or would replace a received file."""
    if into.suffix.lower() != ".xlsx":
        message = f"hasilnya buku kerja Excel; beri nama berakhiran .xlsx, bukan '{into.name}'"
        raise RefusedError(message)
    keep_received(into, [received])
    keep_received(listing_beside(into), [received])


def write_fresh(
    source: Salvaged, terbitan: Terbitan, into: Path, issuing: Issuing, language: Language
) -> Repaired:
    """Write the fresh workbook of an issue record with the entries of a salvaged one.

    Workbook, list and register together, or nothing.
    """
    fresh = Layout(terbitan)
    outcome = _explained(carry(source, fresh), language)
    blank, manifest = workbook_bytes(terbitan, issuing.password_file, issuing.sign)
    done = Repaired(
        into,
        listing_beside(into),
        terbitan,
        outcome.moved,
        outcome.left,
        outcome.told,
        issuing.signed(terbitan, manifest),
    )
    text = "\n".join(carried_lines(Path(source.submission.path).name, done.as_json(), language))
    with publication() as drafts:
        save_whole(_with_entries(blank, outcome), drafts.draft(into))
        save_whole(f"{text}\n".encode("utf-8-sig"), drafts.draft(done.listing))
        issuing.record(terbitan, manifest)
        drafts.put_in_place()
    return done


def _explained(outcome: Outcome, language: Language) -> Outcome:
    def told(findings: Sequence[Finding]) -> tuple[Finding, ...]:
        return tuple(explain(one, language) for one in findings)

    return replace(outcome, left=told(outcome.left), told=told(outcome.told))


def _with_entries(blank: bytes, outcome: Outcome) -> bytes:
    """Lay entries and notes into a blank workbook, and work its results out anew."""
    snapshot = read_snapshot_bytes(blank, "")
    if isinstance(snapshot, Finding):  # our own file, made a moment ago
        raise FileRefusedError(explain(snapshot))
    entries = {
        (sheet, address): value
        for (sheet, address), value in outcome.changes.items()
        if snapshot.sheets[sheet].values.get(address) != value  # prefilled already
    }
    for (sheet, address), value in entries.items():
        snapshot.sheets[sheet].values[address] = value
    rows = _rows(outcome, snapshot)
    notes = note_cells(rows) if rows else {}
    changes: dict[tuple[str, str], Value] = {**notes, **entries}
    links = note_links(rows, snapshot) if rows else {}
    return patch_cells(blank, changes, computed=recomputed(snapshot, changes), links=links)


def _rows(outcome: Outcome, snapshot: WorkbookSnapshot) -> list[tuple[str, ...]]:
    """Return the body of Catatan Pemeriksaan: reasons first, then what to enter or look at.

    Only reasons keep their code: Validasi counts notes with a code as its own.
    """
    rows = list(outcome.notes)
    for finding in (*outcome.left, *outcome.told):
        markable = bool(finding.facts.get(MARKABLE))
        for cell in finding.cells or (finding.sheet,):
            texts = {
                "tempat": cell if markable else f"(berkas lama) {cell}",
                "penjelasan": finding.message,
                "perbaikan": finding.fix,
                "nilai": value_at(snapshot, cell) if markable else "",
            }
            rows.append(tuple(texts.get(column, "") for column in CATATAN_COLUMNS))
    return rows[:CATATAN_ROWS]
