"""A page as a machine reads it: enough to ask what assistive technology would ask."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "link", "input", "br", "hr", "img"}


@dataclass
class Element:
    """One element, with what is inside."""

    name: str
    attributes: dict[str, str]
    inside: list[Element | str] = field(default_factory=list)

    def all(self, name: str, **attributes: str) -> Iterator[Element]:
        """Every element of a name below this one, with these attributes."""
        for part in self.inside:
            if isinstance(part, Element):
                if part.name == name and attributes.items() <= part.attributes.items():
                    yield part
                yield from part.all(name, **attributes)

    def one(self, name: str, **attributes: str) -> Element:
        """The only such element."""
        (found,) = self.all(name, **attributes)
        return found

    @property
    def text(self) -> str:
        """What it says."""
        return " ".join("".join(p if isinstance(p, str) else f" {p.text} " for p in self.inside).split())


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [Element("root", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].inside.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID and any(element.name == tag for element in self.open[1:]):
            while self.open.pop().name != tag:
                pass

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)


def read(content: str | bytes) -> Element:
    """Read a page or a fragment."""
    reader = _Reader()
    reader.feed(content.decode() if isinstance(content, bytes) else content)
    return reader.open[0]


def unnamed_controls(page: Element) -> list[dict[str, str]]:
    """The controls that no label names."""
    labelled = {label.attributes.get("for") for label in page.all("label")}
    controls = [c for name in ("input", "select", "textarea") for c in page.all(name)]
    return [
        c.attributes
        for c in controls
        if c.attributes.get("type") not in {"hidden", "submit"}
        and c.attributes.get("id") not in labelled
        and "aria-label" not in c.attributes
    ]
