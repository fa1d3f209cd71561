"""Every function there is: those of ranges, compiled here, and a check of how all are called."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from iku.cells import ErrorValue, Value
from iku.formula import range_functions
from iku.formula.branching import branching, if_error
from iku.formula.coercion import NO_REFERENCE, NOT_A_VALUE, NOT_AVAILABLE, whole
from iku.formula.compiler import Block, Compiler, Evaluator, SpecialFunction, one_shape
from iku.formula.criteria import criterion, exactly
from iku.formula.error import FormulaError
from iku.formula.frame import Frame
from iku.formula.listing import gathered
from iku.formula.scalar_functions import MOST_ARGUMENTS, SCALAR_FUNCTIONS
from iku.formula.tree import Call, Node, Number, Range, walk

Reduction: TypeAlias = Callable[[Sequence[Value]], Value]


_FIRST = Number("1", position=-1)  # stands nowhere in the text


def check_functions(node: Node) -> None:
    """Raise FormulaError where a function is unknown or has a wrong number of arguments."""
    for part in walk(node):
        if isinstance(part, Call):
            fewest, most = _counts(part)
            if not fewest <= len(part.arguments) <= most:
                message = f"jumlah argumen {part.function} tidak sesuai"
                raise FormulaError(message, part.position)


def _counts(call: Call) -> tuple[int, int]:
    function = SPECIAL_FUNCTIONS.get(call.function) or SCALAR_FUNCTIONS.get(call.function)
    if function is None:
        message = f"fungsi {call.function} tidak dikenal"
        raise FormulaError(message, call.position)
    return function.fewest, function.most


def _reducing(reduce: Reduction) -> SpecialFunction:
    def build(compiler: Compiler, node: Call) -> Evaluator:
        read = gathered(compiler, node.arguments)
        return lambda frame: reduce(read(frame))

    return SpecialFunction(build, 1, MOST_ARGUMENTS)


def _count_blank(compiler: Compiler, node: Call) -> Evaluator:
    read = compiler.block(node.arguments[0]).read
    return lambda frame: range_functions.count_blank(read(frame))


def _sum_product(compiler: Compiler, node: Call) -> Evaluator:
    blocks = [compiler.lifted(part) or _single(compiler, part) for part in node.arguments]
    one_shape(node.arguments, blocks)
    readers = [block.read for block in blocks]
    return lambda frame: range_functions.sum_of_products([read(frame) for read in readers])


def _single(compiler: Compiler, part: Node) -> Block:
    single = compiler.scalar(part)
    return Block((1, 1), lambda frame: [single(frame)])


def _matched(
    compiler: Compiler, values: Node, tests: Sequence[tuple[Node, Node]], reduce: Reduction
) -> Evaluator:
    """Compile a reduction of the values at whose places every range meets its criterion."""
    parts = [values, *(column for column, _ in tests)]
    blocks = [compiler.block(part) for part in parts]
    one_shape(parts, blocks)
    source, *columns = [block.read for block in blocks]
    wanted = [compiler.scalar(test) for _, test in tests]

    def run(frame: Frame) -> Value:
        checks = [
            (read(frame), criterion(test(frame)))
            for read, test in zip(columns, wanted, strict=True)
        ]
        return reduce(range_functions.matching(source(frame), checks))

    return run


def _count_if(compiler: Compiler, node: Call) -> Evaluator:
    """Compile a COUNTIF: what a range holds is looked at once, however many criteria there are."""
    source, test = node.arguments
    read, wanted = compiler.values(source), compiler.scalar(test)

    def run(frame: Frame) -> Value:
        counted, passes = read(frame).counted(), criterion(wanted(frame))
        return float(sum(count for value, count in counted if passes(value)))

    return run


def _reducing_if(reduce: Reduction) -> SpecialFunction:
    def build(compiler: Compiler, node: Call) -> Evaluator:
        column, test, *separate = node.arguments
        values = separate[0] if separate else column
        return _matched(compiler, values, [(column, test)], reduce)

    return SpecialFunction(build, 2, 3)


def _sum_ifs(compiler: Compiler, node: Call) -> Evaluator:
    values, *tests = node.arguments
    if len(tests) % 2:
        raise FormulaError("setiap rentang SUMIFS memerlukan kriteria", tests[-1].position)
    pairs = list(zip(tests[::2], tests[1::2], strict=True))
    return _matched(compiler, values, pairs, range_functions.total)


def _index(compiler: Compiler, node: Call) -> Evaluator:
    source, *places = node.arguments
    if not isinstance(source, Range):
        raise FormulaError("argumen pertama INDEX harus rentang", source.position)
    row, column = map(compiler.scalar, _row_and_column(source, places))
    rows, columns = source.shape
    home, slot = compiler.home(source), compiler.slot(source)

    def run(frame: Frame) -> Value:
        down, across = whole(row(frame)), whole(column(frame))
        if isinstance(down, ErrorValue):
            return down
        if isinstance(across, ErrorValue):
            return across
        if down < 1 or across < 1:
            return NOT_A_VALUE
        if down > rows or across > columns:
            return NO_REFERENCE
        top, left = frame.corner(slot)
        return frame.grid.value(home, top + down - 1, left + across - 1)

    return run


def _row_and_column(source: Range, places: Sequence[Node]) -> Sequence[Node]:
    """Complete the places of INDEX: a single one runs along the only row or column."""
    if len(places) > 1:
        return places
    rows, columns = source.shape
    if min(rows, columns) > 1:
        raise FormulaError("INDEX memerlukan baris dan kolom di sini", source.position)
    return (_FIRST, places[0]) if rows == 1 else (places[0], _FIRST)


def _match(compiler: Compiler, node: Call) -> Evaluator:
    sought, column, kind = node.arguments
    if not (isinstance(kind, Number) and float(kind.text) == 0):
        raise FormulaError("argumen ketiga MATCH harus 0", kind.position)
    block = compiler.block(column)
    if min(block.shape) > 1:
        raise FormulaError("MATCH mencari dalam satu baris atau kolom", column.position)
    wanted = compiler.scalar(sought)

    def run(frame: Frame) -> Value:
        value = wanted(frame)
        if isinstance(value, ErrorValue):
            return value
        passes = exactly(value)
        found = (place for place, cell in enumerate(block.read(frame), 1) if passes(cell))
        place = next(found, None)
        return NOT_AVAILABLE if place is None else float(place)

    return run


SPECIAL_FUNCTIONS: dict[str, SpecialFunction] = {
    "AND": _reducing(range_functions.every),
    "AVERAGE": _reducing(range_functions.mean),
    "AVERAGEIF": _reducing_if(range_functions.mean),
    "CHOOSE": SpecialFunction(branching, 2, MOST_ARGUMENTS),
    "COUNT": _reducing(range_functions.count_numbers),
    "COUNTA": _reducing(range_functions.count_filled),
    "COUNTBLANK": SpecialFunction(_count_blank, 1, 1),
    "COUNTIF": SpecialFunction(_count_if, 2, 2),
    "IF": SpecialFunction(branching, 2, 3),
    "IFERROR": SpecialFunction(if_error, 2, 2),
    "INDEX": SpecialFunction(_index, 2, 3),
    "MATCH": SpecialFunction(_match, 3, 3),
    "MAX": _reducing(range_functions.largest),
    "MIN": _reducing(range_functions.smallest),
    "OR": _reducing(range_functions.some),
    "SUM": _reducing(range_functions.total),
    "SUMIF": _reducing_if(range_functions.total),
    "SUMIFS": SpecialFunction(_sum_ifs, 3, MOST_ARGUMENTS),
    "SUMPRODUCT": SpecialFunction(_sum_product, 1, MOST_ARGUMENTS),
}

ALLOWED_FUNCTIONS = frozenset(SPECIAL_FUNCTIONS) | frozenset(SCALAR_FUNCTIONS)
