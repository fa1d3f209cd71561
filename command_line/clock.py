"""What is said where the clock of this computer went back, or ran ahead before."""

from datetime import UTC, datetime
from pathlib import Path

import click

from command_line.speech import say
from iku.messages import Language
from workflow.history.clock import moment_ahead


def warn_of_clock(history: Path | None, language: Language) -> None:
    """Say on the error stream where a history holds a moment that has not come yet."""
    if history is None:
        return
    now = datetime.now(UTC).astimezone()
    then = moment_ahead(history, now)
    if then is not None:
        shown = {"now": _shown(now), "then": _shown(then.astimezone(now.tzinfo))}
        click.echo(say("clock", language, **shown), err=True)


def _shown(moment: datetime) -> str:
    return f"{moment:%d/%m/%Y %H:%M}"
