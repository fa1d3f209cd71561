"""Rules about figures that are possible and still make no sense: each with the case it lets pass."""

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from iku.checks import check_submission
from iku.checks.earlier import FEWEST_YEARS
from iku.definition.load import parse_definition
from iku.definition.model import NilaiTarget
from iku.finding import Finding
from iku.layout.layout import Layout
from iku.terbitan import issue
from tests.checks.books import cells, check, received, snapshot, told, typed

EARLIER = {
    "D3": {
        str(2024 - n): NilaiTarget(nilai=Decimal(value)) for n, value in enumerate((31, 30, 29, 30))
    },
    "D5": {"2024": NilaiTarget(predikat="BB", nilai=Decimal("71.25"))},
}
GOOD: dict[str, object] = {
    "identitas.periode_lapor": "TAHUN",
    "identitas.status_laporan": "Final",
    "identitas.penyusun": "Contoh",
    "identitas.tanggal.TAHUN": "5 Januari 2026",
    "isian.D1.tertib.TW1": 2,
    "isian.D1.desa.TW1": 3,
    "isian.D2.nilai.TAHUN": 66.67,
    "isian.D3.terlayani.TW1": 300,
    "isian.D3.penduduk.TW1": 1000,
    **{
        f"isian.D4.{part}.{tw}": 9
        for tw in ("TW1", "TW2", "TW3", "TW4")
        for part in ("tepat", "izin")
    },
    **{
        f"isian.D4.{part}.{tw}": 10
        for tw in ("TW1", "TW2", "TW3", "TW4")
        for part in ("surat", "permohonan")
    },
    "isian.D5.nilai.TAHUN": 72.5,
    "isian.D5.predikat.TAHUN": "BB",
    "bukti.D5.1.nama.TAHUN": "LHE AKIP Kecamatan 2025",
}


ODD: list[tuple[dict[str, object], str, list[str]]] = [
    ({"isian.D1.desa.TW1": 4}, "LOG-011", ["isian.D1.desa.TW1"]),
    ({"isian.D2.nilai.TAHUN": 70}, "LOG-012", ["isian.D2.nilai.TAHUN"]),
    (
        {"isian.D3.penduduk.TW2": 760, "isian.D3.terlayani.TW2": 240},
        "TRN-008",
        ["isian.D3.penduduk.TW2", "isian.D3.penduduk.TW1"],
    ),
    ({"isian.D5.nilai.TAHUN": 71.25}, "TRN-006", ["isian.D5.nilai.TAHUN"]),
    (
        {"isian.D3.terlayani.TW1": 440},
        "TRN-007",
        ["isian.D3.terlayani.TW1", "isian.D3.penduduk.TW1"],
    ),
    ({"isian.D2.nilai.TAHUN": 0.67}, "ANG-007", ["isian.D2.nilai.TAHUN"]),
    ({"target.D1.TW2": 70}, "LOG-014", ["target.D1.TW2"]),
    ({"isian.D5.nilai.TAHUN": 72.505}, "ANG-006", ["isian.D5.nilai.TAHUN"]),
    (
        {
            **{f"isian.D4.{part}.TW1": 9000 for part in ("tepat", "surat")},
            **{f"isian.D4.izin.TW{n}": 8 for n in (1, 2, 3, 4)},
        },
        "LOG-010",
        ["isian.D4.surat.TW4", "isian.D4.permohonan.TW4"],
    ),
    ({"identitas.tanggal.TAHUN": "5 Januari 2025"}, "IDN-011", ["identitas.tanggal.TAHUN"]),
    ({"identitas.tanggal.TAHUN": 46027.0}, "ANG-009", ["identitas.tanggal.TAHUN"]),
    ({"identitas.tanggal.TAHUN": "5 Janu"}, "IDN-012", ["identitas.tanggal.TAHUN"]),
    (
        {
            "isian.D5.nilai.TAHUN": None,
            "isian.D5.predikat.TAHUN": None,
            "bukti.D5.1.nama.TAHUN": None,
            "status.D5.TAHUN": "Data belum tersedia",
            "alasan.D5.TAHUN": "menunggu hasil evaluasi",
            "instansi.D5.TAHUN": "Inspektorat",
            "perkiraan.D5.TAHUN": "Desember 2025",
        },
        "ISI-012",
        ["perkiraan.D5.TAHUN"],
    ),
    (
        {"bukti.D5.1.nama.TAHUN": "Data 2171054312900001"},
        "NAR-003",
        ["bukti.D5.1.nama.TAHUN"],
    ),
    ({"bukti.D5.1.nama.TAHUN": "KTP a.n. Budi"}, "NAR-003", ["bukti.D5.1.nama.TAHUN"]),
    ({"bukti.D5.1.tautan.TAHUN": r"C:\LHE.pdf"}, "NAR-004", ["bukti.D5.1.tautan.TAHUN"]),
]


@cache
def sense() -> Layout:
    """A quarterly form with villages, stocks, a mean and earlier years."""
    text = Path(__file__).with_name("sense.yaml").read_text(encoding="utf-8")
    known = parse_definition(text)
    return Layout(issue(known, known.unit[0], EARLIER))


def test_a_sensible_report_is_silent() -> None:
    assert told(check(sense(), GOOD)) == []


@pytest.mark.parametrize(
    ("changes", "code", "names"),
    ODD,
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_what_makes_no_sense_is_told(
    changes: dict[str, object], code: str, names: list[str]
) -> None:
    assert told(check(sense(), {**GOOD, **changes})) == [(code, cells(sense(), *names))]


@pytest.mark.parametrize(
    "changes",
    [
        {"isian.D2.nilai.TAHUN": 66.7},  # 2/3, rounded otherwise
        {"isian.D2.nilai.TAHUN": 33.3},
        {"isian.D3.penduduk.TW2": 820},  # a fifth and no more
        {"isian.D3.terlayani.TW1": 350},  # within what five years of this kind vary
        {"isian.D5.nilai.TAHUN": 71.26},
        {"target.D1.TW2": 60, "target.D1.TW1": 33.33},  # as much as the year's, and less
        {"target.D4.TW1": 95},  # of what came in until then: it may well come down
        {"identitas.tanggal.TAHUN": "Januari 2026"},
        {"identitas.tanggal.TAHUN": "31/12/2025"},
        {"bukti.D5.1.nomor.TAHUN": "700/1234567890123456789/2025"},
        {"bukti.D5.1.nama.TAHUN": "Register permohonan KTP"},
        {"bukti.D5.1.tautan.TAHUN": "https://bukti.uji.go.id/lhe.pdf"},
    ],
    ids=str,
)
def test_what_is_merely_unusual_passes(changes: dict[str, object]) -> None:
    assert told(check(sense(), {**GOOD, **changes})) == []


def test_too_few_earlier_years_make_no_outlier() -> None:
    known = sense().terbitan.definisi
    fewer = dict(list(EARLIER["D3"].items())[: FEWEST_YEARS - 1])
    of = Layout(issue(known, sense().terbitan.unit, {"D3": fewer}))
    assert told(check(of, {**GOOD, "isian.D3.terlayani.TW1": 440})) == []


SUM_AS_MEAN: dict[str, object] = {"dilaporkan.D4.TW1": 180}


def test_a_sum_printed_as_a_mean_is_named() -> None:
    finding = only(SUM_AS_MEAN)
    assert "180,00 adalah jumlah bagian-bagiannya, bukan rata-ratanya" in finding.message


def test_the_nearest_possible_shares_are_offered() -> None:
    finding = only({"isian.D2.nilai.TAHUN": 70})
    assert "33,33 (1/3), 66,67 (2/3), 100,00 (3/3)" in finding.message


def only(changes: Mapping[str, object]) -> Finding:
    (finding,) = check_submission(received(snapshot(sense(), typed({**GOOD, **changes}))))
    return finding


@pytest.mark.parametrize(("changes", "code", "names"), ODD, ids=lambda value: str(value)[:40])
def test_a_blank_entry_is_left_to_the_rule_for_blanks(
    changes: dict[str, object], code: str, names: list[str]
) -> None:
    blank = {**GOOD, **changes, **dict.fromkeys(names)}
    places = cells(sense(), *names)
    assert not [one for one in check(sense(), blank) if one.code == code and one.cells == places]
