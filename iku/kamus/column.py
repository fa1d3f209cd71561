"""What a column of the Kamus is: its key in the definition, its head, and the words beside it."""

from dataclasses import dataclass
from typing import Any, Final, Literal, TypeAlias

from iku.kamus.cell_text import (
    LINES,
    WORDS,
    read_key,
    read_list,
    read_text,
    write_key,
    write_list,
    write_text,
)

Kind: TypeAlias = Literal["text", "key", "scale", "lines", "words", "rows", "counter", "looked_up"]

TITLE_ROW: Final = 1
LEAD_ROW: Final = 2
GROUP_ROW: Final = 3
HEAD_ROW: Final = 4
NOTE_ROW: Final = 5
FIRST_ROW: Final = 6


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table, or a field of the sheet Umum.

    ``key`` is the path inside its part, with dots. ``note`` stands below the head, ``hint`` beside
    the cell one types in. ``choices`` are offered; ``points_at`` names the sheet and key from which
    one chooses instead. ``explicit`` marks texts for which a blank means something else than an
    empty text. A ``looked_up`` column only shows the name of what a code stands for.
    """

    key: str
    head: str
    note: str = ""
    hint: str = ""
    width: float = 14
    kind: Kind = "text"
    choices: tuple[str, ...] = ()
    points_at: tuple[str, str] | None = None
    explicit: bool = False
    group: str = ""
    optional: bool = False

    def written(self, value: Any) -> str | None:  # noqa: ANN401  text or list of texts
        """Return what a cell holds for a value of the tree; None where it stays blank."""
        match self.kind:
            case "lines" | "words":
                return write_list(value, self._separators) if value else None
            case "key":
                return None if value is None else write_key(value)
            case _:
                blank = value is None or (value == "" and not self.explicit)
                return None if blank else write_text(value)

    def read(self, cell: str) -> Any:  # noqa: ANN401  text or list of texts
        """Return the value of the tree that a cell stands for."""
        match self.kind:
            case "lines" | "words":
                return read_list(cell, self._separators)
            case "key":
                return read_key(cell)
            case _:
                return read_text(cell)

    @property
    def path(self) -> tuple[str, ...]:
        """The keys from the part to the value."""
        return tuple(self.key.split("."))

    @property
    def _separators(self) -> str:
        return LINES if self.kind == "lines" else WORDS


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet with a row for each part; ``spare`` rows stay free, ``frozen`` columns in view.

    A sheet ``on_request`` is there only where the definition has use for it.
    """

    name: str
    title: str
    lead: str
    columns: tuple[Column, ...]
    spare: int
    frozen: int = 1
    on_request: bool = False

    def column(self, key: str) -> Column:
        """Return the column of a key; KeyError where there is none."""
        for column in self.columns:
            if column.key == key:
                return column
        raise KeyError(key)
