"""The score of a sample by room, and the mutants that nobody noticed."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from .mutants import Mutant
from .running import KILLED, NOT_COVERED, SURVIVED, TIMED_OUT
from .sampling import by_room

OUTCOMES = (KILLED, TIMED_OUT, SURVIVED, NOT_COVERED)
Results = Mapping[str, Mapping[str, Any]]


def table(every: Sequence[Mutant], tried: Sequence[Mutant], known: Results) -> str:
    """Return the score of each room, and that of all, each room by the mutants it has."""
    lines = [
        "| room | mutants | tried | killed | timed out | survived | not covered | score |",
        "|---|---:|---:|---:|---:|---:|---:|---:|",
    ]
    rooms, there = by_room(tried), {room: len(some) for room, some in by_room(every).items()}
    seen: Counter[str] = Counter()
    for room, some in rooms.items():
        counted = Counter(str(known[one.name]["outcome"]) for one in some if one.name in known)
        lines.append(_row(f"`{room}`", there[room], counted))
        seen += counted
    lines.append(_row("all", sum(there.values()), seen))
    fair = sum(there[room] * _score(_counted(some, known)) for room, some in rooms.items())
    asked = sum(there[room] for room in rooms)
    return "\n".join(lines) + f"\n\nEach room by its size: {100 * fair / max(asked, 1):.1f} %."


def _counted(some: Sequence[Mutant], known: Results) -> Counter[str]:
    return Counter(str(known[one.name]["outcome"]) for one in some if one.name in known)


def _score(counted: Counter[str]) -> float:
    return (counted[KILLED] + counted[TIMED_OUT]) / max(counted.total(), 1)


def _row(room: str, there: int, counted: Counter[str]) -> str:
    numbers = " | ".join(str(counted[outcome]) for outcome in OUTCOMES)
    score = f"{100 * _score(counted):.1f} %"
    return f"| {room} | {there} | {counted.total()} | {numbers} | {score} |"


def told(tried: Sequence[Mutant], known: Results) -> str:
    """Return the survivors, and what no test enters: file, line, change."""
    lines = [""]
    for one in sorted(tried, key=lambda one: (one.path, one.line)):
        result = known.get(one.name, {})
        if result.get("outcome") in {SURVIVED, NOT_COVERED}:
            tests = f"{result['tests']} of {result['covering']} tests"
            lines += [
                f"{one.path}:{one.line} {one.function} ({one.kind}, {result['outcome']}, {tests})",
                f"    - {one.before}",
                f"    + {one.after}",
            ]
    return "\n".join(lines)
