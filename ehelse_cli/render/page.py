"""Reads a page of ours into a tree. Only of ours: every tag closed, pictures as SVG with a text alternative."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser

from msgspec import Struct

_VOID = frozenset({"br", "hr", "link", "meta"})
_LEFT_OUT = frozenset({"style"})
#: Digits.
_LONGEST = 9
# A picture keeps its source as it is: a reader of HTML would write `viewBox` in small letters.
_PICTURE = re.compile(r"(<svg\b[^>]*>)(.*?)</svg>", re.DOTALL)


class PageError(ValueError):
    """A page that no paper can be read from, as a template of a council's own may make it; the message is Norwegian."""


class Element(Struct, frozen=True, eq=False):
    """A tag with what is inside it. `source` is a picture's own text."""

    tag: str
    attributes: Mapping[str, str]
    children: tuple[Element | str, ...]
    source: str = ""

    @property
    def classes(self) -> frozenset[str]:
        """The words of its class."""
        return frozenset(self.attributes.get("class", "").split())

    @property
    def elements(self) -> tuple[Element, ...]:
        """Its children that are tags."""
        return tuple(child for child in self.children if isinstance(child, Element))

    @property
    def text(self) -> str:
        """Every word in it."""
        return "".join(child if isinstance(child, str) else child.text for child in self.children)

    def all(self, tag: str) -> Iterator[Element]:
        """Every such tag in it, in order."""
        for child in self.elements:
            if child.tag == tag:
                yield child
            yield from child.all(tag)

    def first(self, tag: str) -> Element:
        """The first such tag.

        Raises:
            PageError: if there is none.
        """
        found = next(self.all(tag), None)
        if found is None:
            raise PageError(f"siden har ingen <{tag}>" if not self.tag else f"<{self.tag}> har ingen <{tag}>")
        return found

    def attribute(self, name: str) -> str:
        """What it must say of itself.

        Raises:
            PageError: if it does not.
        """
        if name not in self.attributes:
            raise PageError(f"<{self.tag}> mangler «{name}»")
        return self.attributes[name]

    def number(self, name: str, least: int, most: int) -> int:
        """A number within bounds; 1 where it says none.

        Raises:
            PageError: if it is none, or outside of them.
        """
        told = self.attributes.get(name, "1")
        if not (told.isascii() and told.isdigit() and len(told) <= _LONGEST and least <= int(told) <= most):
            raise PageError(f"<{self.tag}> sier {name}={told[:_LONGEST]}")
        return int(told)


class _Reader(HTMLParser):
    """Builds the tree as the tags come."""

    def __init__(self, pictures: list[str]) -> None:
        super().__init__(convert_charrefs=True)
        self.pictures = pictures
        self.open: list[tuple[str, dict[str, str], list[Element | str]]] = [("", {}, [])]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append((tag, {name: value or "" for name, value in attrs}, []))
        if tag in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        name, attributes, children = self.open.pop()
        if name != tag or not self.open:
            raise PageError(f"</{tag}> lukker <{name}>" if name else f"</{tag}> lukker ingenting")
        source = self.pictures[int(attributes["data-bilde"])] if tag == "svg" else ""
        if tag not in _LEFT_OUT:
            self.open[-1][2].append(Element(tag, attributes, tuple(children), source))

    def handle_data(self, data: str) -> None:
        self.open[-1][2].append(data)


def read_page(html: str) -> Element:
    """The page as a tree; its root has no tag.

    Raises:
        PageError: if a tag is left open or closed twice.
    """
    pictures: list[str] = []

    def set_aside(match: re.Match[str]) -> str:
        pictures.append(match[0])
        return f'{match[1][:-1]} data-bilde="{len(pictures) - 1}"></svg>'

    reader = _Reader(pictures)
    reader.feed(_PICTURE.sub(set_aside, html))
    reader.close()
    if len(reader.open) != 1:
        raise PageError(f"<{reader.open[-1][0]}> er ikke lukket")
    return Element("", {}, tuple(reader.open[0][2]))
