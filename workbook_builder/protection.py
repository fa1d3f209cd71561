"""Protection of sheets and of the workbook's structure, in the SHA-512 form of ECMA-376."""

import hashlib
from base64 import b64encode
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from struct import Struct

from openpyxl.workbook.protection import WorkbookProtection
from openpyxl.worksheet.protection import SheetProtection

SPIN_COUNT = 100_000
_ALGORITHM = "SHA-512"
_NUMBER = Struct("<I")


@lru_cache(maxsize=8)
def password_hash(password: str, salt: bytes) -> str:
    """Return the Base64 hash that ``hashValue`` carries, after 100,000 rounds.

    It takes about a tenth of a second by design, so one result serves a whole run. An empty
    password is refused: it would be a lock that opens for everybody.
    """
    if not password:
        raise ValueError("a protection password must not be empty; pass None for no password")
    digest = hashlib.sha512(salt + password.encode("utf-16-le")).digest()
    sha512 = _plain_sha512()
    for number in map(_NUMBER.pack, range(SPIN_COUNT)):
        digest = sha512(digest + number).digest()
    return b64encode(digest).decode("ascii")


def _plain_sha512() -> Callable[[bytes], "hashlib._Hash"]:
    """Return Python's own SHA-512: for texts of 68 bytes OpenSSL's needs twice the time to begin.

    Where it is missing, as some builds leave it out, `hashlib` serves as well.
    """
    for module in ("_sha2", "_sha512"):
        with suppress(ImportError, AttributeError):
            own: Callable[[bytes], hashlib._Hash] = import_module(module).sha512
            return own
    return hashlib.sha512


@dataclass(frozen=True, slots=True)
class Lock:
    """The password of a workbook, if any, and the salt of its hash."""

    password: str | None
    salt: bytes

    def sheet_protection(self) -> SheetProtection:
        """Return protection that leaves column widths, the filter and selecting to everybody."""
        protection = SheetProtection(
            sheet=True, objects=True, scenarios=True, formatColumns=False, autoFilter=False
        )
        if self.password is not None:
            protection.algorithmName = _ALGORITHM
            protection.hashValue = password_hash(self.password, self.salt)
            protection.saltValue = self._salt_text()
            protection.spinCount = SPIN_COUNT
        return protection

    def structure_protection(self) -> WorkbookProtection:
        """Return protection of the sheets' number, order and names."""
        protection = WorkbookProtection(lockStructure=True)
        if self.password is not None:
            protection.workbookAlgorithmName = _ALGORITHM
            protection.workbookHashValue = password_hash(self.password, self.salt)
            protection.workbookSaltValue = self._salt_text()
            protection.workbookSpinCount = SPIN_COUNT
        return protection

    def _salt_text(self) -> str:
        return b64encode(self.salt).decode("ascii")
