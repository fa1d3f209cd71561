"""The definition: what one regency measures in one year, as frozen typed values."""

from functools import cache
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    SerializerFunctionWrapHandler,
    model_serializer,
    model_validator,
)

from iku.definition import limits
from iku.definition.part import Bagian
from iku.definition.program import Program, unsaid
from iku.definition.scalars import Angka, Batas, Bulat, Desimal, Tahun, Teks, YaTidak
from iku.definition.scales import SkalaBernama, named_scale
from iku.definition.skm import complete_skm
from iku.formula.error import FormulaError
from iku.formula.parser import parse
from iku.languages import SOURCE
from iku.periods import PERIODS, QUARTERS, TAHUN

Periode = Literal["TW1", "TW2", "TW3", "TW4", "TAHUN"]
Fitur = Literal["analisis", "bukti", "sifat_data", "dilaporkan", "status_komponen", "anggaran"]


def _formula(text: str) -> str:
    """Check that a rumus parses; the message says where it does not."""
    try:
        parse(text)
    except FormulaError as error:
        message = f"rumus '{text}' tidak dapat dibaca: {error}"
        raise ValueError(message) from error
    return text


def _grade(value: object) -> object:
    """Accept a bare number (or a bare grade) where a target value is expected."""
    if isinstance(value, str):
        text = value.strip()
        return {"predikat": text} if text.isalpha() else {"nilai": text}
    return value


class NilaiTarget(Bagian):
    """A target: a number, a grade, or both; either may be missing for a grade."""

    predikat: Teks | None = None
    nilai: Angka | None = None


Target = Annotated[NilaiTarget, BeforeValidator(_grade)]
TargetMap = Annotated[dict[str, Target], Field(max_length=limits.TARGETS)]


class Rentang(Bagian):
    """Bounds inside which a value is as it should be."""

    bawah: Angka
    atas: Angka


class PolaritasRentang(Bagian):
    """Polarity of an indicator that should stay within a range."""

    rentang: Rentang


Polaritas = Literal["maksimasi", "minimasi"] | PolaritasRentang


class PengaturanCapaian(Bagian):
    """How capaian is computed and averaged; each regency sets it, docs/definisi.md says how."""

    rumus_minimasi: Literal["A", "B"] = "A"
    batas_rata_rata: Batas = Field(default_factory=lambda: 120, validate_default=True)
    batas_bawah: Angka = Field(default_factory=lambda: 0, validate_default=True)
    target_nol: Literal["tidak_dapat_dihitung", "terpenuhi_bila_nol"] = "tidak_dapat_dihitung"
    skala: SkalaBernama = Field(default_factory=lambda: named_scale("permendagri_86_2017"))
    rata_rata: Literal["indikator", "sasaran", "berbobot"] = "indikator"


class CapaianKhusus(Bagian):
    """The settings of `PengaturanCapaian` that one indicator overrides."""

    rumus_minimasi: Literal["A", "B"] | None = None
    batas_rata_rata: Batas = None
    batas_bawah: Angka | None = None
    target_nol: Literal["tidak_dapat_dihitung", "terpenuhi_bila_nol"] | None = None
    skala: SkalaBernama | None = None

    @model_serializer(mode="wrap")
    def _only_what_is_set(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """Write overrides only: a limit switched off is an override, a missing one is not."""
        return {key: value for key, value in handler(self).items() if key in self.model_fields_set}


class Peringkat(Bagian):
    """How kecamatan are ranked: by what, and from which completeness on (percent)."""

    dasar: Literal["rata_rata", "rata_rata_batas", "rata_rata_sasaran"] = "rata_rata_batas"
    kelengkapan_minimum: Angka = Field(default_factory=lambda: 100, validate_default=True)
    hanya_terverifikasi: YaTidak = False


class Pengaturan(Bagian):
    """Settings of a definition; ``fitur`` names the optional parts of the form that are wanted.

    ``bahasa`` is the language of the form; records issued before the key stay as they are.
    """

    periode: Literal["tahunan", "triwulanan"] = "tahunan"
    batas_waktu: dict[Periode, Teks] = Field(default_factory=dict)
    kertas: Literal["A4", "F4"] = "A4"
    capaian: PengaturanCapaian = PengaturanCapaian()
    peringkat: Peringkat = Peringkat()
    fitur: tuple[Fitur, ...] = ()
    bahasa: Teks = Field(default=SOURCE, exclude_if=lambda code: code == SOURCE)


class Komponen(Bagian):
    """A figure that staff enter: a flow (``arus``) or a stock (``posisi``)."""

    kode: Teks
    nama: Teks = ""
    satuan: Teks = ""
    sifat: Literal["arus", "posisi"] = "arus"
    cara_isi: Literal["dalam_triwulan", "sd_triwulan"] = "dalam_triwulan"
    wajib: YaTidak = True
    bulat: YaTidak = False
    min: Angka | None = None
    maks: Angka | None = None
    dari: Teks | None = None


class Nilai(Bagian):
    """How the value of an indicator comes about; ``rumus`` is the single source of truth."""

    jenis: Literal["rumus", "langsung", "predikat", "ya_tidak", "skm", "status"] = "rumus"
    rumus: Annotated[Teks, AfterValidator(_formula)] | None = None
    skala: SkalaBernama | None = None


class Baseline(Bagian):
    """Kondisi awal: a value and the year it was measured in."""

    tahun: Bulat | None = None
    nilai: Angka | None = None
    predikat: Teks | None = None


def _baseline(value: object) -> object:
    return {"nilai": value} if isinstance(value, str) else value


_OVERRIDES = tuple(CapaianKhusus.model_fields)


class Indikator(Bagian):
    """One indicator: what is measured, its formula, its targets and where the figures come from."""

    kode: Teks
    nomor: Teks = ""
    nama: Teks
    jenis: Literal["IKU", "IKK"] = "IKU"
    definisi_operasional: Teks = ""
    alasan: Teks = ""
    rumus: Teks = ""
    satuan: Teks
    polaritas: Polaritas
    komponen: tuple[Komponen, ...] = ()
    nilai: Nilai = Nilai()
    target: TargetMap = Field(default_factory=dict)
    baseline: Annotated[Baseline, BeforeValidator(_baseline)] | None = None
    triwulan: Literal["komponen", "jumlah", "akhir", "rata_rata", "tetap"] = "komponen"
    agregasi: Literal["komponen", "rata_rata", "tertimbang", "jumlah", "maks", "min", "tidak"] = (
        "komponen"
    )
    periode_ukur: tuple[Periode, ...] = ()
    pengisi: Literal["kecamatan", "kabupaten"] = "kecamatan"
    instansi_sumber: Teks = ""
    bobot: Angka | None = None
    desimal: Desimal = 2
    penanggung_jawab: Teks = ""
    sumber_data: Teks = ""
    bukti: Annotated[tuple[Teks, ...], Field(max_length=limits.BUKTI)] = ()
    keterangan: Teks = ""
    berlaku_untuk: tuple[Teks, ...] = ()
    definisi_sejak: Teks = ""
    setara_dengan: Teks = ""
    bila_nihil: Literal["dikecualikan", "100", "0"] = "dikecualikan"
    capaian: CapaianKhusus = CapaianKhusus()

    @model_validator(mode="before")
    @classmethod
    def _shorthands(cls, tree: Any) -> Any:  # noqa: ANN401  raw input of pydantic
        """Gather capaian overrides written flat, and supply the parts that every SKM has."""
        if not isinstance(tree, dict):
            return tree
        tree = dict(tree)
        flat = {key: tree.pop(key) for key in _OVERRIDES if key in tree}
        if flat:
            tree["capaian"] = {**(tree.get("capaian") or {}), **flat}
        return complete_skm(_yes_as_hundred(tree))

    @property
    def measured_by_components(self) -> bool:
        """Whether staff enter components (rather than one value)."""
        return self.nilai.jenis in {"rumus", "skm", "status"}

    @property
    def skala_predikat(self) -> Any:  # noqa: ANN401  Skala; named_scale is cached
        """The grade scale of a ``predikat`` indicator."""
        return self.nilai.skala or named_scale("akip")


def _yes_as_hundred(tree: dict[str, Any]) -> dict[str, Any]:
    """Read a target of ``ya`` as 100 percent where the value itself is Ya or Tidak."""
    nilai, target = tree.get("nilai"), tree.get("target")
    if not isinstance(nilai, dict) or nilai.get("jenis") != "ya_tidak":
        return tree
    if not isinstance(target, dict):
        return tree
    words = {"ya": "100", "tidak": "0"}
    met = {k: words.get(v.lower(), v) if isinstance(v, str) else v for k, v in target.items()}
    return {**tree, "target": met}


class Sasaran(Bagian):
    """A goal and its indicators; ``nomor`` is what is printed and need not be unique."""

    nomor: Teks = ""
    nama: Teks
    induk: Teks = ""
    indikator: Annotated[tuple[Indikator, ...], Field(min_length=1)]


def _few_enough(sasaran: tuple[Sasaran, ...]) -> tuple[Sasaran, ...]:
    """Refuse more indicators or components than a form can be made of."""
    indikator = [one for some in sasaran for one in some.indikator]
    komponen = sum(len(one.komponen) for one in indikator)
    if len(indikator) > limits.INDIKATOR:
        message = f"memuat {len(indikator)} indikator; paling banyak {limits.INDIKATOR}"
        raise ValueError(message)
    if komponen > limits.KOMPONEN:
        message = f"memuat {komponen} komponen; paling banyak {limits.KOMPONEN}"
        raise ValueError(message)
    return sasaran


class Wilayah(Bagian):
    """A desa or kelurahan of a kecamatan."""

    kode: Teks
    nama: Teks
    jenis: Literal["desa", "kelurahan"] = "desa"


class Kabupaten(Bagian):
    """The regency (kabupaten or kota) that owns the definition."""

    kode: Teks
    nama: Teks


class PenandaTangan(Bagian):
    """Who signs the report; prefilled, and changeable period by period."""

    nama: Teks = ""
    jabatan: Teks = "Camat"
    pangkat: Teks = ""
    nip: Teks = ""
    tempat: Teks = ""


class PerjanjianKinerja(Bagian):
    """A Perjanjian Kinerja and the targets it carries from a period on."""

    nomor: Teks = ""
    tanggal: Teks = ""
    jenis: Literal["murni", "perubahan"] = "murni"
    berlaku_mulai: Teks = ""
    target: dict[str, TargetMap] = Field(default_factory=dict)


class Unit(Bagian):
    """A reporting unit (kecamatan) with what the regency sets for it alone."""

    kode: Teks
    nama: Teks
    wilayah: tuple[Wilayah, ...] = ()
    mulai: Teks = ""
    sampai: Teks = ""
    asal: tuple[Teks, ...] = ()
    penanda_tangan: PenandaTangan = PenandaTangan()
    target: dict[str, TargetMap] = Field(default_factory=dict)
    baseline: dict[str, Annotated[Baseline, BeforeValidator(_baseline)]] = Field(
        default_factory=dict
    )
    tidak_berlaku: tuple[Teks, ...] = ()
    pk: tuple[PerjanjianKinerja, ...] = ()
    pagu: dict[str, Angka] = Field(default_factory=dict, exclude_if=unsaid)

    def has(self, indikator: Indikator) -> bool:
        """Whether an indicator has an object in this unit, by what the regency set."""
        if indikator.kode in self.tidak_berlaku:
            return False
        return not indikator.berlaku_untuk or self.kode in indikator.berlaku_untuk


class CatatanSumber(Bagian):
    """Where a source document is silent or wrong: what it says, what is used instead, and why."""

    kunci: Teks
    tertulis: Teks = ""
    dipakai: Teks = ""
    alasan: Teks


class DataBersama(Komponen):
    """A figure that several indicators use, typed once."""

    periode_ukur: tuple[Periode, ...] = ()


class Definition(Bagian):
    """Everything a regency fixes for one year."""

    skema: Literal["1"] = "1"
    kode: Teks
    versi: Teks
    tahun: Tahun
    kabupaten: Kabupaten
    jenis_unit: Teks = "Kecamatan"
    dasar_hukum: tuple[Teks, ...] = ()
    tugas: Teks = ""
    fungsi: tuple[Teks, ...] = ()
    misi: Teks = ""
    unit: tuple[Unit, ...] = ()
    pengaturan: Pengaturan = Pengaturan()
    data_bersama: Annotated[tuple[DataBersama, ...], Field(max_length=limits.DATA_BERSAMA)] = ()
    sasaran: Annotated[tuple[Sasaran, ...], AfterValidator(_few_enough)]
    catatan_sumber: tuple[CatatanSumber, ...] = ()
    program: tuple[Program, ...] = Field(default=(), exclude_if=unsaid, max_length=limits.PROGRAM)

    @property
    def indikator(self) -> tuple[Indikator, ...]:
        """Every indicator in printed order."""
        return tuple(one for sasaran in self.sasaran for one in sasaran.indikator)

    @property
    def periods(self) -> tuple[str, ...]:
        """The periods that have results, earliest first."""
        return PERIODS if self.pengaturan.periode == "triwulanan" else (TAHUN,)

    def entry_periods(self, part: Indikator | DataBersama) -> tuple[str, ...]:
        """Return the periods in which an indicator or a shared figure is entered, earliest first.

        Without ``periode_ukur`` these are the four quarters, or the year in a yearly definition.
        """
        return _entry_periods(self.pengaturan.periode, part.periode_ukur)

    def measured_periods(self, indikator: Indikator) -> tuple[str, ...]:
        """Return the periods for which an indicator can have a value; the year always can."""
        return _measured_periods(self.pengaturan.periode, indikator.periode_ukur)

    def setting(self, indikator: Indikator, name: str) -> Any:  # noqa: ANN401  typed per setting
        """Return a setting of ``pengaturan.capaian`` as it holds for one indicator."""
        if name in indikator.capaian.model_fields_set:
            return getattr(indikator.capaian, name)
        return getattr(self.pengaturan.capaian, name)


@cache
def _entry_periods(periode: str, wanted: tuple[str, ...]) -> tuple[str, ...]:
    """Return the periods of entry; asked hundreds of thousands of times for a few answers."""
    if periode == "tahunan":
        return (TAHUN,)
    return tuple(period for period in PERIODS if period in (wanted or QUARTERS))


@cache
def _measured_periods(periode: str, wanted: tuple[str, ...]) -> tuple[str, ...]:
    if periode == "tahunan":
        return (TAHUN,)
    return tuple(p for p in PERIODS if p == TAHUN or p in _entry_periods(periode, wanted))
