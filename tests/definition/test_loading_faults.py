"""Loading refuses with every fault at once, each with its key and its line."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iku.definition import limits
from iku.definition.load import DefinitionError, load_definition, parse_definition
from iku.messages import explain

from .sample import CLEAN, changed, faults

LINES = CLEAN.splitlines()
KEY_LINES = [
    n
    for n, line in enumerate(LINES)
    if ": " in line and not line.lstrip().startswith(("-", "skema")) and "{" not in line
]
NUMBERS = ("target: {2025: 90", "target: {2025: 30", "target: {2025: 12", "min: 0", "nilai: 65")


def line_of(text: str, words: str) -> int:
    return next(n for n, line in enumerate(text.splitlines(), start=1) if words in line)


def test_a_sound_definition_has_no_faults() -> None:
    assert faults(CLEAN) == []


def test_every_fault_is_reported_at_once_with_key_and_line() -> None:
    text = changed("versi: 1\n", "versi: 1\nversi: 2\n")
    text = changed("        satuan: menit\n", "", text)
    text = changed("polaritas: maksimasi", "polaritas: naik", text)
    text = changed("nilai: 61.70", 'nilai: "61,70"', text)
    text = changed("sumber_data: Buku mutasi", "sumber_dat: Buku mutasi", text)
    found = {(one.code, one.line, one.facts["kunci"]) for one in faults(text)}
    assert found >= {
        ("DEF-005", line_of(text, "versi: 2"), "versi"),
        ("DEF-003", line_of(text, "- kode: A2"), "sasaran[0].indikator[1].satuan"),
        ("DEF-004", line_of(text, "polaritas: naik"), "sasaran[0].indikator[0].polaritas"),
        ("DEF-004", line_of(text, "61,70"), "sasaran[1].indikator[1].target.2025.nilai"),
        ("DEF-002", line_of(text, "sumber_dat:"), "sasaran[1].indikator[0].sumber_dat"),
    }


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("tindak/terima*100", "tindak//terima*100", "tindak//terima"),
        ("kode: B1", "kode: A1", "- kode: A1"),
        ("tindak/terima*100", "tindak/terma*100", "tindak/terma"),
        ("predikat: B,", "mutu: B,", "mutu: B"),
    ],
)
def test_a_fault_names_its_line(before: str, after: str, words: str) -> None:
    text = changed(before, after)
    lines = [n for n, line in enumerate(text.splitlines(), start=1) if words in line]
    assert lines[-1] in {one.line for one in faults(text)}


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "DEF-001"),
        (b"- a\n- b\n", "DEF-001"),
        (b"a: [1\nb: 2\n", "DEF-001"),
        (b"a: &x 1\nb: *x\n", "DEF-001"),
        (b"\xff\xfe\x00a", "DEF-001"),
    ],
)
def test_what_is_no_definition_is_one_clear_fault(
    tmp_path: Path, content: bytes, code: str
) -> None:
    path = tmp_path / "definisi.yaml"
    path.write_bytes(content)
    with pytest.raises(DefinitionError) as refused:
        load_definition(path)
    assert [one.code for one in refused.value.findings] == [code]
    assert refused.value.findings[0].line is not None


@given(st.sampled_from(KEY_LINES))
def test_a_key_written_twice_is_always_found_on_its_line(n: int) -> None:
    text = "\n".join([*LINES[: n + 1], LINES[n], *LINES[n + 1 :]])
    key = LINES[n].split(":")[0].strip()
    (fault,) = (one for one in faults(text) if one.code == "DEF-005")
    assert fault.line == n + 2
    assert str(fault.facts["kunci"]).endswith(key)


@given(st.sampled_from(KEY_LINES), st.from_regex(r"[a-z]{3,9}_asing", fullmatch=True))
def test_an_unknown_key_is_always_found_on_its_line(n: int, key: str) -> None:
    indent = LINES[n][: len(LINES[n]) - len(LINES[n].lstrip())]
    text = "\n".join([*LINES[: n + 1], f"{indent}{key}: x", *LINES[n + 1 :]])
    (fault,) = (one for one in faults(text) if one.code == "DEF-002")
    assert fault.line == n + 2
    assert str(fault.facts["kunci"]).split(".")[-1] == key


@given(
    st.sampled_from(NUMBERS),
    st.from_regex(r"[0-9]{1,3}(\.[0-9]{3})?,[0-9]{1,4}", fullmatch=True),
)
def test_a_number_with_a_comma_is_always_found_on_its_line(place: str, number: str) -> None:
    text = changed(place, f'{place.rsplit(" ", 1)[0]} "{number}"')
    told = [one for one in faults(text) if number in str(one.facts.get("alasan"))]
    assert [(one.code, one.line) for one in told] == [("DEF-004", line_of(text, number))]


def test_faults_of_type_and_faults_between_fields_come_together() -> None:
    text = """
kode: UJI
versi: "1"
tahun: 2025
kabupaten: {kode: "1", nama: K}
sasaran:
  - nama: S
    indikator:
      - {kode: A, nama: X, satuan: "%", polaritas: maksimasi, target: {2025: "61,70"}, komponen: [{kode: rt1}], nilai: {rumus: lain}}
      - {kode: A, nama: Y, satuan: "%", polaritas: naik, nilai: {jenis: langsung}}
"""
    with pytest.raises(DefinitionError) as caught:
        parse_definition(text)

    found = {(one.code, one.line) for one in caught.value.findings}
    assert {("DEF-004", 9), ("DEF-004", 10), ("DEF-006", 9), ("DEF-006", 10)} <= found


@pytest.mark.parametrize(
    "rumus",
    [
        "aa^2",
        "aa=1",
        "aa+TRUE",
        "ROUND(aa)",
        "ROUND(aa,aa)",
        "aa+1e3",
        "SUM()",
        "aa+B2",
        "IF(aa,1,2)",
    ],
)
def test_a_rumus_outside_the_grammar_is_a_fault(rumus: str) -> None:
    with pytest.raises(DefinitionError) as caught:
        parse_definition(ONE.replace("RUMUS", rumus))

    assert {one.code for one in caught.value.findings} <= {"DEF-004", "DEF-006"}


ONE = """
kode: UJI
versi: "1"
tahun: 2025
kabupaten: {kode: "1", nama: K}
unit: [{kode: "1", nama: U, pk: [{berlaku_mulai: MULAI, target: {KODE: {2025: 1}}}]}]
sasaran:
  - nama: S
    indikator:
      - {kode: A, nama: X, satuan: "%", polaritas: maksimasi, komponen: [{kode: aa}], nilai: {rumus: RUMUS}}
""".replace("MULAI", "TW3", 1).replace("KODE", "A", 1)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("TW3", "TW9"),
        ("target: {A:", "target: {ZZ:"),
        ("{2025: 1}", "{20: 1}"),
        ("{2025: 1}", "{2025: B}"),
    ],
)
def test_an_agreement_that_names_nothing_is_a_fault(right: str, wrong: str) -> None:
    text = ONE.replace("RUMUS", "aa")
    assert parse_definition(text.replace("TW3", "TAHUN")).unit[0].pk

    with pytest.raises(DefinitionError):
        parse_definition(text.replace(right, wrong))


def test_nesting_without_end_is_a_fault_and_no_crash() -> None:
    with pytest.raises(DefinitionError) as caught:
        parse_definition("[" * 100_000)

    assert [one.code for one in caught.value.findings] == ["DEF-001"]


def test_a_nesting_too_deep_is_told_with_the_line_where_it_begins() -> None:
    deep = "[" * (limits.DEPTH + 1)
    before = CLEAN.count("\n") + 1

    (one,) = faults(f"{CLEAN}\ncatatan: {deep}{']' * len(deep)}\n")

    assert one.line == before + 1
    assert f"lebih dari {limits.DEPTH} tingkat" in explain(one).message


def test_a_target_of_ya_is_a_hundred_percent() -> None:
    text = ONE.replace(
        "komponen: [{kode: aa}], nilai: {rumus: RUMUS}",
        "target: {2025: ya}, nilai: {jenis: ya_tidak}",
    )

    assert parse_definition(text).indikator[0].target["2025"].nilai == 100


def test_a_decimal_comma_between_braces_is_no_second_key() -> None:
    (fault,) = faults(changed("{2025: 90, 2026: 95}", "{2025: 0,90}"))
    assert "angka 0,90 memakai koma; tulis 0.90" in explain(fault).message


def test_a_code_that_is_a_cell_address_is_called_that() -> None:
    told = [explain(one).message for one in faults(changed("{kode: terima,", "{kode: ip1,"))]
    assert any("'ip1' sama dengan alamat sel Excel; tulis misalnya ip_1" in one for one in told)


def test_a_definition_that_is_no_file_keeps_nobody_waiting(tmp_path: Path) -> None:
    pipe = tmp_path / "definisi.yaml"
    os.mkfifo(pipe)

    for place in (pipe, tmp_path):
        with pytest.raises(DefinitionError) as refused:
            load_definition(place)
        assert [one.code for one in refused.value.findings] == ["BRK-011"]
