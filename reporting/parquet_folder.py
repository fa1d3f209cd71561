"""Parquet: the rows of Data in typed columns, by province and year, for DuckDB, Polars or Spark."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, get_type_hints

from iku.consolidation.regency_report import RegencyReport
from reporting.tidy import DataPoint, data_points

if TYPE_CHECKING:
    import pyarrow as pa

PARTITIONED = "tahun"  # told by the folder, hence not in the file
_UNSAFE = re.compile(r"[^\w.-]+", re.ASCII)


def parquet_place(report: RegencyReport) -> Path:
    """Return where a consolidation stands in the folder: one file for a definition and a year.

    A later consolidation takes the place of the earlier one, so that no value is there twice.
    Files of all regencies of the country may share one folder.
    """
    definition = report.definition
    found = re.match(r"\d\d", definition.kabupaten.kode)
    province = found[0] if found else "lain"
    name = _UNSAFE.sub("_", f"{definition.kabupaten.kode}_{definition.kode}").strip("._")
    return Path(f"provinsi={province}", f"{PARTITIONED}={definition.tahun}", f"{name}.parquet")


def write_parquet(report: RegencyReport, folder: Path) -> Path:
    """Write the rows of Data and return the file; ImportError where pyarrow is not installed."""
    from pyarrow import parquet  # noqa: PLC0415  an optional extra, for --parquet alone

    path = folder / parquet_place(report)
    path.parent.mkdir(parents=True, exist_ok=True)
    parquet.write_table(_table(data_points(report)), path, compression="zstd")
    return path


def _table(points: Iterable[DataPoint]) -> "pa.Table":
    import pyarrow as pa  # noqa: PLC0415  see `write_parquet`

    kinds = {name: kind for name, kind in get_type_hints(DataPoint).items() if name != PARTITIONED}
    types = {str: pa.string(), float | None: pa.float64()}
    schema = pa.schema([(name, types[kind]) for name, kind in kinds.items()])
    columns = dict(zip(DataPoint._fields, zip(*points, strict=True), strict=False))
    return pa.table({name: columns.get(name, ()) for name in schema.names}, schema=schema)
