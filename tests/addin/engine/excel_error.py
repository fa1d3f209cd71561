"""What COM raises where Excel says no."""


class ExcelError(Exception):
    """Stands for ``pywintypes.com_error``, which exists on Windows only."""
