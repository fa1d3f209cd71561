"""Ringkasan and Triwulan: the regency's own figures, worked out again from the cells."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

from tests.regency.readding import graded, regency_target
from tests.regency.recap import ANSWERED, OUT_OF_M, Recap, limited, mean, period_named
from tests.regency.tables import Proof
from tests.regency.typed import combined, entered

ASIDE = slice(12, 20)
"""Columns beside the page of Ringkasan: n, m, in the mean, capped, weight, weighted twice, target."""
_LIGHTS = ("▲ Tercapai", "■ Belum tercapai", "▼ Jauh dari target", "○ Belum ada")


def trace_summary(recap: Recap) -> None:
    """Look at everything on Ringkasan and Triwulan."""
    _completeness(recap)
    adds = dict(_indicators(recap))
    _means(recap, adds)
    _lights(recap)
    if "Triwulan" in recap.sheets:
        _trend(recap)


def _completeness(recap: Recap) -> None:
    """The same words on every sheet, and the box on Ringkasan."""
    n, m = recap.completeness
    label = f"{'Lengkap' if n == m else 'Sementara'}: {n} dari {m} kecamatan"
    for sheet, rows in recap.sheets.items():
        recap.traced.equal(f"{sheet} lengkap", rows[2][0], label)
    recap.traced.equal("Ringkasan yang melapor", recap.sheets["Ringkasan"][6][6], f"{n} dari {m}")


def _indicators(recap: Recap) -> Iterator[tuple[str, Fraction | None]]:
    """Yield what each indicator adds to the means."""
    rows = recap.sheets["Ringkasan"]
    first = next(n for n, row in enumerate(rows) if row[1] == "Kode") + 1
    heads = {str(cell): n for n, cell in enumerate(rows[first - 1]) if cell}
    for row in rows[first:]:
        kode = row[heads["Kode"]]
        if kode not in recap.known:  # the table ends; what follows are means
            return
        shown = {head: row[n] for head, n in heads.items()}
        adds = recap.regency_adds(kode, shown["Realisasi"])
        _indicator(recap, kode, shown)
        _aside(recap, kode, row[ASIDE], adds)
        yield kode, adds


def _indicator(recap: Recap, kode: str, shown: Mapping[str, Any]) -> None:
    what, traced = f"Ringkasan {kode}", recap.traced
    value, capaian = recap.regency(kode)
    _target(recap, what, kode, recap.period, shown["Target"])
    traced.compare(f"{what} realisasi", shown["Realisasi"], value)
    traced.compare(f"{what} capaian", shown["Capaian (%)"], capaian)
    n, m = counted(recap, kode)
    traced.equal(f"{what} dihitung", shown["Kecamatan dihitung"], f"{n} dari {m}")


def _target(recap: Recap, what: str, kode: str, period: str, shown: Any) -> None:
    """A target as it is printed: a number, a grade, or bounds."""
    one = recap.known[kode]
    words = graded(one, period, recap.tahun)
    if isinstance(one["polaritas"], dict):
        words = "–".join(one["polaritas"]["rentang"][end] for end in ("bawah", "atas"))
    if words:
        recap.traced.equal(f"{what} target", shown, words, Proof.TARGET)
    else:
        true = regency_target(one, period, recap.tahun)
        recap.traced.compare(f"{what} target", shown, true, Proof.TARGET)


def counted(recap: Recap, kode: str) -> tuple[int, int]:
    """The n and the m of an indicator, from the words on Data."""
    states = [own[kode] for own in recap.states.values()]
    due = [one for one in states if one not in OUT_OF_M]
    return sum(one in ANSWERED for one in due), len(due)


def _aside(recap: Recap, kode: str, shown: Sequence[Any], adds: Fraction | None) -> None:
    """The columns beside the page; the weights of this definition are all one."""
    what, traced = f"Ringkasan {kode} samping", recap.traced
    n, m, plain, capped, weight, weighted, weighted_capped, target = shown
    traced.equal(f"{what} n", (n, m), counted(recap, kode))
    for count, true in zip((n, m), counted(recap, kode), strict=True):
        traced.equal(what, count, true)
    own = Fraction(recap.known[kode].get("bobot", 1))
    traced.compare(f"{what} bobot", weight, own, Proof.TARGET)
    bound = None if adds is None else limited(adds)
    traced.compare(f"{what} capaian", plain, adds)
    traced.compare(f"{what} batas", capped, bound)
    traced.compare(f"{what} berbobot", weighted, None if adds is None else adds * own)
    traced.compare(
        f"{what} batas berbobot", weighted_capped, None if bound is None else bound * own
    )
    set_one = regency_target(recap.known[kode], recap.period, recap.tahun)
    traced.compare(f"{what} target", target, set_one, Proof.TARGET)


def _means(recap: Recap, adds: Mapping[str, Fraction | None]) -> None:
    rows, traced = recap.sheets["Ringkasan"], recap.traced
    goals = [mean([adds[kode] for kode in goal]) for goal in recap.goals]
    every = list(adds.values())
    found = {
        "Rata-rata capaian": mean(every),
        "Rata-rata dengan batas maksimum": mean(every, capped=True),
        "Rata-rata per sasaran": mean(goals),
    }
    shown = {str(row[0]): row[6] for row in rows if row[0] and len(row) > 6 and row[1] is None}
    for words, value in found.items():
        traced.compare(f"Ringkasan {words}", shown[words], value)
    for n, value in enumerate(goals, 1):
        words = next(one for one in shown if one.startswith(f"Rata-rata sasaran {n}:"))
        traced.compare(f"Ringkasan {words}", shown[words], value)
    for column, value in zip((0, 2, 3), found.values(), strict=True):
        traced.compare(f"Ringkasan kotak {column}", rows[6][column], value)


def _lights(recap: Recap) -> None:
    rows = recap.sheets["Ringkasan"]
    states = Counter(str(row[8]) for row in rows if row[1] in recap.known)
    words = "      ".join(f"{light}: {states[light]}" for light in _LIGHTS)
    recap.traced.equal("Ringkasan tanda", rows[7][0], words)


def _trend(recap: Recap) -> None:
    """Target, realisasi and capaian of every period, whose heads stand in two rows."""
    rows = recap.sheets["Triwulan"]
    first = next(n for n, row in enumerate(rows) if row[0] == "Kode")
    columns: dict[str, int] = {}
    above = ""
    for n, (head, below) in enumerate(zip(rows[first], rows[first + 1], strict=True)):
        above = str(head) if head else above
        if below == "Realisasi":
            columns[period_named(above.split())] = n
    for row in rows[first + 2 :]:
        if row[0] not in recap.known:
            break
        for period, n in columns.items():
            _of_period(recap, row[0], period, row[n - 1 : n + 2])
        _aside_of_trend(recap, row, columns)


def _of_period(recap: Recap, kode: str, period: str, shown: Sequence[Any]) -> None:
    what = f"Triwulan {kode} {period}"
    _target(recap, what, kode, period, shown[0])
    for name, cell, value in zip(
        ("realisasi", "capaian"), shown[1:], recap.regency(kode, period), strict=True
    ):
        recap.traced.compare(f"{what} {name}", cell, value)


def _aside_of_trend(recap: Recap, row: Sequence[Any], columns: Mapping[str, int]) -> None:
    """Beside the page: what each quarter came to by itself where they are combined, and targets."""
    kode, after = row[0], max(columns.values()) + 3
    one = recap.known[kode]
    quarters = [period for period in columns if period != "TAHUN"]
    for n, quarter in enumerate(quarters, after):
        value = None
        if combined(one) and one.get("agregasi", "komponen") == "komponen":
            here = quarter in entered(one, recap.period)
            value = recap.again.quarter(kode, recap.again.seen, quarter) if here else None
        recap.traced.compare(f"Triwulan {kode} {quarter} sendiri", row[n], value)
    for n, period in enumerate(columns, after + len(quarters)):
        set_one = regency_target(one, period, recap.tahun)
        recap.traced.compare(f"Triwulan {kode} {period} target", row[n], set_one, Proof.TARGET)
