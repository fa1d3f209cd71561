"""What waits for LibreOffice: opening a form and a recap, and pressing Validasi."""

import statistics
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import xlwings

from addin.buttons import validasi
from benchmarks import opening, pressing, recap
from benchmarks.section import Row, Section, Wanted
from tests.addin.engine import Apps, running
from tests.addin.sample import host_of
from tests.addin.test_entry import Counted, twenty
from tests.judges.calc_session import Office

FORM = "dua_puluh_indikator"
UNITS, INDICATORS = 51, 30
RECAPS = 3  # each takes seconds to make


def in_libreoffice(wanted: Wanted) -> Section:
    """Open and press, several rounds; the peer of a form is its twin without locks and names."""
    own, twin = _opened(wanted.rounds)
    built, recap_opened = _recap(wanted.rounds)
    pressed = {
        kind: tuple(statistics.median(one) for one in zip(*times, strict=True))
        for kind, times in pressing.pressed(wanted.rounds).items()
    }
    big = f"{UNITS} x {INDICATORS} x 5"
    rows = (
        Row("open a form of twenty indicators", own, own / twin, "its twin without locks, names"),
        Row(f"write the recap of {big}", built, processor=built),
        Row(f"open and recalculate the recap of {big}", recap_opened),
        *(
            Row(f"press Validasi, {kind}", wall, None, "", cpu)
            for kind, (wall, cpu) in pressed.items()
        ),
    )
    copies, writes = _host_calls()
    figures = {
        "open: twin": own / twin,
        "recap: opened": recap_opened,
        "press: warm": pressed["warm"][0],
        "press: cold": pressed["cold"][0],
        "press: copies": copies,
        "press: writes": writes,
    }
    return Section("In LibreOffice", "seconds on the wall, LibreOffice running", rows, figures)


def _opened(rounds: int) -> tuple[float, float]:
    with TemporaryDirectory() as place, Office.running(trusting=True) as office:
        own, twin = opening.both(FORM, Path(place))
        with office.opened(own) as host:
            taken = opening.opened([own, twin], host, rounds)
    return taken[own], taken[twin]


def _recap(rounds: int) -> tuple[float, float]:
    # A report works out its figures once: each round writes another one.
    reports = [recap.large_report(UNITS, INDICATORS) for _ in range(min(rounds, RECAPS))]
    built = statistics.median(recap.timed(partial(recap.written, one)) for one in reports)
    with TemporaryDirectory() as place:
        path = Path(place) / "rekap.xlsx"
        path.write_bytes(recap.written(reports[0]))
        return built, statistics.median(recap.opened(path, rounds))


def _host_calls() -> tuple[int, int]:
    """Return the copies saved and the calls that write, on a form where every figure is wrong."""
    with TemporaryDirectory() as place, running() as apps:
        path = Path(place) / "IKU.xlsx"
        path.write_bytes(twenty())
        counted = Counted(host_of(_book(apps, path)))
        validasi(counted)
    after = counted.called.index("save_copy") + 1
    return counted.called.count("save_copy"), len(counted.called[after:])


def _book(apps: Apps, path: Path) -> xlwings.Book:
    return xlwings.App(impl=apps.add()).books.open(path)
