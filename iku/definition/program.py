"""A programme of the budget, as a definition names it."""

from iku.definition.part import Bagian
from iku.definition.scalars import Angka, Bulat, Teks


class Program(Bagian):
    """A programme or kegiatan with its budget (rupiah); without ``sasaran`` it supports them all.

    ``sasaran`` counts the sasaran of the definition from 1; ``pagu`` holds for every unit that has
    none of its own.
    """

    kode: Teks
    nama: Teks
    sasaran: Bulat | None = None
    pagu: Angka | None = None
    keterangan: Teks = ""
    berlaku_untuk: tuple[Teks, ...] = ()


def unsaid(value: object) -> bool:
    """Leave out of the dump what is not said: records issued before the key stay as they are."""
    return not value
