"""Definitions with one weakness each, made from the well-written one."""

from .sample import changed

TARGET = "        target: {2025: 90, 2026: 95}\n"
RISING = "        target: {TW1: 20, TW2: 95, TW3: 60, TW4: 80, 2025: 90, 2026: 95}\n"
ARRIVING = "{kode: terima, nama: Keluhan yang diterima, satuan: keluhan"
STANDING = "{kode: terima, sifat: posisi, nama: Lembaga, satuan: keluhan"
RATIO = "        nilai: {rumus: tindak/terima*100}\n"
PARTS = """\
        komponen:
          - {kode: tindak, nama: Keluhan yang ditindaklanjuti, satuan: keluhan, bulat: ya, min: 0}
          - {kode: terima, nama: Keluhan yang diterima, satuan: keluhan, bulat: ya, min: 0}
"""


def typed_percentage() -> str:
    """The percentage of A1 is typed as such."""
    return changed(RATIO, "        nilai: {jenis: langsung}\n", changed(PARTS, ""))


def weighted(*, bobot: int = 0) -> str:
    """The mean is weighted, and A1 alone may have a weight."""
    text = changed("unit:\n", "pengaturan: {capaian: {rata_rata: berbobot}}\nunit:\n")
    return changed(TARGET, f"{TARGET}        bobot: {bobot}\n", text) if bobot else text


def with_money(*programs: str) -> str:
    """The form asks for the money of these programmes."""
    listed = ", ".join(programs)
    head = f"pengaturan: {{fitur: [anggaran]}}\nprogram: [{listed}]\n"
    return changed("unit:\n", f"{head}unit:\n")


FIRST_GOAL = "{kode: 7.01.02, nama: Program Pelayanan Publik, sasaran: 1}"


def started_at(baseline: str, target: str) -> str:
    """A1 begins with a kondisi awal."""
    return changed(TARGET, f"        target: {target}\n        baseline: {baseline}\n")


def villages(target: object, number: int = 3) -> str:
    """A1 is a share of desa, in a kecamatan with so many of them."""
    places = "".join(
        f"      - {{kode: 99.02.01.200{n}, nama: Desa {n}, jenis: desa}}\n" for n in range(number)
    )
    text = changed("    penanda_tangan", f"    wilayah:\n{places}    penanda_tangan")
    text = changed(TARGET, f"        target: {{2025: {target}}}\n", text)
    return text.replace("satuan: keluhan", "satuan: desa")


def quarterly(part: str, triwulan: str = "komponen") -> str:
    """A1 is measured every quarter and divides by the component written here."""
    text = changed("unit:\n", "pengaturan: {periode: triwulanan}\nunit:\n")
    text = changed("{kode: terima, nama: Keluhan yang diterima, satuan: keluhan", part, text)
    return changed(TARGET, f"{TARGET}        triwulan: {triwulan}\n", text)
