"""What is drawn on a form: charts as issued, however they were spelt, and nothing besides."""

from collections.abc import Callable

import pytest

from iku.cells import ChartFacts, SheetSnapshot, WorkbookSnapshot
from iku.finding import Severity
from iku.messages import explain
from tests.checks.books import QUARTERLY, received, small, snapshot, told
from tests.checks.test_rules import GOOD_TW2

HOME = "Beranda"


def form() -> WorkbookSnapshot:
    seen = snapshot(small(QUARTERLY), GOOD_TW2)  # type: ignore[arg-type]  # texts and numbers only
    seen.producer = "Microsoft Excel 16.03"
    return seen


def of_drawings(seen: WorkbookSnapshot) -> list[tuple[str, tuple[str, ...]]]:
    return [
        one
        for one in told(list(received(seen).findings))
        if one[0] in {"STR-021", "STR-023", "KCI-031", "KCI-032"}
    ]


def change(seen: WorkbookSnapshot, how: Callable[[ChartFacts], ChartFacts]) -> None:
    """Change the last of the charts."""
    home = seen.sheets[HOME]
    home.charts[-1] = how(home.charts[-1])


def respelt(chart: ChartFacts) -> ChartFacts:
    """As after a trip through .xls: the series have lost their names, the title its spaces."""
    series = tuple(one._replace(name="") for one in chart.series)
    return chart._replace(series=series, title=chart.title.replace(" ", "\n"), place="Q90")


def with_another_series(chart: ChartFacts) -> ChartFacts:
    return chart._replace(
        series=(*chart.series, chart.series[0]._replace(values="", categories=""))
    )


def below(chart: ChartFacts) -> ChartFacts:
    """Point all series one row further down, as inserting a row above does."""

    def moved(reference: str) -> str:
        sheet, _, area = reference.partition("!")
        ends = (f"{end[0]}{int(end[1:]) + 1}" for end in area.split(":"))
        return f"{sheet}!{':'.join(ends)}"

    return chart._replace(
        series=tuple(
            one._replace(categories=moved(one.categories), values=moved(one.values))
            for one in chart.series
        )
    )


def test_charts_as_issued_in_another_order_and_elsewhere_are_no_finding() -> None:
    seen = form()
    assert len(seen.sheets[HOME].charts) > 1
    seen.sheets[HOME].charts.reverse()
    change(seen, respelt)

    assert of_drawings(seen) == []


def test_a_series_that_came_in_is_told_even_if_it_points_nowhere() -> None:
    seen = form()
    place = f"{HOME}!{seen.sheets[HOME].charts[-1].place}"
    change(seen, with_another_series)

    assert of_drawings(seen) == [("KCI-031", (place,))]


def test_references_one_row_off_are_told_where_no_row_moved() -> None:
    seen = form()
    change(seen, below)

    assert [code for code, _ in of_drawings(seen)] == ["KCI-031"]


@pytest.mark.parametrize("followed", [True, False])
def test_charts_follow_rows_that_were_inserted_or_stay_behind(*, followed: bool) -> None:
    seen = form()
    sheet = seen.sheets["Perhitungan"]
    _insert_row_on_top(sheet)
    if followed:
        seen.sheets[HOME].charts = [below(one) for one in seen.sheets[HOME].charts]

    assert of_drawings(seen) == []


def test_charts_of_a_deleted_sheet_are_told_with_the_sheet() -> None:
    seen = form()
    del seen.sheets["Perhitungan"]
    change(seen, lambda chart: chart._replace(series=(chart.series[0]._replace(values="#REF!"),)))

    assert [code for code, _ in of_drawings(seen) if code == "KCI-031"] == []


@pytest.mark.parametrize(
    ("producer", "severity"),
    [("Microsoft Excel 16.03", Severity.WARNING), ("Aplikasi Lembar Kerja", Severity.INFO)],
)
def test_a_program_that_keeps_no_charts_is_not_held_against_the_clerk(
    producer: str, severity: Severity
) -> None:
    seen = form()
    seen.producer = producer
    places = [one.place for one in seen.sheets[HOME].charts]
    seen.sheets[HOME].charts.clear()

    [gone] = [explain(one) for one in received(seen).findings if one.code == "STR-023"]

    assert gone.severity is severity
    assert gone.cells == tuple(f"{HOME}!{one}" for one in places)


def _insert_row_on_top(sheet: SheetSnapshot) -> None:
    def down(address: str) -> str:
        letters = address.rstrip("0123456789")
        return f"{letters}{int(address[len(letters) :]) + 1}"

    for name in ("values", "formulas", "styles"):
        held = getattr(sheet, name)
        setattr(sheet, name, {down(address): one for address, one in held.items()})
