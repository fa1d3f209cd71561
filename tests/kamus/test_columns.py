"""Every key of a definition has its column in Kamus IKU: else it would be lost on the way there."""

from collections.abc import Iterator
from typing import Any, get_args, get_origin

import pytest
from pydantic import BaseModel

from iku.definition.model import (
    Baseline,
    CatatanSumber,
    DataBersama,
    Definition,
    Indikator,
    Komponen,
    PenandaTangan,
    PerjanjianKinerja,
    Sasaran,
    Unit,
    Wilayah,
)
from iku.definition.program import Program
from iku.definition.scales import Skala
from iku.kamus.tables import UMUM, table, table_names, umum_fields

PARTS: dict[str, type[BaseModel]] = {
    UMUM: Definition,
    "Sasaran": Sasaran,
    "Indikator": Indikator,
    "Komponen": Komponen,
    "Data Bersama": DataBersama,
    "Unit": Unit,
    "Wilayah": Wilayah,
    "Penanda Tangan": PenandaTangan,
    "Kondisi Awal": Baseline,
    "PK": PerjanjianKinerja,
    "Skala": Skala,
    "Catatan Sumber": CatatanSumber,
    "Program": Program,
}
OF_OTHER_PARTS = {"Target", "Pagu"}  # a row for each of what a dictionary of another part holds
OWN_SHEET = {(Unit, "penanda_tangan"), (Unit, "pagu")}


def keys(part: type[BaseModel]) -> Iterator[str]:
    """The keys of a part that hold one value or a list of words, however deep they stand."""
    for key, field in part.model_fields.items():
        inside = list(_parts(field.annotation))
        if (part, key) in OWN_SHEET or (inside and _is_many(field.annotation)):
            continue
        yield from (f"{key}.{deeper}" for one in inside for deeper in keys(one))
        if not inside:
            yield key


def _parts(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _parts(argument)


def _is_many(annotation: Any) -> bool:
    return get_origin(annotation) in {tuple, dict} or any(map(_is_many, get_args(annotation)))


def has_column(key: str, columns: set[str]) -> bool:
    """Whether a column holds the key, all that it stands in, or one of what stands in it."""
    return any(f"{key}.".startswith(f"{one}.") or one.startswith(f"{key}.") for one in columns)


@pytest.mark.parametrize("sheet", PARTS)
def test_every_key_of_a_part_has_a_column_on_its_sheet(sheet: str) -> None:
    columns = {one.key for one in (umum_fields() if sheet == UMUM else table(sheet).columns)}

    wanted = list(keys(PARTS[sheet]))

    assert wanted
    assert [key for key in wanted if not has_column(key, columns)] == []


def test_every_sheet_of_the_kamus_is_asked() -> None:
    assert {UMUM, *table_names()} == PARTS.keys() | OF_OTHER_PARTS
