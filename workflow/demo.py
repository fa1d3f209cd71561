"""Demo: the whole main job on the two source documents, from definition to regency recap."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from iku.calculation.figure import half_up
from iku.consolidation.regency_report import RegencyReport
from iku.definition.lint import lint_file
from iku.definition.load import load_definition
from iku.definition.model import Indikator
from iku.finding import Finding
from iku.formula.parser import parse
from iku.formula.tree import Binary, names_in, walk
from iku.layout.layout import Layout
from iku.messages import Language, explain
from iku.names import indikator_name
from iku.periods import TAHUN
from iku.resources import example_path, template_path
from iku.terbitan import issue
from workbook_builder import save_whole
from workflow.build import build_workbooks
from workflow.consolidate import consolidate_folder
from workflow.consolidation_results import write_recap
from workflow.edition import Built
from workflow.fill import filled
from workflow.mark import mark_copies
from workflow.receive import open_one
from workflow.validate import Validation, validate

KOTA_JAMBI = template_path("kota_jambi_2017.yaml")
ANAMBAS = template_path("kepulauan_anambas_2024.yaml")
JAMBI_TIMUR = "15.71.03"
SAMPLE_MARK = "CONTOH – bukan data sebenarnya"


@dataclass(frozen=True)
class Demo:
    """What the demo made and found."""

    folder: Path
    built: tuple[Built, ...]
    validation: Validation
    report: RegencyReport
    definition_findings: dict[str, tuple[Finding, ...]]
    recap: Path


def run_demo(folder: Path, language: Language = "id") -> Demo:
    """Build, fill, validate and consolidate; everything made stands under ``folder``.

    Jambi Timur is filled with the operands that its own document prints; the other ten kecamatan
    of Kota Jambi with sample figures, marked as such in the workbooks themselves.
    """
    blank, returned = folder / "1_formulir_kosong", folder / "2_kiriman"
    built = [*build_workbooks(KOTA_JAMBI, blank), *build_workbooks(ANAMBAS, blank)]
    printed = json.loads(example_path("jambi_timur_2017.json").read_text(encoding="utf-8"))
    for n, book in enumerate(built[:-1]):
        values = printed if book.kode == JAMBI_TIMUR else sample_values(printed, n)
        data = filled(book.path.read_bytes(), open_one(book.path), values)
        save_whole(data, returned / book.path.name)
    validation = validate([returned], definition=load_definition(KOTA_JAMBI), language=language)
    mark_copies(validation.files, folder / "3_catatan")
    report = consolidate_folder([returned], definition_path=KOTA_JAMBI, language=language)
    recap = folder / "4_rekap" / "Rekap_Kota_Jambi_2017.xlsx"
    write_recap(report, recap, language)
    linted = {
        path.stem: tuple(explain(one, language) for one in lint_file(path))
        for path in (KOTA_JAMBI, ANAMBAS)
    }
    return Demo(folder, tuple(built), validation, report, linted, recap)


def sample_values(printed: Mapping[str, Any], n: int) -> dict[str, Any]:
    """Return plausible figures for the n-th other kecamatan, derived from the printed ones.

    Wholes are scaled by 60 to 130 percent, parts a little less, so that no part exceeds its whole.
    """
    definition = load_definition(KOTA_JAMBI)
    layout = Layout(issue(definition, definition.unit[n]))
    size, share = Fraction(60 + 7 * n, 100), Fraction(100 - (5 * n) % 17, 100)
    values: dict[str, Any] = {
        "identitas.penyusun": SAMPLE_MARK,
        "identitas.kontak": SAMPLE_MARK,
        "identitas.camat.TAHUN": SAMPLE_MARK,
        "identitas.status_laporan": "Final",
    }
    for indikator in definition.indikator:
        parts = _parts(indikator)
        for part in indikator.komponen:
            name = indikator_name("isian", indikator.kode, part.kode, TAHUN)
            factor = size * share if part.kode in parts else size
            if name in layout.entries:
                values[name] = int(half_up(Fraction(str(printed[name])) * factor, 0))
        if indikator.nilai.jenis == "predikat":
            nilai = indikator_name("isian", indikator.kode, "nilai", TAHUN)
            values[nilai] = float(half_up(Fraction(str(printed[nilai])) + n - 4))
    return values


def _parts(indikator: Indikator) -> set[str]:
    """Return the component codes above a fraction line in a rumus."""
    tree = parse(indikator.nilai.rumus or "0")
    return {
        name
        for node in walk(tree)
        if isinstance(node, Binary) and node.operator == "/"
        for name in names_in(node.left)
    }
