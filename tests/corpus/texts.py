"""DEF and AUD: definitions and reports as text, each with one weakness."""

from collections.abc import Iterator
from typing import Any

from iku.resources import template_path
from tests.audit import reports
from tests.audit import test_rules as audits
from tests.audit.lkjip import faulty
from tests.corpus.case import DEFINITION, Case
from tests.corpus.forms import sound
from tests.definition import test_lint_rules as lint
from tests.definition.sample import CLEAN, changed
from tests.definition.weaknesses import (
    FIRST_GOAL,
    RISING,
    STANDING,
    TARGET,
    quarterly,
    started_at,
    typed_percentage,
    villages,
    weighted,
    with_money,
)

REPORT = "laporan.txt"


def definitions() -> Iterator[Case]:
    """Yield a definition for every code."""
    for code, (text, also) in {**_faults(), **_weak(), **_targets()}.items():
        yield Case(code, {DEFINITION: text}, frozenset(also))


Texts = dict[str, tuple[str, tuple[str, ...]]]


def _faults() -> Texts:
    """Return what loading refuses."""
    return {
        "DEF-001": ("kode: [\n", ()),
        "DEF-002": (changed("misi:", "asing: x\nmisi:"), ()),
        "DEF-003": (changed("        satuan: menit\n", ""), ()),
        "DEF-004": (changed("polaritas: maksimasi", "polaritas: naik"), ()),
        "DEF-005": (changed("versi: 1\n", "versi: 1\nversi: 2\n"), ()),
        "DEF-006": (changed("tindak/terima*100", "tindak/lain*100"), ()),
    }


def _weak() -> Texts:
    """Return what the check of a definition advises against."""
    found: Texts = {}
    for before, after, (code, _) in _table(lint.test_one_weakness_gives_one_finding):
        found.setdefault(code, (changed(before, after), ()))
    notes = _table(lint.test_notes_tell_what_the_source_document_lacks)
    for kunci, tertulis, dipakai, (code, _) in notes:
        found.setdefault(code, (lint.noted(kunci, tertulis, dipakai), ()))
    rumus = lint.RUMUS.removeprefix("rumus: ").upper()
    definisi = "definisi_operasional: Keluhan tertulis yang dijawab dalam tujuh hari kerja."
    stands = CLEAN.replace("2026: 95", "2026: 90").replace("2026: 28", "2026: 30")
    found["DEF-113"] = (changed(definisi, f"definisi_operasional: {rumus}."), ())
    found["DEF-116"] = (
        changed(lint.RUMUS, "rumus: Jumlah partisipasi keluhan / Jumlah partisipasi x 100"),
        ("DEF-117", "DEF-120", "DEF-126"),
    )
    found["DEF-119"] = (
        changed(lint.NAMA, "nama: Indeks Kepuasan Masyarakat"),
        ("DEF-114", "DEF-126"),
    )
    found["DEF-121"] = (_summed(), ())
    found["DEF-122"] = (_averaged("lain"), ())
    found["DEF-123"] = (_averaged("uang"), ())
    found["DEF-124"] = (_averaged("pemenang", "terima"), ("DEF-120",))
    found["DEF-152"] = (stands.replace("2026: 10", "2026: 12"), ())
    found["DEF-155"] = (
        changed(lint.NAMA, "nama: Persentase desa berkembang menjadi mandiri"),
        ("DEF-126",),
    )
    return found


def _table(test: object) -> list[Any]:
    """The cases that a test is made of; the corpus has no others."""
    rows: list[Any] = vars(test)["pytestmark"][0].args[1]
    return rows


def _averaged(code: str, whole: str = "semua") -> str:
    """A mean of two shares; ``uang`` counts rupiah where the other counts keluhan."""
    unit = "Rp" if code == "uang" else "keluhan"
    name = "Pemenang lomba" if code == "pemenang" else "Keluhan lain"
    more = f"          - {{kode: {code}, nama: {name}, satuan: {unit}}}\n"
    if whole == "semua":
        more += "          - {kode: semua, nama: Keluhan lain, satuan: keluhan}\n"
    rumus = f'        nilai: {{rumus: "AVERAGE(tindak/terima, {code}/{whole})*100"}}'
    return changed(f"        {lint.COMPUTED}", more + rumus)


def _summed() -> str:
    text = changed(lint.RUMUS, f"{lint.RUMUS}, rata-rata")
    part = "          - {kode: tindak_lagi, nama: Keluhan lain, satuan: keluhan}\n"
    rumus = "        nilai: {rumus: (tindak+tindak_lagi)/terima*100}"
    return changed(f"        {lint.COMPUTED}", part + rumus, text)


def _targets() -> Texts:
    """Return targets and weights that ask for nothing, or for the impossible."""
    return {
        "DEF-107": (
            changed("satuan: menit\n        polaritas", 'satuan: ""\n        polaritas'),
            (),
        ),
        "DEF-127": (typed_percentage(), ()),
        "DEF-145": (weighted(bobot=25), ()),
        "DEF-163": (with_money(), ()),
        "DEF-164": (with_money(FIRST_GOAL), ()),
        "DEF-157": (started_at("{tahun: 2024, nilai: 92}", "{2025: 90, 2026: 95}"), ()),
        "DEF-158": (villages(90), ()),
        "DEF-159": (villages(120), ("DEF-158",)),
        "DEF-160": (
            quarterly("{kode: terima, nama: Jumlah RT, satuan: RT"),
            ("DEF-120", "DEF-125", "DEF-162"),
        ),
        "DEF-161": (changed("target: {2025: 30, 2026: 28}", "target: {2025: 0}"), ()),
        "DEF-166": (changed("kode: BERSIH-2025", "kode: BERSIH-2024"), ()),
        "DEF-162": (
            quarterly("{kode: terima, nama: Keluhan yang diterima, satuan: keluhan"),
            (),
        ),
        "DEF-165": (
            changed(TARGET, RISING, quarterly(STANDING, "komponen")),
            ("DEF-120", "DEF-125", "DEF-162"),
        ),
    }


def audits_of_reports() -> Iterator[Case]:
    """Yield a report for every code; the shortest change that says nothing else."""
    best: dict[str, tuple[list[tuple[str, str]], set[str]]] = {}
    for changes, places in audits.CASES:
        codes = {code for code, _ in places}
        for code in codes:
            if code not in best or len(codes) < len(best[code][1]):
                best[code] = (changes, codes)
    for code, (changes, codes) in best.items():
        yield Case(code, {REPORT: reports.changed(*changes)}, frozenset(codes) - {code})
    for code, text in faulty().items():
        if code.startswith("AUD-") and code not in best:
            also = {one.code for one in reports.found(text)} - {code}
            yield Case(code, {REPORT: text}, frozenset(also))
    yield Case("AUD-035", {REPORT: _signed_twice()})
    yield Case("AUD-090", {REPORT: "Catatan rapat\nTidak ada angka di sini.\n"})
    yield Case("AUD-091", {"laporan.xlsx": sound()})
    yield from _against_the_definition()


def _signed_twice() -> str:
    name = "RAHMAT HIDAYAT, S.STP"
    before = "Suka Maju, 15 Januari 2024\n"
    block = f"{before}CAMAT SUKA MAJU\n{name}\nNIP. {audits.NIP}\n"
    return reports.changed() + block.replace(name, "RAHMAT HIDAYAT S.STP")


def _against_the_definition() -> Iterator[Case]:
    """Yield the real report with a target lowered, and with an indicator taken out."""
    definition = template_path("kota_jambi_2017.yaml").read_text(encoding="utf-8")
    text = reports.JAMBI.read_text(encoding="utf-8")
    lowered = text.replace("tepat waktu\t90\t91,11", "tepat waktu\t80\t91,11")
    lines = text.splitlines(keepends=True)
    without = "".join(one for one in lines if not one.startswith("\t2. Persentase Temuan"))
    for code, report in (("AUD-070", lowered), ("AUD-071", without)):
        also = {one.code for one in reports.found(report)}
        yield Case(code, {REPORT: report, DEFINITION: definition}, frozenset(also))
    for code, target in (("AUD-074", "80"), ("AUD-075", "-")):
        files: dict[str, bytes | str] = {
            REPORT: reports.of_villages(target, "-"),
            DEFINITION: reports.with_villages(3),
        }
        also = {one.code for one in reports.found(str(files[REPORT]))}
        missing = {"AUD-071"}  # the other indicators of the definition
        yield Case(code, files, frozenset(also | missing))
