"""The corpus: what should pass, and one case for every code that should fail."""

from collections.abc import Iterator
from pathlib import Path

from tests.corpus import carried, consolidations, containers, decisions, forms, signed, texts
from tests.corpus.case import Case


def all_cases() -> Iterator[Case]:
    """Yield the case of every code."""
    yield from containers.cases(forms.sound())
    yield from forms.cases()
    yield from signed.cases()
    yield from carried.cases()
    yield from texts.definitions()
    yield from texts.audits_of_reports()
    yield from consolidations.cases()
    yield from decisions.cases()


def write_corpus(into: Path) -> dict[str, Case]:
    """Write ``should_pass/`` and ``should_fail/<code>/`` and return the cases by code."""
    into.mkdir(parents=True, exist_ok=True)
    (into / "should_pass").mkdir()
    for name, data in forms.should_pass().items():
        (into / "should_pass" / name).write_bytes(data)
    known: dict[str, Case] = {}
    for case in all_cases():
        assert case.code not in known, case.code
        known[case.code] = case
        case.write(into / "should_fail" / case.code)
    return known
