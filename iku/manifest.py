"""Manifest: what a workbook was when it was issued, cell by cell, small enough to travel in it."""

import hashlib
import json
import re
from binascii import b2a_base64
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import chain
from typing import Any, Final

from iku.address import CellRef
from iku.blueprint import Access, Blueprint, BlueprintCell, BlueprintSheet
from iku.cells import ValidationFacts, Value
from iku.manifest_families import OWN_ROW, Family, apart, families_in, read, written
from iku.manifest_names import families_of, names_of
from iku.manifest_runs import cells_of, runs_of

SKEMA: Final = 2
MARK: Final = 6  # characters, six bits each
_SIGN: Final = "\ue000"  # a letter of private use, which none of our texts holds
_SIGNED = re.compile(f"({_SIGN}[0-9]{{{MARK - 1}}})")
_QUOTED_SHEET = re.compile(r"'([A-Za-z_][A-Za-z0-9_]*)'!")
_PIECES_KEPT = 4_096
_URL_SAFE = bytes.maketrans(b"+/", b"-_")
_COMPARING = {"decimal", "whole", "textLength", "date", "time"}


@dataclass(frozen=True, slots=True)
class EntryMark:
    """What an entry cell was: its validation and its number format (it is unlocked)."""

    validation: ValidationFacts | None
    number_format: str


@dataclass(frozen=True, slots=True)
class SheetManifest:
    """What a sheet was: locked cells as hashes, entries as marks, and what surrounds them.

    ``families`` are the formulas whose hashes need not be written, because they follow.
    """

    name: str
    hidden: bool
    protected: bool
    locked: dict[str, str]
    entries: dict[str, EntryMark]
    merged: tuple[str, ...]
    families: tuple[Family, ...] = field(default=(), repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Manifest:
    """A whole workbook as issued; ``_iku`` itself is left out."""

    sheets: tuple[SheetManifest, ...]
    names: dict[str, str]
    structure_locked: bool
    written: str = field(default="", repr=False, compare=False)  # the text that it was read from

    def canonical(self) -> str:
        """Return the text that travels in the workbook."""
        if self.written:
            return self.written
        tree = {
            "skema": SKEMA,
            "sheets": [_sheet_tree(sheet) for sheet in self.sheets],
            "names": families_of(self.names),
            "structure": self.structure_locked,
        }
        return json.dumps(tree, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    def with_marks(self, marks: Mapping[CellRef, str]) -> "Manifest":
        """Return the manifest with other marks of some locked cells."""
        renewed: dict[str, dict[str, str]] = {}
        for ref, mark in marks.items():
            renewed.setdefault(ref.sheet, {})[ref.a1] = mark
        sheets = tuple(
            replace(sheet, locked=sheet.locked | renewed[sheet.name])
            if sheet.name in renewed
            else sheet
            for sheet in self.sheets
        )
        return Manifest(sheets, self.names, self.structure_locked)


class ManifestText:
    """The canonical text of a manifest, in which the marks of some cells can be replaced."""

    def __init__(self, manifest: Manifest, cells: Iterable[CellRef]) -> None:
        """Find the marks of these cells, which must all be among the locked ones."""
        self._marks = {
            ref: next(s.locked[ref.a1] for s in manifest.sheets if s.name == ref.sheet)
            for ref in cells
        }
        signs = {ref: _SIGN + f"{n:0{MARK - 1}}" for n, ref in enumerate(self._marks)}
        pieces = _SIGNED.split(manifest.with_marks(signs).canonical())
        found = {sign: ref for ref, sign in signs.items()}
        self._pieces = pieces[::2]
        self._order = [found[sign] for sign in pieces[1::2]]

    def with_marks(self, marks: Mapping[CellRef, str]) -> str:
        """Return the text with other marks; KeyError for a cell whose mark has no place in it."""
        if unknown := marks.keys() - self._marks.keys():
            raise KeyError(min(unknown))
        known = self._marks
        said = (marks.get(ref) or known[ref] for ref in self._order)
        return "".join(chain.from_iterable(zip(self._pieces, (*said, ""), strict=True)))


def mark_of(content: Value | int, formula: str | None) -> str:
    """Return the hash of a locked cell: 36 bits over its formula, or over its constant.

    So many of them are most of what a file weighs. They find what slipped and what was changed by
    hand; the manifest as a whole is vouched for by its SHA-256 in the register.

    >>> mark_of(90.0, None) == mark_of(90, None)
    True
    """
    if formula is not None:
        text = "=" + same_formula(formula)
    elif isinstance(content, bool):
        text = f"b{content}"
    elif isinstance(content, int | float):
        text = f"n{float(content)!r}"
    else:
        text = f"t{'' if content is None else content}"
    return _hashed(text)


def _hashed(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()[:6]
    return b2a_base64(digest, newline=False)[:MARK].translate(_URL_SAFE).decode("ascii")


def same_formula(formula: str) -> str:
    """Return a formula without what producers spell differently: needless quotes and spaces.

    >>> same_formula("IF('_iku'!$B$5 = 1,TRUE(),2)")
    'IF(_iku!$B$5=1,TRUE,2)'
    """
    parts = formula.split('"')
    parts[::2] = map(_same_piece, parts[::2])
    return '"'.join(parts)


@lru_cache(maxsize=_PIECES_KEPT)
def _same_piece(piece: str) -> str:
    """Return the same of what stands outside of texts; a thousand counters share theirs."""
    if "'" in piece:
        piece = _QUOTED_SHEET.sub(r"\1!", piece)
    if "'" not in piece:
        piece = piece.replace(" ", "")
    return piece.replace("TRUE()", "TRUE").replace("FALSE()", "FALSE")


def make_manifest(blueprint: Blueprint, *, leave_out: frozenset[str]) -> Manifest:
    """Return the manifest of a Blueprint without the sheets to leave out."""
    sheets = tuple(_sheet(sheet) for sheet in blueprint.sheets if sheet.name not in leave_out)
    names = {name: ref.absolute for name, ref in blueprint.names.items()}
    return Manifest(sheets, names, blueprint.structure_locked)


def parse_manifest(text: str) -> Manifest:
    """Read a manifest; ValueError if the text is not one."""
    try:
        tree = json.loads(text)
        present = tree["skema"] == SKEMA
        read = _read_sheet if present else _read_first_form
        sheets = tuple(read(sheet) for sheet in tree["sheets"])
        names = names_of(tree["names"]) if present else dict(tree["names"])
        return Manifest(sheets, names, bool(tree["structure"]), text)
    except (KeyError, TypeError, IndexError, AttributeError) as error:
        message = "not a manifest"
        raise ValueError(message) from error


def _sheet(sheet: BlueprintSheet) -> SheetManifest:
    locked = [cell for cell in sheet.cells if cell.access is Access.LOCKED]
    return SheetManifest(
        name=sheet.name,
        hidden=sheet.hidden,
        protected=sheet.protected,
        locked={
            cell.a1: mark_of(cell.content, cell.formula)
            for cell in locked
            if cell.formula is not None or cell.content not in {None, ""}
        },
        entries={
            cell.a1: EntryMark(validation_facts(cell), cell.number_format)
            for cell in sheet.cells
            if cell.access is Access.ENTRY
        },
        merged=sheet.merges,
        families=families_in(
            (cell.row, cell.column, cell.formula) for cell in locked if cell.formula is not None
        ),
    )


def validation_facts(cell: BlueprintCell) -> ValidationFacts | None:
    """Return a cell's validation by meaning, as a reader sees it in a file."""
    rule = cell.validation
    if rule is None:
        return None
    operator = rule.operator if rule.kind in _COMPARING else "between"
    second = rule.formula2 if rule.kind in _COMPARING and operator == "between" else None
    return ValidationFacts(rule.kind, operator, rule.formula1, second)


def _sheet_tree(sheet: SheetManifest) -> dict[str, Any]:
    rules: dict[EntryMark, int] = {}
    numbers = {
        address: rules.setdefault(mark, len(rules)) for address, mark in sheet.entries.items()
    }
    return {
        "name": sheet.name,
        "hidden": sheet.hidden,
        "protected": sheet.protected,
        "families": written(sheet.families),
        "locked": runs_of(apart(sheet.locked, _marks_of(sheet.families))),
        "rules": [
            [list(mark.validation) if mark.validation else None, mark.number_format]
            for mark in rules
        ],
        "entries": runs_of({address: [number] for address, number in numbers.items()}),
        "merged": list(sheet.merged),
    }


def _read_sheet(tree: dict[str, Any]) -> SheetManifest:
    marks, families = _entry_marks(tree["rules"]), tuple(read(tree["families"]))
    return _sheet_manifest(
        tree,
        locked=_marks_of(families) | cells_of(tree["locked"], MARK),
        entries={address: marks[rule[0]] for address, rule in cells_of(tree["entries"], 1).items()},
        families=families,
    )


def _marks_of(families: Iterable[Family]) -> dict[str, str]:
    marks: dict[str, str] = {}
    for family in families:
        text = "=" + same_formula(family.formula)
        marks |= {
            f"{family.column}{row}": _hashed(text.replace(OWN_ROW, str(row))) for row in family.rows
        }
    return marks


def _read_first_form(tree: dict[str, Any]) -> SheetManifest:
    """Read the form of layouts 1 and 2: a text and a longer hash for each address."""
    marks = _entry_marks(tree["rules"])
    return _sheet_manifest(
        tree,
        locked={address: mark[:MARK] for address, mark in tree["locked"].items()},
        entries={address: marks[rule] for address, rule in tree["entries"].items()},
    )


def _entry_marks(rules: list[Any]) -> list[EntryMark]:
    return [EntryMark(ValidationFacts(*rule[0]) if rule[0] else None, rule[1]) for rule in rules]


def _sheet_manifest(
    tree: dict[str, Any],
    *,
    locked: dict[str, str],
    entries: dict[str, EntryMark],
    families: tuple[Family, ...] = (),
) -> SheetManifest:
    return SheetManifest(
        name=tree["name"],
        hidden=tree["hidden"],
        protected=tree["protected"],
        locked=locked,
        entries=entries,
        merged=tuple(tree["merged"]),
        families=families,
    )
