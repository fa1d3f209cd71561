"""IDN: who reports, for which period, on which definition."""

import re
from collections.abc import Iterator
from datetime import date

from iku.checks.pointing import as_typed, cell_of, on_entries
from iku.definition.model import Definition
from iku.finding import Fact, Finding
from iku.periods import PERIODS, in_words, is_due
from iku.submission import Submission

PERIODE_LAPOR = "identitas.periode_lapor"
_ENTERED = ("isian.", "status.", "dilaporkan.", "anggaran.")
_NIP = re.compile(r"(\d{4})(\d{2})(\d{2})(\d{4})(\d{2})([12])\d{3}")
_PPPK_FIRST = 21  # PPPK have no month of appointment: their code begins here


def period_is_chosen(submission: Submission) -> Iterator[Finding]:
    """IDN-001 and IDN-002: the report does not say for which period it speaks."""
    entry = submission.layout.entries[PERIODE_LAPOR]
    value = submission.report.entries.get(PERIODE_LAPOR)
    pilihan = list(entry.choices)
    if value is None:
        yield on_entries(submission, "IDN-001", [PERIODE_LAPOR], pilihan=pilihan)
    elif value not in entry.choices:
        written = submission.report.text(PERIODE_LAPOR)
        yield on_entries(submission, "IDN-002", [PERIODE_LAPOR], tertulis=written, pilihan=pilihan)


def report_is_final(submission: Submission) -> Iterator[Finding]:
    """IDN-003: a draft is not what the regency consolidates as final."""
    if submission.report.text("identitas.status_laporan") == "Draf":
        yield on_entries(submission, "IDN-003", ["identitas.status_laporan"])


def responsible_are_named(submission: Submission) -> Iterator[Finding]:
    """IDN-004: who compiled the report, and who signs it, is not written."""
    periode = submission.report.periode_lapor
    if periode not in PERIODS:
        return
    wanted = {
        "identitas.penyusun": "penyusun",
        f"identitas.camat.{periode}": "nama penanda tangan",
        f"identitas.nip.{periode}": "NIP penanda tangan",
    }
    entries = submission.report.entries
    blank = [name for name in wanted if name in submission.layout.entries and name not in entries]
    if blank:
        named = [wanted[name] for name in blank]
        yield on_entries(submission, "IDN-004", blank, None, periode, yang_kosong=named)


def nip_is_sound(submission: Submission) -> Iterator[Finding]:
    """IDN-005 and IDN-006: a NIP that cannot be one, or that Excel keeps as a number."""
    places: dict[object, list[str]] = {}
    for name in submission.layout.entries:
        if name.startswith("identitas.nip.") and name in submission.report.entries:
            places.setdefault(submission.report.entries[name], []).append(name)
    for value, names in places.items():
        if isinstance(value, float):
            written = as_typed(value).replace(".", "")
            yield on_entries(submission, "IDN-006", names, tertulis=written)
        elif isinstance(value, str) and not _is_nip(value):
            digits = sum(character.isdigit() for character in value)
            yield on_entries(submission, "IDN-005", names, tertulis=value, banyak_angka=digits)


def _is_nip(text: str) -> bool:
    """Whether a text has the structure of a NIP: birth date, appointment, sex, serial number."""
    match = _NIP.fullmatch(re.sub(r"[\s.'’-]", "", text))
    if match is None:
        return False
    year, month, day, appointed, month_or_code = map(int, match.groups()[:5])
    try:
        date(year, month, day)
    except ValueError:
        return False
    known_month = 1 <= month_or_code <= 12 or month_or_code >= _PPPK_FIRST
    return known_month and 18 <= appointed - year <= 60


def nothing_comes_early(submission: Submission) -> Iterator[Finding]:
    """IDN-007: figures stand in a period that the report does not yet speak for."""
    reported = submission.report.periode_lapor
    if reported not in PERIODS:
        return
    early: dict[str, list[str]] = {}
    for name, entry in submission.layout.entries.items():
        entered = name.startswith(_ENTERED) and name in submission.report.entries
        if entered and entry.periode and not is_due(entry.periode, reported):
            early.setdefault(entry.periode, []).append(name)
    tahun = submission.report.terbitan.definisi.tahun
    for periode, names in early.items():
        yield on_entries(
            submission,
            "IDN-007",
            [*names, PERIODE_LAPOR],
            periode=periode,
            periode_lapor=in_words(reported, tahun),
            sel_periode=cell_of(submission, PERIODE_LAPOR),
        )


def belongs_to(submission: Submission, definition: Definition) -> Iterator[Finding]:
    """IDN-008 to IDN-010: the workbook was not made from this definition."""
    terbitan = submission.report.terbitan
    issued, unit = terbitan.definisi, terbitan.unit
    if (issued.kode, issued.tahun) != (definition.kode, definition.tahun):
        yield _on_identity(
            submission,
            "IDN-008",
            "tahun",
            templat=issued.kode,
            tahun=int(issued.tahun),
            templat_seharusnya=definition.kode,
            tahun_seharusnya=int(definition.tahun),
        )
        return
    if issued.versi != definition.versi:
        yield _on_identity(
            submission, "IDN-009", "tahun", versi=issued.versi, versi_seharusnya=definition.versi
        )
    if unit.kode not in {one.kode for one in definition.unit}:
        yield _on_identity(submission, "IDN-010", "kode", kode=unit.kode, nama=unit.nama)


def _on_identity(submission: Submission, code: str, field: str, **facts: Fact) -> Finding:
    cell = submission.layout.names[f"identitas.{field}"]
    return Finding(code, facts, path=submission.path, sheet=cell.sheet, cells=(str(cell),))
