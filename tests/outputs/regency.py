"""Small regencies for the outputs: one unit accepted and late, one refused, one missing."""

from dataclasses import replace
from fractions import Fraction

from iku.calculation.figure import counted
from iku.cells import Value
from iku.consolidation import RegencyReport, consolidate
from iku.consolidation.changes import Change, Effect
from iku.definition.model import Definition, Unit
from iku.finding import Finding
from iku.messages import Language, explain
from tests.consolidation.sample import RATIO, SCORE, candidate, definition_of, ratio, with_agregasi

ACTS = ("=", "+", "-", "@", "\t", "\r")
HOSTILE = '=HYPERLINK("http://jahat")<script>alert(1)</script>\';"*tebal*'
DEADLINE = '{periode: tahunan, batas_waktu: {TAHUN: "10 Januari 2018"}}'
SCORED: dict[str, Value] = {"isian.B1.nilai.TAHUN": 71.25}


def definition() -> Definition:
    return definition_of(RATIO, with_agregasi(SCORE, "rata_rata"), pengaturan=DEADLINE)


def finding(path: str, written: str = "85 keluhan") -> Finding:
    facts = {"isian": "Keluhan yang diterima", "tertulis": written, "dibaca": "85"}
    return explain(Finding("ANG-001", dict(facts), path=path, sheet="Isian", cells=("Isian!E9",)))


def report(words: str = "Siti", language: Language = "id") -> RegencyReport:
    """Utara is accepted, late and to be mended; Selatan sent without a period; Timur nothing."""
    path = "kiriman/utara.xlsx"
    entries = {**ratio(35.0, 192.0), **SCORED, "identitas.penyusun": words}
    north = candidate(definition(), "99.01.01", entries, path=path, findings=(finding(path),))
    south = candidate(definition(), "99.01.02", ratio(5.0, 9.0), periode="", path="selatan.xlsx")
    files = [replace(north, received="2018-01-12"), south]
    return consolidate(definition(), files, period="TAHUN", language=language)


def complete() -> RegencyReport:
    """All three units are accepted."""
    entries = ratio(35.0, 192.0), ratio(1.0, 3.0), ratio(0.5, 7.0)
    codes = [unit.kode for unit in definition().unit]
    files = [
        candidate(definition(), kode, {**one, **SCORED})
        for kode, one in zip(codes, entries, strict=True)
    ]
    return consolidate(definition(), files)


def changed(words: str = "12 Januari 2018") -> RegencyReport:
    """A later file of Utara gives another figure, which raises that of the regency."""
    effect = Effect("A1", "TAHUN", counted(Fraction(18)), counted(Fraction(73, 4)))
    one = Change(
        *("99.01.01", "TAHUN", "isian.A1.penerima.TAHUN", 34.0, words),
        *("lama.xlsx", "baru.xlsx", "2018-01-12T08:00:00Z", (effect,)),
    )
    return replace(report(), changes=(one,))


def half_filled() -> RegencyReport:
    """A numerator without its denominator: reported, but counted in no figure of the regency."""
    files = [candidate(definition(), "99.01.01", ratio(35.0, None))]
    return consolidate(definition(), files)


def hostile() -> RegencyReport:
    """Every text that staff or a definition can supply is hostile."""
    base = definition()
    units = tuple(Unit(kode=one.kode, nama=f"{HOSTILE} {one.kode}") for one in base.unit)
    goals = tuple(
        goal.model_copy(
            update={
                "nama": HOSTILE,
                "indikator": tuple(
                    one.model_copy(update={"nama": HOSTILE, "satuan": HOSTILE})
                    for one in goal.indikator
                ),
            }
        )
        for goal in base.sasaran
    )
    kabupaten = base.kabupaten.model_copy(update={"nama": HOSTILE})
    strange = base.model_copy(update={"unit": units, "sasaran": goals, "kabupaten": kabupaten})
    path = f"kiriman/{HOSTILE.replace('/', '')}.xlsx"
    entries = {**ratio(35.0, HOSTILE), "identitas.penyusun": HOSTILE}
    found = (finding(path, HOSTILE),)
    north = candidate(strange, "99.01.01", entries, path=path, findings=found)
    south = candidate(strange, "99.01.02", entries, periode=HOSTILE, path=f"{path}2")
    return consolidate(strange, [north, south], period="TAHUN")


def large(units: int, indikator: int) -> RegencyReport:
    """A regency of many units and indicators; every fourth unit has sent nothing."""
    ratios = [RATIO.replace("A1", f"A{n}") for n in range(1, indikator + 1)]
    base = definition_of(*ratios)
    named = tuple(Unit(kode=f"99.01.{n:02}", nama=f"Kecamatan ke-{n}") for n in range(units))
    wide = base.model_copy(update={"unit": named})
    files = []
    for n, unit in enumerate(named):
        if n % 4:
            entries = {
                name.replace("A1", f"A{i}"): value
                for i in range(1, indikator + 1)
                for name, value in ratio(float(n + i), 190.0 + n).items()
            }
            path = f"{unit.kode}.xlsx"
            files.append(candidate(wide, unit.kode, entries, path=path, findings=(finding(path),)))
    return consolidate(wide, files)
