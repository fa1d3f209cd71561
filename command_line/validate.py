"""``iku validate``."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import click

from command_line.help import Verb
from command_line.key_options import trust_option
from command_line.output import print_faults, print_json
from command_line.progress import ProgressBar
from command_line.speech import FINDINGS, language_option, say
from iku.definition.model import Definition
from iku.messages import Language
from reporting.chat import chat_text
from reporting.signature_line import authenticity_line
from reporting.terminal import outcome_lines
from workflow.refusal import keep_received
from workflow.validate import Validation
from workflow.validate import validate as validate_all

PATHS = click.Path(path_type=Path)
FILE = click.Path(path_type=Path, dir_okay=False)


@click.command(cls=Verb)
@click.argument("paths", metavar="BERKAS...", type=PATHS, nargs=-1, required=True)
@click.option("--definition", type=FILE, help="Definisi kabupaten/kota sebagai pembanding.")
@click.option("--history", type=FILE, help="Daftar terbitan (SQLite) sebagai pembanding.")
@trust_option
@click.option("--report", type=FILE, help="Tulis hasil ke berkas .xlsx, .html, .txt, atau .json.")
@click.option(
    "--mark",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder untuk salinan bercatatan; berkas asli tidak diubah.",
)
@click.option("--short", is_flag=True, help="Teks pendek untuk ditempel di WhatsApp.")
@click.option("--json", "as_json", is_flag=True, help="Hasil sebagai JSON.")
@language_option
def validate(
    paths: tuple[Path, ...],
    definition: Path | None,
    history: Path | None,
    trust: tuple[Path, ...],
    report: Path | None,
    mark: Path | None,
    short: bool,
    as_json: bool,
    language: Language,
) -> int:
    """Periksa berkas, folder, atau zip; setiap catatan menyebut tempat dan cara memperbaikinya.

    Contoh: iku validate kiriman/ --definition templates/kota_jambi_2017.yaml
    """
    known = None if definition is None else _known(definition, as_json=as_json, language=language)
    if isinstance(known, int):
        return known
    write = None if report is None else _writer(report, paths)
    with ProgressBar(say("reading", language)) as progress:
        result = validate_all(
            paths,
            definition=known,
            history=history,
            trust=trust,
            language=language,
            whole=mark is not None,
            each=progress,
        )
    if as_json:
        print_json(result.as_json())
    else:
        click.echo(chat_text(result.outcome) if short else "\n".join(_lines(result)))
    if write is not None:
        write(result)
        if report is not None and not as_json:
            click.echo(say("checked", language, path=report))
    if mark is not None:
        from workflow.mark import mark_copies  # noqa: PLC0415  only with --mark: needs the builder

        mark_copies(result.files, mark)
        if not as_json:
            click.echo(say("marked", language, folder=mark))
    bad = any(one.status in {"error", "unreadable"} for one in result.files)
    return FINDINGS if bad or not result.files else 0


def _known(path: Path, *, as_json: bool, language: Language) -> Definition | int:
    """Return the regency's definition, or the exit status where it cannot be used."""
    from iku.definition.load import DefinitionError  # noqa: PLC0415  only with --definition
    from workflow.definition_source import read_definition  # noqa: PLC0415

    try:
        return read_definition(path)
    except DefinitionError as error:
        return print_faults(error, as_json=as_json, language=language)


def _writer(report: Path, paths: tuple[Path, ...]) -> Callable[[Validation], None]:
    """Return what writes the report, before anything is checked: a wrong ending is told at once."""
    from workflow.findings_report import report_writer  # noqa: PLC0415  only with --report

    keep_received(report, paths)
    return report_writer(report)


def _lines(result: Validation) -> list[str]:
    """Return the outcome as lines of text, and the counts below."""
    told = outcome_lines(result.outcome)
    if not result.files:
        return [*told]
    signatures = authenticity_line(
        Counter(one.authenticity for one in result.files), result.language
    )
    last = [signatures] if signatures else []
    return [*told, "", say("summary", result.language, **result.summary), *last]
