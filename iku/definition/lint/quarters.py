"""Rules on how four quarters make a year."""

from collections.abc import Iterator

from iku.definition.lint.computed import PERCENT
from iku.definition.lint.subject import Subject
from iku.definition.lint.vocabulary import word_set
from iku.definition.lint.wording import words
from iku.finding import Finding

_STOCKS = word_set("keadaan")


def stocks_are_not_added_up(subject: Subject) -> Iterator[Finding]:
    """DEF-160: 192 RT stay 192 RT; four quarters of them are not 768."""
    if subject.definition.pengaturan.periode == "tahunan":
        return
    indikator = subject.indikator
    if indikator.triwulan == "jumlah" and indikator.satuan.strip().lower() in PERCENT:
        yield subject.finding("DEF-160", "triwulan", dijumlahkan=f"persentase {indikator.nama}")
        return
    if indikator.triwulan != "komponen":
        return
    below = {code for share in subject.shares for code in share.bottom}
    for n, written in enumerate(indikator.komponen):
        part = subject.part(written.kode)
        adds_up = part.sifat == "arus" and part.cara_isi == "dalam_triwulan"
        said = words(part.nama)
        if written.kode in below and adds_up and said and said <= _STOCKS:
            yield subject.finding("DEF-160", f"komponen.{n}.sifat", dijumlahkan=part.nama)
