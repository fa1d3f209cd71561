"""Reads a page as a browser does; every element that is opened must be closed."""

from html.parser import HTMLParser

VOID = {"meta", "br"}
ACTING = {"src", "onclick", "onload", "style", "srcdoc", "action"}


class Reader(HTMLParser):
    """The elements and texts of a page; style sheets are no text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(page)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.texts.append(data)

    def tags(self) -> set[str]:
        return {tag for tag, _ in self.elements}

    def links(self) -> list[str]:
        return [str(attributes["href"]) for tag, attributes in self.elements if tag == "a"]

    def cells(self, kind: str) -> int:
        return sum(tag == "td" and attrs.get("class") == kind for tag, attrs in self.elements)


def assert_inert(page: str) -> Reader:
    """The page fetches nothing, runs nothing, and holds no markup that came from a file."""
    read = Reader(page)
    assert not read.tags() & {"script", "img", "link", "iframe", "object", "form", "base"}
    for _, attributes in read.elements:
        assert not attributes.keys() & ACTING
        assert not any(name.startswith("on") for name in attributes)
    assert "default-src 'none'" in page
    assert "url(" not in page
    assert "@import" not in page
    return read
