"""``iku documents``."""

from pathlib import Path
from typing import Any

import click

from command_line.help import Verb
from command_line.output import print_faults, print_json
from command_line.speech import language_option
from iku.definition.load import DefinitionError
from iku.documents.catalogue import KINDS
from iku.messages import Language
from iku.periods import PERIODS
from reporting.documents import TemplateError
from workflow.documents import ALL, Ordered, Written, make_documents, template_of
from workflow.repetition import Asked

FILE = click.Path(path_type=Path, dir_okay=False)
FAULTY_TEMPLATE = 1


@click.command(cls=Verb)
@click.argument("kind", metavar="JENIS", type=click.Choice([*KINDS, ALL]))
@click.argument("paths", metavar="BERKAS...", type=click.Path(path_type=Path), nargs=-1)
@click.option(
    "-o",
    "--output",
    "into",
    type=click.Path(path_type=Path),
    required=True,
    help="Folder hasil; dengan --ambil-templat, berkas templat (.docx).",
)
@click.option("--unit", "units", multiple=True, metavar="KODE", help="Hanya unit ini.")
@click.option("--template", type=FILE, help="Templat Word (.docx) sendiri untuk satu jenis.")
@click.option(
    "--ambil-templat",
    "only_template",
    is_flag=True,
    help="Tulis templat bawaan jenis ini untuk disunting di Word.",
)
@click.option("--pdf", is_flag=True, help="Tulis juga PDF-nya, bila LibreOffice ada.")
@click.option("--definition", type=FILE, help="Definisi kabupaten/kota.")
@click.option("--period", type=click.Choice(PERIODS), help="Periode laporan.")
@click.option("--history", type=FILE, help="Riwayat (SQLite).")
@click.option("--central", type=FILE, help="Tabel nilai yang diisi kabupaten/kota.")
@click.option("--verification", type=FILE, help="Tabel verifikasi angka kecamatan.")
@click.option("--waivers", type=FILE, help="Tabel ketetapan kabupaten/kota.")
@click.option("--json", "as_json", is_flag=True, help="Daftar dokumen sebagai JSON.")
@language_option
def documents(
    kind: str,
    paths: tuple[Path, ...],
    into: Path,
    units: tuple[str, ...],
    template: Path | None,
    *,
    only_template: bool,
    pdf: bool,
    period: str | None,
    as_json: bool,
    language: Language,
    **asked: Any,  # noqa: ANN401  the other options, named as the fields of `Asked`
) -> int:
    """Buat dokumen resmi (.docx) dari definisi atau dari buku kerja yang sudah diisi.

    Contoh: iku documents sk templates/kota_jambi_2017.yaml -o dokumen
    """
    wanted = Asked(paths, into, period=period or "", language=language, **asked)
    if only_template:
        click.echo(template_of(kind, into, wanted))
        return 0
    ordered = Ordered(tuple(KINDS) if kind == ALL else (kind,), units, template, pdf=pdf)
    try:
        written = make_documents(ordered, wanted, into)
    except DefinitionError as error:
        return print_faults(error, as_json=as_json, language=language)
    except TemplateError as error:
        for fault in error.faults:
            click.echo(f"{template or kind}: {fault.message}", err=True)
        return FAULTY_TEMPLATE
    _print(written, as_json=as_json)
    return 0


def _print(written: list[Written], *, as_json: bool) -> None:
    if as_json:
        print_json({"documents": [one.as_json() for one in written]})
        return
    for one in written:
        click.echo(one.path)
