"""Files are whole or absent."""

from pathlib import Path

import pytest

from workbook_builder import save_whole


def test_missing_folders_are_made(tmp_path: Path) -> None:
    path = tmp_path / "2026" / "kecamatan" / "buku.xlsx"

    save_whole(b"isi", path)

    assert path.read_bytes() == b"isi"


def test_an_existing_file_is_replaced_and_nothing_else_is_left(tmp_path: Path) -> None:
    path = tmp_path / "buku.xlsx"
    path.write_bytes(b"lama")

    save_whole(b"baru", path)

    assert path.read_bytes() == b"baru"
    assert list(tmp_path.iterdir()) == [path]


def test_others_may_read_it_like_any_new_file(tmp_path: Path) -> None:
    plain, saved = tmp_path / "biasa", tmp_path / "buku.xlsx"
    plain.write_bytes(b"")

    save_whole(b"isi", saved)

    assert saved.stat().st_mode == plain.stat().st_mode


def test_a_failure_leaves_no_half_file(tmp_path: Path) -> None:
    folder_in_the_way = tmp_path / "buku.xlsx"
    (folder_in_the_way / "isi").mkdir(parents=True)

    with pytest.raises(OSError, match="buku"):
        save_whole(b"baru", folder_in_the_way)

    assert list(tmp_path.iterdir()) == [folder_in_the_way]
