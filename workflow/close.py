"""Close: a period's accepted values are frozen in the history, and the minutes of it printed."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from iku.consolidation.candidate import period_order
from iku.consolidation.decisions import Closing
from iku.messages import Language
from iku.periods import in_words
from reporting.berita_acara import berita_acara
from reporting.phrases import moment
from workbook_builder import save_whole
from workflow.definition_source import read_definition
from workflow.history.closing import Ready, closings, ready, record_closing
from workflow.naming import plain_name
from workflow.refusal import RefusedError


@dataclass(frozen=True)
class Closed:
    """A closed period, its minutes as text, and where these were written (None: nowhere)."""

    closing: Closing
    text: str
    path: Path | None


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
    path = None
    if into is not None:
        path = into / _file_name(closing)
        if path.exists():
            message = f"{path}: sudah ada dan tidak ditimpa; pilih folder lain"
            raise RefusedError(message)
    record_closing(history, closing, found, partial(_write, text, path))
    return Closed(closing, text, path)


def _write(text: str, path: Path | None) -> None:
    if path is not None:
        save_whole(text.encode("utf-8"), path)


def _file_name(closing: Closing) -> str:
    stem = f"Berita_Acara_{closing.template}_{closing.tahun}_{closing.period}"
    return plain_name(stem) + ".txt"


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
    names = ", ".join(one.nama for one in closing.units if not one.path and not one.absent)
    return (
        f"{in_words(closing.period, closing.tahun)} belum lengkap, yang belum melapor: {names}; "
        "lengkapi dahulu, atau tutup dengan --meski-belum-lengkap ALASAN"
    )
