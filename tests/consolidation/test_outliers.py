"""Outliers are measured from the median, and only where enough units can be compared."""

from fractions import Fraction

from iku.consolidation.outliers import spread


def numbers(*values: float) -> list[Fraction]:
    return [Fraction(str(one)) for one in values]


def test_fewer_than_five_units_have_no_spread() -> None:
    assert spread(numbers(1, 1, 1, 900)) is None


def test_the_bounds_are_those_of_the_modified_z_score() -> None:
    # Median 11, distances 0 1 1 2 39: their median 1, so the bound is 3.5 / 0.6745 away.
    found = spread(numbers(9, 10, 11, 12, 50))
    assert found is not None
    assert found.median == 11
    assert float(found.upper) == 11 + 3.5 / 0.6745
    assert float(found.lower) == 11 - 3.5 / 0.6745


def test_one_wild_value_does_not_hide_itself_or_another() -> None:
    found = spread(numbers(50, 51, 52, 53, 54, 55, 1, 100_000))
    assert found is not None
    assert 1 < found.lower < 50
    assert 55 < found.upper < 100_000


def test_where_most_are_equal_the_mean_distance_serves() -> None:
    found = spread(numbers(100, 100, 100, 100, 100, 100, 100, 20))
    assert found is not None
    assert found.lower > 20


def test_a_small_difference_is_never_far_off() -> None:
    found = spread(numbers(99.9, 99.9, 99.9, 99.9, 99.9, 99.1))
    assert found is not None
    assert found.lower < Fraction("99.1")
