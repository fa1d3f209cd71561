"""Putting the add-in on a machine and taking it off again: per user, whole or not at all.

Only the standard library: the command files of the bundle run this straight from our wheel,
before anything else is installed.
"""

from addin.install.failure import SetupError
from addin.install.installing import Installed, install
from addin.install.machine import Hive, Machine, Outcome, Registry, RegistryValue
from addin.install.removing import uninstall
from addin.install.source import Source, find_source

__all__ = [
    "Hive",
    "Installed",
    "Machine",
    "Outcome",
    "Registry",
    "RegistryValue",
    "SetupError",
    "Source",
    "find_source",
    "install",
    "uninstall",
]
