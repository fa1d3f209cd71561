"""ANG: what a cell shows beside what it holds, and percentages typed as a part of one."""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from iku.calculation.figure import half_up, in_indonesian
from iku.checks.pointing import as_typed, due_periods, indikator_of, on_entries, words_of
from iku.checks.typed_numbers import styled_numbers
from iku.finding import Finding
from iku.names import indikator_name
from iku.report import exact
from iku.submission import Submission

_DECIMALS = re.compile(r"0(?:\.(0*))?(?![0-9#?])")
_PLAIN = re.compile(r"[#0,.]*0(?:\.0+)?")  # formats that only say how many decimals are shown
_CLEARLY_PERCENT = 10  # a target below it does not tell 0,85 from 85
_FITS_WITHIN = 3


def nothing_is_hidden_by_rounding(submission: Submission) -> Iterator[Finding]:
    """ANG-006: the cell shows fewer decimals than it holds, and the hidden ones count."""
    for entry, value, style in styled_numbers(submission):
        if entry.bulat or _PLAIN.fullmatch(style.number_format) is None:
            continue
        match = _DECIMALS.search(style.number_format)
        decimals = len(match[1] or "") if match else 0
        if half_up(exact(value), decimals) != Decimal(repr(value)):
            facts = {
                "isian": words_of(submission, entry),
                "tampil": in_indonesian(exact(value), decimals),
                "nilai": as_typed(value),
            }
            owner = indikator_of(submission, entry)
            yield on_entries(submission, "ANG-006", [entry.name], owner, entry.periode, **facts)


def percentages_are_numbers_of_percent(submission: Submission) -> Iterator[Finding]:
    """ANG-007: 0,85 stands where the target makes 85 likely; asked, never changed.

    Without a target of at least ten percent nothing can be told, and nothing is.
    """
    for indikator in submission.indikator:
        if indikator.satuan != "%" or indikator.nilai.jenis == "ya_tidak":
            continue
        for periode in due_periods(submission.report, indikator):
            target = submission.results.target(indikator, periode)
            if target is None or target < _CLEARLY_PERCENT:
                continue
            for name in _own_values(indikator.kode, periode):
                value = submission.report.entries.get(name)
                if isinstance(value, float) and _is_part_of_one(exact(value), target):
                    facts = {
                        "nilai": as_typed(value),
                        "maksud": as_typed(exact(value) * 100),
                        "target": as_typed(target),
                    }
                    yield on_entries(submission, "ANG-007", [name], indikator, periode, **facts)


def _own_values(kode: str, periode: str) -> tuple[str, str]:
    return (
        indikator_name("isian", kode, "nilai", periode),
        indikator_name("dilaporkan", kode, periode),
    )


def _is_part_of_one(value: Fraction, target: Fraction) -> bool:
    return 0 < value <= 1 and target / _FITS_WITHIN <= value * 100 <= target * _FITS_WITHIN
