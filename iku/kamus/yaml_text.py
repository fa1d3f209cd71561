"""Plain tree of text → YAML that people can read and the loader reads back the same."""

import re
from typing import Any

import yaml

_NULL = "tag:yaml.org,2002:null"
_ONE_LINE = 1_000_000  # characters: long sentences stay on one line, as in the shipped definitions


class _Dumper(yaml.Dumper):
    """Block style, lists indented; quotes only where the loader would read something else.

    The loader takes every scalar as text, so 2025 and 12:30 need none; only what it takes for
    *no value* does.
    """

    # Without the resolvers of YAML's own types, which would quote every number.
    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012  as the base class has it

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002  signature of the base class
        super().increase_indent(flow, indentless=False)

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ANN401, ARG002  signature of the base class
        """Write equal parts out: the loader refuses aliases."""
        return True


def _text(dumper: yaml.Dumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)
_Dumper.add_implicit_resolver(_NULL, re.compile(r"(?:~|null|Null|NULL|)$"), ["~", "n", "N", ""])


def yaml_text(tree: dict[str, Any]) -> str:
    """Return a tree of dict, list and str as YAML, the same for the same tree."""
    return yaml.dump(
        tree,
        Dumper=_Dumper,
        allow_unicode=True,
        default_flow_style=False,
        sort_keys=False,
        width=_ONE_LINE,
    )
