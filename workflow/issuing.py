"""Issuing: how a fresh workbook leaves the regency: its password, its signature, its register."""

from dataclasses import dataclass
from pathlib import Path

from iku.cells import WorkbookSnapshot
from iku.finding import Finding
from iku.reading import stored_manifest_digest, stored_signature, stored_terbitan
from iku.terbitan import Terbitan
from workflow.history import History, Issue
from workflow.history.keys import keys_in_force, require_in_force
from workflow.signing import PublicKey, Signature, Signer, SigningKey, unsigned


@dataclass(frozen=True)
class Issuing:
    """How a fresh workbook is issued.

    ``key`` is the regency's own, None where nothing is signed anew. ``expected`` tells whether a
    workbook without a signature is worth a word.
    """

    password_file: Path | None = None
    history: Path | None = None
    sign: Signer = unsigned
    key: PublicKey | None = None
    expected: bool = False

    def signed(self, terbitan: Terbitan, manifest: str) -> bool | None:
        """Whether a workbook is signed; None where nobody expects it to be."""
        if self.sign(terbitan.sidik, manifest):
            return True
        return False if self.expected else None

    def record(self, terbitan: Terbitan, manifest: str) -> None:
        """Write a workbook down in the register, where one is kept."""
        if self.history is None:
            return
        signature = Signature.read(self.sign(terbitan.sidik, manifest))
        kunci = "" if signature is None else signature.key.sidik
        issue = Issue.of(terbitan, manifest, kunci)
        History(self.history).record_issues([issue], self.key)


def issuing_after(
    received: WorkbookSnapshot,
    *,
    password_file: Path | None = None,
    history: Path | None = None,
    key: SigningKey | None = None,
) -> Issuing:
    """Return how a workbook is issued in the place of a received one.

    Without a key the received signature goes along where it still holds: where the fresh workbook
    is the very form that was signed. RefusedError for a key that was withdrawn.
    """
    if key is not None and history is not None:
        require_in_force(history, key.public)
    expected = bool(stored_signature(received)) or bool(history and keys_in_force(history))
    if key is not None:
        return Issuing(password_file, history, key.signature, key.public, expected)
    return Issuing(password_file, history, _kept(received), None, expected)


def _kept(received: WorkbookSnapshot) -> Signer:
    """Return what gives a form the signature that it came with, and any other form none."""
    before, signature = stored_terbitan(received), stored_signature(received)
    if isinstance(before, Finding) or not signature:
        return unsigned
    form = before.sidik, stored_manifest_digest(received)
    return lambda *fresh: signature if fresh == form else ""
