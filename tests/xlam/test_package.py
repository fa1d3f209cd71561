"""The package: always the same bytes, sound to others, and nothing in it but ours."""

import subprocess
import sys
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest
import xlwings

from addin.menu import menu
from addin.xlam import build_xlam
from addin.xlam.modules import TextError, as_vba, modules
from addin.xlam.package import xlam_bytes
from tests.command_runs import iku
from tests.judges import openxml
from tests.xlam.conftest import VERSION
from tests.xlam.ovba import decompressed, module_texts
from workflow.refusal import RefusedError

OURS = {"modIKU", "modMenu", "modPita", "modShell"}
DOCUMENTS = {"ThisWorkbook", "Sheet1"}


def test_built_twice_it_is_the_same_to_the_byte(xlam: bytes) -> None:
    assert xlam_bytes(VERSION) == xlam


def test_no_entry_tells_when_or_by_which_compressor_it_was_made(xlam: bytes) -> None:
    with ZipFile(BytesIO(xlam)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {entry.compress_type for entry in archive.infolist()} == {ZIP_STORED}


def test_a_second_reader_finds_exactly_the_text_that_was_written(texts: dict[str, str]) -> None:
    written = modules(menu(), VERSION)

    assert set(texts) == OURS | DOCUMENTS
    assert {name: texts[name] for name in OURS} == {
        name: f'Attribute VB_Name = "{name}"\r\n{body}' for name, body in written.items()
    }


def test_the_modules_of_workbook_and_sheet_hold_no_code(texts: dict[str, str]) -> None:
    for name in DOCUMENTS:
        lines = texts[name].split("\r\n")
        assert [line for line in lines if line and not line.startswith("Attribute ")] == []


def test_a_damaged_container_does_not_pass_the_second_reader(parts: dict[str, bytes]) -> None:
    project = bytearray(parts["xl/vbaProject.bin"])
    project[0x30] ^= 0xFF  # where the directory begins

    with pytest.raises(Exception, match=r".+"):
        module_texts(bytes(project))


def test_the_second_reader_expands_the_example_of_the_standard() -> None:
    # [MS-OVBA] 3.2.2, "Normal Compression Example"
    compressed = bytes.fromhex(
        "01 2F B0 00 23 61 61 61 62 63 64 65 82 66 00 70 61 67 68 69 6A 01 38 08"
        "61 6B 6C 00 30 6D 6E 6F 70 06 71 02 70 04 10 72 73 74 75 76 10 77 78 79"
        "7A 00 3C"
    )

    assert decompressed(compressed) == b"#aaabcdefaaaaghijaaaaaklaaamnopqaaaaaaaaaaaarstuvwxyzaaa"


def test_the_second_reader_reads_what_a_third_program_wrote() -> None:
    shipped = Path(xlwings.__file__).with_name("quickstart_addin_ribbon.xlam")
    with ZipFile(shipped) as archive:
        texts = module_texts(archive.read("xl/vbaProject.bin"))

    assert "Sub RunMain(control As IRibbonControl)" in texts["RibbonMyAddin"]
    assert len(texts["xlwings"]) > 40_000


def test_microsofts_validator_is_silent(xlam_path: Path) -> None:
    assert openxml.validate([xlam_path]) == []


def test_microsofts_validator_reads_the_ribbon_too(xlam: bytes, tmp_path: Path) -> None:
    broken = tmp_path / "broken.xlam"
    broken.write_bytes(xlam.replace(b'size="large"', b'size="giant"'))

    assert openxml.validate([broken]) != []


def test_it_names_nobody_and_says_its_version(parts: dict[str, bytes]) -> None:
    properties = parts["docProps/core.xml"].decode()

    assert "<dc:title>IKU kecamatan</dc:title>" in properties
    assert VERSION in properties
    assert "creator" not in properties
    assert "lastModifiedBy" not in properties


def test_both_ribbons_are_related_to_the_package(parts: dict[str, bytes]) -> None:
    relations = parts["_rels/.rels"].decode()

    for kind, target in (
        ("2006/relationships/ui/extensibility", "customUI/customUI.xml"),
        ("2007/relationships/ui/extensibility", "customUI/customUI14.xml"),
    ):
        assert f'{kind}" Target="{target}"' in relations
        assert target in parts


@pytest.mark.parametrize("body", ["' 你好\n", "' " + "x" * 1100 + "\n"])
def test_text_that_vba_would_change_is_refused(body: str) -> None:
    with pytest.raises(TextError, match="modIKU line 1"):
        as_vba("modIKU", body)


def test_the_command_writes_it_whole_and_prints_its_digest(tmp_path: Path) -> None:
    said = iku("addin", "build", "-o", tmp_path / "baru")
    written = tmp_path / "baru" / "IKU.xlam"

    assert said.returncode == 0
    assert said.stdout.split()[:2] == [sha256(written.read_bytes()).hexdigest(), str(written)]
    assert {path.name for path in written.parent.iterdir()} == {"IKU.xlam", "IKU.oxt"}


def test_checking_a_file_loads_nothing_of_the_addin() -> None:
    program = """
import sys, click
from command_line.main import iku
iku.get_command(click.Context(iku), "validate")
print([name for name in sys.modules if name.partition(".")[0] == "addin"])
"""

    said = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)

    assert said.stdout.strip() == b"[]"


def test_without_the_builder_a_sentence_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyopenvba", None)

    with pytest.raises(RefusedError, match=r"pip install 'iku-kecamatan\[xlam\]'"):
        build_xlam(tmp_path)
    assert list(tmp_path.iterdir()) == []
