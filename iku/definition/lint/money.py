"""Rules on the budget: asked for without anything to ask, and goals without money."""

from collections.abc import Iterator

from iku.definition.load import spoken
from iku.definition.model import Definition
from iku.finding import Finding


def money_has_programmes(definition: Definition) -> Iterator[Finding]:
    """DEF-163: the form is to ask for money, but no programme is named, so it will not."""
    if "anggaran" in definition.pengaturan.fitur and not definition.program:
        yield Finding("DEF-163", facts={"kunci": "pengaturan.fitur"})


def goals_have_programmes(definition: Definition) -> Iterator[Finding]:
    """DEF-164: money is asked for, but none of it belongs to a sasaran, which is not judged then."""
    if "anggaran" not in definition.pengaturan.fitur or not definition.program:
        return
    served = {program.sasaran for program in definition.program}
    for n, sasaran in enumerate(definition.sasaran):
        if n + 1 not in served:
            kunci = spoken(("sasaran", n, "nama"))
            yield Finding("DEF-164", facts={"kunci": kunci, "nama": sasaran.nama, "urutan": n + 1})
