"""How a Perjanjian Kinerja and its change are named where their targets stand."""

from iku.dates_as_typed import in_full
from iku.definition.model import PerjanjianKinerja
from iku.periods import PERIODS
from iku.sheets.wording import short_period
from iku.targets import TargetVersion


def agreement_words(agreement: PerjanjianKinerja) -> str:
    """Return an agreement as reports name it.

    >>> agreement_words(PerjanjianKinerja(nomor="7", tanggal="2025-08-04", jenis="perubahan"))
    'PK perubahan Nomor 7 tanggal 4 Agustus 2025'
    """
    words = "PK perubahan" if agreement.jenis == "perubahan" else "PK"
    words += f" Nomor {agreement.nomor}" if agreement.nomor else ""
    return words + (f" tanggal {in_full(agreement.tanggal)}" if agreement.tanggal else "")


def since_words(version: TargetVersion) -> str:
    """Return what set the targets that are now in force, and from when on."""
    who = agreement_words(version.agreement) if version.agreement is not None else "Ditetapkan"
    return f"{who}, berlaku mulai {short_period(version.since)}"


def until_words(version: TargetVersion, following: TargetVersion) -> str:
    """Return what set targets that a later agreement changed, and until when they were in force."""
    who = agreement_words(version.agreement) if version.agreement is not None else "Ditetapkan awal"
    last = PERIODS.index(following.since) - 1
    return f"{who}, berlaku s.d. {short_period(PERIODS[last])}" if last >= 0 else who
