"""What was said of one entry: confirmed by the kecamatan, verified, or decided by the regency."""

from collections.abc import Iterator

from iku.consolidation.decisions import CentralValue, Ruling, Verified, Waiver
from iku.consolidation.regency_report import RegencyReport
from iku.consolidation.standing import Source, Standing
from iku.messages import CONFIRMED
from iku.recap.page import received

DECIDED = {
    "konfirmasi": "Konfirmasi kecamatan",
    "verifikasi": "Verifikasi dan nilai kabupaten",
    "pengecualian": "Pengecualian",
}


class SaidOf:
    """Confirmations, verification and waivers of a report, by the entry that they are about."""

    def __init__(self, report: RegencyReport) -> None:
        """Sort them by entry; an exemption holds for all entries of its unit that it covers."""
        self._confirmed = dict(_confirmations(report))
        decided = report.decisions
        self._central = {(one.unit, one.name): one for one in decided.central}
        self._verified = {(one.unit, one.name): one for one in decided.verification}
        self._waivers = [one for one in decided.waivers if one.ruling is not Ruling.CATAT]
        there = {
            "konfirmasi": bool(self._confirmed),
            "verifikasi": bool(self._central or self._verified),
            "pengecualian": bool(self._waivers),
        }
        self.kinds = tuple(kind for kind, known in there.items() if known)

    def of(self, standing: Standing, kode: str, source: Source) -> list[str]:
        """Return what was said of an entry, one text for each of ``kinds``."""
        if not self.kinds:
            return []
        unit, path = standing.unit.kode, standing.candidate.path if standing.candidate else ""
        place = (path, str(source.place)) if not source.path else ("", "")
        own = [one for one in self._waivers if _covers(one, unit, kode)]
        texts = {
            "konfirmasi": self._confirmed.get(place, ""),
            "verifikasi": self._decided(unit, source.name),
            "pengecualian": "; ".join(waiver_words(one) for one in own),
        }
        return [received(texts[kind]) for kind in self.kinds]

    def _decided(self, unit: str, name: str) -> str:
        central, verified = self._central.get((unit, name)), self._verified.get((unit, name))
        words = [central_words(central)] if central else []
        return "; ".join([*words, *([verified_words(verified)] if verified else [])])


def _confirmations(report: RegencyReport) -> Iterator[tuple[tuple[str, str], str]]:
    for fate in report.fates:
        for finding in fate.candidate.findings:
            reason = finding.facts.get(CONFIRMED)
            if isinstance(reason, str) and reason:
                for cell in finding.cells:
                    yield (fate.candidate.path, cell), f"{finding.code}: {reason}"


def _covers(waiver: Waiver, unit: str, kode: str) -> bool:
    return waiver.unit == unit and waiver.kode in {"", kode}


def central_words(one: CentralValue) -> str:
    """Return who filled in a value for a unit, and when."""
    return ", ".join(filter(None, ("Nilai kabupaten", one.sumber, one.tanggal, one.catatan)))


def verified_words(one: Verified) -> str:
    """Return a verdict with who gave it, when and why."""
    by = f"oleh {one.by}" if one.by else ""
    return ", ".join(filter(None, (one.verdict.value, by, one.when, one.note, one.reason)))


def waiver_words(one: Waiver) -> str:
    """Return a decision about a file with who took it, and why."""
    until = f"sampai {one.until}" if one.until else ""
    return ", ".join(filter(None, (one.ruling.value, f"oleh {one.by}", one.why, until)))
