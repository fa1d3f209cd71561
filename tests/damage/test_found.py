"""Whatever is done to a workbook is found where it was done, or has done no harm."""

from collections import Counter

from tests.damage.campaign import damaged, known_form, random_forms
from tests.damage.kinds import KINDS

WORKBOOKS = 500
SHIPPED = ("kota_jambi_2017", "kepulauan_anambas_2024", "contoh_triwulanan_2025")


def test_every_kind_of_damage_is_found_on_shipped_and_on_random_definitions() -> None:
    forms = [*map(known_form, SHIPPED), *random_forms(5, seed=4)]

    tried = list(damaged(forms, WORKBOOKS, seed=2026))

    assert len(tried) == WORKBOOKS
    missed = [
        (one.kind, one.expected, [told.code for told in one.told]) for one in tried if not one.found
    ]
    assert missed == []


def test_there_are_many_kinds_and_each_was_done() -> None:
    forms = [known_form(SHIPPED[2])]

    made = Counter(one.kind for one in damaged(forms, len(KINDS), seed=1))

    assert len(KINDS) >= 60
    assert len(made) >= len(KINDS) - 3  # a form may have no place for a kind
