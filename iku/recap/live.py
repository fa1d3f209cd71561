"""Live formulas of the recap: the same rules as `iku.consolidation.aggregation`, over sheet Data."""

from iku.calculation.figure import BLOCKING, State
from iku.calculation.results import WITHOUT_MEAN
from iku.consolidation.method import Method
from iku.consolidation.standing import BELUM_MASUK, BELUM_MELAPOR, DITOLAK_VERIFIKASI
from iku.definition.existence import ABSENCES
from iku.sheets.formulas import TIDAK_DAPAT

_SPELLINGS = {
    State.BELUM_DIISI: (State.BELUM_DIISI.value, BELUM_MASUK, BELUM_MELAPOR),
    State.TIDAK_DAPAT: (State.TIDAK_DAPAT.value, DITOLAK_VERIFIKASI),
}


def reason(states: str) -> str:
    """Return why there is no number, from the units' states (twin of `without_number`)."""
    formula = f'"{State.TIDAK_ADA_OBJEK.value}"'
    for stop in reversed(BLOCKING):
        words = stop.state.value
        spellings = _SPELLINGS.get(stop.state, (words,))
        formula = f'IF({_how_many(states, *spellings)}>0,"{words}",{formula})'
    nihil = State.NIHIL.value
    return f'IF({_how_many(states, nihil)}>0,"{nihil}",{formula})'


def without_mean(capaian: str) -> str:
    """Return why a mean has no number, from its indicators' capaian (twin of `without_mean`)."""
    formula = f'"{State.TIDAK_DAPAT.value}"'
    for one in reversed(WITHOUT_MEAN):
        words = one.state.value
        formula = f'IF({_how_many(capaian, words)}>0,"{words}",{formula})'
    return formula


def counted_units(states: str) -> str:
    """Return how many units are counted (the n of "n dari m")."""
    return _how_many(states, State.TERHITUNG.value, State.NIHIL.value)


def countable_units(states: str) -> str:
    """Return how many units could be counted (the m of "n dari m")."""
    without = (State.BELUM_WAKTUNYA.value, State.TIDAK_ADA_OBJEK.value, *ABSENCES)
    return f"COUNTA({states})-({_how_many(states, *without)})"


def of_units(method: Method, values: str, weights: str) -> str:
    """Return the formula of a figure over the units' own results."""
    match method.agregasi:
        case "jumlah":
            return f"SUM({values})"
        case "maks":
            return f"MAX({values})"
        case "min":
            return f"MIN({values})"
        case "rata_rata":
            return f"SUM({values})/COUNT({values})"
    mean = f"SUMPRODUCT({values},{weights})/SUM({weights})"
    return f"IF(SUM({weights})=0,{TIDAK_DAPAT},{mean})"


def _how_many(states: str, *words: str) -> str:
    return "+".join(f'COUNTIF({states},"{word}")' for word in words)
