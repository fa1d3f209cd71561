"""Microsoft's Open XML SDK as a judge: is the file what the standard says it is?"""

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path

PROGRAMS = Path(__file__).parents[2] / "node_modules" / "@xarsh"
TIMEOUT = 120  # seconds for one file; a workbook of ours takes less than one


def validate(paths: Sequence[Path]) -> list[str]:
    """Return every fault that the validator finds, each with file, part, place and description."""
    return [fault for path in paths for fault in _faults(path)]


def _faults(path: Path) -> list[str]:
    answer = subprocess.run(
        [_program(), path], capture_output=True, check=True, text=True, timeout=TIMEOUT
    )
    result = json.loads(answer.stdout)
    faults = [
        f"{path.name} {error['path']} {error['xPath']}: {error['description']}"
        for error in result["errors"]
    ]
    return faults if faults or result["ok"] else [f"{path.name}: rejected without a reason"]


def _program() -> Path:
    # npm's package ships one .NET program per platform and installs the one that fits.
    programs = sorted(PROGRAMS.glob("ooxml-validator-*/ooxml-validator*"))
    if not programs:
        message = "the OOXML validator is missing; run `make setup`"
        raise FileNotFoundError(message)
    return programs[0]
