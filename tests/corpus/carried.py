"""STR-101 and on: what `iku repair` and `iku upgrade` say of workbooks carried into a fresh one."""

from collections.abc import Callable, Iterator, Mapping

from iku.cells import ErrorValue, SheetSnapshot, StyleFacts, Value, WorkbookSnapshot
from iku.definition.load import parse_definition
from iku.layout.layout import Layout
from iku.terbitan import issue
from tests.carry import test_upgrade_of_entries as up
from tests.carry.books import shifted
from tests.carry.test_confirmations import note, with_note
from tests.checks.books import small, snapshot, typed
from tests.checks.damage import ENTRY
from tests.checks.test_rules import GOOD
from tests.corpus.case import CARRIED, DEFINITION, Case
from tests.corpus.written import written

OLD = (up.RATIO, up.SCORE, up.GRADE, up.YES)
TARGET = "        target: {TAHUN: 25}\n"
SHARED = "{kode: rt, nama: Jumlah RT, satuan: RT}"
DATE = "identitas.tanggal.TAHUN"
Change = Callable[[WorkbookSnapshot, SheetSnapshot, str], object]


def text_of(*indikator: str, **head: str) -> str:
    """A version of the definition as text."""
    given = {"versi": "1", "periode": "tahunan", "fitur": "", "bersama": "", "unit": "", **head}
    return up.HEAD.format(indikator="".join(indikator), **given)


def cases() -> Iterator[Case]:
    """Yield the case of every code."""
    yield from _repaired()
    yield from _upgraded()


def _case(code: str, seen: WorkbookSnapshot, definition: str = "", also: str = "") -> Case:
    files: dict[str, bytes | str] = {f"{CARRIED}/lama.xlsx": written(seen)}
    return Case(
        code,
        files | ({DEFINITION: definition} if definition else {}),
        frozenset(also.split()),
    )


def _repaired() -> Iterator[Case]:
    changes: dict[str, tuple[str, Change]] = {
        "STR-107": (ENTRY, lambda _, sheet, at: sheet.values.update({at: ErrorValue("#REF!")})),
        "STR-108": (ENTRY, lambda _, sheet, at: _format(sheet, at, "d-mmm")),
        "STR-109": (ENTRY, lambda _, sheet, at: _format(sheet, at, "0%")),
        "STR-110": (ENTRY, lambda seen, _, __: shifted(seen, "Isian", _row(ENTRY) + 1, -1)),
        "STR-112": (ENTRY, lambda _, sheet, __: sheet.values.update({"AD90": "catatan saya"})),
        "STR-113": (ENTRY, lambda seen, _, __: _extra_sheet(seen)),
        "STR-123": (ENTRY, _cut),
        "STR-124": (ENTRY, lambda _, sheet, at: sheet.formulas.update({at: "40+45"})),
        "STR-125": (DATE, _dated),
        "STR-126": (ENTRY, lambda seen, _, __: _overwritten(seen)),
    }
    for code, (name, change) in changes.items():
        seen = snapshot(small(), typed(GOOD))
        ref = small().entries[name].ref
        change(seen, seen.sheets[ref.sheet], ref.a1)
        yield _case(code, seen, also="STR-126" if code == "STR-110" else "")


def _row(name: str) -> int:
    return small().entries[name].ref.row


def _format(sheet: SheetSnapshot, at: str, code: str) -> None:
    sheet.styles[at] = StyleFacts(locked=False, number_format=code)


def _extra_sheet(seen: WorkbookSnapshot) -> None:
    seen.sheets["Hitungan"] = SheetSnapshot("Hitungan", values={"A1": 5.0, "B2": "x"})


def _cut(seen: WorkbookSnapshot, sheet: SheetSnapshot, at: str) -> None:
    sheet.values["AD90"] = sheet.values.pop(at)
    seen.names[ENTRY] = "Isian!$AD$90"


def _dated(_: WorkbookSnapshot, sheet: SheetSnapshot, at: str) -> None:
    sheet.values[at] = 43105.0
    _format(sheet, at, "d-mmm-yy")


def _overwritten(seen: WorkbookSnapshot) -> None:
    place = small().names["realisasi.A1.TAHUN"]
    del seen.sheets[place.sheet].formulas[place.a1]
    seen.sheets[place.sheet].values[place.a1] = 99.0


def _upgraded() -> Iterator[Case]:
    ratio, rest = up.RATIO, OLD[1:]
    twice = ratio.replace("kode: A1", "kode: A2")
    both = [one.replace(SHARED, "{kode: rt, dari: rt}") for one in (ratio, twice)]
    graded = up.GRADE.replace("{jenis: predikat}", "{jenis: predikat, skala: mutu_skm}")
    signed = {**up.TYPED, "identitas.camat.TAHUN": "SITI"}
    apart: dict[str, Value] = {"isian.A1.rt.TAHUN": 1.0, "isian.A2.rt.TAHUN": 2.0}
    texts: dict[str, tuple[str, tuple[str, ...], Mapping[str, Value], str]] = {
        "STR-101": (text_of(ratio, *OLD[2:]), OLD, up.TYPED, ""),
        "STR-102": (text_of(ratio.replace("penerima", "warga"), *rest), OLD, up.TYPED, "STR-122"),
        "STR-103": (text_of(*OLD, periode="triwulanan"), OLD, up.TYPED, ""),
        "STR-104": (text_of(ratio + TARGET, *rest), OLD, up.TYPED, ""),
        "STR-105": (
            text_of(ratio, up.SCORE.replace("satuan: nilai", "satuan: indeks"), *OLD[2:]),
            OLD,
            up.TYPED,
            "",
        ),
        "STR-106": (text_of(ratio, up.SCORE, graded, up.YES), OLD, up.TYPED, ""),
        "STR-111": (text_of(*both, bersama=SHARED), (ratio, twice), apart, ""),
        "STR-115": (text_of(*OLD, unit="tidak_berlaku: [B1]"), OLD, up.TYPED, ""),
        "STR-121": (
            text_of(ratio.replace("kode: A1", "kode: A9\n        setara_dengan: A1"), *rest),
            OLD,
            up.TYPED,
            "",
        ),
        "STR-122": (
            text_of(ratio.replace("RT penerima", "RT yang menerima"), *rest),
            OLD,
            up.TYPED,
            "",
        ),
        "STR-127": (text_of(*OLD, unit='penanda_tangan: {nama: "BUDI"}'), OLD, signed, ""),
    }
    for code, (fresh, old, values, also) in texts.items():
        yield _case(code, snapshot(_layout(text_of(*old)), values), fresh, also)
    noted = with_note(up.OLD, note(str(up.OLD.entries["isian.B1.nilai.TAHUN"].ref)))
    yield _case("STR-114", noted, text_of(ratio, *OLD[2:]), "STR-101")


def _layout(text: str) -> Layout:
    definition = parse_definition(text)
    return Layout(issue(definition, definition.unit[0]))
