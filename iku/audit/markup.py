"""Marks of typesetting that text exports leave behind, written as people would type them."""

import re

_SPELT = (
    (re.compile(r"\\d?frac\{([^{}]*)\}\{([^{}]*)\}"), r"(\1)/(\2)"),
    (re.compile(r"\\(?:text|mathrm|mathbf)\{([^{}]*)\}"), r"\1"),
    (re.compile(r"\\(?:times|cdot)\b"), "×"),
    (re.compile(r"\\div\b"), "÷"),
    (re.compile(r"\\(?:left|right)\b"), ""),
    (re.compile(r"\\[,;: ]"), " "),
    (re.compile(r"\\%"), "%"),
    (re.compile(r"\$|\*\*"), ""),
)


def without_markup(text: str) -> str:
    r"""Return a text without the marks of LaTeX and Markdown.

    >>> without_markup(r"**Hasil** $\frac{48}{52} \times 100\%$")
    'Hasil (48)/(52) × 100%'
    """
    for mark, plain in _SPELT:
        text = mark.sub(plain, text)
    return text
