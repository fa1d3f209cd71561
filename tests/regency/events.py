"""What happens to the files of a unit: one event for each kind of mess."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import PurePath

from tests.regency import damage
from tests.regency.inbox import DUPLICATE, IGNORED, REJECTED, SUPERSEDED, Sent
from tests.regency.round import Outcome, Teller

Event = Callable[[Teller], Outcome]


def plain(unit: Teller) -> Outcome:
    return unit.told(unit.good())


def nothing(_unit: Teller) -> Outcome:
    return Outcome()


def tied(unit: Teller) -> Outcome:
    """Two reports, and nothing tells which is the newer."""
    files = (unit.book(), unit.book(unit.other(("P7", "nilai", unit.period))))
    paths = (f"pagi/{unit.unit.file}", f"sore/{unit.unit.file}")
    return Outcome(
        tuple(
            Sent(path, data, REJECTED, unit.unit, "mana yang terbaru")
            for path, data in zip(paths, files, strict=True)
        )
    )


def tied_and_decided(unit: Teller) -> Outcome:
    """The same, and the regency chose (see the waiver table)."""
    one, two = tied(unit).sent
    return unit.told(
        replace(one, status="accepted", says="ditetapkan"),
        replace(two, status=SUPERSEDED, says="menetapkan"),
    )


def resubmitted(unit: Teller) -> Outcome:
    wrong = unit.book(unit.other(("P7", "nilai", unit.period)))
    old = Sent(f"lama/{unit.unit.file}", wrong, SUPERSEDED, unit.unit, "digantikan")
    return unit.told(old, unit.good(revisi=1))


def saved_later(unit: Teller) -> Outcome:
    """The same revision twice; only the document's own time tells which is the newer."""
    wrong = damage.saved_at(
        unit.book(unit.other(("P7", "nilai", unit.period))), "2025-07-02T03:00:00Z"
    )
    right = damage.saved_at(unit.book(), "2025-07-02T04:30:00Z")
    old = Sent(f"akhir/{unit.unit.file}", wrong, SUPERSEDED, unit.unit, "digantikan")
    return unit.told(old, unit.good(data=right))


def twice(unit: Teller) -> Outcome:
    good = unit.good()
    name = PurePath(unit.unit.file)
    copy = Sent(f"{name.stem} (1){name.suffix}", good.data, DUPLICATE, unit.unit, "sama dengan")
    return unit.told(good, copy)


def zip_in_zip(unit: Teller) -> Outcome:
    return unit.told(unit.good(f"kiriman_{unit.unit.kode}.zip/TW/berkas.zip/{unit.unit.file}"))


def by_mail(unit: Teller) -> Outcome:
    return unit.told(unit.good(f"surel_{unit.unit.kode}.eml/{unit.unit.file}"))


def broken(unit: Teller) -> Outcome:
    data = damage.cut_short(unit.book())
    return Outcome((Sent(unit.unit.file, data, REJECTED, None, "rusak"),))


def misnamed(unit: Teller) -> Outcome:
    return unit.told(unit.good(f"salah nama {unit.unit.kode}/IKU_2025_15.71.01_Telanaipura.xlsx"))


def resaved(unit: Teller) -> Outcome:
    return unit.told(unit.good(data=damage.by_openpyxl(unit.book())))


def resaved_by_libreoffice(unit: Teller) -> Outcome:
    return unit.told(unit.good(data=damage.by_libreoffice(unit.book())))


def locked_away(unit: Teller) -> Outcome:
    """First with a password to open it, then once more without."""
    first = Sent(f"sandi/{unit.unit.file}", damage.encrypted(), REJECTED, None, "sandi")
    return unit.told(first, unit.good(f"ulang_{unit.unit.kode}.zip/{unit.unit.file}"))


def tampered(unit: Teller) -> Outcome:
    bad = Sent(
        f"diubah/{unit.unit.file}", damage.tampered(unit.book()), REJECTED, unit.unit, "terkunci"
    )
    return unit.told(bad, unit.good(f"ulang_{unit.unit.kode}.zip/{unit.unit.file}"))


def late(unit: Teller) -> Outcome:
    return unit.told(unit.good(), late_days=4)


def stale(unit: Teller) -> Outcome:
    """The report of the first quarter once more."""
    said = unit.until("TW1")
    return Outcome((unit.good(data=unit.book(said, period="TW1")),), said, "TW1")


def period_forgotten(unit: Teller) -> Outcome:
    data = unit.book(unit.until(), period="")
    return Outcome((Sent(unit.unit.file, data, REJECTED, unit.unit, "periode lapor"),))


def too_early(unit: Teller) -> Outcome:
    """A unit that does not exist yet."""
    return Outcome((Sent(unit.unit.file, unit.book(), IGNORED, unit.unit, "belum dibentuk"),))


def ended(unit: Teller) -> Outcome:
    """The last report of a unit that does not exist any more, handed in once again."""
    said = unit.until("TW3")
    return Outcome((unit.good(data=unit.book(said, period="TW3")),), said, "TW3")


def excluded(unit: Teller) -> Outcome:
    """Set aside by the regency (see the waiver table)."""
    return Outcome((Sent(unit.unit.file, unit.book(), IGNORED, unit.unit, "dikecualikan"),))
