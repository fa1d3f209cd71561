"""The JSON Schema names what the loader reads, no more and no less."""

import json
from typing import Any

import pytest

from iku.definition.model import CapaianKhusus, Definition, Indikator, Komponen, Unit
from iku.definition.schema import definition_schema


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    return definition_schema()


def test_it_is_json_and_says_which_dialect(schema: dict[str, Any]) -> None:
    assert json.loads(json.dumps(schema)) == schema
    assert schema["$schema"].endswith("2020-12/schema")


def test_it_knows_every_key_and_refuses_others(schema: dict[str, Any]) -> None:
    assert set(schema["properties"]) == set(Definition.model_fields)
    assert schema["additionalProperties"] is False
    for model in (Komponen, Unit):
        assert set(schema["$defs"][model.__name__]["properties"]) == set(model.model_fields)


def test_an_indicator_may_carry_settings_of_capaian_flat(schema: dict[str, Any]) -> None:
    known = set(schema["$defs"]["Indikator"]["properties"])
    assert known == set(Indikator.model_fields) | set(CapaianKhusus.model_fields)


def test_only_what_the_loader_demands_is_required(schema: dict[str, Any]) -> None:
    demanded = {key for key, field in Definition.model_fields.items() if field.is_required()}
    assert set(schema["required"]) == demanded


@pytest.mark.parametrize(
    ("part", "key", "choice"),
    [
        ("Komponen", "wajib", {"enum": ["ya", "tidak", True, False]}),
        ("PengaturanCapaian", "batas_rata_rata", {"const": "tidak"}),
        ("PengaturanCapaian", "skala", {"enum": ["akip", "mutu_skm", "permendagri_86_2017"]}),
        ("Unit", "nama", {"type": ["string", "number", "boolean"]}),
        ("Indikator", "keterangan", {"type": "null"}),
    ],
)
def test_values_are_described_as_people_write_them(
    schema: dict[str, Any], part: str, key: str, choice: dict[str, Any]
) -> None:
    assert json.dumps(choice)[1:-1] in json.dumps(schema["$defs"][part]["properties"][key])


def test_an_unquoted_schema_version_is_accepted(schema: dict[str, Any]) -> None:
    assert schema["properties"]["skema"]["anyOf"][0]["enum"] == ["1", 1]


def test_no_part_repeats_its_key_as_a_title(schema: dict[str, Any]) -> None:
    assert titles(schema["$defs"]) == []


def titles(part: Any) -> list[str]:
    """Titles of properties, wherever they stand."""
    if isinstance(part, list):
        return [one for each in part for one in titles(each)]
    if not isinstance(part, dict):
        return []
    own = [
        key
        for key, one in part.get("properties", {}).items()
        if isinstance(one, dict) and "title" in one
    ]
    return own + [one for each in part.values() for one in titles(each)]
