"""The ribbon: what Office would refuse is not in it, and what it calls is there."""

import re

import pytest

from addin.menu import menu
from addin.xlam.ribbon import OFFICE_2007, OFFICE_2010
from tests.xlam.customui import LONGEST_TIP, faults

RIBBONS = {"customUI/customUI.xml": OFFICE_2007, "customUI/customUI14.xml": OFFICE_2010}


@pytest.mark.parametrize(("part", "namespace"), RIBBONS.items())
def test_each_ribbon_is_what_office_accepts(
    part: str, namespace: str, parts: dict[str, bytes], texts: dict[str, str]
) -> None:
    assert namespace.encode() in parts[part]
    assert faults(parts[part], texts) == []


def test_both_ribbons_say_the_same(parts: dict[str, bytes]) -> None:
    old, new = (parts[part].replace(namespace.encode(), b"") for part, namespace in RIBBONS.items())

    assert old == new


@pytest.mark.parametrize(
    ("good", "bad", "fault"),
    [
        (b'size="large"', b'sise="large"', "button has no attribute sise"),
        (b'id="btn_bantuan"', b'id="btn_validasi"', "id btn_validasi twice"),
        (b'keytip="B"', b'keytip="V"', "keytip V twice"),
        (b'onAction="IKU_Tekan"', b'onAction="IKU_Takan"', "IKU_Takan"),
        (b'onAction="IKU_Tekan"', b'onAction="IKU_Label"', "IKU_Label"),
        (b"<tabs>", b'<tabs id="t">', "tabs has no attribute id"),
        (OFFICE_2007.encode(), b"urn:other", "unknown namespace urn:other"),
    ],
)
def test_the_checker_sees_what_office_would_refuse(
    good: bytes, bad: bytes, fault: str, parts: dict[str, bytes], texts: dict[str, str]
) -> None:
    broken = parts["customUI/customUI.xml"].replace(good, bad)

    assert any(fault in found for found in faults(broken, texts))


def test_the_menu_has_the_six_buttons_and_only_two_of_them_need_no_workbook() -> None:
    assert {button.action for button in menu().buttons} == {
        "validasi",
        "hapus-penanda",
        "pulihkan",
        "konsolidasi",
        "cetak",
        "bantuan",
    }
    assert {button.action for button in menu().buttons if not button.needs_book} == {
        "konsolidasi",
        "bantuan",
    }


def test_every_item_speaks_both_languages_within_what_office_shows() -> None:
    items = [menu().words, *(group.words for group in menu().groups)]
    for words in items:
        assert words["id"].label
        assert words["en"].label
    for button in menu().buttons:
        for spoken in button.words.values():
            assert spoken.label
            assert spoken.tip
            assert 0 < len(spoken.explanation) <= LONGEST_TIP


def test_messages_of_the_launcher_have_the_same_places_in_both_languages() -> None:
    for key, said in menu().messages.items():
        places = [set(re.findall(r"{(.*?)}", said[language])) for language in ("id", "en")]
        assert places[0] == places[1] <= {"kode", "log", "versi"}, key
