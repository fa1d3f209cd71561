"""Rules on the weights of a weighted mean."""

from collections.abc import Iterator

from iku.definition.lint.subject import subjects
from iku.definition.load import spoken
from iku.definition.model import Definition
from iku.finding import Fact, Finding


def weighted_mean_has_weights(definition: Definition) -> Iterator[Finding]:
    """DEF-145: a weighted mean is asked for, but an indicator without ``bobot`` counts as 1."""
    if definition.pengaturan.capaian.rata_rata != "berbobot":
        return
    every = tuple(subjects(definition))
    silent = [one for one in every if one.indikator.bobot is None]
    if silent:
        facts: dict[str, Fact] = {
            "kunci": spoken((*silent[0].where, "bobot")),
            "daftar_indikator": [one.indikator.kode for one in silent],
            "banyak": len(silent),
            "dari": len(every),
        }
        yield Finding("DEF-145", facts=facts)
