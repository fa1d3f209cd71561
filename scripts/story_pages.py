"""The pages of docs/contoh, made from the very stories that the tests play."""

from collections.abc import Iterator

from examples.story import FOLDER, Input, Step, Story, Typed, stories

PAGES = "docs/contoh"
UP = "../.."
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


def story_pages(note: str) -> dict[str, str]:
    """Return the text of each page by its path, the index among them."""
    told = stories()
    pages = {f"{PAGES}/{story.name}.md": _page(story, note) for story in told}
    pages[f"{PAGES}/README.md"] = _index(told, note)
    pages[f"{PAGES}/dari_python.md"] = _library(note)
    return pages


def _index(told: list[Story], note: str) -> str:
    lines = [note, "", "# Contoh", "", LEAD, "", "| contoh | untuk | ceritanya |", "|---|---|---|"]
    for story in told:
        first = story.lead.split(". ", 1)[0].removesuffix(".")
        lines.append(f"| [{story.title}]({story.name}.md) | {story.reader} | {first}. |")
    return "\n".join([*lines, "", "Untuk pemrogram: [dari Python](dari_python.md)."])


def _library(note: str) -> str:
    lines = [note, "", "# Dari Python", "", LIBRARY_LEAD, ""]
    for name in SCRIPTS:
        text = (FOLDER.parent / f"{name}.py").read_text(encoding="utf-8")
        lines += [f"## `python -m examples.{name} out/contoh`", "", *_block("python", text)]
    return "\n".join(lines)


def _page(story: Story, note: str) -> str:
    lines = [note, "", f"# {story.title}", "", f"*Untuk {story.reader}.* {story.lead}", ""]
    if story.inputs:
        lines += ["## Yang disiapkan", ""]
        for one in story.inputs:
            lines += _input(one)
    lines += ["## Langkahnya", ""]
    for number, step in enumerate(story.steps, 1):
        lines += _step(number, step)
    source = f"examples/cerita/{story.name}.yaml"
    lines += ["## Yang dapat dipetik", "", story.moral, ""]
    lines += [f"Sumber halaman ini: [{source}]({UP}/{source})."]
    return "\n".join(lines)


def _input(of: Input) -> Iterator[str]:
    if not of.source:
        yield from (f"`{of.name}`:", "")
        yield from _block(of.name.rpartition(".")[2], of.text)
        return
    changed = ", dengan perubahan ini:" if of.changes else "."
    yield from (f"`{of.name}`: salinan [{of.source}]({UP}/{of.source}){changed}", "")
    for old, new in of.changes:
        marked = [f"-{line}" for line in old.strip("\n").splitlines()]
        marked += [f"+{line}" for line in new.strip("\n").splitlines()]
        yield from _block("diff", "\n".join(marked))


def _step(number: int, step: Step) -> Iterator[str]:
    words = step.words or (_typing(step.typed) if step.typed else "Jalankan:")
    yield from (f"{number}. {words}", "")
    if step.command:
        yield from _block("sh", step.command)
        yield from _block("text", step.output)
    if step.status:
        yield from (f"Status keluarnya {step.status}.", "")


def _typing(typed: Typed) -> str:
    return f"Seseorang mengetik `{typed.value}` di sel `{typed.name}` pada `{typed.book}`."


def _block(language: str, text: str) -> list[str]:
    return [f"```{language}", *text.strip("\n").splitlines(), "```", ""]
