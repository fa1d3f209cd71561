"""Definition files → Definition, or every fault at once with its path and line."""

from pathlib import Path
from typing import Any

from pydantic import ValidationError

from iku.definition import limits
from iku.definition.mend import mended
from iku.definition.model import Definition
from iku.definition.rules import rule_faults
from iku.definition.yaml_source import Source, SourceError, read_yaml
from iku.finding import Finding


class DefinitionError(ValueError):
    """A definition that cannot be used; ``findings`` holds every fault."""

    def __init__(self, findings: list[Finding]) -> None:
        """Keep the findings; the doors print them."""
        super().__init__(f"{len(findings)} kesalahan dalam definisi")
        self.findings = findings


def load_definition(path: Path) -> Definition:
    """Read a definition file; raise DefinitionError with all faults (codes ``DEF-0nn``)."""
    if path.exists() and not path.is_file():  # a pipe would keep us waiting, a folder holds no text
        raise DefinitionError([Finding("BRK-011", path=str(path))])
    try:
        with path.open(encoding="utf-8-sig") as stream:  # no more than it takes to see the limit
            text = stream.read(limits.FILE_BYTES + 1)
    except FileNotFoundError as error:
        raise DefinitionError([Finding("BRK-001", path=str(path))]) from error
    except UnicodeDecodeError as error:
        raise DefinitionError([_fault("DEF-001", str(path), 1, alasan="bukan teks")]) from error
    except OSError as error:
        raise DefinitionError([Finding("BRK-011", path=str(path))]) from error
    return parse_definition(text, str(path))


def parse_definition(text: str, path: str = "") -> Definition:
    """Read a definition from YAML text; raise DefinitionError with all faults."""
    try:
        source = read_yaml(text)
    except SourceError as error:
        fault = _fault("DEF-001", path, error.line, alasan=error.reason)
        raise DefinitionError([fault]) from error
    return from_source(source, path)


def from_source(source: Source, path: str) -> Definition:
    """Validate a read tree against the model and the rules between its fields."""
    faults = [_placed("DEF-005", path, source, where) for where in source.duplicates]
    tree = _without_empty(source.tree)
    try:
        definition: Definition | None = Definition.model_validate(tree)
    except ValidationError as error:
        details = _deepest(error.errors())
        faults += [_model_fault(detail, source, path) for detail in details]
        wrong = [_where(detail) for detail in details]
        definition = mended(tree, wrong)
        aside = set(wrong)
    else:
        aside = set()
    if definition is not None:
        faults += [
            _placed("DEF-006", path, source, where, alasan=reason)
            for where, reason in rule_faults(definition)
            if where not in aside
        ]
    if faults or definition is None:
        raise DefinitionError(sorted(faults, key=lambda fault: fault.line or 0))
    return definition


def _deepest(details: list[Any]) -> list[Any]:
    """Leave out what only follows from a fault inside: a part that failed, an alternative tried."""
    above: set[tuple[Any, ...]] = set()  # every place that something deeper was said of, or itself
    kept = []
    for detail in sorted(details, key=lambda one: -len(one["loc"])):
        where = tuple(part for part in detail["loc"] if _is_key(part))
        if where not in above:
            kept.append(detail)
        above.update(where[:n] for n in range(len(where) + 1))
    return kept


def spoken(where: tuple[str | int, ...]) -> str:
    """Return a path as people read it.

    >>> spoken(("sasaran", 0, "indikator", 2, "satuan"))
    'sasaran[0].indikator[2].satuan'
    """
    text = ""
    for part in where:
        text += f"[{part}]" if isinstance(part, int) else f".{part}"
    return text.lstrip(".")


def _without_empty(tree: Any) -> Any:  # noqa: ANN401  tree of text
    """Leave out keys without a value, so that ``target:`` alone means: no target given."""
    if isinstance(tree, dict):
        return {key: _without_empty(value) for key, value in tree.items() if value is not None}
    if isinstance(tree, list):
        return [_without_empty(value) if value is not None else "" for value in tree]
    return tree


def _where(detail: Any) -> tuple[str | int, ...]:  # noqa: ANN401  ErrorDetails
    return tuple(part for part in detail["loc"] if _is_key(part))


def _model_fault(detail: Any, source: Source, path: str) -> Finding:  # noqa: ANN401  ErrorDetails
    where = _where(detail)
    match detail["type"]:
        case "missing":
            return _placed("DEF-003", path, source, where)
        case "extra_forbidden":
            return _placed("DEF-002", path, source, where)
        case "literal_error":
            choices = detail.get("ctx", {}).get("expected", "")
            reason = f"'{detail['input']}' tidak dikenal; pilihan: {choices.replace(' or ', ', ')}"
        case "value_error":
            reason = str(detail["ctx"]["error"])
        case "too_long":
            reason = f"terlalu banyak; paling banyak {detail['ctx']['max_length']}"
        case kind:
            reason = _SHAPES.get(kind, f"isinya tidak sesuai ({kind})")
    return _placed("DEF-004", path, source, where, alasan=reason)


_SHAPES = {
    "model_type": "harus berupa daftar 'kunci: nilai'",
    "dict_type": "harus berupa daftar 'kunci: nilai'",
    "tuple_type": "harus berupa daftar dengan tanda '-'",
    "string_type": "harus berupa teks",
    "too_short": "isinya belum ada",
}


def _is_key(part: object) -> bool:
    """Drop the names of union members and validators that pydantic puts into a location."""
    if not isinstance(part, str):
        return True
    return "[" not in part and part != "PolaritasRentang"


def _fault(code: str, path: str, line: int, **facts: str) -> Finding:
    return Finding(code, facts=dict(facts), path=path, line=line)


def _placed(
    code: str, path: str, source: Source, where: tuple[str | int, ...], **facts: str
) -> Finding:
    """Return a finding about a path of the tree, at the place where that path was read."""
    finding = Finding(code, facts={"kunci": spoken(where), **facts}, path=path)
    return source.placed(finding, where)
