"""Help texts whose frame is Indonesian too, not only what stands inside it."""

import click

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

    def get_help(self, ctx: click.Context) -> str:
        """Return its help in Indonesian."""
        return in_indonesian(super().get_help(ctx))


class VerbGroup(click.Group):
    """A verb with verbs of its own."""

    command_class = Verb

    def get_help(self, ctx: click.Context) -> str:
        """Return its help in Indonesian."""
        return in_indonesian(super().get_help(ctx))
