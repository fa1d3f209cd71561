"""Vary workbooks in ways that change nothing; print what was told above information (nothing).

`python -m benchmarks.harmless --variations 2000`
"""

import argparse
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from iku.finding import Finding
from tests.damage.campaign import Form, known_form, random_forms
from tests.damage.harmless import above_info, looking_otherwise, varied
from tests.damage.package import zipped
from tests.damage.test_harmless import trip
from tests.judges import libreoffice
from tests.workbooks import DEFINITIONS, EVERY_KIND


def main() -> int:
    """Run the campaign; the exit status is 1 where anything was told above information."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--variations", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    forms = {name: known_form(name) for name in (*DEFINITIONS, EVERY_KIND)}
    forms |= {f"acak_{n}": form for n, form in enumerate(random_forms(6, chosen.seed))}
    start = time.perf_counter()
    tried: Counter[str] = Counter()
    loud: list[tuple[str, str, Finding]] = []
    share = -(-(chosen.variations - 3 * len(forms)) // len(forms))
    for name, form in forms.items():
        data = zipped(form.parts)
        for n in range(share):
            seed, way = chosen.seed * 100_000 + n, "openpyxl" if n % 4 == 0 else "another look"
            variation = varied(data, seed) if n % 4 == 0 else looking_otherwise(data, seed)
            tried[way] += 1
            loud += [(way, name, one) for one in above_info(form, variation)]
    for way, name, variation in saved_by_libreoffice(forms):
        tried[way] += 1
        loud += [(way, name, one) for one in above_info(forms[name], variation)]
    for way, name, one in loud[:40]:
        print(f"told: {way}, {name}: {one.code} {one.cells[:3]} {one.facts}")
    print("\n".join(f"{way:24} {n:6}" for way, n in tried.items()))
    print(f"{tried.total()} variations, {len(loud)} findings above information", end=", ")
    print(f"{time.perf_counter() - start:.0f} s")
    return int(bool(loud))


def saved_by_libreoffice(forms: dict[str, Form]) -> list[tuple[str, str, bytes]]:
    """Return every workbook as LibreOffice saves it: again, and through .xls and .ods."""
    saved = []
    with tempfile.TemporaryDirectory() as folder:
        for way in ("xls:MS Excel 97", "ods:calc8"):
            inside = Path(folder) / way.partition(":")[0]
            inside.mkdir()
            saved += [(way, name, data) for name, data in trip(forms, inside, way).items()]
        paths = []
        for name, form in forms.items():
            paths.append(Path(folder) / f"{name}.xlsx")
            paths[-1].write_bytes(zipped(form.parts))
        again = libreoffice.recalculate(paths, Path(folder) / "lagi")
        saved += [("xlsx again", path.stem, path.read_bytes()) for path in again]
    return saved


if __name__ == "__main__":
    sys.exit(main())
