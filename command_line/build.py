"""``iku build``."""

from pathlib import Path

import click

from command_line.clock import warn_of_clock
from command_line.help import Verb
from command_line.key_options import key_options, signing_key
from command_line.output import print_faults, print_json
from command_line.speech import language_option, say
from iku.definition.load import DefinitionError
from iku.messages import Language
from workflow.build import build_workbooks
from workflow.edition import Built
from workflow.history.issued_otherwise import issued_otherwise
from workflow.history.keys import keys_in_force

FILE = click.Path(path_type=Path, dir_okay=False)
_SHOWN = 5  # units that are named


@click.command(cls=Verb)
@click.argument("definition", type=FILE)
@click.option(
    "-o",
    "--output",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("out"),
    show_default=True,
    help="Folder hasil.",
)
@click.option(
    "--unit", "units", multiple=True, metavar="KODE", help="Hanya unit ini; boleh diulang."
)
@click.option(
    "--previous",
    type=click.Path(path_type=Path),
    help="Berkas atau folder buku kerja tahun-tahun sebelumnya; nilainya tampil di samping isian.",
)
@click.option(
    "--history", type=FILE, help="Daftar terbitan (SQLite) yang mencatat sidik setiap buku kerja."
)
@click.option("--password-file", type=FILE, help="Berkas berisi kata sandi pelindung lembar.")
@key_options
@click.option("--json", "as_json", is_flag=True, help="Hasil sebagai JSON.")
@language_option
def build(
    definition: Path,
    folder: Path,
    units: tuple[str, ...],
    previous: Path | None,
    history: Path | None,
    password_file: Path | None,
    key: Path | None,
    key_password_file: Path | None,
    as_json: bool,
    language: Language,
) -> int:
    """Buat satu buku kerja Excel untuk setiap unit.

    Contoh: iku build templates/kota_jambi_2017.yaml -o formulir --unit 15.71.03
    """
    signing = signing_key(key, key_password_file)
    try:
        built = build_workbooks(
            definition,
            folder,
            units=units,
            previous=previous,
            history=history,
            password_file=password_file,
            key=signing,
        )
    except DefinitionError as error:
        return print_faults(error, as_json=as_json, language=language)
    if as_json:
        print_json(
            [
                {"path": str(one.path), "kode": one.kode, "nama": one.nama, "sidik": one.sidik}
                for one in built
            ]
        )
    else:
        for one in built:
            click.echo(str(one.path))
        click.echo(say("built", language, n=len(built), folder=folder))
        if signing is not None:
            click.echo(say("signed", language, kunci=signing.public.shown))
        elif history is not None and keys_in_force(history):
            click.echo(say("not_signed", language))
        if history is not None:
            _tell_of_others(history, built, language)
    warn_of_clock(history, language)
    return 0


def _tell_of_others(history: Path, built: list[Built], language: Language) -> None:
    """Say where one version number now stands for two different forms of a unit."""
    others = issued_otherwise(history, (one.sidik for one in built))
    if others:
        shown = ", ".join(others[:_SHOWN]) + (", …" if len(others) > _SHOWN else "")
        click.echo(say("issued_otherwise", language, n=len(others), unit=shown))
