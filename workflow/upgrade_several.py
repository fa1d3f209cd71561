"""Upgrade of several: the workbooks of files, folders and e-mails → a folder of fresh ones."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from iku.carry.salvage import trusted_terbitan
from iku.definition.model import Definition
from iku.finding import Finding, Severity
from iku.messages import Language, explain
from workbook_reader.folder import Received, read_received, received_files
from workflow.definition_source import read_definition
from workflow.fresh_form import Repaired, listing_beside, write_fresh
from workflow.issuing import issuing_after
from workflow.naming import workbook_file_name
from workflow.refusal import FileRefusedError, RefusedError, refusal_in
from workflow.signing import SigningKey
from workflow.upgrade import terbitan_after, whole


@dataclass(frozen=True)
class Upgraded:
    """What became of one received file: its fresh form, or ``reason`` why it has none.

    ``passed_over`` is a file that nobody expects to be a form, such as a lock file.
    """

    path: str
    done: Repaired | None = None
    reason: str = ""
    passed_over: bool = False

    @property
    def status(self) -> str:
        """``ok``, ``left`` where entries stayed behind, ``refused``, or ``ignored``."""
        if self.done is None:
            return "ignored" if self.passed_over else "refused"
        return "left" if self.done.left else "ok"

    def as_json(self) -> dict[str, Any]:
        """Return one file as ``iku upgrade --json`` gives it for several workbooks."""
        result = None if self.done is None else self.done.as_json()
        return {"path": self.path, "status": self.status, "reason": self.reason, "result": result}


def holds_several(paths: Sequence[Path], into: Path) -> bool:
    """Whether fresh forms go to a folder ``into``, for there may be several of them.

    So it is with several paths, a folder, an archive or an e-mail, and where ``into`` is a folder.
    """
    if len(paths) != 1 or paths[0].is_dir() or into.is_dir():
        return True
    if not paths[0].exists():  # a folder whose name was mistyped
        return into.suffix.lower() != ".xlsx"
    return next(received_files(paths)).path.startswith(f"{paths[0]}/")


def upgrade_several(  # noqa: PLR0913  the same choices as for one workbook
    paths: Sequence[Path],
    to: Path,
    into: Path,
    *,
    password_file: Path | None = None,
    history: Path | None = None,
    key: SigningKey | None = None,
    language: Language = "id",
) -> Iterator[Upgraded]:
    """Yield what becomes of each file, as soon as its fresh form stands in the folder ``into``.

    Forms are named as `workflow.build` names them. Nothing is ever written over: neither a received
    file nor a result that is there. A file that cannot be upgraded is told and stops no other; of
    several files of one unit none is taken, for nobody said which counts.

    RefusedError where ``into`` is no folder for results, and DefinitionError for a definition with
    faults, before anything is written.
    """
    _refuse_place(into, paths)
    desk = _Desk(
        read_definition(to), into, _by_unit(received_files(paths)), password_file, history, key
    )
    return (desk.upgraded(one, language) for one in received_files(paths))


def _refuse_place(into: Path, paths: Iterable[Path]) -> None:
    """Keep results apart from what was received: the next time they would be taken for it."""
    if into.suffix.lower() == ".xlsx" or into.is_file():
        message = (
            f"{into}: hasil beberapa buku kerja ditulis ke sebuah folder; sebutkan nama folder "
            "dengan -o, misalnya -o formulir_versi_2"
        )
        raise RefusedError(message)
    for path in paths:
        if path.is_dir() and into.resolve().is_relative_to(path.resolve()):
            message = f"{into}: folder ini di dalam folder yang diterima; pilih tempat lain"
            raise RefusedError(message)


def _by_unit(received: Iterable[Received]) -> dict[str, list[str]]:
    """Return the files of each unit by its code; those that cannot be read are in none."""
    found = defaultdict[str, list[str]](list)
    for one in received:
        snapshot = read_received(one)
        if not isinstance(snapshot, Finding):
            stored = trusted_terbitan(snapshot)
            if not isinstance(stored, Finding):
                found[stored.unit.kode].append(one.path)
    return found


@dataclass(frozen=True)
class _Desk:
    """What all files of one run share."""

    definition: Definition
    into: Path
    by_unit: Mapping[str, list[str]]
    password_file: Path | None
    history: Path | None
    key: SigningKey | None

    def upgraded(self, received: Received, language: Language) -> Upgraded:
        """Write the fresh form of one file, or say why there is none."""
        try:
            return Upgraded(received.path, self._written(received, language))
        except FileRefusedError as error:
            passed_over = error.finding.severity is Severity.INFO
            return Upgraded(received.path, reason=str(error), passed_over=passed_over)
        except RefusedError as error:
            return Upgraded(received.path, reason=refusal_in(str(error), language))

    def _written(self, received: Received, language: Language) -> Repaired:
        snapshot = read_received(received)
        if isinstance(snapshot, Finding):
            raise FileRefusedError(explain(snapshot.at(received.path), language))
        path = Path(received.path)
        source = whole(snapshot, language)
        self._refuse_rivals(received.path, source.submission.report.terbitan.unit.kode)
        terbitan = terbitan_after(source, self.definition, None, path)
        target = self.into / workbook_file_name(terbitan)
        for place in (target, listing_beside(target)):
            if place.exists():
                message = f"{place}: sudah ada dan tidak ditimpa; pilih folder lain dengan -o"
                raise RefusedError(message)
        issuing = issuing_after(
            snapshot, password_file=self.password_file, history=self.history, key=self.key
        )
        return write_fresh(source, terbitan, target, issuing, language)

    def _refuse_rivals(self, path: str, kode: str) -> None:
        others = [one for one in self.by_unit.get(kode, ()) if one != path]
        if others:
            message = (
                f"unit {kode} juga ada di {', '.join(others)}; sisakan satu berkas saja untuk unit "
                "ini, yaitu yang berlaku"
            )
            raise RefusedError(message)
