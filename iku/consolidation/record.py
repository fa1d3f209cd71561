"""A candidate as text and back: to travel between processes and to be kept in the history."""

import json
from dataclasses import replace
from functools import lru_cache
from typing import Any, NamedTuple

from iku.address import CellRef, split_a1
from iku.cells import ErrorValue, Value
from iku.consolidation.candidate import Candidate
from iku.consolidation.returned import Returned
from iku.definition.canonical import definition_text
from iku.finding import Finding, Severity
from iku.messages import Language, explain
from iku.report import Report
from iku.terbitan import parse_terbitan

SKEMA = 2
"""Rises whenever a record of before can no longer be read, or would be read as something else."""

_ERROR = "galat"
_OPENING = '{"definisi":'


class Record(NamedTuple):
    """Everything that was read from one file, as compact JSON.

    ``definition`` is the definition that the file carries, apart because many files carry the same
    one; empty where the file could not be read.
    """

    definition: str
    content: str


def as_record(candidate: Candidate) -> Record:
    """Return everything a candidate holds as text."""
    one, definition = candidate.returned, ""
    tree: dict[str, Any] = {
        "path": candidate.path,
        "sha256": candidate.sha256,
        "modified": candidate.modified,
        "manifest": candidate.manifest,
        "signature": candidate.signature,
        "findings": [finding.as_json() for finding in candidate.findings],
    }
    if one is not None:
        definition = definition_text(one.report.terbitan.definisi)
        tree |= {
            "terbitan": one.report.terbitan.canonical[len(_OPENING) + len(definition) :],
            "entries": {name: _plain(value) for name, value in one.report.entries.items()},
            "places": _compact({name: str(ref) for name, ref in one.places.items()}),
        }
    return Record(definition, _compact(tree))


def from_record(record: Record, path: str | None = None, language: Language = "id") -> Candidate:
    """Read a candidate back, as it lies at ``path`` now; its findings then name that file.

    ValueError or KeyError if the text is no record of this schema.
    """
    tree = json.loads(record.content)
    one = None
    if record.definition:
        entries = {name: _value(value) for name, value in tree["entries"].items()}
        terbitan = parse_terbitan(_OPENING + record.definition + tree["terbitan"])
        one = Returned(Report(terbitan, entries), _places(tree["places"]))
    findings = tuple(_finding(one) for one in tree["findings"])
    if path is not None and path != tree["path"]:
        findings = tuple(_moved(one, tree["path"], path, language) for one in findings)
    return Candidate(
        path=tree["path"] if path is None else path,
        sha256=tree["sha256"],
        modified=tree["modified"],
        returned=one,
        findings=findings,
        manifest=tree["manifest"],
        signature=tree.get("signature", ""),  # an older program kept none
    )


def _compact(tree: dict[str, Any]) -> str:
    return json.dumps(tree, ensure_ascii=False, separators=(",", ":"))


def _plain(value: Value) -> Any:  # noqa: ANN401  whatever JSON can say
    return {_ERROR: value.code} if isinstance(value, ErrorValue) else value


def _value(stored: Any) -> Value:  # noqa: ANN401  whatever JSON can say
    if isinstance(stored, dict):
        return ErrorValue(stored[_ERROR])
    value: Value = stored
    return value


@lru_cache(maxsize=256)
def _places(text: str) -> dict[str, CellRef]:
    """Return where entries were read; files in which nothing moved share one mapping."""
    return {name: _place(address) for name, address in json.loads(text).items()}


def _place(address: str) -> CellRef:
    sheet, _, cell = address.rpartition("!")
    return CellRef(sheet, *split_a1(cell))


def _finding(tree: dict[str, Any]) -> Finding:
    facts = dict(tree, cells=tuple(tree["cells"]))
    facts["severity"] = Severity(tree["severity"]) if tree["severity"] else None
    return Finding(**facts)


def _moved(finding: Finding, before: str, now: str, language: Language) -> Finding:
    """Return a finding of the same file under another name; its sentence may name the file."""
    if finding.path != before:
        return finding
    return explain(replace(finding, path=now, message="", fix=""), language)
