"""The lock of sheets and workbook, as the file tells it."""

import hashlib
import re
from base64 import b64encode
from io import BytesIO
from zipfile import ZipFile

import pytest

from tests.builder.sample import PASSWORD, SALT, SAMPLE, built
from workbook_builder.protection import password_hash


def attributes(data: bytes, part: str, element: str) -> dict[str, str]:
    with ZipFile(BytesIO(data)) as archive:
        found = re.search(f"<{element} ([^>]*)/>", archive.read(part).decode())
    return dict(re.findall(r'(\w+)="([^"]*)"', found[1])) if found else {}


def test_hash_follows_the_standard_round_by_round() -> None:
    value = hashlib.sha512(SALT + PASSWORD.encode("utf-16-le")).digest()
    for number in range(100_000):
        counter = bytes([number & 255, number >> 8 & 255, number >> 16, 0])
        value = hashlib.sha512(value + counter).digest()

    assert password_hash(PASSWORD, SALT) == b64encode(value).decode()


def test_hash_is_computed_once_per_password_and_salt() -> None:
    password_hash(PASSWORD, SALT)
    before = password_hash.cache_info().misses

    built()

    assert password_hash.cache_info().misses == before


def test_an_empty_password_is_refused() -> None:
    with pytest.raises(ValueError, match="must not be empty"):
        built(password="")


def test_sheets_allow_widths_and_filter_but_no_rows_or_columns() -> None:
    lock = attributes(built(), "xl/worksheets/sheet1.xml", "sheetProtection")

    assert {name for name, value in lock.items() if value == "0"} == {
        "autoFilter",
        "formatColumns",
        "selectLockedCells",
        "selectUnlockedCells",
    }
    assert {name for name, value in lock.items() if value == "1"} >= {
        "sheet",
        "insertRows",
        "insertColumns",
        "deleteRows",
        "deleteColumns",
    }


def test_sheets_and_structure_carry_the_same_hash() -> None:
    data = built()
    sheet = attributes(data, "xl/worksheets/sheet3.xml", "sheetProtection")
    structure = attributes(data, "xl/workbook.xml", "workbookProtection")

    assert (sheet["algorithmName"], sheet["spinCount"]) == ("SHA-512", "100000")
    assert sheet["saltValue"] == b64encode(SALT).decode()
    assert sheet["hashValue"] == password_hash(PASSWORD, SALT)
    assert structure == {
        "lockStructure": "1",
        "workbookAlgorithmName": "SHA-512",
        "workbookHashValue": sheet["hashValue"],
        "workbookSaltValue": sheet["saltValue"],
        "workbookSpinCount": "100000",
    }


def test_without_a_password_everything_is_locked_all_the_same() -> None:
    data = built(SAMPLE, password=None)
    lock = attributes(data, "xl/worksheets/sheet1.xml", "sheetProtection")

    assert lock["sheet"] == "1"
    assert "hashValue" not in lock
    assert attributes(data, "xl/workbook.xml", "workbookProtection") == {"lockStructure": "1"}


def test_a_sheet_that_is_not_protected_stays_open() -> None:
    assert attributes(built(), "xl/worksheets/sheet5.xml", "sheetProtection") == {}
