"""Number format codes: what of them shows a number, apart from the text written into them."""

import re
from functools import lru_cache

_LITERAL = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')
_DATE = re.compile(r"[dmy]", re.IGNORECASE)


@lru_cache(maxsize=256)
def bare(code: str) -> str:
    r"""Return a code without its texts, colours, conditions, room for a sign and fillers.

    >>> bare('[Red]0,0" %"_)'), bare(r"0\%")
    ('0,0', '0')
    """
    return _LITERAL.sub("", code)


@lru_cache(maxsize=256)
def shows_date(code: str) -> bool:
    """Return whether a code shows a number as a date or as hours.

    >>> shows_date("d mmmm yyyy"), shows_date('0 "hari"'), shows_date("General")
    (True, False, False)
    """
    return _DATE.search(bare(code.replace("General", ""))) is not None
