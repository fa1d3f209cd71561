"""Build: a definition → one workbook per unit."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from iku.definition.load import load_definition
from iku.definition.model import Definition, Unit
from iku.entry_workbook import LEFT_OUT, entry_blueprint, formula_values
from iku.layout.layout import Layout
from iku.manifest import make_manifest
from iku.terbitan import Terbitan, fingerprint, issue
from workbook_builder import save_whole, write_workbook
from workflow.history import History
from workflow.naming import issue_date, lock_of, workbook_file_name
from workflow.previous import earlier_values
from workflow.refusal import RefusedError


@dataclass(frozen=True, slots=True)
class Built:
    """One workbook that was written."""

    path: Path
    kode: str
    nama: str
    sidik: str


def build_workbooks(  # noqa: PLR0913  one for each way a regency sends out
    definition_path: Path,
    into: Path,
    *,
    units: Sequence[str] = (),
    previous: Path | None = None,
    history: Path | None = None,
    password_file: Path | None = None,
) -> list[Built]:
    """Write the workbook of every unit (or of the units named) into a folder.

    ``previous`` is a file or folder with earlier years' workbooks, whose values then stand beside
    the entries. Raises DefinitionError for a definition with faults and RefusedError where a unit
    is unknown or an earlier workbook cannot be read; then nothing is written.
    """
    definition = load_definition(definition_path)
    earlier = {} if previous is None else earlier_values([previous], definition)
    chosen = _chosen(definition, units)
    issued = [issue(definition, unit, earlier.get(unit.kode)) for unit in chosen]
    names = [workbook_file_name(terbitan) for terbitan in issued]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        message = (
            f"dua unit akan menulis berkas yang sama ({', '.join(twice)}); ubah kode atau namanya"
        )
        raise RefusedError(message)
    books = [(terbitan, *workbook_bytes(terbitan, password_file)) for terbitan in issued]
    built = []
    for terbitan, data, manifest in books:
        path = into / workbook_file_name(terbitan)
        save_whole(data, path)
        built.append(Built(path, terbitan.unit.kode, terbitan.unit.nama, terbitan.sidik))
        if history is not None:
            History(history).record_issue(terbitan, manifest)
    return built


def workbook_bytes(terbitan: Terbitan, password_file: Path | None = None) -> tuple[bytes, str]:
    """Return the workbook of a Terbitan and the SHA-256 of its manifest."""
    layout = Layout(terbitan)
    blueprint = entry_blueprint(layout)
    lock = lock_of(terbitan, password_file)
    data = write_workbook(
        blueprint,
        formula_values(blueprint),
        password=lock.password,
        salt=lock.salt,
        modified=issue_date(terbitan),
    )
    manifest = make_manifest(blueprint, leave_out=LEFT_OUT)
    return data, fingerprint(manifest.canonical())


def _chosen(definition: Definition, wanted: Sequence[str]) -> list[Unit]:
    if not definition.unit:
        message = "definisi ini belum memuat unit; tambahkan daftar unit, misalnya kode 15.71.03"
        raise RefusedError(message)
    known = {unit.kode: unit for unit in definition.unit}
    missing = [kode for kode in wanted if kode not in known]
    if missing:
        message = (
            f"unit {', '.join(missing)} tidak ada dalam definisi; yang ada: {', '.join(known)}"
        )
        raise RefusedError(message)
    return [known[kode] for kode in wanted] if wanted else list(definition.unit)
