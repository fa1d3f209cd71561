"""The rules on definitions, applied to what a report prints and told in the words of a report."""

from collections.abc import Callable, Iterator

from iku.audit.alternatives import beside
from iku.audit.direction import falls
from iku.audit.document import Passage, Place
from iku.audit.headed_table import HeadedTable
from iku.audit.printed_definition import misi_of, numbered_definition, printed_definition
from iku.audit.report import Entry, Report
from iku.definition.lint import computed, direction, naming, rumus_text, silence
from iku.definition.lint.key_paths import key_path
from iku.definition.lint.subject import Subject, subjects
from iku.definition.model import Definition
from iku.finding import Fact, Finding

_NUMBERING: tuple[Callable[[Definition], Iterator[Finding]], ...] = (
    naming.sasaran_are_numbered,
    naming.indikator_are_numbered,
)
_WHOLE: tuple[Callable[[Definition], Iterator[Finding]], ...] = (
    naming.misi_is_an_intention,
    direction.targets_move,
)
_EACH: tuple[Callable[[Subject], Iterator[Finding]], ...] = (
    silence.definition_says_more_than_rumus,
    rumus_text.rumus_can_be_computed,
    rumus_text.index_is_no_plain_ratio,
    rumus_text.ratio_says_hundred,
    rumus_text.denominator_is_no_target,
    rumus_text.counted_thing_is_clear,
    rumus_text.ratio_is_not_inverted,
    computed.averaged_shares_are_alike,
    computed.share_has_one_unit,
    computed.rumus_measures_the_name,
    computed.satisfaction_follows_the_standard,
    naming.source_can_be_found,
    naming.source_belongs_to_the_responsible,
    direction.direction_fits_the_name,
    direction.small_percentages_are_meant,
    direction.status_ladder_is_complete,
)
# The same fault has a remedy of its own in a report, hence a code and a sentence of its own.
_CODES = {
    "DEF-110": "AUD-050",
    "DEF-111": "AUD-051",
    "DEF-112": "AUD-052",
    "DEF-113": "AUD-053",
    "DEF-114": "AUD-054",
    "DEF-115": "AUD-055",
    "DEF-116": "AUD-056",
    "DEF-117": "AUD-057",
    "DEF-118": "AUD-058",
    "DEF-119": "AUD-059",
    "DEF-122": "AUD-005",
    "DEF-123": "AUD-006",
    "DEF-124": "AUD-007",
    "DEF-125": "AUD-062",
    "DEF-126": "AUD-063",
    "DEF-130": "AUD-064",
    "DEF-131": "AUD-065",
    "DEF-140": "AUD-030",
    "DEF-141": "AUD-031",
    "DEF-144": "AUD-044",
    "DEF-150": "AUD-066",
    "DEF-151": "AUD-066",
    "DEF-152": "AUD-017",
    "DEF-153": "AUD-019",
    "DEF-155": "AUD-067",
}
_TAKEN = frozenset({"pembilang", "penyebut"})
_ROLE = {"nilai": "rumus", "nama": "indikator", "polaritas": "indikator"}


def numbering_runs_on(report: Report) -> Iterator[Finding]:
    """AUD-030, AUD-031: numbers of sasaran and indicators, table by table."""
    for table in report.tables:
        if not table.rows:
            continue
        definition = numbered_definition(report, table)
        for rule in _NUMBERING:
            for finding in rule(definition):
                place = _numbered_place(table, finding)
                facts = {
                    key: finding.facts[key]
                    for key in ("tertulis", "seharusnya")
                    if key in finding.facts
                }
                yield place.finding(_CODES[finding.code], **facts, **_borrowed(report, table))


def _borrowed(report: Report, table: HeadedTable) -> dict[str, Fact]:
    """Return where the numbers of a table's indicators are those of their sasaran instead."""
    if table.sasaran:
        return {}
    numbered = [row for row in table.rows if row.name.nomor]
    for other in (one for one in report.tables if one.sasaran):
        names = {row.sasaran: row.name.nama for row in reversed(other.rows)}
        first = {(other.sasaran[n].nomor, nama) for n, nama in names.items()}
        if numbered and {(row.name.nomor, row.name.nama) for row in numbered} == first:
            return {"tempat_sasaran": str(other.head.place)}
    return {}


def _numbered_place(table: HeadedTable, finding: Finding) -> Place:
    """Return the first sasaran or indicator whose number is wrong."""
    if finding.code == "DEF-140":
        numbers = [one.nomor for one in table.sasaran]
        wrong = (n for n, nomor in enumerate(numbers) if not nomor or nomor in numbers[:n])
        return table.sasaran[next(wrong)].passage.place
    codes = finding.facts["daftar_indikator"]
    first = str(codes[0]) if isinstance(codes, list) else "0.0"
    sasaran, n = map(int, first.split("."))
    return [row for row in table.rows if row.sasaran == sasaran][n].name.passage.place


def wording_is_sound(report: Report) -> Iterator[Finding]:
    """AUD-005 to AUD-007, AUD-017, AUD-019, AUD-044, AUD-050 to AUD-067: what the words say."""
    if not report.entries:
        return
    definition = printed_definition(report)
    for rule in _WHOLE:
        for finding in rule(definition):
            yield _whole(report, finding)
    for entry, subject in zip(report.entries, subjects(definition), strict=True):
        for each in _EACH:
            for finding in each(subject):
                if _applies(entry, finding):
                    yield _placed(entry, finding)


def _applies(entry: Entry, finding: Finding) -> bool:
    """Whether a report can be blamed: a direction only if it says so or capaian shows it.

    A part that the rumus itself names beside the others was not slipped in.
    """
    if finding.code == "DEF-124":
        parts, rumus = finding.facts.get("tidak_disebut"), entry.rumus.lower()
        named = isinstance(parts, list) and all(str(one).lower() in rumus for one in parts)
        return not ("rata" in rumus and named)
    return finding.code != "DEF-150" or falls(entry) is False


def _whole(report: Report, finding: Finding) -> Finding:
    misi = misi_of(report)
    if finding.code == "DEF-144" and misi is not None:
        return misi.place.finding("AUD-044", tertulis=misi.text)
    codes = finding.facts["daftar_indikator"]
    listed = [entry for entry in report.entries if isinstance(codes, list) and entry.kode in codes]
    first = listed[0]
    later = next((row.next_target for _, row in first.rows if row.next_target), None)
    place = first.name.place if later is None else later[1].place
    facts: dict[str, Fact] = {**finding.facts, "daftar_indikator": [one.nama for one in listed]}
    return place.finding(_CODES[finding.code], **_without_key(facts))


def _placed(entry: Entry, finding: Finding) -> Finding:
    """Return a rule's finding at the cell that it is about."""
    key = str(key_path(str(finding.facts["kunci"]))[4])
    cell: Passage | None = entry.cell(_ROLE.get(key, key))
    place = (cell or entry.name).place
    facts = _without_key(finding.facts) | beside(entry, finding)
    facts |= {key: entry.as_printed(str(facts[key])) for key in _TAKEN & facts.keys()}
    return place.finding(_CODES[finding.code], entry.kode, **facts)


def _without_key(facts: dict[str, Fact]) -> dict[str, Fact]:
    return {key: fact for key, fact in facts.items() if key != "kunci"}
