"""From a page of ours to the document it holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from ehelse_cli.render.document import (
    STYLES,
    Agenda,
    AgendaLine,
    Block,
    Box,
    Bullets,
    Cell,
    Code,
    Contents,
    Document,
    Facts,
    Figure,
    Heading,
    Line,
    Paragraph,
    Quote,
    Table,
    every,
    heading_ids,
    in_language,
    with_live_links,
)
from ehelse_cli.render.page import Element, PageError, read_page
from ehelse_cli.render.words import words

_INLINE = frozenset({"a", "b", "br", "code", "del", "em", "i", "ins", "span", "strong", "sup"})


def read(html: str) -> Document:
    """The document that a page of ours holds.

    A link to a heading that is not there is only words.

    Raises:
        PageError: if it is no page that our frame makes, or holds what no paper has.
    """
    root = read_page(html)
    document = _document(root, root.first("body"))
    _check_contents(document)
    return with_live_links(document)


def _check_contents(document: Document) -> None:
    """A list of contents with a line that leads nowhere has no number for its page."""
    known = heading_ids(document)
    for part in every(document.blocks):
        lost = [target for _, _, target in part.rows if target not in known] if isinstance(part, Contents) else []
        if lost:
            raise PageError(f"innholdslisten viser til «{lost[0]}», som ikke er en overskrift")


def _document(root: Element, body: Element) -> Document:
    return Document(
        title=root.first("title").text,
        lang=root.first("html").attribute("lang"),
        sender=body.first("header").first("p").text,
        draft=body.attributes.get("data-utkast", ""),
        internal=body.attributes.get("data-intern", ""),
        blocks=(*read_blocks(_notices(body.first("header"))), *read_blocks(body.first("main").children)),
    )


def _notices(header: Element) -> tuple[Element, ...]:
    """What the top of the page says besides whose it is."""
    return tuple(node for node in header.elements if "avsender" not in node.classes)


def read_blocks(nodes: Sequence[Element | str]) -> tuple[Block, ...]:
    """The nodes as blocks; words that stand in no block make a paragraph."""
    found: list[Block] = []
    loose: list[Element | str] = []
    for node in (*nodes, None):
        if isinstance(node, str) or (node is not None and node.tag in _INLINE):
            loose.append(node)
            continue
        runs = words(loose)
        loose = []
        if runs:
            found.append(Paragraph(runs))
        if node is not None:
            found += _reader(node)(node)
    return tuple(found)


def _reader(node: Element) -> Callable[[Element], Iterator[Block]]:
    if node.tag not in _READERS:
        raise PageError(f"<{node.tag}> kan ikke stå i et dokument")
    return _READERS[node.tag]


def _heading(node: Element) -> Iterator[Block]:
    yield Heading(
        int(node.tag[1]), words(node.children, node.attributes.get("lang", "")), node.attributes.get("id", "")
    )


def _paragraph(node: Element) -> Iterator[Block]:
    runs = words(node.children, node.attributes.get("lang", ""))
    style = next((name for name in reversed(STYLES) if name in node.classes), "")
    style = "viktig" if "viktig" in node.classes else style
    if runs:
        yield Paragraph(runs, style)


def _list(node: Element) -> Iterator[Block]:
    if "agenda" in node.classes:
        yield _agenda(node)
        return
    items = tuple(read_blocks(item.children) for item in node.elements)
    yield Bullets(items, node.tag == "ol", node.number("start", 0, 10**9), "vedlegg" in node.classes)


def _agenda(node: Element) -> Agenda:
    columns = tuple(node.attribute("data-kolonner").split("|"))
    return Agenda(tuple(map(_agenda_line, node.elements)), columns, "uten-klokke" not in node.classes)


def _agenda_line(item: Element) -> AgendaLine:
    when = [part for part in item.elements if "naar" in part.classes]
    what = tuple(block for part in item.elements if "hva" in part.classes for block in read_blocks(part.children))
    return AgendaLine(words(when[0].children) if when else (), what, "pause" in item.classes)


def _facts(node: Element) -> Iterator[Block]:
    rows = []
    for row in node.elements:
        if [part.tag for part in row.elements] != ["dt", "dd"]:
            raise PageError("<dl> skal ha en <div> med <dt> og <dd> for hver opplysning")
        term, said = row.elements
        lang = said.attributes.get("lang", "")
        rows.append((words(term.children), tuple(in_language(block, lang) for block in read_blocks(said.children))))
    yield Facts(tuple(rows), "historikk" if "historikk" in node.classes else "")


def _table(node: Element) -> Iterator[Block]:
    rows = tuple(node.all("tr"))
    heads = {id(row) for head in node.all("thead") for row in head.all("tr")}
    head = next((row for row in rows if id(row) in heads), None)
    style = next((name for name in ("fakta", "rutenett") if name in node.classes), "")
    over = _cells(head) if head else ()
    under = tuple(cells for row in rows if id(row) not in heads and (cells := _cells(row)))
    if len({sum(cell.span for cell in cells) for cells in (over, *under) if cells}) > 1:
        raise PageError("<table> har rader med ulikt antall celler")
    if over or under:
        yield Table(over, under, style, node.attributes.get("aria-label", ""))


def _cells(row: Element) -> tuple[Cell, ...]:
    return tuple(
        Cell(
            words(cell.children, cell.attributes.get("lang", "")),
            cell.tag == "th",
            next((side for side in ("right", "center") if side in cell.classes), "left"),
            cell.number("colspan", 1, 40),
        )
        for cell in row.elements
    )


def _box(node: Element) -> Iterator[Block]:
    if "innhold" in node.classes:
        yield Contents(tuple(_contents(node)))
        return
    lang = node.attributes.get("lang", "")
    blocks = tuple(in_language(block, lang) for block in read_blocks(node.children))
    if "forslag" in node.classes or "vedtak" in node.classes or "del" in node.classes:
        style = next((name for name in ("forslag", "vedtak") if name in node.classes), "")
        yield Box(blocks, style, "del" in node.classes)
    else:
        yield from blocks


def _contents(node: Element) -> Iterator[tuple[int, str, str]]:
    for link in node.all("a"):
        yield link.number("data-nivaa", 1, 6), link.text, link.attribute("href").removeprefix("#")


def _figure(node: Element) -> Iterator[Block]:
    picture = node.first("svg")
    caption = next((words(part.children) for part in node.elements if part.tag == "figcaption"), ())
    yield Figure(picture.source, picture.attributes.get("aria-label", ""), caption)


def _quote(node: Element) -> Iterator[Block]:
    yield Quote(read_blocks(node.children))


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
