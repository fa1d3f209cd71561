"""Fields that every paper can name: unit, regency, year; what nobody knows yet is dotted."""

from iku.definition.model import Definition, PenandaTangan, Unit

DOTS = "." * 30


def named(definition: Definition, unit: Unit | None) -> str:
    """Return the unit as papers name it; for the whole regency its kind of unit alone.

    >>> from types import SimpleNamespace as Some
    >>> named(Some(jenis_unit="Kecamatan"), Some(nama="Ulu"))
    'Kecamatan Ulu'
    """
    return definition.jenis_unit if unit is None else f"{definition.jenis_unit} {unit.nama}"


def common_fields(definition: Definition, unit: Unit | None) -> dict[str, str]:
    """Return the fields that every paper has; in capitals where the name is."""
    unit_name = named(definition, unit)
    regency = definition.kabupaten.nama
    person = PenandaTangan() if unit is None else unit.penanda_tangan
    return {
        "unit": unit_name,
        "UNIT": unit_name.upper(),
        "kode_unit": definition.kabupaten.kode if unit is None else unit.kode,
        "kabupaten": regency,
        "KABUPATEN": regency.upper(),
        "jenis_unit": definition.jenis_unit,
        "JENIS_UNIT": definition.jenis_unit.upper(),
        "tahun": str(definition.tahun),
        "misi": definition.misi,
        "nama_camat": person.nama or DOTS,
        "pangkat": person.pangkat or DOTS,
        "nip": person.nip or DOTS,
        "tempat": person.tempat or DOTS,
    }
