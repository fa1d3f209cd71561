"""The pages of docs/contoh, made from the very stories that the tests play."""

from collections.abc import Iterator

from examples.story import FOLDER, Input, Step, Story, stories
from iku.languages import Language
from scripts.page_words import folder_of, opening, said

PAGES = "contoh"
SCRIPTS = ("satu_kecamatan", "formulir_rusak", "versi_baru")
LEAD = (
    "Setiap contoh dijalankan oleh pengujian: perintahnya yang sesungguhnya, dan jawabannya "
    "dibandingkan baris demi baris. Tanda … menggantikan bagian yang tidak ditampilkan. Salin "
    "berkasnya ke sebuah folder kosong, lalu ikuti langkahnya."
)
LIBRARY_LEAD = (
    "Yang sama dapat dikerjakan dari Python. Ketiga program ini dijalankan oleh pengujian; tiap "
    "program menerima nama folder untuk hasilnya."
)
INDEX_HEADS = ("contoh", "untuk", "ceritanya")
FOR_PROGRAMMERS = "Untuk pemrogram: [dari Python](dari_python.md)."
COPY = "{nama}: salinan {asal}."
COPY_CHANGED = "{nama}: salinan {asal}, dengan perubahan ini:"


def story_pages(language: Language) -> dict[str, str]:
    """Return the text of each page by its path, the index among them."""
    told, folder = stories(language), f"{folder_of(language)}/{PAGES}"
    up = "../" * len(folder.split("/"))
    pages = {f"{folder}/{story.name}.md": _page(story, language, up) for story in told}
    pages[f"{folder}/README.md"] = _index(told, language)
    pages[f"{folder}/dari_python.md"] = _library(language)
    return pages


def _index(told: list[Story], language: Language) -> str:
    heads = " | ".join(said(head, language) for head in INDEX_HEADS)
    lines = [*opening(said("Contoh", language), LEAD, language), f"| {heads} |", "|---|---|---|"]
    for story in told:
        first = story.lead.split(". ", 1)[0].removesuffix(".")
        lines.append(f"| [{story.title}]({story.name}.md) | {story.reader} | {first}. |")
    return "\n".join([*lines, "", said(FOR_PROGRAMMERS, language)])


def _library(language: Language) -> str:
    lines = [*opening(said("Dari Python", language), LIBRARY_LEAD, language)]
    for name in SCRIPTS:
        text = (FOLDER.parent / f"{name}.py").read_text(encoding="utf-8")
        lines += [f"## `python -m examples.{name} out/contoh`", "", *_block("python", text)]
    return "\n".join(lines)


def _page(story: Story, language: Language, up: str) -> str:
    reader = said("Untuk {siapa}.", language).format(siapa=story.reader)
    lines = [*opening(story.title, "", language), f"*{reader}* {story.lead}", ""]
    if story.inputs:
        lines += [f"## {said('Yang disiapkan', language)}", ""]
        for one in story.inputs:
            lines += _input(one, language, up)
    lines += [f"## {said('Langkahnya', language)}", ""]
    for number, step in enumerate(story.steps, 1):
        lines += _step(number, step, language)
    lines += [f"## {said('Yang dapat dipetik', language)}", "", story.moral, ""]
    source = story.source
    lines += [f"{said('Sumber halaman ini', language)}: [{source}]({up}{source})."]
    return "\n".join(lines)


def _input(of: Input, language: Language, up: str) -> Iterator[str]:
    if not of.source:
        yield from (f"`{of.name}`:", "")
        yield from _block(of.name.rpartition(".")[2], of.text)
        return
    copied = said(COPY_CHANGED if of.changes else COPY, language)
    yield from (copied.format(nama=f"`{of.name}`", asal=f"[{of.source}]({up}{of.source})"), "")
    for old, new in of.changes:
        marked = [f"-{line}" for line in old.strip("\n").splitlines()]
        marked += [f"+{line}" for line in new.strip("\n").splitlines()]
        yield from _block("diff", "\n".join(marked))


def _step(number: int, step: Step, language: Language) -> Iterator[str]:
    yield from (f"{number}. {step.words}", "")
    if step.command:
        yield from _block("sh", step.command)
        yield from _block("text", step.output)
    if step.status:
        yield from (said("Status keluarnya {n}.", language).format(n=step.status), "")


def _block(language: str, text: str) -> list[str]:
    return [f"```{language}", *text.strip("\n").splitlines(), "```", ""]
