"""Pointing: findings about entries, with the cells they were really read from and plain words."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from iku.calculation.figure import in_indonesian
from iku.definition.budget import named
from iku.definition.model import DataBersama, Definition, Indikator, Komponen
from iku.finding import Fact, Finding
from iku.layout.entry import Entry
from iku.messages import shortened
from iku.names import entry_fields, indikator_name, safe, shared_name
from iku.periods import PERIODS, in_words, is_due, up_to
from iku.report import Report
from iku.submission import Submission


def cell_of(submission: Submission, name: str) -> str:
    """Return where an entry was read, such as ``Isian!E12``; where it was issued if it is gone."""
    place = submission.places.get(name)
    return str(submission.layout.entries[name].ref if place is None else place)


def on_entries(
    submission: Submission,
    code: str,
    names: Iterable[str],
    indikator: Indikator | None = None,
    periode: str = "",
    **facts: Fact,
) -> Finding:
    """Return a finding about entries; ``periode`` stays a fact, and in words it is ``kurun``."""
    cells = tuple(dict.fromkeys(cell_of(submission, name) for name in names))
    general: dict[str, Fact] = {
        "nama_indikator": shortened(indikator.nama) if indikator else "data bersama"
    }
    if periode:
        tahun = submission.report.terbitan.definisi.tahun
        general |= {"periode": periode, "kurun": in_words(periode, tahun)}
    return Finding(
        code,
        {**general, **facts},
        path=submission.path,
        sheet=cells[0].rpartition("!")[0] if cells else "",
        cells=cells,
        indicator=indikator.kode if indikator else "",
    )


def due_periods(report: Report, part: Indikator | DataBersama) -> tuple[str, ...]:
    """Return the periods in which something is entered and that are due, earliest first."""
    return _due(report.terbitan.definisi.entry_periods(part), report.periode_lapor)


@lru_cache(maxsize=256)
def _due(periods: tuple[str, ...], reported: str) -> tuple[str, ...]:
    return tuple(one for one in periods if is_due(one, reported))


def latest_measured(report: Report, indikator: Indikator) -> str:
    """Return the latest due period for which an indicator can have a value, or empty text."""
    periods = report.terbitan.definisi.measured_periods(indikator)
    due = [one for one in periods if is_due(one, report.periode_lapor)]
    return due[-1] if due else ""


def described(definition: Definition, part: Komponen) -> Komponen:
    """Return a component, or the shared figure that it stands for."""
    if part.dari is None:
        return part
    return next(shared for shared in definition.data_bersama if shared.kode == part.dari)


def component_name(indikator: Indikator, part: Komponen, periode: str) -> str:
    """Return the name of the entry behind a component of one period."""
    if part.dari is not None:
        return shared_name("isian", part.dari, periode)
    return indikator_name("isian", indikator.kode, part.kode, periode)


def latest_entry(report: Report, indikator: Indikator, part: Komponen, periode: str) -> list[str]:
    """Return the name of the latest entry of a component up to a period; none if never entered."""
    names = [component_name(indikator, part, one) for one in reversed(up_to(periode))]
    return [name for name in names if name in report.entries][:1]


def entries_behind(submission: Submission, indikator: Indikator, periode: str) -> list[str]:
    """Return the entries behind a result: those of the latest period that has any."""
    entries = submission.report.entries
    for one in reversed(up_to(periode)):
        fields = entry_fields(indikator)
        names = [indikator_name("isian", indikator.kode, field, one) for field in fields]
        found = [name for name in names if name in entries]
        if found:
            return found
    return []


def words_of(submission: Submission, entry: Entry) -> str:
    """Return what an entry is about, in the words that stand beside it."""
    definition = submission.report.terbitan.definisi
    family, _, rest = entry.name.partition(".")
    if family == "isian" and rest.startswith("bersama."):
        return next(one.nama for one in definition.data_bersama if one.kode == entry.field)
    if family == "isian":
        for indikator in definition.indikator:
            for part in indikator.komponen if indikator.kode == entry.indikator else ():
                if part.kode == entry.field:
                    return part.nama or part.kode
    if family == "anggaran":
        known = (one for one in definition.program if rest.startswith(f"{safe(one.kode)}."))
        return next((named(one) for one in known), entry.label)
    return entry.label


def indikator_of(submission: Submission, entry: Entry) -> Indikator | None:
    """Return the indicator that an entry belongs to, or None for the report and shared figures."""
    definition = submission.report.terbitan.definisi
    return next((one for one in definition.indikator if one.kode == entry.indikator), None)


def as_typed(value: Fraction | Decimal | float) -> str:
    """Return a number in Indonesian with the decimals it has, at most six.

    >>> as_typed(94519.0), as_typed(61.7), as_typed(Fraction(1, 3))
    ('94.519', '61,7', '0,333333')
    """
    text = in_indonesian(value, 6)
    return text.rstrip("0").rstrip(",")


def period_order(periode: str) -> int:
    """Return the place of a period in the year; what has no period comes first."""
    return PERIODS.index(periode) if periode in PERIODS else -1
