"""Re-adding: figures from the cells behind them, by a definition's own words and nothing else."""

import ast
import operator
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from statistics import median
from typing import Any

import yaml

FEWEST = 5
PERIODS = ("TW1", "TW2", "TW3", "TW4", "TAHUN")
Numbers = dict[str, Fraction]
_OPERATORS: dict[type[ast.operator], Callable[[Fraction, Fraction], Fraction]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


class NothingError(Exception):
    """A part of which nothing occurred."""


def indicators(definition: Path) -> dict[str, dict[str, Any]]:
    """The indicators of a definition as it is written, by code."""
    tree = yaml.load(definition.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
    return {one["kode"]: one for goal in tree["sasaran"] for one in goal["indikator"]}


def goals(definition: Path) -> list[list[str]]:
    """The codes of each sasaran."""
    tree = yaml.load(definition.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
    return [[one["kode"] for one in goal["indikator"]] for goal in tree["sasaran"]]


def shared_figures(definition: Path) -> dict[str, dict[str, Any]]:
    """The shared figures of a definition, by code."""
    tree = yaml.load(definition.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
    return {one["kode"]: one for one in tree.get("data_bersama", [])}


def units(definition: Path) -> dict[str, dict[str, Any]]:
    """The units of a definition, by code."""
    tree = yaml.load(definition.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
    return {one["kode"]: one for one in tree.get("unit", [])}


def calculated(rumus: str, parts: Mapping[str, Fraction]) -> Fraction | None:
    """The value of a formula; None where it cannot be had."""
    try:
        return _value(ast.parse(rumus, mode="eval").body, parts)
    except (ZeroDivisionError, NothingError):
        return None


def _value(node: ast.expr, parts: Mapping[str, Fraction]) -> Fraction:
    match node:
        case ast.Constant(value=int() | float() as number):
            return Fraction(str(number))
        case ast.Name(id=name):
            return parts.get(name, Fraction(0))
        case ast.BinOp(left=left, op=op, right=right):
            return _OPERATORS[type(op)](_value(left, parts), _value(right, parts))
        case ast.Call(func=ast.Name(id="AVERAGE"), args=arguments):
            known = [one for one in arguments if _names(one) & parts.keys()]
            if not known:
                raise NothingError
            return sum((_value(one, parts) for one in known), Fraction(0)) / len(known)
    raise NotImplementedError(ast.unparse(node))


def _names(node: ast.expr) -> set[str]:
    return {one.id for one in ast.walk(node) if isinstance(one, ast.Name)}


def reached(one: Mapping[str, Any], value: Fraction, target: Fraction | None) -> Fraction | None:
    """Capaian in percent."""
    polaritas = one["polaritas"]
    if isinstance(polaritas, dict):
        low, high = (Fraction(polaritas["rentang"][key]) for key in ("bawah", "atas"))
        if low <= value <= high:
            return Fraction(100)
        below = value / low * 100 if low else None
        return below if value < low else max(Fraction(0), (2 * high - value) / high * 100)
    if not target:
        return None
    if polaritas == "maksimasi":
        return value / target * 100
    if one.get("rumus_minimasi", "A") == "A":
        return (2 * target - value) / target * 100
    return target / value * 100 if value else None


def regency_target(one: Mapping[str, Any], period: str, tahun: int) -> Fraction | None:
    """The regency's own target of a period."""
    targets = one.get("target", {})
    found = targets.get(period, targets.get(str(tahun)) if period == "TAHUN" else None)
    if isinstance(found, dict):
        found = found.get("nilai")
    return None if found is None else Fraction(found)


def graded(one: Mapping[str, Any], period: str, tahun: int) -> str:
    """A target as it is printed where it is a grade; empty where it is a number."""
    targets = one.get("target", {})
    found = targets.get(period, targets.get(str(tahun)) if period == "TAHUN" else None)
    if not isinstance(found, dict):
        return ""
    return f"{found['predikat']} ({float(found['nilai']):.2f})".replace(".", ",")


def unit_target(
    unit: Mapping[str, Any], one: Mapping[str, Any], period: str, tahun: int
) -> Fraction | None:
    """A unit's own target: by its newest agreement, by the definition for it, or the regency's."""
    for pk in reversed(unit.get("pk", [])):
        since = pk.get("berlaku_mulai", PERIODS[0])
        own = pk.get("target", {}).get(one["kode"], {})
        if period in own and PERIODS.index(period) >= PERIODS.index(since):
            return Fraction(own[period])
    own = unit.get("target", {}).get(one["kode"], {})
    return Fraction(own[period]) if period in own else regency_target(one, period, tahun)


def usual(values: Sequence[Fraction]) -> tuple[Fraction, Fraction, Fraction] | None:
    """Median, and the bounds of what is not far off: 3.5 scores of 0.6745 deviations from it.

    Iglewicz and Hoaglin (1993); fewer than five values have none.
    """
    if len(values) < FEWEST:
        return None
    middle = median(values)
    away = [abs(one - middle) for one in values]
    width = median(away) * Fraction("3.5") / Fraction("0.6745")
    if width == 0:
        width = sum(away, Fraction(0)) / len(away) * Fraction("3.5") * Fraction("1.2533")
    width = max(width, abs(middle) / 10)
    return middle, middle - width, middle + width
