"""How findings leave the command line."""

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import click

from command_line.speech import CANNOT_RUN, CLEAN, FINDINGS
from iku.finding import Finding, Severity
from iku.messages import Language, explain
from reporting.terminal import finding_lines

if TYPE_CHECKING:  # with it comes what reads definitions, which few verbs need
    from iku.definition.load import DefinitionError


def print_json(tree: Any) -> None:  # noqa: ANN401  anything that JSON holds
    """Print a tree as JSON, with Indonesian letters as they are."""
    click.echo(json.dumps(tree, ensure_ascii=False, indent=2))


def status_of(findings: Iterable[Finding]) -> int:
    """Return the exit status that findings call for."""
    return FINDINGS if any(one.severity is Severity.ERROR for one in findings) else CLEAN


def print_faults(error: "DefinitionError", *, as_json: bool, language: Language) -> int:
    """Print why a definition cannot be used and return the exit status."""
    findings = tuple(explain(finding, language) for finding in error.findings)
    if as_json:
        print_json({"findings": [finding.as_json() for finding in findings]})
    else:
        for line in finding_lines(findings, language):
            click.echo(line, err=True)
    return CANNOT_RUN if cannot_be_read(findings) else status_of(findings)


def cannot_be_read(findings: Iterable[Finding]) -> bool:
    """Whether a definition is not there, or may not be read."""
    return any(finding.code in {"BRK-001", "BRK-011"} for finding in findings)
