"""Edition: the workbooks of many units from one master, written file by file."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from iku.definition.model import Definition, TargetMap, Unit
from iku.series import SERIES_KEPT, Series, issued_edition
from iku.terbitan import Terbitan, issue
from workbook_builder import MasterWorkbook, save_whole
from workflow.history import Issue
from workflow.naming import Lock, issue_date, workbook_file_name
from workflow.signing import Signer, SigningKey, unsigned


@dataclass(frozen=True, slots=True)
class Built:
    """One workbook that was written."""

    path: Path
    kode: str
    nama: str
    sidik: str


@dataclass(frozen=True, slots=True)
class Batch:
    """Units of one definition whose workbooks are written together, with their earlier values.

    ``key`` is what they are signed with, None for nothing.
    """

    definition: Definition
    units: tuple[Unit, ...]
    earlier: Mapping[str, dict[str, TargetMap]]
    lock: Lock
    into: Path
    key: SigningKey | None = None


def written(batch: Batch) -> list[tuple[Built, Issue]]:
    """Write the workbooks of a batch and return each with its entry for the register."""
    done = []
    sign = unsigned if batch.key is None else batch.key.signature
    kunci = "" if batch.key is None else batch.key.public.sidik
    for unit in batch.units:
        terbitan = issue(batch.definition, unit, batch.earlier.get(unit.kode))
        data, manifest = locked_workbook(terbitan, batch.lock, sign)
        path = batch.into / workbook_file_name(terbitan)
        save_whole(data, path)
        built = Built(path, unit.kode, unit.nama, terbitan.sidik)
        done.append((built, Issue.of(terbitan, manifest, kunci)))
    return done


def locked_workbook(terbitan: Terbitan, lock: Lock, sign: Signer = unsigned) -> tuple[bytes, str]:
    """Return the workbook of a Terbitan and the SHA-256 of its manifest.

    What is not signed has no place for a signature either: it is byte for byte what it would be
    had nobody ever signed.
    """
    series, edition = issued_edition(terbitan)
    manifest = edition.manifest_digest
    signature = sign(terbitan.sidik, manifest)
    master = _master(series, lock, issue_date(terbitan), signed=bool(signature))
    variant = edition.signed(signature) if signature else edition.variant
    return master.variant(variant), manifest


@lru_cache(maxsize=SERIES_KEPT)
def _master(
    series: Series, lock: Lock, modified: datetime, *, signed: bool = False
) -> MasterWorkbook:
    return MasterWorkbook(
        series.signed_blueprint if signed else series.blueprint,
        series.values,
        password=lock.password,
        salt=lock.salt,
        modified=modified,
    )
