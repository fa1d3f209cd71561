"""``iku demo``."""

from pathlib import Path

import click

from command_line.asked import in_language
from command_line.help import Verb
from command_line.speech import language_option
from iku.finding import Severity
from iku.messages import Language
from reporting.recap_text import recap_lines
from reporting.terminal import file_lines
from workflow.demo import JAMBI_TIMUR, Demo, run_demo


@click.command(cls=Verb)
@click.option(
    "-o",
    "--output",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("demo_iku"),
    show_default=True,
    help="Folder hasil.",
)
@language_option
def demo(folder: Path, language: Language) -> int:
    """Kerjakan seluruh alur dengan dua dokumen nyata: buat, isi, periksa, rekap.

    Contoh: iku demo -o demo
    """
    for line in demo_lines(run_demo(folder, language), language):
        click.echo(in_language(line, language))
    return 0


def demo_lines(result: Demo, language: Language) -> list[str]:
    """Tell what was done, what was found in the source documents, and where to look."""
    lines = [
        f"1. {len(result.built)} formulir dibuat dari dua definisi (Kota Jambi 2017, Kepulauan Anambas 2024)."
    ]
    for name, findings in result.definition_findings.items():
        errors = sum(one.severity is Severity.ERROR for one in findings)
        lines.append(
            f"   Dokumen sumber {name}: {len(findings)} catatan, {errors} di antaranya wajib diperbaiki."
        )
    lines.append(
        "2. Jambi Timur diisi dengan angka dokumennya sendiri; sepuluh kecamatan lain dengan data contoh."
    )
    lines.append("3. Hasil pemeriksaan Jambi Timur:")
    for one in result.validation.files:
        if one.submission is not None and one.submission.report.terbitan.unit.kode == JAMBI_TIMUR:
            lines += [f"   {line}" for line in file_lines(one.path, "", one.findings, language)]
    lines.append("4. Rekap Kota Jambi (data contoh, kecuali Jambi Timur):")
    lines += [f"   {line}" for line in recap_lines(result.report, language)]
    lines += ["", "Yang dapat dibuka:"]
    timur = next(one.path.name for one in result.built if one.kode == JAMBI_TIMUR)
    lines += [
        f"   {result.folder / '1_formulir_kosong' / timur}   formulir yang dikirim ke kecamatan",
        f"   {result.folder / '2_kiriman' / timur}   formulir yang sudah diisi",
        f"   {result.folder / '3_catatan' / timur}   salinan dengan catatan pemeriksaan dan tanda jingga",
        f"   {result.recap}   rekap kabupaten/kota; setiap angka dapat ditelusuri di lembar Asal Angka",
    ]
    return lines
