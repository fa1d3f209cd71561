"""Every entry of a workbook: what belongs in it, in the words that Excel shows beside it."""

from collections.abc import Iterator
from decimal import Decimal

from iku.address import CellRef
from iku.blueprint import Constant
from iku.calculation.entries import STATUSES, TIDAK, YA
from iku.definition.model import DataBersama, Indikator, Komponen
from iku.layout import beranda, extras, isian
from iku.layout.beranda import BerandaPlan
from iku.layout.entry import Entry
from iku.layout.extras import ExtraPlan
from iku.layout.isian import IsianPlan, Row
from iku.names import indikator_name, shared_name
from iku.periods import PERIODS, QUARTER_ENDS, QUARTER_MONTHS, TAHUN, in_words
from iku.terbitan import Terbitan

SIFAT_DATA = ("Sementara", "Tetap")
STATUS_LAPORAN = ("Draf", "Final")
JABATAN = ("Camat", "Plt. Camat", "Plh. Camat", "a.n. Camat")


_LABELS = {
    "status": "Keadaan",
    "dilaporkan": "Menurut laporan tercetak",
    "sifat_data": "Sifat data",
}
FOLLOW_UP = ("Belum dimulai", "Sedang berjalan", "Selesai")
EXTRA_PROMPTS = {
    "pendorong": "Apa yang membuat capaian naik. Contoh: jadwal layanan ditambah",
    "penghambat": "Apa yang membuat target belum tercapai. Contoh: petugas kurang dua orang",
    "tindak_lanjut": "Apa yang akan dilakukan. Contoh: mengusulkan tambahan petugas",
    "penanggung_jawab": "Siapa yang melakukannya. Contoh: Kasi Pelayanan Umum",
    "tenggat": "Kapan harus selesai. Contoh: 30 September 2025",
    "status_tindak_lanjut": "Sampai di mana tindak lanjut baris ini; terbaca di periode berikutnya",
    "nama": "Nama dokumen. Contoh: Rekapitulasi layanan triwulan II",
    "nomor": "Nomor dokumen. Contoh: 045/123/KEC/2025",
    "tanggal": "Tanggal dokumen. Contoh: 4 Juli 2025",
    "halaman": "Halaman yang memuat angkanya. Contoh: 3",
    "tautan": "Nama berkas atau alamat tautan. Contoh: rekap_tw2.pdf",
}


def all_entries(
    terbitan: Terbitan,
    isian_plan: IsianPlan,
    beranda_plan: BerandaPlan,
    analisis: ExtraPlan | None,
    bukti: ExtraPlan | None,
) -> Iterator[Entry]:
    """Yield every entry in reading order: Beranda, Isian, then the sheets asked for."""
    yield from _report_entries(terbitan, beranda_plan)
    yield from _signing_entries(terbitan, beranda_plan)
    for row in isian_plan.rows:
        yield from _row_entries(terbitan, isian_plan, row)
    yield from _absence_entries(isian_plan)
    for plan in (analisis, bukti):
        if plan is not None:
            yield from _extra_entries(plan)


def _report_entries(terbitan: Terbitan, plan: BerandaPlan) -> Iterator[Entry]:
    yearly = len(terbitan.definisi.periods) == 1
    fields: dict[str, tuple[str, str, tuple[str, ...], Constant]] = {
        "periode_lapor": (
            "Periode lapor",
            "Pilih sampai periode mana laporan ini berlaku.",
            (TAHUN,) if yearly else PERIODS,
            TAHUN if yearly else None,
        ),
        "status_laporan": (
            "Status laporan",
            "Pilih Final bila laporan sudah selesai dan siap dikirim.",
            STATUS_LAPORAN,
            "Draf",
        ),
        "revisi": ("Revisi", "0 untuk kiriman pertama, 1 untuk perbaikan pertama, dst.", (), 0),
        "penyusun": ("Penyusun", "Nama yang menyusun laporan ini. Contoh: Siti Aminah", (), None),
        "kontak": ("Kontak", "Nomor telepon atau surel yang dapat dihubungi.", (), None),
    }
    for field, (label, prompt, choices, default) in fields.items():
        number = field == "revisi"
        yield Entry(
            name=f"identitas.{field}",
            ref=CellRef(beranda.SHEET, beranda.REPORT_ROWS[field], beranda.FIRST_VALUE),
            span=plan.span,
            kind="number" if number else "choice" if choices else "text",
            label=label,
            prompt=prompt,
            choices=choices,
            wajib=field in {"periode_lapor", "status_laporan"},
            bulat=number,
            minimum=Decimal(0) if number else None,
            maximum=Decimal(999) if number else None,
            default=default,
            desimal=0,
            field=field,
        )


def signing_default(field: str, terbitan: Terbitan) -> str | None:
    """Return what stands in a field of the signatory before anybody types there."""
    signer = terbitan.unit.penanda_tangan
    office = next((one for one in JABATAN if signer.jabatan and one.startswith(signer.jabatan)), "")
    fields = {
        "jabatan": office or signer.jabatan,
        "camat": signer.nama,
        "pangkat": signer.pangkat,
        "nip": signer.nip,
        "tempat": signer.tempat,
    }
    return fields.get(field) or None


def _signing_entries(terbitan: Terbitan, plan: BerandaPlan) -> Iterator[Entry]:
    fields = {
        "jabatan": (
            "Jabatan",
            "Misalnya Plt. Camat. Bila a.n., tambahkan: a.n. Camat / Sekretaris Kecamatan.",
        ),
        "camat": ("Nama", "Nama dan gelar. Contoh: SARDIAN, S.Ag"),
        "pangkat": ("Pangkat/golongan", "Contoh: Penata Tk. I (III/d)"),
        "nip": ("NIP", "18 angka. Contoh: 196910052014061003"),
        "tempat": ("Tempat", "Tempat penandatanganan. Contoh: Jambi"),
        "tanggal": ("Tanggal", "Contoh: 5 Januari 2018, atau Januari 2018"),
    }
    for periode, column in plan.period_columns.items():
        for field, (label, prompt) in fields.items():
            choices = JABATAN if field == "jabatan" else ()
            yield Entry(
                name=f"identitas.{field}.{periode}",
                ref=CellRef(beranda.SHEET, beranda.SIGNING_ROWS[field], column),
                span=plan.span,
                kind="choice" if choices else "text",
                label=label,
                prompt=prompt,
                choices=choices,
                strict=False,
                default=signing_default(field, terbitan),
                field=field,
                periode=periode,
            )


def _row_entries(terbitan: Terbitan, plan: IsianPlan, row: Row) -> Iterator[Entry]:
    match row.kind:
        case "bersama" if isinstance(row.part, DataBersama):
            for periode in plan.definition.entry_periods(row.part):
                name = shared_name("isian", row.part.kode, periode)
                yield _component(plan, row, row.part, name, periode)
        case "komponen" if row.indikator is not None and row.part is not None:
            for periode in plan.definition.entry_periods(row.indikator):
                name = indikator_name("isian", row.indikator.kode, row.part.kode, periode)
                yield _component(plan, row, row.part, name, periode)
        case "nilai" | "predikat" | "dilaporkan" | "sifat_data" if row.indikator is not None:
            for periode in plan.definition.entry_periods(row.indikator):
                yield _value(plan, row, row.indikator, periode)
        case "target" | "target_predikat" if row.indikator is not None:
            for periode in plan.definition.measured_periods(row.indikator):
                if terbitan.target_of(row.indikator.kode, periode) is None:
                    yield from _target(plan, row, row.indikator, periode)


def _component(
    plan: IsianPlan, row: Row, part: Komponen | DataBersama, name: str, periode: str
) -> Entry:
    return Entry(
        name=name,
        ref=CellRef(isian.SHEET, row.number, plan.period_columns[periode]),
        span=plan.entry_span,
        kind="number",
        label=part.satuan or "Angka",
        prompt=_component_prompt(plan, row, part, periode),
        wajib=part.wajib,
        bulat=part.bulat,
        minimum=Decimal(0) if part.min is None else part.min,
        maximum=part.maks,
        desimal=0 if part.bulat else 2,
        indikator=row.indikator.kode if row.indikator else "",
        field=part.kode,
        periode=periode,
    )


def _component_prompt(plan: IsianPlan, row: Row, part: Komponen | DataBersama, periode: str) -> str:
    about = f"{part.nama}{_until(plan, part, periode)}."
    if row.indikator is not None and row.indikator.pengisi == "kabupaten":
        return f"{about} {not_asked(row.indikator)}"
    return f"{about} Isi angka saja. Contoh: 125"


def not_asked(indikator: Indikator) -> str:
    """Say that the regency fills in an entry, so that nobody of the unit feels asked."""
    office = f" ({indikator.instansi_sumber})" if indikator.instansi_sumber else ""
    return f"Diisi oleh kabupaten/kota{office}; biarkan kosong bila belum ada angkanya."


def _until(plan: IsianPlan, part: Komponen | DataBersama, periode: str) -> str:
    """Say in words which stretch of time a figure covers."""
    if len(plan.periods) == 1:
        return ""
    if part.sifat == "posisi":
        return f", keadaan {QUARTER_ENDS[periode]}"
    if part.cara_isi == "sd_triwulan":
        return f", jumlah s.d. {QUARTER_ENDS[periode]}"
    return f", selama {QUARTER_MONTHS[periode]} {plan.definition.tahun}"


def _value(plan: IsianPlan, row: Row, indikator: Indikator, periode: str) -> Entry:
    ref = CellRef(isian.SHEET, row.number, plan.period_columns[periode])
    grades = indikator.skala_predikat.labels if row.kind == "predikat" else ()
    family, field = ("isian", (row.kind,)) if row.kind in {"nilai", "predikat"} else (row.kind, ())
    choices: tuple[str, ...] = grades
    if row.kind == "sifat_data":
        choices = SIFAT_DATA
    elif row.kind == "nilai" and indikator.nilai.jenis == "ya_tidak":
        choices = (YA, TIDAK)
    prompts = {
        "nilai": f"{_valued(indikator.nama)}. Contoh: {'Ya' if choices else '61,70'}",
        "predikat": f"Predikat, misalnya {grades[len(grades) // 2] if grades else ''}.",
        "dilaporkan": "Realisasi yang tercetak pada laporan bertanda tangan. Boleh kosong.",
        "sifat_data": "Sementara bila masih dapat berubah, Tetap bila sudah pasti.",
    }
    waits = indikator.pengisi == "kabupaten" and family == "isian"
    return Entry(
        name=indikator_name(family, indikator.kode, *field, periode),
        ref=ref,
        span=plan.entry_span,
        kind="choice" if choices else "number",
        label=_LABELS.get(row.kind, row.kind.capitalize()),
        prompt=not_asked(indikator) if waits else prompts[row.kind],
        choices=choices,
        wajib=row.kind == "nilai",
        desimal=indikator.desimal,
        indikator=indikator.kode,
        field=row.kind,
        periode=periode,
    )


def _valued(nama: str) -> str:
    return nama if nama.casefold().startswith("nilai ") else f"Nilai {nama}"


def _target(plan: IsianPlan, row: Row, indikator: Indikator, periode: str) -> Iterator[Entry]:
    if row.kind == "target" and not isinstance(indikator.polaritas, str):
        return  # a range is its own target
    grades = indikator.skala_predikat.labels if row.kind == "target_predikat" else ()
    yield Entry(
        name=indikator_name(row.kind, indikator.kode, periode),
        ref=CellRef(isian.SHEET, row.number, plan.period_columns[periode]),
        span=plan.entry_span,
        kind="choice" if grades else "number",
        label="Target",
        prompt=f"Target {indikator.nama} {in_words(periode, plan.definition.tahun)}.",
        choices=grades,
        desimal=indikator.desimal,
        indikator=indikator.kode,
        field=row.kind,
        periode=periode,
    )


def _absence_entries(plan: IsianPlan) -> Iterator[Entry]:
    prompts = {
        "status": "Pilih hanya bila angkanya memang tidak ada. Nihil = tidak ada kejadian (0 dari 0).",
        "alasan": "Mengapa tidak ada angka. Contoh: tidak ada permohonan izin pada tahun ini",
        "perkiraan": "Perkiraan tanggal data tersedia. Contoh: Maret 2025",
    }
    for row in plan.absence_rows:
        office = row.indikator.instansi_sumber if row.indikator else ""
        prompts["instansi"] = f"Instansi yang memegang datanya. Contoh: {office or 'Inspektorat'}"
        for family, column in isian.ABSENCE_COLUMNS.items():
            yield Entry(
                name=indikator_name(family, row.subject[0], *row.subject[1:], row.periode),
                ref=CellRef(isian.SHEET, row.number, column),
                span=plan.absence_span,
                kind="choice" if family == "status" else "text",
                label=_LABELS.get(family, family.capitalize()),
                prompt=prompts[family],
                choices=STATUSES if family == "status" else (),
                indikator=row.indikator.kode if row.indikator else "",
                field=family,
                periode=row.periode,
            )


def _extra_entries(plan: ExtraPlan) -> Iterator[Entry]:
    family = "analisis" if plan.sheet == extras.ANALISIS else "bukti"
    for row in plan.rows:
        for n, field in enumerate(plan.fields):
            middle = (str(row.piece), field) if row.piece else (field,)
            yield Entry(
                name=indikator_name(family, row.indikator.kode, *middle, row.periode),
                ref=CellRef(plan.sheet, row.number, plan.first_field + n),
                span=plan.span,
                kind="choice" if field == "status_tindak_lanjut" else "text",
                label=field.replace("_", " ").capitalize(),
                prompt=EXTRA_PROMPTS[field],
                choices=FOLLOW_UP if field == "status_tindak_lanjut" else (),
                strict=False,
                indikator=row.indikator.kode,
                field=field,
                periode=row.periode,
            )
