"""YAML text → plain tree of text, with the line on which every part stands."""

from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

import yaml

from iku.definition import limits
from iku.finding import Finding

Path: TypeAlias = tuple[str | int, ...]


class SourceError(ValueError):
    """The text cannot be read as one YAML mapping; carries the line (1-based) and the reason."""

    def __init__(self, line: int, reason: str) -> None:
        """Keep the line and the reason for the finding."""
        super().__init__(f"baris {line}: {reason}")
        self.line = line
        self.reason = reason


@dataclass
class Source:
    """A tree of dict, list and str, and the line of each path in it."""

    tree: Any
    lines: dict[Path, int] = field(default_factory=dict)
    duplicates: list[Path] = field(default_factory=list)

    def line(self, path: Path) -> int:
        """Return the line of a path, or of its nearest part that has one."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def placed(self, finding: Finding, path: Path) -> Finding:
        """Return a finding about a path with the place where the path was read."""
        return replace(finding, line=self.line(path))


def read_yaml(text: str) -> Source:
    """Read YAML with every scalar as text; raise SourceError where it is not readable YAML.

    Aliases are refused: one figure would be read in two places and reported in one.
    """
    if len(text) > limits.FILE_BYTES:
        size = f"{len(text) // 1_000} KB; batasnya {limits.FILE_BYTES // 1_000} KB"
        raise SourceError(1, f"terlalu besar untuk sebuah definisi ({size})")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        _refuse_depth(text, loader)
        node = yaml.compose(text, Loader=loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        raise SourceError(line, _reason(error)) from error
    except (yaml.YAMLError, RecursionError) as error:
        raise SourceError(1, "bukan YAML yang dapat dibaca") from error
    if not isinstance(node, yaml.MappingNode):
        raise SourceError(1, "berkas kosong atau bukan daftar kunci: nilai")
    source = Source(None)
    source.tree = _plain(node, (), source, set())
    return source


def _refuse_depth(text: str, loader: Any) -> None:  # noqa: ANN401  a loader class
    """Stop at a nesting that no definition has, before a recursive composer meets it."""
    depth = 0
    for event in yaml.parse(text, Loader=loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > limits.DEPTH:
            line = event.start_mark.line + 1 if event.start_mark else 1
            raise SourceError(line, f"susunannya lebih dari {limits.DEPTH} tingkat")


def _reason(error: yaml.MarkedYAMLError) -> str:
    """Say in Indonesian what stops YAML; the library's own words are English and technical."""
    problem = error.problem or ""
    if "tab" in problem or "\\t" in problem:
        return "ada tab; jorokan baris hanya dengan spasi"
    if "mapping values" in problem:
        return "ada titik dua (:) di dalam teks; apit teksnya dengan tanda kutip"
    if "quoted scalar" in (error.context or "") + problem:
        return "tanda kutip belum ditutup"
    return "jorokan atau tanda bacanya tidak sesuai; bandingkan dengan baris di atasnya"


def _plain(node: yaml.Node, path: Path, source: Source, seen: set[int]) -> Any:  # noqa: ANN401
    line = node.start_mark.line + 1
    if id(node) in seen or len(path) > limits.DEPTH:
        raise SourceError(line, "alias (& dan *) dan susunan terlalu dalam tidak dipakai")
    seen.add(id(node))
    source.lines.setdefault(path, line)
    if isinstance(node, yaml.ScalarNode):
        return None if node.tag.endswith(":null") and not node.style else str(node.value)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, (*path, n), source, seen) for n, item in enumerate(node.value)]
    return _mapping(node, path, source, seen)


def _refuse_decimal_comma(node: Any, before: str, key: yaml.Node, value: yaml.Node) -> None:  # noqa: ANN401  a MappingNode
    """Stop at ``{2022: 0,90}``, which YAML reads as 0 and a key 90 without a value.

    Taken as it is read, the figure would silently become another one.
    """
    blank = value.tag.endswith(":null") and value.start_mark.index == value.end_mark.index
    part = str(key.value).strip()
    if node.flow_style and blank and part.isdecimal() and before.lstrip("-").isdecimal():
        line = key.start_mark.line + 1
        raise SourceError(line, f"angka {before},{part} memakai koma; tulis {before}.{part}")


def _mapping(node: Any, path: Path, source: Source, seen: set[int]) -> dict[str, Any]:  # noqa: ANN401  a MappingNode
    tree: dict[str, Any] = {}
    before = ""
    for key_node, value_node in node.value:
        key = str(key_node.value)
        _refuse_decimal_comma(node, before, key_node, value_node)
        before = str(value_node.value).strip()
        here = (*path, key)
        if key in tree:
            source.duplicates.append(here)
            source.lines[here] = key_node.start_mark.line + 1
            continue
        source.lines[here] = key_node.start_mark.line + 1
        tree[key] = _plain(value_node, here, source, seen)
    return tree
