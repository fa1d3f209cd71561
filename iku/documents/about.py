"""What a unit is for: name, task, functions, mission and legal basis, numbered as far as given."""

from collections.abc import Iterator

from iku.definition.model import Definition, Unit
from iku.documents.blocks import Block, Paragraph, paragraph
from iku.documents.common import named


def about_unit(
    definition: Definition, unit: Unit | None, label: str = "Nama Unit Organisasi"
) -> Iterator[Block]:
    """Yield the paragraphs; ``unit`` None speaks for all units of the regency.

    ``label`` is what the paper calls a unit.
    """
    whose = f"{named(definition, unit)} {definition.kabupaten.nama}".strip()
    parts: list[tuple[str, tuple[str, ...]]] = [
        (label, (whose,)),
        ("Tugas", (definition.tugas,) if definition.tugas else ()),
        ("Fungsi", definition.fungsi),
        ("Misi", (definition.misi,) if definition.misi else ()),
        ("Dasar Hukum", definition.dasar_hukum),
    ]
    given = [part for part in parts if part[1]]
    for n, (title, lines) in enumerate(given, 1):
        if len(lines) == 1:
            yield paragraph(f"{n}. {title} : {lines[0]}", "rapat")
            continue
        yield paragraph(f"{n}. {title} :", "rapat")
        yield from (paragraph(line, "butir") for line in lines)
    yield Paragraph((), "jarak")
