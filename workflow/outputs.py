"""Outputs: what a consolidation writes beside its recap, all of it or nothing."""

from collections.abc import Iterator
from pathlib import Path

from iku.consolidation.regency_report import RegencyReport
from iku.definition.model import Unit
from reporting.csv_text import csv_bytes
from reporting.letters import Letter, letters_of
from reporting.note_page import index_page, letter_page, note_page
from reporting.note_text import letter_text, note_text
from reporting.parquet_folder import write_parquet
from reporting.regency_page import regency_page
from reporting.told_tables import tables_in
from reporting.unit_note import UnitNote, unit_notes
from workbook_builder import save_whole
from workflow.naming import plain_name
from workflow.publication import Publication
from workflow.repetition import Asked

LETTERS = ("pengingat", "teguran")
NOTES = "catatan"
_LONGEST_NAME = 80  # letters of a file name; a path on Windows holds 260 in all


def draft_outputs(report: RegencyReport, asked: Asked, drafts: Publication) -> None:
    """Write the outputs apart; whoever gave ``drafts`` puts everything in place together."""
    if asked.html is not None:
        save_whole(_encoded(regency_page(report, asked.language)), drafts.draft(asked.html))
    if asked.csv is not None:
        folder = drafts.draft(asked.csv)
        for table in tables_in(asked.language, report):
            save_whole(csv_bytes(table), folder / f"{table.name}.csv")
    if asked.parquet is not None:
        write_parquet(report, drafts.draft(asked.parquet))
    if asked.notes is not None:
        notes = list(unit_notes(report, asked.language))
        _write_notes(notes, drafts.draft(asked.notes))
        for name in _letters_not_due(notes):
            drafts.retire(asked.notes / name)


def _write_notes(notes: list[UnitNote], folder: Path) -> None:
    stems = _stems(notes)
    links: dict[str, dict[str, str]] = {}
    for note in notes:
        stem = stems[note.unit.kode]
        written = dict(_files_of(note, stem))
        for name, content in written.items():
            save_whole(_encoded(content), folder / name)
        links[note.unit.kode] = {_link_words(name): name for name in written}
    together = {f"{kind}.html": page for kind, page in _together(notes)}
    for name, page in together.items():
        save_whole(_encoded(page), folder / name)
    named = {name.removesuffix(".html"): name for name in together}
    save_whole(_encoded(index_page(notes, links, named)), folder / "index.html")


def _files_of(note: UnitNote, stem: str) -> Iterator[tuple[str, str]]:
    """Yield name and content of what goes to one unit."""
    yield f"{NOTES}/{stem}.txt", note_text(note)
    yield f"{NOTES}/{stem}.html", note_page([note])
    for letter in letters_of(note):
        yield f"{letter.kind}/{stem}.txt", letter_text(letter)
        yield f"{letter.kind}/{stem}.html", letter_page([letter])


def _link_words(name: str) -> str:
    folder = name.partition("/")[0]
    return f"{folder} ({'chat' if name.endswith('.txt') else 'cetak'})"


def _together(notes: list[UnitNote]) -> Iterator[tuple[str, str]]:
    """Yield what prints all notes, or all letters of a kind, in one go."""
    yield NOTES, note_page(notes)
    letters = [letter for note in notes for letter in letters_of(note)]
    for kind in LETTERS:
        found: list[Letter] = [one for one in letters if one.kind == kind]
        if found:
            yield kind, letter_page(found)


def _letters_not_due(notes: list[UnitNote]) -> Iterator[str]:
    """Yield the letters that an earlier run may have left to units that owe nothing any more."""
    stems = _stems(notes)
    kinds = {note.unit.kode: {one.kind for one in letters_of(note)} for note in notes}
    for kind in LETTERS:
        spared = [stems[kode] for kode, due in kinds.items() if kind not in due]
        yield from (f"{kind}/{stem}.{ending}" for stem in spared for ending in ("txt", "html"))
        if len(spared) == len(stems):
            yield f"{kind}.html"


def _stems(notes: list[UnitNote]) -> dict[str, str]:
    """Return each unit's file name without its ending; no two of them alike, even on Windows."""
    stems: dict[str, str] = {}
    taken: set[str] = set()
    for note in notes:
        stem = _free(note.unit, taken)
        taken.add(stem.casefold())
        stems[note.unit.kode] = stem
    return stems


def _free(unit: Unit, taken: set[str]) -> str:
    stem = name = plain_name(f"{unit.kode}_{unit.nama}")[:_LONGEST_NAME] or "unit"
    n = 1
    while name.casefold() in taken:
        n += 1
        name = f"{stem}_{n}"
    return name


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", errors="replace")
