"""``iku consolidate``."""

from __future__ import annotations

import json
import logging
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import click

from command_line.asked import in_language
from command_line.clock import warn_of_clock
from command_line.help import Verb
from command_line.key_options import trust_option
from command_line.progress import ProgressBar
from command_line.speech import INTERRUPTED, language_option, say
from iku.periods import PERIODS
from workflow.repetition import Asked, repeated

if TYPE_CHECKING:  # what is imported for nothing costs more than to find that nothing changed
    from collections.abc import Callable

    from workflow.executors import Place
    from workflow.history.recording import Told

FILE = click.Path(path_type=Path, dir_okay=False)
DIR = click.Path(path_type=Path, file_okay=False)


class Outcome(Protocol):
    """What a consolidation comes to, whether of one regency or of several."""

    def as_json(self) -> dict[str, object]:
        """Return its public form."""


@click.command(cls=Verb)
@click.argument(
    "paths", metavar="BERKAS...", type=click.Path(path_type=Path), nargs=-1, required=True
)
@click.option("-o", "--output", "recap", type=FILE, required=True, help="Buku kerja rekap (.xlsx).")
@click.option(
    "--definition",
    type=click.Path(path_type=Path),
    help="Definisi kabupaten/kota: unit yang diharapkan dan targetnya; "
    "dengan --nation, folder definisi setiap kabupaten/kota.",
)
@click.option(
    "--history",
    type=FILE,
    help="Riwayat (SQLite): berkas yang sama tidak dibaca ulang, setiap rekap tercatat.",
)
@click.option(
    "--period",
    type=click.Choice(PERIODS),
    help="Periode; tanpa ini, periode terakhir yang dilaporkan.",
)
@click.option(
    "--executor",
    metavar="TEMPAT",
    default="",
    help="Tempat membaca: serial, proses:N, atau dask://HOST:PORT; tanpa ini dipilihkan.",
)
@click.option(
    "--central", type=FILE, help="Tabel nilai yang diisi kabupaten/kota (.xlsx atau .csv)."
)
@click.option(
    "--verification", type=FILE, help="Tabel verifikasi angka kecamatan (.xlsx atau .csv)."
)
@click.option(
    "--waivers",
    type=FILE,
    help="Tabel ketetapan: berkas yang dipakai atau dikecualikan, tanggal terima, perubahan.",
)
@click.option(
    "--verification-form", type=FILE, help="Tulis tabel verifikasi siap isi ke berkas ini (.xlsx)."
)
@click.option("--html", type=FILE, help="Laporan satu berkas HTML: layar, ponsel, dan cetak.")
@click.option("--csv", type=DIR, help="Tabel rapi (.csv) untuk Excel Indonesia ke folder ini.")
@click.option(
    "--parquet", type=DIR, help="Data Parquet menurut provinsi dan tahun ke folder ini (pyarrow)."
)
@click.option(
    "--notes",
    type=DIR,
    help="Catatan, tanda terima, pengingat, dan teguran untuk setiap unit ke folder ini.",
)
@click.option(
    "--nation",
    is_flag=True,
    help="Rangkum banyak kabupaten/kota sekaligus, menurut definisi di dalam berkasnya.",
)
@trust_option
@click.option("--log", type=FILE, help="Catat jalannya pekerjaan ke berkas ini.")
@click.option("--json", "as_json", is_flag=True, help="Hasil sebagai JSON.")
@language_option
def consolidate(
    log: Path | None,
    executor: str,
    as_json: bool,
    period: str | None,
    **asked: Any,  # noqa: ANN401  the other options, named as the fields of `Asked`
) -> int:
    """Gabungkan buku kerja banyak kecamatan menjadi satu rekap kabupaten/kota.

    Contoh: iku consolidate kiriman/ -o rekap.xlsx --definition templates/kota_jambi_2017.yaml
    """
    wanted = Asked(period=period or "", **asked)
    if log is not None:
        _write_log(log)
    digest = wanted.digest() if wanted.history else ""
    run = repeated(wanted, digest)
    if run is not None:
        logging.getLogger("iku").info("masukan sama dengan konsolidasi nomor %d", run.id)
        _print(run.report, run.told, wanted, as_json=as_json)
        status = run.status
    else:
        status = _work(wanted, digest, executor, as_json=as_json)
    warn_of_clock(wanted.history, wanted.language)
    return status


def _work(asked: Asked, digest: str, executor: str, *, as_json: bool) -> int:
    # Only now: that nothing changed is found without definitions, workbooks and reports.
    from command_line.output import print_faults  # noqa: PLC0415
    from iku.definition.load import DefinitionError  # noqa: PLC0415
    from workflow.executors import place_of  # noqa: PLC0415

    progress = ProgressBar(say("reading", asked.language))
    try:
        with progress:
            report, told = _use_case(asked)(asked, digest, place_of(executor), progress)
    except DefinitionError as error:
        return print_faults(error, as_json=as_json, language=asked.language)
    except KeyboardInterrupt:
        key = "interrupted_kept" if asked.history else "interrupted"
        click.echo(say(key, asked.language, n=progress.done), err=True)
        return INTERRUPTED
    _print(json.dumps(report.as_json()), "\n".join(told.lines), asked, as_json=as_json)
    return told.status


def _use_case(asked: Asked) -> Callable[[Asked, str, Place, ProgressBar], tuple[Outcome, Told]]:
    """Return what does the work: one regency's recap, or the summary of several."""
    if asked.nation:
        from workflow.nation import consolidate_nation  # noqa: PLC0415  only with --nation

        return consolidate_nation
    from workflow.consolidate import consolidate_all  # noqa: PLC0415  see `_work`

    return consolidate_all


def _print(report: str, told: str, asked: Asked, *, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(json.loads(report), ensure_ascii=False, indent=2))
        return
    for line in told.split("\n"):
        click.echo(in_language(line, asked.language))
    made = {
        "recap": asked.recap,
        "letters": asked.notes,
        "to_verify": asked.verification_form,
        "page": asked.html,
        "tables": asked.csv,
        "parquet": asked.parquet,
    }
    for key, path in made.items():
        if path is not None:
            click.echo(say(key, asked.language, path=path))


def _write_log(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handler = logging.FileHandler(path, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    logger = logging.getLogger("iku")
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
