"""Trial: what the product makes of damaged files; anything but an answer is a fault."""

import json
from collections.abc import Sequence
from pathlib import Path

from command_line.output import status_of
from iku.definition.load import DefinitionError
from iku.definition.model import Definition
from iku.finding import Finding
from iku.messages import explain
from iku.resources import template_path
from iku.terbitan import issue
from reporting.recap_text import recap_lines
from reporting.terminal import finding_lines, outcome_lines
from tests.hostile.mutants import Mutant
from tests.hostile.seeds import DATA, sound
from tests.workbooks import EVERY_KIND
from workflow.build import workbook_bytes
from workflow.consolidate import consolidate_all
from workflow.definition_source import read_definition
from workflow.executors import HERE
from workflow.findings_report import report_writer
from workflow.kamus import check_definition, kamus_bytes
from workflow.mark import annotated
from workflow.read import read_workbook
from workflow.refusal import RefusedError
from workflow.repetition import Asked
from workflow.validate import Validation, validate

_NAME = "kiriman"
_DEFINITIONS = (template_path("kota_jambi_2017.yaml"), DATA / f"{EVERY_KIND}.yaml")
_SOUND = "utuh.xlsx"  # what lies between the damaged files, and must count all the same
_NOW_AND_THEN = 12  # what takes long is done with one of so many


def tried(one: Mutant, folder: Path) -> str:
    """Do with a file what people do with it, and return in a word what came of it.

    What is written goes below ``folder``. Any exception, and a changed file, is a fault.
    """
    received = folder / f"{_NAME}{one.seed.ending}"
    received.write_bytes(one.data)
    try:
        if one.seed.kind in {"definition", "kamus"}:
            return _defined(received, folder, thorough=one.number % _NOW_AND_THEN == 0)
        if one.number % 4 == 0:
            _read(received)
        return _checked(received, folder, thorough=one.number % _NOW_AND_THEN == 0)
    finally:
        if received.read_bytes() != one.data:
            message = "the received file was changed"
            raise AssertionError(message)


def _checked(received: Path, folder: Path, *, thorough: bool) -> str:
    result = validate([received])
    json.dumps(result.as_json(), ensure_ascii=False, allow_nan=False).encode("utf-8")
    "\n".join(outcome_lines(result.outcome)).encode("utf-8")
    if thorough:
        _reported(result, received, folder)
    return result.files[0].status if len(result.files) == 1 else "several"


def _read(received: Path) -> None:
    try:
        json.dumps(read_workbook(received), allow_nan=False)
    except RefusedError as error:
        str(error).encode("utf-8")


def _reported(result: Validation, received: Path, folder: Path) -> None:
    for ending in ("xlsx", "html", "json"):
        report_writer(folder / f"laporan.{ending}")(result)
    for one in result.files:
        if one.submission is not None:
            annotated(one.data or received.read_bytes(), one)


def _defined(received: Path, folder: Path, *, thorough: bool) -> str:
    findings = tuple(explain(one, "en") for one in check_definition(received))
    json.dumps([one.as_json() for one in findings], ensure_ascii=False).encode("utf-8")
    _spoken(findings)
    try:
        loaded = read_definition(received)
    except DefinitionError as error:
        _spoken(error.findings)
        return "refused"
    if thorough:
        _built(loaded, folder)
    return f"status {status_of(findings)}"


def _spoken(findings: Sequence[Finding]) -> None:
    told = [explain(one) for one in findings]
    "\n".join(finding_lines(told, "id")).encode("utf-8")


def _built(loaded: Definition, folder: Path) -> None:
    try:
        (folder / "Kamus.xlsx").write_bytes(kamus_bytes(loaded))
        for unit in loaded.unit[:1]:
            data, _ = workbook_bytes(issue(loaded, unit))
            (folder / "buku.xlsx").write_bytes(data)
    except (DefinitionError, RefusedError) as error:
        str(error).encode("utf-8")


def consolidated(some: Sequence[Mutant], folder: Path) -> str:
    """Consolidate damaged files together, with every output; they must not hurt one another.

    A sound file of a kecamatan that none of them is from lies among them, and is accepted.
    """
    inbox, out = folder / "masuk", folder / "hasil"
    inbox.mkdir()
    for one in some:
        (inbox / f"{one.number}{one.seed.ending}").write_bytes(one.data)
    definition = _DEFINITIONS[some[0].number // len(some) % len(_DEFINITIONS)]
    (inbox / _SOUND).write_bytes(sound())
    asked = Asked(
        (inbox,),
        out / "rekap.xlsx",
        definition,
        html=out / "rekap.html",
        csv=out / "csv",
        notes=out / "catatan",
    )
    report, _ = consolidate_all(asked, "", HERE)
    json.dumps(report.as_json(), ensure_ascii=False, allow_nan=False).encode("utf-8")
    "\n".join(recap_lines(report, "id")).encode("utf-8")
    accepted = {Path(one.path).name for one in report.accepted}
    if (_SOUND in accepted) != (definition == _DEFINITIONS[0]):
        message = f"the sound file among them: {report.fates}"
        raise AssertionError(message)
    return f"{len(accepted)} accepted"
