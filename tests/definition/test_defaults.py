"""What a definition leaves out is the same as its default written out, to the last letter."""

from decimal import Decimal

from iku.definition.canonical import definition_text
from tests.consolidation.sample import RATIO, definition_of

WRITTEN = (
    "{periode: tahunan, capaian: {batas_rata_rata: 120, batas_bawah: 0},"
    " peringkat: {kelengkapan_minimum: 100}}"
)


def test_limits_left_out_are_the_limits_written_out() -> None:
    silent, written = definition_of(RATIO), definition_of(RATIO, pengaturan=WRITTEN)

    assert definition_text(silent) == definition_text(written)
    assert isinstance(silent.pengaturan.capaian.batas_rata_rata, Decimal)
