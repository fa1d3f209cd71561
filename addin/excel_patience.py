"""Patience with Excel: it answers nobody while a cell is being filled in or a dialog is open."""

import time
from collections.abc import Callable
from typing import Final, TypeVar

from addin.host import HostError

T = TypeVar("T")

SECONDS = 5.0  # long enough for a calculation, too short to think that it hangs
PAUSE = 0.1
BUSY: Final = frozenset(
    {
        -2147418111,  # RPC_E_CALL_REJECTED: a dialog is open
        -2147417846,  # RPC_E_SERVERCALL_RETRYLATER
        -2146777998,  # VBA_E_IGNORE: a cell is being filled in
    }
)


class Patience:
    """How long one press of a button waits for Excel, all its questions taken together."""

    def __init__(self) -> None:
        """Begin with all of it."""
        self._left = SECONDS

    def ask(self, work: Callable[[], T], refused: HostError) -> T:
        """Return what Excel answers; while it is busy, ask again.

        HostError ``busy`` where it is still busy when patience is at its end, and at once from then
        on; ``refused`` where it says no.
        """
        while True:
            try:
                return work()
            except HostError:
                raise
            except Exception as error:  # the type of COM errors exists on Windows only
                if not is_busy(error):
                    raise refused from error
                if self._left <= 0:
                    raise HostError("busy") from error
                self._left -= PAUSE
                time.sleep(PAUSE)


def is_busy(error: Exception) -> bool:
    """Whether an error says that Excel does not listen now; pywin32 gives codes as numbers.

    >>> is_busy(OSError(-2147418111, "Call was rejected by callee.")), is_busy(KeyError("x"))
    (True, False)
    """
    if type(error).__name__ == "ExcelBusyError":  # xlwings' own word for it
        return True
    details = error.args[2] if len(error.args) > 2 and isinstance(error.args[2], tuple) else ()
    return not BUSY.isdisjoint({one for one in (*error.args, *details) if isinstance(one, int)})
