"""Signing: the regency's key on what it issues, and telling whose signature a form carries.

Ed25519 (RFC 8032) by the library ``cryptography``, the extra ``kunci``: imported only where
something is signed, or where a file carries a signature and a key to check it with is known.
"""

import base64
import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Self

from workflow.refusal import RefusedError

KIND = "ed25519"
LENGTH = 32  # bytes of a key, secret or public
_SHOWN = 4  # groups of four digits, enough to compare two keys over the telephone

Signer = Callable[[str, str], str]
"""From a fingerprint and the SHA-256 of a manifest to the signature's text; empty for none."""


@dataclass(frozen=True, slots=True)
class PublicKey:
    """The half of a key that everybody may have."""

    raw: bytes

    @property
    def text(self) -> str:
        """The key as a signature and the history carry it."""
        return base64.b64encode(self.raw).decode("ascii")

    @property
    def sidik(self) -> str:
        """Its fingerprint, 64 hexadecimal digits."""
        return hashlib.sha256(self.raw).hexdigest()

    @property
    def shown(self) -> str:
        """Its fingerprint as people compare it: ``1f3a-90bc-77d2-e405``."""
        return "-".join(self.sidik[4 * n : 4 * n + 4] for n in range(_SHOWN))


@dataclass(frozen=True, slots=True)
class SigningKey:
    """The regency's own key; ``secret`` never leaves this process but in the file it came from."""

    secret: bytes = field(repr=False)
    public: PublicKey

    def signature(self, sidik: str, manifest: str) -> str:
        """Sign an issued form; RefusedError where the library is not installed."""
        require_library()
        from cryptography.hazmat.primitives.asymmetric.ed25519 import (  # noqa: PLC0415  an optional extra
            Ed25519PrivateKey,
        )

        signed = Ed25519PrivateKey.from_private_bytes(self.secret).sign(_message(sidik, manifest))
        return f"{KIND}:{self.public.text}:{base64.b64encode(signed).decode('ascii')}"


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature as a form carries it: with which key it claims to be made."""

    key: PublicKey
    content: bytes

    @classmethod
    def read(cls, text: str) -> Self | None:
        """Read a signature's text; None where it is none."""
        kind, _, rest = text.strip().partition(":")
        key, _, content = rest.partition(":")
        try:
            raw, signed = (base64.b64decode(one, validate=True) for one in (key, content))
        except ValueError:
            return None
        return cls(PublicKey(raw), signed) if kind == KIND and len(raw) == LENGTH else None

    def holds(self, sidik: str, manifest: str) -> bool:
        """Whether its key signed this very form; RefusedError without the library."""
        require_library()
        from cryptography.exceptions import InvalidSignature  # noqa: PLC0415  an optional extra
        from cryptography.hazmat.primitives.asymmetric.ed25519 import (  # noqa: PLC0415  the same
            Ed25519PublicKey,
        )

        try:
            key = Ed25519PublicKey.from_public_bytes(self.key.raw)
            key.verify(self.content, _message(sidik, manifest))
        except InvalidSignature:
            return False
        return True


def unsigned(_sidik: str, _manifest: str) -> str:
    """Sign nothing."""
    return ""


def require_library() -> None:
    """Raise RefusedError, in one sentence, where the library is not installed."""
    try:
        import cryptography  # noqa: F401, PLC0415  an optional extra
    except ImportError as error:
        message = (
            "tanda tangan formulir memerlukan pustaka cryptography, yang belum terpasang; "
            'pasanglah dengan pip install "iku-kecamatan[kunci]", atau kerjakan di komputer '
            "kabupaten/kota yang memilikinya"
        )
        raise RefusedError(message) from error


def _message(sidik: str, manifest: str) -> bytes:
    """Return what is signed: a line that says for what, so that no other use can be made of it."""
    return f"iku terbitan 1\n{sidik}\n{manifest}\n".encode("ascii")
