"""Ranks that begin with the lowest figure."""

from .lkjip import LKJIP
from .reports import found

LOWEST_FIRST = LKJIP.replace("88,20\t4", "88,20\t1").replace("95,10\t1", "95,10\t4")


def test_ranks_may_begin_with_the_lowest_figure() -> None:
    wrong = LOWEST_FIRST.replace("92,53\t2\n2", "92,53\t3\n2", 1)

    assert found(LOWEST_FIRST) == []
    assert [one.code for one in found(wrong)] == ["AUD-084"]
