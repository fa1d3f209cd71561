"""``iku key``: the regency's key, with which it signs what it sends out."""

from pathlib import Path

import click

from command_line.help import Verb, VerbGroup
from command_line.key_options import FILE
from command_line.output import print_json
from command_line.speech import language_option, say
from iku.messages import Language
from workflow.history.keys import KnownKey, known_keys, trust_key, withdraw_key
from workflow.key_files import make_key, public_beside, read_public_key

HISTORY_OPTION = click.option(
    "--history", type=FILE, required=True, help="Riwayat (SQLite) kabupaten/kota."
)


@click.group(cls=VerbGroup)
def key() -> None:
    """Kunci kabupaten/kota untuk menandatangani formulir.

    Contoh: iku key new -o kunci.pem
    """


@key.command("new", cls=Verb)
@click.option("-o", "--output", "path", type=FILE, required=True, help="Kunci rahasia (.pem).")
@click.option("--password-file", type=FILE, help="Berkas berisi kata sandi untuk menutup kuncinya.")
@language_option
def new(path: Path, password_file: Path | None, language: Language) -> int:
    """Buat kunci rahasia, dan kunci umumnya (.pub) di sampingnya; yang sudah ada tidak ditimpa.

    Contoh: iku key new -o kunci.pem --password-file sandi.txt
    """
    made = make_key(path, password_file)
    click.echo(say("key_made", language, path=path, public=public_beside(path), kunci=made.shown))
    return 0


@key.command("show", cls=Verb)
@click.argument("paths", metavar="[KUNCI_UMUM]...", type=FILE, nargs=-1)
@click.option("--history", type=FILE, help="Tampilkan kunci yang dikenal riwayat ini.")
@click.option("--json", "as_json", is_flag=True, help="Hasil sebagai JSON.")
@language_option
def show(paths: tuple[Path, ...], history: Path | None, as_json: bool, language: Language) -> int:
    """Tampilkan sidik kunci, untuk dicocokkan lewat telepon.

    Contoh: iku key show kunci.pub
    """
    if not paths and history is None:
        message = "sebutkan berkas kunci umum atau --history"
        raise click.UsageError(message)
    named = [(str(path), read_public_key(path)) for path in paths]
    kept = () if history is None else known_keys(history)
    if as_json:
        files = [{"path": path, "key": one.shown, "sidik": one.sidik} for path, one in named]
        print_json([*files, *(_as_json(one) for one in kept)])
        return 0
    for path, one in named:
        click.echo(f"{one.shown}  {path}")
    for known in kept:
        key = "key_gone" if known.withdrawn_at else "key_known"
        days = {"added": known.added_at[:10], "withdrawn": known.withdrawn_at[:10]}
        click.echo(f"{known.public.shown}  {say(key, language, **days)}")
    if not named and not kept:
        click.echo(say("no_keys", language))
    return 0


def _as_json(one: KnownKey) -> dict[str, str]:
    return {
        "key": one.public.shown,
        "sidik": one.sidik,
        "added_at": one.added_at,
        "withdrawn_at": one.withdrawn_at,
    }


@key.command("trust", cls=Verb)
@click.argument("path", metavar="KUNCI_UMUM", type=FILE)
@HISTORY_OPTION
@language_option
def trust(path: Path, history: Path, language: Language) -> int:
    """Catat kunci umum sebagai kunci kabupaten/kota ini; iku build --key melakukannya sendiri.

    Contoh: iku key trust kunci.pub --history riwayat.sqlite
    """
    public = read_public_key(path)
    trust_key(history, public)
    click.echo(say("key_trusted", language, kunci=public.shown))
    return 0


@key.command("withdraw", cls=Verb)
@click.argument("path", metavar="KUNCI_UMUM", type=FILE)
@HISTORY_OPTION
@language_option
def withdraw(path: Path, history: Path, language: Language) -> int:
    """Cabut kunci yang hilang atau bocor; formulir yang sudah tercatat tetap dikenal.

    Contoh: iku key withdraw kunci.pub --history riwayat.sqlite
    """
    public = read_public_key(path)
    withdraw_key(history, public)
    click.echo(say("key_withdrawn", language, kunci=public.shown))
    return 0
