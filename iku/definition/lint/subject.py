"""Subject: one indicator as a rule sees it, with its place and its surroundings."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from iku.definition.lint.arithmetic import Share, shares
from iku.definition.lint.key_paths import speaks_of
from iku.definition.lint.ratio_text import RatioText, ratio_in
from iku.definition.load import spoken
from iku.definition.model import Definition, Indikator, Komponen, Sasaran
from iku.definition.yaml_source import Path
from iku.finding import Fact, Finding
from iku.formula.parser import parse


@dataclass(frozen=True)
class Subject:
    """An indicator, the sasaran it serves, and the definition around both."""

    definition: Definition
    sasaran: Sasaran
    indikator: Indikator
    where: Path

    def finding(self, code: str, key: str, **facts: Fact) -> Finding:
        """Return a finding about one key of this indicator."""
        base: dict[str, Fact] = {
            "kunci": spoken((*self.where, *key.split("."))),
            "nama": self.indikator.nama,
        }
        return Finding(code, facts=base | _on_one_line(facts), indicator=self.indikator.kode)

    def is_explained(self, key: str) -> bool:
        """Whether catatan_sumber already says something about a key of this indicator."""
        here = (*self.where, key)
        return any(speaks_of(note.kunci, here) for note in self.definition.catatan_sumber)

    @cached_property
    def ratio(self) -> RatioText | None:
        """What the printed rumus divides by what, where it divides."""
        return ratio_in(self.indikator.rumus)

    @cached_property
    def shares(self) -> tuple[Share, ...]:
        """What the computed rumus divides by what; nothing for values entered directly."""
        nilai = self.indikator.nilai
        return shares(parse(nilai.rumus)) if nilai.jenis == "rumus" and nilai.rumus else ()

    @property
    def averaged(self) -> tuple[Share, ...]:
        """The shares that the computed rumus takes the mean of."""
        return tuple(share for share in self.shares if share.averaged)

    def names(self, codes: tuple[str, ...]) -> str:
        """Return components as people read them: ``Jumlah RT, Jumlah lokasi``."""
        return ", ".join(self.part(code).nama or code.replace("_", " ") for code in codes)

    def units(self, codes: tuple[str, ...]) -> dict[str, str]:
        """Return the known satuan of components as written, by their form in lower case."""
        written = [self.part(code).satuan for code in codes]
        return {satuan.lower(): satuan for satuan in written if satuan}

    def part(self, code: str) -> Komponen:
        """Return a component, the shared figure in its place where it borrows one."""
        part = next(part for part in self.indikator.komponen if part.kode == code)
        shared = {one.kode: one for one in self.definition.data_bersama}
        return shared[part.dari] if part.dari is not None else part


def _on_one_line(facts: dict[str, Fact]) -> dict[str, Fact]:
    """Return facts whose texts fit into a sentence, printed line breaks and all."""
    return {
        key: " ".join(fact.split()) if isinstance(fact, str) else fact
        for key, fact in facts.items()
    }


def subjects(definition: Definition) -> Iterator[Subject]:
    """Yield every indicator of a definition with its place, in printed order."""
    for s, sasaran in enumerate(definition.sasaran):
        for i, indikator in enumerate(sasaran.indikator):
            yield Subject(definition, sasaran, indikator, ("sasaran", s, "indikator", i))
