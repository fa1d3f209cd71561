"""A definition that was changed after forms went out, without another version number."""

from pathlib import Path

from iku.resources import template_path
from tests.command_runs import iku


def test_another_form_of_the_same_version_is_told(tmp_path: Path) -> None:
    text = template_path("contoh_triwulanan_2025.yaml").read_text(encoding="utf-8")
    path = tmp_path / "definisi.yaml"

    def built(definition: str) -> str:
        path.write_text(definition, encoding="utf-8")
        run = iku("build", path, "-o", tmp_path, "--history", tmp_path / "riwayat.sqlite")
        assert (run.returncode, run.stderr) == (0, "")
        return run.stdout

    changed = text.replace("TW4: 80, 2025: 80", "TW4: 85, 2025: 85")

    assert "Perhatian" not in built(text) + built(text)
    assert "Perhatian: 2 kecamatan sudah punya formulir versi ini" in built(changed)
    assert "(99.01.01, 99.01.02)" in built(changed)
    assert "Perhatian" not in built(changed.replace("versi: 1", "versi: 2"))
