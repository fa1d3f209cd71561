"""KON: folders of returned workbooks with what the regency itself decided, in tables beside them."""

from collections.abc import Iterator, Mapping

from iku.cells import Value
from tests.consolidation.sample import RATIO, ratio
from tests.corpus.case import CENTRAL, CLOSED, DEFINITION, FOLDER, VERIFICATION, WAIVERS, Case
from tests.corpus.consolidations import GOOD, ONE, STANDING, UTARA, due, sent, text_of
from tests.decisions.sample import AKIP, SCORES, scores

CENTRALLY = text_of(RATIO, AKIP)  # the regency itself fills in the grade
SCORED = text_of(SCORES)
FILLED = "kode_unit;indikator;komponen;periode;nilai;predikat;sumber"
JUDGED = "kode_unit;indikator;komponen;periode;dilaporkan;putusan;terverifikasi;catatan;oleh"
DECIDED = "kode_unit;keputusan;berkas;oleh;alasan;sampai"
WHY = "Sekda;angka ini sudah diperiksa"

# What is decided for one of two files is told of both; else the newer goes before the older.
_ALSO = {
    "KON-042": frozenset({"KON-049"}),
    "KON-044": frozenset({"KON-003"}),
    "KON-045": frozenset({"KON-003"}),
    "KON-049": frozenset({"KON-042"}),
    "KON-050": frozenset({"KON-021"}),  # a day that is not believed is no day of receipt
}


def table(head: str, *rows: str) -> str:
    """A table as people save it from Excel."""
    return "".join(f"{line}\n" for line in (head, *rows))


def cases() -> Iterator[Case]:
    """Yield a folder with its tables for every code."""
    for code, files in {
        "KON-020": _received("15/01/2018"),
        "KON-050": _received("15/01/2999"),
        **_central(),
        **_verification(),
        **_waivers(),
        **_closed(),
    }.items():
        yield Case(code, files, STANDING | _ALSO.get(code, frozenset()))


def _received(day: str) -> dict[str, bytes | str]:
    return {
        DEFINITION: due("10 Januari 2018"),
        f"{FOLDER}/utara.xlsx": sent(ONE, UTARA, GOOD),
        WAIVERS: table("kode_unit;diterima", f"{UTARA};{day}"),
    }


def _central() -> dict[str, dict[str, bytes | str]]:
    grade = f"{UTARA};C1;;TAHUN;61,7;B;LHE 2017"
    tables = {
        "KON-030": table("kode_unit;indikator;jumlah", f"{UTARA};C1;61,7"),
        "KON-031": table(FILLED, f"{UTARA};C9;;TAHUN;61,7;B;LHE 2017"),
        "KON-032": table(FILLED, f"{UTARA};C1;;TAHUN;;;LHE 2017"),
        "KON-033": table(FILLED, f"{UTARA};C1;;TAHUN;1.500;B;LHE 2017"),
        "KON-034": table(FILLED, f"{UTARA};A1;rt;TAHUN;192;;BPS"),
        "KON-035": table(FILLED, grade, grade.replace("61,7", "62,5")),
        "KON-051": table(FILLED, grade.replace(";B;", ";BB;")),
        "KON-048": table(FILLED.replace("sumber", "sumbr"), grade),
    }
    plain = sent(CENTRALLY, UTARA, GOOD)
    typed = sent(CENTRALLY, UTARA, {**GOOD, "isian.C1.nilai.TAHUN": 62.5})
    files = dict.fromkeys(tables, plain) | {"KON-036": typed}
    tables["KON-036"] = table(FILLED, grade)
    return {
        code: {DEFINITION: CENTRALLY, f"{FOLDER}/utara.xlsx": data, CENTRAL: tables[code]}
        for code, data in files.items()
    }


def _verification() -> dict[str, dict[str, bytes | str]]:
    rows = {
        "KON-037": f"{UTARA};A1;penerima;TAHUN;35;Ditolak;24;bukti tidak ada;Tim",
        "KON-038": f"{UTARA};A1;penerima;TAHUN;36,5;Ditolak;;bukti tidak ada;Tim",
        "KON-039": f"{UTARA};A1;penerima;TAHUN;35;Ditolak;;bukti tidak ada;Tim",
        "KON-041": f"{UTARA};A1;penerima;TAHUN;35;Diterima;24,5;sesuai dengan SK;Tim",
    }
    found = {code: _judged(ONE, GOOD, row) for code, row in rows.items()}
    raising = f"{UTARA};S2;;TAHUN;50;Ditolak;;bukti tidak ada;Tim"  # 90 alone is above 70
    return {**found, "KON-040": _judged(SCORED, scores(90.0, 50.0), raising)}


def _judged(text: str, values: Mapping[str, Value], row: str) -> dict[str, bytes | str]:
    return {
        DEFINITION: text,
        f"{FOLDER}/utara.xlsx": sent(text, UTARA, values),
        VERIFICATION: table(JUDGED, row),
    }


def _waivers() -> dict[str, dict[str, bytes | str]]:
    two: dict[str, bytes | str] = {
        DEFINITION: ONE,
        f"{FOLDER}/lama.xlsx": sent(ONE, UTARA, GOOD),
        f"{FOLDER}/baru.xlsx": sent(ONE, UTARA, ratio(36.0, 192.0), revisi=1.0),
    }
    rows = {
        "KON-042": f"{UTARA};Pakai;lama.xlsx;{WHY};",
        "KON-043": f"{UTARA};Kecualikan;baru.xlsx;{WHY};",
        "KON-044": f"{UTARA};Pakai;hilang.xlsx;{WHY};",
        "KON-045": f"{UTARA};Pakai;lama.xlsx;{WHY};31/01/2018",
        "KON-049": f"{UTARA};Pakai;lama.xlsx;{WHY};",
    }
    return {code: {**two, WAIVERS: table(DECIDED, row)} for code, row in rows.items()}


def _closed() -> dict[str, dict[str, bytes | str]]:
    changed: dict[str, bytes | str] = {
        DEFINITION: ONE,
        f"{CLOSED}/utara.xlsx": sent(ONE, UTARA, GOOD),
        f"{FOLDER}/utara.xlsx": sent(ONE, UTARA, ratio(36.0, 192.0), revisi=1.0),
    }
    accepted = table(DECIDED, f"{UTARA};Terima perubahan;;{WHY};")
    return {"KON-046": changed, "KON-047": {**changed, WAIVERS: accepted}}
