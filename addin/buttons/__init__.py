"""The buttons, the same for every host; each ends in one message and raises nothing foreseeable.

Importing them loads what Validasi needs; what only the others need waits until they are pressed.
"""

from addin.buttons.checking import hapus_penanda, validasi
from addin.buttons.consolidating import konsolidasi
from addin.buttons.helping import bantuan
from addin.buttons.printing import cetak
from addin.buttons.restoring import pulihkan

__all__ = ["bantuan", "cetak", "hapus_penanda", "konsolidasi", "pulihkan", "validasi"]
