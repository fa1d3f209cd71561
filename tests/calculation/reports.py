"""The smallest notation for a report: a definition in YAML, entries by name, results by name."""

from collections.abc import Mapping

from iku.calculation.results import Results
from iku.cells import Value
from iku.definition.load import parse_definition
from iku.definition.model import Definition
from iku.report import Report
from iku.terbitan import issue

HEAD = """
kode: UJI
versi: "1"
tahun: 2025
kabupaten: {kode: "21.05", nama: Kabupaten Uji}
unit: [{kode: "21.05.09", nama: Uji}]
"""


def yearly(indikator: str, capaian: str = "") -> Definition:
    """A yearly definition of one sasaran with these indicators (YAML flow mappings, one a line)."""
    return _definition("tahunan", indikator, capaian)


def quarterly(indikator: str, extra: str = "") -> Definition:
    """The same for four quarters."""
    return _definition("triwulanan", indikator, extra=extra)


def _definition(periode: str, indikator: str, capaian: str = "", extra: str = "") -> Definition:
    lines = "\n".join(f"      - {line.strip()}" for line in indikator.strip().splitlines())
    settings = f"capaian: {{{capaian}}}" if capaian else ""
    return parse_definition(
        f"{HEAD}\npengaturan:\n  periode: {periode}\n  {settings}\n  {extra}\n"
        f"sasaran:\n  - nama: Sasaran uji\n    indikator:\n{lines}\n"
    )


def results(definition: Definition, entries: Mapping[str, Value], lapor: str = "TAHUN") -> Results:
    """The results of these entries, reported for a period."""
    values = {"identitas.periode_lapor": lapor, **entries}
    return Results(Report(issue(definition, definition.unit[0]), values))
