"""What a column of Kamus IKU offers is what the definition takes: no word less, no word more."""

from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

import pytest
from pydantic import BaseModel

from iku.definition.model import (
    DataBersama,
    Definition,
    Fitur,
    Indikator,
    Komponen,
    PerjanjianKinerja,
    Wilayah,
)
from iku.kamus.column import Column
from iku.kamus.tables import UMUM, table, table_names, umum_fields

PARTS: dict[str, type[BaseModel]] = {
    UMUM: Definition,
    "Indikator": Indikator,
    "Komponen": Komponen,
    "Data Bersama": DataBersama,
    "Wilayah": Wilayah,
    "PK": PerjanjianKinerja,
}
RANGE = {"rentang"}  # its two bounds have columns of their own
YES_NO = ("ya", "tidak")


def offering() -> Iterator[tuple[str, Column]]:
    for name in (UMUM, *table_names()):
        columns = umum_fields() if name == UMUM else table(name).columns
        yield from ((name, one) for one in columns if one.choices and one.choices != YES_NO)


def words(annotation: Any) -> set[str]:
    """Every word that an annotation spells out, however deep it stands."""
    if get_origin(annotation) is Literal:
        return set(get_args(annotation))
    return set().union(*map(words, get_args(annotation)))


def taken(part: type[BaseModel], key: str) -> set[str]:
    """The words that the model takes at a path such as ``nilai.jenis``."""
    first, _, rest = key.partition(".")
    annotation = part.model_fields[first].annotation
    if not rest:
        return words(annotation)
    assert isinstance(annotation, type)
    return taken(annotation, rest)


def _named(one: str | Column) -> str:
    return one if isinstance(one, str) else one.key


@pytest.mark.parametrize(("sheet", "column"), [*offering()], ids=_named)
def test_the_choices_of_a_column_are_those_of_the_model(sheet: str, column: Column) -> None:
    assert set(column.choices) - RANGE == taken(PARTS[sheet], column.key)


def test_the_optional_parts_are_all_named_beside_their_cell() -> None:
    [fitur] = [one for one in umum_fields() if one.key == "pengaturan.fitur"]
    # Money is offered where there are programmes (`iku.kamus.blueprint`), and else out of sight.
    assert [word for word in get_args(Fitur) if word not in fitur.hint] == ["anggaran"]


def test_each_way_to_a_value_is_explained_beside_its_cell() -> None:
    [jenis] = [one for one in table("Indikator").columns if one.key == "nilai.jenis"]
    assert [word for word in jenis.choices if f"{word}: " not in jenis.hint] == []
    assert len(jenis.hint) <= 255  # all that Excel shows
