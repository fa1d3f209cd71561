"""Names of cells written down family by family: what all have in common once, the rest in a list.

Thousands of names differ in an indicator and a period; next to each other, the lists of two periods
are the same text, which a file holds once.
"""

from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Any

from iku.address import column_letters, quoted, split_a1
from iku.manifest_families import steps_of

Families = list[list[Any]]
_OPEN = "*"  # no name holds it, nor a space


def families_of(names: Mapping[str, str]) -> Families:
    """Return families: sheet, column, what its names share, steps from row to row, the rest.

    The names are split at their dots; ``*`` stands where those of a family differ.

    >>> families_of({"isian.A.TW1": "Isian!$E$8", "isian.B.TW1": "Isian!$E$11"})
    [['Isian', 'E', 'isian.*.TW1', [8, 3], 'A B']]
    """
    found: dict[tuple[str, int, str, int], list[tuple[int, list[str]]]] = {}
    for name, place in names.items():
        sheet, _, cell = place.rpartition("!")
        row, column = split_a1(cell)
        parts = name.split(".")
        key = (sheet.strip("'"), column, parts[0], len(parts))
        found.setdefault(key, []).append((row, parts))
    return [
        [sheet, column_letters(column), *_family(sorted(members))]
        for (sheet, column, _, _), members in sorted(found.items())
    ]


def names_of(families: Iterable[Any]) -> dict[str, str]:
    """Return the names and their cells.

    >>> names_of([["Isian", "E", "isian.*.TW1", [8, 3], "A B"]])
    {'isian.A.TW1': 'Isian!$E$8', 'isian.B.TW1': 'Isian!$E$11'}
    """
    names: dict[str, str] = {}
    for sheet, letters, shared, steps, rest in families:
        place, row = f"{quoted(sheet)}!${letters}$", 0
        pieces = shared.split(_OPEN)
        for step, said in zip(steps, rest.split(" "), strict=True):
            row += step
            parts = said.split(".") if said else []
            filled = chain.from_iterable(zip(pieces, [*parts, ""], strict=True))
            names["".join(filled)] = f"{place}{row}"
    return names


def _family(members: list[tuple[int, list[str]]]) -> list[Any]:
    places = zip(*(parts for _, parts in members), strict=True)
    shared = [found[0] if len(set(found)) == 1 else None for found in places]
    rest = (
        ".".join(part for part, same in zip(parts, shared, strict=True) if same is None)
        for _, parts in members
    )
    return [
        ".".join(_OPEN if same is None else same for same in shared),
        steps_of(row for row, _ in members),
        " ".join(rest),
    ]
