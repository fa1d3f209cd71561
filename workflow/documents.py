"""Documents: a definition or a month's returned workbooks → official papers as Word files."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from iku.consolidation.regency_report import RegencyReport
from iku.definition.model import Definition, Unit
from iku.documents.blocks import Paper
from iku.documents.catalogue import KINDS, Kind
from iku.documents.material import Material
from reporting.documents import TemplateError, default_template, filled
from workbook_builder import save_whole
from workflow.consolidate import consolidated
from workflow.definition_source import TEXT, read_definition
from workflow.evidence_files import found_evidence
from workflow.naming import plain_name
from workflow.pdf import print_to_pdf
from workflow.refusal import RefusedError, keep_received
from workflow.repetition import Asked

ALL = "semua"


@dataclass(frozen=True)
class Ordered:
    """Which papers are wanted: kinds by name, of which units (none: all), in which template."""

    kinds: tuple[str, ...]
    units: tuple[str, ...] = ()
    template: Path | None = None
    pdf: bool = False


@dataclass(frozen=True)
class Written:
    """One paper as it was written."""

    kind: str
    unit: str
    path: Path

    def as_json(self) -> dict[str, str]:
        """Return its public form."""
        return {"kind": self.kind, "unit": self.unit, "path": str(self.path)}


def make_documents(ordered: Ordered, asked: Asked, into: Path) -> list[Written]:
    """Write the papers; ``asked`` names definition or workbooks as `consolidate` takes them.

    A path that is a definition (YAML) is enough for papers of before the year. Nothing is written
    unless everything can be: RefusedError and TemplateError (every faulty field with its place)
    come before the first file.
    """
    kinds = [KINDS[name] for name in ordered.kinds]
    material = material_of(kinds, asked)
    template = None if ordered.template is None else _template(ordered.template, kinds)
    papers = [(kind, paper) for kind in kinds for paper in papers_of(kind, material, ordered.units)]
    if not papers:
        raise RefusedError(_nothing(kinds, material.report))
    files = [
        (kind, paper, into / f"{paper.stem}.docx", _document(kind, paper, material, template))
        for kind, paper in papers
    ]
    for _, _, path, _ in files:
        keep_received(path, (*asked.paths, *((ordered.template,) if ordered.template else ())))
    for _, _, path, data in files:
        save_whole(data, path)
    if ordered.pdf:
        print_to_pdf([path for _, _, path, _ in files], into)
    return [Written(kind.name, str(paper.fields["unit"]), path) for kind, paper, path, _ in files]


def template_of(kind: str, path: Path, asked: Asked) -> Path:
    """Write the template of a kind as it comes with the product, to be edited in Word.

    Its paper is that of the definition, where one is named. RefusedError where a file stands
    there already.
    """
    if kind == ALL:
        raise RefusedError("sebutkan satu jenis dokumen yang templatnya diambil")
    target = path if path.suffix.lower() == ".docx" else path / f"templat_{kind}.docx"
    if target.exists():
        message = f"{target}: sudah ada dan tidak ditimpa; pilih nama lain"
        raise RefusedError(message)
    definition = _definition_among(asked)
    kertas = "A4" if definition is None else definition.pengaturan.kertas
    save_whole(default_template(kind, kertas), target)
    return target


def material_of(kinds: Iterable[Kind], asked: Asked) -> Material:
    """Return what papers are made from; RefusedError where workbooks are needed and not given."""
    definition = _definition_among(asked)
    workbooks = tuple(path for path in asked.paths if path.suffix.lower() not in TEXT)
    if not any(kind.figures for kind in kinds) and definition is not None:
        return Material(definition)
    if not workbooks:
        raise RefusedError(
            "dokumen ini memuat angka, jadi sebutkan buku kerja yang sudah diisi atau foldernya"
        )
    report = consolidated(asked, "").report
    return Material(report.definition, report, found_evidence(report, workbooks))


def papers_of(kind: Kind, material: Material, units: tuple[str, ...]) -> Iterator[Paper]:
    """Yield the papers of a kind: one for each unit, for the regency, or both.

    Where units are chosen, only theirs.
    """
    definition = material.definition
    if "unit" in kind.scopes:
        for unit in _units(material):
            if (not units or unit.kode in units) and kind.wanted(material, unit):
                yield _paper(kind, material, unit, f"{unit.kode}_{unit.nama}")
    if "kabupaten" in kind.scopes and not units:
        yield _paper(kind, material, None, definition.kabupaten.nama)


def _units(material: Material) -> tuple[Unit, ...]:
    if material.report is None:
        return material.definition.unit
    # Who has not reported has no figures to print: the recap's Kelengkapan says who that is.
    return tuple(one.unit for one in material.report.standings if one.results is not None)


def _paper(kind: Kind, material: Material, unit: Unit | None, whose: str) -> Paper:
    when = str(material.definition.tahun)
    if kind.figures and material.figures.period != "TAHUN":
        when = f"{when}_{material.figures.period}"
    stem = plain_name(f"{kind.stem}_{when}_{whose}")
    return Paper(kind.name, stem, kind.make(material, unit))


def _document(kind: Kind, paper: Paper, material: Material, template: bytes | None) -> bytes:
    used = template or default_template(kind.name, material.definition.pengaturan.kertas)
    return filled(used, paper.fields, kind.required)


def _nothing(kinds: list[Kind], report: RegencyReport | None) -> str:
    titles = ", ".join(kind.title for kind in kinds)
    if report is not None and not any(one.candidate.sha256 for one in report.fates):
        return (
            f"tidak ada yang dapat dibuat ({titles}): tidak ada satu pun buku kerja di tempat yang "
            "disebut; periksa nama foldernya"
        )
    if report is not None and not report.accepted:
        return (
            f"tidak ada yang dapat dibuat ({titles}): tidak satu pun berkas diterima; periksa "
            "berkas-berkas itu dengan iku validate"
        )
    return (
        f"tidak ada yang dapat dibuat ({titles}): tidak ada unit yang cocok; periksa kode pada "
        "--unit, dan untuk dokumen perubahan apakah definisinya memuat PK perubahan"
    )


def _template(path: Path, kinds: list[Kind]) -> bytes:
    if len(kinds) != 1:
        raise RefusedError("templat sendiri berlaku untuk satu jenis dokumen; sebutkan jenisnya")
    try:
        return path.read_bytes()
    except OSError as error:
        message = f"{path}: templat tidak dapat dibaca; periksa nama dan foldernya"
        raise RefusedError(message) from error


def _definition_among(asked: Asked) -> Definition | None:
    """Return the definition that is named, or that is one of the paths."""
    if asked.definition is not None:
        return read_definition(asked.definition)
    texts = [path for path in asked.paths if path.suffix.lower() in TEXT]
    return read_definition(texts[0]) if texts else None


__all__ = ["ALL", "Ordered", "TemplateError", "Written", "make_documents", "template_of"]
