"""``iku definition new``: a starter from the catalogue of documented kecamatan indicators."""

from pathlib import Path

import click

from command_line.help import Verb
from command_line.output import print_json
from command_line.speech import language_option, say
from iku.katalog import Entri, Permintaan
from iku.messages import Language


@click.command(cls=Verb)
@click.option("--daftar", is_flag=True, help="Tampilkan katalog indikator, lalu selesai.")
@click.option(
    "-o",
    "--output",
    "into",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Berkas hasil: .xlsx untuk Kamus IKU, .yaml untuk teks. Tidak menimpa berkas yang ada.",
)
@click.option(
    "--indikator",
    multiple=True,
    metavar="KODE,...",
    help="Kode dari katalog, dipisah koma; boleh diulang.",
)
@click.option("--kabupaten", default="", metavar="NAMA", help="Nama kabupaten/kota.")
@click.option("--kode-kabupaten", default="", metavar="KODE", help="Kode wilayah, misalnya 15.71.")
@click.option("--tahun", type=int, default=0, metavar="TAHUN", help="Tahun yang diukur.")
@click.option("--triwulanan", is_flag=True, help="Diisi setiap triwulan; tanpa ini sekali setahun.")
@click.option(
    "--unit", "units", multiple=True, metavar="KODE=NAMA", help="Kecamatan; boleh diulang."
)
@click.option("--json", "as_json", is_flag=True, help="Hasil sebagai JSON.")
@language_option
def new(
    daftar: bool,
    into: Path | None,
    indikator: tuple[str, ...],
    kabupaten: str,
    kode_kabupaten: str,
    tahun: int,
    triwulanan: bool,
    units: tuple[str, ...],
    as_json: bool,
    language: Language,
) -> int:
    """Buat definisi awal dari katalog indikator kecamatan.

    Hasilnya langsung dapat diperiksa dan dibangun; tinggal mengisi target dan daftar kecamatan.

    Contoh: iku definition new --daftar

    Contoh: iku definition new -o Kamus.xlsx --indikator K01,K05,K30 --kabupaten "Kota Jambi"
    --kode-kabupaten 15.71 --tahun 2026 --triwulanan --unit "15.71.03=Jambi Timur"
    """
    if daftar:
        return _list(as_json=as_json)
    if into is None:
        raise click.UsageError(say("new_needs_file", language))
    from workflow.definition_new import units_of  # noqa: PLC0415  only here is the builder needed

    codes = tuple(code.strip() for text in indikator for code in text.split(",") if code.strip())
    wanted = Permintaan(codes, kabupaten, kode_kabupaten, tahun, triwulanan, units_of(units))
    return _write(wanted, into, as_json=as_json, language=language)


def _list(*, as_json: bool) -> int:
    from workflow.definition_new import entry_data, list_catalogue  # noqa: PLC0415  as above

    entries = list_catalogue()
    if as_json:
        print_json([entry_data(one) for one in entries])
        return 0
    for sasaran, members in _by_sasaran(entries).items():
        click.echo(sasaran)
        for one in members:
            click.echo(f"  {one.kode}  {one.indikator.nama} ({one.indikator.satuan})")
    return 0


def _by_sasaran(entries: tuple[Entri, ...]) -> dict[str, list[Entri]]:
    groups: dict[str, list[Entri]] = {}
    for one in entries:
        groups.setdefault(one.sasaran, []).append(one)
    return groups


def _write(wanted: Permintaan, into: Path, *, as_json: bool, language: Language) -> int:
    from workflow.definition_new import new_definition, open_points  # noqa: PLC0415  as above

    definition = new_definition(wanted, into)
    left = open_points(definition)
    if as_json:
        print_json(
            {
                "path": str(into),
                "kode": definition.kode,
                "indikator": [one.kode for one in definition.indikator],
                "unit": [unit.kode for unit in definition.unit],
                "catatan": [finding.code for finding in left],
            }
        )
    else:
        click.echo(str(into))
        click.echo(say("new_written", language, n=len(definition.indikator), left=len(left)))
    return 0
