"""Write the generated reference pages of docs/; with --check, only say whether they are current."""

import sys
from collections.abc import Iterable
from pathlib import Path

import click

from command_line.main import VERBS, iku
from iku.finding import Severity
from iku.kamus.column import Column
from iku.kamus.tables import table, table_names, umum_fields
from iku.messages import FAMILIES, catalogue, entry
from reporting.terminal import severity_word
from scripts.story_pages import story_pages

ROOT = Path(__file__).resolve().parents[1]
FAMILY_TITLES = {
    "BRK": "Berkas dan wadahnya",
    "STR": "Susunan buku kerja",
    "KCI": "Kunci dan perubahan",
    "ISI": "Isian",
    "ANG": "Angka sebagaimana diketik",
    "LOG": "Logika antarangka",
    "TRN": "Kecenderungan",
    "NAR": "Uraian dan bukti",
    "IDN": "Identitas",
    "DEF": "Definisi",
    "AUD": "Laporan yang diaudit",
    "KON": "Konsolidasi",
}
BLANKS = (
    "Isian kosong hanya dilaporkan oleh catatan ISI, IDN-001, IDN-004, NAR-001, dan NAR-002. "
    "Catatan ANG, LOG, dan TRN membandingkan angka yang ada; bila salah satunya kosong atau "
    "berstatus (Nihil, Data belum tersedia), perbandingan itu dilewati, bukan dianggap nol."
)
KEYS_LEAD = (
    "Setiap bagian definisi adalah satu lembar Kamus IKU; kunci di kolom pertama adalah namanya "
    "dalam YAML. Titik memisahkan tingkat: `nilai.rumus` ditulis `nilai: {rumus: …}`. Bentuk "
    "lengkap untuk mesin dicetak oleh `iku definition schema`."
)
NOTE = "<!-- Dibuat oleh `make docs`; jangan disunting di sini. -->"


def findings_page() -> str:
    """Return the page of every finding: meaning, remedy, severity."""
    lines = [NOTE, "", "# Daftar catatan pemeriksaan", ""]
    lines += [
        "Setiap catatan menyebut tempat, apa yang tidak sesuai, dan cara memperbaikinya. Kata dalam",
        "",
    ]
    lines[-2] += " `{kurung}` diganti dengan tempat dan angka yang ditemukan."
    lines += [BLANKS, ""]
    for family in FAMILIES:
        codes = catalogue(family)
        if not codes:
            continue
        lines += [f"## {family}: {FAMILY_TITLES[family]}", ""]
        for code in codes:
            lines += _finding(code)
    return "\n".join(lines)


def _finding(code: str) -> list[str]:
    words = entry(code)
    severity = severity_word(Severity(words["severity"]))
    return [
        f"### {code} {words['judul']}",
        "",
        f"*{severity}.* {words['id']['message']}",
        "",
        f"Cara memperbaiki: {words['id']['fix']}",
        "",
    ]


def commands_page() -> str:
    """Return the page of every verb with its own help text."""
    lines = [NOTE, "", "# Perintah", ""]
    context = click.Context(iku, info_name="iku", **iku.context_settings)
    for verb in VERBS:
        command = iku.get_command(context, verb)
        if command is not None:
            lines += _command(command, f"iku {verb}", context)
    return "\n".join(lines)


def _command(command: click.Command, name: str, parent: click.Context) -> list[str]:
    words = name.rsplit(" ", 1)[-1]
    context = click.Context(command, info_name=words, parent=parent, terminal_width=100)
    lines = [f"## `{name}`", "", "```text", command.get_help(context), "```", ""]
    if isinstance(command, click.Group):
        for sub in command.list_commands(context):
            inner = command.get_command(context, sub)
            if inner is not None:
                lines += _command(inner, f"{name} {sub}", context)
    return lines


def definition_page() -> str:
    """Return the page of every key of a definition, in the words that the Kamus itself shows."""
    lines = [NOTE, "", "# Kunci definisi", "", KEYS_LEAD, ""]
    lines += ["## Umum", "", *_keys(umum_fields())]
    for name in table_names():
        of = table(name)
        lines += [f"## {name}", "", of.lead, "", *_keys(of.columns)]
    return "\n".join(lines)


def _keys(columns: Iterable[Column]) -> list[str]:
    rows = ["| kunci | kolom Kamus IKU | keterangan | arti dan pilihan |", "|---|---|---|---|"]
    for column in columns:
        listed = ", ".join(f"`{choice}`" for choice in column.choices)
        meaning = " ".join(part for part in (column.hint, listed) if part)
        shown = (f"`{column.key}`", column.head, column.note, meaning)
        rows.append(f"| {' | '.join(text.replace('|', '/') for text in shown)} |")
    return [*rows, ""]


PAGES = {
    "docs/catatan.md": findings_page,
    "docs/perintah.md": commands_page,
    "docs/definisi.md": definition_page,
}


def main(arguments: list[str]) -> int:
    """Write every page, or compare it with what stands; return the exit status."""
    stale = []
    pages = {name: page() for name, page in PAGES.items()} | story_pages(NOTE)
    for name, page in pages.items():
        path, text = ROOT / name, page.rstrip() + "\n"
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            stale.append(name)
            if "--check" not in arguments:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
    for name in stale:
        print(f"{name}: {'not current; run make docs' if '--check' in arguments else 'written'}")
    return 1 if stale and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
