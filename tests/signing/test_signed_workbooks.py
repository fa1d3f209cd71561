"""A signed workbook: the same every time, fast or slow, and an unsigned one as it ever was."""

from datetime import datetime

import pytest

from iku.address import CellRef
from iku.cells import WorkbookSnapshot
from iku.entry_workbook import formula_values, visible_book, with_hidden_sheet
from iku.layout.layout import IKU_SHEET, Layout
from iku.reading import read_submission, stored_manifest_digest, stored_signature
from iku.series import issued_edition
from iku.submission import Submission
from iku.terbitan import Terbitan
from tests.signing.keys import changed_letter, key
from tests.workbooks import layout, read_back
from workbook_builder import MasterWorkbook, write_workbook
from workbook_reader.snapshot import read_snapshot_bytes
from workflow.build import workbook_bytes
from workflow.signing import Signature

DEFINITION = "contoh_triwulanan_2025"
SALT, MODIFIED = b"garam untuk uji.", datetime(2017, 1, 1)
OURS = key("kabupaten")


def _drawn_alone(terbitan: Terbitan, signature: str) -> bytes:
    of = Layout(terbitan)
    visible, manifest = visible_book(of)
    blueprint = with_hidden_sheet(of, visible, manifest.canonical(), signature)
    values = formula_values(blueprint)
    return write_workbook(blueprint, values, password=None, salt=SALT, modified=MODIFIED)


def test_a_signed_workbook_from_its_series_is_the_one_drawn_alone() -> None:
    for unit in (0, 1):
        terbitan = layout(DEFINITION, unit).terbitan
        series, edition = issued_edition(terbitan)
        signature = OURS.signature(terbitan.sidik, edition.manifest_digest)
        master = MasterWorkbook(
            series.signed_blueprint, series.values, password=None, salt=SALT, modified=MODIFIED
        )

        assert master.variant(edition.signed(signature)) == _drawn_alone(terbitan, signature)


def test_signing_is_reproducible_and_changes_nothing_else() -> None:
    terbitan = layout(DEFINITION).terbitan
    plain, manifest = workbook_bytes(terbitan)
    signed, same = workbook_bytes(terbitan, sign=OURS.signature)

    assert workbook_bytes(terbitan, sign=OURS.signature)[0] == signed
    assert workbook_bytes(terbitan)[0] == plain
    assert manifest == same
    before, after = (read_snapshot_bytes(one, "a.xlsx") for one in (plain, signed))
    assert isinstance(before, WorkbookSnapshot)
    assert isinstance(after, WorkbookSnapshot)
    added = after.sheets[IKU_SHEET].values.keys() - before.sheets[IKU_SHEET].values.keys()
    assert added == {"F5", "F6", "F7", "F8"}
    assert all(
        after.sheets[name].values == sheet.values
        for name, sheet in before.sheets.items()
        if name != IKU_SHEET
    )


def test_a_signature_comes_back_and_holds_and_is_no_stray_text() -> None:
    terbitan = layout(DEFINITION).terbitan
    submission = read_back(workbook_bytes(terbitan, sign=OURS.signature)[0])
    signature = Signature.read(stored_signature(submission.snapshot))

    assert submission.findings == ()
    assert signature is not None
    assert signature.key == OURS.public
    assert signature.holds(terbitan.sidik, stored_manifest_digest(submission.snapshot))
    assert not signature.holds("f" * 64, stored_manifest_digest(submission.snapshot))
    assert not signature.holds(terbitan.sidik, "f" * 64)


def test_text_beside_the_signature_is_told() -> None:
    data, _ = workbook_bytes(layout(DEFINITION).terbitan, sign=OURS.signature)
    seen = read_back(data).snapshot
    seen.sheets[IKU_SHEET].values[CellRef(IKU_SHEET, 9, 6).a1] = "titipan"

    again = read_submission(seen)
    assert isinstance(again, Submission)
    assert [one.code for one in again.findings] == ["KCI-011"]


def test_the_secret_is_never_shown() -> None:
    assert str(OURS.secret) not in repr(OURS)
    assert "secret" not in repr(OURS)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ed25519",
        "ed25519::",
        "ed25519:AAAA:AAAA",
        f"rsa:{OURS.public.text}:AAAA",
        f"ed25519:{OURS.public.text}:???",
        "ed25519:é:é",
    ],
)
def test_what_is_no_signature_is_none(text: str) -> None:
    assert Signature.read(text) is None


def test_a_signature_cut_short_or_changed_does_not_hold() -> None:
    whole = OURS.signature("a" * 64, "b" * 64)
    kind, public, _ = whole.split(":")

    for text in (changed_letter(whole), f"{kind}:{public}:AAAA", f"{kind}:{public}:"):
        signature = Signature.read(text)
        assert signature is not None
        assert not signature.holds("a" * 64, "b" * 64)


def test_what_is_signed_stays_the_same_for_years() -> None:
    assert key("tetap").signature("0" * 64, "1" * 64) == (
        "ed25519:1NqF23Ysl3V/FchJEQPu9rOSK2gWiXvSarSctBRDcmM=:"
        "HfgRwe6e1mz3q5DizxbhHpOAIovvspbvqZT8R+ishR8a/DAc7bTND7s1aSgEOS8aE6fDnmuoTmevnOFZjrgvDA=="
    )
