"""What the product is made of may be used, is pinned, and is listed."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.supply_chain import Package, bill_of_materials, locked

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("lock", ["run", "build", "dev", "windows", "linux"])
def test_every_locked_package_has_a_licence_that_we_accept(lock: str) -> None:
    packages = locked(lock)

    assert len(packages) > 5
    assert [one for one in packages if not one.permitted] == []
    assert [one.name for one in packages if not one.digests] == []


@pytest.mark.parametrize(
    "licence", ["GPL-3.0-only", "GNU LGPL", "AGPL", "PolyForm Noncommercial", "", "Shareware"]
)
def test_other_licences_are_refused(licence: str) -> None:
    assert not Package("x", "1", licence, ()).permitted


def test_the_bill_of_materials_names_what_runs_in_an_office(tmp_path: Path) -> None:
    written = tmp_path / "sbom.json"
    command = [sys.executable, "-m", "scripts.supply_chain", "sbom", str(written)]
    subprocess.run(command, cwd=ROOT, check=True)
    bill = json.loads(written.read_text(encoding="utf-8"))

    assert bill == bill_of_materials()
    named = {one["name"] for one in bill["components"]}
    assert named == {one.name for lock in ("windows", "linux") for one in locked(lock)}
    assert {one.name for one in locked("run")} < named
    assert all(one["hashes"] and one["licenses"] for one in bill["components"])
