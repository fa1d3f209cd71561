"""Protection of sheets and of the workbook's structure, in the SHA-512 form of ECMA-376."""

import hashlib
from base64 import b64encode
from dataclasses import dataclass
from functools import lru_cache

from openpyxl.workbook.protection import WorkbookProtection
from openpyxl.worksheet.protection import SheetProtection

SPIN_COUNT = 100_000
_ALGORITHM = "SHA-512"


@lru_cache(maxsize=8)
def password_hash(password: str, salt: bytes) -> str:
    """Return the Base64 hash that ``hashValue`` carries, after 100,000 rounds.

    It takes about a tenth of a second by design, so one result serves a whole run. An empty
    password is refused: it would be a lock that opens for everybody.
    """
    if not password:
        raise ValueError("a protection password must not be empty; pass None for no password")
    digest = hashlib.sha512(salt + password.encode("utf-16-le")).digest()
    for round_number in range(SPIN_COUNT):
        digest = hashlib.sha512(digest + round_number.to_bytes(4, "little")).digest()
    return b64encode(digest).decode("ascii")


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
