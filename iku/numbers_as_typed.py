"""Numbers as people write them in text, read without ever guessing.

A text may have no reading (``Belum Rilis``), one (``1.234,5``) or two (``1.234``: a thousand and
more, or one and a bit). Who needs the number decides; this module only says what can be meant.
"""

import re
import unicodedata
from decimal import Decimal

_SPACES = re.compile(r"\s+")
_CURRENCY = re.compile(r"^(rp|idr)\.?\s*(?=[0-9+-])", re.IGNORECASE)
_WHOLE_RUPIAH = re.compile(r",-+$")
_PERCENT = re.compile(r"\s*(%|persen)$", re.IGNORECASE)
_GRADED = re.compile(r"^[A-Z]{1,2}\s*\((?P<number>[^()]+)\)$|^(?P<first>[^()]+)\s*\([A-Z]{1,2}\)$")
_SIGNED = re.compile(r"^(?P<sign>[+-]?)\s*(?P<digits>[0-9][0-9., ]*)$")
_SPACED_THOUSANDS = re.compile(r"^[1-9][0-9]{0,2}( [0-9]{3})+(?=[.,][0-9]+$|$)")
_PLAIN = re.compile(r"^[0-9]+$")
_THOUSANDS = re.compile(r"^[1-9][0-9]{0,2}(?P<mark>[.,])[0-9]{3}((?P=mark)[0-9]{3})*$")
_BOTH_MARKS = re.compile(
    r"^(?P<whole>[1-9][0-9]{0,2}(\.[0-9]{3})+),(?P<part>[0-9]+)$"
    r"|^(?P<english>[1-9][0-9]{0,2}(,[0-9]{3})+)\.(?P<rest>[0-9]+)$"
)
_DECIMAL = re.compile(r"^(?P<whole>[0-9]+)[.,](?P<part>[0-9]+)$")
_LOOKALIKES = str.maketrans(
    {"−": "-", "–": "-", "‘": "'", "’": "'", "`": "'", "\u200b": "", "\ufeff": ""}
)


def read_number(text: str) -> Decimal | None:
    """Return the number that a text states beyond doubt, otherwise None.

    >>> read_number("98,87 %"), read_number("Rp. 20.198.106"), read_number("1.234")
    (Decimal('98.87'), Decimal('20198106'), None)
    """
    found = readings(text)
    return found[0] if len(found) == 1 else None


def readings(text: str, satuan: str = "") -> tuple[Decimal, ...]:
    """Return every number that a text can mean: none, one, or two.

    The unit of measurement may follow the number. A percentage is its number of percent.

    >>> readings("1.500"), readings("48 lembaga", "lembaga"), readings("B (61,70)")
    ((Decimal('1500'), Decimal('1.500')), (Decimal('48'),), (Decimal('61.70'),))
    >>> readings("-"), readings("5 juta")
    ((), ())
    """
    signed = _SIGNED.match(_bare(text, satuan))
    if signed is None:
        return ()
    factor = -1 if signed["sign"] == "-" else 1
    return tuple(factor * number for number in _unsigned(signed["digits"].strip()))


def _bare(text: str, satuan: str) -> str:
    """Strip what people put around a number: currency, percent sign, grade, unit, apostrophe."""
    plain = "".join(map(_keyed, text)).translate(_LOOKALIKES)
    plain = _SPACES.sub(" ", plain).strip().lstrip("'").strip()
    graded = _GRADED.match(plain)
    if graded is not None:
        plain = (graded["number"] or graded["first"]).strip()
    plain = _WHOLE_RUPIAH.sub("", _CURRENCY.sub("", plain))
    if satuan and plain.casefold().endswith(satuan.casefold()):
        plain = plain[: -len(satuan)].strip()
    return _PERCENT.sub("", plain).strip()


def _keyed(character: str) -> str:
    """Return a digit or a full-width sign as a keyboard writes it; no superscript becomes one."""
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    full_width = "\uff01" <= character <= "\uff5e"
    return unicodedata.normalize("NFKC", character) if full_width else character


def _unsigned(digits: str) -> tuple[Decimal, ...]:
    if _SPACED_THOUSANDS.match(digits):
        digits = digits.replace(" ", "")
    if _PLAIN.match(digits):
        return (Decimal(digits),)
    both = _BOTH_MARKS.match(digits)
    if both is not None:
        whole, part = both["whole"] or both["english"], both["part"] or both["rest"]
        return (Decimal(f"{_only_digits(whole)}.{part}"),)
    found = []
    if _THOUSANDS.match(digits):
        found.append(Decimal(_only_digits(digits)))
    decimal = _DECIMAL.match(digits)
    if decimal is not None:
        found.append(Decimal(f"{decimal['whole']}.{decimal['part']}"))
    return tuple(found)


def _only_digits(text: str) -> str:
    return text.replace(".", "").replace(",", "")
