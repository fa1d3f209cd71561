"""Every verb that writes, with what it needs, so that all of them can meet the same bad luck."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from tests.history.sample import UNITS, inbox, workbook

Arguments: TypeAlias = Callable[["Desk", Path], list[object]]


@dataclass(frozen=True)
class Desk:
    """What lies on a desk before work begins: a definition, forms, an inbox and a history."""

    folder: Path

    @property
    def definition(self) -> Path:
        return self.folder / "definisi.yaml"

    @property
    def form(self) -> Path:
        return self.folder / "terisi.xlsx"

    @property
    def received(self) -> Path:
        return self.folder / "kiriman"

    @property
    def history(self) -> Path:
        return self.folder / "riwayat.sqlite"

    @property
    def kamus(self) -> Path:
        return self.folder / "Kamus.xlsx"


def laid_out(folder: Path) -> Desk:
    """Put everything on a desk but the history and the Kamus, which verbs must write first."""
    inbox(folder)
    (folder / "terisi.xlsx").write_bytes(workbook(UNITS[0], 3.0))
    (folder / "nilai.json").write_text("{}", encoding="utf-8")
    return Desk(folder)


FIRST: tuple[Arguments, ...] = (
    lambda desk, _: ["definition", "export", desk.definition, "-o", desk.kamus],
    lambda desk, out: _consolidate(desk, out / "awal.xlsx", history=True),
)
"""The verbs that fill the desk."""


def _consolidate(desk: Desk, recap: Path, *extra: object, history: bool = False) -> list[object]:
    kept = ["--history", desk.history] if history else []
    return [
        "consolidate",
        desk.received,
        "-o",
        recap,
        "--definition",
        desk.definition,
        *kept,
        *extra,
    ]


def _validate(ending: str) -> Arguments:
    return lambda desk, out: ["validate", desk.received, "--report", out / f"hasil.{ending}"]


def _new(name: str) -> Arguments:
    who = ["--kabupaten", "Kota Uji", "--kode-kabupaten", "99.01", "--tahun", "2026"]
    return lambda _, out: ["definition", "new", "-o", out / name, "--indikator", "K01", *who]


VERBS: dict[str, Arguments] = {
    "build": lambda desk, out: ["build", desk.definition, "-o", out],
    "build --history": lambda desk, out: [
        *("build", desk.definition, "-o", out, "--history", out / "r.sqlite")
    ],
    "fill": lambda desk, out: ["fill", desk.form, desk.folder / "nilai.json", "-o", out / "a.xlsx"],
    "validate --report .xlsx": _validate("xlsx"),
    "validate --report .html": _validate("html"),
    "validate --report .txt": _validate("txt"),
    "validate --report .json": _validate("json"),
    "validate --mark": lambda desk, out: ["validate", desk.received, "--mark", out],
    "consolidate": lambda desk, out: _consolidate(desk, out / "rekap.xlsx"),
    "consolidate --history": lambda desk, out: [
        *_consolidate(desk, out / "rekap.xlsx", "--history", out / "r.sqlite")
    ],
    "consolidate --html": lambda desk, out: _consolidate(
        desk, out / "r.xlsx", "--html", out / "r.html"
    ),
    "consolidate --csv": lambda desk, out: _consolidate(desk, out / "r.xlsx", "--csv", out / "csv"),
    "consolidate --parquet": lambda desk, out: _consolidate(
        desk, out / "r.xlsx", "--parquet", out / "p"
    ),
    "consolidate --notes": lambda desk, out: _consolidate(
        desk, out / "r.xlsx", "--notes", out / "n"
    ),
    "consolidate --verification-form": lambda desk, out: _consolidate(
        desk, out / "r.xlsx", "--verification-form", out / "verifikasi.xlsx"
    ),
    "close": lambda desk, out: ["close", "TAHUN", "--history", desk.history, "-o", out],
    "documents": lambda desk, out: ["documents", "sk", desk.definition, "-o", out],
    "documents --ambil-templat": lambda desk, out: [
        *("documents", "sk", desk.definition, "--ambil-templat", "-o", out / "sk.docx")
    ],
    "repair": lambda desk, out: ["repair", desk.form, "-o", out / "pulih.xlsx"],
    "upgrade": lambda desk, out: [
        "upgrade",
        desk.form,
        "--to",
        desk.definition,
        "-o",
        out / "b.xlsx",
    ],
    "definition export": lambda desk, out: [
        "definition",
        "export",
        desk.definition,
        "-o",
        out / "K.xlsx",
    ],
    "definition import": lambda desk, out: [
        "definition",
        "import",
        desk.kamus,
        "-o",
        out / "d.yaml",
    ],
    "definition new .yaml": _new("baru.yaml"),
    "definition new .xlsx": _new("baru.xlsx"),
    "key new": lambda _, out: ["key", "new", "-o", out / "kunci.pem"],
    "addin build": lambda _, out: ["addin", "build", "-o", out],
    "demo": lambda _, out: ["demo", "-o", out],
}
