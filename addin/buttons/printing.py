"""Cetak: the page that is signed, for the report period, as PDF by the host's own printing."""

from collections.abc import Iterator
from pathlib import Path

from addin.buttons.beside import PRINTED, free, place_beside
from addin.buttons.press import open_result, press
from addin.host import Host, HostError
from addin.sentences import say
from iku.finding import Severity
from iku.messages.terms import Language, in_language
from iku.periods import PERIODS, in_words
from iku.sheets.capaian import SHEET as SIGNED
from iku.submission import Submission
from workflow.validate import Checked, checked

FINAL = "Final"
STATUS = "identitas.status_laporan"
PERIOD = "identitas.periode_lapor"


def cetak(host: Host) -> None:
    """Make the PDF of Capaian, which shows the report period and is signed, and open it.

    It lies beside the workbook under a name that nothing bears yet. Where something must still be
    mended, or the report is a draft, the message says so: a signature is not easily taken back.
    """
    press(host, "cetak", _print)


def _print(host: Host, folder: Path) -> str:
    language = host.language
    result = checked(host.save_copy(folder), language)
    submission = result.submission
    if submission is None:
        refusal = result.findings[0]
        return f"{refusal.message} {refusal.fix}"
    period = submission.report.periode_lapor
    if period not in PERIODS:
        return _ask_period(host, submission)
    _require_page(submission)
    place = place_beside(host)
    if place is None:
        return say("cancelled", language)
    into = free(place / PRINTED.format(stem=Path(submission.path).stem, period=period))
    host.print_pages(SIGNED, into)
    return open_result(host, into, " ".join(_told(result, submission, into, language)))


def _ask_period(host: Host, submission: Submission) -> str:
    """Go to the cell in which the period is chosen, and say so."""
    cell = submission.places.get(PERIOD, submission.layout.entries[PERIOD].ref)
    host.select(cell.sheet, cell.a1)
    return say("no_period", host.language, cell=cell)


def _require_page(submission: Submission) -> None:
    sheet = submission.snapshot.sheets.get(SIGNED)
    if sheet is None or sheet.state != "visible":
        raise HostError("page_hidden", sheet=SIGNED)


def _told(result: Checked, submission: Submission, into: Path, language: Language) -> Iterator[str]:
    report = submission.report
    words = in_words(report.periode_lapor, report.terbitan.definisi.tahun)
    period = in_language("", "kurun", words, language)
    facts = {"sheet": SIGNED, "period": period, "folder": into.parent.name, "name": into.name}
    yield say("printed", language, **facts)
    errors = sum(finding.severity is Severity.ERROR for finding in result.findings)
    if errors:
        yield say("printed_with_errors", language, n=errors)
    status = report.text(STATUS)
    if status and status != FINAL:
        yield say("printed_draft", language, status=status)
