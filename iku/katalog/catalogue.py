"""The catalogue as it ships: files of documented indicators, each in the form of a definition."""

from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml

from iku.definition.model import DataBersama, Indikator
from iku.resources import template_path


class UnknownCodeError(ValueError):
    """Codes that the catalogue does not have; ``unknown`` lists them."""

    def __init__(self, unknown: tuple[str, ...]) -> None:
        """Keep the codes; the doors say how to list those that exist."""
        super().__init__(", ".join(unknown))
        self.unknown = unknown


@dataclass(frozen=True)
class Entri:
    """One documented indicator: its definition, the sasaran it serves and where it was met."""

    indikator: Indikator
    sasaran: str
    sumber: tuple[str, ...]

    @property
    def kode(self) -> str:
        """The code by which it is asked for, such as K01."""
        return self.indikator.kode


@dataclass(frozen=True)
class Katalog:
    """Every entry in order of its code, and the figures that several of them share."""

    entri: tuple[Entri, ...]
    data_bersama: tuple[DataBersama, ...]

    def chosen(self, codes: tuple[str, ...]) -> tuple[Entri, ...]:
        """Return the entries of these codes, each once, in the order of the catalogue.

        Raises UnknownCodeError with every code that does not exist.
        """
        wanted = {code.strip().upper() for code in codes}
        known = {one.kode for one in self.entri}
        if unknown := tuple(code for code in codes if code.strip().upper() not in known):
            raise UnknownCodeError(unknown)
        return tuple(one for one in self.entri if one.kode in wanted)


@cache
def katalog() -> Katalog:
    """Return the catalogue that ships with the product."""
    files = sorted(template_path("katalog").glob("*.yaml"))
    trees = [_read(path.read_text(encoding="utf-8")) for path in files]
    shared = {part["kode"]: part for tree in trees for part in tree.get("data_bersama", [])}
    entries = [one for tree in trees for one in _entries(tree)]
    return Katalog(
        entri=tuple(sorted(entries, key=lambda one: one.kode)),
        data_bersama=tuple(DataBersama.model_validate(part) for part in shared.values()),
    )


def _read(text: str) -> dict[str, Any]:
    tree: dict[str, Any] = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506  plain text only
    return tree


def _entries(tree: dict[str, Any]) -> list[Entri]:
    return [
        Entri(
            indikator=Indikator.model_validate(
                {key: value for key, value in one.items() if key != "sumber"}
            ),
            sasaran=tree["sasaran"],
            sumber=tuple(one["sumber"]),
        )
        for one in tree["indikator"]
    ]
