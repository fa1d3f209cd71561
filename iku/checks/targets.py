"""LOG: targets that the unit itself enters, beside one another."""

from collections.abc import Iterator

from iku.checks.pointing import as_typed, on_entries
from iku.definition.climbing import climbs
from iku.finding import Finding
from iku.names import indikator_name
from iku.periods import QUARTERS, TAHUN
from iku.submission import Submission


def quarters_stay_below_the_year(submission: Submission) -> Iterator[Finding]:
    """LOG-014: an entered target asks for more in a quarter than in the whole year.

    Targets that the regency gave are looked at in the definition.
    """
    report, results = submission.report, submission.results
    entered = {name for name in report.entries if name.startswith("target.")}
    for indikator in submission.indikator if entered else ():
        if not climbs(report.terbitan.definisi, indikator):
            continue
        yearly = indikator_name("target", indikator.kode, TAHUN)
        for quarter in QUARTERS:
            names = [indikator_name("target", indikator.kode, quarter), yearly]
            names = [name for name in names if name in entered]
            own, year = results.target(indikator, quarter), results.year_target(indikator, quarter)
            if names and own is not None and year is not None and own > year:
                facts = {"target": as_typed(own), "target_tahun": as_typed(year)}
                yield on_entries(submission, "LOG-014", names, indikator, quarter, **facts)
                break  # the later quarters are measured by the same year
