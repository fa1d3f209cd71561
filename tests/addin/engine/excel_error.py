"""What COM raises where Excel says no."""


class ExcelError(Exception):
    """Stands for ``pywintypes.com_error``, which exists on Windows only."""


class BusyError(ExcelError):
    """The same, with the number that says that a dialog is open."""

    def __init__(self) -> None:
        super().__init__(-2147418111, "Call was rejected by callee.", None, None)
