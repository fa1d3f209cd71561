"""Rules on target, realisasi and capaian as a report prints them side by side."""

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import product

from iku.audit.calculations import shown
from iku.audit.direction import falling, falls, formula_of, rising
from iku.audit.document import Passage
from iku.audit.figures import is_range, number_in, printed_numbers
from iku.audit.headed_table import HeadedTable, IndicatorRow
from iku.audit.measures import grade_in
from iku.audit.report import Entry, Report
from iku.calculation.capaian import HUNDRED
from iku.calculation.figure import half_up, in_indonesian
from iku.checks.pointing import as_typed
from iku.definition.lint.wording import same
from iku.finding import Fact, Finding
from iku.printed import Printed, smallest_ratio

TOO_GOOD = 150  # percent; from here on the target says little
_FEW = 30  # desa of a kecamatan; a share of so few is often the target to the last decimal
CAPS = (100, 110, 120, 150)  # limits that regencies put on capaian
_WORDED = re.compile(  # grades that are words: satisfaction, scale of capaian, opinion, villages
    r"^(?:sangat\s+)?(?:baik|tinggi|memuaskan|cukup|sedang|rendah|kurang|buruk|tertinggal|mandiri"
    r"|maju|berkembang)(?:\s+baik)?$|^(?:wtp|wdp|tmp|tw)$",
    re.IGNORECASE,
)
_NOTHING = re.compile(
    r"^\W*$|^(n/?a|nihil|belum\b.*|tidak (ada|dapat|berlaku|tersedia)\b.*|data belum.*)$",
    re.IGNORECASE,
)


def numbers_can_be_read(report: Report) -> Iterator[Finding]:
    """AUD-022: a target, realisasi or capaian that is neither a number, a grade nor left blank."""
    for entry in report.entries:
        told: list[Passage] = []
        for role, cell in (pair for measured in entry.measured for pair in measured.items()):
            text = cell.text.strip()
            known = _NOTHING.match(text) or _WORDED.match(text) or grade_in(text)
            if known or printed_numbers(text) or is_range(text) or any(cell is one for one in told):
                continue
            told.append(cell)
            yield cell.place.finding(
                "AUD-022", entry.kode, nama=entry.nama, kolom=role, tertulis=text
            )


def capaian_follows(report: Report) -> Iterator[Finding]:
    """AUD-011, AUD-012, AUD-013: capaian beside realisasi and target, and how high it is."""
    for entry in report.entries:
        judged: list[Passage] = []
        for measured in entry.measured:
            first = not any(measured["realisasi"] is one for one in judged)
            yield from _capaian(entry, measured, judge=first)
            judged.append(measured["realisasi"])


def _capaian(entry: Entry, measured: dict[str, Passage], *, judge: bool) -> Iterator[Finding]:
    cell = measured["capaian"]
    printed = printed_numbers(cell.text)
    typed = [
        [one.value for one in printed_numbers(measured[role].text)]
        for role in ("realisasi", "target")
    ]
    pairs = [pair for pair in product(*typed) if pair[1]]
    if not printed or not pairs:
        return
    facts: dict[str, Fact] = {
        "nama": entry.nama,
        "tertulis": shown(printed[-1]),
        "realisasi": measured["realisasi"].text,
        "target": measured["target"].text,
    }
    if not any(one.comes_from(_values(entry, *pair)) for one in printed for pair in pairs):
        yield _unexpected(entry, cell, printed[-1], pairs[-1], facts)
    if judge and printed[-1].number > TOO_GOOD:
        code = "AUD-013"
        yield cell.place.finding(code, entry.kode, **facts, **_standing_target(entry))


def _values(entry: Entry, realisasi: Fraction, target: Fraction) -> tuple[Fraction, ...]:
    """Return what capaian may be by the customary formulas of the printed direction, or of both."""
    if not entry.text("polaritas"):
        return rising(realisasi, target), *falling(realisasi, target)
    return falling(realisasi, target) if falls(entry) else (rising(realisasi, target),)


def _unexpected(
    entry: Entry,
    cell: Passage,
    printed: Printed,
    pair: tuple[Fraction, ...],
    facts: dict[str, Fact],
) -> Finding:
    realisasi, target = pair
    expected = _values(entry, realisasi, target)[0]
    facts = {**facts, "hitungan": in_indonesian(expected, printed.decimals)}
    exact = entry.exact
    if exact is not None and printed.comes_from(_values(entry, exact, target)):
        teliti = as_typed(exact)
        return cell.place.finding("AUD-012", entry.kode, **facts, teliti=teliti)
    if exact is None and _within_rounding(entry, printed, pair, str(facts["realisasi"])):
        return cell.place.finding("AUD-012", entry.kode, **facts)
    if printed.number in CAPS and expected > printed.value:
        return cell.place.finding("AUD-023", entry.kode, **facts)
    if printed.is_cut_off(expected):
        facts["dipotong"] = "ya"
    facts |= {"rumus_cocok": formula_of(printed, realisasi, target)}
    return cell.place.finding("AUD-011", entry.kode, **facts)


def _within_rounding(
    entry: Entry, printed: Printed, pair: tuple[Fraction, ...], typed: str
) -> bool:
    """Whether some realisasi that is printed alike, with its decimals, gives the capaian."""
    realisasi, target = pair
    decimals = printed_numbers(typed)[-1].decimals
    if not decimals:
        return False
    half = Fraction(1, 2 * 10**decimals)
    ends = (_values(entry, realisasi + side, target)[0] for side in (-half, half))
    low, high = sorted(half_up(end, printed.decimals) for end in ends)
    return low <= printed.number <= high


def _standing_target(entry: Entry) -> dict[str, Fact]:
    """Return the later target, where it is no higher than the one that was passed by far."""
    for _, row in entry.rows:
        if row.next_target is not None:
            year, cell = row.next_target
            if number_in(cell) == entry.target:
                return {"tahun_berikut": str(year), "target_berikut": cell.text}
    return {}


def mean_capaian_is_right(report: Report) -> Iterator[Finding]:
    """AUD-014, AUD-015: the printed mean of capaian, and what very high ones do to it."""
    for table in report.tables:
        column = table.column("capaian")
        values = list(_by_row(table))
        if column is None or len(values) < 2:
            continue
        for row in table.means:
            if column.index < len(row):
                yield from _mean(report, table, row[column.index], values)


def capaian_of(table: HeadedTable) -> list[Fraction]:
    """Return the capaian that a table prints, one for each indicator that has one."""
    return [value for _, value in _by_row(table)]


def possible_means(report: Report, table: HeadedTable) -> list[Fraction]:
    """Return what the mean capaian of a table may be, the plain one first; nothing of one row."""
    values = list(_by_row(table))
    if len(values) < 2:
        return []
    plain = [value for _, value in values]
    exact = _average(_exact_capaian(report, table))
    return [_average(plain), exact, _by_sasaran(values), *_capped(plain)]


def _by_row(table: HeadedTable) -> Iterator[tuple[int, Fraction]]:
    return ((row.sasaran, value) for row in table.rows for value in _printed_capaian(row))


def _printed_capaian(row: IndicatorRow) -> Iterator[Fraction]:
    number = number_in(row.cells.get("capaian"))
    if number is not None:
        yield number


def _mean(
    report: Report, table: HeadedTable, cell: Passage, values: list[tuple[int, Fraction]]
) -> Iterator[Finding]:
    printed = printed_numbers(cell.text)
    if not printed:
        return
    plain = [value for _, value in values]
    mean = _average(plain)
    facts: dict[str, Fact] = {
        "tertulis": shown(printed[-1]),
        "banyak": len(plain),
        "hitungan": in_indonesian(mean, printed[-1].decimals),
    }
    if not printed[-1].comes_from(possible_means(report, table)):
        yield cell.place.finding("AUD-014", **facts)
    elif printed[-1].is_rounded(mean) and max(plain) > 120:
        capped = _average([min(value, Fraction(120)) for value in plain])
        high = sum(value > 120 for value in plain)
        facts |= {"dibatasi": in_indonesian(capped), "di_atas": high}
        per_sasaran = in_indonesian(_by_sasaran(values))
        facts |= {} if per_sasaran == facts["hitungan"] else {"per_sasaran": per_sasaran}
        yield cell.place.finding("AUD-015", **facts)


def _average(values: list[Fraction]) -> Fraction:
    return sum(values, Fraction(0)) / max(1, len(values))


def _capped(values: list[Fraction]) -> Iterator[Fraction]:
    return (_average([min(value, Fraction(cap)) for value in values]) for cap in CAPS)


def _by_sasaran(values: list[tuple[int, Fraction]]) -> Fraction:
    goals = dict.fromkeys(goal for goal, _ in values)
    return _average([_average([value for one, value in values if one == goal]) for goal in goals])


def _exact_capaian(report: Report, table: HeadedTable) -> list[Fraction]:
    """Return capaian with all digits where the calculations of the report give them."""
    return [
        number if entry.exact is None or not entry.target else entry.exact / entry.target * HUNDRED
        for entry in report.entries
        for one, row in entry.rows
        if one is table
        for number in _printed_capaian(row)
    ]


def targets_are_no_afterthought(report: Report) -> Iterator[Finding]:
    """AUD-016: target and realisasi agree to the last decimal."""
    for entry in report.entries:
        for measured in entry.measured:
            target, realisasi = (number_in(measured[role]) for role in ("target", "realisasi"))
            if target is None or target != realisasi or target.denominator == 1:
                continue
            if not (entry.is_percentage and _is_plain_share(measured["target"])):
                yield measured["realisasi"].place.finding(
                    "AUD-016", entry.kode, nama=entry.nama, tertulis=measured["realisasi"].text
                )


def _is_plain_share(cell: Passage) -> bool:
    """Whether a percentage is that of a small count, such as 5 of 9 desa: easily met exactly."""
    printed = printed_numbers(cell.text)[-1]
    return smallest_ratio(printed, HUNDRED, _FEW) is not None


def tables_agree(report: Report) -> Iterator[Finding]:
    """AUD-021, AUD-032: target, realisasi and name of one indicator differ between tables."""
    for entry in report.entries:
        first = entry.rows[0][1]
        for _, row in entry.rows[1:]:
            if row.name.nama != first.name.nama:
                yield row.name.passage.place.finding(
                    "AUD-032",
                    entry.kode,
                    tertulis=row.name.nama,
                    lain=first.name.nama,
                    tempat_lain=str(first.name.passage.place),
                )
            for role in ("target", "realisasi"):
                one, other = entry.cell(role), row.cells.get(role)
                others = [] if other is None else [other, *(each[role] for each in row.measured)]
                if one is None or other is None or any(_same_value(one, each) for each in others):
                    continue
                yield other.place.finding(
                    "AUD-021",
                    entry.kode,
                    nama=entry.nama,
                    kolom=role,
                    tertulis=other.text,
                    lain=one.text,
                    tempat_lain=str(one.place),
                )


def _same_value(one: Passage, other: Passage) -> bool:
    numbers = number_in(one), number_in(other)
    if len({grade_in(one.text), grade_in(other.text)} - {""}) > 1:
        return False
    if None in numbers:
        return same(one.text, other.text)
    return numbers[0] == numbers[1]
