"""What was carried into a fresh workbook, as text for a terminal and for the list beside it."""

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

from iku.finding import Severity
from iku.languages.spoken import Spoken
from iku.messages import Language
from reporting.words import word

_WORDS: Spoken[str] = Spoken(
    "laporan",
    {
        "head": "{source} → {path}",
        "unit": "Formulir {template} versi {version}, {nama} ({kode})",
        "carried": "{carried} isian dibawa, {moved} di antaranya ke sel lain.",
        "left": "Tidak dibawa ({n}), periksa satu per satu:",
        "nothing_left": "Tidak ada isian yang tertinggal.",
        "unsigned": "Formulir ini belum bertanda tangan kabupaten/kota; bila perlu, ulangi dengan --key.",
        "notes": "Dibawa atau dikembalikan, lihat sekilas ({n}):",
        "one_ok": "{source} → {path}: semua isian dibawa ({carried}).",
        "one_left": "{source} → {path}: isian dibawa {carried}, tidak dibawa {left}; lihat {list}.",
        "one_refused": "{source}: tidak dipindahkan. {reason}",
        "one_ignored": "{source}: dilewati. {reason}",
        "several": "Berkas: {files}; semua isian dibawa: {ok}; sebagian tidak dibawa: {left}; tidak dipindahkan: {refused}; dilewati: {ignored}.",
    },
)

STATUSES = ("ok", "left", "refused", "ignored")
"""What becomes of one of several files, as ``iku upgrade --json`` writes it."""


def several_line(tree: Mapping[str, Any], language: Language) -> str:
    """Return the line of one of several files: what became of it, and where to look."""
    words, result = _WORDS[language], tree["result"]
    facts = {} if result is None else {**result, **result["summary"]}
    told = {**facts, "source": tree["path"], "reason": tree["reason"]}
    line = words[f"one_{tree['status']}"].format_map(told)
    return f"{line} {words['unsigned']}" if facts.get("signed") is False else line


def several_summary(summary: Mapping[str, int], language: Language) -> str:
    """Return how many of several files came how far."""
    return _WORDS[language]["several"].format_map(summary)


def carried_lines(source: str, tree: Mapping[str, Any], language: Language) -> Iterator[str]:
    """Yield the lines of the public form of ``iku repair`` and ``iku upgrade``."""
    words = _WORDS[language]
    moved = sum(one["from"] != one["to"] for one in tree["carried"])
    yield words["head"].format(source=source, path=tree["path"])
    yield words["unit"].format(template=tree["template"], version=tree["version"], **tree["unit"])
    yield words["carried"].format(carried=len(tree["carried"]), moved=moved)
    if tree.get("signed") is False:
        yield words["unsigned"]
    if not tree["left"]:
        yield words["nothing_left"]
    for key in ("left", "notes"):
        if tree[key]:
            yield ""
            yield words[key].format(n=len(tree[key]))
            yield from _listed(tree[key], language)


def _listed(findings: list[dict[str, Any]], language: Language) -> Iterator[str]:
    """Yield findings, and what to do about them once where many of them call for the same."""
    for (code, fix), group in groupby(findings, lambda one: (one["code"], one["fix"])):
        severity = ""
        for finding in group:
            severity = finding["severity"]
            yield f"  [{code}] {finding['message']}"
        if severity != Severity.INFO:
            yield f"      {word('remedy', language)}: {fix}"
