"""``iku repair``."""

from pathlib import Path

import click

from command_line.carried import tell
from command_line.help import Verb
from command_line.key_options import FILE, key_options, signing_key
from command_line.output import print_faults
from command_line.speech import language_option
from iku.definition.load import DefinitionError
from iku.messages import Language
from workflow.repair import repair as repair_workbook


@click.command(cls=Verb)
@click.argument("workbook", metavar="BUKU_KERJA", type=FILE)
@click.option("-o", "--output", "into", type=FILE, required=True, help="Berkas hasil (.xlsx).")
@click.option(
    "--definition",
    type=FILE,
    help="Definisi, bila catatan penerbitan di dalam berkas hilang atau rusak.",
)
@click.option("--unit", metavar="KODE", help="Kode unit; dipakai bersama --definition.")
@click.option("--password-file", type=FILE, help="Berkas berisi kata sandi pelindung lembar.")
@click.option("--history", type=FILE, help="Daftar terbitan (SQLite) yang mencatat formulir baru.")
@key_options
@click.option("--json", "as_json", is_flag=True, help="Hasil sebagai JSON.")
@language_option
def repair(
    workbook: Path,
    into: Path,
    definition: Path | None,
    unit: str | None,
    password_file: Path | None,
    history: Path | None,
    key: Path | None,
    key_password_file: Path | None,
    as_json: bool,
    language: Language,
) -> int:
    """Pulihkan formulir yang rusak: isiannya dipindahkan ke formulir baru yang utuh.

    Berkas yang diterima tidak diubah. Yang tidak dapat dibawa dicantumkan di layar, di lembar
    Catatan Pemeriksaan, dan di berkas teks di samping hasil. Komentar sel dan gambar tidak ikut.

    Contoh: iku repair IKU_2017_15.71.03_Jambi_Timur.xlsx -o pulih.xlsx
    """
    try:
        done = repair_workbook(
            workbook,
            into,
            definition_path=definition,
            unit=unit,
            password_file=password_file,
            history=history,
            key=signing_key(key, key_password_file),
            language=language,
        )
    except DefinitionError as error:
        return print_faults(error, as_json=as_json, language=language)
    return tell(workbook, done, as_json=as_json, language=language)
