"""Start of every command file of IKU: find our own code beside this file, then run it.

Any Python may be asked whether it will do, so this file is written for old ones too.
"""

from __future__ import annotations

import sys
from pathlib import Path

HOME = Path(__file__).resolve().parents[1]
"""The bundle, or the folder in which we are installed."""


def fits() -> bool:
    """Tell whether our environment can be made from this Python."""
    return (
        (3, 11) <= sys.version_info[:2] <= (3, 14)
        and sys.maxsize > 2**32
        and "windowsapps" not in sys.executable.lower()
    )


def our_code() -> list[Path]:
    """Return where our code is: in the wheels of the bundle, else where it is installed."""
    wheels = sorted(HOME.glob("wheels/iku_kecamatan-*.whl"))
    readers = sorted(HOME.glob("wheels/pyyaml-*.whl"))[:1]
    return [*wheels, *readers] or [HOME / "venv" / "Lib" / "site-packages"]


if __name__ == "__main__":
    if sys.argv[1:] == ["python"]:
        if fits():
            sys.stdout.write(sys.executable)
        sys.exit(0 if fits() else 1)
    sys.path[:0] = [str(place) for place in our_code()]
    from addin.install.program import run

    sys.exit(run(sys.argv[1:]))
