"""What changes nothing is not told of: no finding above information."""

from pathlib import Path

import pytest

from tests.damage.campaign import Form, known_form
from tests.damage.harmless import above_info, looking_otherwise, varied
from tests.damage.package import zipped
from tests.judges import libreoffice

FORMS = ("kota_jambi_2017", "contoh_triwulanan_2025")


@pytest.mark.parametrize("name", FORMS)
def test_another_look_is_no_finding(name: str) -> None:
    form = known_form(name)
    data = zipped(form.parts)

    assert [above_info(form, looking_otherwise(data, seed)) for seed in range(20)] == [[]] * 20


@pytest.mark.parametrize("name", FORMS)
def test_saving_with_openpyxl_is_no_finding(name: str) -> None:
    form = known_form(name)
    data = zipped(form.parts)

    assert [above_info(form, varied(data, seed)) for seed in range(2)] == [[]] * 2


@pytest.mark.parametrize("through", ["xls:MS Excel 97", "ods:calc8"])
def test_a_trip_through_another_format_is_no_finding(through: str, tmp_path: Path) -> None:
    forms = {name: known_form(name) for name in FORMS}

    for name, data in trip(forms, tmp_path, through).items():
        assert above_info(forms[name], data) == []


def test_saving_with_libreoffice_is_no_finding(tmp_path: Path) -> None:
    forms = {name: known_form(name) for name in FORMS}

    for path in libreoffice.recalculate(_written(forms, tmp_path), tmp_path / "lo"):
        assert above_info(forms[path.stem], path.read_bytes()) == []


def trip(forms: dict[str, Form], folder: Path, through: str) -> dict[str, bytes]:
    """Save workbooks in another format and back, with LibreOffice."""
    there = libreoffice._converted(_written(forms, folder), folder / "sana", through, "id-ID")
    back = libreoffice.recalculate(there, folder / "kembali", "id-ID")
    return {path.stem: path.read_bytes() for path in back}


def _written(forms: dict[str, Form], folder: Path) -> list[Path]:
    paths = []
    for name, form in forms.items():
        path = folder / f"{name}.xlsx"
        path.write_bytes(zipped(form.parts))
        paths.append(path)
    return paths
