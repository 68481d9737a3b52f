"""A paper as a document: what its page says, in blocks that Markdown, PDF and Word are written from.

One template makes a paper, as a page. The other formats read that page (`from_page.py`): a council that changes a
template changes all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct
from msgspec.structs import replace


class Run(Struct, frozen=True):
    """Words in one style. `lang` only where it is not the paper's."""

    text: str
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    faint: bool = False
    inserted: bool = False
    deleted: bool = False
    hidden: bool = False
    href: str = ""
    lang: str = ""


Runs = tuple[Run, ...]


class Heading(Struct, frozen=True):
    """A heading; the paper's title is of level 1."""

    level: int
    runs: Runs
    id: str = ""


class Paragraph(Struct, frozen=True):
    """A paragraph; `style` is one of STYLES, or nothing."""

    runs: Runs
    style: str = ""


class Bullets(Struct, frozen=True):
    """A list, numbered or not."""

    items: tuple[tuple[Block, ...], ...]
    ordered: bool = False
    start: int = 1
    plain: bool = False


class Facts(Struct, frozen=True):
    """Terms with what is said of them; `style` is `historikk` where they are days with what happened."""

    rows: tuple[tuple[Runs, tuple[Block, ...]], ...]
    style: str = ""


class Cell(Struct, frozen=True):
    """A cell of a table; `side` is where its words stand."""

    runs: Runs
    heading: bool = False
    side: str = "left"
    span: int = 1


class Table(Struct, frozen=True):
    """A table. `style` is `fakta` where each row is a label and a value; then it has no head."""

    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    style: str = ""
    label: str = ""

    @property
    def row_headed(self) -> bool:
        """Whether the first cell of every row heads it."""
        return all(row[0].heading for row in self.rows)


class AgendaLine(Struct, frozen=True):
    """One line of an agenda: when, and what. A pause is no case."""

    when: Runs
    what: tuple[Block, ...]
    pause: bool = False


class Agenda(Struct, frozen=True):
    """The lines of an agenda, with a heading for each of the two columns."""

    lines: tuple[AgendaLine, ...]
    columns: tuple[str, ...]
    clock: bool = True


class Box(Struct, frozen=True):
    """Blocks that stand together; `new_page` where they begin on a page of their own."""

    blocks: tuple[Block, ...]
    style: str = ""
    new_page: bool = False


class Quote(Struct, frozen=True):
    """Words of others."""

    blocks: tuple[Block, ...]


class Code(Struct, frozen=True):
    """Text whose lines stand as they are."""

    text: str


class Figure(Struct, frozen=True):
    """A picture in SVG, what it shows in words, and the line below it."""

    svg: str
    alt: str
    caption: Runs = ()


class Contents(Struct, frozen=True):
    """A list of contents: level, words, and the id they lead to."""

    rows: tuple[tuple[int, str, str], ...]


class Line(Struct, frozen=True):
    """A line across the paper."""


Block = Heading | Paragraph | Bullets | Facts | Table | Agenda | Box | Quote | Code | Figure | Contents | Line


class Document(Struct, frozen=True):
    """The whole paper."""

    title: str
    lang: str
    sender: str
    draft: str
    blocks: tuple[Block, ...]
    internal: str = ""

    @property
    def mark(self) -> str:
        """What stands at the top of every page: that it is a draft, that it is not to be shared."""
        return " · ".join(filter(None, (self.draft, self.internal)))


#: The classes of a paragraph that look different on paper.
STYLES = ("over", "varsel", "viktig", "merknad", "dempet", "slutt", "forutsetning", "tittel")


def plain(runs: Runs) -> str:
    """The words alone."""
    return "".join(run.text for run in runs if not run.hidden)


def every(node: object) -> Iterator[object]:
    """Every block and every run in the blocks, in order, those inside others too."""
    if isinstance(node, tuple):
        for part in node:
            yield from every(part)
    elif isinstance(node, Struct):
        yield node
        for name in node.__struct_fields__:
            yield from every(getattr(node, name))


def heading_ids(document: Document) -> frozenset[str]:
    """What a link inside the paper can lead to."""
    return frozenset(part.id for part in every(document.blocks) if isinstance(part, Heading) and part.id)


def with_live_links(document: Document) -> Document:
    """The document, where a link to a heading that is not there is only words."""
    parts = tuple(every(document.blocks))
    known = frozenset(f"#{id_}" for id_ in heading_ids(document))
    if not any(isinstance(part, Run) and _is_dead(part, known) for part in parts):
        return document

    def live(run: Run) -> Run:
        return replace(run, href="") if _is_dead(run, known) else run

    return replace(document, blocks=tuple(_changed(block, live) for block in document.blocks))


def _is_dead(run: Run, known: frozenset[str]) -> bool:
    return run.href.startswith("#") and run.href not in known


def in_language(block: Block, lang: str) -> Block:
    """The block with every word of it in a language of its own; as it is where there is none."""
    if not lang:
        return block
    return _changed(block, lambda run: run if run.lang else replace(run, lang=lang))


def _changed(block: Block, change: Callable[[Run], Run]) -> Block:
    return _mapped(block, change)  # type: ignore[return-value]  # the same kind of block, with other words


def _mapped(node: object, change: Callable[[Run], Run]) -> object:
    if isinstance(node, Run):
        return change(node)
    if isinstance(node, tuple):
        return tuple(_mapped(part, change) for part in node)
    if not isinstance(node, Struct):
        return node
    return replace(node, **{name: _mapped(getattr(node, name), change) for name in node.__struct_fields__})
