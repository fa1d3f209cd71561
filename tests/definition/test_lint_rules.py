"""Each rule of the check: one change to a well-written definition gives one finding."""

import pytest

from iku.definition.lint import lint
from iku.definition.load import parse_definition

from .sample import CLEAN, changed

RUMUS = "rumus: Jumlah keluhan yang ditindaklanjuti / Jumlah keluhan yang diterima x 100"
NAMA = "nama: Persentase keluhan yang ditindaklanjuti"
COMPUTED = "nilai: {rumus: tindak/terima*100}"
SOURCE = "sumber_data: Register keluhan Kasi Pelayanan Umum"


def found(text: str) -> list[tuple[str, str]]:
    return [(one.code, one.indicator) for one in lint(parse_definition(text))]


def noted(kunci: str, tertulis: str, dipakai: str) -> str:
    note = {"kunci": kunci, "tertulis": tertulis, "dipakai": dipakai, "alasan": "demikian"}
    lines = [f'{key}: "{value}"' for key, value in note.items()]
    return CLEAN + "catatan_sumber:\n  - " + "\n    ".join(lines) + "\n"


def test_a_well_written_definition_is_left_in_peace() -> None:
    assert found(CLEAN) == []


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (RUMUS, "rumus: Nilai dari pendapat masyarakat", ("DEF-110", "A1")),
        (RUMUS, "rumus: Peningkatan mutu pelayanan", ("DEF-111", "A1")),
        (RUMUS, "rumus: Persentase keluhan yang ditindaklanjuti", ("DEF-111", "A1")),
        (RUMUS, "rumus: 98,50 %", ("DEF-112", "A1")),
        (RUMUS, RUMUS.replace(" x 100", ""), ("DEF-118", "A1")),
        (
            RUMUS,
            "rumus: Jumlah keluhan / Jumlah keluhan yang ditindaklanjuti x 100",
            ("DEF-117", "A1"),
        ),
        (
            RUMUS,
            "rumus: Keluhan yang ditindaklanjuti / keluhan yang ditargetkan ditindaklanjuti x 100",
            ("DEF-115", "A1"),
        ),
        (
            RUMUS,
            "rumus: Keluhan yang ditindaklanjuti / Jumlah surat masuk x 100",
            ("DEF-120", "A1"),
        ),
        (NAMA, "nama: Indeks keluhan yang ditindaklanjuti", ("DEF-114", "A1")),
        (NAMA, "nama: Persentase berkas yang dimusyawarahkan", ("DEF-126", "A1")),
        (NAMA, "nama: Persentase tunggakan", ("DEF-150", "A1")),
        ("satuan: keluhan, bulat", "satuan: orang, bulat", ("DEF-125", "A1")),
        (SOURCE, "sumber_data: Laporan kegiatan", ("DEF-130", "A1")),
        (SOURCE, "sumber_data: Register Kasi Kesos", ("DEF-131", "A1")),
        (SOURCE, 'sumber_data: ""', ("DEF-106", "A1")),
        (SOURCE, "sumber_data: Register keluhan Kecamatn", ("DEF-142", "A1")),
        (SOURCE, "sumber_data: Register survey keluhan", ("DEF-143", "A1")),
        ("target: {2025: 90, 2026: 95}", "target: {}", ("DEF-102", "A1")),
        ("target: {2025: 90, 2026: 95}", "target: {2025: 0.90}", ("DEF-153", "A1")),
        ("predikat: B, nilai: 61.70", "predikat: B, nilai: 60.00", ("DEF-154", "B2")),
        ("polaritas: maksimasi", "polaritas: minimasi", ("DEF-151", "A1")),
        ("nomor: 2.\n", "nomor: 1.\n", ("DEF-140", "")),
        ('nomor: "1.2"', 'nomor: ""', ("DEF-141", "")),
        ('nomor: "1.2"', 'nomor: "1.1"', ("DEF-141", "")),
        ("misi: Meningkatkan mutu", "misi: Meningkatnya mutu", ("DEF-144", "")),
        ("19800423 199912 1 001", "19800423 199912 1", ("DEF-156", "")),
    ],
)
def test_one_weakness_gives_one_finding(before: str, after: str, expected: tuple[str, str]) -> None:
    assert found(changed(before, after)) == [expected]


def test_a_definition_that_only_repeats_the_rumus_is_told() -> None:
    text = changed(
        "definisi_operasional: Keluhan tertulis yang dijawab dalam tujuh hari kerja.",
        f"definisi_operasional: {RUMUS.removeprefix('rumus: ').upper()}.",
    )
    assert found(text) == [("DEF-113", "A1")]


@pytest.mark.parametrize(
    ("top", "is_told"),
    [
        ("Keluhan tertulis warga yang ditindaklanjuti", True),  # three words of four in common
        ("Keluhan tertulis warga kecamatan yang ditindaklanjuti", False),  # three of five
    ],
)
def test_a_target_is_the_denominator_where_three_words_of_four_are_the_same(
    top: str, *, is_told: bool
) -> None:
    bottom = "keluhan warga yang ditargetkan ditindaklanjuti"

    assert (("DEF-115", "A1") in found(changed(RUMUS, f"rumus: {top} / {bottom} x 100"))) == is_told


def test_counting_something_without_a_unit_is_told() -> None:
    text = changed(RUMUS, "rumus: Jumlah partisipasi keluhan / Jumlah keluhan x 100")
    assert ("DEF-116", "A1") in found(text)


def test_a_satisfaction_figure_of_ones_own_is_told() -> None:
    text = changed(NAMA, "nama: Indeks Kepuasan Masyarakat")
    assert ("DEF-119", "A1") in found(text)


@pytest.mark.parametrize(
    ("computed", "expected"),
    [
        ("AVERAGE(tindak/terima, lain/semua)*100", [("DEF-122", "A1")]),
        ("AVERAGE(tindak/terima, uang/semua)*100", [("DEF-123", "A1")]),
        ("(tindak+lain)/(terima+semua)*100", []),
    ],
)
def test_means_of_shares_that_do_not_belong_together_are_told(
    computed: str, expected: list[tuple[str, str]]
) -> None:
    text = changed(COMPUTED, f'nilai: {{rumus: "{computed}"}}')
    codes = [code for code in ("lain", "semua", "uang") if code in computed]
    more = "".join(
        f"          - {{kode: {code}, nama: Keluhan lain,"
        f" satuan: {'Rp' if code == 'uang' else 'keluhan'}}}\n"
        for code in codes
    )
    assert (
        found(changed('        nilai: {rumus: "', more + '        nilai: {rumus: "', text))
        == expected
    )


def test_a_sum_called_a_mean_is_told_but_a_real_mean_is_not() -> None:
    called = changed(RUMUS, f"{RUMUS}, rata-rata")
    assert found(called) == []
    summed = changed(COMPUTED, "nilai: {rumus: (tindak+tindak_lagi)/terima*100}", called)
    part = "          - {kode: tindak_lagi, nama: Keluhan lain, satuan: keluhan}\n"
    summed = changed("        nilai: {rumus: (", part + "        nilai: {rumus: (", summed)
    assert found(summed) == [("DEF-121", "A1")]
    assert found(changed("/terima*100", "/2/terima*100", summed)) == []


@pytest.mark.parametrize(
    ("nama", "polaritas", "expected"),
    [
        ("Persentase temuan yang ditindak lanjuti", "maksimasi", None),
        ("Persentase keluhan yang diselesaikan", "maksimasi", None),
        ("Persentase keluhan yang belum diselesaikan", "maksimasi", "DEF-150"),
        ("Persentase keluhan yang selesai", "maksimasi", None),
        ("Persentase keluhan yang belum selesai", "maksimasi", "DEF-150"),
        ("Persentase keluhan yang belum diselesaikan", "minimasi", None),
        ("Rata-rata waktu penyelesaian", "minimasi", None),
        ("Rata-rata waktu penyelesaian", "maksimasi", "DEF-150"),
        ("Persentase penanganan pengaduan", "minimasi", "DEF-151"),
    ],
)
def test_the_direction_is_judged_by_the_whole_name(
    nama: str, polaritas: str, expected: str | None
) -> None:
    text = changed(
        "polaritas: maksimasi", f"polaritas: {polaritas}", changed(NAMA, f"nama: {nama}")
    )
    told = {code for code, _ in found(text)} & {"DEF-150", "DEF-151"}
    assert told == ({expected} if expected else set())


def test_targets_that_all_stand_still_are_told_once() -> None:
    text = CLEAN.replace("2026: 95", "2026: 90").replace("2026: 28", "2026: 30")
    assert found(text) == []
    assert found(text.replace("2026: 10", "2026: 12")) == [("DEF-152", "")]


def test_a_target_of_a_unit_is_a_target() -> None:
    text = changed("target: {2025: 90, 2026: 95}", "target: {}")
    unit = "    nama: Bersih Utara\n"
    assert found(changed(unit, unit + "    target: {A1: {2025: 90}}\n", text)) == []


def test_the_step_between_desa_berkembang_and_mandiri_is_asked_for() -> None:
    text = changed(NAMA, "nama: Persentase desa berkembang menjadi mandiri")
    assert ("DEF-155", "A1") in found(text)


@pytest.mark.parametrize(
    ("kunci", "tertulis", "dipakai", "expected"),
    [
        ("sasaran[0].indikator[0].satuan", "", "%", ("DEF-101", "A1")),
        ("sasaran[*].indikator[*].polaritas", "", "maksimasi", ("DEF-101", "")),
        ("sasaran[0].indikator[1].keterangan", "", "", ("DEF-103", "A2")),
        ("sasaran[1].nama", "meningkatnya Ketertiban", "Meningkatnya ketertiban", ("DEF-104", "")),
        ("unit[0].nama", "Bersih Utra", "Bersih Utara", ("DEF-105", "")),
    ],
)
def test_notes_tell_what_the_source_document_lacks(
    kunci: str, tertulis: str, dipakai: str, expected: tuple[str, str]
) -> None:
    assert found(noted(kunci, tertulis, dipakai)) == [expected]


def test_a_note_with_a_real_difference_is_no_matter_of_spelling() -> None:
    assert found(noted("sasaran[0].indikator[0].rumus", "48/52 x 100% = 91,80%", "a/b*100")) == []


def test_an_empty_part_that_is_explained_is_not_told_twice() -> None:
    text = noted("sasaran[*].indikator[*].target", "", "")
    text = changed("target: {2025: 90, 2026: 95}", "target: {}", text)
    assert found(text) == [("DEF-101", "")]


@pytest.mark.parametrize(
    ("nama", "rumus", "top", "satuan", "bottom", "polaritas"),
    [
        (
            "Persentase desa dengan tata kelola baik",
            "Jumlah desa dengan tata kelola baik / Jumlah desa x 100",
            "Desa dengan tata kelola baik",
            "desa",
            "Jumlah desa",
            "maksimasi",
        ),
        (
            "Persentase desa yang menetapkan APBDes tepat waktu",
            "Jumlah desa yang menetapkan APBDes tepat waktu dibagi jumlah desa dikali 100",
            "Desa yang menetapkan APBDes tepat waktu",
            "desa",
            "Jumlah desa",
            "maksimasi",
        ),
        (
            "Persentase desa mandiri",
            "(Jumlah desa mandiri / jumlah desa) x 100%",
            "Desa mandiri",
            "desa",
            "Jumlah desa",
            "maksimasi",
        ),
        (
            "Persentase partisipasi masyarakat dalam musrenbang",
            "Jumlah peserta yang hadir / jumlah peserta yang diundang x 100%",
            "Peserta yang hadir",
            "orang",
            "Peserta yang diundang",
            "maksimasi",
        ),
        (
            "Persentase usulan musrenbang yang terakomodasi",
            "Jumlah usulan musrenbang yang terakomodasi dalam RKPD / jumlah usulan musrenbang x 100",
            "Usulan yang terakomodasi",
            "usulan",
            "Usulan musrenbang",
            "maksimasi",
        ),
        (
            "Persentase gangguan trantibum yang ditangani",
            "Jumlah gangguan yang ditangani / jumlah gangguan yang dilaporkan × 100",
            "Gangguan yang ditangani",
            "kejadian",
            "Gangguan yang dilaporkan",
            "maksimasi",
        ),
        (
            "Persentase anggota linmas yang aktif",
            "Jumlah anggota linmas yang aktif : jumlah anggota linmas x 100%",
            "Anggota linmas yang aktif",
            "orang",
            "Anggota linmas",
            "maksimasi",
        ),
        (
            "Persentase temuan yang ditindaklanjuti",
            "Jumlah temuan yang selesai ditindaklanjuti / jumlah temuan x 100%",
            "Temuan yang ditindaklanjuti",
            "temuan",
            "Temuan",
            "maksimasi",
        ),
        (
            "Persentase kehadiran PNS",
            "Jumlah hari hadir / jumlah hari kerja x 100",
            "Hari hadir",
            "hari",
            "Hari kerja",
            "maksimasi",
        ),
        (
            "Persentase realisasi PBB",
            "Realisasi PBB / Pokok ketetapan PBB x 100",
            "Realisasi PBB",
            "Rp",
            "Pokok ketetapan PBB",
            "maksimasi",
        ),
        (
            "Persentase pelayanan sesuai SOP",
            "Persentase = Jumlah pelayanan sesuai SOP / Jumlah seluruh pelayanan x 100%",
            "Pelayanan sesuai SOP",
            "layanan",
            "Seluruh pelayanan",
            "maksimasi",
        ),
        (
            "Persentase izin kewenangan kecamatan yang diterbitkan",
            "Jumlah izin yang diterbitkan / jumlah permohonan izin yang lengkap x 100%",
            "Izin yang diterbitkan",
            "berkas",
            "Permohonan izin yang lengkap",
            "maksimasi",
        ),
        (
            "Persentase desa dan/atau kelurahan yang dibina",
            "Jumlah desa dan/atau kelurahan yang mendapat pembinaan dibagi jumlah desa dan/atau kelurahan dikalikan 100",
            "Desa dan kelurahan yang dibina",
            "wilayah",
            "Jumlah desa dan kelurahan",
            "maksimasi",
        ),
        (
            "Persentase lembaga kemasyarakatan yang aktif",
            "Jumlah lembaga aktif / jumlah seluruh lembaga x 100%",
            "Lembaga aktif",
            "lembaga",
            "Seluruh lembaga",
            "maksimasi",
        ),
        (
            "Persentase penduduk pendatang yang lengkap adminduk",
            "Jumlah pendatang yang lengkap administrasi kependudukannya / jumlah pendatang terdata x 100",
            "Pendatang yang lengkap",
            "jiwa",
            "Pendatang terdata",
            "maksimasi",
        ),
        (
            "Tingkat kemiskinan",
            "Jumlah penduduk miskin / jumlah penduduk x 100",
            "Penduduk miskin",
            "jiwa",
            "Jumlah penduduk",
            "minimasi",
        ),
        (
            "Prevalensi stunting",
            "Jumlah balita stunting / jumlah balita yang diukur x 100",
            "Balita stunting",
            "anak",
            "Balita yang diukur",
            "minimasi",
        ),
        (
            "Persentase keluarga yang menerima bantuan tepat sasaran",
            "Jumlah keluarga penerima yang memenuhi syarat / jumlah keluarga penerima x 100",
            "Keluarga penerima yang memenuhi syarat",
            "keluarga",
            "Keluarga penerima",
            "maksimasi",
        ),
        (
            "Persentase dokumen perencanaan yang tepat waktu",
            "Jumlah dokumen yang selesai tepat waktu / jumlah dokumen yang wajib disusun x 100",
            "Dokumen yang tepat waktu",
            "dokumen",
            "Dokumen yang wajib disusun",
            "maksimasi",
        ),
        (
            "Persentase desa mandiri di antara desa yang dibina",
            "Jumlah desa mandiri / jumlah desa yang dibina x 100",
            "Desa mandiri",
            "desa",
            "Desa yang dibina",
            "maksimasi",
        ),
    ],
)
def test_well_written_indicators_from_practice_raise_no_alarm(
    nama: str, rumus: str, top: str, satuan: str, bottom: str, polaritas: str
) -> None:
    text = changed(NAMA, f"nama: {nama}")
    text = changed(RUMUS, f'rumus: "{rumus}"', text)
    text = changed(
        "Keluhan yang ditindaklanjuti, satuan: keluhan", f"{top}, satuan: {satuan}", text
    )
    text = changed("Keluhan yang diterima, satuan: keluhan", f"{bottom}, satuan: {satuan}", text)
    assert found(changed("polaritas: maksimasi", f"polaritas: {polaritas}", text)) == []
