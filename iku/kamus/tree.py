"""Definition → plain tree of text, as a definition file says it."""

from decimal import Decimal
from typing import Any

from pydantic import BaseModel, ValidationError

from iku.definition.model import CapaianKhusus, Definition, Indikator, NilaiTarget
from iku.definition.scales import Skala, named_scale
from iku.resources import template_path


def short_tree(definition: Definition) -> dict[str, Any]:
    """Return what has to be written so that it loads to an equal definition.

    Keys stand in the order of the model; what a blank means anyway is left out.
    """
    tree = _part(definition, definition.model_dump(mode="json"), short=True)
    return {"skema": definition.skema, **tree}


def full_tree(definition: Definition) -> dict[str, Any]:
    """Return everything that holds in a definition, defaults included."""
    return _part(definition, definition.model_dump(mode="json"), short=False)


def shipped_name(scale: Skala) -> str | None:
    """Return the name of a scale that ships with the product, None for a regency's own."""
    paths = sorted(template_path("skala").glob("*.yaml"))
    return next((path.stem for path in paths if named_scale(path.stem) == scale), None)


def _part(part: BaseModel, dumped: dict[str, Any], *, short: bool) -> dict[str, Any]:
    tree = {}
    for name, text in dumped.items():
        value = getattr(part, name)
        if text is None or (short and _holds_anyway(part, name, value)):
            continue
        below = _value(value, text, short=short)
        if not (short and below == {} and _default(part, name) is not None):
            tree[name] = below
    if short and isinstance(part, Indikator):
        return _without_supplied(part, tree)
    return tree


def _value(value: Any, text: Any, *, short: bool) -> Any:  # noqa: ANN401  parts of a tree
    if isinstance(value, Skala) and (name := shipped_name(value)):
        return name
    if isinstance(value, NilaiTarget):
        tree = _part(value, text, short=short)
        return tree["nilai"] if short and set(tree) == {"nilai"} else tree
    if isinstance(value, BaseModel):
        return _part(value, text, short=short)
    if isinstance(value, tuple):
        return [_value(one, below, short=short) for one, below in zip(value, text, strict=True)]
    if isinstance(value, dict):
        return {key: _value(one, text[key], short=short) for key, one in value.items()}
    return text


def _default(part: BaseModel, name: str) -> Any:  # noqa: ANN401  as the model has it
    field = type(part).model_fields[name]
    return None if field.is_required() else field.get_default(call_default_factory=True)


def _holds_anyway(part: BaseModel, name: str, value: Any) -> bool:  # noqa: ANN401  any field
    """Whether a value is the default, to the digit: 120.00 is written where 120 would not be.

    What an indicator sets for itself holds against the settings of all, so it is always written;
    parts with fields of their own are looked into instead.
    """
    if isinstance(part, CapaianKhusus) or type(part).model_fields[name].is_required():
        return False
    if isinstance(value, BaseModel) and not isinstance(value, Skala):
        return False
    default = _default(part, name)
    exact = not isinstance(value, Decimal) or str(value) == str(default)
    return exact and bool(value == default)


def _without_supplied(indikator: Indikator, tree: dict[str, Any]) -> dict[str, Any]:
    """Leave out the components and the rumus that the loader supplies to every SKM."""
    if indikator.nilai.jenis != "skm":
        return tree
    nilai = {key: text for key, text in tree["nilai"].items() if key != "rumus"}
    bare = {key: below for key, below in tree.items() if key != "komponen"} | {"nilai": nilai}
    try:
        same = Indikator.model_validate(bare) == indikator
    except ValidationError:
        return tree
    return bare if same else tree
