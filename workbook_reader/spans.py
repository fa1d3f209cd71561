"""Spans: a part taken apart at one of its elements without being parsed.

Returned workbooks of one definition are the same text nearly everywhere. What has been parsed once
need not be parsed again, if it is certain where it begins and ends.
"""

import re
from typing import NamedTuple

_TAGS = 2  # an element is named where it opens and where it closes
_DECLARATION = re.compile(
    rb"""<\?xml version="1\.0"(?: encoding="(?i:utf-8)")?(?: standalone="(?:yes|no)")?\?>"""
)


class Span(NamedTuple):
    """What stands before an element, in it, and after it; the element's own tags are left out."""

    before: bytes
    inside: bytes
    after: bytes


def span_of(content: bytes, element: bytes) -> Span | None:
    """Return a part around an element without attributes; None where it may not be what it seems.

    It is there once, its text is UTF-8, and nothing that began before it can hold it: no comment,
    no section, no instruction but the declaration.
    """
    if content.count(element) != _TAGS:
        return None
    before, opened, rest = content.partition(b"<%b>" % element)
    inside, closed, after = rest.partition(b"</%b>" % element)
    if not (opened and closed):
        return None
    declaration = _DECLARATION.match(before)
    if not is_plain(before[declaration.end() if declaration else 0 :]):
        return None
    return Span(before, inside, after)


def is_plain(content: bytes) -> bool:
    """Whether every ``<`` opens or closes an element: no comment, section or instruction."""
    return b"<!" not in content and b"<?" not in content
