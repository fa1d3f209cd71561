"""Who signs, period by period: the office in the words in which it is printed."""

import pytest

from iku.cells import Value
from tests.calculation.live import Twice
from tests.calculation.reports import quarterly

VALUE = "{kode: K, nama: Surat, satuan: surat, polaritas: maksimasi, nilai: {jenis: langsung}}"


@pytest.mark.parametrize(
    ("jabatan", "office", "own"),
    [
        ("Camat", "CAMAT UJI", ""),
        ("Plt. Camat", "Plt. CAMAT UJI", ""),
        ("Plt.", "Plt. CAMAT UJI", ""),
        ("plt camat", "Plt. CAMAT UJI", ""),
        ("Plh. Camat", "Plh. CAMAT UJI", ""),
        ("Pj. Camat", "Pj. CAMAT UJI", ""),
        ("a.n. Camat", "a.n. CAMAT UJI", "SEKRETARIS KECAMATAN"),
        ("a.n.", "a.n. CAMAT UJI", "SEKRETARIS KECAMATAN"),
        ("a.n. Camat / Kasi Pemerintahan", "a.n. CAMAT UJI", "KASI PEMERINTAHAN"),
        ("A.N. Camat, Sekretaris Camat", "a.n. CAMAT UJI", "SEKRETARIS CAMAT"),
        ("Kepala Bagian", "KEPALA BAGIAN UJI", ""),
    ],
)
def test_the_office_stands_as_it_is_printed(jabatan: str, office: str, own: str) -> None:
    entries: dict[str, Value] = {"identitas.jabatan.TW4": jabatan}
    twice = Twice(quarterly(VALUE), entries, "TW4")

    for sheet in ("Capaian", "Definisi IKU"):
        shown = twice.texts(sheet)
        assert office in shown
        assert not own or own in shown


def test_each_period_has_its_own_signatory() -> None:
    entries: dict[str, Value] = {
        "identitas.jabatan.TW3": "Camat",
        "identitas.camat.TW3": "SITI",
        "identitas.jabatan.TW4": "Plh. Camat",
        "identitas.camat.TW4": "BUDI",
    }
    before, after = (Twice(quarterly(VALUE), entries, p).texts("Capaian") for p in ("TW3", "TW4"))

    assert {"CAMAT UJI", "SITI"} <= before
    assert {"Plh. CAMAT UJI", "BUDI"} <= after
    assert "BUDI" not in before
