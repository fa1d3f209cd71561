"""LibreOffice as a judge: does it open what we build, and does the lock hold there?"""

import json
import subprocess
from pathlib import Path

import pytest

from tests.builder.sample import PASSWORD, SAMPLE, built

SCRIPT = Path(__file__).with_name("try_passwords.py")


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    path = tmp_path / "contoh.xlsx"
    path.write_bytes(built())
    return path


def test_sheets_open_with_the_password_and_with_no_other(workbook: Path) -> None:
    command = ("/usr/bin/python3", SCRIPT, workbook, workbook.parent / "profil")
    tried = ["", "salah", PASSWORD]

    answer = subprocess.run((*command, *tried), capture_output=True, check=True, timeout=150)

    outcomes = json.loads(answer.stdout)
    protected = {sheet.name for sheet in SAMPLE.sheets if sheet.protected}
    assert {item["sheet"] for item in outcomes} == protected
    assert len(outcomes) == len(protected) * len(tried)
    assert all(item["opened"] == (item["password"] == PASSWORD) for item in outcomes)


def test_every_visible_sheet_prints(workbook: Path) -> None:
    folder = workbook.parent
    profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    command = ("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder)

    subprocess.run((*command, workbook), capture_output=True, check=True, timeout=150)
    printed = subprocess.run(
        ["pdftotext", "-layout", workbook.with_suffix(".pdf"), "-"],
        capture_output=True,
        check=True,
        text=True,
    ).stdout

    assert "Isian <IKU> & “data” Kecamatan" in printed
    assert "=bukan rumus" in printed
    assert "_x0041_ tetap" in printed
    assert "Capaian IKU" in printed
    assert "Halaman 1 dari 3" in printed
    assert "hidden_helper" not in printed
