"""``iku consolidate``."""

from concurrent.futures import ProcessPoolExecutor
from contextlib import nullcontext
from pathlib import Path

import click

from command_line.help import Verb
from command_line.output import print_faults, print_json
from command_line.speech import FINDINGS, language_option, say
from iku.consolidation.regency_report import RegencyReport
from iku.definition.load import DefinitionError
from iku.messages import Language
from iku.periods import PERIODS
from reporting.recap_text import recap_lines
from workflow.consolidate import consolidate_folder, write_recap
from workflow.refusal import keep_received

FILE = click.Path(path_type=Path, dir_okay=False)


@click.command(cls=Verb)
@click.argument(
    "paths", metavar="BERKAS...", type=click.Path(path_type=Path), nargs=-1, required=True
)
@click.option("-o", "--output", "recap", type=FILE, required=True, help="Buku kerja rekap (.xlsx).")
@click.option(
    "--definition", type=FILE, help="Definisi kabupaten/kota: unit yang diharapkan dan targetnya."
)
@click.option(
    "--period",
    type=click.Choice(PERIODS),
    help="Periode; tanpa ini, periode terakhir yang dilaporkan.",
)
@click.option(
    "--executor",
    type=click.Choice(["serial", "processes"]),
    default="serial",
    show_default=True,
    help="Bekerja sendiri atau dengan beberapa proses.",
)
@click.option("--json", "as_json", is_flag=True, help="Hasil sebagai JSON.")
@language_option
def consolidate(
    paths: tuple[Path, ...],
    recap: Path,
    definition: Path | None,
    period: str | None,
    executor: str,
    as_json: bool,
    language: Language,
) -> int:
    """Gabungkan buku kerja banyak kecamatan menjadi satu rekap kabupaten/kota.

    Contoh: iku consolidate kiriman/ -o rekap.xlsx --definition templates/kota_jambi_2017.yaml
    """
    keep_received(recap, paths)
    pool = ProcessPoolExecutor() if executor == "processes" else nullcontext()
    try:
        with pool as workers:
            report = consolidate_folder(
                paths,
                definition_path=definition,
                period=period,
                executor=workers,
                language=language,
            )
    except DefinitionError as error:
        return print_faults(error, as_json=as_json, language=language)
    write_recap(report, recap)
    if as_json:
        print_json(report.as_json())
    else:
        click.echo("\n".join(recap_lines(report)))
        click.echo(say("recap", language, path=recap))
    return _status(report)


def _status(report: RegencyReport) -> int:
    refused = any(str(fate.status) == "rejected" for fate in report.fates)
    errors = any(str(finding.severity) == "error" for finding in report.findings)
    return FINDINGS if refused or errors else 0
