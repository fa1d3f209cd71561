"""Resubmission: of several files of one unit the newest counts, and ties are asked about."""

from collections.abc import Container, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta

from iku.cells import Value
from iku.consolidation.candidate import Candidate, Fate, Status, period_order, plainest
from iku.consolidation.entry_words import entry_words
from iku.consolidation.waivers import NO_WAIVERS, Waivers, pin_fate
from iku.definition.model import Definition
from iku.finding import Fact, Finding
from iku.periods import TAHUN, up_to

_ENTERED = ("isian.", "status.", "target.", "target_predikat.")


def one_per_unit(
    candidates: Sequence[Candidate], period: str | None, waivers: Waivers = NO_WAIVERS
) -> list[Fate]:
    """Return the fate of every file of one unit; none or one of them is accepted.

    ``candidates`` are admissible, no two with the same bytes. Nothing depends on their order.
    A file that the regency chose goes before the rule.
    """
    unit = candidates[0].unit
    pinned = waivers.pinned(unit.kode, candidates) if unit else None
    if pinned is not None:
        return [pin_fate(one, *pinned) for one in candidates]
    newest = sorted(_newest(candidates, period, waivers.today), key=plainest)
    chosen = newest[0]
    if any(_content(one) != _content(chosen) for one in newest):
        return [_undecided(one, newest) for one in candidates]
    tied = {one.sha256 for one in newest}
    fates = []
    for one in candidates:
        if one is chosen:
            fates.append(Fate(one, Status.ACCEPTED, _accepted(one)))
        elif one.sha256 in tied:
            fates.append(duplicate(one, chosen))
        else:
            fates.append(Fate(one, Status.SUPERSEDED, _superseded(one, chosen)))
    return fates


def duplicate(candidate: Candidate, kept: Candidate) -> Fate:
    """Return the fate of a file that says the same as another one."""
    note = Finding("KON-002", {"sama": kept.path}, path=candidate.path)
    return Fate(candidate, Status.DUPLICATE, note)


def _newest(candidates: Sequence[Candidate], period: str | None, today: str) -> list[Candidate]:
    """Return the newest file, or all that may be it.

    A file that speaks for the wanted period goes before one that does not; then revisi decides,
    then the time stored in the document. Where one of these times is unknown, or has not come yet
    because the clock of a computer was wrong, nothing decides.
    """
    wanted = period_order(period or TAHUN)

    def rank(one: Candidate) -> tuple[int, int]:
        return min(period_order(one.periode_lapor), wanted), one.revisi

    best = max(map(rank, candidates))
    tied = [one for one in candidates if rank(one) == best]
    moments = [moment for one in tied if (moment := _moment(one.modified, today)) is not None]
    if len(moments) < len(tied):
        return tied
    return [one for one, at in zip(tied, moments, strict=True) if at == max(moments)]


def _moment(text: str, today: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    # Tomorrow has come already in the east of the country.
    if today and moment.date() > date.fromisoformat(today) + timedelta(days=1):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _entries(candidate: Candidate) -> dict[str, Value]:
    return {} if candidate.returned is None else candidate.returned.report.entries


def _content(candidate: Candidate) -> tuple[str, dict[str, Value]]:
    sidik = "" if candidate.returned is None else candidate.returned.report.terbitan.sidik
    return sidik, _entries(candidate)


def _accepted(candidate: Candidate) -> Finding:
    return Finding("KON-001", _who(candidate), path=candidate.path)


def _who(candidate: Candidate) -> dict[str, Fact]:
    unit = candidate.unit
    return {
        "unit": unit.nama if unit else "",
        "periode": candidate.in_words(candidate.periode_lapor),
        "revisi": candidate.revisi,
    }


def _superseded(candidate: Candidate, chosen: Candidate) -> Finding:
    facts: dict[str, Fact] = {
        **_who(candidate),
        "baru": chosen.path,
        "revisi_baru": chosen.revisi,
        "beda": len(differences(candidate, chosen)),
    }
    return Finding("KON-003", facts, path=candidate.path)


def _undecided(candidate: Candidate, newest: Sequence[Candidate]) -> Fate:
    others = [one for one in newest if one is not candidate]
    if len(others) == len(newest):
        return Fate(candidate, Status.SUPERSEDED, _superseded(candidate, newest[0]))
    facts: dict[str, Fact] = {
        **_who(candidate),
        "lain": [one.path for one in others],
        "beda": max(len(differences(candidate, one)) for one in others),
    }
    return Fate(candidate, Status.REJECTED, Finding("KON-004", facts, path=candidate.path))


def differences(old: Candidate, new: Candidate) -> list[str]:
    """Return the names of the figures that two files of one unit give differently."""
    before, after = _entries(old), _entries(new)
    return sorted(
        name
        for name in before.keys() | after.keys()
        if name.startswith(_ENTERED) and before.get(name) != after.get(name)
    )


def continues(old: Candidate, new: Candidate) -> bool:
    """Whether a newer file only goes on with the year: a later period, nothing earlier changed."""
    reach = period_order(old.periode_lapor)
    return period_order(new.periode_lapor) > reach >= 0 and all(
        period_order(name.rpartition(".")[2]) > reach for name in differences(old, new)
    )


def restatements(
    definition: Definition, old: Candidate, new: Candidate, told_of: Container[str] = ()
) -> Iterator[Finding]:
    """Yield one finding for each earlier period whose figures the newer file changes.

    Both files speak for such a period, and it is not the one that the newer file reports. Of the
    entries in ``told_of`` something was said already.
    """
    names = [name for name in differences(old, new) if name not in told_of]
    for periode in up_to(new.periode_lapor)[:-1]:
        changed = [name for name in names if name.endswith(f".{periode}")]
        if not changed or period_order(periode) > period_order(old.periode_lapor):
            continue
        places = new.returned.places if new.returned else {}
        facts: dict[str, Fact] = {
            **_who(new),
            "lama": old.path,
            "periode": new.in_words(periode),
            "jumlah": len(changed),
            "isian": [_change(definition, name, old, new) for name in changed],
        }
        cells = tuple(str(places[name]) for name in changed if name in places)
        yield Finding("KON-016", facts, path=new.path, cells=cells)


def _change(definition: Definition, name: str, old: Candidate, new: Candidate) -> str:
    before, after = _entries(old).get(name), _entries(new).get(name)
    return f"{entry_words(definition, name)} dari {told(before)} menjadi {told(after)}"


def told(value: Value) -> str:
    """Return an entry as a sentence quotes it."""
    if value is None:
        return "kosong"
    return f"{value:.15g}".replace(".", ",") if isinstance(value, float) else str(value)
