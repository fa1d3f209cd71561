"""What a finding asks of the reader, in words: mend, confirm, or only read."""

from iku.finding import Severity
from iku.languages import Language, languages
from iku.languages.spoken import Spoken

LEVELS: Spoken[Severity] = Spoken(
    "laporan",
    {
        Severity.ERROR: "Wajib diperbaiki",
        Severity.WARNING: "Perlu konfirmasi",
        Severity.INFO: "Informasi",
    },
)


def with_level(severity: Severity | None, message: str, language: Language) -> str:
    """Return a message that begins with what it asks of the reader.

    >>> with_level(Severity.INFO, "Beranda!C13: status laporan masih Draf.", "id")
    'Informasi. Beranda!C13: status laporan masih Draf.'
    """
    return f"{LEVELS[language][severity or Severity.INFO]}. {message}"


def only_informs(written: str) -> bool:
    """Whether a message was written as information, in whatever language.

    >>> only_informs("Informasi. Beranda!C13: status laporan masih Draf.")
    True
    """
    return any(written.startswith(f"{LEVELS[one][Severity.INFO]}.") for one in languages())
