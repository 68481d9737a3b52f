"""What is in a document from Word, by its own XML: its words, and what somebody must decide on first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal
from xml.etree.ElementTree import Element, ParseError, fromstring

from ehelse_cli.importer.package import Package
from ehelse_cli.importer.remark import CannotImportError, Place
from ehelse_cli.importer.text_of import one_line

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_RELS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_NEW, _OLD = (f"{_W}ins", f"{_W}moveTo"), (f"{_W}del", f"{_W}moveFrom")
_BREAKS = (f"{_W}tab", f"{_W}br", f"{_W}cr")
_HEADINGS = ("heading", "overskrift")
#: What pandoc has no words for: the tag's own name, and what it is.
_LOST = {
    "object": "et innebygd objekt",
    "chart": "et diagram",
    "relIds": "en SmartArt-figur",
    "oMath": "en formel",
    "altChunk": "et annet dokument",
}

Changes = Literal["godta", "forkast"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: its number, the heading it stands under, and its XML."""

    number: int
    under: str
    xml: Element

    def place(self, file: str) -> Place:
        """Where it is, as one can find it in Word."""
        return Place(file, f"avsnitt {self.number}", f"under «{self.under}»" if self.under else "", (self.number, 0))


@dataclass(frozen=True, slots=True)
class Tracked:
    """A change that somebody has proposed, or a comment."""

    paragraph: Paragraph
    what: str
    who: str
    text: str


@dataclass(frozen=True)  # what is parsed is kept
class WordDocument:
    """The parts of a package that make a document."""

    package: Package

    @cached_property
    def body(self) -> Element:
        """The text.

        Raises:
            CannotImportError: if there is none.
        """
        root = self._part("word/document.xml")
        if root is None:
            raise CannotImportError(self.package.file, "den er ikke et dokument fra Word", "Er det riktig fil?")
        return root

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Every paragraph, those in tables and boxes too."""
        found, under = [], ""
        for number, xml in enumerate(_shown(self.body, f"{_W}p"), 1):
            style = xml.find(f"{_W}pPr/{_W}pStyle")
            if style is not None and style.get(f"{_W}val", "").lower().startswith(_HEADINGS):
                under = one_line(_words(xml, "godta"))[:60] or under
            found.append(Paragraph(number, under, xml))
        return tuple(found)

    def words(self, changes: Changes) -> str:
        """All that is to be read, notes too, with the proposed changes made or not."""
        notes = [self._part(f"word/{name}.xml") for name in ("footnotes", "endnotes")]
        return " ".join(_words(one, changes) for one in (self.body, *notes) if one is not None)

    @cached_property
    def tracked(self) -> tuple[Tracked, ...]:
        """The changes somebody has proposed and nobody has decided on."""
        return tuple(
            Tracked(paragraph, "nytt" if one.tag in _NEW else "slettet", one.get(f"{_W}author", ""), _all_text(one))
            for paragraph in self.paragraphs
            for one in paragraph.xml.iter()
            if one.tag in (*_NEW, *_OLD) and _all_text(one).strip()
        )

    @cached_property
    def comments(self) -> tuple[Tracked, ...]:
        """The comments in the margin."""
        root = self._part("word/comments.xml")
        said = {one.get(f"{_W}id"): one for one in root.iter(f"{_W}comment")} if root is not None else {}
        return tuple(
            Tracked(paragraph, "kommentar", said[id_].get(f"{_W}author", ""), _all_text(said[id_]))
            for paragraph in self.paragraphs
            for reference in paragraph.xml.iter(f"{_W}commentReference")
            if (id_ := reference.get(f"{_W}id")) in said
        )

    @cached_property
    def lost(self) -> tuple[tuple[Paragraph, str], ...]:
        """What is in the document and cannot come along, by paragraph."""
        return tuple(
            (paragraph, _LOST[name])
            for paragraph in self.paragraphs
            for one in _shown(paragraph.xml)
            if (name := one.tag.rpartition("}")[2]) in _LOST
        )

    @cached_property
    def linked_pictures(self) -> tuple[str, ...]:
        """The pictures that are not in the document, but somewhere else."""
        root = self._part("word/_rels/document.xml.rels")
        rows = root.iter(_RELS) if root is not None else ()
        return tuple(
            row.get("Target", "")
            for row in rows
            if row.get("TargetMode") == "External" and row.get("Type", "").endswith("/image")
        )

    def _part(self, name: str) -> Element | None:
        content = self.package.read(name)
        try:
            return fromstring(content) if content else None  # noqa: S314 (as above)
        except (ParseError, ValueError, LookupError):
            raise CannotImportError(self.package.file, f"delen «{name}» i den er skadet") from None


def _shown(element: Element, tag: str | None = None) -> Iterator[Element]:
    """Everything inside, but not what is there a second time for older programs."""
    for child in element:
        if child.tag == _FALLBACK:
            continue
        if tag is None or child.tag == tag:
            yield child
        yield from _shown(child, tag)


def _words(element: Element, changes: Changes) -> str:
    """The text, paragraphs and breaks as blanks."""
    return "".join(_pieces(element, _OLD if changes == "godta" else _NEW))


def _pieces(element: Element, left_out: tuple[str, ...]) -> Iterator[str]:
    for child in element:
        if child.tag == _FALLBACK or child.tag in left_out:
            continue
        if child.tag in (f"{_W}t", f"{_W}delText"):
            yield child.text or ""
        elif child.tag in _BREAKS:
            yield " "
        else:
            yield from _pieces(child, left_out)
            if child.tag == f"{_W}p":
                yield " "


def _all_text(element: Element) -> str:
    return one_line("".join(one.text or "" for one in element.iter() if one.tag in (f"{_W}t", f"{_W}delText")))
