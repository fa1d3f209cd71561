"""``iku upgrade``."""

from pathlib import Path
from typing import TypedDict

import click

from command_line.carried import tell, tell_each
from command_line.help import Verb
from command_line.key_options import FILE, key_options, signing_key
from command_line.output import print_faults
from command_line.speech import language_option
from iku.definition.load import DefinitionError
from iku.messages import Language
from workflow.signing import SigningKey
from workflow.upgrade import upgrade as upgrade_workbook
from workflow.upgrade_several import holds_several, upgrade_several

PLACE = click.Path(path_type=Path)


@click.command(cls=Verb)
@click.argument("workbooks", metavar="BUKU_KERJA...", type=PLACE, nargs=-1, required=True)
@click.option("--to", type=FILE, required=True, metavar="DEFINISI", help="Definisi versi baru.")
@click.option(
    "-o",
    "--output",
    "into",
    type=PLACE,
    required=True,
    help="Berkas hasil (.xlsx); folder hasil bila buku kerjanya beberapa.",
)
@click.option("--unit", metavar="KODE", help="Kode unit, bila berbeda dari yang di dalam berkas.")
@click.option("--password-file", type=FILE, help="Berkas berisi kata sandi pelindung lembar.")
@click.option("--history", type=FILE, help="Daftar terbitan (SQLite) yang mencatat formulir baru.")
@key_options
@click.option("--json", "as_json", is_flag=True, help="Hasil sebagai JSON.")
@language_option
def upgrade(
    workbooks: tuple[Path, ...],
    to: Path,
    into: Path,
    unit: str | None,
    password_file: Path | None,
    history: Path | None,
    key: Path | None,
    key_password_file: Path | None,
    as_json: bool,
    language: Language,
) -> int:
    """Pindahkan isian ke formulir versi baru menurut kode indikatornya.

    Yang pindah, ganti kode, hilang, atau harus diisi ulang dicantumkan di layar, di lembar Catatan
    Pemeriksaan, dan di berkas teks di samping hasil. Berkas yang diterima tidak diubah. Beberapa
    berkas, atau sebuah folder, sekaligus: hasilnya satu formulir setiap unit di folder baru.

    Contoh: iku upgrade kiriman/ --to kota_jambi_2017_versi_2.yaml -o formulir_versi_2
    """
    issued: Issued = {
        "password_file": password_file,
        "history": history,
        "key": signing_key(key, key_password_file),
        "language": language,
    }
    try:
        if holds_several(workbooks, into):
            refuse_one_unit(unit)
            each = upgrade_several(workbooks, to, into, **issued)
            return tell_each(each, as_json=as_json, language=language)
        done = upgrade_workbook(workbooks[0], to, into, unit=unit, **issued)
    except DefinitionError as error:
        return print_faults(error, as_json=as_json, language=language)
    return tell(workbooks[0], done, as_json=as_json, language=language)


class Issued(TypedDict):
    """How fresh forms are issued, and in which language they are told."""

    password_file: Path | None
    history: Path | None
    key: SigningKey | None
    language: Language


def refuse_one_unit(unit: str | None) -> None:
    """Say that a unit is that of one workbook: the others are of other units."""
    if unit is not None:
        message = "--unit hanya untuk satu buku kerja; jalankan tersendiri untuk berkas itu"
        raise click.UsageError(message)
