"""Ways to fill in a workbook: nothing, half, all, and what people really do."""

import json
import random
from collections.abc import Iterator

from iku.cells import Value
from iku.layout.entry import Entry
from iku.layout.layout import Layout
from iku.resources import example_path

EXAMPLES = {
    "kota_jambi_2017": "jambi_timur_2017.json",
    "kepulauan_anambas_2024": "contoh_jemaja_barat_2024.json",
    "contoh_triwulanan_2025": "contoh_triwulanan_2025.json",
    "jambi_timur_2017_triwulanan": "jambi_timur_2017_triwulanan.json",
}
ODD: tuple[Value, ...] = (0.0, -3.0, 0.1, 1e12, "abc", "1.500", 92.355, 2.675, 1 / 3)


def example(name: str, of: Layout) -> dict[str, Value]:
    """The values that ship for a definition, as cells hold them."""
    tree = json.loads(example_path(EXAMPLES[name]).read_text(encoding="utf-8"))
    return {key: as_cell(of.entries[key], value) for key, value in tree.items()}


def as_cell(entry: Entry, value: object) -> Value:
    """A value of a JSON file as its cell holds it."""
    if entry.kind == "number" and isinstance(value, int | float):
        return float(value)
    return str(value)


def half(values: dict[str, Value]) -> dict[str, Value]:
    """Every other entry, identity kept so that results are due."""
    kept = [name for name in values if not name.startswith("identitas.")][::2]
    return {n: v for n, v in values.items() if n in kept or n.startswith("identitas.")}


def at_random(of: Layout, seed: int) -> dict[str, Value]:
    """What might be typed: numbers mostly, blanks, statuses, text, zeros and negatives."""
    chance = random.Random(seed)  # noqa: S311  the same fillings every time
    return dict(_random_entries(of, chance))


def _random_entries(of: Layout, chance: random.Random) -> Iterator[tuple[str, Value]]:
    for name, entry in of.entries.items():
        if entry.kind == "choice":
            if entry.field == "status" and chance.random() > 0.2:
                continue
            if chance.random() < 0.8:
                yield name, chance.choice(entry.choices)
        elif entry.kind == "text":
            if chance.random() < 0.5:
                yield name, chance.choice(("Siti", "196910052014061003", " "))
        elif chance.random() < 0.85:
            odd = chance.random() < 0.1
            yield name, chance.choice(ODD) if odd else float(chance.randint(0, 5000))
