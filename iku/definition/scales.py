"""Scales as data: the bands of capaian and the grades of an evaluation."""

from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Annotated

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict

from iku.definition.scalars import Angka, Teks
from iku.resources import template_path


class Tingkat(BaseModel):
    """One band of a scale: from ``mulai`` on (inclusive) or above ``di_atas`` (exclusive).

    The lowest band has neither and takes the rest.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    label: Teks
    mulai: Angka | None = None
    di_atas: Angka | None = None

    def holds(self, value: Decimal | Fraction) -> bool:
        """Whether a value lies in or above this band."""
        if self.di_atas is not None:
            return value > Fraction(self.di_atas)
        return self.mulai is None or value >= Fraction(self.mulai)


class Skala(BaseModel):
    """Bands from best to worst, with the source they come from."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    nama: Teks
    sumber: Teks = ""
    tingkat: tuple[Tingkat, ...]

    def label(self, value: Decimal | Fraction) -> str:
        """Return the label of the band that holds a value."""
        return next(band.label for band in self.tingkat if band.holds(value))

    def rank(self, label: str) -> int | None:
        """Return how good a label is (0 = worst), or None where the scale has no such label."""
        labels = [band.label.upper() for band in reversed(self.tingkat)]
        wanted = label.strip().upper()
        return labels.index(wanted) if wanted in labels else None

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels, best first."""
        return tuple(band.label for band in self.tingkat)


@cache
def named_scale(name: str) -> Skala:
    """Return a scale that ships with the product; ValueError names the ones there are."""
    path = template_path("skala", f"{name}.yaml")
    if not path.is_file():
        known = ", ".join(sorted(p.stem for p in template_path("skala").glob("*.yaml")))
        message = f"skala '{name}' tidak dikenal; yang tersedia: {known}"
        raise ValueError(message)
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # every scalar stays text
    tree = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506  our own file
    return Skala.model_validate(tree)


def _resolve(value: object) -> object:
    return named_scale(value) if isinstance(value, str) else value


SkalaBernama = Annotated[Skala, BeforeValidator(_resolve)]
