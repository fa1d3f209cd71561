"""The registry of a real Windows."""

import sys
from collections.abc import Iterator

from addin.install.machine import Hive, RegistryValue

if sys.platform == "win32":
    import winreg

    ROOTS = {Hive.USER: winreg.HKEY_CURRENT_USER, Hive.MACHINE: winreg.HKEY_LOCAL_MACHINE}
    _READ = winreg.KEY_READ | winreg.KEY_WOW64_64KEY
    _WRITE = winreg.KEY_SET_VALUE | winreg.KEY_WOW64_64KEY

    class WindowsRegistry:
        """The registry, seen as a 64-bit program sees it even from a 32-bit Python."""

        def value(self, hive: Hive, key: str, name: str) -> RegistryValue | None:
            """Return one value; None where there is none or it may not be read."""
            try:
                with winreg.OpenKey(ROOTS[hive], key, 0, _READ) as opened:
                    return _plain(winreg.QueryValueEx(opened, name)[0])
            except OSError:
                return None

        def values(self, hive: Hive, key: str) -> dict[str, RegistryValue]:
            """Return all values of a key, texts, numbers and bytes."""
            try:
                with winreg.OpenKey(ROOTS[hive], key, 0, _READ) as opened:
                    pairs = list(_pairs(opened))
            except OSError:
                return {}
            known = ((name, _plain(value)) for name, value in pairs)
            return {name: value for name, value in known if value is not None}

        def subkeys(self, hive: Hive, key: str) -> list[str]:
            """Return the names of the keys right below."""
            try:
                with winreg.OpenKey(ROOTS[hive], key, 0, _READ) as opened:
                    return [
                        winreg.EnumKey(opened, n) for n in range(winreg.QueryInfoKey(opened)[0])
                    ]
            except OSError:
                return []

        def write(self, key: str, name: str, text: str) -> None:
            """Write a text for this user."""
            with winreg.CreateKeyEx(winreg.HKEY_CURRENT_USER, key, 0, _WRITE) as opened:
                winreg.SetValueEx(opened, name, 0, winreg.REG_SZ, text)

        def delete(self, key: str, name: str) -> None:
            """Delete a value of this user, and its key once nothing is left in it."""
            try:
                with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key, 0, _WRITE | _READ) as opened:
                    winreg.DeleteValue(opened, name)
                    keys, values, _ = winreg.QueryInfoKey(opened)
            except FileNotFoundError:
                return
            if not keys and not values:
                winreg.DeleteKey(winreg.HKEY_CURRENT_USER, key)

    def _pairs(opened: winreg.HKEYType) -> Iterator[tuple[str, object]]:
        for number in range(winreg.QueryInfoKey(opened)[1]):
            name, value, _ = winreg.EnumValue(opened, number)
            yield name, value

    def _plain(value: object) -> RegistryValue | None:
        return value if isinstance(value, str | int | bytes) else None
