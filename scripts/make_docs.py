"""Write the generated reference pages of docs/; with --check, only say whether they are current."""

import sys
from pathlib import Path

import click

from command_line.main import VERBS, iku
from iku.definition.schema import definition_schema
from iku.finding import Severity
from iku.messages import FAMILIES, catalogue, entry
from reporting.terminal import severity_word

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
NOTE = "<!-- Dibuat oleh `make docs`; jangan disunting di sini. -->"


def findings_page() -> str:
    """Return the page of every finding: meaning, remedy, severity."""
    lines = [NOTE, "", "# Daftar catatan pemeriksaan", ""]
    lines += [
        "Setiap catatan menyebut tempat, apa yang tidak sesuai, dan cara memperbaikinya. Kata dalam",
        "",
    ]
    lines[-2] += " `{kurung}` diganti dengan tempat dan angka yang ditemukan."
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
    context = click.Context(iku, info_name="iku")
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
    """Return the page of every key of a definition, from the same models that read it."""
    schema = definition_schema()
    parts = {schema.get("title", "Definition"): schema, **schema.get("$defs", {})}
    lines = [NOTE, "", "# Kunci definisi", ""]
    for title, part in parts.items():
        if "properties" not in part:
            continue
        lines += [
            f"## {title}",
            "",
            _first_paragraph(part.get("description", "")),
            "",
            "| kunci | wajib |",
            "|---|---|",
        ]
        required = set(part.get("required", ()))
        lines += [f"| `{key}` | {'ya' if key in required else ''} |" for key in part["properties"]]
        lines.append("")
    return "\n".join(lines)


def _first_paragraph(text: str) -> str:
    return text.split("\n\n", maxsplit=1)[0].replace("\n", " ")


PAGES = {
    "docs/catatan.md": findings_page,
    "docs/perintah.md": commands_page,
    "docs/definisi.md": definition_page,
}


def main(arguments: list[str]) -> int:
    """Write every page, or compare it with what stands; return the exit status."""
    stale = []
    for name, page in PAGES.items():
        path, text = ROOT / name, page().rstrip() + "\n"
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            stale.append(name)
            if "--check" not in arguments:
                path.write_text(text, encoding="utf-8")
    for name in stale:
        print(f"{name}: {'not current; run make docs' if '--check' in arguments else 'written'}")
    return 1 if stale and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
