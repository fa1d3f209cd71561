"""Whether Parquet can be written, found out before any work begins."""

from importlib.util import find_spec
from pathlib import Path

from workflow.refusal import RefusedError


def refuse_without_parquet(wanted: Path | None) -> None:
    """Raise RefusedError where a Parquet folder is wanted and its library is not installed."""
    if wanted is not None and find_spec("pyarrow") is None:
        message = (
            "keluaran --parquet memerlukan pustaka pyarrow, yang belum terpasang; pasanglah dengan "
            'pip install "iku-kecamatan[parquet]", atau jalankan tanpa --parquet'
        )
        raise RefusedError(message)
