"""A year of the regency: round after round, with what was closed and decided in between."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction

from tests.regency import damage, events
from tests.regency.figures import NOT_YET, Typed, up_to, with_status, year_of
from tests.regency.forms import Forms
from tests.regency.inbox import IGNORED, REJECTED, Sent
from tests.regency.measures import PERIODS
from tests.regency.round import DEADLINES, IN_TIME, Outcome, Round, Rows, Teller, Verdict
from tests.regency.truth import Spoken, Value
from tests.regency.units import ENDS_EARLY, KOTA_JAMBI, NAMES, Kecamatan, kecamatan

CLOSED = "TW2"
WAIVERS = ["kode_unit", "keputusan", "berkas", "oleh", "alasan", "diterima", "periode"]
VERIFICATION = ["kode_unit", "indikator", "komponen", "periode", "dilaporkan", "terverifikasi"]
VERIFICATION += ["putusan", "catatan", "oleh", "disetujui", "disetujui_oleh"]
CENTRAL = ["kode_unit", "indikator", "periode", "nilai", "predikat", "sumber"]
EVENTS: dict[str, dict[int, events.Event]] = {
    "TW1": {
        0: events.tied,
        1: events.resubmitted,
        2: events.twice,
        3: events.zip_in_zip,
        4: events.by_mail,
        5: events.nothing,
        6: events.broken,
        7: events.misnamed,
        8: events.resaved,
        9: events.locked_away,
    },
    "TW2": {
        0: events.tied_and_decided,
        1: events.resubmitted,
        2: events.tampered,
        3: events.late,
        6: events.saved_later,
        7: events.stale,
        9: events.period_forgotten,
    },
    "TW3": {3: events.excluded, 0: events.by_mail},
    "TW4": {5: events.nothing, 0: events.twice, 6: events.zip_in_zip},
    "TAHUN": {5: events.nothing, 9: events.locked_away},
}
ACCEPTED_CHANGES = {2: "TW3", 4: "TW3", 9: "TW3", 7: "TW4"}
"""From which period on the regency accepts what a unit changed in the closed quarters."""


@dataclass
class Year:
    """The regency in one year; ``rounds`` must be asked for in their order."""

    forms: Forms
    units: tuple[Kecamatan, ...]
    says: dict[str, Typed]
    libreoffice: bool = True
    closed: dict[str, Spoken] = field(default_factory=dict)

    @classmethod
    def begun(
        cls,
        count: int,
        seed: int,
        forms: Forms,
        *,
        libreoffice: bool = True,
        kabupaten: str = KOTA_JAMBI,
    ) -> "Year":
        """The year before anybody reported."""
        units = kecamatan(count, kabupaten)
        return cls(forms, units, {one.kode: year_of(one, seed) for one in units}, libreoffice)

    def round(self, period: str) -> Round:
        """The next period."""
        self._news(period)
        outcomes = {one.kode: self._outcome(one, period) for one in self.units}
        verdicts = list(self._verdicts(period))
        spoken = [
            self._counted(one, outcomes[one.kode], period, verdicts)
            for one in self.units
            if one.seated(period)
        ]
        if period == CLOSED:
            self.closed = {one.unit.kode: one for one in spoken}
        known = [one for one in self.units if one.expected(period)]
        sent = [file for one in outcomes.values() for file in one.sent] + self._strangers(period)
        return Round(
            period,
            tuple(sent),
            tuple(spoken),
            frozenset(one.kode for one in known if not outcomes[one.kode].period),
            {kode: one.late_days for kode, one in outcomes.items() if one.late_days},
            self._waivers(period, outcomes),
            self._verification(verdicts),
            self._central(period),
            period == CLOSED,
        )

    def _of(self, which: int) -> Iterable[Kecamatan]:
        return (one for one in self.units if one.index % len(NAMES) == which)

    def _outcome(self, unit: Kecamatan, period: str) -> Outcome:
        teller = Teller(self.forms, unit, period, self.says[unit.kode])
        if unit.index == ENDS_EARLY and not unit.expected(period):
            return events.ended(teller) if period == "TW4" else Outcome()
        if not unit.expected(period):
            return events.too_early(teller) if period == "TW2" else Outcome()
        if period == "TW2" and unit.index == 8 and self.libreoffice:
            return events.resaved_by_libreoffice(teller)
        return EVENTS[period].get(unit.index % len(NAMES), events.plain)(teller)

    def _news(self, period: str) -> None:
        """What units say differently from now on."""
        if period == "TW2":
            self._add(1, ("P1", "masuk", "TW1"), 5)
            for unit in self._of(4):
                self.says[unit.kode] = with_status(self.says[unit.kode], "P1", "TW2", NOT_YET)
        if period == "TW3":
            self._add(1, ("P7", "nilai", "TW2"), 3)
            self._add(2, ("P1", "masuk", "TW1"), 40)
            for unit in self._of(4):
                said = self.says[unit.kode]
                del said["P1", "", "TW2"]
                said["P1", "tepat", "TW2"], said["P1", "masuk", "TW2"] = Fraction(88), Fraction(97)

    def _add(self, which: int, key: tuple[str, str, str], more: int) -> None:
        for unit in self._of(which):
            said = self.says[unit.kode]
            old = said[key]
            assert isinstance(old, Fraction)
            said[key] = old + more

    def _strangers(self, period: str) -> list[Sent]:
        """Files that are nobody's, or no workbooks at all."""
        if period != "TW1":
            return []
        return [
            Sent("inventaris.xlsx", damage.foreign(), REJECTED, None, "bukan"),
            Sent("foto kegiatan.xlsx", b"\xff\xd8\xff\xe0" + bytes(400), REJECTED, None, "gambar"),
            Sent(
                "~$IKU_2025_15.71.01_Telanaipura.xlsx",
                b"\x05Budi",
                IGNORED,
                None,
                "berkas sementara",
            ),
        ]

    def _verdicts(self, period: str) -> Iterable[Verdict]:
        if period not in {"TW3", "TW4", "TAHUN"}:
            return
        plan = (
            (5, ("P3", "selesai", "TW3"), None, False, False),
            (6, ("P1", "tepat", "TW3"), -7, False, True),
            (8, ("P7", "nilai", "TW3"), None, True, True),
        )
        for which, key, less, approved, counts in plan:
            for unit in self._of(which):
                reported = self.says[unit.kode][key]
                assert isinstance(reported, Fraction)
                verified = None if less is None else reported + less
                yield Verdict(unit, key, reported, verified, approved, counts)

    def _counted(
        self, unit: Kecamatan, outcome: Outcome, period: str, verdicts: list[Verdict]
    ) -> Spoken:
        typed, reach = dict(outcome.typed), outcome.period
        rejected = set()
        for one in verdicts:
            if one.unit != unit or not one.counts or not reach:
                continue
            if one.verified is None:
                rejected.add(one.key)
            else:
                typed[one.key] = one.verified
        closed = self.closed.get(unit.kode)
        if closed is not None:
            typed, reach = self._as_closed(closed, typed, reach, period)
        return Spoken(unit, typed, reach, self._known(unit, period), frozenset(rejected))

    def _as_closed(
        self, closed: Spoken, typed: Typed, reach: str, period: str
    ) -> tuple[Typed, str]:
        """What was closed stands, unless the regency accepted the change."""
        accepted = ACCEPTED_CHANGES.get(closed.unit.index % len(NAMES), "")
        if reach and accepted and PERIODS.index(accepted) <= PERIODS.index(period):
            return typed, reach
        last = PERIODS.index(CLOSED)
        after = up_to(typed, PERIODS[last + 1 :])
        return {**up_to(closed.typed, PERIODS[: last + 1]), **after}, reach or closed.period

    def _known(self, unit: Kecamatan, period: str) -> dict[str, Value]:
        """What the regency itself knows."""
        if period != "TAHUN":
            return {}
        which = unit.index % len(NAMES)
        if which == 8:
            return {}
        return {"P11": NOT_YET if which == 9 else Fraction(5500 + 137 * (unit.index % 30), 100)}

    def _central(self, period: str) -> Rows:
        if period != "TAHUN":
            return []
        rows: Rows = [["Nilai AKIP dari Inspektorat"], [], list(CENTRAL)]
        for unit in self.units:
            value = self._known(unit, period).get("P11")
            if value is not None:
                shown = float(value) if isinstance(value, Fraction) else value
                rows.append([unit.kode, "P11", "TAHUN", shown, None, "LHE Inspektorat"])
        return rows

    def _verification(self, verdicts: list[Verdict]) -> Rows:
        rows: Rows = [list(VERIFICATION)] if verdicts else []
        for one in verdicts:
            kode, part, period = one.key
            given = None if one.verified is None else float(one.verified)
            putusan = "Ditolak" if given is None else "Perlu perbaikan"
            row: list[str | float | None] = [one.unit.kode, kode, part, period]
            row += [float(one.reported), given, putusan, "tidak sesuai bukti", "Tim verifikasi"]
            row += ["Ya" if one.approved else None, "Inspektur" if one.approved else None]
            rows.append(row)
        return rows

    def _waivers(self, period: str, outcomes: dict[str, Outcome]) -> Rows:
        rows: Rows = [list(WAIVERS)]
        for which, since in ACCEPTED_CHANGES.items():
            if PERIODS.index(since) <= PERIODS.index(period):
                why = "koreksi dengan surat camat"
                rows += [
                    [one.kode, "Terima perubahan", None, "Sekda", why, None, None]
                    for one in self._of(which)
                ]
        for one in self.units:
            outcome = outcomes[one.kode]
            said = {file.says for file in outcome.sent}
            if "ditetapkan" in said:
                why = "berkas pagi yang ditandatangani"
                rows.append([one.kode, "Pakai", f"pagi/{one.file}", "Kabag", why, None, None])
            if "dikecualikan" in said:
                rows.append([one.kode, "Kecualikan", None, "Kabag", "ditarik camat", None, None])
            if outcome.sent:
                rows.append([one.kode, None, None, None, None, _came(period, outcome), None])
        return rows


def _came(period: str, outcome: Outcome) -> str:
    if not outcome.late_days:
        return IN_TIME[period]
    return (date.fromisoformat(DEADLINES[period]) + timedelta(outcome.late_days)).isoformat()
