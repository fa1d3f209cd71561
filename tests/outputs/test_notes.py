"""What goes back to a unit: its answer, what to repair, its receipt, its figures, its letters."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from html import unescape

import pytest

from iku.address import CellRef
from iku.consolidation.changes import Change
from iku.consolidation.deciding import STALE
from iku.consolidation.decisions import CentralValue, Decisions, Origin, Verdict, Verified
from reporting.letters import letters_of
from reporting.note_page import index_page, letter_page, note_page
from reporting.note_text import letter_text, note_text
from reporting.unit_note import Answer, UnitNote, unit_notes
from tests.html_pages import assert_inert

from .regency import complete, hostile, report


def on_paper(note: UnitNote) -> str:
    return unescape(note_page([note]))


def notes() -> dict[str, UnitNote]:
    return {one.unit.nama: one for one in unit_notes(report())}


def test_every_unit_gets_its_answer() -> None:
    assert {name: one.answer for name, one in notes().items()} == {
        "Utara": Answer.TO_MEND,
        "Selatan": Answer.REFUSED,
        "Timur": Answer.NOTHING,
    }
    assert {one.answer for one in unit_notes(complete())} == {Answer.ACCEPTED}


@pytest.mark.parametrize("written", [note_text, on_paper])
def test_a_note_is_a_receipt_with_the_digest_and_the_day(
    written: Callable[[UnitNote], str],
) -> None:
    note = notes()["Utara"]
    assert note.file is not None
    told = written(note)
    for fact in ("utara.xlsx", note.file.sha256, "12 Januari 2018", "Siti", "Camat Utara"):
        assert fact in told


@pytest.mark.parametrize("written", [note_text, on_paper])
def test_a_note_sets_the_units_figures_beside_the_regencys(
    written: Callable[[UnitNote], str],
) -> None:
    regency = complete()
    note = list(unit_notes(regency))[1]
    told = written(note)
    assert "166,67" in told  # 1/3 against a target of 20
    assert note.figures[0].regency_capaian in told
    assert "3 dari 3" in told
    assert "sementara" not in told


def test_a_note_says_what_to_repair_in_the_words_of_validasi() -> None:
    note = notes()["Utara"]
    [found] = [one for one in note.outcome.findings if one.code == "ANG-001"]
    page = unescape(note_page([note]))
    assert found.message in page
    assert found.fix in page
    assert "Cara memperbaiki" in page
    assert "Mulai dari sini:\n1. Isian!E9" in note_text(note)


def test_a_verified_figure_is_told_with_its_verdict() -> None:
    origin = Origin("verifikasi.xlsx", "ab", CellRef("Verifikasi", 2, 1))
    one = Verified(
        *("99.01.01", "A1", "rt", "TAHUN", "isian.A1.rt.TAHUN", 192.0, 190.0),
        *(Verdict.PERLU_PERBAIKAN, origin, "Data per Desember"),
    )
    regency = replace(report(), decisions=Decisions(verification=(one,)))
    north, south, _ = unit_notes(regency)
    line = (
        "Verifikasi 'Jumlah RT' (A1), Tahun 2017: Perlu perbaikan; dilaporkan 192, "
        "yang dihitung 190 (Data per Desember)"
    )
    assert line in note_text(north)
    assert "Verifikasi" not in note_text(south)
    assert "Data per Desember" in note_page([north])
    stale = replace(one, counted=False, reason=STALE)
    north, _, _ = unit_notes(replace(report(), decisions=Decisions(verification=(stale,))))
    waits = "Perlu perbaikan; atas angka sebelumnya, angka yang sekarang belum diverifikasi"
    assert waits in note_text(north)
    assert waits in unescape(note_page([north]))


ORIGIN = Origin("tabel/verifikasi.xlsx", "ab", CellRef("Verifikasi", 7, 1))
PARTS = "99.01.01", "A1", "rt", "TAHUN", "isian.A1.rt.TAHUN"
CORRECTED = Verified(
    *(*PARTS, 192.0, 190.0, Verdict.DITERIMA, ORIGIN),
    *("Data per Desember", "Bagian Organisasi", "2018-01-15"),
)


def decided(decisions: Decisions, **others: object) -> list[UnitNote]:
    return list(unit_notes(replace(report(), decisions=decisions, **others)))  # type: ignore[arg-type]


@pytest.mark.parametrize("written", [note_text, on_paper])
def test_a_corrected_figure_is_told_with_old_new_reason_and_decision(
    written: Callable[[UnitNote], str],
) -> None:
    north, south, _ = decided(Decisions(verification=(CORRECTED,)))
    told = written(north)
    for words in ("192", "190", "Data per Desember", "'Jumlah RT' (A1), Tahun 2017"):
        assert words in told
    assert "verifikasi oleh Bagian Organisasi, 15 Januari 2018 (verifikasi.xlsx, baris 7)" in told
    assert "dikoreksi" not in written(south)
    assert "Koreksi" not in written(south)


@pytest.mark.parametrize(
    "changes",
    [{"verified": None}, {"verified": 192.0}, {"counted": False, "reason": STALE}],
    ids=str,
)
def test_what_stands_or_does_not_count_is_no_correction(changes: dict[str, object]) -> None:
    one = replace(CORRECTED, **changes)  # type: ignore[arg-type]
    north, *_ = decided(Decisions(verification=(one,)))
    assert "Koreksi" not in note_text(north)


def test_a_table_of_the_regency_and_an_accepted_change_correct_too() -> None:
    unit, kode, _, periode, name = PARTS
    filled = CentralValue(
        *(unit, kode, periode, name, 200.0, ORIGIN, "Dinas Sosial"), replaced=192.0
    )
    blank = replace(filled, replaced=None)
    accepted = Change(
        *(unit, periode, name, 34.0, 36.0, "lama.xlsx", "baru.xlsx"),
        closed="TAHUN",
        decision="Terima perubahan: Sekda, hasil evaluasi",
    )
    north, *_ = decided(Decisions(central=(filled, blank)), changes=(accepted,))
    lines = [line for line in note_text(north).splitlines() if line.startswith("Koreksi")]
    assert [line.partition(": ")[2] for line in lines] == [
        "semula 192, yang dihitung 200. Dasar: data dari Dinas Sosial (verifikasi.xlsx, baris 7).",
        "semula 34, yang dihitung 36. Dasar: Terima perubahan: Sekda, hasil evaluasi.",
    ]


def test_who_owes_a_report_may_be_reminded_or_rebuked_and_who_was_late_rebuked() -> None:
    kinds = {name: [one.kind for one in letters_of(note)] for name, note in notes().items()}
    assert kinds == {
        "Utara": ["teguran"],
        "Selatan": ["pengingat", "teguran"],
        "Timur": ["pengingat", "teguran"],
    }
    assert [letter for note in unit_notes(complete()) for letter in letters_of(note)] == []


def test_letters_name_the_deadline_the_delay_and_why_a_file_was_refused() -> None:
    by_unit = notes()
    late = letter_text(*letters_of(by_unit["Utara"]))
    assert "12 Januari 2018, 2 hari setelah batas waktu 10 Januari 2018" in late
    refused = letter_text(next(letters_of(by_unit["Selatan"])))
    assert "belum dapat diterima" in refused
    assert "Pilih Periode lapor pada lembar Beranda" in refused
    missing = letter_text(next(letters_of(by_unit["Timur"])))
    assert "Kecamatan Timur untuk Tahun 2017 belum kami terima" in missing
    assert "10 Januari 2018" in missing


def test_no_deadline_is_invented() -> None:
    regency = report()
    setting = regency.definition.pengaturan.model_copy(update={"batas_waktu": {}})
    free = regency.definition.model_copy(update={"pengaturan": setting})
    for note in unit_notes(replace(regency, definition=free)):
        for letter in letters_of(note):
            assert "batas waktu" not in letter_text(letter).lower()


def test_letters_do_not_look_at_the_clock() -> None:
    told = "".join(letter_text(one) for note in notes().values() for one in letters_of(note))
    years = {int(year) for year in re.findall(r"\b(20\d\d)\b", told)}
    assert years <= {2017, 2018}
    assert date.today().strftime("%d/%m/%Y") not in told  # noqa: DTZ011  the very clock


def test_every_note_and_letter_begins_a_page_of_a4() -> None:
    page = note_page(unit_notes(report()))
    assert page.count("<section") == 3
    assert "size: A4 portrait" in page
    assert "break-before: page" in page
    letters = [letter for note in notes().values() for letter in letters_of(note)]
    assert letter_page(letters).count("<section") == len(letters) == 5


def test_what_stands_in_files_and_names_is_text_on_paper_and_in_chats() -> None:
    found = list(unit_notes(hostile()))
    letters = [letter for note in found for letter in letters_of(note)]
    read = assert_inert(note_page(found))
    assert_inert(letter_page(letters))
    assert_inert(index_page(found, {}, {}))
    assert "<script>alert(1)" in "".join(read.texts)
    for text in (*map(note_text, found), *map(letter_text, letters)):
        bold = re.findall(r"\*([^*]*)\*", text)
        assert len(bold) == 1
        assert "tebal" not in bold[0] or "∗tebal∗" in bold[0]


def test_notes_and_letters_are_indonesian_whatever_the_language_of_the_run() -> None:
    english, indonesian = list(unit_notes(report(language="en"))), list(unit_notes(report()))
    assert note_page(english) == note_page(indonesian)
    for one, other in zip(english, indonesian, strict=True):
        told = [letter_text(letter) for letter in letters_of(one)]
        assert told == [letter_text(letter) for letter in letters_of(other)]


def test_the_index_leads_to_every_unit() -> None:
    links = {"99.01.01": {"catatan (chat)": "catatan/a.txt"}}
    page = index_page(unit_notes(report()), links, {"catatan": "catatan.html"})
    read = assert_inert(page)
    assert read.links() == ["catatan.html", "catatan/a.txt"]
    for name in ("Utara", "Selatan", "Timur"):
        assert f"<td>{name}</td>" in page
