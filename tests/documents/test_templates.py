"""A regency's own template: letterhead and wording in Word, fields by name, faults with their place."""

from io import BytesIO
from pathlib import Path

import docx
import pytest

from iku.documents.blocks import Column, Fields, Table, cell
from iku.documents.catalogue import KINDS
from reporting.documents import TemplateError, default_template, filled
from tests.command_runs import iku
from tests.documents.reading_back import document_text

TABLE = Table((Column("IKU", 1), Column("Target", 1)), ((cell("Nilai AKIP"), cell("B")),))
FIELDS: Fields = {"unit": "Kecamatan Ulu", "tahun": "2025", "tabel": (TABLE,)}


def template(*lines: str, header: str = "") -> bytes:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    document.sections[0].header.paragraphs[0].text = header
    return saved(document)


def saved(document) -> bytes:  # type: ignore[no-untyped-def]  # noqa: ANN001  Document is a function
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def faults(data: bytes, fields: Fields = FIELDS, required: tuple[str, ...] = ()) -> list[str]:
    with pytest.raises(TemplateError) as caught:
        filled(data, fields, required)
    return [fault.message for fault in caught.value.faults]


def test_own_wording_and_letterhead_stay_and_fields_are_filled() -> None:
    data = template("Yth. {{unit}}, tahun {{ tahun }}.", "{{tabel}}", header="PEMERINTAH {{unit}}")
    result = filled(data, FIELDS)
    assert document_text(result).split("\n")[:1] == ["Yth. Kecamatan Ulu, tahun 2025."]
    assert "Nilai AKIP" in document_text(result)
    header = docx.Document(BytesIO(result)).sections[0].header.paragraphs[0].text
    assert header == "PEMERINTAH Kecamatan Ulu"


def test_a_field_that_word_has_split_into_pieces_is_found_and_keeps_its_look() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph()
    for text, bold in (("Laporan {{un", True), ("it}} ta", False), ("hun {{tahun}}", False)):
        paragraph.add_run(text).bold = bold
    result = docx.Document(BytesIO(filled(saved(document), FIELDS)))
    assert result.paragraphs[0].text == "Laporan Kecamatan Ulu tahun 2025"
    assert [run.text for run in result.paragraphs[0].runs if run.bold] == ["Laporan Kecamatan Ulu"]


def test_braces_in_a_value_are_text() -> None:
    result = filled(template("{{unit}}"), {"unit": "{{unit}} & <b>"})
    assert document_text(result) == "{{unit}} & <b>"


def test_every_unknown_field_is_named_with_its_place() -> None:
    document = docx.Document()
    document.add_paragraph("{{unit}}")
    document.add_table(1, 2).cell(0, 1).text = "{{bupati}}"
    document.sections[0].footer.paragraphs[0].text = "{{ halamn }}"
    first, second = faults(saved(document))
    assert first.startswith("Bidang {{bupati}} (tabel 1, baris 1, kolom 2) tidak dikenal;")
    assert "tabel, tahun, unit" in first
    assert second.startswith("Bidang {{halamn}} (kaki halaman bagian 1, paragraf 1)")


def test_a_table_within_a_line_is_refused() -> None:
    (message,) = faults(template("Lihat {{tabel}} ini"))
    assert "{{tabel}} (isi, paragraf 1)" in message
    assert "berdiri sendiri" in message


def test_what_the_paper_must_say_must_stand_in_the_template() -> None:
    (message,) = faults(template("{{unit}}"), required=("tabel",))
    assert message.startswith("Bidang {{tabel}} tidak ada di dalam templat")


@pytest.mark.parametrize("kind", KINDS)
def test_the_template_that_comes_with_the_product_is_the_same_twice(kind: str) -> None:
    assert default_template.__wrapped__(kind) == default_template(kind)


def test_a_template_taken_edited_and_given_back_works(tmp_path: Path) -> None:
    own, definition = tmp_path / "surat.docx", "templates/kepulauan_anambas_2024.yaml"
    assert iku("documents", "sk", "--ambil-templat", "-o", own).returncode == 0
    document = docx.Document(str(own))
    document.paragraphs[0].insert_paragraph_before("KEPUTUSAN BUPATI NOMOR 12 TAHUN {{tahun}}")
    document.save(str(own))
    run = iku("documents", "sk", definition, "--template", own, "-o", tmp_path / "hasil")
    assert run.returncode == 0, run.stderr
    made = sorted((tmp_path / "hasil").iterdir())
    assert len(made) == 2
    assert all(
        document_text(path).startswith("KEPUTUSAN BUPATI NOMOR 12 TAHUN 2024") for path in made
    )


def test_a_faulty_template_writes_nothing_and_says_where(tmp_path: Path) -> None:
    own, into = tmp_path / "surat.docx", tmp_path / "hasil"
    own.write_bytes(template("{{nama_bupat}}", "{{tabel_iku}}"))
    definition = "templates/kepulauan_anambas_2024.yaml"
    run = iku("documents", "sk", definition, "--template", own, "-o", into)
    assert (run.returncode, into.exists()) == (1, False)
    assert f"{own}: Bidang {{{{nama_bupat}}}} (isi, paragraf 1) tidak dikenal" in run.stderr


def test_figures_need_workbooks(tmp_path: Path) -> None:
    run = iku("documents", "capaian", "templates/kota_jambi_2017.yaml", "-o", tmp_path / "hasil")
    assert run.returncode == 2
    assert "buku kerja yang sudah diisi" in run.stderr
