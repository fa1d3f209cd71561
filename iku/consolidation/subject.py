"""Subject: which entry of which unit a row of the regency's tables is about."""

import re
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from iku.consolidation.table import Columns, Row, Table, rows_of
from iku.definition.model import DataBersama, Definition, Indikator, Komponen, Unit
from iku.finding import Fact, Finding
from iku.names import entry_fields, indikator_name, shared_name
from iku.numbers_as_typed import read_number
from iku.periods import TAHUN

_QUARTER = re.compile(r"(?:TW|TRIWULAN)?(?:([1-4])|(IV|I{1,3}))(?:TAHUN\d{4})?")
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4}
_Read = TypeVar("_Read")
_Named = TypeVar("_Named", Unit, Indikator, Komponen, DataBersama)


class NotUsableError(Exception):
    """A row cannot be used; ``finding`` says which cell and why."""

    def __init__(self, finding: Finding) -> None:
        """Keep the finding, not yet explained."""
        super().__init__(finding.code)
        self.finding = finding


@dataclass(frozen=True, slots=True)
class Subject:
    """One entry: ``indikator`` is None for a shared figure; ``field`` empty for all of its fields."""

    unit: str
    kode: str
    indikator: Indikator | None
    field: str
    periode: str

    def names(self, family: str = "isian") -> tuple[str, ...]:
        """Return the workbook names of the entries; a number and its grade count as one entry."""
        if self.indikator is None:
            return (shared_name(family, self.kode, self.periode),)
        fields = (self.field,) if self.field else _numbers(self.indikator)
        return tuple(indikator_name(family, self.kode, one, self.periode) for one in fields)


def _numbers(indikator: Indikator) -> tuple[str, ...]:
    return tuple(one for one in entry_fields(indikator) if one != "predikat")


class Subjects:
    """Reads what the rows of a definition's tables are about."""

    def __init__(self, definition: Definition) -> None:
        """Take the regency's definition."""
        self.definition = definition

    def unit(self, row: Row) -> str:
        """Return the unit's code; NotUsableError for one that the definition does not have."""
        text = required(row, "kode_unit")
        if not self.definition.unit:
            return text
        return self._one(row, "kode_unit", text, self.definition.unit).kode

    def subject(self, row: Row) -> Subject:
        """Return the entry that a row is about; NotUsableError where a cell of it is wrong."""
        unit = self.unit(row)
        text = required(row, "indikator")
        shared = {one.kode: one for one in self.definition.data_bersama}
        part = shared.get(text)
        if part is not None:
            return Subject(unit, part.kode, None, "", self._periode(row, part))
        one = self._one(row, "indikator", text, self.definition.indikator)
        field = self._field(row, one)
        return Subject(unit, one.kode, one, field, self._periode(row, one))

    def _field(self, row: Row, one: Indikator) -> str:
        text = row.text("komponen")
        if not one.measured_by_components:
            if text and text != "nilai":
                raise NotUsableError(_unknown(row, "komponen", text, ["nilai"]))
            return "nilai"
        own = tuple(part for part in one.komponen if part.dari is None)
        return self._one(row, "komponen", text, own).kode if text else ""

    def _periode(self, row: Row, part: Indikator | DataBersama) -> str:
        entered = self.definition.entry_periods(part)
        text = row.text("periode")
        if not text and len(entered) == 1:
            return entered[0]
        required(row, "periode")
        found = as_period(text, self.definition.tahun)
        if found not in entered:
            raise NotUsableError(_unknown(row, "periode", text, list(entered)))
        return found

    def _one(self, row: Row, key: str, text: str, known: Sequence[_Named]) -> _Named:
        """Find by code, then by a name that only one of them has."""
        by_code = [one for one in known if one.kode == text]
        by_name = [one for one in known if one.nama.casefold() == text.casefold()]
        found = by_code or by_name
        if len(found) != 1:
            raise NotUsableError(_unknown(row, key, text, [one.kode for one in known]))
        return found[0]


def as_period(text: str, tahun: int) -> str:
    """Return the period that a text names, empty for none.

    >>> as_period("Triwulan II", 2025), as_period("tw 3", 2025), as_period("2025", 2025)
    ('TW2', 'TW3', 'TAHUN')
    """
    plain = re.sub(r"\s+", "", text.upper())
    if plain in {TAHUN, str(tahun), f"TAHUN{tahun}"}:
        return TAHUN
    found = _QUARTER.fullmatch(plain)
    if found is None:
        return ""
    return f"TW{found[1] or _ROMAN[found[2]]}"


def required(row: Row, key: str) -> str:
    """Return a cell that must hold something; NotUsableError where it is blank."""
    text = row.text(key)
    if not text:
        raise NotUsableError(row.finding("KON-032", key))
    return text


def choice(row: Row, key: str, known: Sequence[str]) -> str:
    """Return one of a list's words, however it is capitalised; empty for a blank."""
    text = row.text(key)
    found = [one for one in known if one.casefold() == text.casefold()]
    if text and not found:
        raise NotUsableError(_unknown(row, key, text, list(known)))
    return found[0] if found else ""


def day(row: Row, key: str) -> str:
    """Return a date as ISO text, empty for a blank; NotUsableError for what is no date."""
    try:
        return row.day(key)
    except ValueError as error:
        fault = _unknown(row, key, row.text(key), ["30/06/2025", "30 Juni 2025"])
        raise NotUsableError(fault) from error


def number(row: Row, key: str) -> float | None:
    """Return a number, None for a blank; NotUsableError for what has no reading, or two."""
    value = row.value(key)
    if isinstance(value, float):
        return value
    text = row.text(key)
    if not text:
        return None
    found = read_number(text) if isinstance(value, str) else None
    if found is None:
        raise NotUsableError(row.finding("KON-033", key, ditemukan=text))
    return float(found)


class _Coded(Protocol):
    @property
    def kode(self) -> str: ...


_Said = TypeVar("_Said", bound=_Coded)


def said_in(
    table: Table,
    columns: Columns,
    definition: Definition,
    read: Callable[[Row, Subjects], Iterable[_Read]],
) -> tuple[list[tuple[Row, _Read]], list[Finding]]:
    """Return what each row of a table says, and one finding for each fault.

    A row with a fault says nothing at all.
    """
    rows, findings = rows_of(table, columns)
    subjects = Subjects(definition)
    found: list[tuple[Row, _Read]] = []
    for row in rows:
        try:
            found += [(row, one) for one in read(row, subjects)]
        except NotUsableError as error:
            findings.append(error.finding)
    return found, findings


def said_once(
    found: Iterable[tuple[Row, _Said]],
    entry: Callable[[_Said], Hashable],
    content: Callable[[_Said], Hashable],
    key: str,
) -> tuple[list[_Said], list[Finding]]:
    """Keep what is said of an entry once, or several times alike, and name who contradict.

    Which of two contradicting rows holds is asked, never guessed: neither is used.
    """
    by_entry: dict[Hashable, list[tuple[Row, _Said]]] = {}
    for row, one in found:
        by_entry.setdefault(entry(one), []).append((row, one))
    kept: list[_Said] = []
    told: dict[int, Finding] = {}
    for said in by_entry.values():
        if len({content(one) for _, one in said}) == 1:
            kept.append(said[0][1])
            continue
        for row, one in said:
            lain: list[str] = [str(r.number) for r, _ in said if r.number != row.number]
            told.setdefault(row.number, row.finding("KON-035", key, kode=one.kode, lain=lain))
    return kept, list(told.values())


def _unknown(row: Row, key: str, text: str, known: list[str]) -> Finding:
    facts: dict[str, Fact] = {"ditemukan": text, "pilihan": known}
    return row.finding("KON-031", key, **facts)
