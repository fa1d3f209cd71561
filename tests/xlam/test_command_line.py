"""From the name of a workbook through VBA and Windows to Python: it arrives as it was."""

import subprocess

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from addin.launcher_arguments import ArgumentsError, Errand, read_arguments
from tests.xlam.argv import arguments
from tests.xlam.conftest import VERSION
from tests.xlam.excel_in_memory import PYTHON, command

NAMES = (
    "IKU_2025_Contoh Utara.xlsx",
    'kata "kutip" dan "".xlsx',
    "a=b --hwnd=1 --host=file.xlsx",
    "100% %PATH% %USERNAME%.xlsx",
    "~25 ~7E ~.xlsx",
    "berakhir garis\\",
    'garis\\\\" di dalam \\" dan di akhir\\\\',
    "-I -c import os",
    " spasi di tepi ",
    "Kecamatan Sukajadi – “Laporan”.xlsx",
    "ᬓᬭᬗᬲᭂᬫ ꦏꦿꦠ꧀ꦤ 建设 Ωмега 🙂.xlsx",
    "x" * 300 + ".xlsx",
    "'",
    '"',
    "&|<>^()!;,`$",
)
anything = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0\r\n")
    | st.sampled_from('"\\%~= -'),
    min_size=1,
    max_size=20,
)


def received(line: str) -> Errand:
    """What Python's end makes of the arguments behind ``-m addin``."""
    program, *options = arguments(line)
    assert program == PYTHON
    assert options[:5] == ["-I", "-X", "utf8", "-m", "addin"]
    return read_arguments(options[5:])


@pytest.mark.parametrize("name", NAMES)
def test_a_name_arrives_as_it_was(name: str) -> None:
    errand = received(command("validasi", name))

    assert (errand.book, errand.action, errand.host) == (name, "validasi", "excel")
    assert (errand.hwnd, errand.version) == (4711, VERSION)


@given(name=anything)
@example(name='\\\\"')
def test_any_name_arrives_as_it_was(name: str) -> None:
    line = command("cetak", name)

    assert received(line).book == name
    assert "%" not in line  # Windows Script Host would put the value of a variable in its place


@given(names=st.lists(anything, min_size=1, max_size=4))
def test_our_reading_of_a_command_line_is_that_of_python(names: list[str]) -> None:
    line = subprocess.list2cmdline(["program.exe", *names])

    assert arguments(line) == ["program.exe", *names]


def test_without_a_workbook_no_name_is_handed_over() -> None:
    line = command("konsolidasi", "")

    assert "--book" not in line
    assert received(line).book == ""


def test_a_plain_name_is_taken_too() -> None:
    options = ["validasi", "--host=excel", "--version=1", "--book=100% ~25.xlsx"]

    assert read_arguments(options).book == "100% ~25.xlsx"


def test_a_handle_may_be_negative() -> None:
    assert received(command("validasi", "a.xlsx", hwnd=-4711)).hwnd == -4711


@pytest.mark.parametrize(
    "options",
    [
        [],
        ["hapus", "--host", "excel", "--version", "1"],
        ["validasi", "--host", "word", "--version", "1"],
        ["validasi", "--host", "excel"],
        ["validasi", "--host", "excel", "--version", "1", "--hwnd", "abc"],
        ["validasi", "--host", "excel", "--version", "1", "--exec", "x"],
        ["validasi", "--host", "excel", "--version", "1", "--vers", "1"],
    ],
)
def test_what_no_launcher_of_ours_writes_is_refused(options: list[str]) -> None:
    with pytest.raises(ArgumentsError):
        read_arguments(options)
