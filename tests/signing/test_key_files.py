"""Key files: made once, closed to others, and told apart where the wrong one is handed over."""

import os
import stat
import sys
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed448 import Ed448PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_public_key,
)

from tests.signing.keys import key, public_text
from workflow.key_files import make_key, read_public_key, read_signing_key
from workflow.refusal import RefusedError


def _password(folder: Path, text: str = "rahasia sekali\n") -> Path:
    path = folder / "sandi.txt"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_new_key_is_readable_by_its_owner_alone_and_has_its_public_half_beside_it(
    tmp_path: Path,
) -> None:
    made = make_key(tmp_path / "kunci.pem")

    assert read_signing_key(tmp_path / "kunci.pem").public == made
    assert read_public_key(tmp_path / "kunci.pub") == made
    if os.name == "posix":
        assert stat.S_IMODE((tmp_path / "kunci.pem").stat().st_mode) == 0o600


def test_the_public_key_is_one_that_other_programs_read(tmp_path: Path) -> None:
    made = make_key(tmp_path / "kunci.pem")
    data = (tmp_path / "kunci.pub").read_bytes()

    assert load_pem_public_key(data).public_bytes_raw() == made.raw  # type: ignore[union-attr]
    (tmp_path / "lain.pub").write_text(public_text(key("a")), encoding="ascii")
    assert read_public_key(tmp_path / "lain.pub") == key("a").public


@pytest.mark.parametrize("there", ["kunci.pem", "kunci.pub"])
def test_a_key_that_is_there_is_never_overwritten(tmp_path: Path, there: str) -> None:
    (tmp_path / there).write_text("yang lama", encoding="utf-8")

    with pytest.raises(RefusedError, match="tidak pernah ditimpa"):
        make_key(tmp_path / "kunci.pem")
    assert [one.name for one in tmp_path.iterdir()] == [there]
    assert (tmp_path / there).read_text(encoding="utf-8") == "yang lama"


@pytest.mark.skipif(os.name != "posix", reason="links need rights on Windows")
@pytest.mark.parametrize("there", ["kunci.pem", "kunci.pub"])
def test_a_key_is_not_written_through_a_link_that_leads_to_nothing(
    tmp_path: Path, there: str
) -> None:
    (tmp_path / there).symlink_to(tmp_path / "tujuan")

    with pytest.raises(RefusedError, match="tidak pernah ditimpa"):
        make_key(tmp_path / "kunci.pem")
    assert [one.name for one in tmp_path.iterdir()] == [there]


def test_a_secret_key_is_not_given_the_ending_of_a_public_one(tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match="akhiran"):
        make_key(tmp_path / "kunci.pub")


def test_a_key_with_a_password_opens_with_it_alone(tmp_path: Path) -> None:
    path, password = tmp_path / "kunci.pem", _password(tmp_path)
    made = make_key(path, password)

    assert b"ENCRYPTED" in path.read_bytes()
    assert read_signing_key(path, password).public == made
    with pytest.raises(RefusedError, match="kunci ini bersandi"):
        read_signing_key(path)
    with pytest.raises(RefusedError, match="kata sandinya keliru"):
        read_signing_key(path, _password(tmp_path, "yang lain"))


def test_what_is_no_secret_key_says_what_it_is(tmp_path: Path) -> None:
    make_key(tmp_path / "kunci.pem")
    other = Ed448PrivateKey.generate()
    pem = other.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    (tmp_path / "lain.pem").write_bytes(pem)
    (tmp_path / "surat.pem").write_text("Yth. Bapak Camat", encoding="utf-8")
    told = {
        "kunci.pub": "ini kunci umum",
        "lain.pem": "bukan kunci Ed25519",
        "surat.pem": "tidak dapat dibuka",
        "tidak_ada.pem": "tidak ada",
    }

    for name, words in told.items():
        with pytest.raises(RefusedError, match=words):
            read_signing_key(tmp_path / name)
    with pytest.raises(RefusedError, match="tidak bersandi"):
        read_signing_key(tmp_path / "kunci.pem", _password(tmp_path))


def test_a_secret_key_in_the_place_of_a_public_one_is_not_accepted(tmp_path: Path) -> None:
    make_key(tmp_path / "kunci.pem")
    (tmp_path / "potong.pub").write_text(public_text(key("a"))[:60], encoding="ascii")
    (tmp_path / "biner.pub").write_bytes(bytes(range(256)))

    with pytest.raises(RefusedError, match="jangan dibagikan"):
        read_public_key(tmp_path / "kunci.pem")
    for name in ("potong.pub", "biner.pub"):
        with pytest.raises(RefusedError, match="bukan kunci umum"):
            read_public_key(tmp_path / name)


def test_without_the_library_one_sentence_says_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "cryptography", None)
    with pytest.raises(RefusedError, match=r"pip install \"iku-kecamatan\[kunci\]\""):
        make_key(tmp_path / "kunci.pem")
    assert not list(tmp_path.iterdir())
