"""``iku definition``: what a regency writes, checked."""

from pathlib import Path

import click

from command_line.help import VerbGroup
from command_line.kamus import export, import_
from command_line.new import new
from command_line.output import cannot_be_read, print_json, status_of
from command_line.speech import CANNOT_RUN, language_option, say
from iku.definition.schema import definition_schema
from iku.messages import Language, explain
from reporting.terminal import finding_lines


@click.group(cls=VerbGroup)
def definition() -> None:
    """Buat dan periksa definisi IKU, atau ubah dari dan ke buku kerja Excel.

    Contoh: iku definition check templates/kepulauan_anambas_2024.yaml
    """


definition.add_command(export)
definition.add_command(import_)
definition.add_command(new)


@definition.command()
@click.argument("path", metavar="DEFINISI", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--json", "as_json", is_flag=True, help="Hasil sebagai JSON.")
@language_option
def check(path: Path, as_json: bool, language: Language) -> int:
    """Periksa isi sebuah definisi: yang kurang, bertentangan, atau tidak terukur.

    DEFINISI adalah berkas .yaml atau Kamus IKU (.xlsx).

    Contoh: iku definition check templates/kota_jambi_2017.yaml
    """
    from workflow.kamus import check_definition  # noqa: PLC0415  only here is the builder needed

    findings = tuple(explain(finding, language) for finding in check_definition(path))
    if as_json:
        print_json({"path": str(path), "findings": [finding.as_json() for finding in findings]})
    elif findings:
        click.echo(f"{path}:")
        for line in finding_lines(findings, language):
            click.echo(line)
    else:
        click.echo(say("clean_definition", language, path=path))
    return CANNOT_RUN if cannot_be_read(findings) else status_of(findings)


@definition.command()
def schema() -> None:
    """Cetak JSON Schema sebuah definisi, untuk penyunting teks.

    Contoh: iku definition schema > definisi.schema.json
    """
    print_json(definition_schema())
