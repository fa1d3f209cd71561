"""``iku fill`` and ``iku read``: entries in and out by name."""

from pathlib import Path

import click

from command_line.help import Verb
from command_line.output import print_json
from command_line.speech import language_option, say
from iku.messages import Language

FILE = click.Path(path_type=Path, dir_okay=False)


@click.command(cls=Verb)
@click.argument("workbook", metavar="BUKU_KERJA", type=FILE)
@click.argument("values", metavar="NILAI", type=FILE)
@click.option("-o", "--output", "into", type=FILE, required=True, help="Berkas hasil.")
@language_option
def fill(workbook: Path, values: Path, into: Path, language: Language) -> int:
    """Isi buku kerja dengan nilai dari JSON, CSV, atau .xlsx (kolom nama dan nilai).

    Contoh: iku fill IKU_2017_15.71.03_Jambi_Timur.xlsx nilai.json -o terisi.xlsx
    """
    from workflow.fill import fill_workbook  # noqa: PLC0415  only this verb needs the builder

    n = fill_workbook(workbook, values, into, language)
    click.echo(say("filled", language, n=n, path=into))
    return 0


@click.command(cls=Verb)
@click.argument("workbook", metavar="BUKU_KERJA", type=FILE)
@click.option("--json", "as_json", is_flag=True, help="Hasil sebagai JSON.")
@language_option
def read(workbook: Path, as_json: bool, language: Language) -> int:
    """Baca isian dan hasil sebuah buku kerja.

    Contoh: iku read terisi.xlsx --json
    """
    from workflow.read import read_workbook  # noqa: PLC0415  loaded when asked for

    tree = read_workbook(workbook, language)
    if as_json:
        print_json(tree)
        return 0
    unit = tree["unit"]
    click.echo(
        f"{unit['nama']} ({unit['kode']}), {tree['template']} {tree['version']}, {tree['period']}"
    )
    for family in ("entries", "results"):
        for name, value in tree[family].items():
            click.echo(f"{name}\t{value}")
    return 0
