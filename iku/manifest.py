"""Manifest: what a workbook was when it was issued, cell by cell, small enough to travel in it."""

import base64
import hashlib
import json
import re
from dataclasses import dataclass
from typing import Any, Final

from iku.blueprint import Access, Blueprint, BlueprintCell, BlueprintSheet
from iku.cells import ValidationFacts, Value

SKEMA: Final = 1
_QUOTED_SHEET = re.compile(r"'([A-Za-z_][A-Za-z0-9_]*)'!")
_COMPARING = {"decimal", "whole", "textLength", "date", "time"}


@dataclass(frozen=True, slots=True)
class EntryMark:
    """What an entry cell was: its validation and its number format (it is unlocked)."""

    validation: ValidationFacts | None
    number_format: str


@dataclass(frozen=True, slots=True)
class SheetManifest:
    """What a sheet was: locked cells as hashes, entries as marks, and what surrounds them."""

    name: str
    hidden: bool
    protected: bool
    locked: dict[str, str]
    entries: dict[str, EntryMark]
    merged: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Manifest:
    """A whole workbook as issued; ``_iku`` itself is left out."""

    sheets: tuple[SheetManifest, ...]
    names: dict[str, str]
    structure_locked: bool

    def canonical(self) -> str:
        """Return the text that travels in the workbook."""
        tree = {
            "skema": SKEMA,
            "sheets": [_sheet_tree(sheet) for sheet in self.sheets],
            "names": self.names,
            "structure": self.structure_locked,
        }
        return json.dumps(tree, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def mark_of(content: Value | int, formula: str | None) -> str:
    """Return the hash of a locked cell: 64 bits over its formula, or over its constant.

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
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()[:8]
    return base64.urlsafe_b64encode(digest).decode("ascii").rstrip("=")


def same_formula(formula: str) -> str:
    """Return a formula without what producers spell differently: needless quotes and spaces.

    >>> same_formula("IF('_iku'!$B$5 = 1,TRUE(),2)")
    'IF(_iku!$B$5=1,TRUE,2)'
    """
    parts = formula.split('"')
    for n in range(0, len(parts), 2):
        plain = _QUOTED_SHEET.sub(r"\1!", parts[n])
        if "'" not in plain:
            plain = plain.replace(" ", "")
        parts[n] = plain.replace("TRUE()", "TRUE").replace("FALSE()", "FALSE")
    return '"'.join(parts)


def make_manifest(blueprint: Blueprint, *, leave_out: frozenset[str]) -> Manifest:
    """Return the manifest of a Blueprint without the sheets to leave out."""
    sheets = tuple(_sheet(sheet) for sheet in blueprint.sheets if sheet.name not in leave_out)
    names = {name: ref.absolute for name, ref in blueprint.names.items()}
    return Manifest(sheets, names, blueprint.structure_locked)


def parse_manifest(text: str) -> Manifest:
    """Read a manifest; ValueError if the text is not one."""
    try:
        tree = json.loads(text)
        sheets = tuple(_read_sheet(sheet) for sheet in tree["sheets"])
        return Manifest(sheets, dict(tree["names"]), bool(tree["structure"]))
    except (KeyError, TypeError, IndexError, AttributeError) as error:
        message = "not a manifest"
        raise ValueError(message) from error


def _sheet(sheet: BlueprintSheet) -> SheetManifest:
    return SheetManifest(
        name=sheet.name,
        hidden=sheet.hidden,
        protected=sheet.protected,
        locked={
            cell.a1: mark_of(cell.content, cell.formula)
            for cell in sheet.cells
            if cell.access is Access.LOCKED
            and not (cell.content in {None, ""} and cell.formula is None)
        },
        entries={
            cell.a1: EntryMark(validation_facts(cell), cell.number_format)
            for cell in sheet.cells
            if cell.access is Access.ENTRY
        },
        merged=sheet.merges,
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
    rules: list[list[Any]] = []
    entries = {}
    for address, mark in sheet.entries.items():
        rule = [list(mark.validation) if mark.validation else None, mark.number_format]
        if rule not in rules:
            rules.append(rule)
        entries[address] = rules.index(rule)
    return {
        "name": sheet.name,
        "hidden": sheet.hidden,
        "protected": sheet.protected,
        "locked": sheet.locked,
        "rules": rules,
        "entries": entries,
        "merged": list(sheet.merged),
    }


def _read_sheet(tree: dict[str, Any]) -> SheetManifest:
    marks = [
        EntryMark(ValidationFacts(*rule[0]) if rule[0] else None, rule[1]) for rule in tree["rules"]
    ]
    return SheetManifest(
        name=tree["name"],
        hidden=tree["hidden"],
        protected=tree["protected"],
        locked=dict(tree["locked"]),
        entries={address: marks[index] for address, index in tree["entries"].items()},
        merged=tuple(tree["merged"]),
    )
