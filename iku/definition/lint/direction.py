"""Rules on targets and on which direction is the good one."""

import re
from collections.abc import Iterator

from iku.definition.lint.subject import Subject, subjects
from iku.definition.lint.vocabulary import any_of
from iku.definition.lint.wording import plain
from iku.definition.load import spoken
from iku.definition.model import Baseline, Definition, Indikator, NilaiTarget
from iku.finding import Fact, Finding

_UNWELCOME = any_of("tidak_diharapkan")
_SETTLED = any_of("penanganan")
_NOT = re.compile(r"\b(belum|tidak|tanpa)\b")
_SPACING = re.compile(r"[\s.]")


def direction_fits_the_name(subject: Subject) -> Iterator[Finding]:
    """DEF-150, DEF-151: "keluhan" should fall, "keluhan yang ditindaklanjuti" should rise."""
    name = plain(subject.indikator.nama)
    unwelcome, settled = _UNWELCOME.search(name), _SETTLED.search(_UNWELCOME.sub(" ", name))
    if settled and _NOT.search(name):
        settled = None
    polaritas = subject.indikator.polaritas
    if polaritas == "maksimasi" and unwelcome and not settled:
        yield subject.finding("DEF-150", "polaritas", kata=unwelcome[0])
    elif polaritas == "minimasi" and settled:
        yield subject.finding("DEF-151", "polaritas", kata=settled[0])


def small_percentages_are_meant(subject: Subject) -> Iterator[Finding]:
    """DEF-153: a target below 1 % is often a fraction typed as a percentage."""
    if subject.indikator.satuan != "%":
        return
    for key, target in subject.indikator.target.items():
        if target.nilai is not None and 0 < target.nilai < 1:
            shown = format(target.nilai, "f").replace(".", ",")
            hundredfold = format(target.nilai * 100, "f").replace(".", ",")
            yield subject.finding(
                "DEF-153", f"target.{key}", target=shown, kali_seratus=hundredfold
            )
            return


def grades_fit_their_values(subject: Subject) -> Iterator[Finding]:
    """DEF-154: a grade and the value beside it belong to different bands of the scale."""
    indikator = subject.indikator
    if indikator.nilai.jenis != "predikat":
        return
    for key, given in _graded(indikator):
        if given.nilai is None or not given.predikat:
            continue
        right = indikator.skala_predikat.label(given.nilai)
        if right.upper() != given.predikat.strip().upper():
            shown = format(given.nilai, "f").replace(".", ",")
            yield subject.finding(
                "DEF-154", key, predikat=given.predikat, nilai=shown, seharusnya=right
            )


def _graded(indikator: Indikator) -> Iterator[tuple[str, NilaiTarget | Baseline]]:
    for key, target in indikator.target.items():
        yield f"target.{key}", target
    if indikator.baseline is not None:
        yield "baseline", indikator.baseline


def targets_move(definition: Definition) -> Iterator[Finding]:
    """DEF-152: most targets of next year are this year's."""
    now, then = str(definition.tahun), str(definition.tahun + 1)
    both = [one for one in definition.indikator if now in one.target and then in one.target]
    still = [one.kode for one in both if _stands_still(one.target[now], one.target[then])]
    if len(still) >= 3 and len(still) * 2 > len(both):
        first = next(one for one in subjects(definition) if one.indikator.kode == still[0])
        facts: dict[str, Fact] = {
            "kunci": spoken((*first.where, "target", then)),
            "tahun": now,
            "tahun_berikut": then,
            "daftar_indikator": still,
            "banyak": len(still),
            "dari": len(both),
        }
        yield Finding("DEF-152", facts=facts)


def _stands_still(now: NilaiTarget, then: NilaiTarget) -> bool:
    if now.nilai is None or then.nilai is None:
        return now.predikat is not None and now.predikat == then.predikat
    return now.nilai == then.nilai


def status_ladder_is_complete(subject: Subject) -> Iterator[Finding]:
    """DEF-155: from desa berkembang to desa mandiri leads a step, desa maju, that is left out."""
    name = plain(subject.indikator.nama)
    if re.search(r"\bdesa\b.*\bberkembang\b.*\bmandiri\b", name) and "maju" not in name.split():
        yield subject.finding("DEF-155", "nama")


def nip_has_eighteen_digits(definition: Definition) -> Iterator[Finding]:
    """DEF-156: the NIP of a signatory cannot be one."""
    for n, unit in enumerate(definition.unit):
        nip = _SPACING.sub("", unit.penanda_tangan.nip)
        if nip and not re.fullmatch(r"[0-9]{18}", nip):
            facts: dict[str, Fact] = {
                "kunci": spoken(("unit", n, "penanda_tangan", "nip")),
                "unit": unit.nama,
                "tertulis": unit.penanda_tangan.nip,
                "digit": sum(letter.isdigit() for letter in nip),
            }
            yield Finding("DEF-156", facts=facts)
