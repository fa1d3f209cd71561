"""Scales of one's own: every number has one band, every grade can be picked in Excel."""

import pytest

from iku.definition.load import parse_definition

from .sample import changed, faults

GRADED = "nilai: {jenis: predikat}"
SOUND = "[{label: Baik, di_atas: 80}, {label: Cukup, mulai: 80}, {label: Kurang}]"


def graded(bands: str) -> str:
    own = f"nilai: {{jenis: predikat, skala: {{nama: Kategori, tingkat: {bands}}}}}"
    return changed("predikat: B,", "predikat: Baik,", changed(GRADED, own)).replace(
        "predikat: B,", "predikat: Baik,"
    )


def told(bands: str) -> list[str]:
    return [f"{one.facts['kunci']}: {one.facts['alasan']}" for one in faults(graded(bands))]


def test_a_sound_scale_has_no_faults() -> None:
    assert told(SOUND) == []
    parse_definition(graded(SOUND))


@pytest.mark.parametrize(
    ("bands", "key", "words"),
    [
        ("[]", "skala.tingkat:", "1 sampai 60"),
        (str([{"label": f"T{n}", "mulai": 99 - n} for n in range(61)]), "tingkat:", "1 sampai 60"),
        ("[{label: Baik, mulai: 50}, {label: BAIK}]", "tingkat[1].label:", "dua kali"),
        ("[{label: Baik, mulai: 50}, {label: ''}]", "tingkat[1].label:", "belum ada"),
        (
            "[{label: Baik, mulai: 50, di_atas: 50}, {label: Buruk}]",
            "tingkat[0].di_atas:",
            "jangan keduanya",
        ),
        (
            "[{label: Baik, mulai: 50}, {label: Cukup, mulai: 60}, {label: Buruk}]",
            "tingkat[1]:",
            "dari yang terbaik",
        ),
        (
            "[{label: Baik, mulai: 60}, {label: Cukup, mulai: 60}, {label: Buruk}]",
            "tingkat[1]:",
            "dari yang terbaik",
        ),
        ("[{label: Baik}, {label: Buruk, mulai: 5}]", "tingkat[1]:", "dari yang terbaik"),
        ("[{label: Baik, mulai: 60}, {label: Cukup, mulai: 5}]", "tingkat[1]:", "setiap angka"),
        (
            "[{label: Baik, mulai: 60}, {label: 'Kurang, sekali'}]",
            "tingkat[1].label:",
            "memuat koma",
        ),
    ],
)
def test_an_unsound_scale_is_refused_with_its_place(bands: str, key: str, words: str) -> None:
    assert [one for one in told(bands) if key in one and words in one], told(bands)


def test_grades_that_excel_cannot_list_together_are_refused() -> None:
    def bands(length: int) -> str:
        return f"[{{label: Baik, mulai: 60}}, {{label: {'x' * length}}}]"

    assert told(bands(250)) == []  # with "Baik" and a comma exactly 255
    assert any("memuat 255" in one for one in told(bands(251)))
