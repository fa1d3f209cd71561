"""The product's answer beside the truth: every difference in one line."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import openpyxl

from tests.regency.measures import MEASURES, PERIODS
from tests.regency.product import Answer
from tests.regency.round import Round
from tests.regency.tables import same, table
from tests.regency.truth import (
    ALONE,
    Value,
    realisasi,
    regency,
    regency_averages,
    unit_averages,
    unit_capaian,
)

MEANS = {"rata_rata": "plain", "rata_rata_batas": "capped", "rata_rata_sasaran": "by_goal"}
_MATRIKS_MEANS = {
    "Rata-rata capaian": "plain",
    "Rata-rata dengan batas": "capped",
    "Rata-rata per sasaran": "by_goal",
}
_MATRIKS = {one.kode for one in MEASURES} | set(_MATRIKS_MEANS)
Rows = Sequence[Sequence[Any]]


def differences(one: Round, answer: Answer) -> list[str]:
    """Everything in which the product and the truth disagree."""
    return [
        *_fates(one, answer),
        *_completeness(one, answer.told),
        *_figures(one, answer.told),
        *_recap(one, answer.recap),
    ]


def _fates(one: Round, answer: Answer) -> Iterator[str]:
    told = {Path(f["path"]).relative_to(answer.inbox).as_posix(): f for f in answer.told["files"]}
    for sent in one.sent:
        found = told.pop(sent.path, None)
        if found is None:
            yield f"{sent.path}: not told of"
            continue
        unit = found["unit"]["kode"] if found["unit"] else None
        wanted = (sent.status, sent.unit.kode if sent.unit else None)
        if (found["status"], unit) != wanted:
            yield f"{sent.path}: {found['status']} of {unit}, not {wanted} ({found['reason']})"
        elif sent.says not in found["reason"]:
            yield f"{sent.path}: nothing of '{sent.says}' in: {found['reason']}"
    yield from (f"{path}: nobody sent it" for path in told)


def _completeness(one: Round, told: dict[str, Any]) -> Iterator[str]:
    missing = {unit["kode"] for unit in told["missing"]}
    if missing != one.missing:
        yield f"missing {sorted(missing)}, not {sorted(one.missing)}"
    late = [finding["message"] for finding in told["findings"] if finding["code"] == "KON-020"]
    for kode, days in one.late.items():
        if not any(f"({kode})" in text and f" {days} hari" in text for text in late):
            yield f"{kode}: {days} days late, not told in {late}"
    if len(late) != len(one.late):
        yield f"{len(late)} units told to be late, not {len(one.late)}"


def _figures(one: Round, told: dict[str, Any]) -> Iterator[str]:
    found = {(figure["kode"], figure["period"]): figure for figure in told["indicators"]}
    for period in PERIODS[: PERIODS.index(one.period) + 1]:
        for measure in MEASURES:
            true = regency(one.spoken, measure, period)
            figure = found.pop((measure.kode, period))
            where = f"{measure.kode} {period} in {one.period}"
            if (figure["n"], figure["of"]) != (true.n, true.of):
                yield f"{where}: {figure['n']} of {figure['of']}, not {true.n} of {true.of}"
            for name, value in (("realisasi", true.realisasi), ("capaian", true.capaian)):
                if figure[name] != _number(value):
                    yield f"{where}: {name} {figure[name]}, not {_told(value)}"
            word = ALONE if measure.units == "tidak" else true.realisasi
            if isinstance(word, str) and figure["state"] != word.lower():
                yield f"{where}: {figure['state']}, not {word}"
    yield from (f"{key}: a figure of nothing" for key in found)
    averages = regency_averages(one.spoken, one.period)
    for name, own in MEANS.items():
        value = getattr(averages, own)
        if told["mean"][name] != _number(value):
            yield f"{name} in {one.period}: {told['mean'][name]}, not {_told(value)}"


def _recap(one: Round, recap: Path) -> Iterator[str]:
    """Every figure of the recap, by the values stored in its cells."""
    book = openpyxl.load_workbook(recap, data_only=True, read_only=True)
    rows = {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets}
    yield from _units(one, rows["Data"])
    yield from _matriks(one, rows["Matriks"])
    yield from _ringkasan(one, rows["Ringkasan"])


def _units(one: Round, rows: Rows) -> Iterator[str]:
    """Every figure of every unit in every period, as the sheet Data holds it."""
    heads = ("Kode kecamatan", "Kode IKU", "Periode", "Komponen")
    found = {tuple(row[h] for h in heads): row["Nilai dilaporkan"] for row in table(rows, *heads)}
    for said in one.spoken:
        kode = said.unit.kode
        for period in PERIODS[: PERIODS.index(one.period) + 1]:
            for measure in MEASURES:
                for field, value in (
                    ("(realisasi)", realisasi(said, measure, period)),
                    ("(capaian)", unit_capaian(said, measure, period)),
                ):
                    shown = found.get((kode, measure.kode, period, field))
                    if shown != _number(value):
                        where = f"{kode} {measure.kode} {field} {period} in {one.period}"
                        yield f"{where}: {shown}, not {_told(value)}"


def _matriks(one: Round, rows: Rows) -> Iterator[str]:
    """Capaian and means of every unit in the reported period."""
    at = {cell: n for row in rows for n, cell in enumerate(row) if cell in _MATRIKS}
    shown = {cell: row for row in rows for cell in row if isinstance(cell, str)}
    for said in one.spoken:
        row = shown[said.unit.nama]
        averages = unit_averages(said, one.period)
        values = {m.kode: unit_capaian(said, m, one.period) for m in MEASURES}
        if said.speaks(one.period):
            values |= {head: getattr(averages, own) for head, own in _MATRIKS_MEANS.items()}
        for head, value in values.items():
            if not _same(row[at[head]], value):
                where = f"Matriks {said.unit.nama} {head} in {one.period}"
                yield f"{where}: {row[at[head]]!r}, not {_told(value)}"


def _ringkasan(one: Round, rows: Rows) -> Iterator[str]:
    """The regency's own figures in the reported period."""
    shown = {row["Kode"]: row for row in reversed(list(table(rows, "Kode", "Realisasi")))}
    for measure in MEASURES:
        true, row = regency(one.spoken, measure, one.period), shown[measure.kode]
        alone = measure.units == "tidak"
        for head, value in (("Realisasi", true.realisasi), ("Capaian (%)", true.capaian)):
            if not (alone and row[head] == ALONE) and not _same(row[head], value):
                where = f"Ringkasan {measure.kode} {head} in {one.period}"
                yield f"{where}: {row[head]!r}, not {_told(value)}"
        if row["Kecamatan dihitung"] != f"{true.n} dari {true.of}":
            yield f"Ringkasan {measure.kode}: {row['Kecamatan dihitung']}"


def _same(shown: object, value: Value) -> bool:
    """Whether a cell shows a figure: equal to the last of the 15 digits that a sheet keeps."""
    if isinstance(value, str):
        return isinstance(shown, str)
    return isinstance(shown, int | float) and same(shown, value)


def _number(value: Value) -> float | None:
    return None if isinstance(value, str) else float(value)


def _told(value: Value) -> str:
    return value if isinstance(value, str) else repr(float(value))
