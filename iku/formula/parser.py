"""From the text of a formula to its tree: US-English file syntax, without the leading ``=``."""

from typing import cast

from iku.address import split_a1
from iku.formula.error import FormulaError
from iku.formula.skeleton import LAST_COLUMN, LAST_ROW
from iku.formula.tokens import END, Token, tokens
from iku.formula.tree import (
    Binary,
    BinaryOperator,
    Boolean,
    Call,
    Cell,
    Name,
    Node,
    Number,
    Range,
    Text,
    Unary,
    height,
)

# Excel's own limit for the text of a formula; the two others keep every walk over a tree far from
# Python's recursion limit and are beyond anything that people or our layouts write.
LONGEST_TEXT = 8192
DEEPEST_NESTING = 150
HIGHEST_TREE = 256

_TIMES = {"x", "×"}
_BINDING = {"=": 1, "<>": 1, "<": 1, ">": 1, "<=": 1, ">=": 1}
_BINDING |= {"&": 2, "+": 3, "-": 3, "*": 4, "/": 4, "^": 5}
_SIGN_BINDING = 6  # in Excel the sign binds closer than the power: -2^2 is 4


def parse(text: str) -> Node:
    """Return the tree of a formula such as ``tepat/masuk*100`` or ``SUM(Isian!$E$8:$E$60)``.

    Any function name and any number of arguments is accepted here. Raise FormulaError with the
    place of the fault for anything that is no formula.
    """
    if len(text) > LONGEST_TEXT:
        message = f"rumus lebih panjang dari {LONGEST_TEXT} karakter"
        raise FormulaError(message, LONGEST_TEXT)
    parser = _Parser(text)
    node = parser.formula()
    if parser.length > HIGHEST_TREE and height(node) > HIGHEST_TREE:
        message = "rumus terlalu panjang; pecah menjadi beberapa bagian"
        raise FormulaError(message, 0)
    return node


class _Parser:
    """Reads tokens from left to right; an operator takes operands that bind closer than it."""

    def __init__(self, text: str) -> None:
        self._tokens = tokens(text)
        self.length = len(self._tokens)  # no tree is higher than its formula has tokens
        self._index = 0
        self._depth = 0

    def formula(self) -> Node:
        node = self._expression(0)
        if self._next.kind != END:
            raise self._unexpected()
        return node

    @property
    def _next(self) -> Token:
        return self._tokens[self._index]

    def _take(self) -> Token:
        token = self._tokens[self._index]
        self._index += 1
        return token

    def _at(self, symbol: str) -> bool:
        token = self._tokens[self._index]
        return token.kind == "symbol" and token.text == symbol

    def _expression(self, weakest: int) -> Node:
        self._depth += 1
        if self._depth > DEEPEST_NESTING:
            message = "rumus bersarang terlalu dalam"
            raise FormulaError(message, self._next.position)
        left = self._operand()
        while (binding := _BINDING.get(self._next.text, 0)) > weakest:
            if self._next.kind != "symbol":
                break
            token = self._take()
            operator = cast("BinaryOperator", token.text)
            left = Binary(operator, left, self._expression(binding), position=token.position)
        self._depth -= 1
        return left

    def _operand(self) -> Node:
        token = self._take()
        place = token.position
        match token.kind:
            case "number":
                return Number(token.text, position=place)
            case "string":
                return Text(token.text[1:-1].replace('""', '"'), position=place)
            case "cell" | "sheet":
                return self._reference(token)
            case "word":
                return self._word(token)
        if token.text == "-":
            return Unary("-", self._expression(_SIGN_BINDING), position=place)
        if token.text == "(":
            node = self._expression(0)
            self._close(token)
            return node
        self._index -= 1
        raise self._missing()

    def _word(self, token: Token) -> Node:
        word = token.text.upper()
        called = self._at("(")
        if called and word not in {"TRUE", "FALSE"}:
            return Call(word, self._arguments(), position=token.position)
        if word not in {"TRUE", "FALSE"}:
            return Name(token.text, position=token.position)
        if called:  # LibreOffice writes TRUE as TRUE()
            opening = self._take()
            self._close(opening)
        return Boolean(word == "TRUE", position=token.position)

    def _arguments(self) -> tuple[Node, ...]:
        opening = self._take()
        if self._at(")"):
            self._take()
            return ()
        arguments = [self._expression(0)]
        while self._at(","):
            self._take()
            arguments.append(self._expression(0))
        self._close(opening)
        return tuple(arguments)

    def _close(self, opening: Token) -> None:
        if self._next.kind == END:
            message = "kurung buka ini tidak ditutup"
            raise FormulaError(message, opening.position)
        if not self._at(")"):
            raise self._unexpected()
        self._take()

    def _reference(self, token: Token) -> Node:
        if token.kind == "sheet":
            sheet, first = _sheet_name(token.text), self._cell_token()
        else:
            sheet, first = None, token
        if self._at(":"):
            self._take()
            return _range(sheet, token.position, first, self._cell_token())
        if sheet is None and not _on_sheet(first) and "$" not in first.text:
            return Name(first.text, position=token.position)
        row, column = _row_and_column(first)
        return Cell(sheet, row, column, position=token.position)

    def _cell_token(self) -> Token:
        token = self._take()
        if token.kind != "cell":
            raise FormulaError("alamat sel seperti E12 diharapkan di sini", token.position)
        return token

    def _missing(self) -> FormulaError:
        token = self._next
        if token.kind == END:
            return FormulaError("rumus belum selesai", token.position)
        message = f"nilai, komponen, atau fungsi diharapkan sebelum {token.text!r}"
        return FormulaError(message, token.position)

    def _unexpected(self) -> FormulaError:
        token = self._next
        if token.text == ")":
            return FormulaError("kurung tutup ini tidak punya kurung buka", token.position)
        if token.text == ",":
            message = "koma tidak dipakai di sini; tulis angka desimal dengan titik, misalnya 2.5"
            return FormulaError(message, token.position)
        if token.text.casefold() in _TIMES:
            message = f"kali ditulis *, bukan {token.text!r}, misalnya tepat/masuk*100"
            return FormulaError(message, token.position)
        return FormulaError(f"operator diharapkan sebelum {token.text!r}", token.position)


def _sheet_name(text: str) -> str:
    name = text[:-1]
    return name[1:-1].replace("''", "'") if name.startswith("'") else name


def _on_sheet(token: Token) -> bool:
    row, column = split_a1(token.text.upper())
    return row <= LAST_ROW and column <= LAST_COLUMN


def _row_and_column(token: Token) -> tuple[int, int]:
    if not _on_sheet(token):
        message = f"sel {token.text} tidak ada; sel terakhir sebuah sheet ialah XFD1048576"
        raise FormulaError(message, token.position)
    return split_a1(token.text.upper())


def _range(sheet: str | None, position: int, first: Token, last: Token) -> Range:
    (row, column), (other_row, other_column) = _row_and_column(first), _row_and_column(last)
    top, bottom = sorted((row, other_row))
    left, right = sorted((column, other_column))
    return Range(sheet, top, left, bottom, right, position=position)
