"""Campaign: random damage to random workbooks, and whether each is found where it was done."""

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import cycle, islice

from hypothesis import Phase, given, settings
from hypothesis import seed as given_seed

from iku.cells import WorkbookSnapshot
from iku.checks.folding import folded
from iku.definition.model import Definition
from iku.finding import Finding, Severity
from iku.layout.layout import Layout
from iku.messages import explain
from iku.reading import read_submission
from iku.submission import Submission
from iku.terbitan import issue
from tests.damage.kinds import KINDS, Expected
from tests.damage.package import Book, NoPlaceError, unpacked
from tests.kamus.definitions import definitions
from tests.workbooks import layout as known_layout
from tests.workbooks import workbook_bytes
from workbook_reader.snapshot import read_snapshot_bytes

_STRUCTURAL = ("STR", "KCI", "BRK")


@dataclass(frozen=True)
class Form:
    """A filled workbook before any damage."""

    layout: Layout
    parts: dict[str, bytes]
    seen: WorkbookSnapshot
    baseline: Submission
    quiet: frozenset[tuple[str, tuple[str, ...]]]  # what is told of it without any damage


@dataclass(frozen=True)
class Damaged:
    """One damaged workbook: what was done, what was told, and whether that is right."""

    kind: str
    expected: Expected
    told: tuple[Finding, ...]
    found: bool


def form_of(layout: Layout, seed: int = 0) -> Form:
    """Fill a workbook with figures that fit their entries."""
    rng = random.Random(seed)  # noqa: S311
    values = {
        name: float(rng.randint(int(entry.minimum or 0) + 1, int(entry.maximum or 90)))
        for name, entry in layout.entries.items()
        if entry.kind == "number"
        and (entry.maximum is None or entry.maximum > (entry.minimum or 0) + 1)
    }
    data = workbook_bytes(layout, values)
    seen = _snapshot(data)
    parts = unpacked(data)
    baseline = read_submission(seen)
    assert isinstance(baseline, Submission)
    quiet = frozenset((one.code, one.cells) for one in told_of(baseline))
    return Form(layout, parts, seen, baseline, quiet)


def damaged(forms: Sequence[Form], count: int, seed: int) -> Iterator[Damaged]:
    """Yield damaged workbooks: every kind on every form in turn, at places the seed chooses.

    One form comes after the other, as what was issued is remembered for a few of them only.
    """
    rng = random.Random(seed)  # noqa: S311
    for n, form in enumerate(forms):
        share = count * (n + 1) // len(forms) - count * n // len(forms)
        names = list(KINDS)
        rng.shuffle(names)
        turns = (damage(form, name, rng.randrange(2**32)) for name in cycle(names))
        yield from islice((one for one in turns if one is not None), share)


def damage(form: Form, name: str, seed: int) -> Damaged | None:
    """Do one kind of damage to a workbook; None where it has no place for it."""
    book = Book(dict(form.parts), form.layout, form.seen, random.Random(seed))  # noqa: S311
    try:
        expected = KINDS[name](book)
    except NoPlaceError:
        return None
    if expected is None:
        return None
    read = read_submission(_snapshot(book.data()))
    told = [explain(read)] if isinstance(read, Finding) else told_of(read)
    new = tuple(one for one in told if (one.code, one.cells) not in form.quiet)
    harmless = isinstance(read, Submission) and _same(form.baseline, read) and not _above_info(new)
    return Damaged(name, expected, new, harmless if not expected.codes else _found(expected, new))


def table(tried: Sequence[Damaged]) -> list[str]:
    """Return the table of kinds: how many were made, and how many of them were found."""
    made, found = (
        Counter(one.kind for one in tried),
        Counter(one.kind for one in tried if one.found),
    )
    lines = [f"{'kind':36} {'made':>6} {'found':>6}"]
    lines += [f"{name:36} {made[name]:6} {found[name]:6}" for name in KINDS]
    share = 100 * found.total() / max(1, made.total())
    return [*lines, f"{len(KINDS)} kinds, {made.total()} workbooks, {share:.2f} % found"]


def told_of(read: Submission) -> list[Finding]:
    """Return what reading and the tamper check tell; what figures mean is another matter."""
    return [explain(one) for one in folded(read.findings)]


def _found(expected: Expected, told: Sequence[Finding]) -> bool:
    others = [one for one in _above_info(told) if one.code not in expected.codes]
    if expected.alone and any(one.code.startswith(_STRUCTURAL) for one in others):
        return False
    return any(
        one.code in expected.codes and (not expected.cells or _there(one, expected.cells))
        for one in told
    )


def _there(finding: Finding, places: tuple[str, ...]) -> bool:
    return bool({finding.sheet, *finding.cells} & set(places))


def _same(before: Submission, after: Submission) -> bool:
    return before.report.entries == after.report.entries


def _above_info(told: Sequence[Finding]) -> list[Finding]:
    return [one for one in told if one.severity is not Severity.INFO]


def _snapshot(data: bytes) -> WorkbookSnapshot:
    seen = read_snapshot_bytes(data, "IKU.xlsx")
    assert not isinstance(seen, Finding)
    return seen


@cache
def known_form(name: str) -> Form:
    """The filled workbook of a definition that ships, or of one made for tests."""
    return form_of(known_layout(name))


def random_forms(count: int, seed: int) -> list[Form]:
    """Return filled workbooks of definitions of every shape that the rules allow."""
    forms: list[Form] = []

    @given_seed(seed)
    @settings(max_examples=4 * count, database=None, deadline=None, phases=[Phase.generate])
    @given(definitions())
    def draw(definition: Definition) -> None:
        if definition.unit and len(forms) < count:
            forms.append(form_of(Layout(issue(definition, definition.unit[0])), len(forms)))

    draw()
    return forms
