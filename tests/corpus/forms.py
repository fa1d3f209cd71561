"""STR, KCI, IDN, ISI, ANG, LOG, TRN, NAR: one change of a sound workbook for each code."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from iku.cells import WorkbookSnapshot
from iku.checks import check_submission
from iku.layout.layout import Layout
from iku.terbitan import fingerprint
from tests.anggaran.sample import ODD as MONEY
from tests.anggaran.sample import hulu, whole_year
from tests.checks import test_rules as rules
from tests.checks import test_sense as odd
from tests.checks.books import (
    QUARTERLY,
    SMALL,
    data,
    jambi_timur,
    manifest,
    small,
    snapshot,
    submission,
    typed,
)
from tests.checks.damage import DAMAGE
from tests.corpus.case import DEFINITION, REGISTER, Case
from tests.corpus.written import written
from workflow.history import History, Issue

NAME = "IKU_2025_99.03.01_Uji_Utara.xlsx"
Changes = Mapping[str, object]
# A changed format is told as such too, or tells what follows from it.
_ALSO = {"ANG-004": frozenset({"KCI-018"}), "ANG-005": frozenset({"KCI-008"})}
Sample = tuple[Changes, list[str]]  # changed entries, and the codes that they lead to


@cache
def sound() -> bytes:
    """A yearly workbook in which nothing is wrong."""
    return written(snapshot(small(), typed(rules.GOOD)))


def should_pass() -> dict[str, bytes]:
    """Workbooks in which nothing is wrong, by name."""
    quarterly = snapshot(small(QUARTERLY), typed(rules.GOOD_TW2))
    return {
        "tahunan.xlsx": sound(),
        "triwulanan.xlsx": written(quarterly),
        "dengan_riwayat.xlsx": written(snapshot(odd.sense(), typed(odd.GOOD))),
        "IKU FINAL (2).xlsx": written(_restyled()),
    }


def _restyled() -> WorkbookSnapshot:
    """A workbook whose filler changed what is theirs to change: widths, filters, free columns."""
    seen = snapshot(small(), typed(rules.GOOD))
    seen.producer, seen.modified = "LibreOffice 7.4", "2026-01-05T08:00:00Z"
    return seen


def cases() -> Iterator[Case]:
    """Yield a case for every code that a workbook can show."""
    entered = dict(_entered())
    yield from entered.values()
    for code, damage in DAMAGE.items():
        if code not in entered:
            seen = snapshot(small(), typed(rules.GOOD))
            damage(seen, small())
            yield Case(code, {NAME: written(seen)}, _ALSO.get(code, frozenset()))
    yield _crowded()
    yield from _compared()
    yield from _registered()


def _entered() -> Iterator[tuple[str, Case]]:
    """Yield the cases made by typing; where a rule has several, the one that says nothing else."""
    groups = (rules.IDENTITY, rules.ENTRIES, rules.TYPED, rules.LOGIC, rules.SENSE)
    yearly = [
        (changes, [code for code, _ in found]) for group in groups for changes, found in group
    ]
    quarters = [(changes, [code for code, _ in found]) for changes, found in rules.QUARTERS]
    sense = [(changes, [code]) for changes, code, _ in odd.ODD]
    money = [(changes, [code]) for changes, code, _ in MONEY]
    samples: tuple[tuple[Layout, Changes, Iterable[Sample]], ...] = (
        (small(), rules.GOOD, yearly),
        (small(QUARTERLY), rules.GOOD_TW2, quarters),
        (odd.sense(), odd.GOOD, sense),
        (hulu(), whole_year(), money),
    )
    best: dict[str, tuple[int, Layout, Changes, list[str]]] = {}
    for of, good, several in samples:
        for changes, codes in several:
            for code in set(codes):
                if code not in best or len(set(codes)) < best[code][0]:
                    best[code] = (len(set(codes)), of, {**good, **changes}, codes)
    for code, (_, of, values, codes) in best.items():
        data = written(snapshot(of, typed(values)))
        yield code, Case(code, {NAME: data}, frozenset(codes) - {code})


def _crowded() -> Case:
    """Return the real form in which more institutions attend than another figure says there are."""
    values = data("jambi_timur_2017_koreksi")
    also = check_submission(submission(jambi_timur(), values))
    book = written(snapshot(jambi_timur(), values))
    return Case("LOG-008", {NAME: book}, frozenset(one.code for one in also))


def _compared() -> Iterator[Case]:
    """Yield the cases that only the regency's own definition shows."""
    text = SMALL.read_text(encoding="utf-8")
    changes = {
        "IDN-008": ("kode: UJI-2025", "kode: LAIN-2025"),
        "IDN-009": ("versi: 1", "versi: 2"),
        "IDN-010": ("kode: 99.03.01", "kode: 99.03.02"),
    }
    for code, (before, after) in changes.items():
        yield Case(code, {NAME: sound(), DEFINITION: text.replace(before, after, 1)})


def _registered() -> Iterator[Case]:
    """Yield what only the regency's register shows: forms that it does not know, or knows better."""
    of = small()
    own = Issue.of(of.terbitan, fingerprint(manifest(of).canonical()))
    other = own._replace(sidik="f" * 64, versi="2")
    registers = {
        "KCI-014": [own._replace(sidik="f" * 64, unit="99.03.09")],
        "KCI-022": [other],
        "KCI-023": [own._replace(manifes="0" * 64)],
        "KCI-024": [own, other],
    }
    with TemporaryDirectory() as folder:
        for code, issues in registers.items():
            register = Path(folder) / code
            History(register).record_issues(issues)
            yield Case(code, {NAME: sound(), REGISTER: register.read_bytes()})
