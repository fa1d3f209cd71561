"""How findings leave the command line."""

import json
from collections.abc import Iterable
from typing import Any

import click

from command_line.speech import CLEAN, FINDINGS
from iku.finding import Finding, Severity


def print_json(tree: Any) -> None:  # noqa: ANN401  anything that JSON holds
    """Print a tree as JSON, with Indonesian letters as they are."""
    click.echo(json.dumps(tree, ensure_ascii=False, indent=2))


def status_of(findings: Iterable[Finding]) -> int:
    """Return the exit status that findings call for."""
    return FINDINGS if any(one.severity is Severity.ERROR for one in findings) else CLEAN
