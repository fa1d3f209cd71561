"""What a unit that has ended did in its quarters stays in the regency's sums over the year."""

from fractions import Fraction

from iku.address import CellRef
from iku.cells import Value
from iku.consolidation import Candidate, RegencyReport, consolidate
from iku.consolidation.aggregation import REALISASI
from iku.definition.model import Definition
from iku.entry_workbook import formula_values
from iku.recap import recap_blueprint
from iku.recap.indikator_page import CATATAN, HEADER_ROW, KEPT, NILAI
from iku.recap.ringkasan_columns import HEADER_ROW as SUMMARY_ROW
from iku.recap.ringkasan_columns import REALISASI as SUMMARY_COLUMN

from .sample import RATIO, candidate, definition_of

COUNTS = """\
      - {kode: A1, nomor: "1.1", nama: Kegiatan, satuan: kali, polaritas: maksimasi,
         triwulan: jumlah, agregasi: jumlah, target: {TW2: 10, TW3: 15}, nilai: {jenis: langsung}}
"""
SHARE = """\
      - {kode: A1, nomor: "1.1", nama: Surat selesai, satuan: "%", polaritas: maksimasi,
         target: {TW2: 80, TW3: 80},
         komponen: [{kode: selesai, nama: Selesai, satuan: surat},
                    {kode: masuk, nama: Masuk, satuan: surat}],
         nilai: {rumus: "selesai/masuk*100"}}
"""
PER_RT = RATIO.replace("TAHUN: 20", "TW1: 5, TW2: 10, TAHUN: 20")
UTARA, SELATAN, TIMUR = "99.01.01", "99.01.02", "99.01.03"


def regency(indikator: str, **heir: object) -> Definition:
    """Utara ends in June; Selatan is its heir where ``heir`` says so."""
    found = definition_of(indikator, pengaturan="{periode: triwulanan}")
    utara, selatan, timur = found.unit
    ended = utara.model_copy(update={"sampai": "2017-06-30"})
    return found.model_copy(update={"unit": (ended, selatan.model_copy(update=heir), timur)})


def typed(**parts: tuple[float | str | None, ...]) -> dict[str, Value]:
    return {
        f"isian.A1.{part}.TW{n}": value
        for part, values in parts.items()
        for n, value in enumerate(values, 1)
    }


def third_quarter(definition: Definition, **files: dict[str, Value]) -> RegencyReport:
    """The third quarter; the file of Utara speaks up to the second."""
    found: list[Candidate] = []
    for name, values in files.items():
        kode = {"utara": UTARA, "selatan": SELATAN, "timur": TIMUR}[name]
        found.append(candidate(definition, kode, values, periode="TW2" if kode == UTARA else "TW3"))
    return consolidate(definition, found, period="TW3")


def realisasi(report: RegencyReport) -> Fraction | None:
    return report.aggregation.figure("A1", "TW3").realisasi.value


def test_a_number_of_activities_never_falls_because_a_unit_ended() -> None:
    report = third_quarter(
        regency(COUNTS),
        utara=typed(nilai=(4.0, 6.0)),
        selatan=typed(nilai=(1.0, 1.0, 1.0)),
        timur=typed(nilai=(2.0, 2.0, 2.0)),
    )
    figure = report.aggregation.figure("A1", "TW3")
    assert (figure.realisasi.value, figure.n, figure.of) == (Fraction(19), 2, 2)


def test_letters_of_an_ended_unit_stay_above_and_below_the_line() -> None:
    report = third_quarter(
        regency(SHARE),
        utara=typed(selesai=(4.0, 6.0), masuk=(10.0, 10.0)),
        selatan=typed(selesai=(1.0, 1.0, 1.0), masuk=(2.0, 2.0, 2.0)),
    )
    assert realisasi(report) == Fraction(1300, 26)


def test_the_recap_adds_the_same_by_formula_and_shows_what_it_added() -> None:
    report = third_quarter(
        regency(COUNTS), utara=typed(nilai=(4.0, 6.0)), selatan=typed(nilai=(1.0, 1.0, 1.0))
    )
    blueprint = recap_blueprint(report)
    values = formula_values(blueprint)
    contents = {(c.row, c.column): c.content for c in blueprint.sheet("IKU A1").all_cells()}
    assert values[CellRef("Ringkasan", SUMMARY_ROW + 1, SUMMARY_COLUMN)] == 13
    assert values[CellRef("IKU A1", HEADER_ROW + 1, NILAI)] == 10
    assert contents[HEADER_ROW + 1, CATATAN] == KEPT


def test_every_cell_of_the_earlier_quarters_is_named_as_an_origin_of_the_later_figure() -> None:
    report = third_quarter(
        regency(COUNTS), utara=typed(nilai=(4.0, 6.0)), selatan=typed(nilai=(1.0, 1.0, 1.0))
    )
    row = report.aggregation.slice("A1", "TW3", REALISASI).rows[0]
    assert [source.value for source in row.sources] == [4.0, 6.0]


def test_a_flow_over_a_stock_waits_for_the_heir_that_has_the_stock() -> None:
    reported = typed(penerima=(4.0, 6.0), rt=(50.0, 50.0))
    heir = typed(penerima=(5.0, 5.0, 5.0), rt=(100.0, 100.0, 150.0))
    known = regency(PER_RT, asal=(UTARA,))
    assert realisasi(third_quarter(known, utara=reported, selatan=heir)) == Fraction(2500, 150)
    rest = typed(penerima=(5.0, 5.0, 5.0), rt=(100.0, 100.0, 100.0))
    assert realisasi(third_quarter(known, utara=reported, timur=rest)) == 15
    assert realisasi(third_quarter(regency(PER_RT), utara=reported, selatan=heir)) == 10


def test_an_heir_that_tells_of_quarters_before_it_existed_reports_for_both() -> None:
    known = regency(COUNTS, asal=(UTARA,), mulai="2017-07-01")
    both = third_quarter(known, utara=typed(nilai=(4.0, 6.0)), selatan=typed(nilai=(4.0, 6.0, 1.0)))
    only_own = third_quarter(
        known, utara=typed(nilai=(4.0, 6.0)), selatan=typed(nilai=(0.0, 0.0, 1.0))
    )
    assert realisasi(both) == realisasi(only_own) == 11


def test_means_and_extremes_are_about_units_that_exist() -> None:
    for agregasi, expected in (("rata_rata", 3), ("maks", 3), ("min", 3)):
        definition = regency(COUNTS.replace("agregasi: jumlah", f"agregasi: {agregasi}"))
        report = third_quarter(
            definition, utara=typed(nilai=(4.0, 6.0)), selatan=typed(nilai=(1.0, 1.0, 1.0))
        )
        assert realisasi(report) == expected


def test_where_nobody_speaks_for_the_period_it_has_no_figure() -> None:
    assert realisasi(third_quarter(regency(COUNTS), utara=typed(nilai=(4.0, 6.0)))) is None


def test_the_last_target_of_an_ended_unit_is_part_of_the_sum_of_targets() -> None:
    definition = regency(COUNTS.replace("target: {TW2: 10, TW3: 15}, ", ""))
    targets: dict[str, Value] = {"target.A1.TW2": 10.0, "target.A1.TW3": 15.0}
    report = third_quarter(
        definition,
        utara=typed(nilai=(4.0, 6.0)) | targets,
        selatan=typed(nilai=(1.0, 1.0, 1.0)) | targets,
        timur=typed(nilai=(1.0, 1.0, 1.0)) | targets,
    )
    assert report.aggregation.figure("A1", "TW3").target == 40
