"""A paper from Word as the body of a case: headings, lists, tables, notes, pictures; and nothing gets lost unseen."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ehelse_cli.core.finding import Severity
from ehelse_cli.importer.package import open_package
from ehelse_cli.importer.remark import CannotImportError, Place, Remark
from ehelse_cli.importer.text_of import one_line
from ehelse_cli.importer.word.blocks import Blocks, bare_heading, tight
from ehelse_cli.importer.word.document_xml import Changes, Tracked, WordDocument
from ehelse_cli.importer.word.inlines import Inlines, Node, text_of
from ehelse_cli.importer.word.pandoc import document_of, markdown_of
from ehelse_cli.importer.word.pictures import Picture, Pictures

_WORD = re.compile(r"\w+")
_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Choices:
    """What was said of what nobody but the writer can decide."""

    changes: str | None = None
    leave_out_comments: bool = False
    show_pictures: bool = False


@dataclass(frozen=True, slots=True)
class Paper:
    """What a document came to: the body, the title it gives itself, its pictures, and what is to be said."""

    body: str
    title: str
    pictures: tuple[Picture, ...]
    remarks: tuple[Remark, ...]


def importer_framlegg(
    file: str, raw: bytes, folder: Callable[[str], str], wanted: Sequence[str], choices: Choices
) -> Paper:
    """The document as a body; it holds only as long as no remark is an error.

    `folder` names the folder of its pictures, beside the case, by the title that the document gives itself.

    Raises:
        CannotImportError, MissingReaderError: if it cannot be read.
    """
    document = WordDocument(open_package(file, raw, "Word", "docx"))
    try:
        return _read(document, raw, folder, wanted, choices)
    except RecursionError:
        raise CannotImportError(file, "den har for mye inne i hverandre", "Er det tabeller i tabeller?") from None


def _read(
    document: WordDocument, raw: bytes, folder: Callable[[str], str], wanted: Sequence[str], choices: Choices
) -> Paper:
    file = document.package.file
    changes: Changes = "forkast" if choices.changes == "forkast" else "godta"
    document.body  # noqa: B018 (told of first, if there is none)
    tree = document_of(file, raw, accept=changes == "godta")
    title, source = _title(tree, wanted)
    pictures = Pictures(document.package, folder(title), choices.show_pictures)
    inlines = Inlines(pictures.words)
    blocks = _body(source, Blocks(inlines, wanted))
    body = markdown_of(file, {**tree, "meta": {}, "blocks": blocks})
    if len(source) < len(tree["blocks"]):
        inlines.told.append(("merknad", f"overskriften «{title}» er tatt som tittelen, og står ikke i teksten"))
    told = [Remark(Severity(grade), Place(file), what) for grade, what in (*inlines.told, *pictures.told)]
    remarks = (*_undecided(document, choices), *_cannot_come(document), *_missing(document, tree, changes), *told)
    return Paper(_tidied(body), title, tuple(pictures.found), remarks)


# ── the body ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _body(source: Sequence[Node], made: Blocks) -> list[Node]:
    """Its headings from level two, and the notes last."""
    made.shift = 2 - min((block["c"][0] for block in _headings(source)), default=2)
    blocks = made.plain(source)
    items: list[list[Node]] = []
    while len(items) < len(made.inlines.notes):  # a note may have notes of its own
        items.append(made.plain(made.inlines.notes[len(items)]))
    if items:
        heading: Node = {"t": "Header", "c": [2, ["", [], []], [{"t": "Str", "c": "Noter"}]]}
        blocks += [heading, {"t": "OrderedList", "c": [[1, {"t": "Decimal"}, {"t": "Period"}], tight(items)]}]
    return blocks


def _title(tree: dict[str, Any], wanted: Sequence[str]) -> tuple[str, list[Node]]:
    """The title that the document gives itself, and the blocks below it.

    It has the style of a title; or it is the first heading, and the only one of the highest level.
    """
    blocks: list[Node] = tree["blocks"]
    said = one_line(text_of(tree["meta"].get("title", {}).get("c", [])))
    headings = _headings(blocks)
    if said or not headings:
        return said, blocks
    first, *rest = headings
    level, _, line = first["c"]
    words = one_line(text_of(line))
    is_alone = bool(rest) and all(block["c"][0] > level for block in rest)
    if not is_alone or _holds_more(line) or bare_heading(words).casefold() in map(str.casefold, wanted):
        return "", blocks
    return words, [block for block in blocks if block is not first]


def _holds_more(nodes: Any) -> bool:
    """Whether there is a note or a picture in the line, which would go with it."""
    if isinstance(nodes, dict):
        return nodes.get("t") in ("Note", "Image") or _holds_more(nodes.get("c"))
    return isinstance(nodes, list) and any(map(_holds_more, nodes))


def _headings(blocks: Sequence[Node]) -> list[Node]:
    return [block for block in blocks if block["t"] == "Header" and text_of(block["c"][2]).strip()]


def _tidied(body: str) -> str:
    """NFC, nothing at the end of a line, one line break last; an empty paragraph of Word leaves no line."""
    lines = (line.rstrip() for line in unicodedata.normalize("NFC", body.replace("\u00a0", " ")).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n") + "\n"


# ── what is to be said ───────────────────────────────────────────────────────────────────────────────────────────────


def _undecided(document: WordDocument, choices: Choices) -> Iterator[Remark]:
    """Changes and comments that somebody has to decide on: refused, unless it is said what to do with them."""
    if choices.changes is None:
        help_ = (
            "Godta eller forkast den i Word, eller si det her for alle: --endringer godta eller --endringer forkast."
        )
        yield from (_about(document, one, "en sporet endring", help_) for one in document.tracked)
    if not choices.leave_out_comments:
        help_ = "Slett den i Word, eller utelat alle: --uten-kommentarer."
        yield from (_about(document, one, "en kommentar", help_) for one in document.comments)


def _about(document: WordDocument, one: Tracked, what: str, help_: str) -> Remark:
    who = f" av {one.who}" if one.who else ""
    place = one.paragraph.place(document.package.file)
    kind = f" ({one.what})" if one.what != "kommentar" else ""
    return Remark(Severity.FEIL, place, f"{what}{who}{kind}: «{_short(one.text)}»", help_)


def _cannot_come(document: WordDocument) -> Iterator[Remark]:
    for paragraph, what in document.lost:
        formula = what == "en formel"
        yield Remark(
            Severity.ADVARSEL if formula else Severity.FEIL,
            paragraph.place(document.package.file),
            f"her er {what}",
            "Den står som kode; se at den kan leses." if formula else "Lim den inn som et bilde, eller skriv teksten.",
        )
    for target in document.linked_pictures:
        yield Remark(
            Severity.FEIL,
            Place(document.package.file),
            f"et bilde ligger ikke i dokumentet, men på «{target[:80]}»",
            "Lim det inn i dokumentet.",
        )


def _missing(document: WordDocument, tree: dict[str, Any], changes: Changes) -> Iterator[Remark]:
    """Words that are in the document by its own XML, and not in what pandoc made of it."""
    there = Counter(_WORD.findall(document.words(changes)))
    here = Counter(_WORD.findall(" ".join(map(text_of, (*tree["meta"].values(), *tree["blocks"])))))
    lost = list((there - here).elements())
    if lost:
        some = " ".join(lost[:_SHOWN])
        yield Remark(
            Severity.FEIL,
            Place(document.package.file),
            f"noe av teksten kom ikke med: «{some}{' …' if len(lost) > _SHOWN else ''}»",
            "Er det en tekstboks eller en figur med tekst, skriv det som vanlige avsnitt i Word.",
        )


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"
