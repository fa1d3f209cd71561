"""The sheets of the Kamus, read from `sheets.yaml`: every word of a column stands there once."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

from iku.kamus.column import Column, Table

UMUM: Final = "Umum"
SPARE_ROWS: Final = 6  # free rows of each field of Umum that has one row for each of its texts
PERIODE_HINT: Final = (
    "Angka (61.70), predikat (B), atau keduanya: B (61.70). Titik desimal, tanpa pemisah ribuan."
)
PERIODE_HEAD_HINT: Final = (
    "Judul kolom target lain: tahun (contoh 2030) atau TW1, TW2, TW3, TW4, TAHUN."
)


@cache
def table(name: str) -> Table:
    """Return the table on the sheet of that name; KeyError where there is none."""
    described = _sheets()[name]
    return Table(
        name,
        described["title"],
        described["lead"],
        tuple(_columns(described)),
        spare=int(described["spare"]),
        frozen=int(described["frozen"]),
        on_request="on_request" in described,
    )


@cache
def table_names() -> tuple[str, ...]:
    """Return the sheets with tables, in the order in which they stand."""
    return tuple(name for name in _sheets() if name != UMUM)


@cache
def umum_fields() -> tuple[Column, ...]:
    """Return the fields of the sheet Umum, in the order in which they stand."""
    return tuple(_columns(_sheets()[UMUM]))


@cache
def _sheets() -> dict[str, Any]:
    text = Path(__file__).with_name("sheets.yaml").read_text(encoding="utf-8")
    sheets: dict[str, Any] = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506  our own file
    return sheets


def _columns(described: dict[str, Any]) -> Iterator[Column]:
    for group in described.get("groups", [described]):
        for column in group["columns"]:
            yield _column(column, group.get("group", ""))


def _column(described: dict[str, Any], group: str) -> Column:
    facts = dict(described, group=group)
    facts["width"] = float(facts.get("width", 14))
    facts["choices"] = tuple(facts.get("choices", ()))
    facts["points_at"] = tuple(facts["points_at"]) if "points_at" in facts else None
    facts["explicit"], facts["optional"] = "explicit" in facts, "optional" in facts
    return Column(**facts)
