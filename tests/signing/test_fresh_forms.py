"""A form issued anew: its signature goes along where it still holds, and is missed where not."""

import json
from pathlib import Path

import pytest

from reporting.carried_text import carried_lines
from tests.signing.keys import write_public
from tests.signing.sample import FIRST, NEW, OURS, Regency
from workflow.history import History, trust_key, withdraw_key
from workflow.refusal import RefusedError
from workflow.repair import Repaired, repair
from workflow.upgrade import upgrade
from workflow.validate import validate


@pytest.fixture
def regency(tmp_path: Path) -> Regency:
    return Regency(tmp_path)


def _second(regency: Regency) -> Path:
    text = regency.definition_path.read_text(encoding="utf-8")
    path = regency.folder / "versi_2.yaml"
    path.write_text(text.replace("versi: 1", "versi: 2", 1), encoding="utf-8")
    return path


def _authenticity(path: Path, public: Path) -> str:
    return validate([path], trust=[public]).files[0].authenticity


def _said(done: Repaired) -> str:
    return "\n".join(carried_lines("lama.xlsx", done.as_json(), "id"))


def test_a_repaired_form_keeps_its_signature_without_the_key(regency: Regency) -> None:
    sent = regency.send(regency.form(FIRST), OURS.signature)
    done = repair(sent, regency.folder / "pulih.xlsx", history=regency.history)
    (issue,) = History(regency.history).issues_of(FIRST, "UJI-2017")

    assert _authenticity(done.path, regency.public) == "asli"
    assert done.as_json()["signed"] is True
    assert issue.kunci == OURS.public.sidik


def test_a_form_of_another_version_is_unsigned_without_the_key_and_says_so(
    regency: Regency,
) -> None:
    sent = regency.send(regency.form(FIRST), OURS.signature)
    done = upgrade(sent, _second(regency), regency.folder / "baru.xlsx")

    assert _authenticity(done.path, regency.public) == "tanpa_tanda_tangan"
    assert done.as_json()["signed"] is False
    assert "belum bertanda tangan" in _said(done)
    assert "belum bertanda tangan" in done.listing.read_text(encoding="utf-8-sig")


def test_with_the_key_the_fresh_form_is_signed_and_the_key_is_known(regency: Regency) -> None:
    sent = regency.send(regency.form(FIRST))
    into, history = regency.folder / "baru.xlsx", regency.history
    done = upgrade(sent, _second(regency), into, history=history, key=NEW)

    assert "bertanda tangan" not in _said(done)
    assert _authenticity(into, write_public(NEW, regency.folder / "baru.pub")) == "asli"
    assert validate([into], history=history).files[0].authenticity == "asli"


def test_a_signature_of_others_is_not_taken_for_the_regency_s_own(regency: Regency) -> None:
    trust_key(regency.history, OURS.public)
    sent = regency.send(regency.form(FIRST), NEW.signature)
    done = repair(sent, regency.folder / "pulih.xlsx", history=regency.history)

    found = validate([done.path], history=regency.history).files[0]
    assert found.authenticity == "kunci_lain"


def test_nothing_is_said_of_signatures_where_nobody_signs(regency: Regency) -> None:
    done = repair(regency.send(regency.form(FIRST)), regency.folder / "pulih.xlsx")

    assert "signed" not in json.loads(json.dumps(done.as_json()))
    assert "tanda tangan" not in _said(done)


def test_a_withdrawn_key_issues_nothing_anew(regency: Regency) -> None:
    withdraw_key(regency.history, OURS.public)
    sent = regency.send(regency.form(FIRST))

    with pytest.raises(RefusedError, match="sudah dicabut"):
        repair(sent, regency.folder / "pulih.xlsx", history=regency.history, key=OURS)
    assert not (regency.folder / "pulih.xlsx").exists()
