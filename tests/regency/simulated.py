"""The whole year run through the product, period by period."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.regency.compare import differences
from tests.regency.forms import Forms
from tests.regency.measures import PERIODS
from tests.regency.product import Answer, consolidated
from tests.regency.round import Round
from tests.regency.year import Year


@dataclass(frozen=True)
class Turn:
    """One period: the truth, the product's answer, and in what they differ; times in seconds."""

    one: Round
    answer: Answer
    differences: list[str]
    made: float
    consolidated: float


@dataclass
class Simulated:
    """A regency's year in a folder, with one history."""

    folder: Path
    forms: Forms
    year: Year
    done: list[Turn] = field(default_factory=list)

    @classmethod
    def begun(cls, folder: Path, units: int, seed: int, *, libreoffice: bool) -> "Simulated":
        """Issue the forms."""
        forms = Forms.issued(units, folder / "terbitan", folder / "riwayat.sqlite")
        return cls(folder, forms, Year.begun(units, seed, forms, libreoffice=libreoffice))

    def turns(self, periods: tuple[str, ...] = PERIODS) -> Iterator[Turn]:
        """Run period after period."""
        for period in periods:
            start = time.perf_counter()
            one = self.year.round(period)
            made = time.perf_counter()
            answer = consolidated(
                one,
                self.folder / period,
                definition=self.forms.definition,
                history=self.folder / "riwayat.sqlite",
            )
            seconds = time.perf_counter() - made
            turn = Turn(one, answer, differences(one, answer), made - start, seconds)
            self.done.append(turn)
            yield turn
