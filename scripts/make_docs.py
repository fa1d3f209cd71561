"""Write the generated reference pages of docs/; with --check, only say whether they are current."""

import sys
from collections.abc import Iterable
from pathlib import Path

import click

from command_line.help import ASKED
from command_line.main import VERBS, iku
from examples.story import story_languages
from iku.finding import Severity
from iku.kamus.column import Column
from iku.kamus.tables import table, table_names, umum_fields
from iku.languages import Language, section, translated
from iku.languages.counted import of_many
from iku.languages.wording import Wording
from iku.messages import FAMILIES, catalogue, entry, told_in
from reporting.terminal import severity_word
from scripts.page_words import folder_of, opening, page_languages, said
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
FINDINGS_LEAD = (
    "Setiap catatan menyebut tempat, apa yang tidak sesuai, dan cara memperbaikinya. Yang "
    "tertulis dalam kurung kurawal, seperti `{tempat}`, diganti dengan yang ditemukan."
)
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
KEY_HEADS = ("kunci", "kolom Kamus IKU", "keterangan", "arti dan pilihan")


def findings_page(language: Language) -> str:
    """Return the page of every finding: meaning, remedy, severity."""
    lines = [*opening(said("Daftar catatan pemeriksaan", language), FINDINGS_LEAD, language)]
    lines += [said(BLANKS, language), ""]
    for family in FAMILIES:
        codes = catalogue(family)
        if not codes:
            continue
        lines += [f"## {family}: {said(FAMILY_TITLES[family], language)}", ""]
        for code in codes:
            lines += _finding(code, language)
    return "\n".join(lines)


def _finding(code: str, language: Language) -> list[str]:
    severity = severity_word(Severity(entry(code)["severity"]), language)
    words = told_in(code, language)
    return [
        f"### {code} {translated(entry(code)['judul'], language, 'judul')}",
        "",
        f"*{severity}.* {_shown(words['message'])}",
        "",
        f"{said('Cara memperbaiki', language)}: {_shown(words['fix'])}",
        "",
    ]


def _shown(sentence: str) -> str:
    """Return a sentence of many, whose doubled braces are those that people see."""
    return of_many(sentence).replace("{{", "{").replace("}}", "}")


def commands_page(language: Language) -> str:
    """Return the page of every verb with its own help text."""
    lines = [*opening(said("Perintah", language), "", language)]
    context = click.Context(iku, info_name="iku", **iku.context_settings)
    context.meta[ASKED] = language
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


def definition_page(language: Language) -> str:
    """Return the page of every key of a definition, in the words that the Kamus itself shows.

    Heads and names of its sheets stay as they are, for by them a Kamus is read.
    """
    wording = Wording(section(language, "kamus"))
    lines = [*opening(said("Kunci definisi", language), KEYS_LEAD, language)]
    lines += ["## Umum", "", *_keys(umum_fields(), language, wording)]
    for name in table_names():
        of = table(name)
        lines += [f"## {name}", "", wording.of(of.lead), "", *_keys(of.columns, language, wording)]
    return "\n".join(lines)


def _keys(columns: Iterable[Column], language: Language, wording: Wording) -> list[str]:
    heads = " | ".join(said(head, language) for head in KEY_HEADS)
    rows = [f"| {heads} |", "|---|---|---|---|"]
    for column in columns:
        listed = ", ".join(f"`{choice}`" for choice in column.choices)
        meaning = " ".join(part for part in (wording.of(column.hint), listed) if part)
        shown = (f"`{column.key}`", column.head, wording.of(column.note), meaning)
        rows.append(f"| {' | '.join(text.replace('|', '/') for text in shown)} |")
    return [*rows, ""]


PAGES = {
    "catatan.md": findings_page,
    "perintah.md": commands_page,
    "definisi.md": definition_page,
}


def generated_pages() -> dict[str, str]:
    """Return every generated page by its path, in every language that it can be had in."""
    pages = {
        f"{folder_of(language)}/{name}": page(language)
        for language in page_languages()
        for name, page in PAGES.items()
    }
    for language in story_languages():
        pages |= story_pages(language)
    return pages


def main(arguments: list[str]) -> int:
    """Write every page, or compare it with what stands; return the exit status."""
    stale = []
    for name, page in generated_pages().items():
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
