"""The table: what is the case, what is pressed, what must be seen, on every host alike."""

from tests.addin.scenario_books import NAME
from tests.addin.scenario_checks import CHECKED, HAPUS, TOO_MANY, VALIDASI
from tests.addin.scenarios import Expected, Scenario

PULIHKAN, KONSOLIDASI, CETAK, BANTUAN = "pulihkan", "konsolidasi", "cetak", "bantuan"
STEM = NAME.removesuffix(".xlsx")
RESTORED = f"{STEM} (pulih).xlsx"
LISTED = f"{STEM} (pulih)_catatan.txt"
PRINTED = f"{STEM} TW1.pdf"
RECAP, HISTORY = "Rekap kiriman.xlsx", "Riwayat kiriman.sqlite"
PRINT, READ_ONLY = frozenset({"print"}), frozenset({"read_only"})


def _refused(press: str, name: str, *says: str, **setting: object) -> Scenario:
    """A button that does nothing but say why."""
    return Scenario(name, (press,), Expected(says), **{"book": "clean", **setting})  # type: ignore[arg-type]


REFUSED = (
    _refused(VALIDASI, "a foreign book", NAME, "bukan formulir IKU", book="foreign"),
    _refused(HAPUS, "marks of a foreign book", NAME, "bukan formulir IKU", book="foreign"),
    _refused(CETAK, "printing a foreign book", NAME, "bukan formulir IKU", book="foreign"),
    _refused(VALIDASI, "a form without its record", "_iku tidak ada", book="record gone"),
    _refused(VALIDASI, "an encrypted form", "kata sandi pembuka", needs=frozenset({"encrypted"})),
    _refused(VALIDASI, "no book", "Tidak ada buku kerja yang terbuka", book=""),
    _refused(PULIHKAN, "no book to restore", "Tidak ada buku kerja yang terbuka", book=""),
    _refused(CETAK, "no book to print", "Tidak ada buku kerja yang terbuka", book=""),
    _refused(VALIDASI, "Catatan Pemeriksaan deleted", "tidak ada dalam", book="notes gone"),
    Scenario(
        "the body of the notes locked",
        (VALIDASI,),
        Expected(("sel F9", "terkunci"), (" ",)),
        "notes locked",
    ),
    Scenario(
        "marks in a locked body",
        (HAPUS,),
        Expected(("sel F9", "terkunci"), (" ",)),
        "notes locked",
    ),
    _refused(VALIDASI, "a book to be read only", "Simpan Sebagai", needs=READ_ONLY),
    _refused(HAPUS, "marks of a book to be read only", "Simpan Sebagai", needs=READ_ONLY),
)
RESTORING = (
    Scenario(
        "a damaged form is restored",
        (PULIHKAN,),
        Expected(
            (RESTORED, "2 di antaranya ke sel lain", "Isian!E10 → Isian!E9", LISTED),
            made=(f"meja/{RESTORED}", f"meja/{LISTED}"),
            opened=(RESTORED,),
        ),
        "row inserted",
    ),
    Scenario(
        "a form without its sheet for notes is restored",
        (PULIHKAN,),
        Expected(
            ("isian dipindahkan", RESTORED),
            made=(f"meja/{RESTORED}", f"meja/{LISTED}"),
            opened=(RESTORED,),
            unsaid=("sel lain",),
        ),
        "notes gone",
    ),
    Scenario(
        "where nothing may stand beside the book, a folder is asked for",
        (PULIHKAN,),
        Expected(
            (RESTORED,), made=(f"kiriman/{RESTORED}", f"kiriman/{LISTED}"), opened=(RESTORED,)
        ),
        "clean",
        chosen="empty",
        needs=READ_ONLY,
    ),
    _refused(PULIHKAN, "and none is given", "Tidak ada folder yang dipilih", needs=READ_ONLY),
    _refused(PULIHKAN, "a torn record", "kirimkan berkas ini kepada", book="record torn"),
)
CONSOLIDATING = (
    Scenario(
        "what was sent is consolidated",
        (KONSOLIDASI,),
        Expected(
            ("Rekap Triwulan I Tahun 2025: 2 berkas dipakai; hasilnya di Rekap kiriman.xlsx.",),
            made=(RECAP, HISTORY),
            opened=(RECAP,),
        ),
        "",
        chosen="received",
    ),
    Scenario(
        "pressed again, the recap is only opened",
        (KONSOLIDASI, KONSOLIDASI),
        Expected(("Tidak ada kiriman yang berubah",), made=(RECAP, HISTORY), opened=(RECAP,)),
        "clean",
        chosen="received",
    ),
    Scenario(
        "damaged and foreign files among what was sent",
        (KONSOLIDASI,),
        Expected(("2 berkas dipakai, 2 ditolak",), made=(RECAP, HISTORY), opened=(RECAP,)),
        "",
        chosen="with damaged files",
    ),
    Scenario(
        "a recap, English asked for",
        (KONSOLIDASI,),
        Expected(
            ("Recap of quarter I of 2025: 2 files used",), made=(RECAP, HISTORY), opened=(RECAP,)
        ),
        "",
        chosen="received",
        language="en",
    ),
    _refused(KONSOLIDASI, "Escape in the dialog", "Tidak ada folder yang dipilih"),
    _refused(KONSOLIDASI, "an empty folder", "Folder kiriman tidak berisi", chosen="empty"),
    _refused(KONSOLIDASI, "nothing of ours", "bukan formulir IKU", chosen="nothing of ours"),
    _refused(
        KONSOLIDASI,
        "forms of several definitions",
        "dari beberapa definisi",
        "CONTOH-TW-2025",
        chosen="several definitions",
    ),
)
PRINTING = (
    Scenario(
        "the signed page is printed",
        (CETAK,),
        Expected(
            (
                f"Lembar Capaian untuk Triwulan I Tahun 2025 siap ditandatangani, sebagai PDF di folder meja: {PRINTED}.",
            ),
            made=(f"meja/{PRINTED}",),
            opened=(PRINTED,),
            unsaid=("Perhatikan",),
        ),
        "clean",
        needs=PRINT,
    ),
    Scenario(
        "a draft with faults is printed with a warning",
        (CETAK,),
        Expected(
            ("1 catatan yang wajib diperbaiki", "status laporan masih Draf"),
            made=(f"meja/{PRINTED}",),
            opened=(PRINTED,),
        ),
        "draft",
        TOO_MANY,
        needs=PRINT,
    ),
    Scenario(
        "a book that was never saved asks where the page goes",
        (CETAK,),
        Expected((PRINTED,), made=(f"kiriman/{PRINTED}",), opened=(PRINTED,)),
        "clean",
        chosen="empty",
        needs=frozenset({"print", "never_saved"}),
    ),
    Scenario(
        "no report period is chosen",
        (CETAK,),
        Expected(("Periode lapor belum dipilih; pilih di sel Beranda!C12",), (), "Beranda!C12"),
    ),
    _refused(CETAK, "the page is hidden", "Lembar Capaian tidak ada", book="page hidden"),
)
HELPING = (
    Scenario(
        "the guide of the form",
        (BANTUAN,),
        Expected(("Lembar Petunjuk", "Periksa IKU.cmd"), (), "Petunjuk!A1"),
        "clean",
    ),
    _refused(BANTUAN, "help without a book", "Kecamatan: buka formulir", "Cek Kesiapan", book=""),
    _refused(BANTUAN, "help in English", "Kecamatan: open", book="foreign", language="en"),
)
SCENARIOS = (*CHECKED, *REFUSED, *RESTORING, *CONSOLIDATING, *PRINTING, *HELPING)
