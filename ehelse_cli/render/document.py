"""A paper as a document: what its page says, in blocks that Markdown, PDF and Word are written from.

One template makes a paper, as a page. The other formats read that page: a council that changes a template changes all.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ehelse_cli.render.page import Element, read_page


@dataclass(frozen=True, slots=True)
class Run:
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


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; the paper's title is of level 1."""

    level: int
    runs: Runs
    id: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `style` is one of STYLES, or nothing."""

    runs: Runs
    style: str = ""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list, numbered or not."""

    items: tuple[tuple[Block, ...], ...]
    ordered: bool = False
    start: int = 1
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Terms with what is said of them; `style` is `historikk` where they are days with what happened."""

    rows: tuple[tuple[Runs, tuple[Block, ...]], ...]
    style: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; `side` is where its words stand."""

    runs: Runs
    heading: bool = False
    side: str = "left"
    span: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table. `style` is `fakta` where each row is a label and a value; then it has no head."""

    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    style: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """One line of an agenda: when, and what. A pause is no case."""

    when: Runs
    what: tuple[Block, ...]
    pause: bool = False


@dataclass(frozen=True, slots=True)
class Agenda:
    """The lines of an agenda, with a heading for each of the two columns."""

    lines: tuple[AgendaLine, ...]
    columns: tuple[str, ...]
    clock: bool = True


@dataclass(frozen=True, slots=True)
class Box:
    """Blocks that stand together; `new_page` where they begin on a page of their own."""

    blocks: tuple[Block, ...]
    style: str = ""
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of others."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Code:
    """Text whose lines stand as they are."""

    text: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture in SVG, what it shows in words, and the line below it."""

    svg: str
    alt: str
    caption: Runs = ()


@dataclass(frozen=True, slots=True)
class Contents:
    """A list of contents: level, words, and the id they lead to."""

    rows: tuple[tuple[int, str, str], ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line across the paper."""


Block = Heading | Paragraph | Bullets | Facts | Table | Agenda | Box | Quote | Code | Figure | Contents | Line


@dataclass(frozen=True, slots=True)
class Document:
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

_INLINE = frozenset({"a", "b", "br", "code", "del", "em", "i", "ins", "span", "strong", "sup"})
_STYLED: Mapping[str, Callable[[Run], Run]] = {
    "strong": lambda run: replace(run, strong=True),
    "em": lambda run: replace(run, emphasis=True),
    "code": lambda run: replace(run, code=True),
    "ins": lambda run: replace(run, inserted=True),
    "del": lambda run: replace(run, deleted=True),
}


def read(html: str) -> Document:
    """The document that a page of ours holds.

    Raises:
        ValueError: if it is no page that our frame makes, or holds what no paper has.
    """
    root = read_page(html)
    body = root.first("body")
    return Document(
        title=root.first("title").text,
        lang=root.first("html").attributes["lang"],
        sender=body.first("header").first("p").text,
        draft=body.attributes.get("data-utkast", ""),
        internal=body.attributes.get("data-intern", ""),
        blocks=(*_blocks(_notices(body.first("header"))), *_blocks(body.first("main").children)),
    )


def _notices(header: Element) -> tuple[Element, ...]:
    """What the top of the page says besides whose it is."""
    return tuple(node for node in header.elements if "avsender" not in node.classes)


def plain(runs: Runs) -> str:
    """The words alone."""
    return "".join(run.text for run in runs if not run.hidden)


def column_weights(tables: Sequence[Table]) -> list[float]:
    """How wide the columns of tables with the same head should be: by their longest words, and by how much they say."""
    rows = [row for table in tables for row in (table.head, *table.rows) if row]
    width = max(sum(cell.span for cell in row) for row in rows)
    columns: list[list[str]] = [[] for _ in range(width)]
    for row in rows:
        for nr, cell in enumerate(row if all(cell.span == 1 for cell in row) else ()):
            columns[nr].append(plain(cell.runs))
    return [_weight(texts) for texts in columns]


#: No column is narrower than this many letters; a longer word than the other may be broken.
_NARROW, _WIDE = 5, 18


def _weight(texts: Sequence[str]) -> float:
    longest = max((len(word) for text in texts for word in text.split()), default=_NARROW)
    most = max(map(len, texts), default=_NARROW)
    return round(max(_NARROW, min(longest, _WIDE), min(most, 3.2 * math.sqrt(most))), 2)


def tables_by_head(blocks: Sequence[Block]) -> dict[str, list[Table]]:
    """The tables of a paper by what their heads say: they are to have the same columns."""
    found: dict[str, list[Table]] = {}
    for block in blocks:
        if isinstance(block, Table):
            found.setdefault(head_of(block), []).append(block)
        elif isinstance(block, Box):
            for head, tables in tables_by_head(block.blocks).items():
                found.setdefault(head, []).extend(tables)
    return found


def head_of(table: Table) -> str:
    """What the head says; of a table without one nothing but how many columns it has."""
    return "|".join(plain(cell.runs) for cell in table.head) or str(len(table.rows[0]) if table.rows else 0)


def text_of(blocks: Sequence[Block]) -> str:
    """Every word of the blocks, for whoever only needs to search them."""
    return "\n".join(plain(runs) for block in blocks for runs in _all_runs(block))


def _all_runs(block: object) -> Iterator[Runs]:
    if isinstance(block, Run):
        yield (block,)
    elif isinstance(block, tuple):
        for part in block:
            yield from _all_runs(part)
    elif not isinstance(block, str | int | bool):
        for name in getattr(block, "__slots__", ()):
            yield from _all_runs(getattr(block, name))


# --- blocks


def _blocks(nodes: Sequence[Element | str]) -> tuple[Block, ...]:
    """The nodes as blocks; words that stand in no block make a paragraph."""
    found: list[Block] = []
    loose: list[Element | str] = []
    for node in (*nodes, None):
        if isinstance(node, str) or (node is not None and node.tag in _INLINE):
            loose.append(node)
            continue
        runs = _runs(loose)
        loose = []
        if runs:
            found.append(Paragraph(runs))
        if node is not None:
            found += _READERS[node.tag](node)
    return tuple(found)


def _heading(node: Element) -> Iterator[Block]:
    yield Heading(
        int(node.tag[1]), _runs(node.children, node.attributes.get("lang", "")), node.attributes.get("id", "")
    )


def _paragraph(node: Element) -> Iterator[Block]:
    runs = _runs(node.children, node.attributes.get("lang", ""))
    style = next((name for name in reversed(STYLES) if name in node.classes), "")
    style = "viktig" if "viktig" in node.classes else style
    if runs:
        yield Paragraph(runs, style)


def _list(node: Element) -> Iterator[Block]:
    if "agenda" in node.classes:
        yield _agenda(node)
        return
    items = tuple(_blocks(item.children) for item in node.elements)
    yield Bullets(items, node.tag == "ol", int(node.attributes.get("start", "1")), "vedlegg" in node.classes)


def _agenda(node: Element) -> Agenda:
    columns = tuple(node.attributes["data-kolonner"].split("|"))
    return Agenda(tuple(map(_agenda_line, node.elements)), columns, "uten-klokke" not in node.classes)


def _agenda_line(item: Element) -> AgendaLine:
    when = [part for part in item.elements if "naar" in part.classes]
    what = tuple(block for part in item.elements if "hva" in part.classes for block in _blocks(part.children))
    return AgendaLine(_runs(when[0].children) if when else (), what, "pause" in item.classes)


def _facts(node: Element) -> Iterator[Block]:
    rows = []
    for row in node.elements:
        term, said = row.elements
        lang = said.attributes.get("lang", "")
        rows.append((_runs(term.children), tuple(_in_language(block, lang) for block in _blocks(said.children))))
    yield Facts(tuple(rows), "historikk" if "historikk" in node.classes else "")


def _table(node: Element) -> Iterator[Block]:
    rows = tuple(node.all("tr"))
    heads = {id(row) for head in node.all("thead") for row in head.all("tr")}
    head = next((row for row in rows if id(row) in heads), None)
    style = next((name for name in ("fakta", "rutenett") if name in node.classes), "")
    yield Table(
        _cells(head) if head else (),
        tuple(_cells(row) for row in rows if id(row) not in heads),
        style,
        node.attributes.get("aria-label", ""),
    )


def _cells(row: Element) -> tuple[Cell, ...]:
    return tuple(
        Cell(
            _runs(cell.children, cell.attributes.get("lang", "")),
            cell.tag == "th",
            next((side for side in ("right", "center") if side in cell.classes), "left"),
            int(cell.attributes.get("colspan", "1")),
        )
        for cell in row.elements
    )


def _box(node: Element) -> Iterator[Block]:
    if "innhold" in node.classes:
        yield Contents(tuple(_contents(node)))
        return
    lang = node.attributes.get("lang", "")
    blocks = tuple(_in_language(block, lang) for block in _blocks(node.children))
    if "forslag" in node.classes or "vedtak" in node.classes or "del" in node.classes:
        style = next((name for name in ("forslag", "vedtak") if name in node.classes), "")
        yield Box(blocks, style, "del" in node.classes)
    else:
        yield from blocks


def _contents(node: Element) -> Iterator[tuple[int, str, str]]:
    for link in node.all("a"):
        yield int(link.attributes.get("data-nivaa", "1")), link.text, link.attributes["href"].removeprefix("#")


def _figure(node: Element) -> Iterator[Block]:
    picture = node.first("svg")
    caption = next((_runs(part.children) for part in node.elements if part.tag == "figcaption"), ())
    yield Figure(picture.source, picture.attributes.get("aria-label", ""), caption)


def _quote(node: Element) -> Iterator[Block]:
    yield Quote(_blocks(node.children))


def _code(node: Element) -> Iterator[Block]:
    yield Code(node.text.strip("\n"))


def _line(_: Element) -> Iterator[Block]:
    yield Line()


_READERS: Mapping[str, Callable[[Element], Iterator[Block]]] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _heading),
    **dict.fromkeys(("div", "section", "nav", "header"), _box),
    "p": _paragraph,
    "ul": _list,
    "ol": _list,
    "dl": _facts,
    "table": _table,
    "figure": _figure,
    "blockquote": _quote,
    "pre": _code,
    "hr": _line,
}


def _in_language(block: Block, lang: str) -> Block:
    """The block with every word of it in a language of its own; as it is where there is none."""
    if not lang:
        return block
    return _mapped(block, lambda run: run if run.lang else replace(run, lang=lang))  # type: ignore[return-value]


def _mapped(node: object, change: Callable[[Run], Run]) -> object:
    if isinstance(node, Run):
        return change(node)
    if isinstance(node, tuple):
        return tuple(_mapped(part, change) for part in node)
    if isinstance(node, str | int | bool):
        return node
    names: tuple[str, ...] = node.__slots__  # type: ignore[attr-defined]
    return replace(node, **{name: _mapped(getattr(node, name), change) for name in names})  # type: ignore[type-var]


# --- words


def _runs(nodes: Sequence[Element | str], lang: str = "") -> Runs:
    """The words of the nodes in their styles, one space between them and none around them."""
    tidy: list[Run] = []
    for run in _styled(nodes, Run("", lang=lang)):
        text = run.text
        if run.text != "\n":
            text = " ".join(_parts(run.text)) if run.text.strip() else " " * bool(run.text)
            ended = not tidy or tidy[-1].text.endswith((" ", "\n"))
            text = text.lstrip(" ") if ended else text
        if text:
            tidy.append(replace(run, text=text))
    while tidy and not tidy[-1].text.strip():
        tidy.pop()
    if tidy:
        tidy[-1] = replace(tidy[-1], text=tidy[-1].text.rstrip(" "))
    return tuple(_joined(tidy))


def _parts(text: str) -> Iterator[str]:
    """The words, with an empty part at an end where there is white space."""
    if text[:1].isspace() and text[:1] != "\xa0":
        yield ""
    yield from text.replace("\xa0", "\x00").split()
    if len(text) > 1 and text[-1:].isspace() and text[-1:] != "\xa0":
        yield ""


def _joined(runs: Sequence[Run]) -> Iterator[Run]:
    """Neighbours of the same style as one."""
    waiting: Run | None = None
    for raw in runs:
        run = replace(raw, text=raw.text.replace("\x00", "\xa0"))
        if waiting is not None and replace(waiting, text="") == replace(run, text=""):
            waiting = replace(waiting, text=waiting.text + run.text)
            continue
        if waiting is not None:
            yield waiting
        waiting = run
    if waiting is not None:
        yield waiting


def _styled(nodes: Sequence[Element | str], style: Run) -> Iterator[Run]:
    for node in nodes:
        if isinstance(node, str):
            yield replace(style, text=node)
        elif node.tag == "br":
            yield replace(style, text="\n")
        else:
            yield from _styled(node.children, _style_of(node, style))
            if node.tag in ("p", "li", "div"):
                yield replace(style, text=" ")


def _style_of(node: Element, style: Run) -> Run:
    style = _STYLED[node.tag](style) if node.tag in _STYLED else style
    style = replace(style, href=node.attributes["href"]) if node.attributes.get("href") else style
    style = replace(style, lang=node.attributes["lang"]) if node.attributes.get("lang") else style
    style = replace(style, faint=True) if "dempet" in node.classes else style
    return replace(style, hidden=True) if "skjult" in node.classes else style
