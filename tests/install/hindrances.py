"""Everything that can stand in the way of the buttons: what doctor calls it, and how it comes."""

from collections.abc import Callable
from pathlib import Path

from addin.doctor.policies import APPLOCKER, CHILD_PROCESSES, DEFENDER_BY_MDM, SCRIPT_HOST
from addin.install import Hive, Outcome
from addin.places import REGISTRY_KEY, XLAM
from tests.install.windows import Windows

OFFICE = r"Software\Microsoft\Office\16.0"
POLICY = r"Software\Policies\Microsoft\Office\16.0"
CLOUD = r"Software\Policies\Microsoft\Cloud\Office\16.0"
ASR = r"SOFTWARE\Policies\Microsoft\Windows Defender\Windows Defender Exploit Guard\ASR\Rules"
Arrange = Callable[[Windows], object]


def put(key: str, name: str, value: str | int | bytes = 1, hive: Hive = Hive.USER) -> Arrange:
    return lambda pc: pc.registry.put(hive, key, name, value)


def both(*arrangements: Arrange) -> Arrange:
    def arrange(pc: Windows) -> None:
        for one in arrangements:
            one(pc)

    return arrange


def start_folder(pc: Windows) -> Path:
    assert pc.places.excel_start is not None
    return pc.places.excel_start


def _old_copy(pc: Windows) -> None:
    folder = start_folder(pc).parents[1] / "AddIns"
    folder.mkdir()
    (folder / "IKU lama.xlam").touch()


def _store_alias(pc: Windows) -> None:
    folder = pc.places.home.parent / "Microsoft" / "WindowsApps"
    folder.mkdir(parents=True)
    (folder / "python.exe").touch()
    pc.environ["PATH"] = str(folder)


def _second_excel(pc: Windows) -> None:
    root = r"SOFTWARE\WOW6432Node\Microsoft\Office\15.0\Excel\InstallRoot"
    pc.registry.put(Hive.MACHINE, root, "Path", "C:\\Program Files (x86)\\Office15\\")


def _two_pythons(pc: Windows) -> None:
    for version in ("3.11", "3.13"):
        key = rf"SOFTWARE\Python\PythonCore\{version}\InstallPath"
        pc.registry.put(Hive.USER, key, "", f"C:\\Python{version}\\")


SEEN: dict[str, tuple[str, Arrange]] = {
    "all add-ins off by policy": (
        "addins_disabled",
        put(rf"{POLICY}\Excel\Security", "DisableAllAddins"),
    ),
    "all add-ins off by the user": (
        "addins_disabled_own",
        put(rf"{OFFICE}\Excel\Security", "DisableAllAddins"),
    ),
    "signed add-ins only": (
        "addins_signed",
        put(rf"{POLICY}\Excel\Security", "requireaddinsig"),
    ),
    "signed add-ins only, by the cloud": (
        "addins_signed",
        put(rf"{CLOUD}\Excel\Security", "RequireAddinSig"),
    ),
    "signed add-ins only, by the machine": (
        "addins_signed",
        put(rf"{POLICY}\Excel\Security", "RequireAddinSig", hive=Hive.MACHINE),
    ),
    "signed add-ins only, by the user": (
        "addins_signed_own",
        put(rf"{OFFICE}\Excel\Security", "RequireAddinSig"),
    ),
    "signed add-ins only, and no word of it": (
        "addins_signed_silently",
        both(
            put(rf"{POLICY}\Excel\Security", "RequireAddinSig"),
            put(rf"{POLICY}\Excel\Security", "NoTBPromptUnsignedAddin"),
        ),
    ),
    "signed add-ins only, and no word of it, by the user": (
        "addins_signed_silently_own",
        both(
            put(rf"{OFFICE}\Excel\Security", "RequireAddinSig"),
            put(rf"{OFFICE}\Excel\Security", "NoTBPromptUnsignedAddin"),
        ),
    ),
    "signed macros only at the start": (
        "startup_macros_signed",
        put(rf"{POLICY}\Common\Security", "RequireAlwaysOnMacroSig"),
    ),
    "no VBA at all": ("vba_off", put(rf"{POLICY}\Common", "VBAOff", hive=Hive.MACHINE)),
    "macros off by policy": (
        "macros_blocked",
        put(rf"{POLICY}\Excel\Security", "VBAWarnings", 4),
    ),
    "macros off by the user, Excel 2010": (
        "macros_blocked_own",
        put(r"Software\Microsoft\Office\14.0\Excel\Security", "VBAWarnings", 3),
    ),
    "macros of the internet off": (
        "internet_macros_blocked",
        put(rf"{POLICY}\Excel\Security", "blockcontentexecutionfrominternet"),
    ),
    "no trusted places": (
        "trusted_places_off",
        put(rf"{POLICY}\Excel\Security\Trusted Locations", "AllLocationsDisabled"),
    ),
    "no trusted places, by the user": (
        "trusted_places_off_own",
        put(rf"{OFFICE}\Excel\Security\Trusted Locations", "AllLocationsDisabled"),
    ),
    "child processes blocked": (
        "child_process_blocked",
        put(ASR, CHILD_PROCESSES.upper(), "1", Hive.MACHINE),
    ),
    "child processes blocked by device management": (
        "child_process_blocked",
        put(DEFENDER_BY_MDM, "ASRRules", f"00=1|{CHILD_PROCESSES}=1", Hive.MACHINE),
    ),
    "child processes asked about": (
        "child_process_warned",
        put(ASR, CHILD_PROCESSES, 6, Hive.MACHINE),
    ),
    "programs restricted": (
        "program_policy",
        put(APPLOCKER, "EnforcementMode", 1, Hive.MACHINE),
    ),
    "no script host": ("script_host_off", put(SCRIPT_HOST, "Enabled", 0)),
    "the add-in crashed once": (
        "add_in_disabled",
        put(
            rf"{OFFICE}\Excel\Resiliency\DisabledItems",
            "1A2B",
            b"\x01\x00\x00\x00" + r"c:\xlstart\iku.xlam".encode("utf-16-le"),
        ),
    ),
    "another copy among the add-ins": (
        "stale_option",
        put(rf"{OFFICE}\Excel\Options", "OPEN1", r'/R "C:\lama\IKU.xlam"'),
    ),
    "another copy in the add-ins' folder": ("stale_copies", _old_copy),
    "the scanner took the add-in": ("add_in_gone", lambda pc: (start_folder(pc) / XLAM).unlink()),
    "somebody changed the add-in": (
        "add_in_changed",
        lambda pc: (start_folder(pc) / XLAM).write_bytes(b"changed"),
    ),
    "the add-in is marked": (
        "add_in_marked",
        lambda pc: (start_folder(pc) / f"{XLAM}:Zone.Identifier").touch(),
    ),
    "two Excels": ("several_excels", _second_excel),
    "WPS opens workbooks": (
        "wps_opens_workbooks",
        put(
            r"Software\Microsoft\Windows\CurrentVersion\Explorer\FileExts\.xlsx\UserChoice",
            "ProgId",
            "ET.Xlsx.6",
        ),
    ),
    "WPS opens workbooks for everybody": (
        "wps_opens_workbooks",
        put(r"Software\Classes\.xlsx", "", "ET.Xlsx.6", Hive.MACHINE),
    ),
    "python opens the Store": ("store_alias", _store_alias),
    "two Pythons": ("several_pythons", _two_pythons),
    "the note is gone": ("python_unknown", lambda pc: pc.registry.delete(REGISTRY_KEY, "Python")),
    "the note names another Python": (
        "python_elsewhere",
        put(REGISTRY_KEY, "Python", r"C:\lain\pythonw.exe"),
    ),
    "the environment is gone": (
        "environment_gone",
        lambda pc: pc.places.console_python.unlink(),
    ),
    "the environment does not run": (
        "environment_broken",
        lambda pc: pc.failing.update(probe=Outcome(1, "Traceback\nImportError: DLL")),
    ),
    "the package was updated alone": (
        "versions_differ",
        lambda pc: pc.places.console_python.write_text("9.9"),
    ),
    "LibreOffice came later": ("extension_missing", lambda pc: pc.with_libreoffice()),
    "an old extension": ("extension_stale", lambda pc: pc.with_libreoffice("0.9")),
}
