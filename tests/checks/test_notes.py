"""Catatan Pemeriksaan: what Validasi writes, and what becomes of a reason that staff add."""

import pytest

from iku.address import a1
from iku.cells import Value, WorkbookSnapshot
from iku.checks import (
    Progress,
    catatan_rows,
    check_submission,
    cleared_rows,
    confirmed,
    progress,
    progress_words,
)
from iku.finding import Finding, Severity
from iku.layout.extras import CATATAN, CATATAN_FIRST
from iku.messages import explain
from iku.submission import Submission
from tests.checks import test_sense as sense
from tests.checks.books import jambi_timur, received, small, snapshot, typed
from tests.checks.test_rules import GOOD

OF = small()
ODD: dict[str, object] = {**GOOD, "isian.B2.petugas.TAHUN": 15}
REASON = "Ada tambahan petugas dari kabupaten"
Rows = list[tuple[str, ...]]


def book(values: dict[str, object], rows: Rows) -> WorkbookSnapshot:
    """A book whose Catatan Pemeriksaan holds rows of an earlier check."""
    seen = snapshot(OF, typed(values))
    for n, row in enumerate(rows):
        for column, text in enumerate(row, 1):
            if text:
                seen.sheets[CATATAN].values[a1(CATATAN_FIRST + n, column)] = text
    return seen


def checked(seen: WorkbookSnapshot) -> tuple[Submission, list[Finding]]:
    submission = received(seen)
    return submission, confirmed(submission, check_submission(submission))


def with_reason(rows: Rows, reason: str = REASON) -> Rows:
    return [(*row[:-1], reason) for row in rows]


def first_rows(values: dict[str, object] = ODD) -> Rows:
    submission, found = checked(book(values, []))
    return catatan_rows(found, submission)


def test_a_row_says_code_place_message_remedy_and_value() -> None:
    (row,) = first_rows()
    assert row[:2] == ("TRN-001", str(OF.entries["isian.B2.petugas.TAHUN"].ref))
    assert "158,70 %" in row[2]
    assert "Contoh" in row[3]
    assert row[4:] == ("15", "")


def test_a_finding_over_several_cells_has_a_row_for_each() -> None:
    rows = first_rows({**GOOD, "isian.A1.tindak.TAHUN": 95})
    assert [(row[0], row[4]) for row in rows] == [("LOG-001", "95"), ("LOG-001", "94")]


def test_a_warning_with_a_reason_becomes_information() -> None:
    submission, found = checked(book(ODD, with_reason(first_rows())))
    (finding,) = found
    assert finding.severity is Severity.INFO
    assert finding.facts["alasan"] == REASON
    assert explain(finding).message.endswith(f"Sudah dikonfirmasi dengan alasan: {REASON}.")
    assert explain(finding, "en").message.endswith(f"Confirmed with the reason: {REASON}.")
    assert [row[-1] for row in catatan_rows(found, submission)[1:]] == [REASON]


def test_a_reason_ends_when_its_value_changes() -> None:
    changed = {**ODD, "isian.B2.petugas.TAHUN": 16}
    submission, found = checked(book(changed, with_reason(first_rows())))
    assert [finding.severity for finding in found] == [Severity.WARNING]
    assert [row[-2:] for row in catatan_rows(found, submission)[1:]] == [("16", "")]
    assert found[0].facts["alasan_lama"] == REASON
    assert explain(found[0]).message.endswith(
        f'Alasan sebelumnya ("{REASON}") tidak berlaku lagi karena isi {found[0].cells[0]} berubah '
        "dari 15 menjadi 16; bila masih sesuai, tulis lagi."
    )


@pytest.mark.parametrize("reason", ["-", "ok", "Sudah benar", "sesuai data", ".....", "123456789"])
def test_a_reason_that_explains_nothing_is_none_and_is_told_so(reason: str) -> None:
    submission, (finding,) = checked(book(ODD, with_reason(first_rows(), reason)))
    assert finding.severity is Severity.WARNING
    assert f'Tulisan "{reason}" pada kolom Alasan belum menjelaskan' in explain(finding).message
    assert "explains nothing yet" in explain(finding, "en").message
    assert catatan_rows([finding], submission)[1][-1] == reason


@pytest.mark.parametrize("reason", ["banjir", "Camat cuti", "Ada 12 lembaga baru"])
def test_a_short_reason_may_still_be_one(reason: str) -> None:
    (finding,) = checked(book(ODD, with_reason(first_rows(), reason)))[1]
    assert finding.severity is Severity.INFO


def test_progress_is_counted_from_what_the_check_before_wrote() -> None:
    blank = {**ODD, "isian.A2.izin.TAHUN": None, "identitas.penyusun": None}
    rows = first_rows(blank)
    assert sorted(row[0] for row in rows) == ["IDN-004", "ISI-001", "TRN-001"]
    submission, found = checked(book({**ODD, "isian.C2.nilai.TAHUN": "-"}, with_reason(rows)))
    assert progress(submission, found) == Progress(before=3, settled=3, new=1)
    head, *rest = catatan_rows(found, submission)
    assert head[2] == (
        "Kemajuan: 3 dari 3 sudah diperbaiki atau dikonfirmasi sejak pemeriksaan sebelumnya; "
        "tersisa 0. Catatan baru: 1."
    )
    assert "3 of 3 mended" in catatan_rows(found, submission, "en")[0][2]
    assert {row[0] for row in rest} == {"ANG-003", "TRN-001"}


def test_a_book_that_was_never_checked_has_no_progress_to_tell() -> None:
    submission, found = checked(book(ODD, []))
    assert progress(submission, found) == Progress(new=1)
    assert list(progress_words(progress(submission, found))) == []


def test_a_note_without_a_cell_does_not_depend_on_the_name_of_the_file() -> None:
    def linked(rows: Rows, target: str = "lain.xlsx") -> WorkbookSnapshot:
        seen = book(GOOD, rows)
        seen.external_links.append(target)
        return seen

    rows = with_reason(catatan_rows(checked(linked([]))[1], checked(linked([]))[0]))
    assert [(row[0], row[1], row[4]) for row in rows] == [("STR-014", "Buku kerja", "lain.xlsx")]
    renamed = linked(rows)
    renamed.path = "IKU FINAL (2).xlsx"
    assert [one.severity for one in checked(renamed)[1]] == [Severity.INFO]
    assert [one.severity for one in checked(linked(rows, "baru.xlsx"))[1]] == [Severity.WARNING]


def test_a_reason_counts_for_its_own_code_only() -> None:
    rows = [("TRN-004", *row[1:]) for row in with_reason(first_rows())]
    assert [one.severity for one in checked(book(ODD, rows))[1]] == [Severity.WARNING]


def test_an_error_cannot_be_confirmed() -> None:
    wrong = {**GOOD, "isian.A1.tindak.TAHUN": 95}
    _, found = checked(book(wrong, with_reason(first_rows(wrong))))
    assert [finding.severity for finding in found] == [Severity.ERROR]


def test_every_value_of_a_warning_must_be_what_it_was() -> None:
    differing = {**GOOD, "isian.A4.surat.TAHUN": 2585}
    rows = with_reason(first_rows(differing))
    assert [row[4] for row in rows] == ["2584", "2585"]
    _, kept = checked(book(differing, rows))
    assert [finding.severity for finding in kept] == [Severity.INFO]
    _, again = checked(book({**differing, "isian.A4.surat.TAHUN": 2586}, rows))
    assert [finding.severity for finding in again] == [Severity.WARNING]


def test_a_value_that_a_program_turned_into_a_number_is_still_the_same() -> None:
    seen = book(ODD, with_reason(first_rows()))
    value: Value = 15.0
    seen.sheets[CATATAN].values[a1(CATATAN_FIRST, 5)] = value
    assert [finding.severity for finding in checked(seen)[1]] == [Severity.INFO]


def test_text_is_quoted_so_that_no_program_takes_it_for_a_formula() -> None:
    (row,) = first_rows({**GOOD, "isian.A1.tindak.TAHUN": "=85"})
    assert row[4] == "“=85”"
    assert not any(text.startswith(("=", "+", "-", "@")) for text in row)


def test_a_clean_book_says_so() -> None:
    assert first_rows(GOOD) == [("", "", "Tidak ada catatan", "", "", "")]


def test_what_was_written_there_is_no_finding() -> None:
    assert checked(book(GOOD, with_reason(first_rows())))[1] == []


def test_at_most_500_rows_and_the_last_tells_how_many_more() -> None:
    submission, _ = checked(book(GOOD, []))
    cells = tuple(f"Isian!E{row}" for row in range(1, 703))
    findings = [explain(Finding("KCI-007", sheet="Isian", cells=cells))]
    rows = catatan_rows(findings, submission)
    assert len(rows) == 500
    assert rows[-2][0] == "KCI-007"
    assert rows[-1][2].startswith("Masih ada 203 catatan lain")


def test_clearing_the_marks_leaves_what_has_a_reason() -> None:
    rows = first_rows({**ODD, "identitas.status_laporan": "Draf"})
    assert [row[0] for row in rows] == ["IDN-003", "TRN-001"]
    seen = book(ODD, [rows[0], *with_reason(rows[1:])])
    assert cleared_rows(seen) == with_reason(rows[1:])
    assert cleared_rows(book(GOOD, [])) == []


def test_clearing_the_marks_leaves_every_cell_of_a_note_with_a_reason() -> None:
    first = ("LOG-008", "Isian!E8", "Yang hadir melebihi yang ada.", "Pastikan.", "110", "")
    second = (*first[:1], "Isian!E9", *first[2:4], "96", "undangan juga untuk lembaga lain")
    other = ("LOG-001", "Isian!E8", "Pembilang melebihi penyebut.", "Periksa.", "110", "")
    assert cleared_rows(book(ODD, [other, first, second])) == [first, second]


def test_a_finding_without_a_cell_can_be_confirmed_too() -> None:
    def hidden(rows: Rows) -> WorkbookSnapshot:
        seen = book(GOOD, rows)
        seen.sheets["Petunjuk"].state = "hidden"
        return seen

    submission, found = checked(hidden([]))
    rows = with_reason(catatan_rows(found, submission))
    assert rows[0][:2] == ("STR-010", "Petunjuk")
    assert [finding.severity for finding in checked(hidden(rows))[1]] == [Severity.INFO]


def test_the_rows_of_the_source_document_name_single_cells() -> None:
    submission = received(snapshot(jambi_timur(), {}))
    rows = catatan_rows(check_submission(submission), submission)
    assert all("," not in row[1] for row in rows)


def by_hand(kode: str, where: str, reason: str = REASON) -> tuple[str, ...]:
    """A row as somebody without any button types it: no sentence, no value."""
    return (kode, where, "", "", "", reason)


@pytest.mark.parametrize("spelt", ["Isian!{at}", "isian {at}", "ISIAN!${at}", " Isian ! {at} "])
def test_a_reason_typed_into_an_empty_row_answers_the_note(spelt: str) -> None:
    at = OF.entries["isian.B2.petugas.TAHUN"].ref.a1
    row = by_hand("trn-001", spelt.format(at=at))
    submission, (finding,) = checked(book(ODD, [row]))
    assert (finding.severity, finding.facts["alasan"]) == (Severity.INFO, REASON)
    ((*_, nilai, alasan),) = catatan_rows([finding], submission)[-1:]
    assert (nilai, alasan) == ("15", REASON)  # from the next press of Validasi on it has its value


def test_one_row_by_hand_answers_a_note_of_several_cells() -> None:
    changes = {"isian.D3.penduduk.TW2": 760, "isian.D3.terlayani.TW2": 240}
    seen = snapshot(sense.sense(), typed({**sense.GOOD, **changes}))
    (asked,) = checked(seen)[1]
    assert (asked.severity, len(asked.cells)) == (Severity.WARNING, 2)
    for column, text in zip("ABF", (asked.code, asked.cells[1], REASON), strict=True):
        seen.sheets[CATATAN].values[f"{column}{CATATAN_FIRST}"] = text
    assert checked(seen)[1][0].severity is Severity.INFO


def test_a_row_by_hand_needs_its_own_code_place_and_a_reason() -> None:
    place = str(OF.entries["isian.B2.petugas.TAHUN"].ref)
    for row in (
        by_hand("TRN-002", place),
        by_hand("TRN-001", "Isian!Z99"),
        by_hand("TRN-001", place, "sudah benar"),
    ):
        (finding,) = checked(book(ODD, [row]))[1]
        assert finding.severity is Severity.WARNING


def test_a_row_of_the_check_whose_value_was_taken_out_confirms_nothing() -> None:
    (row,) = [one for one in with_reason(first_rows(ODD)) if one[0] == "TRN-001"]
    assert row[2]
    (finding,) = checked(book(ODD, [(*row[:4], "", row[5])]))[1]
    assert finding.severity is Severity.WARNING


def test_a_row_begins_with_what_it_asks_for() -> None:
    submission, found = checked(book({**ODD, "identitas.status_laporan": "Draf"}, []))
    rows = {row[0]: row[2] for row in catatan_rows(found, submission)}
    assert rows["TRN-001"].startswith("Perlu konfirmasi. ")
    assert rows["IDN-003"].startswith("Informasi. ")
    assert catatan_rows(found, submission, "en")[-1][2].startswith("To be confirmed. ")


def test_progress_counts_a_note_once_however_many_cells_it_names() -> None:
    wrong = {**GOOD, "isian.A1.tindak.TAHUN": 95}
    rows = first_rows(wrong)
    assert len(rows) == 2
    submission, found = checked(book(wrong, rows))
    assert progress(submission, found) == Progress(before=1, settled=0, new=0)
    submission, found = checked(book(GOOD, rows))
    assert progress(submission, found) == Progress(before=1, settled=1, new=0)


def test_what_was_confirmed_before_is_no_progress_since() -> None:
    submission, found = checked(book(ODD, with_reason(first_rows())))
    assert progress(submission, found) == Progress(before=1, settled=1, new=0)
    for language in ("id", "en"):
        answered = catatan_rows(found, submission, language)
        again, still = checked(book(ODD, answered))
        assert [one.severity for one in still] == [Severity.INFO]
        assert progress(again, still) == Progress()
