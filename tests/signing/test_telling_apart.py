"""Genuine, unsigned, forged, replayed and signed by others: each is told in words of its own."""

from pathlib import Path

import pytest

from iku.consolidation import RegencyReport, Status
from iku.finding import Severity
from tests.signing.keys import write_public
from tests.signing.sample import FIRST, NEW, OURS, SECOND, THEIRS, THIRD, Regency, signed_for
from workflow.build import build_workbooks
from workflow.consolidate import consolidate_all
from workflow.executors import HERE
from workflow.history import History, known_keys, trust_key, withdraw_key
from workflow.history.opening import writing
from workflow.refusal import RefusedError
from workflow.repetition import repeated
from workflow.signing import unsigned
from workflow.validate import Checked, validate

SIGNED = {f"KCI-0{n}" for n in (14, *range(22, 31))}


@pytest.fixture
def regency(tmp_path: Path) -> Regency:
    return Regency(tmp_path)


def _issue_all(regency: Regency) -> None:
    forms = regency.folder / "formulir"
    build_workbooks(regency.definition_path, forms, history=regency.history, key=OURS)


def _checked(path: Path, regency: Regency, *, history: bool = True) -> Checked:
    kept = regency.history if history else None
    return validate([path], history=kept, trust=[] if history else [regency.public]).files[0]


def _codes(checked: Checked) -> list[str]:
    return [one.code for one in checked.findings if one.code in SIGNED]


def _fates(report: RegencyReport) -> dict[str, tuple[str, str, str]]:
    return {
        fate.candidate.unit.kode: (fate.status, fate.reason.code, fate.candidate.authenticity)
        for fate in report.fates
        if fate.candidate.unit
    }


@pytest.mark.parametrize("history", [True, False])
def test_a_genuine_form_is_left_in_peace_and_said_to_be_genuine(
    regency: Regency, *, history: bool
) -> None:
    _issue_all(regency)
    path = regency.send(regency.form(FIRST), OURS.signature)
    checked = _checked(path, regency, history=history)

    assert _codes(checked) == []
    assert checked.as_json()["authenticity"] == "asli"


def test_every_other_form_is_told_apart_at_validation(regency: Regency) -> None:
    _issue_all(regency)
    own, forged = regency.form(FIRST), regency.form(FIRST, versi="7")
    sent = {
        "tanda tangan dibuang": (own, unsigned, ["KCI-030"]),
        "definisi palsu": (forged, signed_for(own), ["KCI-026", "KCI-022"]),
        "palsu tanpa tanda tangan": (forged, unsigned, ["KCI-025", "KCI-022"]),
        "kunci lain": (own, THEIRS.signature, ["KCI-027"]),
        "tanda tangan rusak": (own, lambda *_: "ed25519:rusak", ["KCI-026"]),
    }
    found = {
        name: _codes(_checked(regency.send(form, sign), regency))
        for name, (form, sign, _) in sent.items()
    }

    assert found == {name: codes for name, (_, _, codes) in sent.items()}


def test_consolidation_gives_each_its_own_fate_and_reason(regency: Regency) -> None:
    own = regency.form(SECOND)
    regency.send(regency.form(FIRST), OURS.signature)
    regency.send(regency.form(SECOND, versi="7"), signed_for(own))
    regency.send(regency.form(THIRD), THEIRS.signature)

    assert _fates(regency.report(history=False, trust=(regency.public,))) == {
        FIRST: (Status.ACCEPTED, "KON-001", "asli"),
        SECOND: (Status.REJECTED, "KCI-026", "tidak_cocok"),
        THIRD: (Status.REJECTED, "KCI-027", "kunci_lain"),
    }


def test_an_unsigned_form_counts_with_a_warning_that_says_what_to_do(regency: Regency) -> None:
    path = regency.send(regency.form(FIRST))
    report = regency.report(history=False, trust=(regency.public,))
    (finding,) = [one for one in report.findings if one.code in SIGNED]

    assert _fates(report)[FIRST] == (Status.ACCEPTED, "KON-001", "tanpa_tanda_tangan")
    assert (finding.code, finding.severity, finding.path) == (
        "KCI-025",
        Severity.WARNING,
        str(path),
    )
    assert "sebelum kabupaten/kota memakai kunci" in finding.fix


def test_a_form_issued_before_there_was_a_key_is_vouched_for_by_the_register(
    regency: Regency,
) -> None:
    forms = regency.folder / "formulir"
    build_workbooks(regency.definition_path, forms, history=regency.history)
    trust_key(regency.history, OURS.public)
    checked = _checked(regency.send(regency.form(FIRST)), regency)

    assert _codes(checked) == ["KCI-029"]
    assert [one.severity for one in checked.findings if one.code == "KCI-029"] == [Severity.INFO]


def test_an_old_form_sent_again_is_genuine_but_told_as_replaced(regency: Regency) -> None:
    _issue_all(regency)
    old = regency.form(FIRST)
    text = regency.definition_path.read_text(encoding="utf-8")
    regency.definition_path.write_text(text.replace("versi: 1", "versi: 2", 1), encoding="utf-8")
    assert regency.definition.versi == "2"
    _issue_all(regency)
    checked = _checked(regency.send(old, OURS.signature), regency)

    assert _codes(checked) == ["KCI-024"]
    assert checked.authenticity == "asli"


def test_without_any_key_signatures_are_neither_praised_nor_blamed(regency: Regency) -> None:
    path = regency.send(regency.form(FIRST), THEIRS.signature)
    (checked,) = validate([path]).files

    assert _codes(checked) == []
    assert "authenticity" not in checked.as_json()


def test_without_any_key_the_register_still_tells_known_from_unknown(regency: Regency) -> None:
    forms = regency.folder / "formulir"
    build_workbooks(regency.definition_path, forms, units=[FIRST], history=regency.history)

    assert _codes(_checked(regency.send(regency.form(FIRST)), regency)) == []
    assert _codes(_checked(regency.send(regency.form(SECOND)), regency)) == ["KCI-014"]


def test_a_withdrawn_key_counts_only_for_what_the_register_knows(regency: Regency) -> None:
    build_workbooks(
        regency.definition_path,
        regency.folder / "formulir",
        units=[FIRST],
        history=regency.history,
        key=OURS,
    )
    withdraw_key(regency.history, OURS.public)
    known = regency.send(regency.form(FIRST), OURS.signature)
    unknown = regency.send(regency.form(SECOND), OURS.signature)

    assert _codes(_checked(known, regency)) == []
    assert _codes(_checked(unknown, regency)) == ["KCI-028", "KCI-014"]
    by_hand = validate([unknown], history=regency.history, trust=[regency.public]).files[0]
    assert "KCI-028" in _codes(by_hand)


def test_a_key_stays_withdrawn_since_the_first_time(regency: Regency) -> None:
    withdraw_key(regency.history, OURS.public)
    with writing(regency.history) as database:
        database.execute("UPDATE keys SET withdrawn_at = '2026-01-02T03:04:05+00:00'")
    withdraw_key(regency.history, OURS.public)

    (known,) = known_keys(regency.history)
    assert known.withdrawn_at == "2026-01-02T03:04:05+00:00"


def test_both_keys_count_while_one_replaces_the_other(regency: Regency) -> None:
    trust_key(regency.history, OURS.public)
    trust_key(regency.history, NEW.public)
    for key in (OURS, NEW):
        path = regency.send(regency.form(FIRST), key.signature)
        assert _checked(path, regency).authenticity == "asli"


def test_what_was_read_once_is_judged_anew_by_the_keys_of_today(regency: Regency) -> None:
    trust_key(regency.history, OURS.public)
    regency.send(regency.form(FIRST), NEW.signature)
    assert _fates(regency.report())[FIRST][2] == "kunci_lain"

    trust_key(regency.history, NEW.public)
    assert _fates(regency.report())[FIRST][2] == "asli"

    withdraw_key(regency.history, NEW.public)
    assert _fates(regency.report())[FIRST][2] == "kunci_dicabut"


def test_a_run_is_no_repetition_once_the_keys_have_changed(regency: Regency) -> None:
    regency.send(regency.form(FIRST), NEW.signature)
    asked = regency.asked()
    _, told = consolidate_all(asked, asked.digest(), HERE)
    assert repeated(asked, asked.digest()) is not None
    assert not any(line.startswith("Tanda tangan") for line in told.lines)

    trust_key(regency.history, NEW.public)
    assert repeated(asked, asked.digest()) is None
    named = regency.asked(trust=(write_public(NEW, regency.folder / "baru.pub"),))
    assert named.digest() != asked.digest()
    _, told = consolidate_all(asked, asked.digest(), HERE)
    assert told.lines[-1] == "Tanda tangan: 1 asli."


def test_building_keeps_the_key_the_signature_and_the_time_of_issue(regency: Regency) -> None:
    _issue_all(regency)
    (issue,) = History(regency.history).issues_of(FIRST, "UJI-2017")

    assert [one.sidik for one in known_keys(regency.history)] == [OURS.public.sidik]
    assert issue.kunci == OURS.public.sidik
    assert issue.issued_at[:2] == "20"
    assert issue.issued_at.endswith("+00:00")


def test_a_withdrawn_key_signs_nothing_any_more(regency: Regency) -> None:
    withdraw_key(regency.history, OURS.public)

    with pytest.raises(RefusedError, match="sudah dicabut"):
        _issue_all(regency)
    assert not (regency.folder / "formulir").exists()
    with pytest.raises(RefusedError, match="sudah dicabut"):
        trust_key(regency.history, OURS.public)
