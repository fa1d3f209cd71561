"""What the command files of the bundle ask for: install, uninstall, check, doctor."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from addin.install.failure import SetupError
from addin.install.installing import Installed, install
from addin.install.machine import Machine
from addin.install.removing import Removed, uninstall
from addin.install.source import find_source
from addin.install.speech import Language, say

CANNOT = 2


def run(arguments: Sequence[str], machine: Machine | None = None) -> int:
    """Do what is asked and return the exit status: 0 done, 1 in part or with findings, 2 not."""
    asked = _parser().parse_args(arguments)
    here = machine or this_machine()
    try:
        status: int = asked.work(here, asked)
    except SetupError as error:
        _tell(error.told(asked.lang))
        return CANNOT
    return status


def this_machine() -> Machine:
    """Return the machine that runs this."""
    from addin.install.this_machine import ThisMachine  # noqa: PLC0415  a boundary, where asked for

    return ThisMachine()


def told_of_install(done: Installed, machine: Machine, language: Language) -> list[str]:
    """Return what to say after installing, a sentence a line."""
    key = "installed" if done.excel else "installed_without_excel"
    lines = [say(key, language, version=done.version, home=machine.places.home)]
    if done.extension:
        lines.append(say("extension_added", language))
    if done.extension_problem:
        lines.append(say("extension_failed", language, output=done.extension_problem))
        lines.append(say("fallback", language))
    return lines


def told_of_removal(done: Removed, language: Language) -> list[str]:
    """Return what to say after removing, a sentence a line."""
    if done.extension_problem:
        words = say("extension_kept", language, output=done.extension_problem)
        return [words, say("fallback", language)]
    return [say("removed" if done.anything else "nothing_to_remove", language)]


def _install(machine: Machine, asked: argparse.Namespace) -> int:
    source = find_source(asked.source, asked.wheels, excel=machine.places.windows)
    done = install(machine, source)
    for line in told_of_install(done, machine, asked.lang):
        _tell(line)
    return 1 if done.extension_problem else 0


def _uninstall(machine: Machine, asked: argparse.Namespace) -> int:
    done = uninstall(machine)
    for line in told_of_removal(done, asked.lang):
        _tell(line)
    return 1 if done.extension_problem else 0


def _check(machine: Machine, asked: argparse.Namespace) -> int:
    from addin.install.dropped import check_dropped  # noqa: PLC0415  one errand needs it

    return check_dropped(machine, asked.source, asked.lang)


def _doctor(machine: Machine, asked: argparse.Namespace) -> int:
    from addin.doctor import diagnose, report, status_of  # noqa: PLC0415  needs the YAML reader

    seen = diagnose(machine)
    for line in report(seen, asked.lang):
        _tell(line)
    return status_of(seen)


ERRANDS = {"install": _install, "uninstall": _uninstall, "check": _check, "doctor": _doctor}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="iku")
    errands = parser.add_subparsers(required=True)
    for name, work in ERRANDS.items():
        errand = errands.add_parser(name)
        errand.add_argument("--lang", choices=("id", "en"), default="id")
        errand.add_argument("--from", dest="source", type=Path)
        errand.add_argument("--wheels", type=Path)
        errand.set_defaults(work=work)
    return parser


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
