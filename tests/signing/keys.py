"""Keys that are the same every time, and forms signed with them."""

import base64
import hashlib
from functools import cache
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from iku.address import CellRef
from iku.cells import WorkbookSnapshot
from iku.layout.layout import IKU_SHEET
from iku.sheets.iku_sheet import signature_texts
from workflow.signing import PublicKey, SigningKey


@cache
def key(name: str) -> SigningKey:
    """The key of somebody, made from their name."""
    secret = hashlib.sha256(name.encode()).digest()
    public = Ed25519PrivateKey.from_private_bytes(secret).public_key()
    return SigningKey(secret, PublicKey(public.public_bytes_raw()))


def public_text(of: SigningKey) -> str:
    """A public key file as the library itself writes it."""
    known = Ed25519PrivateKey.from_private_bytes(of.secret).public_key()
    return known.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()


def write_public(of: SigningKey, path: Path) -> Path:
    """A public key file."""
    path.write_text(public_text(of), encoding="ascii")
    return path


def sign(seen: WorkbookSnapshot, signature: str) -> WorkbookSnapshot:
    """Put a signature on the hidden sheet, whoever made it."""
    for place, text in signature_texts(signature).items():
        seen.sheets[IKU_SHEET].values[CellRef(IKU_SHEET, *place).a1] = text
    return seen


def changed_letter(signature: str) -> str:
    """A signature with one bit of its content changed."""
    kind, public, content = signature.split(":")
    data = bytearray(base64.b64decode(content))
    data[7] ^= 1
    return f"{kind}:{public}:{base64.b64encode(bytes(data)).decode()}"
