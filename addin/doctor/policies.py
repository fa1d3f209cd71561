"""Settings and policies that keep an add-in, its macros or its program from running.

Names and values are those of Microsoft's policy templates for Office and Windows Defender
(office16.admx, excel16.admx, windowsdefender.admx). They are read and explained, never changed.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from addin.doctor.observation import Observation
from addin.install.machine import Hive, Machine, RegistryValue

OFFICES = ("16.0", "15.0", "14.0")
SECURITY = r"Excel\Security"
POLICY = (
    (Hive.USER, r"Software\Policies\Microsoft\Office"),
    (Hive.MACHINE, r"Software\Policies\Microsoft\Office"),
    (Hive.USER, r"Software\Policies\Microsoft\Cloud\Office"),
)
OWN = ((Hive.USER, r"Software\Microsoft\Office"),)
CHILD_PROCESSES = "d4f940ab-401b-4efc-aadc-ad5f3c50688a"
"""Defender's rule "Block all Office applications from creating child processes"."""
DEFENDER = (
    r"SOFTWARE\Policies\Microsoft\Windows Defender\Windows Defender Exploit Guard\ASR\Rules",
    r"SOFTWARE\Microsoft\Windows Defender\Windows Defender Exploit Guard\ASR\Rules",
)
DEFENDER_BY_MDM = r"SOFTWARE\Policies\Microsoft\Windows Defender\Policy Manager"
RULE_STATES = {"1": "child_process_blocked", "6": "child_process_warned"}
APPLOCKER = r"SOFTWARE\Policies\Microsoft\Windows\SrpV2\Exe"
SCRIPT_HOST = r"Software\Microsoft\Windows Script Host\Settings"


@dataclass(frozen=True)
class Found:
    """A setting as it stands: where, and with what value."""

    where: str
    value: RegistryValue
    by_policy: bool

    def seen(self, code: str) -> Observation:
        """Return it as an observation; what the user set is told otherwise than a policy."""
        return Observation(code if self.by_policy else f"{code}_own", {"kunci": self.where})


def office_setting(machine: Machine, key: str, name: str) -> Found | None:
    """Return a setting of Office in force: a policy before the user's own choice."""
    for by_policy, roots in ((True, POLICY), (False, OWN)):
        for hive, root in roots:
            for office in OFFICES:
                whole = rf"{root}\{office}\{key}"
                value = machine.registry.value(hive, whole, name)
                if value is not None:
                    return Found(
                        rf"{hive.value}\{whole}\{name} = {as_text(value)}", value, by_policy
                    )
    return None


def as_text(value: RegistryValue) -> str:
    """Return a value as the registry editor shows it."""
    return value.hex(" ") if isinstance(value, bytes) else str(value)


def check_addin_policies(machine: Machine) -> Iterator[Observation]:
    """Whether add-ins are switched off, or must be signed."""
    off = office_setting(machine, SECURITY, "DisableAllAddins")
    if off and off.value == 1:
        yield off.seen("addins_disabled")
    signed = office_setting(machine, SECURITY, "RequireAddinSig")
    if signed and signed.value == 1:
        silent = office_setting(machine, SECURITY, "NoTBPromptUnsignedAddin")
        quiet = silent is not None and silent.value == 1
        yield signed.seen("addins_signed_silently" if quiet else "addins_signed")
    always = office_setting(machine, r"Common\Security", "RequireAlwaysOnMacroSig")
    if always and always.value == 1:
        yield Observation("startup_macros_signed", {"kunci": always.where})


def check_macro_settings(machine: Machine) -> Iterator[Observation]:
    """Whether macros may run; files in trusted folders, as XLSTART is one, may by default."""
    vba = office_setting(machine, "Common", "VBAOff")
    if vba and vba.value == 1:
        yield Observation("vba_off", {"kunci": vba.where})
    trusted = office_setting(machine, rf"{SECURITY}\Trusted Locations", "AllLocationsDisabled")
    distrusted = trusted is not None and trusted.value == 1
    if trusted and distrusted:
        yield trusted.seen("trusted_places_off")
    macros = office_setting(machine, SECURITY, "VBAWarnings")
    if macros and macros.value in {3, 4}:
        yield macros.seen("macros_blocked_everywhere" if distrusted else "macros_blocked")
    internet = office_setting(machine, SECURITY, "blockcontentexecutionfrominternet")
    if internet and internet.value == 1:
        yield Observation("internet_macros_blocked", {"kunci": internet.where})


def check_programs(machine: Machine) -> Iterator[Observation]:
    """Whether Excel may start our Python, and whether our Python may run at all."""
    yield from _defender(machine)
    enforced = machine.registry.value(Hive.MACHINE, APPLOCKER, "EnforcementMode")
    if enforced == 1:
        facts = {
            "kunci": rf"HKLM\{APPLOCKER}\EnforcementMode = 1",
            "python": str(machine.places.python),
        }
        yield Observation("program_policy", facts)
    for hive in Hive:
        if str(machine.registry.value(hive, SCRIPT_HOST, "Enabled")) == "0":
            where = rf"{hive.value}\{SCRIPT_HOST}\Enabled = 0"
            yield Observation("script_host_off", {"kunci": where})


def _defender(machine: Machine) -> Iterator[Observation]:
    for key in DEFENDER:
        for name, state in machine.registry.values(Hive.MACHINE, key).items():
            if name.strip("{}").lower() == CHILD_PROCESSES and str(state) in RULE_STATES:
                where = rf"HKLM\{key}\{name} = {as_text(state)}"
                yield Observation(RULE_STATES[str(state)], _rule(machine, where))
                return
    rules = str(machine.registry.value(Hive.MACHINE, DEFENDER_BY_MDM, "ASRRules") or "")
    for rule in rules.split("|"):
        name, _, state = rule.strip().partition("=")
        if name.lower() == CHILD_PROCESSES and state in RULE_STATES:
            where = rf"HKLM\{DEFENDER_BY_MDM}\ASRRules: {rule.strip()}"
            yield Observation(RULE_STATES[state], _rule(machine, where))


def _rule(machine: Machine, where: str) -> dict[str, str]:
    return {"kunci": where, "python": str(machine.places.python)}
