"""The checks, in the order in which things can go wrong; a new one is one line more."""

from collections.abc import Callable, Iterable

from addin.doctor.environment import (
    check_environment,
    check_registered_python,
    check_several_pythons,
    check_store_alias,
)
from addin.doctor.excel import (
    check_disabled_items,
    check_excel,
    check_other_spreadsheet,
    check_protected_view,
    check_startup_options,
)
from addin.doctor.extension import check_extension
from addin.doctor.files import check_add_in, check_copies, check_installed, check_versions
from addin.doctor.observation import Observation
from addin.doctor.policies import check_addin_policies, check_macro_settings, check_programs
from addin.install.machine import Machine

ANYWHERE: tuple[Callable[[Machine], Iterable[Observation]], ...] = (
    check_installed,
    check_environment,
    check_extension,
)
WINDOWS: tuple[Callable[[Machine], Iterable[Observation]], ...] = (
    check_add_in,
    check_versions,
    check_copies,
    check_excel,
    check_other_spreadsheet,
    check_addin_policies,
    check_macro_settings,
    check_programs,
    check_disabled_items,
    check_startup_options,
    check_protected_view,
    check_registered_python,
    check_store_alias,
    check_several_pythons,
)
CHECKS = (*ANYWHERE, *WINDOWS)


def diagnose(machine: Machine) -> tuple[Observation, ...]:
    """Return what was seen on this machine; it reads only, and changes nothing."""
    checks = CHECKS if machine.places.windows else ANYWHERE
    return tuple(seen for check in checks for seen in check(machine))
