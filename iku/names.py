"""Names inside workbooks, such as ``isian.R1.aktif.TW2``: made here, and nowhere else."""

import re
from collections.abc import Iterator
from functools import lru_cache

from iku.definition.model import Definition, Indikator

_OTHER = re.compile(r"[^A-Za-z0-9_.]")

IDENTITY = ("kode", "nama", "tahun")
REPORT_FIELDS = ("periode_lapor", "status_laporan", "revisi", "penyusun", "kontak")
SIGNING_FIELDS = ("jabatan", "camat", "pangkat", "nip", "tempat", "tanggal")
RESULTS = ("realisasi", "capaian", "capaian_tahun", "kategori")
ABSENCE_FIELDS = ("status", "alasan", "instansi", "perkiraan")
ANALYSIS_FIELDS = (
    "pendorong",
    "penghambat",
    "tindak_lanjut",
    "penanggung_jawab",
    "tenggat",
    "status_tindak_lanjut",
)
EVIDENCE_FIELDS = ("nama", "nomor", "tanggal", "halaman", "tautan")
TEMPLATE_FIELDS = ("templat", "versi", "tata_letak", "sidik")


@lru_cache(maxsize=1_024)
def safe(code: str) -> str:
    """Return an indicator code as it stands inside a defined name.

    >>> safe("IKU 1/a")
    'IKU_1_a'
    """
    return _OTHER.sub("_", code)


def normal(name: str) -> str:
    """Return the form in which two names must differ: case and ``.`` against ``_`` ignored.

    An ``.xls`` round trip turns every dot into ``_``, and Excel ignores case.
    """
    return name.replace(".", "_").lower()


def indikator_name(family: str, kode: str, *rest: str) -> str:
    """Return a name such as ``isian.R1.tepat.TAHUN``."""
    return ".".join((family, safe(kode), *rest))


def shared_name(family: str, kode: str, periode: str) -> str:
    """Return the name of a shared figure, such as ``isian.bersama.penduduk.TW1``."""
    return f"{family}.bersama.{kode}.{periode}"


def program_name(kode: str, *rest: str) -> str:
    """Return the name of a programme's cell, such as ``anggaran.7.01.02.realisasi.TW1``.

    >>> program_name("7.01/02", "pagu")
    'anggaran.7.01_02.pagu'
    """
    return ".".join(("anggaran", safe(kode), *rest))


def entry_fields(indikator: Indikator) -> tuple[str, ...]:
    """Return the fields of an indicator that staff enter: component codes, or nilai and predikat."""
    if indikator.measured_by_components:
        return tuple(part.kode for part in indikator.komponen if part.dari is None)
    if indikator.nilai.jenis == "predikat":
        return ("nilai", "predikat")
    return ("nilai",)


def all_names(definition: Definition) -> Iterator[str]:
    """Yield every indicator name that some workbook of this definition may carry."""
    for indikator in definition.indikator:
        yield from _entered_names(definition, indikator)
        for periode in definition.periods:
            for family in (*RESULTS, "realisasi_predikat", "target", "target_predikat"):
                yield indikator_name(family, indikator.kode, periode)
            for field in ANALYSIS_FIELDS:
                yield indikator_name("analisis", indikator.kode, field, periode)
    for part in definition.data_bersama:
        for periode in definition.entry_periods(part):
            for family in ("isian", *ABSENCE_FIELDS):
                yield shared_name(family, part.kode, periode)


def _entered_names(definition: Definition, indikator: Indikator) -> Iterator[str]:
    kode = indikator.kode
    for periode in definition.entry_periods(indikator):
        for field in entry_fields(indikator):
            for family in ("isian", *ABSENCE_FIELDS):
                yield indikator_name(family, kode, field, periode)
        for family in (*ABSENCE_FIELDS, "sifat_data", "dilaporkan"):
            yield indikator_name(family, kode, periode)
