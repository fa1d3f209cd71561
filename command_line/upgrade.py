"""``iku upgrade``."""

from pathlib import Path

import click

from command_line.help import Verb
from command_line.key_options import key_options, signing_key
from command_line.output import print_faults
from command_line.repair import FILE, tell
from command_line.speech import language_option
from iku.definition.load import DefinitionError
from iku.messages import Language
from workflow.upgrade import upgrade as upgrade_workbook


@click.command(cls=Verb)
@click.argument("workbook", metavar="BUKU_KERJA", type=FILE)
@click.option("--to", type=FILE, required=True, metavar="DEFINISI", help="Definisi versi baru.")
@click.option("-o", "--output", "into", type=FILE, required=True, help="Berkas hasil (.xlsx).")
@click.option("--unit", metavar="KODE", help="Kode unit, bila berbeda dari yang di dalam berkas.")
@click.option("--password-file", type=FILE, help="Berkas berisi kata sandi pelindung lembar.")
@click.option("--history", type=FILE, help="Daftar terbitan (SQLite) yang mencatat formulir baru.")
@key_options
@click.option("--json", "as_json", is_flag=True, help="Hasil sebagai JSON.")
@language_option
def upgrade(
    workbook: Path,
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
    Pemeriksaan, dan di berkas teks di samping hasil. Berkas yang diterima tidak diubah.

    Contoh: iku upgrade terisi.xlsx --to kota_jambi_2017_versi_2.yaml -o versi_2.xlsx
    """
    try:
        done = upgrade_workbook(
            workbook,
            to,
            into,
            unit=unit,
            password_file=password_file,
            history=history,
            key=signing_key(key, key_password_file),
            language=language,
        )
    except DefinitionError as error:
        return print_faults(error, as_json=as_json, language=language)
    return tell(workbook, done, as_json=as_json, language=language)
