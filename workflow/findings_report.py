"""Findings report: the outcome of a validation kept as a file."""

import json
from pathlib import Path

from workbook_builder.save import save_whole
from workflow.refusal import RefusedError
from workflow.validate import Validation


def write_report(result: Validation, text: str, path: Path) -> None:
    """Write the outcome as ``.txt`` or ``.json`` by the ending; RefusedError for any other."""
    match path.suffix.lower():
        case ".json":
            data = json.dumps(result.as_json(), ensure_ascii=False, indent=2)
        case ".txt":
            data = text
        case ending:
            message = f"laporan '{ending}' tidak tersedia; pakai .txt atau .json"
            raise RefusedError(message)
    save_whole((data + "\n").encode("utf-8"), path)
