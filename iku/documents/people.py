"""Who signs, and how it is written: office, name with gelar, pangkat, NIP (Permendagri 1/2023)."""

from iku.definition.model import Definition, PenandaTangan, Unit
from iku.documents.blocks import Party
from iku.documents.common import DOTS
from iku.report import Report
from iku.sheets.office import ACTING, HEADS, ON_BEHALF


def office(definition: Definition, unit: Unit, jabatan: str) -> tuple[str, ...]:
    """Return the lines of an office above a signature, such as ``Plt. CAMAT JEMAJA BARAT,``.

    One who signs on behalf (``a.n.``) has a second line with his own office, after a stroke or a
    comma, by custom the secretary.

    >>> from types import SimpleNamespace as Some
    >>> office(Some(jenis_unit="Kecamatan"), Some(nama="Ulu"), "Plh.")
    ('Plh. CAMAT ULU,',)
    """
    head = f"{HEADS.get(definition.jenis_unit, 'CAMAT')} {unit.nama.upper()}"
    start = jabatan.strip().lower()
    if start.startswith(ON_BEHALF):
        _, _, own = jabatan.replace(",", "/").partition("/")
        second = own.strip().upper() or f"SEKRETARIS {definition.jenis_unit.upper()}"
        return (f"a.n. {head}", f"{second},")
    acting = ACTING.get(start[:3])
    if acting is not None:
        return (f"{acting}{head},",)
    if start in {"", "camat", "lurah", "kepala distrik"}:
        return (f"{head},",)
    return (f"{jabatan.strip().upper()} {unit.nama.upper()},",)


def camat(
    definition: Definition, unit: Unit, signing: PenandaTangan | None = None, tanggal: str = ""
) -> Party:
    """Return the head of a unit as one who signs; ``signing`` is who does so in a period.

    Place and date stand above where either is known; a date still to come is dotted.
    """
    person = signing or unit.penanda_tangan
    date = tanggal or (DOTS if person.tempat else "")
    place = ", ".join(part for part in (person.tempat, date) if part)
    above = (*((place,) if place else ()), *office(definition, unit, person.jabatan))
    return Party(above, person.nama, ranks(person))


def ranks(person: PenandaTangan) -> tuple[str, ...]:
    """Return the lines under a name: pangkat and NIP, or room to write the NIP."""
    nip = f"NIP. {person.nip or DOTS}"
    return (person.pangkat, nip) if person.pangkat else (nip,)


def signing_person(report: Report, periode: str, unit: Unit) -> tuple[PenandaTangan, str]:
    """Return who signs in a period as the workbook says, and the date; else the definition's."""
    typed = {
        field: report.text(f"identitas.{field}.{periode}")
        for field in ("camat", "jabatan", "pangkat", "nip", "tempat", "tanggal")
    }
    issued = unit.penanda_tangan
    if not typed["camat"]:
        return issued, typed["tanggal"]
    person = PenandaTangan(
        nama=typed["camat"],
        jabatan=typed["jabatan"] or issued.jabatan,
        pangkat=typed["pangkat"],
        nip=typed["nip"],
        tempat=typed["tempat"],
    )
    return person, typed["tanggal"]


def regency_head(definition: Definition) -> str:
    """Return the head of the regency by office: ``BUPATI DEMAK``, ``WALI KOTA JAMBI``.

    Who that is no definition says; the name is left to be written.
    """
    name = definition.kabupaten.nama
    kind, _, place = name.partition(" ")
    titles = {"kota": "WALI KOTA", "kabupaten": "BUPATI"}
    title = titles.get(kind.lower())
    return f"{title} {place.upper()}" if title else f"BUPATI/WALI KOTA {name.upper()}"
