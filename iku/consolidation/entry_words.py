"""What an entry is about, in the words that stand beside it on the form: for people, not programs."""

from iku.definition.model import Definition, Indikator
from iku.names import safe

_FAMILIES = {"status": "status ", "target": "target ", "target_predikat": "target "}


def entry_words(definition: Definition, name: str) -> str:
    """Return an entry by what it measures and its indicator; a name of another kind as it stands.

    ``isian.R1.tepat.TW1`` is ``'Surat tepat waktu' (R1)``; the period is for the sentence to say.
    """
    family, _, rest = name.partition(".")
    before = _FAMILIES.get(family, "")
    for shared in definition.data_bersama:
        if rest.startswith(f"bersama.{shared.kode}."):
            return f"{before}'{shared.nama}'"
    own = [one for one in definition.indikator if rest.startswith(f"{safe(one.kode)}.")]
    if not own:
        return name
    one = max(own, key=lambda found: len(found.kode))
    field, _, _ = rest[len(safe(one.kode)) + 1 :].rpartition(".")
    return before + field_words(one, field)


def field_words(indikator: Indikator, field: str) -> str:
    """Return what one field of an indicator is called; an empty one is the indicator as a whole."""
    names = {part.kode: part.nama or part.kode for part in indikator.komponen}
    grade = "predikat " if field == "predikat" else ""
    return f"{grade}'{names.get(field, indikator.nama)}' ({indikator.kode})"
