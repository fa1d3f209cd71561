"""The part of the table in which a form is checked: what is the case, what Validasi makes of it."""

from tests.addin.scenarios import Expected, Scenario

VALIDASI, HAPUS = "validasi", "hapus_penanda"
FIRST_NOTE = "Catatan Pemeriksaan!A7"
TOO_MANY = {"isian.K1.rt_dibina.TW1": 12}  # of the 10 RT that there are
TOO_MANY_TOLD = ("LOG-001 Isian!E9", "LOG-001 Isian!E10")
PRIVATE = {
    "isian.K1.rt_dibina.TW1": None,
    "isian.K1.rt.TW1": None,
    "status.K1.TW1": "Data belum tersedia",
    "alasan.K1.TW1": "Menunggu NIK 1571030101990001",
    "instansi.K1.TW1": "Dinas PMD",
    "perkiraan.K1.TW1": "Juli 2025",
}


def _checked(
    name: str, says: str, notes: tuple[str, ...], selected: str, **setting: object
) -> Scenario:
    """Validasi in a form that was filled in, with something typed or damaged."""
    expected = Expected((says, f"mulailah dari {selected}."), notes, selected)
    return Scenario(name, (VALIDASI,), expected, **{"book": "clean", **setting})  # type: ignore[arg-type]


CHECKED = (
    Scenario(
        "a form in which all is well",
        (VALIDASI,),
        Expected(("Tidak ada yang perlu diperbaiki.",), (" ",)),
        "clean",
    ),
    _checked(
        "a blank form",
        "1 wajib diperbaiki, 1 informasi",
        ("IDN-001 Beranda!C12", "IDN-003 Beranda!C13"),
        "Beranda!C12",
        book="blank",
    ),
    _checked(
        "ISI: an entry is left out",
        "1 wajib diperbaiki;",
        ("ISI-001 Isian!E10",),
        "Isian!E10",
        typed={"isian.K1.rt.TW1": None},
    ),
    _checked(
        "ANG: a number with its unit",
        "1 wajib diperbaiki;",
        ("ANG-001 Isian!E10",),
        "Isian!E10",
        typed={"isian.K1.rt.TW1": "10 RT"},
    ),
    _checked(
        "LOG: a part above its whole",
        "1 wajib diperbaiki;",
        TOO_MANY_TOLD,
        "Isian!E9",
        typed=TOO_MANY,
    ),
    _checked(
        "TRN: far above the target",
        "1 perlu konfirmasi;",
        ("TRN-001 Isian!E9", "TRN-001 Isian!E10"),
        "Isian!E9",
        typed={"isian.K1.rt_dibina.TW1": 9},
    ),
    _checked(
        "NAR: personal data in a reason",
        "1 perlu konfirmasi;",
        ("NAR-003 Isian!G34",),
        "Isian!G34",
        typed=PRIVATE,
    ),
    _checked(
        "IDN: a NIP that cannot be",
        "1 perlu konfirmasi;",
        ("IDN-005 Beranda!C28",),
        "Beranda!C28",
        typed={"identitas.nip.TW1": "1234"},
    ),
    _checked(
        "STR: a row was inserted",
        "1 wajib diperbaiki;",
        ("STR-007 Isian!A9",),
        "Isian!A9",
        book="row inserted",
    ),
    _checked(
        "KCI: a target was changed",
        "1 wajib diperbaiki;",
        ("KCI-001 Isian!E11",),
        "Isian!E11",
        book="target changed",
    ),
    _checked(
        "an entry that pasting has locked",
        "1 perlu konfirmasi;",
        ("KCI-009 Isian!E9",),
        "Isian!E9",
        book="entry locked",
    ),
    _checked(
        "protection switched off",
        "1 perlu konfirmasi;",
        ("KCI-005 Isian",),
        FIRST_NOTE,
        book="unprotected",
    ),
    _checked(
        "a renamed sheet",
        "1 wajib diperbaiki;",
        ("STR-016 Isian",),
        FIRST_NOTE,
        book="sheet renamed",
    ),
    _checked(
        "Catatan Pemeriksaan renamed",
        "2 wajib diperbaiki;",
        ("STR-016 Catatan Pemeriksaan", *TOO_MANY_TOLD),
        "Isian!E9",
        book="notes renamed",
        typed=TOO_MANY,
    ),
    _checked(
        "an entry on a renamed sheet",
        "2 wajib diperbaiki;",
        ("STR-016 Isian", "ISI-001 Isian!E10"),
        "Isian TW1!E10",
        book="sheet renamed",
        typed={"isian.K1.rt.TW1": None},
    ),
    Scenario(
        "the marks of a renamed Catatan Pemeriksaan",
        (VALIDASI, HAPUS),
        Expected(("Penanda sudah dihapus.",), (), "Isian!E9"),
        "notes renamed",
        TOO_MANY,
    ),
    _checked(
        "a hidden sheet",
        "1 perlu konfirmasi;",
        ("STR-010 Capaian",),
        FIRST_NOTE,
        book="page hidden",
    ),
    _checked(
        "a huge sheet of somebody's own",
        "1 perlu konfirmasi;",
        ("STR-005 Arsip",),
        FIRST_NOTE,
        book="huge",
    ),
    _checked(
        "another form open behind",
        "1 wajib diperbaiki;",
        TOO_MANY_TOLD,
        "Isian!E9",
        typed=TOO_MANY,
        another="clean",
    ),
    Scenario(
        "English asked for",
        (VALIDASI,),
        Expected(("1 to be mended;", "begin with Isian!E9."), TOO_MANY_TOLD, "Isian!E9"),
        "clean",
        TOO_MANY,
        language="en",
    ),
    Scenario(
        "checked twice",
        (VALIDASI, VALIDASI),
        Expected(("Kemajuan: 0 dari 1",), (" ", *TOO_MANY_TOLD), "Isian!E9"),
        "clean",
        TOO_MANY,
    ),
    Scenario(
        "the marks are removed again",
        (VALIDASI, HAPUS),
        Expected(("Penanda sudah dihapus.",), (), "Isian!E9"),
        "clean",
        TOO_MANY,
    ),
)
