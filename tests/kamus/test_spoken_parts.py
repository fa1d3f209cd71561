"""What a note on the source is about: in the Kamus it reads as people would say it."""

from pathlib import Path

import pytest

from iku.definition.load import load_definition
from iku.kamus.blueprint import kamus
from iku.kamus.load import parse_kamus
from iku.kamus.spoken_parts import SpokenParts
from iku.kamus.tree import full_tree

from .received import SHIPPED, as_received

ANAMBAS = next(path for path in SHIPPED if path.stem == "kepulauan_anambas_2024")


def parts(path: Path = ANAMBAS) -> SpokenParts:
    return SpokenParts(full_tree(load_definition(path)))


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("tahun", "Umum: Tahun"),
        ("pengaturan.periode", "Umum: Periode pengisian"),
        ("sasaran[1].nama", "Sasaran ke-2: Sasaran"),
        ("sasaran[*].nomor", "Semua sasaran: Nomor tercetak"),
        ("sasaran[1].indikator[0].satuan", "Indikator J3: Satuan"),
        ("sasaran[*].indikator[*].target", "Semua indikator: Target"),
        ("sasaran[0].indikator[*].polaritas", "Semua indikator sasaran ke-1: Polaritas"),
        ("unit[0].penanda_tangan.jabatan", "Penanda tangan 21.05.09: Jabatan"),
        ("unit[0].nama", "Unit 21.05.09: Nama"),
    ],
)
def test_a_part_is_called_by_its_code_and_its_column(path: str, words: str) -> None:
    assert parts().said(path) == words
    assert parts().meant(words) == path
    assert parts().meant(words.upper().replace(": ", ":  ")) == path


@pytest.mark.parametrize(
    "path", ["dokumen.judul_kolom", "unit", "sasaran[9].indikator[0].satuan", "tanpa titik: dua"]
)
def test_what_has_no_words_stays_as_it_is_written(path: str) -> None:
    assert parts().said(path) == path
    assert parts().meant(path) == path


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_no_shipped_kamus_shows_a_path_and_every_note_comes_back(path: Path) -> None:
    definition = load_definition(path)
    received = as_received(kamus(definition).blueprint)
    notes = received.sheets["Catatan Sumber"].values.values()
    assert not [text for text in notes if isinstance(text, str) and "indikator[" in text]
    assert parse_kamus(received).catatan_sumber == definition.catatan_sumber


def test_a_path_that_was_written_before_is_still_understood() -> None:
    definition = load_definition(ANAMBAS)
    received = as_received(kamus(definition).blueprint)
    sheet = received.sheets["Catatan Sumber"]
    place = next(at for at, text in sheet.values.items() if text == "Indikator J1: Satuan")
    sheet.values[place] = "sasaran[0].indikator[0].satuan"
    assert parse_kamus(received).catatan_sumber == definition.catatan_sumber
