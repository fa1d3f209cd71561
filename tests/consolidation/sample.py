"""Returned workbooks made from figures: what a kecamatan would have sent, without any file."""

import hashlib
from collections.abc import Mapping
from functools import cache

from iku.cells import Value
from iku.consolidation import Candidate
from iku.consolidation.returned import Returned
from iku.definition.load import parse_definition
from iku.definition.model import Definition, Unit
from iku.finding import Finding, Severity
from iku.layout.layout import Layout
from iku.messages import entry
from iku.report import Report
from iku.terbitan import Terbitan, issue

MODIFIED = "2018-01-05T08:00:00Z"

HEAD = """\
skema: 1
kode: UJI-2017
versi: {versi}
tahun: 2017
kabupaten: {{kode: "99.01", nama: Kabupaten Uji}}
misi: Meningkatkan mutu pelayanan
unit:
  - {{kode: 99.01.01, nama: Utara}}
  - {{kode: 99.01.02, nama: Selatan}}
  - {{kode: 99.01.03, nama: Timur}}
pengaturan: {pengaturan}
sasaran:
  - nomor: 1.
    nama: Meningkatnya mutu pelayanan
    indikator:
{indikator}
"""

RATIO = """\
      - kode: A1
        nama: Persentase RT penerima
        satuan: "%"
        polaritas: maksimasi
        komponen:
          - {kode: penerima, nama: RT penerima, satuan: RT}
          - {kode: rt, nama: Jumlah RT, satuan: RT, sifat: posisi}
        nilai: {rumus: penerima/rt*100}
        target: {TAHUN: 20}
"""
SCORE = """\
      - kode: B1
        nama: Nilai kesiapan
        satuan: nilai
        polaritas: maksimasi
        nilai: {jenis: langsung}
        target: {TAHUN: 80}
"""


def definition_of(
    *indikator: str, pengaturan: str = "{periode: tahunan}", versi: str = "1"
) -> Definition:
    """A small definition of three kecamatan with these indicators."""
    text = HEAD.format(indikator="".join(indikator), pengaturan=pengaturan, versi=versi)
    return parse_definition(text)


def with_agregasi(indikator: str, agregasi: str) -> str:
    """An indicator that the regency combines in another way."""
    return indikator + f"        agregasi: {agregasi}\n"


@cache
def _issued(canonical: str, unit: str) -> tuple[Terbitan, Layout]:
    definition = Definition.model_validate_json(canonical)
    found = [one for one in definition.unit if one.kode == unit]
    terbitan = issue(definition, found[0] if found else Unit(kode=unit, nama=f"Unit {unit}"))
    return terbitan, Layout(terbitan)


def issued(definition: Definition, unit: str) -> tuple[Terbitan, Layout]:
    """What the regency issued to a unit, known to the definition or not."""
    return _issued(definition.model_dump_json(), unit)


def candidate(
    definition: Definition,
    unit: str,
    entries: Mapping[str, Value],
    *,
    periode: str = "TAHUN",
    revisi: float = 0.0,
    modified: str = MODIFIED,
    path: str = "",
    sha256: str = "",
    findings: tuple[Finding, ...] = (),
) -> Candidate:
    """One returned file; its bytes are as good as its path and its entries."""
    terbitan, layout = issued(definition, unit)
    path = path or f"masuk/{unit}.xlsx"
    identity: dict[str, Value] = {"identitas.revisi": revisi, "identitas.periode_lapor": periode}
    held: dict[str, Value] = {
        name: value for name, value in {**identity, **entries}.items() if value is not None
    }
    sha256 = sha256 or hashlib.sha256(f"{path}{sorted(held.items())}".encode()).hexdigest()
    places = {name: one.ref for name, one in layout.entries.items()}
    returned = Returned(Report(terbitan, held), places)
    return Candidate(path, sha256, modified, returned, findings)


def judged(code: str) -> Finding:
    """A finding of checking, explained as far as consolidation looks at it."""
    return Finding(code, severity=Severity(entry(code)["severity"]), message=f"{code} di Isian.")


def ratio(penerima: Value, rt: Value, status: str = "") -> dict[str, Value]:
    """The entries of the ratio, or the status in their place."""
    return {
        "isian.A1.penerima.TAHUN": penerima,
        "isian.A1.rt.TAHUN": rt,
        "status.A1.TAHUN": status or None,
    }
