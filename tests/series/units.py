"""Random units of a definition: everything that a regency may set for one of them."""

from decimal import Decimal

from hypothesis import strategies as st

from iku.definition.model import (
    Baseline,
    Definition,
    NilaiTarget,
    PenandaTangan,
    PerjanjianKinerja,
    TargetMap,
    Unit,
    Wilayah,
)

# Signs that XML, formulas or file names treat in a way of their own, and letters beyond ASCII.
_SIGNS = "Abz &<>\"'=-_x0041\u00df\u0130\u0131\u00e9\u4e2d\U0001f3dd"
_words = st.text(_SIGNS, min_size=1, max_size=40).map(str.strip).filter(bool)
_maybe_words = st.one_of(st.just(""), _words)
_numbers = st.decimals(min_value=-10, max_value=10_000, places=2, allow_nan=False)
_signatories = st.builds(
    PenandaTangan,
    nama=_maybe_words,
    jabatan=st.one_of(st.sampled_from(["Camat", "Plt.", "Plh. Camat", ""]), _words),
    pangkat=_maybe_words,
    nip=_maybe_words,
    tempat=_maybe_words,
)
_villages = st.lists(st.builds(Wilayah, kode=_words, nama=_words), max_size=2).map(tuple)


def values(*keys: str) -> st.SearchStrategy[TargetMap]:
    """Return targets or earlier values by some of the keys."""
    grades = st.sampled_from(["B", "BB"])
    value = st.builds(NilaiTarget, nilai=_numbers) | st.builds(
        NilaiTarget, nilai=_numbers, predikat=grades
    )
    return st.dictionaries(st.sampled_from(keys), value, min_size=1, max_size=len(keys))


def by_code(definition: Definition, *keys: str) -> st.SearchStrategy[dict[str, TargetMap]]:
    """Return such values for some indicators."""
    codes = [one.kode for one in definition.indikator]
    return st.dictionaries(st.sampled_from(codes), values(*keys), min_size=1, max_size=3)


def units(definition: Definition) -> st.SearchStrategy[Unit]:
    """Return units with everything that may be set for one of them."""
    codes = [one.kode for one in definition.indikator]
    keys = (*definition.periods, str(definition.tahun), str(definition.tahun + 1))
    agreements = st.builds(
        PerjanjianKinerja,
        nomor=_maybe_words,
        jenis=st.sampled_from(["murni", "perubahan"]),
        berlaku_mulai=st.sampled_from(["", f"{definition.tahun}-08-01"]),
        target=by_code(definition, *keys),
    )
    baselines = st.builds(Baseline, tahun=st.none() | st.just(2015), nilai=st.none() | _numbers)
    return st.builds(
        Unit,
        kode=_words,
        nama=_words,
        wilayah=_villages,
        mulai=st.sampled_from(["", "2016-05"]),
        penanda_tangan=_signatories,
        target=by_code(definition, *keys),
        baseline=st.dictionaries(st.sampled_from(codes), baselines, min_size=1, max_size=2),
        tidak_berlaku=st.lists(st.sampled_from(codes[1:]), max_size=1, unique=True).map(tuple),
        pk=st.lists(agreements, max_size=1).map(tuple),
    )


def alike(unit: Unit, other: Unit, step: Decimal) -> Unit:
    """Return a unit with another's name, code and signatory, and with other numbers."""
    fields = ("kode", "nama", "penanda_tangan", "wilayah", "mulai")
    baseline = {
        kode: one.model_copy(update={"nilai": None if one.nilai is None else one.nilai + step})
        for kode, one in unit.baseline.items()
    }
    changes = any(agreement.jenis == "perubahan" for agreement in unit.pk)
    # The figures before and after a change in mid-year are part of the form.
    target = unit.target if changes else other_numbers(unit.target, step)
    own = {"target": target, "baseline": baseline}
    return unit.model_copy(update={field: getattr(other, field) for field in fields} | own)


def other_numbers(values: dict[str, TargetMap], step: Decimal) -> dict[str, TargetMap]:
    """Return the same kinds of values with other numbers."""
    return {
        kode: {
            key: NilaiTarget(
                predikat=value.predikat,
                nilai=None if value.nilai is None else value.nilai + step,
            )
            for key, value in by_key.items()
        }
        for kode, by_key in values.items()
    }
