"""Ways to fill in a workbook: the examples that ship, and what people really do."""

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass

from iku.cells import ErrorValue, Value
from iku.layout.entry import Entry
from iku.layout.layout import Layout
from iku.resources import example_path

EXAMPLES = {
    "kota_jambi_2017": "jambi_timur_2017.json",
    "kepulauan_anambas_2024": "contoh_jemaja_barat_2024.json",
    "contoh_triwulanan_2025": "contoh_triwulanan_2025.json",
    "jambi_timur_2017_triwulanan": "jambi_timur_2017_triwulanan.json",
}
HUGE = (1e12, 999_999_999_999_999.0, 1e15, -1e15, 1e300)
HALVES = (92.355, 2.675, 1.005, 0.125, 61.7, 1 / 3, 0.1, 1e-9)
WORDS = ("abc", "1.500", "12,5", "-", "*", "<0", "~?", "Nihil", "Belum diisi", "a" * 300, '"', " ")
ODD: tuple[tuple[Value, ...], ...] = (HUGE, HALVES, WORDS, (0.0,), (-3.0, -0.5, -1e6))
NAMES = ("Siti", "196910052014061003", " ", "Januari 2018", "*")
STRAY_CHOICES = ("lain", "*", "Sudah ada, lihat lampiran")
ERROR = ErrorValue("#N/A")


@dataclass(frozen=True, slots=True)
class Habit:
    """How one person fills in a form, as shares of the entries."""

    blank: float
    odd: float
    absent: float  # figures that have a status instead

    @classmethod
    def drawn(cls, chance: random.Random) -> "Habit":
        """From the careful to the careless."""
        return cls(
            blank=chance.choice((0.0, 0.05, 0.15, 0.5)),
            odd=chance.choice((0.0, 0.02, 0.1, 0.4)),
            absent=chance.choice((0.0, 0.05, 0.2, 0.5)),
        )


def example(name: str, of: Layout) -> dict[str, Value]:
    """The values that ship for a definition, as cells hold them."""
    tree = json.loads(example_path(EXAMPLES[name]).read_text(encoding="utf-8"))
    return {key: as_cell(of.entries[key], value) for key, value in tree.items()}


def as_cell(entry: Entry, value: object) -> Value:
    """A value of a JSON file as its cell holds it."""
    if entry.kind == "number" and isinstance(value, int | float):
        return float(value)
    return str(value)


def at_random(of: Layout, seed: int, *, errors: bool = False) -> dict[str, Value]:
    """What might be typed by someone of random habits, up to a random period.

    Numbers of every size and sign, decimal halves, blanks, text in numbers, statuses with figures
    and without; with ``errors`` also error values, as a paste brings them.
    """
    chance = random.Random(seed)  # noqa: S311  the same fillings every time
    habit = Habit.drawn(chance)
    typed = dict(_typed(of, chance, habit, errors=errors))
    for name in [name for name in typed if name.startswith("status.")]:
        if chance.random() < 0.8:  # as it should be: no figure beside its status
            for figure in _figures_of(name, typed):
                del typed[figure]
    return typed


def _figures_of(status: str, typed: dict[str, Value]) -> list[str]:
    subject, _, periode = status.removeprefix("status.").rpartition(".")
    return [n for n in typed if n.startswith(f"isian.{subject}.") and n.endswith(f".{periode}")]


def _typed(
    of: Layout, chance: random.Random, habit: Habit, *, errors: bool
) -> Iterator[tuple[str, Value]]:
    for name, entry in of.entries.items():
        share = habit.absent if entry.field == "status" else 1 - habit.blank
        if chance.random() < share:
            odd = chance.random() < habit.odd
            if odd and errors and entry.kind == "number" and chance.random() < 0.1:
                yield name, ERROR
            else:
                yield name, _odd(entry, chance) if odd else _usual(entry, chance)


def _usual(entry: Entry, chance: random.Random) -> Value:
    if entry.kind == "choice":
        return chance.choice(entry.choices)
    if entry.kind == "text":
        return chance.choice(NAMES)
    number = chance.choice((0, chance.randint(1, 9), chance.randint(1, 5000)))
    most = number if entry.maximum is None else min(number, int(entry.maximum))
    return float(most) if entry.bulat else most + chance.choice((0.0, 0.5, 0.125, 0.005))


def _odd(entry: Entry, chance: random.Random) -> Value:
    if entry.kind == "choice":
        return chance.choice(STRAY_CHOICES)
    if entry.kind == "text":
        return float(chance.randint(0, 9))
    return chance.choice(chance.choice(ODD))
