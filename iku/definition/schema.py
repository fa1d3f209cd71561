"""JSON Schema of a definition file, so that any editor can complete and check one."""

from collections.abc import Callable
from typing import Any, Final, TypeAlias

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from iku.definition.model import CapaianKhusus, Definition
from iku.resources import template_path

Schema: TypeAlias = dict[str, Any]

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_NUMBER: Schema = {
    "anyOf": [{"type": "number"}, {"type": "string", "pattern": r"^[+-]?[0-9]+(\.[0-9]+)?$"}]
}
_WHOLE: Schema = {"anyOf": [{"type": "integer"}, {"type": "string", "pattern": r"^[+-]?[0-9]+$"}]}
_YES: Schema = {"enum": ["ya", "tidak", True, False]}
_EMPTY: Schema = {"type": "null"}
# Unquoted codes such as 15.71 are numbers to an editor; we read every scalar as text.
_TEXT: Schema = {"type": ["string", "number", "boolean"]}


def definition_schema() -> Schema:
    """Return the JSON Schema (draft 2020-12) that a definition file follows.

    It admits what the loader reads: scalars with or without quotation marks, ``ya``/``tidak``,
    empty optional keys, and the short forms (a bare number as target or baseline, the name of a
    scale). Rules between fields are the loader's own.
    """
    schema = Definition.model_json_schema(mode="validation", schema_generator=_AsWritten)
    parts = schema["$defs"]
    capaian = parts[CapaianKhusus.__name__]["properties"]
    parts["Indikator"]["properties"] |= capaian
    for part in (schema, *parts.values()):
        _allow_empty(part)
    return {"$schema": DIALECT, **schema, "title": "Definisi IKU"}


class _AsWritten(GenerateJsonSchema):
    """Describes values as people write them in YAML, not as they are after parsing."""

    def decimal_schema(self, schema: core_schema.DecimalSchema) -> JsonSchemaValue:  # noqa: ARG002
        return dict(_NUMBER)

    def int_schema(self, schema: core_schema.IntSchema) -> JsonSchemaValue:  # noqa: ARG002
        return dict(_WHOLE)

    def bool_schema(self, schema: core_schema.BoolSchema) -> JsonSchemaValue:  # noqa: ARG002
        return dict(_YES)

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:  # noqa: ARG002
        return dict(_TEXT)

    def literal_schema(self, schema: core_schema.LiteralSchema) -> JsonSchemaValue:
        """Let a literal such as "1" stand without quotation marks."""
        words = schema["expected"]
        return {"enum": [*words, *(int(word) for word in words if str(word).isdigit())]}

    def field_title_should_be_set(self, schema: object) -> bool:  # noqa: ARG002
        """Leave titles out: they would only repeat the keys."""
        return False

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Leave defaults out: they are Python values, and the reference tells them."""
        return self.generate_inner(schema["schema"])

    def function_before_schema(
        self, schema: core_schema.BeforeValidatorFunctionSchema
    ) -> JsonSchemaValue:
        """Add the short form that a validator turns into the full one."""
        full = self.generate_inner(schema["schema"])
        short = _SHORT_FORMS.get(getattr(schema["function"]["function"], "__name__", ""))
        return {"anyOf": [full, short()]} if short else full


def _scale_names() -> Schema:
    return {"enum": sorted(path.stem for path in template_path("skala").glob("*.yaml"))}


_SHORT_FORMS: dict[str, Callable[[], Schema]] = {
    "_grade": lambda: dict(_TEXT),
    "_baseline": lambda: dict(_NUMBER),
    "_limit": lambda: {"const": "tidak"},
    "_resolve": _scale_names,
}


def _allow_empty(part: Schema) -> None:
    """Let an optional key stand without a value, as the loader does."""
    required = set(part.get("required", ()))
    for key, value in part.get("properties", {}).items():
        choices = value.get("anyOf", [value])
        if key not in required and _EMPTY not in choices:
            part["properties"][key] = {"anyOf": [*choices, _EMPTY]}
