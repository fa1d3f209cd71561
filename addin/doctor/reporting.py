"""The diagnosis as people and programs read it."""

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from addin.doctor.advice import PARTS, Advice, advise
from addin.doctor.observation import Observation
from addin.install.speech import Language, say

WIDTH = 96
MENUS = "File > Options"
LABELS: dict[Language, dict[str, str]] = {
    "id": {
        "terlihat": "Yang terlihat",
        "artinya": "Artinya",
        "langkah": "Langkah Anda",
        "minta": "Untuk petugas TI (salin)",
        "menghambat": "Menghambat",
        "mengganggu": "Dapat mengganggu",
        "informasi": "Informasi",
        "menus": "Nama menu di atas adalah nama di Excel berbahasa Inggris. Di Excel berbahasa Indonesia: File > Opsi > Pusat Kepercayaan (Trust Center) dan File > Opsi > Add-in.",
        "clean": "Tidak ada hambatan yang terlihat. Bila tab IKU tetap tidak tampak, tutup semua jendela Excel lalu buka lagi.",
    },
    "en": {
        "terlihat": "What is seen",
        "artinya": "What it means",
        "langkah": "What you can do",
        "minta": "For the IT officer (copy)",
        "menghambat": "Blocks",
        "mengganggu": "May get in the way",
        "informasi": "Information",
        "menus": "The menus above are those of Excel in English.",
        "clean": "Nothing that blocks was seen. If the tab IKU is still not there, close every Excel window and open Excel again.",
    },
}


def explained(seen: Iterable[Observation], language: Language) -> tuple[Advice, ...]:
    """Return the explanations, what blocks first."""
    order = list(LABELS["id"])
    told = [advise(one, language) for one in seen]
    return tuple(sorted(told, key=lambda advice: order.index(advice.severity)))


def report(seen: Iterable[Observation], language: Language) -> Iterator[str]:
    """Yield the diagnosis, a line at a time; it ends with the way that always works."""
    advices = explained(seen, language)
    labels = LABELS.get(language, LABELS["id"])
    for number, advice in enumerate(advices, start=1):
        yield f"{number}. {labels[advice.severity]}: {advice.title}"
        parts = (advice.seen, advice.meaning, advice.remedy, advice.ask)
        for part, text in zip(PARTS, parts, strict=True):
            yield from _paragraph(f"   {labels[part]}: {text}")
        yield ""
    if any(MENUS in advice.remedy for advice in advices):
        yield from _paragraph(labels["menus"])
    if not any(advice.blocks for advice in advices):
        yield labels["clean"]
    yield say("fallback", language)


def as_json(seen: Sequence[Observation], language: Language) -> dict[str, object]:
    """Return the diagnosis as JSON holds it."""
    advices = explained(seen, language)
    return {
        "findings": [advice.as_json() for advice in advices],
        "blocked": any(advice.blocks for advice in advices),
        "fallback": say("fallback", language),
    }


def status_of(seen: Iterable[Observation]) -> int:
    """Return the exit status: 1 where something blocks the buttons, else 0."""
    return 1 if any(advice.blocks for advice in explained(seen, "id")) else 0


def _paragraph(text: str) -> list[str]:
    # A path or a key that is to be copied is never cut in two.
    return textwrap.wrap(
        text, WIDTH, subsequent_indent="      ", break_long_words=False, break_on_hyphens=False
    )
