"""What is written hangs on no library that a machine may have or not."""

import os
import subprocess
import sys

BUILD = """
import hashlib
from tests.builder.sample import built
print(hashlib.sha256(built()).hexdigest())
"""
WITHOUT_LXML = "import sys; sys.modules['lxml'] = sys.modules['lxml.etree'] = None\n"


def digest(program: str) -> str:
    """The SHA-256 of a workbook that a new process writes, asked to use lxml if it can."""
    wishing = {**os.environ, "OPENPYXL_LXML": "True"}
    return subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True, env=wishing
    ).stdout


def test_a_machine_without_lxml_writes_the_same_bytes() -> None:
    assert digest(WITHOUT_LXML + BUILD) == digest(BUILD)
