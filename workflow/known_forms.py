"""Known forms: received files against what a regency knows of its own forms, file by file."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Self

from iku.consolidation.candidate import Candidate
from iku.messages import Language, explain
from workflow.authenticity import Form, Keys, judged
from workflow.history.register import History, Issue
from workflow.registered import issue_findings, issue_of
from workflow.repetition import Asked


@dataclass(frozen=True)
class KnownForms:
    """Keys, and what was issued: by the definition's code, then by the unit's."""

    keys: Keys
    issued: Mapping[str, Mapping[str, tuple[Issue, ...]]]
    language: Language

    @classmethod
    def of(cls, asked: Asked, codes: Iterable[str]) -> Self:
        """Return what is known of the forms of definitions with these codes.

        RefusedError for a key file that is none.
        """
        issued: dict[str, Mapping[str, tuple[Issue, ...]]] = {}
        if asked.history is not None:
            register = History(asked.history)
            issued = {kode: found for kode in codes if (found := register.issued(kode))}
        return cls(Keys.known(asked.history, asked.trust), issued, asked.language)

    def compared(self, received: Sequence[Candidate], templat: str) -> Sequence[Candidate]:
        """Return the files with what register and keys say of each; as they are without both.

        What a signature says is worked out anew by every run: the record of a file keeps only the
        signature, and keys come and go.
        """
        issued = self.issued.get(templat, {})
        if not issued and not self.keys:
            return received
        return [self._compared(one, issued) for one in received]

    def _compared(self, candidate: Candidate, issued: Mapping[str, tuple[Issue, ...]]) -> Candidate:
        returned = candidate.returned
        if returned is None:
            return candidate
        terbitan = returned.report.terbitan
        issues = issued.get(terbitan.unit.kode, ())
        form = Form(terbitan.sidik, candidate.manifest, candidate.signature)
        verdict, found = judged(form, self.keys, issue_of(form, issues))
        if issued:
            found += issue_findings(terbitan, candidate.manifest, issues)
        told = (explain(one.at(candidate.path), self.language) for one in found)
        return replace(candidate, findings=(*candidate.findings, *told), authenticity=verdict)
