"""What Analisis shows by itself: the capaian to be explained, and the last follow-up's status."""

from iku.layout.extras import CAPAIAN, EARLIER, ExtraPlan, ExtraRow
from iku.layout.layout import Layout
from iku.names import indikator_name
from iku.sheets.canvas import Canvas, number_format

NONE_YET = "Status belum diisi"


def follow_up_cells(canvas: Canvas, layout: Layout, plan: ExtraPlan, row: ExtraRow) -> None:
    """Write the capaian of the row's period, and the follow-up planned in the period before it."""
    shown = layout.perhitungan.result("capaian", row.indikator.kode, row.periode).absolute
    canvas.formula(row.number, CAPAIAN, shown, "figure", fmt=number_format(2))
    canvas.at_least(29, row.number)  # room for states of two words, such as Tidak dapat dihitung
    before = plan.before(row)
    if before is None:
        canvas.put(row.number, EARLIER, None, "entry_na")
    else:
        canvas.formula(row.number, EARLIER, _follow_up(layout, before), "result_text")


def _follow_up(layout: Layout, row: ExtraRow) -> str:
    """Return the formula of a follow-up in one line; empty where none was planned."""

    def typed(field: str) -> str:
        return layout.entries[
            indikator_name("analisis", row.indikator.kode, field, row.periode)
        ].formula

    plan, status = typed("tindak_lanjut"), typed("status_tindak_lanjut")
    who, due = typed("penanggung_jawab"), typed("tenggat")
    about = f'IF({who}="",""," ("&{who}&")")&IF({due}="","",", tenggat "&{due})'
    done = f'IF({status}="","{NONE_YET}",{status})'
    return f'IF({plan}="","",{plan}&{about}&": "&{done})'
