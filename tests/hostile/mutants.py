"""Mutants: the n-th damaged file, the same one each time it is asked for."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from tests.hostile import damage
from tests.hostile.damage import Damage
from tests.hostile.seeds import Seed, seeds

_PACKAGE: tuple[Damage, ...] = (
    damage.bytes_,
    damage.records,
    damage.members,
    damage.xml,
    damage.xml,
    damage.values,
    damage.values,
)
_DAMAGE: dict[str, tuple[Damage, ...]] = {
    "workbook": (*_PACKAGE, damage.terbitan, damage.terbitan, damage.terbitan),
    "kamus": (*_PACKAGE, damage.values, damage.values),
    "zip": (damage.bytes_, damage.records, damage.members, damage.members),
    "mail": (damage.bytes_, damage.mail, damage.mail),
    "definition": (damage.bytes_, *(damage.yaml,) * 6),
}
_SHARES = {"workbook": 8, "kamus": 3, "zip": 2, "mail": 2, "definition": 5}


@dataclass(frozen=True)
class Mutant:
    """A damaged file and how it came to be."""

    number: int
    seed: Seed
    steps: tuple[str, ...]
    data: bytes

    def __str__(self) -> str:
        return f"{self.number}: {self.seed.name}, {' + '.join(self.steps)}"


def mutant(number: int) -> Mutant:
    """Return the n-th mutant: a sound file damaged once to three times."""
    rng = Random(number)  # noqa: S311  no secret
    kinds, shares = zip(*_SHARES.items(), strict=True)
    (kind,) = rng.choices(kinds, shares)
    seed = rng.choice([one for one in seeds() if one.kind == kind])
    data, steps = seed.data, []
    for _ in range(rng.choice((1, 1, 1, 2, 3))):
        change = rng.choice(_DAMAGE[kind])
        data = change(data, rng) or b"\0"
        steps.append(change.__name__.rstrip("_"))
    return Mutant(number, seed, tuple(steps), data)


def mutants(first: int, count: int) -> Iterator[Mutant]:
    """Yield so many mutants from a number on."""
    yield from map(mutant, range(first, first + count))
