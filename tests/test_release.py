"""What may be released, what readers are told, and that a damaged release is noticed."""

import shutil
import subprocess
from pathlib import Path

import pytest

from addin.install.checksums import SUMS, listing
from addin.version import installed_version
from scripts.release import NotReleasableError, notes_of, project_version, require_releasable
from scripts.release_check import Trial, guides_are_whole, sums_hold
from scripts.release_notes import READERS, NotesError, release_notes
from scripts.release_room import CheckError, Room

ROOT = Path(__file__).parents[1]
CHANGELOG = """# Changelog

## Unreleased

### Untuk kecamatan
- Belum dirilis.

## 1.2.3 — 2026-02-01

### Added — for developers
- A lock.

### Untuk petugas TI
- Paket baru.

### Untuk kecamatan
- Formulir baru.
- Isian baru.

### Untuk kabupaten/kota
- Rekap baru.

## 1.2.2 — 2025-12-31

### Untuk kecamatan
- Versi lama.
"""


def git(root: Path, *words: str) -> None:
    who = ("-c", "user.name=uji", "-c", "user.email=uji@contoh.id")
    subprocess.run(["git", "-C", str(root), *who, *words], check=True, capture_output=True)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A clean checkout of version 1.2.3, its commit tagged."""
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "x"\nversion = "1.2.3"\n')
    git(tmp_path, "init")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-m", "versi")
    git(tmp_path, "tag", "v1.2.3")
    return tmp_path


def test_a_clean_tree_whose_commit_carries_its_version_may_be_released(checkout: Path) -> None:
    git(checkout, "tag", "disetujui")

    require_releasable(checkout)


def test_a_changed_file_forbids_a_release(checkout: Path) -> None:
    with (checkout / "pyproject.toml").open("a") as file:
        file.write("\n")

    with pytest.raises(NotReleasableError, match=r"not clean: 1 files, pyproject\.toml first"):
        require_releasable(checkout)


def test_a_file_that_git_does_not_know_forbids_a_release(checkout: Path) -> None:
    (checkout / "baru.py").touch()

    with pytest.raises(NotReleasableError, match="baru"):
        require_releasable(checkout)


def test_a_commit_after_the_tag_is_no_release(checkout: Path) -> None:
    git(checkout, "commit", "--allow-empty", "-m", "sesudahnya")

    with pytest.raises(NotReleasableError, match=r"must carry the tag v1\.2\.3; it carries no tag"):
        require_releasable(checkout)


def test_the_tag_of_another_version_is_none_of_this(checkout: Path) -> None:
    git(checkout, "tag", "--delete", "v1.2.3")
    git(checkout, "tag", "v1.2.4")

    with pytest.raises(NotReleasableError, match=r"it carries v1\.2\.4"):
        require_releasable(checkout)


@pytest.mark.parametrize("version", ["1.2", "1.2.3.dev1", "1.2.3rc1"])
def test_only_three_numbers_are_a_release(checkout: Path, version: str) -> None:
    (checkout / "pyproject.toml").write_text(f'[project]\nname = "x"\nversion = "{version}"\n')
    git(checkout, "commit", "--all", "-m", "versi")
    git(checkout, "tag", f"v{version}")

    with pytest.raises(NotReleasableError, match=r"not X\.Y\.Z"):
        require_releasable(checkout)


def test_notes_are_the_words_for_each_reader_in_their_order() -> None:
    notes = release_notes(CHANGELOG, "1.2.3")

    assert dict(notes.words) == {
        "Untuk kecamatan": "- Formulir baru.\n- Isian baru.",
        "Untuk kabupaten/kota": "- Rekap baru.",
        "Untuk petugas TI": "- Paket baru.",
    }
    assert tuple(notes.words) == READERS


def test_the_page_tells_version_day_words_and_files() -> None:
    page = release_notes(CHANGELOG, "1.2.3").page({"IKU.oxt": ("LibreOffice", 40_000)})

    assert page.startswith("# IKU Kecamatan 1.2.3\n\n1 Februari 2026\n\n## Untuk kecamatan\n")
    assert "| `IKU.oxt` | LibreOffice | 39 KB |" in page
    assert "A lock" not in page
    assert "DRAF" not in page


def test_the_page_of_a_draft_says_so_before_anything_else() -> None:
    page = release_notes(CHANGELOG, "1.2.3").page({}, draft=True)

    assert page.index("DRAF") < page.index("## ")


@pytest.mark.parametrize(
    ("version", "lacks"),
    [("1.2.2", "Untuk kabupaten/kota"), ("1.2.4", "no section"), ("Unreleased", "no section")],
)
def test_without_words_for_every_reader_there_are_no_notes(version: str, lacks: str) -> None:
    with pytest.raises(NotesError, match=lacks):
        release_notes(CHANGELOG, version)


def test_the_changelog_has_the_notes_of_this_version() -> None:
    notes = notes_of(ROOT)

    assert notes.version == project_version(ROOT) == installed_version()
    assert all(len(words.splitlines()) <= 8 for words in notes.words.values())


@pytest.fixture
def trial(tmp_path: Path) -> Trial:
    """A release of one file and one bundle, both with their checksums, in an empty room."""
    files = tmp_path / "rilis"
    bundle = tmp_path / "IKU-1.2.3-linux"
    for folder in (files, bundle):
        folder.mkdir()
        (folder / "IKU.oxt").write_bytes(b"menu")
        (folder / SUMS).write_text(listing(folder))
    shutil.make_archive(str(files / bundle.name), "zip", tmp_path, bundle.name)
    (files / SUMS).write_text(listing(files))
    shutil.rmtree(bundle)
    return Trial(files, Room(tmp_path))


def test_an_undamaged_release_is_as_listed(trial: Trial) -> None:
    assert "3 files" in sums_hold(trial)


@pytest.mark.parametrize("name", ["IKU.oxt", "IKU-1.2.3-linux.zip"])
def test_a_changed_file_of_a_release_is_named(trial: Trial, name: str) -> None:
    with (trial.files / name).open("ab") as file:
        file.write(b"\0")

    with pytest.raises(CheckError, match=name):
        sums_hold(trial)


def test_a_file_that_nobody_listed_is_named(trial: Trial) -> None:
    (trial.files / "tambahan.exe").touch()

    with pytest.raises(CheckError, match=r"tambahan\.exe"):
        sums_hold(trial)


def test_a_listed_file_that_is_gone_is_named(trial: Trial) -> None:
    (trial.files / "IKU.oxt").unlink()

    with pytest.raises(CheckError, match=r"IKU\.oxt"):
        sums_hold(trial)


@pytest.fixture
def guides(trial: Trial) -> Path:
    """The guides of a release: two, in Indonesian and in one other language."""
    for folder in (trial.files / "panduan", trial.files / "panduan" / "en"):
        folder.mkdir()
        for name in ("kecamatan.docx", "kecamatan.pdf", "lembar.docx", "lembar.pdf"):
            (folder / name).touch()
    return trial.files / "panduan"


def test_guides_are_counted_by_language(trial: Trial, guides: Path) -> None:
    assert guides.is_dir()
    assert guides_are_whole(trial) == "2 guides, as Word and PDF, in 2 languages"


@pytest.mark.parametrize("name", ["lembar.pdf", "en/lembar.docx", "en/lembar.pdf"])
def test_a_guide_that_is_missing_in_one_kind_or_language_is_named(
    trial: Trial, guides: Path, name: str
) -> None:
    (guides / name).unlink()

    with pytest.raises(CheckError, match="lembar"):
        guides_are_whole(trial)


def test_a_release_without_guides_is_none(trial: Trial) -> None:
    with pytest.raises(CheckError, match="guides"):
        guides_are_whole(trial)


def test_a_program_in_the_room_sees_no_setting_of_its_user(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))

    said = Room(tmp_path).run("env")

    assert f"HOME={tmp_path / 'rumah'}" in said
    assert "PYTHONPATH" not in said


def test_a_program_that_fails_in_the_room_stops_the_proof(tmp_path: Path) -> None:
    with pytest.raises(CheckError, match="status 3"):
        Room(tmp_path).run("sh", "-c", "exit 3")
