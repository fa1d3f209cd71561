"""``iku audit``: forms, languages and exit status."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from command_line.audit import audit
from iku.resources import template_path

from .reports import JAMBI, SOUND


def run(*arguments: object) -> Result:
    return CliRunner().invoke(audit, list(map(str, arguments)), standalone_mode=False)


def test_the_public_form_has_every_key() -> None:
    done = run(JAMBI, "--json", "--definition", template_path("kota_jambi_2017.yaml"))
    tree = json.loads(done.stdout)
    (one,) = tree["files"]
    assert {**one, "findings": len(one["findings"])} == {
        "path": str(JAMBI),
        "unit": {"kode": "15.71.03", "nama": "Jambi Timur"},
        "template": "KOTA-JAMBI-KEC-2017",
        "version": one["version"],
        "period": "2017",
        "producer": "",
        "status": "error",
        "findings": 50,
    }
    assert tree["summary"] == {"files": 1, "errors": 14, "warnings": 23, "infos": 13}
    first = next(finding for finding in one["findings"] if finding["code"] == "AUD-001")
    assert (first["line"], first["indicator"], first["path"]) == (52, "R2", str(JAMBI))
    assert done.return_value == 1


def test_people_read_sentences_in_their_language() -> None:
    assert "tertulis 91,80, sedangkan 48/52 × 100% = 92,31" in run(JAMBI).stdout
    assert "91,80 is printed, but 48/52 × 100% = 92,31" in run(JAMBI, "--lang", "en").stdout


def test_a_sound_report_has_nothing_to_report_and_leaves_with_0(tmp_path: Path) -> None:
    path = tmp_path / "laporan.txt"
    path.write_text(SOUND, encoding="utf-8")
    done = run(path)
    assert done.return_value == 0
    assert "tidak ada catatan" in done.stdout
    assert path.read_text(encoding="utf-8") == SOUND


@pytest.mark.parametrize("name", ["tidak_ada.txt", "kosong.txt"])
def test_an_unreadable_report_is_one_sentence_and_leaves_with_1(tmp_path: Path, name: str) -> None:
    (tmp_path / "kosong.txt").write_bytes(b"")
    done = run(tmp_path / name)
    assert done.return_value == 1
    assert done.stdout.count("[BRK-") == 1


def test_a_definition_with_faults_is_told_and_leaves_with_an_error(tmp_path: Path) -> None:
    broken = tmp_path / "rusak.yaml"
    broken.write_text("tahun: dua ribu\n", encoding="utf-8")
    done = run(JAMBI, "--definition", broken)
    assert done.return_value not in {0, None}
