"""The words of a page in their styles, one space between them and none around them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from ehelse_cli.render.document import Run, Runs
from ehelse_cli.render.page import Element

#: Where a link may lead, beside another file of the same kind: a council's own template may write any.
_LEADS = ("http://", "https://", "mailto:")
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|\\", re.IGNORECASE)
_STYLED: Mapping[str, Callable[[Run], Run]] = {
    "strong": lambda run: replace(run, strong=True),
    "em": lambda run: replace(run, emphasis=True),
    "code": lambda run: replace(run, code=True),
    "ins": lambda run: replace(run, inserted=True),
    "del": lambda run: replace(run, deleted=True),
}


def words(nodes: Sequence[Element | str], lang: str = "") -> Runs:
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
    href = node.attributes.get("href", "")
    leads = href.startswith(_LEADS) or not _ELSEWHERE.match(href)
    style = replace(style, href=href) if href and leads else style
    style = replace(style, lang=node.attributes["lang"]) if node.attributes.get("lang") else style
    style = replace(style, faint=True) if "dempet" in node.classes else style
    return replace(style, hidden=True) if "skjult" in node.classes else style
