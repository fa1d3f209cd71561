"""Rules on the printed rumus: whether a reader can compute the indicator from these words."""

import re
from collections.abc import Iterator

from iku.definition.lint.subject import Subject
from iku.definition.lint.vocabulary import word_set
from iku.definition.lint.wording import after_yang, likeness, plain, same, words
from iku.finding import Finding

_CALCULATES = re.compile(
    r"dibagi|dikali|dikurangi|ditambah|[÷/×*+=%]|\bx\b|rata\s*-?\s*rata|\bjumlah|\bbanyaknya"
    r"|selisih|persentase|perbandingan|rasio|\bskm\b|\bunsur\b"
)
_ASSESSED_OUTSIDE = re.compile(
    r"(hasil|laporan) (evaluasi|penilaian|surve[iy]|pemeriksaan|pengukuran)|\blhe\b"
    r"|ditetapkan|diterbitkan"
)
_RESULT = re.compile(r"[a-d]{0,2}\s*\(?\s*[0-9][0-9.,]*\s*%?\s*\)?|aa|bb|cc|[abcd]", re.IGNORECASE)
_GROWTH = word_set("pertumbuhan")
_RELATIVE = re.compile(r"^(persentase|prosentase|indeks|tingkat|rasio)\b", re.IGNORECASE)
_INDEX_WORDS = re.compile(r"\b(unsur|indeks|skor|nilai|bobot|nrr|dimensi|25)\b")
_TARGET_WORDS = word_set("target")
_UNCOUNTABLE = word_set("tidak_terhitung")
# "Desa mandiri di antara desa yang dibina": here the part that "yang" singles out is the whole.
_AMONG = re.compile(r"\b(di antara|dari)\b")
_HUNDRED = re.compile(r"100|%|persen|seratus")
_TIMES_HUNDRED = re.compile(r"\*100(?!\d)")


def rumus_can_be_computed(subject: Subject) -> Iterator[Finding]:
    """DEF-110, DEF-111, DEF-112: prose, a copied sasaran or a result in place of a rumus."""
    rumus = subject.indikator.rumus
    if not rumus:
        return
    copied = _copied_from(subject)
    if copied:
        yield subject.finding("DEF-111", "rumus", tertulis=rumus, disalin_dari=copied)
    elif _RESULT.fullmatch(rumus.strip()):
        yield subject.finding("DEF-112", "rumus", tertulis=rumus)
    elif not _CALCULATES.search(plain(rumus)) and not _is_assessed_outside(subject):
        yield subject.finding("DEF-110", "rumus", tertulis=rumus)


def _copied_from(subject: Subject) -> str:
    """Return what the rumus repeats instead of explaining, or nothing."""
    indikator, said = subject.indikator, words(subject.indikator.rumus) - _GROWTH
    if _RELATIVE.match(indikator.nama) and same(indikator.rumus, indikator.nama):
        return "nama indikator"
    prose = not _CALCULATES.search(plain(indikator.rumus))
    return "sasaran" if prose and said and said <= words(subject.sasaran.nama) else ""


def _is_assessed_outside(subject: Subject) -> bool:
    indikator = subject.indikator
    if indikator.nilai.jenis == "rumus":
        return False
    return bool(indikator.instansi_sumber or _ASSESSED_OUTSIDE.search(plain(indikator.rumus)))


def index_is_no_plain_ratio(subject: Subject) -> Iterator[Finding]:
    """DEF-114: called an index, but the rumus divides one count by another."""
    ratio, indikator = subject.ratio, subject.indikator
    if ratio is None or not re.search(r"\bindeks\b", indikator.nama.lower()):
        return
    if not _INDEX_WORDS.search(plain(indikator.rumus)):
        yield subject.finding("DEF-114", "nama", tertulis=indikator.rumus, pembilang=ratio.top)


def ratio_says_hundred(subject: Subject) -> Iterator[Finding]:
    """DEF-118: the computed rumus gives percent, the printed one forgets to say so."""
    computed = (subject.indikator.nilai.rumus or "").replace(" ", "")
    printed = plain(subject.indikator.rumus)
    if subject.ratio and _TIMES_HUNDRED.search(computed) and not _HUNDRED.search(printed):
        yield subject.finding("DEF-118", "rumus", tertulis=subject.indikator.rumus)


def denominator_is_no_target(subject: Subject) -> Iterator[Finding]:
    """DEF-115: the rumus divides by its own target, so that capaian would do so twice."""
    ratio = subject.ratio
    if ratio is None or not ratio.bottom_words & _TARGET_WORDS:
        return
    if likeness(ratio.top_words, ratio.bottom_words - _TARGET_WORDS) >= 0.75:
        yield subject.finding("DEF-115", "rumus", pembilang=ratio.top, penyebut=ratio.bottom)


def counted_thing_is_clear(subject: Subject) -> Iterator[Finding]:
    """DEF-116: "jumlah partisipasi" does not say whether people or meetings are counted."""
    ratio = subject.ratio
    found = re.match(r"jumlah (\w+)", ratio.top) if ratio else None
    if ratio and found and found[1] in _UNCOUNTABLE:
        yield subject.finding("DEF-116", "rumus", pembilang=ratio.top, kata=found[1])


def ratio_is_not_inverted(subject: Subject) -> Iterator[Finding]:
    """DEF-117: the whole stands above the line and the part below it."""
    ratio = subject.ratio
    if ratio is None:
        return
    only_below = ratio.bottom_words - ratio.top_words
    named = plain(subject.indikator.nama)
    meant = frozenset() if _AMONG.search(named) else after_yang(named)
    part_is_below = meant & only_below and not meant & ratio.top_words
    whole_is_above = ratio.top_words < ratio.bottom_words and only_below & words(
        subject.indikator.nama
    )
    says_whole = re.match(r"(jumlah )?(seluruh|total)\b", ratio.top) and " yang " in ratio.bottom
    if part_is_below or whole_is_above or (says_whole and ratio.top_words <= ratio.bottom_words):
        yield subject.finding("DEF-117", "rumus", pembilang=ratio.top, penyebut=ratio.bottom)
