"""docs/menulis_definisi.md: every definition on the page loads, checks and gives what it says."""

import re
import shlex
from pathlib import Path
from typing import NamedTuple, get_args

import pytest

from command_line.main import run
from iku.calculation.figure import half_up
from iku.calculation.results import Results
from iku.cells import Value
from iku.definition.lint import lint
from iku.definition.load import DefinitionError, parse_definition
from iku.definition.model import (
    Definition,
    Indikator,
    Komponen,
    Nilai,
    Pengaturan,
    PengaturanCapaian,
)
from iku.finding import Severity
from iku.katalog import katalog
from iku.messages import explain
from iku.report import Report
from iku.terbitan import issue
from workflow.definition_source import read_definition

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "menulis_definisi.md").read_text(encoding="utf-8")
YAML = re.compile(r"^```yaml\n(.*?)^```", re.MULTILINE | re.DOTALL)
BLOCK = re.compile(r"^```yaml\n(.*?)^```\n+(Isian: [^\n]*)?", re.MULTILINE | re.DOTALL)
SAYS = re.compile(r"Isian: (?P<isian>.*)\. Realisasi (?P<r>.*); capaian (?P<c>.*)\.")
HEAD = """\
kode: HALAMAN
versi: 1
tahun: 2026
kabupaten: {kode: "99.01", nama: Kabupaten Contoh}
unit: [{kode: 99.01.01, nama: Contoh}]
sasaran:
  - nama: Contoh
    indikator:
"""


class Example(NamedTuple):
    text: str
    says: str

    def definition(self) -> Definition:
        if self.text.startswith("skema:"):
            return parse_definition(self.text)
        return parse_definition(HEAD + "".join(f"      {line}\n" for line in self.text.split("\n")))


EXAMPLES = [Example(text, says) for text, says in BLOCK.findall(PAGE)]
WORKED = [one for one in EXAMPLES if one.says]


def entry(text: str, kode: str) -> tuple[str, Value]:
    """``rt.TW1 60`` or ``nilai Ya`` as an entry; without a code it is the only indicator's."""
    name, value = text.split(" ")
    parts = name.split(".") if "." in name else [kode, name, "TAHUN"]
    return "isian." + ".".join(parts), value if value.isalpha() else float(value)


def shown(value: str) -> int:
    return len(value.partition(",")[2])


def test_the_page_has_an_example_of_every_kind() -> None:
    kinds = {one.nilai.jenis for example in EXAMPLES for one in example.definition().indikator}
    assert kinds == set(get_args(Nilai.model_fields["jenis"].annotation))
    assert (len(EXAMPLES), len(WORKED)) == (20, 17)


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_loads_and_the_check_finds_nothing_wrong(example: Example) -> None:
    told = [explain(one) for one in lint(example.definition())]
    assert [one.code for one in told if one.severity is Severity.ERROR] == []


@pytest.mark.parametrize("example", WORKED, ids=lambda one: one.text[8:12].strip())
def test_an_example_gives_what_the_page_says(example: Example) -> None:
    definition = example.definition()
    said = SAYS.fullmatch(example.says)
    assert said is not None
    kode, period = definition.indikator[0].kode, "TAHUN"
    realisasi = said["r"].split(" ")[-1]
    if " " in said["r"]:
        kode, period = said["r"].split(" ")[0].split(".")
    entries: dict[str, Value] = dict(entry(text, kode) for text in said["isian"].split(", "))
    report = Report(
        issue(definition, definition.unit[0]), {"identitas.periode_lapor": period, **entries}
    )
    result = Results(report).result(kode, period)
    # The unit's own target of the year stands beside the quarter's.
    figures = [(result.realisasi, realisasi), (result.capaian, said["c"])]
    assert [f"{half_up(one.number, shown(like)):.{shown(like)}f}" for one, like in figures] == [
        like.replace(",", ".") for _, like in figures
    ]


def test_the_command_on_the_page_makes_the_kamus_it_promises(tmp_path: Path) -> None:
    (command,) = re.findall(r"^ *iku definition new (-o .*)$", PAGE, re.MULTILINE)
    arguments = shlex.split(command.replace("Kamus.xlsx", str(tmp_path / "Kamus.xlsx")))
    with pytest.raises(SystemExit) as left:
        run(["definition", "new", *arguments])
    assert left.value.code == 0
    made = read_definition(tmp_path / "Kamus.xlsx")
    assert [one.kode for one in made.indikator] == ["K01", "K05", "K10", "K30"]
    assert f"menampilkan {len(katalog().entri)} indikator" in PAGE


def test_the_english_page_has_the_same_examples_with_the_same_results() -> None:
    english = DOCS.joinpath("en", "menulis_definisi.md").read_text(encoding="utf-8")
    told = re.findall(r"^Entries: .*", english, re.MULTILINE)

    assert [one.text for one in EXAMPLES] == YAML.findall(english)
    assert told == [
        re.sub(r"(\d),(\d)", r"\1.\2", one.says.replace("Isian:", "Entries:")) for one in WORKED
    ]


def choices(model: type, key: str) -> list[str]:
    annotation = getattr(model, "model_fields")[key].annotation  # noqa: B009  pydantic's own
    return [str(one) for one in get_args(annotation)]


@pytest.mark.parametrize(
    ("row", "model", "key"),
    [
        ("`jenis` (indikator)", Indikator, "jenis"),
        ("`nilai.jenis`", Nilai, "jenis"),
        ("`sifat` (komponen)", Komponen, "sifat"),
        ("`cara_isi` (komponen)", Komponen, "cara_isi"),
        ("`triwulan`", Indikator, "triwulan"),
        ("`agregasi`", Indikator, "agregasi"),
        ("`pengisi`", Indikator, "pengisi"),
        ("`bila_nihil`", Indikator, "bila_nihil"),
        ("`pengaturan.periode`", Pengaturan, "periode"),
        ("`pengaturan.capaian.rumus_minimasi`", PengaturanCapaian, "rumus_minimasi"),
        ("`pengaturan.capaian.target_nol`", PengaturanCapaian, "target_nol"),
        ("`pengaturan.capaian.rata_rata`", PengaturanCapaian, "rata_rata"),
    ],
)
def test_the_table_of_choices_is_that_of_the_model(row: str, model: type, key: str) -> None:
    (line,) = (line for line in PAGE.splitlines() if line.startswith(f"| {row} |"))
    assert re.findall(r"`([\w]+)`", line.split("|")[2]) == choices(model, key)


@pytest.mark.parametrize("wrong", ["target: {2026: 0,90}", "nilai: {rumus: a/b, c/d}"])
def test_the_mistakes_named_on_the_page_are_mistakes(wrong: str) -> None:
    assert wrong in PAGE
    text = "- {kode: X, nama: X, satuan: x, polaritas: maksimasi, " + wrong + "}"
    with pytest.raises(DefinitionError):
        Example(text, "").definition()
