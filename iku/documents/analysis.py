"""What a unit wrote about its results: pendorong, penghambat, tindak lanjut; and its evidence."""

from collections.abc import Iterator
from dataclasses import dataclass

from iku.definition.model import Indikator
from iku.names import ANALYSIS_FIELDS, EVIDENCE_FIELDS, indikator_name
from iku.periods import QUARTERS
from iku.report import Report


@dataclass(frozen=True, slots=True)
class Analysis:
    """The analysis of one indicator in one period, as typed; empty text where nothing was."""

    pendorong: str
    penghambat: str
    tindak_lanjut: str
    penanggung_jawab: str
    tenggat: str
    status_tindak_lanjut: str

    @property
    def follow_up(self) -> str:
        """The follow-up with who and by when."""
        about = ", ".join(
            part
            for part in (
                self.penanggung_jawab,
                f"tenggat {self.tenggat}" if self.tenggat else "",
            )
            if part
        )
        return (
            f"{self.tindak_lanjut} ({about})"
            if self.tindak_lanjut and about
            else self.tindak_lanjut
        )


@dataclass(frozen=True, slots=True)
class Evidence:
    """One document that proves a figure, as the unit named it."""

    nama: str
    nomor: str
    tanggal: str
    halaman: str
    tautan: str


def analysis_of(report: Report, indikator: Indikator, periode: str) -> Analysis:
    """Return what was written about an indicator in a period."""
    texts = (
        report.text(indikator_name("analisis", indikator.kode, field, periode))
        for field in ANALYSIS_FIELDS
    )
    return Analysis(*texts)


def analysis_before(report: Report, indikator: Indikator, periode: str) -> Analysis | None:
    """Return the analysis of the period before, whose follow-up is due now; None where none was."""
    periods = (*QUARTERS, "TAHUN")
    at = periods.index(periode)
    if at == 0:
        return None
    found = analysis_of(report, indikator, periods[at - 1])
    return found if found.tindak_lanjut else None


def evidence_of(report: Report, indikator: Indikator, periode: str) -> Iterator[Evidence]:
    """Yield the evidence that a unit named for an indicator in a period."""
    for piece in range(1, max(1, len(indikator.bukti)) + 1):
        texts = [
            report.text(indikator_name("bukti", indikator.kode, f"{piece}", field, periode))
            for field in EVIDENCE_FIELDS
        ]
        if any(texts):
            yield Evidence(*texts)
