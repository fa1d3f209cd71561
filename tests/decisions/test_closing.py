"""Closing: what was accepted is frozen, and what differs later counts only when accepted."""

import re
from dataclasses import replace

import pytest

from iku.cells import ErrorValue, Value
from iku.consolidation import Candidate, RegencyReport, consolidate
from iku.consolidation.closing import freeze
from iku.consolidation.closing_record import closing_text, parse_closing
from iku.consolidation.deciding import CLOSED as CLOSED_ALREADY
from iku.consolidation.deciding import RegencyTables
from iku.consolidation.decisions import Closing
from iku.languages import Language
from reporting.berita_acara import berita_acara
from reporting.recap_text import recap_lines
from tests.consolidation.sample import RATIO, candidate, definition_of
from tests.consolidation.test_periods import QUARTERLY, quarters

from .sample import AKIP, EAST, NORTH, SOUTH, central, codes, figure, verification, waivers

D = definition_of(RATIO + AKIP.replace("TAHUN:", "TW1:"), pengaturan=QUARTERLY)
FIRST = [
    candidate(D, NORTH, quarters((5.0, 100.0)), periode="TW1", path="u1.xlsx"),
    candidate(D, SOUTH, quarters((1.0, 50.0)), periode="TW1", path="s1.xlsx"),
]


def north(*pairs: tuple[Value, Value], periode: str = "TW2") -> Candidate:
    return candidate(D, NORTH, quarters(*pairs), periode=periode, path="u2.xlsx", revisi=1.0)


SECOND = candidate(D, SOUTH, quarters((1.0, 50.0), (2.0, None)), periode="TW2", path="s2.xlsx")
CLOSED = freeze(consolidate(D, FIRST), when="2025-04-10T09:00:00+07:00", by="Kabag Organisasi")


def after(files: list[Candidate], *rows: tuple[Value, ...], **given: object) -> RegencyReport:
    tables = RegencyTables(
        closings=(CLOSED,),
        waivers=waivers(*rows) if rows else None,
        **given,  # type: ignore[arg-type]
    )
    return consolidate(D, files, period="TW2", tables=tables)


def ruling(keputusan: str, periode: str = "", indikator: str = "") -> tuple[Value, ...]:
    return (NORTH, keputusan, None, "Sekda", "koreksi data RT", None, periode, indikator)


def test_what_has_not_changed_says_nothing() -> None:
    report = after([north((5.0, 100.0), (10.0, None)), SECOND])
    assert (report.changes, codes(report)) == ((), [])
    assert figure(report, "A1", "TW2") == (1800 / 150, 2)
    assert report.decisions.closed == (CLOSED,)


def test_a_change_to_a_closed_period_is_told_once_and_as_such() -> None:
    report = after([*FIRST, north((9.0, 100.0), (10.0, None)), SECOND], previous=(FIRST[0],))
    (one,) = report.changes
    assert (one.closed, one.counted) == ("TW1", False)


def test_a_changed_figure_of_a_closed_period_does_not_count() -> None:
    report = after([north((9.0, 100.0), (10.0, None)), SECOND])
    assert figure(report, "A1", "TW1") == (4, 2)  # (5 + 1) / 150
    assert figure(report, "A1", "TW2") == (12, 2)
    (one,) = report.changes
    assert (one.old, one.new, one.closed, one.counted) == (5.0, 9.0, "TW1", False)
    assert (one.path_old, one.path_new) == ("u1.xlsx", "u2.xlsx")
    effect = one.effects[0]
    assert effect.before.value == 4
    assert effect.after.number * 150 == 1000
    assert codes(report) == ["KON-046"]


@pytest.mark.parametrize("narrow", [("", ""), ("TW1", ""), ("TW1", "A1"), ("", "A1")])
def test_it_counts_when_the_regency_accepts_it(narrow: tuple[str, str]) -> None:
    row = ruling("Terima perubahan", *narrow)
    report = after([north((9.0, 100.0), (10.0, None)), SECOND], row)
    assert report.aggregation.figure("A1", "TW1").realisasi.number * 150 == 1000
    (one,) = report.changes
    assert one.counted
    assert one.decision == "Terima perubahan: Sekda, koreksi data RT"
    assert codes(report) == ["KON-047"]


@pytest.mark.parametrize("other", [("TW2", ""), ("", "C1"), ("TW2", "A1")])
def test_a_decision_about_something_else_opens_nothing(other: tuple[str, str]) -> None:
    report = after([north((9.0, 100.0), (10.0, None)), SECOND], ruling("Terima perubahan", *other))
    assert figure(report, "A1", "TW1") == (4, 2)


def test_the_narrower_decision_holds_and_of_equals_the_refusal() -> None:
    files = [north((9.0, 100.0), (10.0, None)), SECOND]
    wide, narrow = ruling("Terima perubahan"), ruling("Tolak perubahan", "TW1", "A1")
    assert figure(after(files, wide, narrow), "A1", "TW1") == (4, 2)
    assert figure(after(files, narrow, wide), "A1", "TW1") == (4, 2)
    opened = after(files, ruling("Tolak perubahan"), ruling("Terima perubahan", "TW1", "A1"))
    assert opened.changes[0].counted
    refused = after(files, ruling("Tolak perubahan"))
    assert [str(f.severity) for f in refused.findings if f.code == "KON-046"] == ["info"]


def test_who_sends_nothing_now_keeps_what_was_closed() -> None:
    report = after([SECOND])
    assert figure(report, "A1", "TW1") == (4, 2)
    assert figure(report, "A1", "TW2") == (3 / 50 * 100, 1)
    assert [unit.kode for unit in report.missing] == [NORTH, EAST]
    source = report.aggregation.slice("A1", "TW1", "penerima").rows[0].sources[0]
    assert (source.path, source.value) == ("u1.xlsx", 5.0)
    assert source.place == FIRST[0].returned.places["isian.A1.penerima.TW1"]  # type: ignore[union-attr]
    assert report.changes == ()


def test_who_was_missing_then_counts_for_it_only_when_accepted() -> None:
    late = candidate(D, EAST, quarters((2.0, 50.0), (2.0, None)), periode="TW2", path="t2.xlsx")
    report = after([late])
    assert figure(report, "A1", "TW1") == (4, 2)
    assert {one.name for one in report.changes} == {"isian.A1.penerima.TW1", "isian.A1.rt.TW1"}
    accepted = after([late], (EAST, "Terima perubahan", None, "Sekda", "susulan"))
    assert figure(accepted, "A1", "TW1") == (4, 3)  # (5 + 1 + 2) / 200


def test_a_value_taken_back_is_a_change_as_well() -> None:
    report = after([north((None, 100.0), (10.0, None)), SECOND])
    assert figure(report, "A1", "TW1") == (4, 2)
    assert (report.changes[0].old, report.changes[0].new) == (5.0, None)


def test_central_values_and_verification_are_closed_with_the_rest() -> None:
    grade = central((NORTH, "C1", None, "TW1", 61.7))
    judged = verification((NORTH, "A1", "penerima", "TW1", None, "Diterima", 4.0, "", "Tim"))
    tables = RegencyTables(central=grade, verification=judged)
    closed = freeze(consolidate(D, FIRST, tables=tables))
    later = [north((5.0, 100.0), (10.0, None)), SECOND]
    report = consolidate(D, later, period="TW2", tables=RegencyTables(closings=(closed,)))
    assert report.aggregation.figure("A1", "TW1").realisasi.number * 150 == 500
    assert report.aggregation.figure("C1", "TW1").realisasi.number * 10 == 617
    assert report.changes == ()
    other = central((NORTH, "C1", None, "TW1", 70.0))
    tables = RegencyTables(central=other, closings=(closed,))
    report = consolidate(D, later, period="TW2", tables=tables)
    assert report.aggregation.figure("C1", "TW1").realisasi.number * 10 == 617
    assert [(one.new, one.path_new) for one in report.changes] == [(70.0, "tabel/pusat.csv")]


def test_what_a_file_had_not_reported_yet_is_not_closed() -> None:
    early = candidate(D, NORTH, quarters((5.0, 100.0), (10.0, None)), periode="TW1", path="u1.xlsx")
    north = freeze(consolidate(D, [early, SECOND], period="TW2")).units[0]
    assert (north.kode, north.path, north.reach) == (NORTH, "", "TW1")
    assert {one.name.rpartition(".")[2] for one in north.entries} == {"TW1"}


def test_the_latest_closed_period_holds_the_earlier_ones() -> None:
    files = [north((9.0, 100.0), (10.0, None)), SECOND]
    accepted = after(files, ruling("Terima perubahan"))
    second = freeze(accepted)
    tables = RegencyTables(closings=(second, CLOSED))
    report = consolidate(D, files, tables=tables)
    assert report.aggregation.figure("A1", "TW1").realisasi.number * 150 == 1000
    assert report.changes == ()


def test_a_closing_of_another_definition_is_not_ours() -> None:
    other = replace(CLOSED, template="LAIN")
    report = consolidate(
        D, [north((9.0, 100.0), (10.0, None))], tables=RegencyTables(closings=(other,))
    )
    assert (report.changes, report.decisions.closed) == ((), ())


def test_a_closing_is_kept_as_text_without_loss() -> None:
    unit = CLOSED.units[0]
    odd = replace(unit.entries[0], value=ErrorValue("#REF!"), typed=True)
    kept: Closing = replace(CLOSED, units=(replace(unit, entries=(odd, *unit.entries)),))
    assert parse_closing(closing_text(kept)) == kept
    with pytest.raises(ValueError, match="versi"):
        parse_closing(closing_text(kept).replace('"skema":1', '"skema":2'))


TOLD: dict[Language, str] = {
    "id": "Perubahan atas periode yang sudah ditutup (Triwulan I Tahun 2017): 1 isian, {n} di"
    " antaranya dihitung karena sudah diterima; rinciannya ada pada lembar Perubahan di buku kerja"
    " rekap.",
    "en": "Changes to a closed period (quarter I of 2017): entries changed 1, of these accepted and"
    " counted {n}; the details are on the sheet Perubahan of the recap workbook.",
}


def test_the_screen_tells_what_is_wrong_in_the_regencys_tables_and_how_much_there_is_to_read() -> (
    None
):
    without_reason = (NORTH, "Terima perubahan", None, "Sekda", None, None, "", "")
    lines = list(recap_lines(after([north((9.0, 100.0)), SECOND], without_reason)))
    assert any("Tabel kabupaten/kota: " in one and "kolom" in one for one in lines)
    assert any(re.search(r"Catatan: [1-9]\d* wajib diperbaiki, ", one) for one in lines)


@pytest.mark.parametrize("language", TOLD)
def test_the_screen_tells_that_a_closed_period_was_changed(language: Language) -> None:
    files = [north((9.0, 100.0), (10.0, None)), SECOND]
    waiting, accepted = after(files), after(files, ruling("Terima perubahan"))
    assert list(recap_lines(waiting, language))[-1] == TOLD[language].format(n=0)
    assert list(recap_lines(accepted, language))[-1] == TOLD[language].format(n=1)
    unchanged = after([north((5.0, 100.0), (10.0, None)), SECOND])
    assert not any("ditutup" in one for one in recap_lines(unchanged))


def test_a_verdict_on_a_closed_figure_is_not_said_to_count_before_it_is_accepted() -> None:
    row = (NORTH, "A1", "penerima", "TW1", None, "Diterima", 3.0, "daftar hadir", "Tim", None)
    files = [north((5.0, 100.0), (10.0, None)), SECOND]
    report = after(files, verification=verification(row))
    (one,) = report.decisions.verification
    assert (one.counted, one.reason) == (False, CLOSED_ALREADY)
    assert ("KON-041" in codes(report), "KON-046" in codes(report)) == (False, True)
    accepted = after(files, ruling("Terima perubahan"), verification=verification(row))
    assert accepted.decisions.verification[0].counted
    assert "KON-041" in codes(accepted)


def test_the_minutes_print_a_count_without_decimals() -> None:
    counted = RATIO.replace("penerima/rt*100", "penerima+rt") + "        desimal: 0\n"
    definition = definition_of(counted, pengaturan=QUARTERLY)
    files = [candidate(definition, NORTH, quarters((5.0, 8.0)), periode="TW1")]
    closed = freeze(consolidate(definition, files), when="2017-04-10T09:00:00+07:00", by="Kabag")

    assert "realisasi: 13 %; capaian" in berita_acara(parse_closing(closing_text(closed)))
