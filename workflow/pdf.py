"""Print Word files to PDF through LibreOffice, where it is installed."""

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from workflow.refusal import RefusedError

_PROGRAMS = (
    "soffice",
    "libreoffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
LONGEST = 300.0  # seconds for one run


def office_program() -> str | None:
    """Return the LibreOffice of this machine, or None."""
    return next((found for name in _PROGRAMS if (found := shutil.which(name))), None)


def print_to_pdf(documents: Sequence[Path], into: Path) -> None:
    """Print documents into a folder, under their own names; RefusedError where it cannot be.

    An own profile, so that a LibreOffice that is open does not swallow the order.
    """
    program = office_program()
    if program is None:
        raise RefusedError(
            "PDF memerlukan LibreOffice, yang tidak ditemukan di komputer ini; dokumen Word-nya "
            "sudah ditulis dan dapat disimpan sebagai PDF dari Word"
        )
    with TemporaryDirectory(prefix="iku_pdf_", ignore_cleanup_errors=True) as folder:
        profile = (Path(folder) / "profil").as_uri()
        drafts = Path(folder) / "pdf"
        command = [program, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf"]
        command += ["--outdir", str(drafts), *map(str, documents)]
        try:
            subprocess.run(command, check=True, capture_output=True, timeout=LONGEST)
        except (subprocess.SubprocessError, OSError) as error:
            message = "LibreOffice tidak dapat mencetak PDF; dokumen Word-nya sudah ditulis"
            raise RefusedError(message) from error
        for document in documents:
            draft = drafts / f"{document.stem}.pdf"
            if not draft.exists():
                message = f"{document.name}: LibreOffice tidak dapat mencetaknya sebagai PDF"
                raise RefusedError(message)
            shutil.move(draft, into / draft.name)
