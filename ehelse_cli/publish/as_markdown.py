"""The same pages as Markdown: each page read back, and its words written for whoever reads them as files.

Links lead from file to file, so that they work in a folder, in an editor and where a repository is shown.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping

from msgspec.structs import replace

from ehelse_cli.publish.page import Page
from ehelse_cli.render.as_markdown import blocks_as_markdown
from ehelse_cli.render.document import Block, Line, Paragraph, Quote, Run, Runs
from ehelse_cli.render.from_page import read_blocks
from ehelse_cli.render.page import Element, read_page

Node = Element | str

_BULLET = " · "
_BREAK = Element("br", {}, ())


def as_markdown(pages: Iterable[Page]) -> Iterator[Page]:
    """The pages as Markdown files; what is no page (a calendar, an attachment) as it is."""
    for page in pages:
        if page.path.endswith(".html"):
            yield Page(f"{page.path.removesuffix('html')}md", written(page.content.decode()).encode())
        else:
            yield page


def written(html: str) -> str:
    """One page: two lines of front matter, the way to it, what it says, and what stands at the foot of every page."""
    root = read_page(html)
    main = root.first("main")
    title = root.first("title").text
    language = main.attributes.get("lang") or root.first("html").attributes["lang"]
    head = f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\nlang: {language}\n---\n"
    blocks = [*_above(root.first("body")), *read_blocks(_plain(main.children)), *_below(root.first("footer"))]
    return f"{head}\n{blocks_as_markdown(blocks)}"


# ── around what the page says ────────────────────────────────────────────────────────────────────────────────────────


def _above(body: Element) -> Iterator[Block]:
    """The way to the page, or from the front page the ways on; then what is said of all the content."""
    parts = {name: part for part in body.elements for name in part.classes}
    if "smuler" in parts:
        yield Paragraph(_links(parts["smuler"], " / "))
    else:
        header = body.first("header")
        front = header.first("a")
        at_front = front.attributes["href"] == "./"
        yield Paragraph(_links(header.first("nav"), _BULLET) if at_front else (_link(front, "Forsiden"),))
    if "eksempel" in parts:
        yield Quote(read_blocks(_plain(parts["eksempel"].first("p").children)))


def _below(footer: Element) -> Iterator[Block]:
    yield Line()
    yield Paragraph((Run(list(footer.all("p"))[-1].text),))
    yield Paragraph(_links(footer.first("nav"), _BULLET))


def _links(part: Element, between: str) -> Runs:
    runs: list[Run] = []
    for link in part.all("a"):
        runs += [Run(between)] * bool(runs) + [_link(link, link.text)]
    return tuple(runs)


def _link(link: Element, words: str) -> Run:
    return Run(words, href=to_file(link.attributes["href"]))


def to_file(href: str) -> str:
    """Where a link leads when pages are files: `../../sak/nehr-2026-5/` → `../../sak/nehr-2026-5/index.md`."""
    way, mark, place = href.partition("#")
    if "://" in href or href.startswith("mailto:") or not way.endswith("/"):
        return href
    return f"{way.removeprefix('./')}index.md{mark}{place}"


# ── a page of the site as the reader of papers knows pages ───────────────────────────────────────────────────────────


def _plain(nodes: Iterable[Node]) -> tuple[Node, ...]:
    return tuple(
        part for node in nodes for part in (_element(node) if isinstance(node, Element) else (_unfolded(node),))
    )


def _unfolded(text: str) -> str:
    """What a file needs no more: breaks that are the page's own, and signs of where a line may end."""
    return text.replace("\xa0", " ").replace("\xad", "") if text.strip() else " "


def _element(node: Element) -> tuple[Node, ...]:
    """What a tag becomes: nothing where it only repeats what is said beside it."""
    if "skjult" in node.classes or "blad" in node.classes or node.attributes.get("aria-hidden") == "true":
        return ()
    for name in node.classes & _BY_CLASS.keys():
        return _BY_CLASS[name](node)
    return _BY_TAG.get(node.tag, _inside)(node)


def _inside(node: Element) -> tuple[Node, ...]:
    attributes = {name: value for name, value in node.attributes.items() if name != "lang"}  # Markdown has none
    if "href" in attributes:
        attributes["href"] = to_file(attributes["href"])
    return (replace(node, attributes=attributes, children=_plain(node.children)),)


def _as(tag: str) -> Callable[[Element], tuple[Node, ...]]:
    return lambda node: _inside(replace(node, tag=tag))


def _nothing(_: Element) -> tuple[Node, ...]:
    return ()


def _only_inside(node: Element) -> tuple[Node, ...]:
    return _plain(node.children)


def _bold(node: Element) -> tuple[Node, ...]:
    return (Element("p", {"class": "tittel"}, _plain(node.children)),)


def _details(node: Element) -> tuple[Node, ...]:
    """What opens, opened: under its heading, or the line that opens it; a table says itself what it is."""
    line, *rest = node.elements
    heading = next(line.all("h2"), None)
    if heading is not None:
        beside = _plain(child for child in line.children if child is not heading)
        return (*_plain((heading,)), Element("p", {}, beside), *_plain(rest))
    title = () if any(True for part in rest for _ in part.all("table")) else (Element("h2", {}, _plain(line.children)),)
    return (*title, *_plain(rest))


def _aside(node: Element) -> tuple[Node, ...]:
    """What stands beside the text, under a heading."""
    begins = node.elements[0].tag == "h2"
    title = () if begins else (Element("h2", {}, (node.attributes["aria-label"],)),)
    return (*title, *_plain(node.children))


def _table(node: Element) -> tuple[Node, ...]:
    """Its caption in bold above it."""
    (table,) = _inside(node)
    assert isinstance(table, Element)
    captions = [part for part in table.elements if part.tag == "caption"]
    rows = tuple(part for part in table.children if part not in captions)
    return (*(_bold(part)[0] for part in captions), replace(table, children=rows))


def _label(node: Element) -> tuple[Node, ...]:
    """A label beside other words."""
    return (" (", *_plain(node.children), ")")


def _labels(node: Element) -> tuple[Node, ...]:
    """Labels side by side, with a dot between them."""
    return (Element("p", {}, _joined(_side_by_side(node), _BULLET)),)


def _side_by_side(node: Element) -> Iterator[tuple[Node, ...]]:
    for part in node.elements:
        yield part.children if "merke" in part.classes else (part,)


def _is_break(node: Node) -> bool:
    return isinstance(node, Element) and node.tag == "br"


def _said(node: Element) -> tuple[Node, ...]:
    """What is said of a fact, on one line."""
    return _inside(replace(node, children=tuple(" " if _is_break(part) else part for part in node.children)))


def _alone(node: Element) -> tuple[Node, ...]:
    """A list of one point as the point."""
    return tuple(part for item in node.elements for part in _plain(item.children))


def _row(node: Element) -> tuple[Node, ...]:
    """What stands together about one thing, a line for each part of it."""
    lines = [_plain(part.children) for part in _parts(node)]
    return (Element("li", {}, (Element("p", {}, _joined([line for line in lines if line], _BREAK)),)),)


def _parts(node: Element) -> Iterator[Element]:
    for part in node.elements:
        if part.tag == "div":
            yield from _parts(part)
        elif "blad" not in part.classes:
            yield replace(part, children=_labels(part)[0].children) if "merker" in part.classes else part  # type: ignore[union-attr]  # an element


def _name(node: Element) -> tuple[Node, ...]:
    """A name, and after a dash what is said of it."""
    said = [part for part in node.elements if "meta" in part.classes]
    name = _plain(part for part in node.children if part not in said)
    rest = [(" – ", *_plain((part,))) for part in said if part.text.strip()]
    return (replace(node, children=(*name, *(bit for bits in rest for bit in bits))),)


def _names(node: Element) -> tuple[Node, ...]:
    return (replace(node, children=tuple(_name(part)[0] for part in node.elements)),)


def _rows(node: Element) -> tuple[Node, ...]:
    return (Element(node.tag, {}, tuple(_row(part)[0] for part in node.elements)),)


# ── the agenda ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _agenda(node: Element) -> tuple[Node, ...]:
    """Each line under a heading of its own, with its number; when it begins stands below."""
    return tuple(part for line in node.elements for part in _agenda_line(line))


def _agenda_line(line: Element) -> tuple[Node, ...]:
    if "agendapunkt" not in line.classes:
        return _plain(line.children) if "bolk" in line.classes else (_pause(line),)
    when, what = line.elements
    number = [part for part in what.elements if part.tag == "p" and "over" in part.classes]
    labels = [part for part in what.elements if "merker" in part.classes]
    heading = next(part for part in what.elements if part.tag in ("h3", "h4"))
    said = (*number, heading, *labels)
    facts = [(when.text,)] * bool(when.text.strip()) + [bit for label in labels for bit in _side_by_side(label)]
    title = replace(heading, children=(*(f"{part.text}: " for part in number), *_plain(heading.children)))
    rest = tuple(part for part in what.children if part not in said)
    return (title, Element("p", {}, _joined(facts, _BULLET)), *_plain(rest))


def _pause(line: Element) -> Element:
    words = [part.text for part in line.elements if part.text.strip()]
    return Element("p", {}, (Element("em", {}, (_BULLET.join(words),)),))


def _joined(parts: Iterable[Iterable[Node]], between: Node) -> tuple[Node, ...]:
    found: list[Node] = []
    for part in parts:
        found += [between] * bool(found) + list(_plain(part))
    return tuple(found)


_BY_CLASS: Mapping[str, Callable[[Element], tuple[Node, ...]]] = {
    "aarene": _nothing,
    "agenda": _agenda,
    "ett": _alone,
    "gang": _rows,
    "kortene": _rows,
    "merke": _label,
    "merker": _labels,
    "navneliste": _names,
    "rader": _rows,
    "rull": _only_inside,
}
_BY_TAG: Mapping[str, Callable[[Element], tuple[Node, ...]]] = {
    **dict.fromkeys(("article", "div", "section"), _as("div")),
    **dict.fromkeys(("form", "link", "meta"), _nothing),
    "aside": _aside,
    "dd": _said,
    "details": _details,
    "pre": lambda node: (node,),
    "table": _table,
    "time": _only_inside,
}
