"""``iku validate``."""

from pathlib import Path

import click

from command_line.help import Verb
from command_line.output import print_faults, print_json
from command_line.speech import FINDINGS, language_option, say
from iku.definition.load import DefinitionError, load_definition
from iku.messages import Language
from reporting.terminal import file_lines
from workflow.refusal import keep_received
from workflow.validate import Validation
from workflow.validate import validate as validate_all

PATHS = click.Path(path_type=Path)
FILE = click.Path(path_type=Path, dir_okay=False)


@click.command(cls=Verb)
@click.argument("paths", metavar="BERKAS...", type=PATHS, nargs=-1, required=True)
@click.option("--definition", type=FILE, help="Definisi kabupaten/kota sebagai pembanding.")
@click.option("--history", type=FILE, help="Daftar terbitan (SQLite) sebagai pembanding.")
@click.option("--report", type=FILE, help="Tulis hasil ke berkas .txt atau .json.")
@click.option(
    "--mark",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder untuk salinan bercatatan; berkas asli tidak diubah.",
)
@click.option("--json", "as_json", is_flag=True, help="Hasil sebagai JSON.")
@language_option
def validate(
    paths: tuple[Path, ...],
    definition: Path | None,
    history: Path | None,
    report: Path | None,
    mark: Path | None,
    as_json: bool,
    language: Language,
) -> int:
    """Periksa berkas, folder, atau zip; setiap catatan menyebut tempat dan cara memperbaikinya.

    Contoh: iku validate kiriman/ --definition templates/kota_jambi_2017.yaml
    """
    try:
        known = None if definition is None else load_definition(definition)
    except DefinitionError as error:
        return print_faults(error, as_json=as_json, language=language)
    if report is not None:
        keep_received(report, paths)
    result = validate_all(paths, definition=known, history=history, language=language)
    if as_json:
        print_json(result.as_json())
    else:
        click.echo("\n".join(report_lines(result, language)))
    if report is not None:
        from workflow.findings_report import write_report  # noqa: PLC0415  only with --report

        write_report(result, "\n".join(report_lines(result, language)), report)
    if mark is not None:
        from workflow.mark import mark_copies  # noqa: PLC0415  only with --mark: needs the builder

        mark_copies(result.files, mark)
        if not as_json:
            click.echo(say("marked", language, folder=mark))
    bad = any(one.status in {"error", "unreadable"} for one in result.files)
    return FINDINGS if bad or not result.files else 0


def report_lines(result: Validation, language: Language) -> list[str]:
    """Return the outcome as lines of text."""
    if not result.files:
        return [say("nothing", language)]
    lines: list[str] = []
    for one in result.files:
        unit = one.as_json()["unit"]
        lines += file_lines(
            one.path, " ".join(filter(None, (unit["kode"], unit["nama"]))), one.findings, language
        )
    summary = result.as_json()["summary"]
    return [*lines, "", say("summary", language, **summary)]
