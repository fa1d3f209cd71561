"""Definitions of every shape for property tests: whatever the model and its rules allow."""

from typing import Any

from hypothesis import strategies as st

from iku.definition.model import Definition
from iku.definition.rules import rule_faults

Tree = dict[str, Any]

TRICKY = (
    "",
    "012",
    "12:30",
    "61,70",
    "1e5",
    "ya",
    "null",
    "~",
    '""',
    '""""',
    '"Baik"',
    "B (61.70)",
    "()",
    "- butir",
    "kunci: nilai # bukan komentar",
    "=1+1",
    "+62",
    "@nama",
    "'kutip",
    "a, b; c",
    "baris satu\nbaris dua",
    "baris satu\n\n  menjorok ",
    "# judul\n- butir",
    "_x0041_",
    "<b>&amp;</b>",
    "Rp. 20.198.106/ Rp. 27.006.382 × 100 %",
    "{kode: a}",
    "[1, 2]",
    "|",
    "%",
    "é😀",
    "a\u2028b",
    "a\tb",
)
ANYTHING = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), max_size=12
)
TEXT = st.one_of(st.sampled_from(TRICKY), ANYTHING)
NUMBER = st.sampled_from(
    ("0", "90", "61.70", "-3", "0.000001", "20198106", "120.00", "1" + "0" * 20)
)
YES = st.sampled_from(("ya", "tidak"))
CODES = ("R1", "M 10/a", "012", "I;3", 'K"4', '"x"', "tw1", "=5", "é7")
PARTS = ("tepat", "masuk_a", "rt_binaan", "surat")
UNITS = ("15.71.03", "012", "12:30", "", "a,b", '"u"')
PERIODS = ("TW1", "TW2", "TW3", "TW4", "TAHUN")


def sometimes(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Tree]:
    """A mapping in which every key may be left out."""
    return st.fixed_dictionaries({}, optional=fields)


TARGET = st.one_of(NUMBER, sometimes(nilai=NUMBER))  # grades: the shipped definitions have them
BASELINE = sometimes(tahun=st.just("2024"), nilai=NUMBER, predikat=TEXT)


@st.composite
def _bands(draw: st.DrawFn) -> list[Tree]:
    """Bands of a scale from best to worst; texts are numbered, so that no two are alike."""
    bounds = draw(st.lists(st.sampled_from(("90", "75.5", "60", "0")), max_size=2, unique=True))
    key = st.sampled_from(("mulai", "di_atas"))
    held = [{draw(key): bound} for bound in sorted(bounds, key=float, reverse=True)]
    labels = [f"{n} {draw(TEXT)}".replace(",", ";") for n in range(len(held) + 1)]
    return [{"label": label, **bound} for label, bound in zip(labels, [*held, {}], strict=True)]


SCALE = st.one_of(
    st.sampled_from(("akip", "permendagri_86_2017", "mutu_skm")),
    st.fixed_dictionaries({"nama": TEXT, "tingkat": _bands()}, optional={"sumber": TEXT}),
)
CAPAIAN = sometimes(
    rumus_minimasi=st.sampled_from("AB"),
    batas_rata_rata=st.one_of(st.just("tidak"), NUMBER),
    batas_bawah=NUMBER,
    target_nol=st.sampled_from(("tidak_dapat_dihitung", "terpenuhi_bila_nol")),
    skala=SCALE,
)
FIGURE = {
    "nama": TEXT,
    "satuan": TEXT,
    "sifat": st.sampled_from(("arus", "posisi")),
    "cara_isi": st.sampled_from(("dalam_triwulan", "sd_triwulan")),
    "wajib": YES,
    "bulat": YES,
    "min": st.just("-3"),
    "maks": st.sampled_from(("0", "61.70")),
}
POLARITAS = st.sampled_from(
    ("maksimasi", "minimasi", {"rentang": {"bawah": "-3", "atas": "61.70"}})
)


@st.composite
def definitions(draw: st.DrawFn) -> Definition:
    """A definition that loads without faults."""
    quarterly = draw(st.booleans())
    codes = draw(st.lists(st.sampled_from(CODES), min_size=1, max_size=4, unique=True))
    shared = draw(st.lists(st.sampled_from(PARTS), max_size=2, unique=True))
    goals = draw(_goals(codes, shared, quarterly=quarterly))
    tree = {
        "kode": draw(TEXT),
        "versi": draw(TEXT),
        "tahun": draw(st.sampled_from(("2025", "1979", "2199"))),
        "kabupaten": {"kode": draw(TEXT), "nama": draw(TEXT)},
        "sasaran": goals,
        "data_bersama": [{"kode": one, **draw(sometimes(**FIGURE))} for one in shared],
        "unit": [
            {"kode": kode, **draw(_unit(codes))}
            for kode in draw(st.lists(st.sampled_from(UNITS), max_size=3, unique=True))
        ],
        "pengaturan": {
            "periode": "triwulanan" if quarterly else "tahunan",
            **draw(_settings()),
        },
        **draw(_top()),
    }
    _add_money(draw, tree)
    definition = Definition.model_validate(tree)
    assert rule_faults(definition) == []
    return definition


def _add_money(draw: st.DrawFn, tree: Tree) -> None:
    """Add programmes, some with money of their own, to a definition that is drawn otherwise."""
    codes = draw(st.lists(st.sampled_from(("7.01.01", "7.01.02", "x")), max_size=2, unique=True))
    goals = [str(n) for n, _ in enumerate(tree["sasaran"], 1)]
    money = st.sampled_from(("0", "250000000", "1.50"))
    more = sometimes(sasaran=st.sampled_from(goals), pagu=money, keterangan=TEXT)
    if codes:
        tree["program"] = [{"kode": one, "nama": draw(TEXT), **draw(more)} for one in codes]
        for unit in tree["unit"]:
            unit["pagu"] = draw(st.dictionaries(st.sampled_from(codes), money, max_size=2))


def _top() -> st.SearchStrategy[Tree]:
    note = st.fixed_dictionaries(
        {"kunci": TEXT, "alasan": TEXT}, optional={"tertulis": TEXT, "dipakai": TEXT}
    )
    return sometimes(
        jenis_unit=TEXT,
        tugas=TEXT,
        misi=TEXT,
        dasar_hukum=st.lists(TEXT, max_size=3),
        fungsi=st.lists(TEXT, max_size=3),
        catatan_sumber=st.lists(note, max_size=2),
    )


def _settings() -> st.SearchStrategy[Tree]:
    features = ("analisis", "bukti", "sifat_data", "dilaporkan", "status_komponen", "anggaran")
    return sometimes(
        kertas=st.sampled_from(("A4", "F4")),
        bahasa=st.sampled_from(("id", "en")),
        batas_waktu=st.dictionaries(st.sampled_from(PERIODS), TEXT, max_size=2),
        fitur=st.lists(st.sampled_from(features), max_size=3),
        capaian=CAPAIAN,
        peringkat=sometimes(
            dasar=st.sampled_from(("rata_rata", "rata_rata_sasaran")),
            kelengkapan_minimum=NUMBER,
            hanya_terverifikasi=YES,
        ),
    )


def _unit(codes: list[str]) -> st.SearchStrategy[Tree]:
    known = st.sampled_from(codes)
    targets = st.dictionaries(st.sampled_from(("TAHUN", "2025", "1999")), TARGET, max_size=3)
    murni = sometimes(
        nomor=TEXT,
        tanggal=TEXT,
        jenis=st.just("murni"),
        berlaku_mulai=st.sampled_from(("TW3", "2025-08-01")),
        target=st.dictionaries(known, targets, max_size=2),
    )
    perubahan = st.fixed_dictionaries(
        {"jenis": st.just("perubahan"), "berlaku_mulai": st.sampled_from(("TW3", "TAHUN"))},
        optional={"nomor": TEXT, "target": st.dictionaries(known, targets, max_size=2)},
    )
    agreement = st.one_of(murni, perubahan)
    area = st.fixed_dictionaries(
        {"kode": TEXT, "nama": TEXT}, optional={"jenis": st.sampled_from(("desa", "kelurahan"))}
    )
    signing = sometimes(nama=TEXT, jabatan=TEXT, pangkat=TEXT, nip=TEXT, tempat=TEXT)
    return st.fixed_dictionaries(
        {"nama": TEXT},
        optional={
            "wilayah": st.lists(area, max_size=2),
            "mulai": TEXT,
            "sampai": TEXT,
            "asal": st.lists(TEXT, max_size=2),
            "penanda_tangan": signing,
            "target": st.dictionaries(known, targets, max_size=2),
            "baseline": st.dictionaries(known, BASELINE, max_size=2),
            "tidak_berlaku": st.lists(known, max_size=2),
            "pk": st.lists(agreement, max_size=2),
        },
    )


@st.composite
def _goals(draw: st.DrawFn, codes: list[str], shared: list[str], *, quarterly: bool) -> list[Tree]:
    indikator = [{"kode": code, **draw(_indikator(shared, quarterly=quarterly))} for code in codes]
    cut = draw(st.integers(1, len(indikator)))
    lists = [part for part in (indikator[:cut], indikator[cut:]) if part]
    return [
        {"nama": draw(TEXT), **draw(sometimes(nomor=TEXT, induk=TEXT)), "indikator": part}
        for part in lists
    ]


@st.composite
def _indikator(draw: st.DrawFn, shared: list[str], *, quarterly: bool) -> Tree:
    periods = PERIODS if quarterly else PERIODS[4:]
    years = ("2025", "2026", "1999")
    keys = st.sampled_from((*periods, *years))
    more = sometimes(
        nomor=TEXT,
        jenis=st.sampled_from(("IKU", "IKK")),
        definisi_operasional=TEXT,
        alasan=TEXT,
        rumus=TEXT,
        target=st.dictionaries(keys, TARGET, max_size=3),
        baseline=BASELINE,
        triwulan=st.sampled_from(("jumlah", "akhir", "tetap")),
        agregasi=st.sampled_from(("rata_rata", "tidak")),
        periode_ukur=st.lists(st.sampled_from(periods), max_size=3),
        pengisi=st.just("kabupaten"),
        instansi_sumber=TEXT,
        bobot=NUMBER,
        desimal=st.sampled_from(("0", "2", "4")),
        penanggung_jawab=TEXT,
        sumber_data=TEXT,
        bukti=st.lists(TEXT, max_size=3),
        keterangan=TEXT,
        definisi_sejak=TEXT,
        setara_dengan=TEXT,
        bila_nihil=st.sampled_from(("100", "0")),
        capaian=CAPAIAN,
    )
    fixed = {"nama": draw(TEXT), "satuan": draw(TEXT), "polaritas": draw(POLARITAS)}
    return {**fixed, **draw(more), **draw(_value(shared))}


@st.composite
def _value(draw: st.DrawFn, shared: list[str]) -> Tree:
    """How an indicator gets its value: components and a rumus that uses them all, or neither."""
    jenis = draw(st.sampled_from(("rumus", "status", "langsung", "predikat", "ya_tidak", "skm")))
    nilai: Tree = {"jenis": jenis, **draw(sometimes(skala=SCALE))}
    if jenis not in {"rumus", "status"}:
        return {"nilai": nilai}
    parts = draw(st.lists(st.sampled_from(PARTS), min_size=1, max_size=3, unique=True))
    figures = []
    for part in parts:
        figure = {"kode": part, **draw(sometimes(**FIGURE))}
        if part in shared:
            figure["dari"] = part
        figures.append(figure)
    nilai["rumus"] = f"SUM({', '.join(parts)}) / 3*100"
    return {"komponen": figures, "nilai": nilai}
