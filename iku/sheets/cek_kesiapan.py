"""Draw Cek Kesiapan: the readiness check in plain formulas, for PCs without the add-in."""

from dataclasses import dataclass

from iku.address import CellRef, a1, column_letters
from iku.blueprint import BlueprintSheet, ColumnSpec, ConditionalFormat, PageSetup
from iku.layout.layout import Layout
from iku.sheets import readiness as ready
from iku.sheets.canvas import Canvas, paper
from iku.sheets.readiness_questions import (
    WATCHED,
    Question,
    Topic,
    about_figures,
    about_report,
)

SHEET = "Cek Kesiapan"
NUMBER, QUESTION, RESULT, COUNT, PLACE, ADVICE = range(1, 7)
HELPER = 9  # the hidden columns of watched places and of their faults
FIRST = 6
READY_CELL = CellRef(SHEET, 3, RESULT)
OK, NOT_OK = "Sudah", "Belum"
HEADS = {
    NUMBER: "No.",
    QUESTION: "Pertanyaan",
    RESULT: "Jawaban",
    COUNT: "Banyaknya",
    PLACE: "Mulai dari",
    ADVICE: "Bila belum",
}
CLOSING = "Lembar ini menjawab yang pokok tanpa makro. Tombol Validasi memeriksa lebih lengkap."


@dataclass(frozen=True, slots=True)
class Watched:
    """The hidden stretch of the watches of a topic: their places and their faults."""

    places: str
    faults: str

    def question(self, fault: int, words: str, advice: str, sheet: str) -> Question:
        """Return the question after one fault."""
        place = f"INDEX({self.places},MATCH({fault},{self.faults},0))"
        return Question(words, f"COUNTIF({self.faults},{fault})", place, sheet, advice)


def draw_cek_kesiapan(layout: Layout) -> BlueprintSheet:
    """Return the sheet of questions that a report must answer with "Sudah"."""
    canvas = Canvas(SHEET)
    canvas.widths({NUMBER: 5, QUESTION: 54, RESULT: 22, COUNT: 11, PLACE: 18, ADVICE: 60})
    canvas.columns[HELPER] = canvas.columns[HELPER + 1] = ColumnSpec(4, hidden=True)
    canvas.put(1, NUMBER, "CEK KESIAPAN LAPORAN", "title")
    canvas.across(READY_CELL.row, NUMBER, QUESTION, "Kesimpulan", "label")
    canvas.heads(FIRST - 1, HEADS)
    figures = [*about_figures(layout), *_watch(canvas, layout)]
    questions = [*figures, *about_report(layout)]
    for number, question in enumerate(questions, 1):
        _draw_question(canvas, number, question)
    canvas.at_least(21, 1, READY_CELL.row, FIRST - 1)
    last = FIRST + len(questions) - 1
    _verdict(canvas, FIRST + len(figures) - 1, last)
    canvas.put(last + 2, NUMBER, CLOSING, "note")
    page = PageSetup(paper(layout.definition), print_area=f"A1:{a1(last + 2, ADVICE)}")
    return canvas.sheet(page, freeze=a1(FIRST, 1), tab_colour="70AD47")


def _watch(canvas: Canvas, layout: Layout) -> list[Question]:
    """Write the watches of every topic that this form has; return the questions they answer."""
    questions, row = [], FIRST
    for topic in WATCHED:
        watches = list(topic.watches(layout))
        if watches:
            watched = _write(canvas, row, watches)
            questions += [_question(topic, watched, fault) for fault in topic.faults]
        row += len(watches)
    return questions


def _write(canvas: Canvas, first: int, watches: list[ready.Watch]) -> Watched:
    for row, watch in enumerate(watches, first):
        canvas.put(row, HELPER, watch.place, "hidden_helper")
        canvas.formula(row, HELPER + 1, watch.formula, "hidden_helper")
    letters = [column_letters(column) for column in (HELPER, HELPER + 1)]
    return Watched(*(f"${one}${first}:${one}${first + len(watches) - 1}" for one in letters))


def _question(topic: Topic, watched: Watched, fault: int) -> Question:
    return watched.question(fault, *topic.faults[fault], topic.sheet)


def _draw_question(canvas: Canvas, number: int, question: Question) -> None:
    row = FIRST + number - 1
    count = a1(row, COUNT)
    canvas.put(row, NUMBER, number, "table_text_centred")
    canvas.put(row, QUESTION, question.words, "table_text")
    canvas.formula(row, RESULT, f'IF({count}=0,"{OK}","{NOT_OK}")', "answer")
    canvas.formula(row, COUNT, question.count, "table_number", fmt="0;-0;")
    place = f'IF({count}=0,"",{question.place})'
    canvas.formula(row, PLACE, place, "link", link=f"{question.sheet}!A1")
    canvas.put(row, ADVICE, question.advice, "table_text")
    canvas.at_least(20, row)


def _verdict(canvas: Canvas, last_figure: int, last: int) -> None:
    """Write the conclusion, and colour it and the answers; the words say what the colour says."""
    answers = f"{a1(FIRST, RESULT)}:{a1(last, RESULT)}"
    figures = f"{a1(FIRST, RESULT)}:{a1(last_figure, RESULT)}"
    missing = f'COUNTIF({answers},"{NOT_OK}")'
    almost = f'IF(COUNTIF({figures},"{NOT_OK}")=0,"HAMPIR SIAP: ","BELUM SIAP: ")'
    verdict = f'IF({missing}=0,"SIAP DIKIRIM",{almost}&{missing}&" hal")'
    canvas.formula(READY_CELL.row, READY_CELL.column, verdict, "answer")
    for cells, first in ((answers, a1(FIRST, RESULT)), (READY_CELL.a1, READY_CELL.a1)):
        for beginning, mark in (("BELUM", "bad"), ("HAMPIR", "almost"), ("S", "ok")):
            formula = f'LEFT({first},{len(beginning)})="{beginning}"'
            canvas.formats.append(ConditionalFormat(cells, formula, f"mark_{mark}"))
