"""The verbs: a key from its making to its withdrawal, and no library where none is needed."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from command_line.main import run
from tests.signing.sample import FIRST, OURS, SECOND, Regency
from workflow.refusal import RefusedError
from workflow.validate import validate

LOADED = (
    "import sys\nfrom command_line.main import run\ntry:\n    run(sys.argv[1:])\nfinally:\n"
    "    print(sorted(one for one in sys.modules if one.startswith('cryptography'))[:1],"
    " file=sys.stderr)\n"
)


@pytest.fixture
def regency(tmp_path: Path) -> Regency:
    return Regency(tmp_path)


def test_a_key_from_its_making_to_its_withdrawal(
    regency: Regency, capsys: pytest.CaptureFixture[str]
) -> None:
    def iku(*arguments: object) -> tuple[object, str]:
        with pytest.raises(SystemExit) as left:
            run([str(one) for one in arguments])
        told = capsys.readouterr()
        return left.value.code, told.out + told.err

    folder, history = regency.folder, regency.history
    (folder / "sandi.txt").write_text("rahasia", encoding="utf-8")
    secret, public = folder / "k.pem", folder / "k.pub"
    status, said = iku("key", "new", "-o", secret, "--password-file", folder / "sandi.txt")
    assert status == 0
    shown = said.strip().rpartition(" ")[2]
    signing = ("--key", secret, "--key-password-file", folder / "sandi.txt")
    status, said = iku(
        "build", regency.definition_path, "-o", folder / "f", "--history", history, *signing
    )
    assert (status, f"ditandatangani dengan kunci {shown}" in said) == (0, True)
    _, said = iku("build", regency.definition_path, "-o", folder / "g", "--history", history)
    assert "tidak ditandatangani" in said
    built = next((folder / "f").glob("*.xlsx"))
    _, said = iku("validate", built, "--trust", public)
    assert said.strip().endswith("Tanda tangan: 1 asli.")
    assert iku("key", "show", public)[1].startswith(shown)
    assert "dicatat" in iku("key", "show", "--history", history)[1]
    assert iku("key", "withdraw", public, "--history", history)[0] == 0
    assert "dicabut" in iku("key", "show", "--history", history)[1]
    assert iku("key", "trust", public, "--history", history)[0] == 2
    assert iku("key", "new", "-o", secret)[0] == 2
    assert iku("key", "show")[0] == 2
    assert iku("build", regency.definition_path, *signing[2:])[0] == 2


def test_consolidation_by_hand_names_the_key_and_says_how_many_are_genuine(
    regency: Regency, capsys: pytest.CaptureFixture[str]
) -> None:
    regency.send(regency.form(FIRST), OURS.signature)
    regency.send(regency.form(SECOND))
    recap = regency.folder / "rekap.xlsx"
    words = ["consolidate", str(regency.inbox), "-o", str(recap), "--trust", str(regency.public)]
    with pytest.raises(SystemExit) as left:
        run(words)
    assert left.value.code == 0
    assert "Tanda tangan: 1 asli, 1 tanpa tanda tangan." in capsys.readouterr().out
    with pytest.raises(SystemExit):
        run([*words, "--json"])
    files = json.loads(capsys.readouterr().out)["files"]
    assert [one["authenticity"] for one in files] == ["asli", "tanpa_tanda_tangan"]


def test_forms_of_several_regencies_are_judged_by_the_keys_named(
    regency: Regency, capsys: pytest.CaptureFixture[str]
) -> None:
    regency.send(regency.form(FIRST), OURS.signature)
    regency.send(regency.form(SECOND))
    recap = regency.folder / "ringkasan.xlsx"
    words = ["consolidate", str(regency.inbox), "-o", str(recap), "--nation"]
    trust = ["--trust", str(regency.public)]
    with pytest.raises(SystemExit) as left:
        run([*words, *trust])
    assert left.value.code == 0
    assert "Tanda tangan: 1 asli, 1 tanpa tanda tangan." in capsys.readouterr().out
    with pytest.raises(SystemExit):
        run([*words, *trust, "--json"])
    (one,) = json.loads(capsys.readouterr().out)["regencies"]
    assert one["authenticity"] == {"asli": 1, "tanpa_tanda_tangan": 1}
    assert [form["authenticity"] for form in one["not_genuine"]] == ["tanpa_tanda_tangan"]
    with pytest.raises(SystemExit):
        run(words)
    assert "Tanda tangan" not in capsys.readouterr().out


def test_the_library_is_imported_only_for_a_signature_and_a_key_to_check_it_with(
    regency: Regency,
) -> None:
    signed = regency.send(regency.form(FIRST), OURS.signature)
    plain = regency.send(regency.form(SECOND))
    cases = {
        (signed,): "[]",
        (plain, "--trust", regency.public): "[]",
        (signed, "--trust", regency.public): "['cryptography']",
    }
    for arguments, expected in cases.items():
        command = [sys.executable, "-c", LOADED, "validate", *map(str, arguments)]
        told = subprocess.run(command, capture_output=True, text=True, check=False)
        assert told.stderr.strip() == expected, arguments


def test_without_the_library_everything_else_works_and_a_signature_asks_for_it(
    regency: Regency, monkeypatch: pytest.MonkeyPatch
) -> None:
    signed = regency.send(regency.form(FIRST), OURS.signature)
    plain = regency.send(regency.form(SECOND))
    monkeypatch.setitem(sys.modules, "cryptography", None)

    assert validate([signed]).files[0].status == "warning"
    assert validate([plain], trust=[regency.public]).files[0].authenticity == "tanpa_tanda_tangan"
    with pytest.raises(RefusedError, match="belum terpasang"):
        validate([signed], trust=[regency.public])
