"""``iku addin install``, ``uninstall``, ``doctor`` and ``bundle``: putting the buttons in place."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import click

from command_line.help import Verb
from command_line.output import print_json
from command_line.speech import CANNOT_RUN, CLEAN, FINDINGS, language_option
from iku.messages import Language

F = TypeVar("F", bound=Callable[..., Any])
FOLDER = click.Path(path_type=Path, file_okay=False)


def json_option(function: F) -> F:
    """Add ``--json`` to a verb."""
    return click.option("--json", "as_json", is_flag=True, help="Keluarkan sebagai JSON.")(function)


@click.command(cls=Verb)
@click.option(
    "--from",
    "folder",
    type=FOLDER,
    metavar="FOLDER",
    help="Folder paket hasil iku addin bundle; bawaannya folder ini.",
)
@click.option(
    "--wheels",
    type=FOLDER,
    metavar="FOLDER",
    help="Folder paket Python, bila bukan folder wheels di dalam paket.",
)
@json_option
@language_option
def install(folder: Path | None, wheels: Path | None, as_json: bool, language: Language) -> int:
    r"""Pasang tombol IKU untuk pengguna ini, tanpa internet dan tanpa hak administrator.

    Terpasang seluruhnya atau tidak sama sekali, dan boleh diulang. Excel harus tertutup.

    Contoh: iku addin install --from "D:\Paket IKU"
    """
    from addin.install import SetupError, find_source  # noqa: PLC0415  other verbs need none of it
    from addin.install import install as put  # noqa: PLC0415  the same
    from addin.install.program import this_machine, told_of_install  # noqa: PLC0415  the same

    machine = this_machine()
    try:
        done = put(machine, find_source(folder, wheels, excel=machine.places.windows))
    except SetupError as error:
        return _refused(error.key, error.told(language), as_json=as_json)
    status = FINDINGS if done.extension_problem else CLEAN
    lines = told_of_install(done, machine, language)
    facts = {"version": done.version, "excel": done.excel, "libreoffice": done.extension}
    return _said(status, lines, facts, as_json=as_json)


@click.command(cls=Verb)
@json_option
@language_option
def uninstall(as_json: bool, language: Language) -> int:
    """Lepas yang dipasang oleh install, dan hanya itu; buku kerja tidak disentuh.

    Contoh: iku addin uninstall
    """
    from addin.install import SetupError  # noqa: PLC0415  other verbs need none of it
    from addin.install import uninstall as take_off  # noqa: PLC0415  the same
    from addin.install.program import this_machine, told_of_removal  # noqa: PLC0415  the same

    try:
        done = take_off(this_machine())
    except SetupError as error:
        return _refused(error.key, error.told(language), as_json=as_json)
    status = FINDINGS if done.extension_problem else CLEAN
    lines = told_of_removal(done, language)
    return _said(status, lines, {"removed": done.anything}, as_json=as_json)


@click.command(cls=Verb)
@json_option
@language_option
def doctor(as_json: bool, language: Language) -> int:
    """Cari sebab tombol tidak tampak atau tidak bekerja; hanya membaca, tidak mengubah apa pun.

    Setiap sebab disertai artinya, langkah Anda, dan kalimat yang tinggal disalin untuk petugas TI.

    Contoh: iku addin doctor
    """
    from addin.doctor import as_json as tree  # noqa: PLC0415  other verbs need none of it
    from addin.doctor import diagnose, report, status_of  # noqa: PLC0415  the same
    from addin.install.program import this_machine  # noqa: PLC0415  the same

    seen = diagnose(this_machine())
    if as_json:
        print_json(tree(seen, language))
    else:
        for line in report(seen, language):
            click.echo(line)
    return status_of(seen)


@click.command(cls=Verb)
@click.option(
    "-o",
    "--output",
    "folder",
    type=FOLDER,
    required=True,
    metavar="FOLDER",
    help="Folder paket; paket lama di situ diganti.",
)
@click.option(
    "--wheels",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    metavar="FOLDER",
    help="Folder berisi paket Python untuk Windows yang sudah diunduh; tanpa ini diunduh.",
)
@json_option
def bundle(folder: Path, wheels: Path | None, as_json: bool) -> int:
    """Buat satu folder untuk memasang IKU di Windows tanpa internet.

    Isinya IKU.xlam, IKU.oxt, paket Python, daftar SHA-256, dan berkas perintahnya.

    Contoh: iku addin bundle -o "Paket IKU"
    """
    from addin.bundle import bundle as assemble  # noqa: PLC0415  other verbs need none of it

    made = assemble(folder, wheels)
    facts = {"folder": str(made.folder), "files": made.files, "sha256": made.sha256}
    line = f"{made.sha256}  {made.folder / 'SHA256SUMS'} ({made.files} berkas)"
    return _said(CLEAN, [line], facts, as_json=as_json)


VERBS = (install, uninstall, doctor, bundle)


def _said(status: int, lines: Iterable[str], facts: dict[str, object], *, as_json: bool) -> int:
    if as_json:
        print_json({**facts, "message": list(lines)})
    else:
        for line in lines:
            click.echo(line)
    return status


def _refused(key: str, told: str, *, as_json: bool) -> int:
    if as_json:
        print_json({"error": key, "message": told.splitlines()})
    else:
        click.echo(f"iku: {told}", err=True)
    return CANNOT_RUN
