"""How fresh forms with carried entries are told, whichever verb made them."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import click

from command_line.output import print_json
from command_line.speech import CLEAN, FINDINGS
from iku.messages import Language
from reporting.carried_text import STATUSES, carried_lines, several_line, several_summary
from workflow.fresh_form import Repaired
from workflow.upgrade_several import Upgraded


def tell(workbook: Path, done: Repaired, *, as_json: bool, language: Language) -> int:
    """Print what was carried and what was not; return the exit status."""
    if as_json:
        print_json(done.as_json())
    else:
        click.echo("\n".join(carried_lines(workbook.name, done.as_json(), language)))
    return FINDINGS if done.left else CLEAN


def tell_each(upgraded: Iterable[Upgraded], *, as_json: bool, language: Language) -> int:
    """Print one line for each file as soon as it is done, and the counts; return the exit status.

    JSON comes at the end, whole.
    """
    files = []
    for one in upgraded:
        tree = one.as_json()
        files.append(tree)
        if not as_json:
            click.echo(several_line(tree, language))
    counts = Counter(tree["status"] for tree in files)
    summary = {"files": len(files)} | {status: counts[status] for status in STATUSES}
    if as_json:
        print_json({"files": files, "summary": summary})
    else:
        click.echo(several_summary(summary, language))
    return FINDINGS if counts["left"] or counts["refused"] else CLEAN
