"""The options with which verbs that issue forms sign them, and those that check them know keys."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:  # most runs sign nothing
    from collections.abc import Callable

    from workflow.signing import SigningKey

FILE = click.Path(path_type=Path, dir_okay=False)
_F = TypeVar("_F", bound="Callable[..., Any]")


def key_options(function: _F) -> _F:
    """Add ``--key`` and ``--key-password-file`` to a verb that issues forms."""
    password = click.option(
        "--key-password-file", type=FILE, help="Berkas berisi kata sandi kunci rahasia."
    )
    key = click.option(
        "--key", type=FILE, help="Kunci rahasia kabupaten/kota (.pem) untuk menandatangani."
    )
    return key(password(function))


def trust_option(function: _F) -> _F:
    """Add ``--trust`` to a verb that checks returned forms."""
    return click.option(
        "--trust",
        type=FILE,
        multiple=True,
        metavar="KUNCI_UMUM",
        help="Kunci umum kabupaten/kota (.pub) untuk memastikan keaslian; boleh diulang.",
    )(function)


def signing_key(path: Path | None, password_file: Path | None) -> SigningKey | None:
    """Return the key to sign with, if one was named; RefusedError where it cannot be used."""
    if path is None:
        if password_file is not None:
            message = "--key-password-file hanya dipakai bersama --key"
            raise click.UsageError(message)
        return None
    from workflow.key_files import read_signing_key  # noqa: PLC0415  only with --key

    return read_signing_key(path, password_file)
