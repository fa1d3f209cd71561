"""No text that names a resident is passed over because a look at all of them found nothing."""

import random

from iku.checks.privacy import _DIGITS, _DOCUMENTS, _NAMED, _NIK, _SPACED, _may_name

PIECES = (
    *("3171 0141", "1571.0705", "0290", "0001", "12", "9", " ", ".", "\n", "x"),
    *("KTP", "kk", "KARTU KELUARGA", "Akta", "s\N{LATIN SMALL LETTER LONG S}tm", "SKTM", "ijazah"),
    *("\N{KELVIN SIGN}TP", "\N{LATIN SMALL LETTER DOTLESS I}jazah", "\N{KELVIN SIGN}k"),
    *(" a.n. ", "_an_", " atas nama ", "Budi"),
)


def test_a_look_at_all_texts_misses_none_that_names_somebody() -> None:
    rng = random.Random(3)  # noqa: S311
    named = 0
    for _ in range(20_000):
        text = "".join(rng.choices(PIECES, k=rng.randint(1, 7)))
        if _NIK.search(_SPACED.sub("", text)) or _NAMED.search(text):
            named += 1
            assert _may_name(f"Laporan\n{text}\nbaik"), text

    assert named > 200


def test_what_names_nobody_is_not_looked_at_again() -> None:
    assert not _may_name("Daftar hadir 12 Maret 2026\nNomor 470/123/2026")
    assert _DIGITS.search("3171 0141 0290 0001")
    assert all(one == one.casefold() for one in _DOCUMENTS)
