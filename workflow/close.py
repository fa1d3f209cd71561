"""Close: a period's accepted values are frozen in the history, and the minutes of it printed."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from iku.consolidation.candidate import period_order
from iku.consolidation.decisions import Closing
from iku.documents.penutupan import REQUIRED, definition_of, penutupan_fields
from iku.messages import Language
from iku.periods import in_words
from reporting.berita_acara import berita_acara
from reporting.documents import default_template, filled
from reporting.phrases import moment
from workbook_builder import save_whole
from workflow.definition_source import read_definition
from workflow.history.closing import Ready, closings, ready, record_closing
from workflow.naming import plain_name
from workflow.refusal import RefusedError


@dataclass(frozen=True)
class Closed:
    """A closed period, its minutes as text, and where these were written (None: nowhere).

    ``paper`` are the same minutes as a Word file, to be signed.
    """

    closing: Closing
    text: str
    path: Path | None
    paper: Path | None


@dataclass(frozen=True)
class Wanted:
    """Which period to close, and in whose name; ``reason`` is needed while units are missing.

    ``definition`` tells which recap is meant where the history holds several of that period;
    ``language`` is that of the minutes.
    """

    period: str
    by: str = ""
    reason: str = ""
    definition: Path | None = None
    language: Language = "id"


def close_period(history: Path, wanted: Wanted, *, into: Path | None = None) -> Closed:
    """Freeze the values of a period's newest recap; ``into`` is the folder for the minutes.

    RefusedError in plain words where there is no such recap, where it is incomplete without a
    reason, or where the period is closed already. Nothing is written then.
    """
    if not history.exists():
        message = f"{history}: riwayat tidak ditemukan; periksa nama dan foldernya"
        raise RefusedError(message)
    found = _found(history, wanted)
    _refuse_closed(history, found)
    ready_now = _readable(found)
    if not found.complete and not wanted.reason.strip():
        raise RefusedError(_incomplete(ready_now))
    closing = replace(
        ready_now,
        when=datetime.now(UTC).astimezone().isoformat(timespec="seconds"),
        by=wanted.by,
        reason="" if found.complete else wanted.reason.strip(),
    )
    text = berita_acara(closing, wanted.language)
    files = {} if into is None else _files(closing, text, into)
    record_closing(history, closing, found, partial(_write, files))
    paper, path = (*files, None, None)[:2]
    return Closed(closing, text, path, paper)


def _files(closing: Closing, text: str, into: Path) -> dict[Path, bytes]:
    """Return the minutes as a Word file and as text; RefusedError where one stands already."""
    stem = plain_name(f"Berita_Acara_{closing.template}_{closing.tahun}_{closing.period}")
    definition = definition_of(closing)
    kertas = "A4" if definition is None else definition.pengaturan.kertas
    paper = filled(default_template("penutupan", kertas), penutupan_fields(closing), REQUIRED)
    files = {into / f"{stem}.docx": paper, into / f"{stem}.txt": text.encode("utf-8")}
    for path in files:
        if path.exists():
            message = f"{path}: sudah ada dan tidak ditimpa; pilih folder lain"
            raise RefusedError(message)
    return files


def _write(files: dict[Path, bytes]) -> None:
    """Write all of the minutes or, where one cannot be written, none."""
    written: list[Path] = []
    try:
        for path, data in files.items():
            save_whole(data, path)
            written.append(path)
    except OSError:
        for path in written:
            path.unlink()
        raise


def _found(history: Path, wanted: Wanted) -> Ready:
    known = ready(history, wanted.period)
    if wanted.definition is not None:
        one = read_definition(wanted.definition)
        known = tuple(r for r in known if (r.templat, r.tahun) == (one.kode, int(one.tahun)))
    if not known:
        message = (
            f"riwayat ini belum memuat rekap periode {wanted.period}; jalankan dahulu "
            f"iku consolidate … --period {wanted.period} --history {history}"
        )
        raise RefusedError(message)
    if len(known) > 1:
        named = ", ".join(f"{one.templat} tahun {one.tahun}" for one in known)
        message = f"riwayat ini memuat beberapa rekap: {named}; sebutkan --definition"
        raise RefusedError(message)
    return known[0]


def _refuse_closed(history: Path, found: Ready) -> None:
    for one in closings(history, found.templat, found.tahun):
        if period_order(one.period) >= period_order(found.period):
            which = in_words(one.period, one.tahun)
            whom = f" oleh {one.by}" if one.by else ""
            message = (
                f"{which} sudah ditutup pada {moment(one.when)}{whom}; perubahan sesudahnya diputuskan "
                "dalam tabel ketetapan (--waivers), dengan Terima perubahan atau Tolak perubahan"
            )
            raise RefusedError(message)


def _readable(found: Ready) -> Closing:
    try:
        return found.closing
    except (ValueError, KeyError) as error:
        message = (
            f"rekap {in_words(found.period, found.tahun)} disimpan oleh versi iku yang lain; "
            "jalankan iku consolidate lagi, lalu tutup"
        )
        raise RefusedError(message) from error


def _incomplete(closing: Closing) -> str:
    names = ", ".join(one.nama for one in closing.missing)
    return (
        f"{in_words(closing.period, closing.tahun)} belum lengkap, yang belum melapor: {names}; "
        "lengkapi dahulu, atau tutup dengan --meski-belum-lengkap ALASAN"
    )
