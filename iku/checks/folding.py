"""Folding: one cell, one reason; what only follows from another finding is kept inside it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from iku.checks.pointing import period_order
from iku.finding import Finding, Severity
from iku.messages import entry

DERIVED = "turunan"
CELL_IS_GONE = "(selnya hilang)"

# Cause → what follows from it in the same cell; a family stands for all its codes.
SAME_CELL: dict[str, tuple[str, ...]] = {
    "STR-008": ("KCI-007", "KCI-008", "KCI-009", "KCI-011", "STR-017", "ISI", "ANG", "LOG"),
    "KCI-001": ("KCI-004",),
    "KCI-002": ("KCI-004",),
    "KCI-003": ("KCI-004",),
    "KCI-010": ("KCI-007", "KCI-008", "KCI-009", "ISI", "ANG", "LOG"),
    "KCI-008": ("KCI-007", "KCI-009", "ISI-008", "ISI-009", "ANG", "LOG"),
    "KCI-009": ("KCI-007",),
    "ISI-002": ("ISI-004", "ISI-005"),
    "ISI-006": ("LOG",),
    "ISI-008": ("LOG",),
    "ISI-009": ("LOG",),
    "ANG-004": ("ISI-008", "ISI-009", "LOG"),
    "ANG-005": ("ISI-008", "ISI-009", "LOG"),
    "ANG-007": ("LOG",),
}
# What makes the result of an indicator wrong, and what can then be said about that result.
INPUT_IS_WRONG = (
    *("ISI-001", "ISI-002", "ISI-003", "ISI-006", "ISI-007", "ISI-008", "ISI-009", "ISI-010"),
    *("ANG", "KCI-008", "LOG-001", "LOG-002", "LOG-005", "LOG-006"),
)
RESULT_IS_ODD = (
    "LOG-003",
    "LOG-009",
    "TRN-001",
    "TRN-002",
    "TRN-003",
    "TRN-004",
    "TRN-007",
    "NAR-001",
)
_WEIGHT = {Severity.ERROR: 2, Severity.WARNING: 1, Severity.INFO: 0}
# Codes that say the same of every cell: their cells are told in one finding.
_GATHERED = ("KCI-004", "KCI-007", "KCI-008", "KCI-009", "KCI-018", "KCI-019")
_UNITED = ("STR-009", "STR-020")


def folded(findings: Sequence[Finding], aside: AbstractSet[str] = frozenset()) -> list[Finding]:
    """Return findings without those that follow from another, whose codes the cause keeps.

    ``aside`` are entry cells that no realisasi is computed from: nothing follows from them. A
    cause becomes as severe as the worst that follows from it. A finding without a cell stays.
    """
    causes = _Causes(findings, aside)
    parents = [causes.of(n) for n in range(len(findings))]
    followers: dict[int, list[Finding]] = defaultdict(list)
    for n, finding in enumerate(findings):
        root = n
        while (parent := parents[root]) is not None:
            root = parent
        if root != n:
            followers[root].append(finding)
    kept = (
        _with_followers(finding, followers[n])
        for n, finding in enumerate(findings)
        if parents[n] is None
    )
    return list(_gathered(_without_repeats(kept)))


def asks_what_feeds(findings: Sequence[Finding]) -> bool:
    """Whether a result is odd and an entry wrong, so that one may follow from the other."""
    return all(
        any(_is_one_of(finding.code, codes) for finding in findings)
        for codes in (RESULT_IS_ODD, INPUT_IS_WRONG)
    )


class _Causes:
    """Finds for each finding the first other one that it follows from."""

    def __init__(self, findings: Sequence[Finding], aside: AbstractSet[str]) -> None:
        self._findings = findings
        self._aside = aside
        self._by_cell: dict[str, list[int]] = defaultdict(list)
        self._by_indikator: dict[str, list[int]] = defaultdict(list)
        self._sheets: list[int] = []
        for n, finding in enumerate(findings):
            for cell in finding.cells:
                self._by_cell[cell].append(n)
            if finding.indicator:
                self._by_indikator[finding.indicator].append(n)
            if finding.code in {"STR-004", "STR-007"}:
                self._sheets.append(n)

    def of(self, number: int) -> int | None:
        """Return the number of the cause of a finding, or None where it stands for itself."""
        finding = self._findings[number]
        if not finding.cells:
            return None
        candidates = (*self._on_sheet(finding), *self._in_cell(finding), *self._on_result(finding))
        return next((one for one in candidates if one != number), None)

    def _on_sheet(self, finding: Finding) -> Iterator[int]:
        """Yield what took the cells away: the sheet is missing, or rows of it."""
        for number in self._sheets:
            cause = self._findings[number]
            on_it = all(cell.startswith(f"{cause.sheet}!") for cell in finding.cells)
            gone = finding.code == "KCI-001" and finding.facts.get("ditemukan") == CELL_IS_GONE
            if on_it and (gone or cause.code == "STR-004"):
                yield number

    def _in_cell(self, finding: Finding) -> Iterator[int]:
        for cell in finding.cells:
            for number in self._by_cell[cell]:
                cause = self._findings[number]
                followers = SAME_CELL.get(cause.code, ())
                if _is_one_of(finding.code, followers) and self._covers(cause, finding):
                    yield number

    @staticmethod
    def _covers(cause: Finding, finding: Finding) -> bool:
        """Blank cells follow only where all of them do; the others would go untold."""
        return finding.code != "ISI-001" or set(finding.cells) <= set(cause.cells)

    def _on_result(self, finding: Finding) -> Iterator[int]:
        if not _is_one_of(finding.code, RESULT_IS_ODD):
            return
        for number in self._related(finding):
            cause = self._findings[number]
            earlier = _order(cause) <= _order(finding)
            feeds = not set(cause.cells) <= self._aside
            if _is_one_of(cause.code, INPUT_IS_WRONG) and earlier and feeds:
                yield number

    def _related(self, finding: Finding) -> Iterator[int]:
        yield from self._by_indikator[finding.indicator] if finding.indicator else ()
        for cell in finding.cells:
            yield from self._by_cell[cell]


def _order(finding: Finding) -> int:
    return period_order(str(finding.facts.get("periode", "")))


def _is_one_of(code: str, codes: Iterable[str]) -> bool:
    return any(code == one or code.partition("-")[0] == one for one in codes)


def severity_of(finding: Finding) -> Severity:
    """Return the severity of a finding, its own or else that of the catalogue."""
    return finding.severity or Severity(entry(finding.code)["severity"])


def _with_followers(finding: Finding, followers: list[Finding]) -> Finding:
    if not followers:
        return finding
    worst = max((severity_of(one) for one in (finding, *followers)), key=_WEIGHT.__getitem__)
    codes = list(dict.fromkeys(one.code for one in followers))
    return replace(finding, severity=worst, facts={**finding.facts, DERIVED: codes})


def _without_repeats(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Tell once what several names of one cell would repeat."""
    seen = set()
    for finding in findings:
        key = (finding.code, finding.cells)
        if finding.cells and key in seen:
            continue
        seen.add(key)
        yield finding


def _gathered(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Tell in one finding, at its first place, what is the same of many cells or names."""
    groups: dict[object, list[Finding]] = {}
    for n, finding in enumerate(findings):
        key: object = n
        if finding.code in _GATHERED:
            key = (finding.code, finding.sheet, finding.severity, str(finding.facts))
        elif finding.code in _UNITED:
            key = finding.code
        groups.setdefault(key, []).append(finding)
    for group in groups.values():
        yield _united(group) if len(group) > 1 else group[0]


def _united(group: list[Finding]) -> Finding:
    first = group[0]
    if first.code in _UNITED:
        names = sorted(str(one.facts["nama"]) for one in group)
        return replace(first, facts={**first.facts, "nama": names})
    cells = tuple(dict.fromkeys(cell for one in group for cell in one.cells))
    return replace(first, cells=cells)
