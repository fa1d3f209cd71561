"""KCI-025 to KCI-030: what the keys by which a regency is known tell of a form."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from iku.terbitan import fingerprint
from tests.checks.books import manifest, small, snapshot, typed
from tests.checks.test_rules import GOOD
from tests.corpus.case import KEY, REGISTER, Case
from tests.corpus.forms import NAME, sound
from tests.corpus.written import written
from tests.signing.keys import key, public_text, sign
from workflow.history import History, Issue, trust_key, withdraw_key

OURS, THEIRS = key("kabupaten"), key("orang lain")


def cases() -> Iterator[Case]:
    """Yield the case of every code."""
    of = small()
    sidik, digest = of.terbitan.sidik, fingerprint(manifest(of).canonical())
    public = public_text(OURS)
    other = OURS.signature("f" * 64, digest)
    yield Case("KCI-025", {NAME: sound(), KEY: public})
    yield Case("KCI-026", {NAME: _signed(other), KEY: public})
    yield Case("KCI-027", {NAME: _signed(THEIRS.signature(sidik, digest)), KEY: public})
    own = Issue.of(of.terbitan, digest)
    elsewhere = own._replace(sidik="f" * 64, unit="99.03.09")
    gone = _register(elsewhere, withdrawn=True)
    signed = _signed(OURS.signature(sidik, digest))
    yield Case("KCI-028", {NAME: signed, REGISTER: gone}, frozenset({"KCI-014"}))
    yield Case("KCI-029", {NAME: sound(), REGISTER: _register(own)})
    with_key = own._replace(kunci=OURS.public.sidik)
    yield Case("KCI-030", {NAME: sound(), REGISTER: _register(with_key)})


def _signed(signature: str) -> bytes:
    return written(sign(snapshot(small(), typed(GOOD)), signature))


def _register(issue: Issue, *, withdrawn: bool = False) -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder, REGISTER)
        History(path).record_issues([issue])
        trust_key(path, OURS.public)
        if withdrawn:
            withdraw_key(path, OURS.public)
        return path.read_bytes()
