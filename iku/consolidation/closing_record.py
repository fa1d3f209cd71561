"""A closing as text and back: to be kept in the history."""

import json
from dataclasses import astuple, replace
from typing import Any

from iku.cells import ErrorValue, Value
from iku.consolidation.decisions import ClosedEntry, ClosedFigure, ClosedUnit, Closing, OpenNotes

SKEMA = 1
"""Rises whenever a stored closing of before would be read as something else."""

_ERROR = "galat"
_OWN = ',"sebelumnya":{'
"""Where, in the text of an issue record, the part begins that units do not have in common."""


def closing_text(closing: Closing) -> str:
    """Return a closing as text; the definition that many units have in common stands there once."""
    common: dict[str, int] = {}
    opened = closing.open_notes
    tree: dict[str, Any] = {
        "skema": SKEMA,
        "kepala": astuple(replace(closing, units=(), figures=(), open_notes=None)),
        "unit": [_unit(one, common) for one in closing.units],
        "angka": [astuple(one) for one in closing.figures],
        "terbuka": None if opened is None else [astuple(one) for one in opened],
    }
    tree["bersama"] = list(common)
    return json.dumps(tree, ensure_ascii=False, separators=(",", ":"))


def _unit(one: ClosedUnit, common: dict[str, int]) -> list[Any]:
    shared, found, own = one.terbitan.partition(_OWN)
    place = common.setdefault(shared, len(common))
    entries = [
        (e.name, _plain(e.value), _plain(e.typed), e.place, e.path, e.sha256) for e in one.entries
    ]
    return [
        one.kode,
        one.nama,
        one.path,
        one.sha256,
        place,
        f"{found}{own}",
        entries,
        one.reach,
        *([one.absent] if one.absent else []),
    ]


def _plain(value: Value) -> Any:  # noqa: ANN401  whatever JSON can say
    return {_ERROR: value.code} if isinstance(value, ErrorValue) else value


def parse_closing(text: str) -> Closing:
    """Read a closing back; ValueError or KeyError if the text is none of this schema."""
    tree = json.loads(text)
    if tree["skema"] != SKEMA:
        message = "penutupan ini disimpan oleh versi iku yang lain"
        raise ValueError(message)
    template, tahun, period, when, by, reason, *_ = tree["kepala"]
    units = tuple(_closed_unit(one, tree["bersama"]) for one in tree["unit"])
    figures = tuple(ClosedFigure(*one) for one in tree["angka"])
    head = template, tahun, period, when, by, reason
    return Closing(*head, units, figures, _open_notes(tree.get("terbuka")))


def _open_notes(stored: list[Any] | None) -> tuple[OpenNotes, ...] | None:
    if stored is None:
        return None
    return tuple(
        OpenNotes(kode, nama, errors, warnings, tuple(codes))
        for kode, nama, errors, warnings, codes in stored
    )


def _closed_unit(stored: list[Any], common: list[str]) -> ClosedUnit:
    kode, nama, path, sha256, shared, own, entries, reach, *absent = stored
    held = tuple(
        ClosedEntry(name, _value(value), _value(typed), *rest)
        for name, value, typed, *rest in entries
    )
    return ClosedUnit(kode, nama, path, sha256, f"{common[shared]}{own}", held, reach, *absent)


def _value(stored: Any) -> Value:  # noqa: ANN401  whatever JSON can say
    if isinstance(stored, dict):
        return ErrorValue(stored[_ERROR])
    value: Value = stored
    return value
