"""Tables of a regency, and a definition with something for the regency to fill in."""

from collections.abc import Mapping, Sequence

from iku.cells import Value
from iku.consolidation import Candidate, RegencyReport, consolidate
from iku.consolidation.deciding import RegencyTables
from iku.consolidation.table import Table
from iku.definition.model import Definition
from tests.consolidation.sample import RATIO, definition_of

NORTH, SOUTH, EAST = "99.01.01", "99.01.02", "99.01.03"

AKIP = """\
      - kode: C1
        nama: Nilai AKIP
        satuan: nilai
        polaritas: maksimasi
        nilai: {jenis: predikat}
        agregasi: rata_rata
        pengisi: kabupaten
        target: {TAHUN: {predikat: B, nilai: 70}}
"""
FOUND = """\
      - kode: C2
        nama: Temuan ditindaklanjuti
        satuan: "%"
        polaritas: maksimasi
        pengisi: kabupaten
        komponen:
          - {kode: tindak, nama: Ditindaklanjuti, satuan: temuan}
          - {kode: temuan, nama: Temuan, satuan: temuan}
        nilai: {rumus: tindak/temuan*100}
        target: {TAHUN: 100}
"""
SCORES = """\
      - kode: S1
        nama: Skor satu
        satuan: nilai
        polaritas: maksimasi
        nilai: {jenis: langsung}
        agregasi: rata_rata
        target: {TAHUN: 100}
      - kode: S2
        nama: Skor dua
        satuan: nilai
        polaritas: maksimasi
        nilai: {jenis: langsung}
        agregasi: rata_rata
        target: {TAHUN: 100}
"""
D = definition_of(RATIO + AKIP + FOUND)
S = definition_of(SCORES)


def table(head: str, *rows: Sequence[Value], path: str = "tabel/pusat.csv") -> Table:
    """A table whose head is words parted by blanks; its digest is as good as its content."""
    cells = (tuple(head.split()), *(tuple(row) for row in rows))
    return Table(path, "ab" * 32, path.rpartition("/")[2], cells)


def central(*rows: Sequence[Value]) -> Table:
    """A table of central values with its commonest columns."""
    return table("kode_unit indikator komponen periode nilai predikat sumber", *rows)


def verification(*rows: Sequence[Value]) -> Table:
    """A verification table, approval included."""
    head = "kode_unit indikator komponen periode dilaporkan putusan terverifikasi catatan oleh"
    return table(f"{head} disetujui disetujui_oleh", *rows, path="tabel/verifikasi.csv")


def waivers(*rows: Sequence[Value]) -> Table:
    """A table of decisions about files and closed periods."""
    head = "kode_unit keputusan berkas oleh alasan sampai periode indikator"
    return table(head, *rows, path="tabel/ketetapan.csv")


def report_of(
    definition: Definition, files: Sequence[Candidate], **tables: Table | None
) -> RegencyReport:
    """The report on these files with these tables."""
    return consolidate(definition, files, tables=RegencyTables(**tables))  # type: ignore[arg-type]


def scores(first: Value, second: Value) -> Mapping[str, Value]:
    """The entries of the two scores."""
    return {"isian.S1.nilai.TAHUN": first, "isian.S2.nilai.TAHUN": second}


def figure(report: RegencyReport, kode: str, periode: str = "TAHUN") -> tuple[object, int]:
    """What an indicator came to in the regency, and over how many units."""
    one = report.aggregation.figure(kode, periode)
    return one.realisasi.value, one.n


def codes(report: RegencyReport, since: str = "KON-030") -> list[str]:
    """The codes of the findings about decisions, in order."""
    return sorted(
        one.code for one in report.findings if one.code >= since and one.code[:3] == "KON"
    )
