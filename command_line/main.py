"""The entry point ``iku``: arguments in, one call, text out, and an honest exit status."""

import gc
import os
import sys
from importlib import import_module
from io import TextIOWrapper

import click

from command_line.asked import asked_language, in_language
from command_line.help import VerbGroup
from command_line.interruption import Interruptible
from command_line.speech import CANNOT_RUN, FINDINGS
from command_line.system_faults import told
from workflow.refusal import FileRefusedError, RefusedError, refuse_senseless_bounds

VERBS = {
    "demo": "command_line.demo",
    "build": "command_line.build",
    "fill": "command_line.entries",
    "read": "command_line.entries",
    "validate": "command_line.validate",
    "consolidate": "command_line.consolidate",
    "close": "command_line.close",
    "documents": "command_line.documents",
    "evidence": "command_line.evidence",
    "audit": "command_line.audit",
    "repair": "command_line.repair",
    "upgrade": "command_line.upgrade",
    "definition": "command_line.definition",
    "key": "command_line.key",
    "addin": "command_line.addin",
}
"""Where each verb lives; a module is imported only when its verb is used."""

_OBJECTS_BETWEEN_COLLECTIONS = 200_000


class Verbs(VerbGroup):
    """The verbs, imported one by one so that ``iku validate`` starts without the builder."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the verbs in the order in which work is done."""
        del ctx
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the verb that is asked for."""
        del ctx
        if cmd_name not in VERBS:
            return None
        command: click.Command = getattr(import_module(VERBS[cmd_name]), cmd_name)
        return command


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="iku-kecamatan", prog_name="iku")
def iku() -> None:
    """Buku kerja IKU kecamatan: buat, isi, periksa, dan rekap.

    Contoh: iku demo -o demo
    """


def run(arguments: list[str] | None = None) -> None:
    """Run a verb and leave with its exit status: 0 clean, 1 findings or refused files, 2 cannot."""
    _start_lightly()
    typed = sys.argv[1:] if arguments is None else arguments
    try:
        refuse_senseless_bounds()
        with Interruptible():
            status = iku.main(args=arguments, prog_name="iku", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
        status = CANNOT_RUN
    except click.ClickException as error:
        from command_line.usage import usage_problem  # noqa: PLC0415  only a mistake needs it

        click.echo(f"iku: {usage_problem(error, typed)}", err=True)
        status = CANNOT_RUN
    except FileRefusedError as error:
        click.echo(f"iku: {in_language(str(error), asked_language(typed))}", err=True)
        status = FINDINGS
    except RefusedError as error:
        click.echo(f"iku: {in_language(str(error), asked_language(typed))}", err=True)
        status = CANNOT_RUN
    except OSError as error:
        click.echo(f"iku: {in_language(told(error), asked_language(typed))}", err=True)
        status = CANNOT_RUN
    except (click.Abort, KeyboardInterrupt):
        click.echo(f"iku: {in_language('dihentikan', asked_language(typed))}", err=True)
        status = CANNOT_RUN
    gc.freeze()  # all of it ends now: looking for garbage in it once more takes a sixth of a run
    sys.exit(status or 0)


def _start_lightly() -> None:
    """Spare a short run what only long ones need.

    What is imported and read lives until the end, so looking for garbage in it every 700 objects
    finds none. Plugins of pydantic would be sought in every installed package; we have none.
    """
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    for stream in (sys.stdout, sys.stderr):  # a name of a file may hold what is no text
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
