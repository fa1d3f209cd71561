"""Chart: the kinds, the title and the series of one chart part."""

from iku.address import plain_reference
from iku.cells import ChartFacts, SeriesFacts
from workbook_reader.markup import parse_part

_TITLE = ["chartSpace", "chart", "title"]
_ROLES = {"tx": "name", "cat": "categories", "xVal": "categories", "val": "values"}
_ROLES["yVal"] = "values"
_TEXTS = {"f", "v", "t"}


def read_chart(part: str, content: bytes) -> ChartFacts:
    """Return what a chart part shows, its place unknown; raise `RefusalError` if it is damaged."""
    events = _ChartEvents()
    parse_part(part, content, events.start, events.end, events.text.append)
    return ChartFacts(tuple(events.kinds), events.title, tuple(events.series), "")


class _ChartEvents:
    """Takes in one chart part; values that were kept beside references are of no account."""

    def __init__(self) -> None:
        self.kinds: list[str] = []
        self.title = ""
        self.series: list[SeriesFacts] = []
        self.text: list[str] = []
        self._path: list[str] = []
        self._role = ""  # of what is read inside a series

    def start(self, name: str, _attributes: dict[str, str]) -> None:
        if self._path[-1:] == ["plotArea"] and name.endswith("Chart"):
            self.kinds.append(name)
        elif name == "ser":
            self.series.append(SeriesFacts("", "", ""))
        elif self._path[-1:] == ["ser"]:
            self._role = _ROLES.get(name, "")
        elif name in _TEXTS:
            self.text.clear()
        self._path.append(name)

    def end(self, name: str) -> None:
        self._path.pop()
        if name not in _TEXTS:
            return
        text = "".join(self.text)
        if self._path[:3] == _TITLE:
            self._add_to_title(name, text)
        elif "ser" in self._path and self._role:
            self._add_to_series(name, text.strip())

    def _add_to_title(self, name: str, text: str) -> None:
        if name == "t":
            self.title += text
        elif name == "f":
            self.title = _named(text.strip())

    def _add_to_series(self, name: str, text: str) -> None:
        last = self.series[-1]
        if name == "f" and self._role == "name":
            self.series[-1] = last._replace(name=_named(text))
        elif name == "f":
            self.series[-1] = last._replace(**{self._role: plain_reference(text)})
        elif name == "v" and self._path[-1:] == ["tx"]:
            self.series[-1] = last._replace(name=text)


def _named(reference: str) -> str:
    """Return the text of a name or title; LibreOffice writes one as a formula in quotes."""
    if len(reference) > 1 and reference[0] == reference[-1] == '"':
        return reference[1:-1].replace('""', '"')
    return "=" + plain_reference(reference)
