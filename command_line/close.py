"""``iku close``."""

from dataclasses import asdict
from pathlib import Path

import click

from command_line.asked import in_language
from command_line.clock import warn_of_clock
from command_line.help import Verb
from command_line.output import print_faults, print_json
from command_line.speech import language_option
from iku.definition.load import DefinitionError
from iku.messages import Language
from iku.periods import PERIODS
from workflow.close import Closed, Wanted, close_period

FILE = click.Path(path_type=Path, dir_okay=False)


@click.command(cls=Verb)
@click.argument("period", metavar="PERIODE", type=click.Choice(PERIODS))
@click.option("--history", type=FILE, required=True, help="Riwayat (SQLite) yang memuat rekapnya.")
@click.option(
    "-o",
    "--output",
    "into",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder untuk berita acara (.docx untuk ditandatangani, .txt).",
)
@click.option("--definition", type=FILE, help="Definisi, bila riwayat memuat beberapa rekap.")
@click.option("--by", default="", metavar="NAMA", help="Nama dan jabatan yang menutup.")
@click.option(
    "--meski-belum-lengkap",
    "reason",
    default="",
    metavar="ALASAN",
    help="Tutup walaupun ada yang belum melapor, dengan alasannya.",
)
@click.option("--json", "as_json", is_flag=True, help="Hasil sebagai JSON.")
@language_option
def close(
    period: str,
    history: Path,
    into: Path | None,
    definition: Path | None,
    by: str,
    reason: str,
    as_json: bool,
    language: Language,
) -> int:
    """Tutup satu periode: angka yang diterima dibekukan, dan berita acaranya dicetak.

    Yang ditutup adalah rekap terakhir periode itu dalam riwayat. Perubahan sesudahnya dilaporkan
    sebagai perubahan atas periode yang sudah ditutup, dan hanya dihitung bila diterima dalam tabel
    ketetapan (iku consolidate --waivers).

    Contoh: iku close TW2 --history riwayat.sqlite --by "Kepala Bagian Organisasi" -o arsip
    """
    wanted = Wanted(period, by, reason, definition, language)
    try:
        closed = close_period(history, wanted, into=into)
    except DefinitionError as error:
        return print_faults(error, as_json=as_json, language=language)
    if as_json:
        print_json(_json(closed))
    else:
        click.echo(closed.text, nl=False)
        if closed.path is not None:
            click.echo(in_language(f"Berita acara: {closed.path}", language))
            click.echo(in_language(f"Untuk ditandatangani: {closed.paper}", language))
    warn_of_clock(history, language)
    return 0


def _json(closed: Closed) -> dict[str, object]:
    closing = closed.closing
    return {
        "template": closing.template,
        "tahun": closing.tahun,
        "period": closing.period,
        "when": closing.when,
        "by": closing.by,
        "reason": closing.reason,
        "units": [
            {"kode": one.kode, "nama": one.nama, "path": one.path, "sha256": one.sha256}
            for one in closing.units
        ],
        "figures": [asdict(one) for one in closing.figures],
        "open": [asdict(one) for one in closing.open_notes or ()],
        "missing": [{"kode": one.kode, "nama": one.nama} for one in closing.missing],
        "berita_acara": None if closed.path is None else str(closed.path),
        "berita_acara_docx": None if closed.paper is None else str(closed.paper),
    }
