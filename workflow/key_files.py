"""Key files: the secret key in PEM (PKCS 8), and the public one beside it."""

import base64
import os
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

from workflow.refusal import RefusedError
from workflow.signing import LENGTH, PublicKey, SigningKey, require_library

PUBLIC_ENDING = ".pub"
_HEAD, _FOOT = "-----BEGIN PUBLIC KEY-----", "-----END PUBLIC KEY-----"
# What stands before the 32 bytes of every Ed25519 public key (RFC 8410, section 4).
_OPENING = bytes.fromhex("302a300506032b6570032100")
_THERE = "{path}: sudah ada; kunci lama tidak pernah ditimpa, pilih nama lain"
_LONGEST = 4_096  # bytes; a key file has about 200


def make_key(path: Path, password_file: Path | None = None) -> PublicKey:
    """Write a new secret key, readable by its owner alone, and its public half beside it.

    Nothing is ever overwritten. RefusedError where either file exists, or without the library.
    """
    beside = public_beside(path)
    for one in (path, beside):
        if one.exists():
            raise RefusedError(_THERE.format(path=one))
    secret, public = _new_key(None if password_file is None else _password(password_file))
    path.parent.mkdir(parents=True, exist_ok=True)
    _write_new(path, secret, 0o600)
    try:
        _write_new(beside, _public_text(public).encode("ascii"), 0o644)
    except BaseException:
        path.unlink()
        raise
    return public


def public_beside(path: Path) -> Path:
    """Return where the public half of a key stands; RefusedError where it would be the same file."""
    if path.suffix.lower() == PUBLIC_ENDING:
        message = (
            f"{path}: akhiran .pub untuk kunci umum; beri nama lain bagi kunci rahasia, "
            "misalnya kunci.pem"
        )
        raise RefusedError(message)
    return path.with_suffix(PUBLIC_ENDING)


def read_signing_key(path: Path, password_file: Path | None = None) -> SigningKey:
    """Read a secret key; RefusedError, telling what to do, where it is none or stays closed."""
    data = _content(path)
    if _HEAD.encode() in data:
        message = f"{path}: ini kunci umum; untuk menandatangani diperlukan kunci rahasianya (.pem)"
        raise RefusedError(message)
    password = None if password_file is None else _password(password_file)
    require_library()
    from cryptography.exceptions import UnsupportedAlgorithm  # noqa: PLC0415  an optional extra
    from cryptography.hazmat.primitives.asymmetric.ed25519 import (  # noqa: PLC0415  the same
        Ed25519PrivateKey,
    )
    from cryptography.hazmat.primitives.serialization import (  # noqa: PLC0415  the same
        load_pem_private_key,
    )

    try:
        key = load_pem_private_key(data, password)
    except TypeError as error:  # a password is missing, or there is none to be had
        raise RefusedError(_about_password(path, given=password is not None)) from error
    except (ValueError, UnsupportedAlgorithm) as error:
        message = f"{path}: kunci tidak dapat dibuka; kata sandinya keliru, atau berkasnya rusak"
        raise RefusedError(message) from error
    if not isinstance(key, Ed25519PrivateKey):
        message = f"{path}: bukan kunci Ed25519; buat kunci dengan iku key new -o kunci.pem"
        raise RefusedError(message)
    return SigningKey(key.private_bytes_raw(), PublicKey(key.public_key().public_bytes_raw()))


def read_public_key(path: Path) -> PublicKey:
    """Read a public key; RefusedError where the file holds none."""
    data = _content(path)
    if b"PRIVATE KEY-----" in data:
        message = (
            f"{path}: ini kunci rahasia, jangan dibagikan; di sini diperlukan kunci umumnya (.pub)"
        )
        raise RefusedError(message)
    text = data.decode("ascii", "replace")
    inside = text.partition(_HEAD)[2].partition(_FOOT)[0]
    with suppress(ValueError):
        raw = base64.b64decode("".join(inside.split()), validate=True)
        if raw.startswith(_OPENING) and len(raw) == len(_OPENING) + LENGTH:
            return PublicKey(raw[len(_OPENING) :])
    message = f"{path}: bukan kunci umum dari iku key new; mintalah berkas kunci.pub yang asli"
    raise RefusedError(message)


def _new_key(password: bytes | None) -> tuple[bytes, PublicKey]:
    require_library()
    from cryptography.hazmat.primitives import serialization  # noqa: PLC0415  an optional extra
    from cryptography.hazmat.primitives.asymmetric.ed25519 import (  # noqa: PLC0415  the same
        Ed25519PrivateKey,
    )

    key = Ed25519PrivateKey.generate()
    closed: serialization.KeySerializationEncryption = serialization.NoEncryption()
    if password is not None:
        closed = serialization.BestAvailableEncryption(password)
    pem = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, closed)
    return pem, PublicKey(key.public_key().public_bytes_raw())


def _public_text(key: PublicKey) -> str:
    return f"{_HEAD}\n{base64.b64encode(_OPENING + key.raw).decode('ascii')}\n{_FOOT}\n"


def _write_new(path: Path, data: bytes, mode: int) -> None:
    """Write a file that must not exist yet, whole, with these rights from its first moment on."""
    draft = path.with_name(f".{path.name}.{uuid4().hex}.part")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        with os.fdopen(os.open(draft, flags, mode), "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        _put_new(draft, path)
    except FileExistsError as error:  # made a moment ago, or a link that leads to nothing
        raise RefusedError(_THERE.format(path=path)) from error
    except OSError as error:
        error.filename = str(path)  # not the draft; a full disk names nothing at all
        raise
    finally:
        draft.unlink(missing_ok=True)


def _put_new(draft: Path, path: Path) -> None:
    """Give a complete file its name; FileExistsError where something has that name already."""
    if os.name == "nt":
        draft.rename(path)  # which replaces nothing there
        return
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        raise
    except OSError:  # a stick formatted for Windows knows no second name of a file
        if os.path.lexists(path):
            raise FileExistsError from None
        draft.rename(path)


def _content(path: Path) -> bytes:
    if not path.is_file():
        message = f"{path}: berkas kunci tidak ada; periksa nama dan foldernya"
        raise RefusedError(message)
    with path.open("rb") as stream:
        return stream.read(_LONGEST)


def _password(path: Path) -> bytes:
    password = path.read_text(encoding="utf-8").strip()
    if not password:
        message = f"{path}: berkas kata sandi kosong"
        raise RefusedError(message)
    return password.encode("utf-8")


def _about_password(path: Path, *, given: bool) -> str:
    if given:
        return f"{path}: kunci ini tidak bersandi; jalankan lagi tanpa --key-password-file"
    return f"{path}: kunci ini bersandi; sebutkan berkas kata sandinya dengan --key-password-file"
