"""``iku addin``: the buttons inside Excel and LibreOffice, built and looked after."""

from pathlib import Path

import click

from command_line.addin_install import VERBS
from command_line.help import VerbGroup


@click.group(cls=VerbGroup)
def addin() -> None:
    """Tombol IKU di dalam Excel dan LibreOffice: buat dan rawat.

    Contoh: iku addin build -o out
    """


for verb in VERBS:
    addin.add_command(verb)


@addin.command()
@click.option(
    "-o",
    "--output",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    metavar="FOLDER",
    help="Folder tempat hasilnya ditulis.",
)
def build(folder: Path) -> None:
    """Buat IKU.xlam (Excel) dan IKU.oxt (LibreOffice) dari teksnya.

    Hasilnya sama persis setiap kali. Tiap baris yang dicetak adalah SHA-256 dan nama berkasnya.

    Contoh: iku addin build -o out
    """
    from addin.oxt import build_oxt  # noqa: PLC0415  only here is the builder needed
    from addin.xlam import build_xlam  # noqa: PLC0415  the same

    for make in (build_xlam, build_oxt):
        written = make(folder)
        click.echo(f"{written.sha256}  {written.path}")
