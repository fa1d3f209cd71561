"""The forms that the regency sent out, and filled copies of them (by the product's build, fill)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from iku.submission import Submission
from tests.regency.figures import Typed, as_entries
from tests.regency.units import KOTA_JAMBI, Kecamatan, definition_text
from workflow.build import build_workbooks
from workflow.fill import filled
from workflow.receive import open_one


@dataclass
class Forms:
    """The blank workbook of every unit, each read once."""

    folder: Path
    _read: dict[str, tuple[bytes, Submission]] = field(default_factory=dict)

    @classmethod
    def issued(
        cls, count: int, folder: Path, history: Path | None, kabupaten: str = KOTA_JAMBI
    ) -> "Forms":
        """Write the definition and a form for every unit; ``history`` keeps the register."""
        folder.mkdir(parents=True, exist_ok=True)
        definition = folder / "definisi.yaml"
        definition.write_text(definition_text(count, kabupaten), encoding="utf-8")
        build_workbooks(definition, folder / "formulir", history=history)
        return cls(folder)

    @property
    def definition(self) -> Path:
        """The definition as a file."""
        return self.folder / "definisi.yaml"

    def blank(self, unit: Kecamatan) -> bytes:
        """The form as it was sent out."""
        return self._of(unit)[0]

    def filled(
        self,
        unit: Kecamatan,
        typed: Typed,
        period: str,
        revisi: int = 0,
        more: Mapping[str, str] | None = None,
    ) -> bytes:
        """The form with these numbers typed; ``period`` empty was forgotten."""
        data, submission = self._of(unit)
        identity: dict[str, object] = {
            "identitas.penyusun": f"Sekretaris {unit.nama}",
            "identitas.status_laporan": "Final",
            "identitas.revisi": revisi,
            "identitas.periode_lapor": period,
        }
        return filled(data, submission, {**identity, **as_entries(typed), **(more or {})})

    def _of(self, unit: Kecamatan) -> tuple[bytes, Submission]:
        if unit.kode not in self._read:
            path = self.folder / "formulir" / unit.file
            self._read[unit.kode] = path.read_bytes(), open_one(path)
        return self._read[unit.kode]
