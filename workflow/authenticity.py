"""Authenticity: whose signature a form carries, by the keys that the regency is known by."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, Self

from iku.finding import Fact, Finding
from iku.layout.layout import IKU_SHEET
from workflow.history.keys import known_keys
from workflow.key_files import read_public_key
from workflow.signing import Signature

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from workflow.history.register import Issue


class Verdict(StrEnum):
    """What a form's signature says of it."""

    GENUINE = "asli"
    UNSIGNED = "tanpa_tanda_tangan"
    ALTERED = "tidak_cocok"
    OTHER_KEY = "kunci_lain"
    WITHDRAWN = "kunci_dicabut"


class Form(NamedTuple):
    """What was signed of a form, as it carries it: two digests and the signature's text."""

    sidik: str
    manifest: str
    signature: str


@dataclass(frozen=True)
class Keys:
    """The keys by which a regency's forms are known; none at all judges nothing.

    Both by fingerprint: ``trusted`` to how people compare it, ``withdrawn`` to since when (ISO
    8601). A key that was withdrawn counts no more, whoever names it.
    """

    trusted: dict[str, str] = field(default_factory=dict)
    withdrawn: dict[str, str] = field(default_factory=dict)

    @classmethod
    def known(cls, history: Path | None, trust: Iterable[Path] = ()) -> Self:
        """Return the keys of a history and of files named by hand; RefusedError for no key file."""
        kept = () if history is None else known_keys(history)
        withdrawn = {one.sidik: one.withdrawn_at for one in kept if one.withdrawn_at}
        named = [read_public_key(path) for path in trust]
        trusted = {one.sidik: one.shown for one in (*(one.public for one in kept), *named)}
        return cls({key: trusted[key] for key in trusted.keys() - withdrawn.keys()}, withdrawn)

    def __bool__(self) -> bool:
        """Whether anything can be judged."""
        return bool(self.trusted or self.withdrawn)

    def verdict(self, form: Form) -> Verdict:
        """Return what a form's signature says; RefusedError where it takes a missing library."""
        if not form.signature:
            return Verdict.UNSIGNED
        signature = Signature.read(form.signature)
        if signature is None:
            return Verdict.ALTERED
        key = signature.key.sidik
        if key not in self.trusted and key not in self.withdrawn:
            return Verdict.OTHER_KEY
        if not signature.holds(form.sidik, form.manifest):
            return Verdict.ALTERED
        return Verdict.GENUINE if key in self.trusted else Verdict.WITHDRAWN


def judged(form: Form, keys: Keys, issue: Issue | None) -> tuple[str, list[Finding]]:
    """Return what a form's signature says of it, empty where nothing can be said, and findings.

    ``issue`` is the register's entry of this very form, which vouches for what was issued before
    there was a key, or with one that was withdrawn since. A form whose list of locked cells is
    lost is told of elsewhere.
    """
    if not keys or not form.manifest:
        return "", []
    verdict = keys.verdict(form)
    if verdict is Verdict.WITHDRAWN and issue is not None:
        verdict = Verdict.GENUINE
    return str(verdict), _findings(verdict, form, keys, issue)


def _findings(verdict: Verdict, form: Form, keys: Keys, issue: Issue | None) -> list[Finding]:
    facts: dict[str, Fact] = {}
    signature = Signature.read(form.signature)
    if verdict is Verdict.GENUINE:
        return []
    if verdict is Verdict.UNSIGNED:
        code = _unsigned(issue)
    elif verdict is Verdict.ALTERED or signature is None:
        code = "KCI-026"
    elif verdict is Verdict.OTHER_KEY:
        code = "KCI-027"
        facts = {"kunci": signature.key.shown, "dikenal": sorted(keys.trusted.values()) or "-"}
    else:
        code = "KCI-028"
        since = keys.withdrawn[signature.key.sidik]
        facts = {"kunci": signature.key.shown, "tanggal": day(since)}
    return [Finding(code, facts, sheet=IKU_SHEET)]


def day(moment: str) -> str:
    """Return the day of a time in the history as it was on this computer's calendar.

    >>> day("2026-07-05T12:00:00+00:00")
    '05/07/2026'
    """
    return f"{datetime.fromisoformat(moment).astimezone():%d/%m/%Y}"


def _unsigned(issue: Issue | None) -> str:
    if issue is None:
        return "KCI-025"
    return "KCI-030" if issue.kunci else "KCI-029"
