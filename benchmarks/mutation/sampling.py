"""Which mutants are tried: some of every room, more where figures and rules are made."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable

from .mutants import Mutant

WEIGHTS = {
    "iku/calculation": 4,
    "iku/checks": 3,
    "iku/tamper": 3,
    "iku/consolidation": 3,
    "iku/formula": 3,
    "iku/definition": 3,
    "iku": 3,  # reading, periods, targets, manifests
}


def by_room(mutants: Iterable[Mutant]) -> dict[str, list[Mutant]]:
    """Return the mutants of every room."""
    rooms: dict[str, list[Mutant]] = defaultdict(list)
    for one in mutants:
        rooms[one.room].append(one)
    return dict(sorted(rooms.items()))


def sample(mutants: Iterable[Mutant], size: int, seed: int) -> list[Mutant]:
    """Return `size` mutants; the same for the same seed, and a larger sample holds a smaller one.

    Which one comes first does not depend on its line, so that a change elsewhere in the module
    leaves the sample as it is.
    """
    keyed = sorted((_turn(one, seed), one.name, one) for one in mutants)
    return [one for *_, one in keyed[:size]]


def _turn(one: Mutant, seed: int) -> float:
    """Return the place of a mutant in the queue; a room of weight 3 has three times the chance."""
    digest = hashlib.sha256(f"{seed}|{one.name}".encode()).digest()
    chance = (int.from_bytes(digest[:8], "big") + 1) / 2**64
    return float(-(chance ** (1 / WEIGHTS.get(one.room, 1))))
