"""Tidy tables hold what the recap holds, open right in an Indonesian Excel, and never act."""

import csv
import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pyarrow.compute as pc
import pyarrow.dataset as ds
import pyarrow.parquet as pq
import pytest

from iku.consolidation import RegencyReport
from iku.recap import recap_blueprint
from iku.recap.data_plan import COLUMNS, HEADER_ROW, SHEET
from reporting.csv_text import csv_bytes, csv_cell
from reporting.parquet_folder import write_parquet
from reporting.tidy import DataPoint, data_points, tidy_tables

from .regency import ACTS, changed, complete, half_filled, hostile, report


def tables(regency: RegencyReport) -> dict[str, list[dict[str, str]]]:
    """The CSV tables as a program reads them."""
    return {one.name: list(read(csv_bytes(one))) for one in tidy_tables(regency)}


def read(data: bytes) -> Iterator[dict[str, str]]:
    yield from csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";")


def as_number(text: str) -> float | None:
    assert "." not in text
    return float(text.replace(",", ".")) if text else None


@pytest.mark.parametrize("made", [report, complete, half_filled])
def test_the_data_are_the_rows_of_the_recaps_sheet(made: Callable[[], RegencyReport]) -> None:
    regency = made()
    drawn = recap_blueprint(regency).sheet(SHEET).all_cells()
    cells = {(c.row, c.column): c.content for c in drawn}
    columns = {
        "kode_unit": "unit",
        "indikator": "iku",
        "komponen": "komponen",
        "periode": "periode",
        "status": "status",
        "nilai": "dilaporkan",
        "nilai_dihitung": "dihitung",
    }
    rows = tables(regency)["data"]
    assert len(rows) == max(row for row, _ in cells) - HEADER_ROW > 20
    for n, row in enumerate(rows, HEADER_ROW + 1):
        for name, field in columns.items():
            shown = as_number(row[name]) if name.startswith("nilai") else row[name]
            kept = cells.get((n, COLUMNS[field]))
            assert shown == (kept if name.startswith("nilai") else kept or ""), (n, name)


def test_what_was_reported_but_does_not_count_is_told_apart() -> None:
    rows = [row for row in tables(half_filled())["data"] if row["komponen"] == "penerima"]
    assert [(row["nilai"], row["nilai_dihitung"]) for row in rows] == [("35", ""), *[("", "")] * 2]


def test_a_typed_value_names_its_cell_its_file_and_the_files_digest() -> None:
    regency = report()
    [row] = [
        row
        for row in tables(regency)["data"]
        if row["komponen"] == "penerima" and row["kode_unit"] == "99.01.01"
    ]
    file = regency.accepted[0]
    assert file.returned is not None
    assert row["berkas"] == file.path
    assert row["sha256"] == file.sha256
    assert row["sel"] == str(file.returned.places["isian.A1.penerima.TAHUN"])


def test_a_missing_value_is_blank_and_says_why() -> None:
    rows = [row for row in tables(report())["data"] if row["kode_unit"] == "99.01.03"]
    assert {(row["nilai"], row["status"], row["berkas"]) for row in rows} == {
        ("", "Belum masuk", "")
    }


def test_the_regencys_figures_are_those_of_the_report() -> None:
    regency = complete()
    rows = {row["indikator"]: row for row in tables(regency)["ringkasan"]}
    for figure in regency.figures():
        row = rows[figure.indikator.kode]
        assert as_number(row["realisasi"]) == float(figure.realisasi.number)
        assert as_number(row["capaian"]) == float(figure.capaian.number)
        assert (row["n"], row["dari"]) == (str(figure.n), str(figure.of))
    mean = as_number(rows["(rata_rata)"]["capaian"])
    assert mean == float(regency.means.rata_rata.number)


def test_every_file_and_every_unit_is_in_kelengkapan() -> None:
    rows = {row["kode_unit"]: row for row in tables(report())["kelengkapan"]}
    assert {kode: row["status"] for kode, row in rows.items()} == {
        "99.01.01": "diterima",
        "99.01.02": "ditolak",
        "99.01.03": "Belum masuk",
    }
    late = rows["99.01.01"]
    assert late["tanggal_diterima"] == "2018-01-12"
    assert (late["batas_waktu"], late["hari_terlambat"]) == ("2018-01-10", "2")


def test_every_finding_is_in_catatan() -> None:
    regency = report()
    kept = [(row["kode"], row["penjelasan"]) for row in tables(regency)["catatan"]]
    assert kept == [(one.code, one.message) for one in regency.findings]


def test_what_changed_is_a_table_of_its_own() -> None:
    [row] = tables(changed("=36"))["perubahan"]
    assert (row["isian"], row["lama"], row["baru"]) == ("isian.A1.penerima.TAHUN", "34", "'=36")
    assert (row["berkas_lama"], row["berkas_baru"]) == ("lama.xlsx", "baru.xlsx")
    assert row["dipakai"] == "ya"
    assert tables(report())["perubahan"] == []


@pytest.mark.parametrize("start", ACTS)
def test_no_text_can_act_as_a_formula(start: str) -> None:
    words = start + "1+1"
    found = [
        cell for rows in tables(report(words)).values() for row in rows for cell in row.values()
    ]
    assert any("1+1" in cell for cell in found)
    assert [cell for cell in found if cell.startswith(ACTS)] == []


def test_hostile_texts_stay_in_their_cells() -> None:
    for name, rows in tables(hostile()).items():
        assert all(None not in row and None not in row.values() for row in rows), name
        assert not any(cell.startswith(ACTS) for row in rows for cell in row.values())


def test_numbers_have_decimal_commas_and_all_their_digits() -> None:
    assert csv_cell(100 / 3) == "33,333333333333336"
    assert csv_cell(1e-7) == "0,0000001"
    assert csv_cell(-0.5) == "-0,5"
    assert csv_cell(20198106.0) == "20198106"


def test_excel_knows_the_file_for_utf8_and_ends_lines_as_windows_does() -> None:
    data = csv_bytes(next(tidy_tables(report())))
    assert data.startswith("\ufefftahun;periode;".encode())
    assert data.count(b"\r\n") == data.count(b"\n")


def test_pandas_reads_the_csv_as_the_decision_says(tmp_path: Path) -> None:
    pandas = pytest.importorskip("pandas")
    (tmp_path / "data.csv").write_bytes(csv_bytes(next(tidy_tables(complete()))))
    frame = pandas.read_csv(
        tmp_path / "data.csv",
        sep=";",
        decimal=",",
        encoding="utf-8-sig",
        dtype={"kode_kabupaten": str, "kode_unit": str},
    )
    points = list(data_points(complete()))
    assert list(frame["kode_unit"]) == [one.kode_unit for one in points]
    assert list(frame["nilai"]) == [one.nilai for one in points]


def test_parquet_holds_the_same_rows_in_typed_columns(tmp_path: Path) -> None:
    regency = report()
    path = write_parquet(regency, tmp_path)
    assert path.relative_to(tmp_path).as_posix() == "provinsi=99/tahun=2017/99.01_UJI-2017.parquet"
    table = pq.ParquetFile(path).read()
    fields = [name for name in DataPoint._fields if name != "tahun"]
    assert table.schema.names == fields
    assert {str(one.type) for one in table.schema} == {"string", "double"}
    kept = [tuple(row[name] for name in fields) for row in table.to_pylist()]
    assert kept == [one[1:] for one in data_points(regency)]


def test_parquet_is_queried_by_province_and_year_as_the_decision_says(tmp_path: Path) -> None:
    write_parquet(complete(), tmp_path)
    write_parquet(complete(), tmp_path)
    data = ds.dataset(tmp_path, partitioning="hive")
    asked = (ds.field("provinsi") == 99) & (ds.field("komponen") == "(capaian)")
    found = data.to_table(filter=asked)
    assert found.num_rows == 6
    assert pc.unique(found["tahun"]).to_pylist() == [2017]


def test_parquet_of_the_same_report_has_the_same_bytes(tmp_path: Path) -> None:
    first, second = (write_parquet(complete(), tmp_path / name).read_bytes() for name in "ab")
    assert first == second
