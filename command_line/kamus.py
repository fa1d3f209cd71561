"""``iku definition export`` and ``import``: a definition as a workbook, and back."""

from collections.abc import Callable
from pathlib import Path

import click

from command_line.help import Verb
from command_line.output import print_faults, print_json
from command_line.speech import language_option
from iku.definition.load import DefinitionError
from iku.definition.model import Definition
from iku.messages import Language

FILE = click.Path(path_type=Path, dir_okay=False)


@click.command("export", cls=Verb)
@click.argument("source", metavar="DEFINISI", type=FILE)
@click.option("-o", "--output", "into", type=FILE, required=True, help="Berkas hasil (.xlsx).")
@click.option("--json", "as_json", is_flag=True, help="Hasil sebagai JSON.")
@language_option
def export(source: Path, into: Path, as_json: bool, language: Language) -> int:
    """Tulis definisi sebagai Kamus IKU yang dapat diubah di Excel.

    Contoh: iku definition export templates/kota_jambi_2017.yaml -o Kamus.xlsx
    """
    from workflow.kamus import export_definition  # noqa: PLC0415  only here is the builder needed

    return _converted(export_definition, source, into, as_json=as_json, language=language)


@click.command("import", cls=Verb)
@click.argument("source", metavar="KAMUS", type=FILE)
@click.option("-o", "--output", "into", type=FILE, required=True, help="Berkas hasil (.yaml).")
@click.option("--json", "as_json", is_flag=True, help="Hasil sebagai JSON.")
@language_option
def import_(source: Path, into: Path, as_json: bool, language: Language) -> int:
    """Baca Kamus IKU yang sudah diubah di Excel dan tulis definisinya.

    Semua kesalahan disebut sekaligus beserta lembar dan selnya.

    Contoh: iku definition import Kamus.xlsx -o definisi.yaml
    """
    from workflow.kamus import import_definition  # noqa: PLC0415  only here is the builder needed

    return _converted(import_definition, source, into, as_json=as_json, language=language)


def _converted(
    convert: Callable[[Path, Path], Definition],
    source: Path,
    into: Path,
    *,
    as_json: bool,
    language: Language,
) -> int:
    try:
        definition = convert(source, into)
    except DefinitionError as error:
        return print_faults(error, as_json=as_json, language=language)
    if as_json:
        print_json({"path": str(into), "kode": definition.kode, "versi": definition.versi})
    else:
        click.echo(str(into))
    return 0
