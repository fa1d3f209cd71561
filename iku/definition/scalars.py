"""Scalar types of a definition; every scalar arrives as text and is parsed exactly once."""

import re
from decimal import Decimal
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, PlainSerializer

from iku.definition import limits

_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?")
_YES = {"ya": True, "true": True, "tidak": False, "false": False}


def _number(value: object) -> Decimal:
    """Parse a number with a decimal point; commas and thousands separators are refused."""
    if isinstance(value, Decimal):
        return value
    text = str(value).strip()
    if not _NUMBER.fullmatch(text):
        hint = "tulis dengan titik desimal tanpa pemisah ribuan, misalnya 61.70"
        message = f"'{text}' bukan angka; {hint}"
        raise ValueError(message)
    if len(text) > limits.NUMBER:
        message = (
            f"angka sepanjang {len(text)} huruf tidak dapat dipakai; paling panjang {limits.NUMBER}"
        )
        raise ValueError(message)
    return Decimal(text)


def _whole(value: object) -> int:
    number = _number(value)
    if number != number.to_integral_value():
        message = f"'{value}' bukan bilangan bulat"
        raise ValueError(message)
    return int(number)


def _year(year: int) -> int:
    first, last = limits.YEARS
    if not first <= year <= last:
        message = f"tahun {year} tidak dapat dipakai; tulis tahun {first} sampai {last}"
        raise ValueError(message)
    return year


def _decimals(number: int) -> int:
    if not 0 <= number <= limits.DECIMALS:
        message = f"desimal antara 0 dan {limits.DECIMALS}"
        raise ValueError(message)
    return number


def _yes(value: object) -> bool:
    if isinstance(value, bool):
        return value
    word = str(value).strip().lower()
    if word not in _YES:
        message = f"'{value}' harus 'ya' atau 'tidak'"
        raise ValueError(message)
    return _YES[word]


def _limit(value: object) -> Decimal | None:
    """Parse a limit that may be switched off with ``tidak``."""
    if value is None or str(value).strip().lower() == "tidak":
        return None
    return _number(value)


def _text(value: object) -> str:
    """Keep text as written, without the white space around it."""
    if not isinstance(value, str):
        message = "harus berupa teks"
        raise ValueError(message)  # noqa: TRY004  pydantic collects ValueError only
    text = value.strip()
    if len(text) > limits.TEXT:
        message = f"terlalu panjang ({len(text)} huruf; paling banyak {limits.TEXT})"
        raise ValueError(message)
    return text


def plain_number(number: Decimal) -> str:
    """Return a number as definitions write it, without exponent.

    >>> plain_number(Decimal("61.70")), plain_number(Decimal("1E+2"))
    ('61.70', '100')
    """
    return format(number, "f")


Angka = Annotated[Decimal, BeforeValidator(_number), PlainSerializer(plain_number, return_type=str)]
Bulat = Annotated[int, BeforeValidator(_whole), PlainSerializer(str, return_type=str)]
Tahun = Annotated[Bulat, AfterValidator(_year)]
Desimal = Annotated[Bulat, AfterValidator(_decimals)]
YaTidak = Annotated[
    bool,
    BeforeValidator(_yes),
    PlainSerializer(lambda yes: "ya" if yes else "tidak", return_type=str),
]
Batas = Annotated[
    Decimal | None,
    BeforeValidator(_limit),
    PlainSerializer(
        lambda limit: "tidak" if limit is None else plain_number(limit), return_type=str
    ),
]
Teks = Annotated[str, BeforeValidator(_text)]
