"""What pressing a button costs: modules loaded before it works, calls made to the host."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import xlwings

from addin.buttons import validasi
from addin.host import Host
from iku.layout.extras import CATATAN
from tests.addin.engine import Apps
from tests.addin.sample import BODY, host_of
from tests.addin.scenario_books import issued
from tests.workbooks import layout, workbook_bytes

HEAVY = {
    *("xlwings", "openpyxl", "scipy", "numpy", "formulas", "pandas", "docx"),
    *("iku.consolidation", "iku.recap", "iku.documents"),
}
WRITES = 4


class Counted:
    """A host, and the names of what was called on it."""

    def __init__(self, host: Host) -> None:
        self._host = host
        self.called: list[str] = []

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._host, name)
        if callable(value):
            self.called.append(name)
        return value


@pytest.mark.parametrize(
    "module", ["addin.__main__", "addin.buttons", "addin.xlwings_host", "workflow.validate"]
)
def test_importing_loads_neither_excel_nor_what_only_some_buttons_need(module: str) -> None:
    code = f"import sys, {module}; print(sorted({HEAVY} & set(sys.modules)))"

    shown = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True
    ).stdout

    assert shown.strip() == "[]"


def twenty() -> bytes:
    """Twenty quarterly indicators; every figure that may be typed is nonsense."""
    of = layout("dua_puluh_indikator")
    wrong = {name: "banyak" for name, one in of.entries.items() if one.kind == "number"}
    return workbook_bytes(of, {**wrong, "identitas.periode_lapor": "TW4"})


@pytest.mark.parametrize(("form", "least"), [(issued, 1), (twenty, 200)])
def test_one_copy_is_saved_and_four_calls_write_the_result_however_much_is_found(
    apps: Apps, tmp_path: Path, form: Any, least: int
) -> None:
    path = tmp_path / "IKU.xlsx"
    path.write_bytes(form())
    book = xlwings.App(impl=apps.add()).books.open(path)
    counted = Counted(host_of(book))

    validasi(counted)

    found = [row for row in book.sheets[CATATAN].range("A7:F506").value if row[0]]
    assert len(found) >= least
    assert counted.called[:2] == ["progress", "save_copy"]
    assert counted.called[2:] == ["write_notes", "select", "progress", "alert"]
    assert len(counted.called[2:]) == WRITES
    assert [call for call in book.app.impl.calls if not call.startswith("go to")] == [
        "save a copy",
        f"write {BODY}",
    ]
