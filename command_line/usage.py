"""Mistakes in the words of a command, told in Indonesian though click finds them in English."""

import re
from collections.abc import Sequence
from difflib import get_close_matches

import click

from command_line.asked import asked_language

SENTENCES = {
    "Got unexpected extra argument ({args})": "kata ini berlebih: {args}",
    "Got unexpected extra arguments ({args})": "kata-kata ini berlebih: {args}",
    "Missing command.": "perintahnya belum ditulis",
    "No such option {name!r}.": "pilihan {name} tidak dikenal",
    "No such command {name!r}.": "perintah {name} tidak dikenal",
    "Option {name!r} requires an argument.": "pilihan {name} memerlukan isi sesudahnya",
    "Option {name!r} requires {nargs} arguments.": "pilihan {name} memerlukan {nargs} isi sesudahnya",
    "Option {name!r} does not take a value.": "pilihan {name} ditulis tanpa isi",
    "Argument {name!r} takes {nargs} values.": "bagian {name} memerlukan {nargs} isi",
    "Takes {nargs} values but 1 was given.": "diperlukan {nargs} isi, tertulis 1",
    "Takes {nargs} values but {len} were given.": "diperlukan {nargs} isi, tertulis {len}",
    "{len_type} values are required, but {len_value} was given.": (
        "diperlukan {len_type} isi, tertulis {len_value}"
    ),
    "{len_type} values are required, but {len_value} were given.": (
        "diperlukan {len_type} isi, tertulis {len_value}"
    ),
    "Value must be an iterable.": "isinya harus berupa daftar",
    "{value!r} is not {choice}.": "{value} bukan {choice}",
    "{value!r} is not one of {choices}.": "{value} bukan salah satu dari {choices}",
    "{value!r} is not a valid {number_type}.": "{value} bukan {number_type}",
    "{value} is not in the range {range}.": "{value} di luar batas {range}",
    "{value!r} is not a valid boolean. Recognized values: {states}": (
        "{value} bukan ya atau tidak; tulis salah satu dari {states}"
    ),
    "{value!r} is not a valid UUID.": "{value} bukan UUID",
    "{value!r} does not match the format {format}.": "{value} tidak mengikuti bentuk {format}",
    "{value!r} does not match the formats {formats}.": "{value} tidak mengikuti bentuk {formats}",
    "{name} {filename!r} does not exist.": "{name} {filename} tidak ada",
    "{name} {filename!r} is a file.": "{filename} adalah berkas, bukan {name}",
    "{name} {filename!r} is a directory.": "{filename} adalah folder, bukan {name}",
    "{name} {filename!r} is not readable.": "{name} {filename} tidak boleh dibaca",
    "{name} {filename!r} is not writable.": "{name} {filename} tidak boleh ditulisi",
    "{name} {filename!r} is not executable.": "{name} {filename} tidak boleh dijalankan",
    "Could not open file {filename!r}: {message}": "berkas {filename} tidak dapat dibuka: {message}",
    "unknown error": "sebabnya tidak diketahui",
}
"""Click's sentence, as its source has it, and ours; the test reads click's source for new ones."""

_WORDS = {
    "File": "berkas",
    "Directory": "folder",
    "Path": "berkas atau folder",
    "integer": "bilangan bulat",
    "integer range": "bilangan bulat",
    "float": "bilangan",
    "float range": "bilangan",
    "unknown error": "sebabnya tidak diketahui",
}


def usage_problem(error: click.ClickException, arguments: Sequence[str] = ()) -> str:
    """Return what is wrong with a command, in Indonesian unless it asks for English itself."""
    if _asks_for_english(arguments):
        return error.format_message()
    if isinstance(error, click.MissingParameter):
        return f"bagian yang wajib belum ditulis: {_named(error)}{_help(error)}"
    if isinstance(error, click.BadParameter):
        return f"isi {_named(error)} tidak sesuai: {in_indonesian(error.message)}{_help(error)}"
    if isinstance(error, click.NoSuchOption | click.exceptions.NoSuchCommand):
        return f"{in_indonesian(error.message)}{_meant(error)}{_help(error)}"
    if isinstance(error, click.UsageError):
        return f"{in_indonesian(error.message)}{_help(error)}"
    return in_indonesian(error.format_message())


def in_indonesian(text: str) -> str:
    """Return a sentence of click in Indonesian; any other as it is.

    >>> in_indonesian("Option '-o' requires an argument.")
    "pilihan '-o' memerlukan isi sesudahnya"
    """
    for english in sorted(SENTENCES, key=len, reverse=True):  # the one that says most
        if found := re.fullmatch(_pattern(english), text, re.DOTALL):
            facts = {key: _WORDS.get(said, said) for key, said in found.groupdict().items()}
            return SENTENCES[english].format(**facts)
    return text


def _pattern(english: str) -> str:
    r"""Return an expression that a sentence matches, its facts as named groups.

    >>> _pattern("No such option {name!r}.")
    'No\\ such\\ option\\ (?P<name>.+?)\\.'
    """
    pieces = re.split(r"\{(\w+)(?:!r)?\}", english)
    texts, names = pieces[::2], pieces[1::2]
    groups = [*(f"(?P<{name}>.+?)" for name in names), ""]
    return "".join(re.escape(text) + group for text, group in zip(texts, groups, strict=True))


def _meant(error: click.NoSuchOption | click.exceptions.NoSuchCommand) -> str:
    """Return the options or verbs that look like the unknown one."""
    near, context = error.possibilities, error.ctx
    if isinstance(error, click.exceptions.NoSuchCommand) and context is not None:
        # Verbs that are not imported yet are known to their group by name only.
        group = context.command
        verbs = group.list_commands(context) if isinstance(group, click.Group) else ()
        near = get_close_matches(error.command_name, verbs)
    return f"; mungkin maksud Anda {' atau '.join(near)}" if near else ""


def _help(error: click.UsageError) -> str:
    """Return where to look: the verb's own help where it is known which one was meant."""
    return f"; lihat '{error.ctx.command_path if error.ctx else 'iku'} --help'"


def _named(error: click.BadParameter) -> str:
    """Return an argument or option as the one who typed it knows it."""
    if error.param is None:
        return str(error.param_hint or "")
    return (
        error.param.opts[-1]
        if isinstance(error.param, click.Option)
        else error.param.make_metavar(error.ctx or click.Context(click.Command("iku")))
    )


def _asks_for_english(arguments: Sequence[str]) -> bool:
    """Return whether a command that could not be read as a whole asks for English."""
    return asked_language(arguments) == "en"
