"""What goes wrong with a formula."""


class FormulaError(ValueError):
    """A formula that cannot be read or must not be used.

    ``position`` counts characters of the formula's text from 0. ``message`` is Indonesian, because
    the author of a definition reads it.
    """

    def __init__(self, message: str, position: int = 0) -> None:
        """Keep the sentence and the place of the first character that is wrong."""
        super().__init__(f"{message} (karakter ke-{position + 1})")
        self.message = message
        self.position = position


class CircularReferenceError(ValueError):
    """Formulas that wait for each other; ``cells`` is the circle in reading order."""

    def __init__(self, cells: tuple[tuple[str, int, int], ...]) -> None:
        """Keep the (sheet, row, column) of every cell of the circle."""
        circle = " -> ".join(f"{sheet}!R{row}C{column}" for sheet, row, column in cells)
        super().__init__(f"circular reference: {circle}")
        self.cells = cells
