"""XML parts read as a stream of events, with nothing that a workbook has no use for."""

from collections.abc import Callable
from typing import NoReturn
from xml.parsers import expat

from workbook_reader.refusal import damaged

StartHandler = Callable[[str, dict[str, str]], object]
EndHandler = Callable[[str], object]
TextHandler = Callable[[str], object]

# IndexError, KeyError, ValueError: a number, an index or an attribute is not what it must be.
# LookupError covers the first two and an encoding nobody knows.
_MALFORMED = (ValueError, LookupError)


class _DoctypeError(Exception):
    """A document type declaration was met; OOXML has none, entity bombs need one."""


def new_parser() -> expat.XMLParserType:
    """Return a parser that joins adjoining text and refuses document types."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_doctype
    return parser


def _refuse_doctype(*_declaration: object) -> NoReturn:
    raise _DoctypeError


def feed(parser: expat.XMLParserType, part: str, content: bytes) -> None:
    """Send a whole part through a parser; raise `RefusalError` naming it where it is malformed."""
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        raise damaged(part, f"XML rusak di baris {error.lineno}") from error
    except _DoctypeError as error:
        raise damaged(part, "memuat deklarasi DOCTYPE yang tidak diizinkan") from error
    except _MALFORMED as error:
        raise damaged(part, "memuat nilai yang tidak dapat dibaca") from error


def parse_part(
    part: str,
    content: bytes,
    start: StartHandler,
    end: EndHandler | None = None,
    text: TextHandler | None = None,
) -> None:
    """Send the events of a part to handlers that see element names without their prefix.

    Prefixes are the producer's choice and carry nothing: ``c`` and ``x:c`` are the same cell.
    """
    parser = new_parser()
    parser.StartElementHandler = lambda name, attributes: start(local(name), attributes)
    if end is not None:
        parser.EndElementHandler = lambda name: end(local(name))
    if text is not None:
        parser.CharacterDataHandler = text
    feed(parser, part, content)


def local(name: str) -> str:
    """Return a name without its prefix.

    >>> local("x14:dataValidation"), local("c")
    ('dataValidation', 'c')
    """
    return name.rpartition(":")[2]


def plain(attributes: dict[str, str]) -> dict[str, str]:
    """Return attributes by their names without prefix, name space declarations left out."""
    return {local(name): value for name, value in attributes.items() if name[:5] != "xmlns"}


def is_true(value: str | None) -> bool:
    """Return whether an XML boolean is on; Excel writes ``1``, LibreOffice ``true``."""
    return value in {"1", "true"}
