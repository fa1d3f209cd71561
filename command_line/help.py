"""Help texts whose frame is in the language of the help too, not only what stands inside it."""

import click

from command_line.asked import asked_language
from iku.languages import SOURCE, translated

ASKED = "iku.language"
"""What a command, and those below it, remember of their arguments: the language asked for."""
FRAME = {
    "Usage:": "Cara pakai:",
    "Options:": "Pilihan:",
    "Commands:": "Perintah:",
    "[OPTIONS]": "[PILIHAN]",
    "COMMAND [ARGS]...": "PERINTAH ...",
    "Show this message and exit.": "Tampilkan bantuan ini.",
    "Show the version and exit.": "Tampilkan versi.",
    "[default: ": "[bawaan: ",
    "[required]": "[wajib]",
}


def in_indonesian(text: str) -> str:
    """Return a help text of click with its fixed words in Indonesian.

    >>> in_indonesian("Usage: iku demo [OPTIONS]")
    'Cara pakai: iku demo [PILIHAN]'
    """
    for english, indonesian in FRAME.items():
        text = text.replace(english, indonesian)
    return text


class Verb(click.Command):
    """A verb."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read its arguments; a mistake in them knows whose help to look at."""
        ctx.meta[ASKED] = asked_language(args)
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx
            raise

    def get_help(self, ctx: click.Context) -> str:
        """Return its help in the language asked for."""
        return _told(self, ctx) or in_indonesian(super().get_help(ctx))


class VerbGroup(click.Group):
    """A verb with verbs of its own."""

    command_class = Verb

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read its arguments, and which language they ask for."""
        ctx.meta[ASKED] = asked_language(args)
        return super().parse_args(ctx, args)

    def get_help(self, ctx: click.Context) -> str:
        """Return its help in the language asked for."""
        return _told(self, ctx) or in_indonesian(super().get_help(ctx))


def _told(command: click.Command, ctx: click.Context) -> str:
    """Return the help in another language than Indonesian; empty where none was asked for."""
    language = ctx.meta.get(ASKED, SOURCE)
    if language == SOURCE:
        return ""
    from command_line.told_help import help_in  # noqa: PLC0415  few ask for it

    text = help_in(command, ctx, language)
    for english, indonesian in FRAME.items():
        text = text.replace(english, translated(indonesian, language, "bantuan"))
    return text
