"""Consolidating whole folders, beside pandas and LibreOffice; of one regency, and of the country.

pandas reads one sheet of each file and concatenates; LibreOffice turns every sheet of each file into
CSV, which somebody would still have to put together.
"""

from collections.abc import Callable
from pathlib import Path
from shutil import rmtree

from benchmarks.commands import in_turn, rows_of
from benchmarks.consolidate import ways
from benchmarks.nation import REGENCIES, issued_to_all
from benchmarks.processes import Cost, cost_of
from benchmarks.returned_files import make_files
from benchmarks.section import Row, Section, Wanted
from benchmarks.workload import prepared

FIRST_RUN, UNCHANGED, PANDAS = "consolidate: first run", "consolidate: nothing changed", "pandas"
KECAMATAN = 7_285  # of the whole country
FEW = 51  # of the largest regency
_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"


def consolidating(wanted: Wanted) -> Section:
    """Measure one regency; the peers read the same files in the same run."""
    costs = _regency(wanted)
    first = costs[FIRST_RUN]
    figures = {
        f"consolidate: {wanted.files}, pandas": first.wall / costs[PANDAS].wall,
        f"consolidate: {wanted.files}, unchanged": costs[UNCHANGED].wall / first.wall,
    }
    rows = rows_of(costs, PANDAS, "pandas")
    how = f"{wanted.files} files of twenty indicators, whole processes"
    return Section(f"Consolidating {wanted.files} files", how, rows, figures)


def _regency(wanted: Wanted) -> dict[str, Cost]:
    inbox = prepared(wanted)
    found = ways(inbox.parent, inbox, several=False)
    costs = in_turn(found, wanted.whole_rounds)
    if wanted.files <= FEW:  # it takes about a second a file, however many there are
        converted = {"LibreOffice, every sheet to CSV, once": _with_libreoffice(inbox)}
        costs |= in_turn(converted, 1)
    return costs


def _with_libreoffice(inbox: Path) -> Callable[[], Cost]:
    into, profile = inbox.with_name("csv"), inbox.with_name("profil")
    files = [str(path) for path in sorted(inbox.glob("*.xlsx"))]
    start = ["soffice", f"-env:UserInstallation={profile.resolve().as_uri()}", "--headless"]
    start += ["--convert-to", _CSV, "--outdir", str(into)]

    def converted() -> Cost:
        into.mkdir(exist_ok=True)
        cost = cost_of([*start, *files])
        rmtree(into)
        return cost

    return converted


def country(wanted: Wanted) -> Section:
    """Issue to every kecamatan of the country, and consolidate what they send; once each."""
    issued = issued_to_all(REGENCIES)
    few, all_of_them = (_nation(wanted.folder, count) for count in (FEW, KECAMATAN))
    steps = {f"consolidate {FEW} files": few, f"consolidate {KECAMATAN} files": all_of_them}
    rows = [
        Row(f"issue {issued.files} workbooks", issued.seconds, None, "", issued.work, issued.memory)
    ]
    rows += [
        Row(name, cost.wall, None, "", cost.processor, cost.megabytes)
        for name, cost in steps.items()
    ]
    per_file = all_of_them.processor / KECAMATAN / (few.processor / FEW)
    figures = {
        "nation: build": issued.seconds,
        "nation: consolidate": all_of_them.wall,
        "nation: memory": all_of_them.megabytes,
        "nation: cost of a file": per_file,
    }
    how = (
        f"{KECAMATAN} kecamatan of {REGENCIES} regencies, a definition for each, yearly forms of "
        "one kind; once, whole processes"
    )
    return Section("The whole country", how, tuple(rows), figures)


def _nation(folder: Path, count: int) -> Cost:
    own = folder / f"nation_{count}"
    inbox = make_files(own, count)
    return ways(own, inbox, several=True)[FIRST_RUN]()
