"""The kecamatan of the regency, and the definition that names them."""

from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

from tests.regency.measures import BY_CODE, PERIODS

BASE = Path(__file__).with_name("kota_jambi.yaml")
TAHUN = 2025
KOTA_JAMBI = "15.71"
NAMES = (
    "Telanaipura",
    "Jambi Selatan",
    "Jambi Timur",
    "Pasar Jambi",
    "Pelayangan",
    "Danau Teluk",
    "Kota Baru",
    "Jelutung",
    "Alam Barajo",
    "Danau Sipin",
    "Paal Merah",
)
STARTS_LATE = 10
"""The kecamatan that came into being on 1 July."""
ENDS_EARLY = 4
"""The kecamatan that was merged into another at the end of September."""
OWN_SUM = "P7: {TW1: 40, TW2: 80, TW3: 120, TW4: 160, TAHUN: 160}"
"""Every unit's own target of what adds up, so that the definition's is the regency's alone."""


@dataclass(frozen=True)
class Kecamatan:
    """One unit: its place in the list, code and name, and what the regency set for it alone."""

    index: int
    kode: str
    nama: str
    without: frozenset[str] = frozenset()
    targets: dict[str, dict[str, Fraction]] = field(default_factory=dict)

    def target(self, kode: str, period: str) -> Fraction | None:
        """The target of a period."""
        own = self.targets.get(kode, {}).get(period)
        return own if own is not None else BY_CODE[kode].target.get(period)

    def expected(self, period: str) -> bool:
        """Whether it exists at the end of a period."""
        if self.index == ENDS_EARLY:
            return period in {"TW1", "TW2", "TW3"}
        return self.index != STARTS_LATE or period not in {"TW1", "TW2"}

    def seated(self, period: str) -> bool:
        """Whether it existed at the end of a period of the year up to this one."""
        return any(self.expected(one) for one in PERIODS[: PERIODS.index(period) + 1])

    @property
    def file(self) -> str:
        """The name of its workbook."""
        return f"IKU_{TAHUN}_{self.kode}_{self.nama.replace(' ', '_')}.xlsx"


def kecamatan(count: int, kabupaten: str = KOTA_JAMBI) -> tuple[Kecamatan, ...]:
    """So many units, the eleven of Kota Jambi first; ``kabupaten`` is the code of the regency."""
    found = []
    for n in range(count):
        nama = NAMES[n] if n < len(NAMES) else f"Jambi {n + 1}"
        targets = {"P7": BY_CODE["P7"].target}
        if n % len(NAMES) == 3:
            targets["P1"] = dict.fromkeys(PERIODS, Fraction(85))
        if n % len(NAMES) == 4:
            targets["P1"] = dict.fromkeys(PERIODS[2:], Fraction(80))
        without = frozenset({"P9"}) if n % len(NAMES) == 5 else frozenset()
        found.append(Kecamatan(n, f"{kabupaten}.{n + 1:02}", nama, without, targets))
    return tuple(found)


def definition_text(count: int, kabupaten: str = KOTA_JAMBI) -> str:
    """The definition of a regency with so many units; another one than Kota Jambi is made up."""
    base = BASE.read_text(encoding="utf-8").rstrip()
    if kabupaten != KOTA_JAMBI:
        base = base.replace("KOTA-JAMBI-TW-2025", f"SIMULASI-{kabupaten}-2025")
        base = base.replace(KOTA_JAMBI, kabupaten).replace("Kota Jambi", f"Kabupaten {kabupaten}")
    lines = [base, "unit:"]
    for one in kecamatan(count, kabupaten):
        parts = [f'kode: "{one.kode}"', f"nama: {one.nama}"]
        if one.without:
            parts.append(f"tidak_berlaku: [{', '.join(sorted(one.without))}]")
        if one.index == STARTS_LATE:
            parts += ["mulai: 2025-07-01", f'asal: ["{kabupaten}.02"]']
        if one.index == ENDS_EARLY:
            parts.append("sampai: 2025-09-30")
        own = OWN_SUM
        match one.index % len(NAMES):
            case 3:
                own += ", P1: {TW1: 85, TW2: 85, TW3: 85, TW4: 85, TAHUN: 85}"
            case 4:
                parts.append(
                    "pk: [{nomor: 100/1, tanggal: 10 Januari 2025}, {nomor: 100/9, tanggal: "
                    "12 Agustus 2025, jenis: perubahan, berlaku_mulai: TW3, "
                    "target: {P1: {TW3: 80, TW4: 80, TAHUN: 80}}}]"
                )
        parts.append(f"target: {{{own}}}")
        lines.append(f"  - {{{', '.join(parts)}}}")
    return "\n".join(lines) + "\n"
