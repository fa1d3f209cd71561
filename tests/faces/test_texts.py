"""Terminal and chat: the same words, long and short."""

from reporting.chat import FIRST, chat_text
from reporting.outcome import Outcome
from reporting.terminal import outcome_lines
from tests.faces.outcomes import many, outcome


def test_the_terminal_says_everything_with_its_remedy() -> None:
    for language in ("id", "en"):
        told = outcome(language)
        text = "\n".join(outcome_lines(told))
        for one in told.files:
            assert one.name in text
            for finding in one.findings:
                assert f"[{finding.code}] {finding.message}" in text
                assert finding.fix in text


def test_progress_stands_under_the_name_of_its_file() -> None:
    lines = list(outcome_lines(outcome()))

    assert lines[1].strip().startswith("Kemajuan: 12 dari 40")
    assert "Catatan baru: 2." in lines[1]
    assert list(outcome_lines(outcome("en")))[1].strip().startswith("Progress: 12 of 40")


def test_a_chat_says_who_when_how_many_and_where_to_begin() -> None:
    first, broken, good = chat_text(outcome()).split("\n\n")

    lines = first.splitlines()
    assert lines[0] == "*IKU 99.03.01 +Uji Utara* – Tahun 2025"
    assert lines[1] == "1 wajib diperbaiki, 1 perlu konfirmasi, 1 informasi."
    assert lines[2].startswith("Kemajuan: 12 dari 40")
    assert lines[4].startswith("1. Isian!E11, E12: ")
    assert "Contoh" not in first
    assert broken.splitlines()[0] == "*IKU kosong.xlsx*"
    assert good.splitlines() == ["*IKU 99.03.02 Uji Selatan*", "tidak ada catatan."]


def test_a_chat_stays_short_and_says_how_many_more_there_are() -> None:
    lines = chat_text(many(40)).splitlines()

    assert len(lines) == FIRST + 4
    assert lines[-1] == "… dan 37 lagi, lihat hasil lengkapnya."
    assert all(len(line) < 450 for line in lines)


def test_what_stands_in_a_file_does_not_become_bold() -> None:
    text = chat_text(outcome())

    assert text.count("*") == 6
    assert "<script>" in text


def test_no_files_are_told_in_both_languages() -> None:
    assert chat_text(Outcome(())).startswith("Tidak ada berkas")
    assert list(outcome_lines(Outcome((), "en"))) == [chat_text(Outcome((), "en"))]
