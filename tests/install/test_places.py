"""Where the add-in lives, on every system."""

from pathlib import Path

from addin.places import places
from tests.install.windows import Windows


def test_on_windows_all_is_below_the_users_own_profile(windows: Windows) -> None:
    user = Path(windows.environ["USERPROFILE"])
    ours = windows.places

    assert ours.home == user / "AppData" / "Local" / "IKU"
    assert ours.log == ours.home / "log"
    assert ours.python == ours.home / "venv" / "Scripts" / "pythonw.exe"
    assert ours.xlam == user / "AppData/Roaming/Microsoft/Excel/XLSTART/IKU.xlam"


def test_a_bare_windows_profile_is_enough() -> None:
    assert places({"USERPROFILE": "/C/siti"}, "win32").home == Path("/C/siti/AppData/Local/IKU")


def test_elsewhere_the_folders_are_those_of_the_desktops_standard() -> None:
    given = {"HOME": "/rumah/siti", "XDG_DATA_HOME": "/data", "XDG_STATE_HOME": "relative"}
    ours = places(given, "linux")

    assert ours.venv == Path("/data/iku/venv")
    assert ours.log == Path("/rumah/siti/.local/state/iku/log")
    assert ours.python == ours.console_python
    assert ours.xlam is None
