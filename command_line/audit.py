"""``iku audit``."""

from pathlib import Path

import click

from command_line.help import Verb
from command_line.output import print_faults, print_json
from command_line.speech import CLEAN, FINDINGS, language_option, say
from iku.definition.load import DefinitionError
from iku.messages import Language
from reporting.terminal import file_lines
from workflow.audit import audit_file
from workflow.definition_source import read_definition

FILE = click.Path(path_type=Path, dir_okay=False)


@click.command(cls=Verb)
@click.argument("report", metavar="LAPORAN", type=click.Path(path_type=Path))
@click.option("--definition", type=FILE, help="Definisi kabupaten/kota sebagai pembanding.")
@click.option("--json", "as_json", is_flag=True, help="Hasil sebagai JSON.")
@language_option
def audit(report: Path, definition: Path | None, as_json: bool, language: Language) -> int:
    """Periksa laporan yang sudah jadi (.docx, .xlsx, atau teks): hitungan, rata-rata, dan istilahnya.

    Contoh: iku audit laporan_capaian_2017.docx
    """
    try:
        known = None if definition is None else read_definition(definition)
    except DefinitionError as error:
        return print_faults(error, as_json=as_json, language=language)
    result = audit_file(report, definition=known, language=language)
    if as_json:
        print_json(result.as_json())
    else:
        lines = file_lines(result.path, result.unit, result.findings, language)
        summary = result.as_json()["summary"]
        click.echo("\n".join([*lines, "", say("summary", language, **summary)]))
    return FINDINGS if result.status in {"error", "unreadable"} else CLEAN
