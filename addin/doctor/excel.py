"""Excel itself: whether it is there, once, and still opens what it should."""

from collections.abc import Iterator
from pathlib import PureWindowsPath

from addin.doctor.observation import Observation
from addin.doctor.policies import OFFICES, SECURITY, as_text, office_setting
from addin.install.machine import Hive, Machine
from addin.places import XLAM

APP_PATH = r"SOFTWARE\Microsoft\Windows\CurrentVersion\App Paths\excel.exe"
INSTALL_ROOTS = (
    r"SOFTWARE\Microsoft\Office\{office}\Excel\InstallRoot",
    r"SOFTWARE\WOW6432Node\Microsoft\Office\{office}\Excel\InstallRoot",
    (
        r"SOFTWARE\Microsoft\Office\ClickToRun\REGISTRY\MACHINE\Software"
        r"\Microsoft\Office\{office}\Excel\InstallRoot"
    ),
)
USER_CHOICE = (
    r"Software\Microsoft\Windows\CurrentVersion\Explorer\FileExts\.xlsx\UserChoice",
    "ProgId",
)
WPS = ("et.", "ket.", "wps", "kwps")
"""How the names begin under which WPS Spreadsheets registers itself (ET.Xlsx.6)."""
VIEWS = ("DisableInternetFilesInPV", "DisableAttachmentsInPV", "DisableUnsafeLocationsInPV")


def check_excel(machine: Machine) -> Iterator[Observation]:
    """Whether there is an Excel, and only one."""
    roots = excel_folders(machine)
    if not roots and machine.registry.value(Hive.MACHINE, APP_PATH, "") is None:
        yield Observation("excel_missing")
    if len(roots) > 1:
        yield Observation("several_excels", {"folder": "; ".join(roots)})


def excel_folders(machine: Machine) -> list[str]:
    """Return the folders of all Excels on this machine."""
    found = (
        machine.registry.value(Hive.MACHINE, key.format(office=office), "Path")
        for office in OFFICES
        for key in INSTALL_ROOTS
    )
    folders = {value.rstrip("\\").lower(): value for value in found if isinstance(value, str)}
    return sorted(folders.values())


def check_other_spreadsheet(machine: Machine) -> Iterator[Observation]:
    """Whether WPS opens workbooks in Excel's place."""
    chosen = machine.registry.value(Hive.USER, *USER_CHOICE)
    if chosen is None:
        classes = r"Software\Classes\.xlsx"
        chosen = machine.registry.value(Hive.USER, classes, "")
        chosen = chosen or machine.registry.value(Hive.MACHINE, classes, "")
    if isinstance(chosen, str) and chosen.lower().startswith(WPS):
        yield Observation("wps_opens_workbooks", {"program": chosen})


def check_disabled_items(machine: Machine) -> Iterator[Observation]:
    """Whether Excel put the add-in on its list of things that once crashed."""
    for office in OFFICES:
        key = rf"Software\Microsoft\Office\{office}\Excel\Resiliency\DisabledItems"
        for value in machine.registry.values(Hive.USER, key).values():
            text = value.decode("utf-16-le", "ignore") if isinstance(value, bytes) else str(value)
            if XLAM.lower() in text.lower():
                yield Observation("add_in_disabled", {"kunci": rf"HKCU\{key}"})
                return


def check_startup_options(machine: Machine) -> Iterator[Observation]:
    """Whether Excel's list of add-ins loads another copy."""
    for office in OFFICES:
        key = rf"Software\Microsoft\Office\{office}\Excel\Options"
        for name, value in machine.registry.values(Hive.USER, key).items():
            if name.upper().startswith("OPEN") and _is_other_copy(machine, as_text(value)):
                where = rf"HKCU\{key}\{name} = {as_text(value)}"
                yield Observation("stale_option", {"kunci": where})


def check_protected_view(machine: Machine) -> Iterator[Observation]:
    """Whether received workbooks open in Protected View, where no button answers."""
    key = rf"{SECURITY}\ProtectedView"
    settings = [office_setting(machine, key, name) for name in VIEWS]
    if any(setting is None or setting.value != 1 for setting in settings):
        yield Observation("protected_view")


def _is_other_copy(machine: Machine, command: str) -> bool:
    r"""Whether an entry such as ``/R "C:\\old\\IKU.xlam"`` names a copy that is not ours."""
    path = command.removeprefix("/R").removeprefix("/r").strip().strip('"')
    ours = str(machine.places.xlam).lower()
    return PureWindowsPath(path).name.lower() == XLAM.lower() and path.lower() != ours
