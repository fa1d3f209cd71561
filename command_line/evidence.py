"""``iku evidence``."""

from pathlib import Path

import click

from command_line.help import Verb
from command_line.output import print_faults, print_json
from command_line.speech import language_option
from iku.definition.load import DefinitionError
from iku.messages import Language
from reporting.proof_text import event_line, unit_lines
from workflow.evidence import Proof
from workflow.evidence import evidence as proof_of

FILE = click.Path(path_type=Path, dir_okay=False)


@click.command(cls=Verb)
@click.option("--history", type=FILE, required=True, help="Riwayat (SQLite) kabupaten/kota.")
@click.option("--definition", type=FILE, help="Definisi, bila riwayat memuat beberapa.")
@click.option("--unit", "units", multiple=True, metavar="KODE", help="Hanya unit ini.")
@click.option("--json", "as_json", is_flag=True, help="Hasil sebagai JSON.")
@language_option
def evidence(
    history: Path,
    definition: Path | None,
    units: tuple[str, ...],
    as_json: bool,
    language: Language,
) -> int:
    """Cetak bukti bertanggal setiap unit: diterbitkan, diterima, diperiksa, diverifikasi, ditetapkan, ditutup.

    Contoh: iku evidence --history riwayat.sqlite --unit 15.71.03
    """
    try:
        proof = proof_of(history, definition, units)
    except DefinitionError as error:
        return print_faults(error, as_json=as_json, language=language)
    if as_json:
        print_json(proof.as_json())
    else:
        click.echo("\n".join(_lines(proof)))
    return 0


def _lines(proof: Proof) -> list[str]:
    year = proof.year
    lines = [f"Bukti penanganan data kinerja: {year.templat}, tahun {year.tahun}"]
    for unit in proof.units:
        title = f"{unit} {proof.names.get(unit, '')}".strip()
        lines += unit_lines(title, (event_line(one, year.tahun) for one in proof.of(unit)))
    return lines
