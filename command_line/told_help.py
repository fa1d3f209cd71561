"""Help texts in another language than Indonesian."""

import copy
import inspect

import click

from iku.languages import Language, section
from iku.languages.wording import Wording

_SECTION = "bantuan"


def help_in(command: click.Command, ctx: click.Context, language: Language) -> str:
    """Return the help of a command in a language; its frame is still click's own."""
    return click.Command.get_help(_told(command, ctx, wording_in(language)), ctx)


def wording_in(language: Language) -> Wording:
    """Return the wording of help texts."""
    return Wording(section(language, _SECTION))


class _Group(click.Group):
    """Verbs in the order in which they were given."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return their names."""
        del ctx
        return list(self.commands)


def _told(command: click.Command, ctx: click.Context, wording: Wording) -> click.Command:
    """Return a copy of a command whose texts are in the language; only its help is asked for."""
    params = [_parameter(one, wording) for one in command.params]
    words = _paragraphs(command.help or "", wording)
    if not isinstance(command, click.Group):
        return click.Command(command.name, params=params, help=words)
    below = {name: command.get_command(ctx, name) for name in command.list_commands(ctx)}
    verbs = {name: _told(one, ctx, wording) for name, one in below.items() if one is not None}
    return _Group(command.name, commands=verbs, params=params, help=words)


def _parameter(parameter: click.Parameter, wording: Wording) -> click.Parameter:
    told = copy.copy(parameter)
    if told.metavar:
        told.metavar = wording.of(told.metavar)
    if isinstance(told, click.Option) and told.help:
        told.help = wording.of(told.help)
    return told


def _paragraphs(text: str, wording: Wording) -> str:
    paragraphs = inspect.cleandoc(text).split("\n\n")
    return "\n\n".join(wording.of(" ".join(one.split())) for one in paragraphs)
