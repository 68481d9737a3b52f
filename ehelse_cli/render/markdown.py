"""Markdown on its way out: values that stay the text they are, and bodies made to stand under a paper's title."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from typing import Any

import nh3
import pyromark

from ehelse_cli.render.clean import clean_line, clean_text
from ehelse_cli.render.errors import TooMuchTextError

_OPTIONS = pyromark.Options.ENABLE_TABLES

# ── one value ────────────────────────────────────────────────────────────────────────────────────────────────────────

_ANYWHERE = re.compile(r"[\\`*_\[\]<>|~$]|&(?=#?\w+;)")
_AT_END = re.compile(r"(?<!\\)(?=#+$)")
# What makes a block of a line that begins with it; a number only before white space, so that 7/2020 stays readable.
_AT_START = re.compile(r"\d{1,9}(?=[.)](?:\s|$))|(?=[-+=#])")
# Stands before a value that would make a block, until the line it came to stand in is known. No value can hold it.
_MARK = "\x00"
# The beginning of a line as long as it is nothing but the signs of lists, quotes and headings.
_BLOCK_SIGNS = re.compile(r"(?:[ \t>]|(?:[-+*]|#{1,6}|\d+[.)])(?=[ \t]))*")


def escape(text: str) -> str:
    """The text on one line of Markdown, read back as the very same text. For `settle` to finish."""
    line = _ANYWHERE.sub(lambda match: "\\" + match[0], clean_line(text))
    line = _AT_END.sub(r"\\", line, count=1)
    return _MARK + line if _AT_START.match(line) else line


def settle(document: str) -> str:
    r"""The document, where values that begin a line are kept from becoming lists and headings.

    Elsewhere in a line they stand as they are: `| 2. desember |`, but `2\. desember` where a line begins.
    """
    return "\n".join(map(_settled, document.split("\n"))) if _MARK in document else document


def _settled(line: str) -> str:
    before, mark, value = line.partition(_MARK)
    if mark and _BLOCK_SIGNS.fullmatch(before):
        line = before + _AT_START.sub(r"\g<0>\\", value, count=1)
    return line.replace(_MARK, "")


# ── a body ───────────────────────────────────────────────────────────────────────────────────────────────────────────

#: From byte, to byte, what to put there instead.
_Edit = tuple[int, int, bytes]
_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
_UNDERLINE = re.compile(rb"\n[^\n]*\Z")
_FENCE = re.compile(rb"`{3,}|~{3,}")
_FOLD = re.compile(rb"\n[ \t>]*")


#: A paper of a hundred pages, and quotes and lists inside each other as deep as anybody has written them.
MAX_CHARACTERS = 250_000
MAX_DEPTH = 24
_PASSES = 8


def tidy(source: str, top: int) -> str:
    """The body with its outermost headings on level `top`, no level skipped, no raw HTML and no pictures.

    HTML comments are left out; every other tag is shown as the text it is, so that no word of a paper gets lost. A
    picture becomes a link to it. The result is Markdown that every reader understands alike.

    Raises:
        TooMuchTextError: if no paper could hold it.
    """
    text = clean_text(source)
    if len(text) > MAX_CHARACTERS:
        raise TooMuchTextError(f"{len(text)} tegn", MAX_CHARACTERS)
    if _any_in(text, _HTML_OR_PICTURE):
        text = _as_text_alone(text)
    tidied = _edited(text, partial(_headings, top)).strip("\n")
    return _with_end(tidied) if _any_in(tidied, _FENCED) else tidied


#: Signs without which there is no HTML and no picture, and those without which no code block is left open. Looking for
#: them takes next to no time beside parsing.
_HTML_OR_PICTURE = ("<", "![")
_FENCED = ("<", "```", "~~~")


def _any_in(text: str, signs: tuple[str, ...]) -> bool:
    return any(sign in text for sign in signs)


def _as_text_alone(text: str) -> str:
    for _ in range(_PASSES):
        plain = _edited(text, _without_html)
        if plain == text:
            return text
        text = plain
    # What is still HTML was written to grow anew out of what was taken away.
    return text.replace("<", "&lt;")


def _with_end(text: str) -> str:
    """The text with a code block left open closed, so that it does not swallow what follows on the paper."""
    starts = list(_starts(f"{text}\n\n# "))
    if starts[-1][0] == "Heading":
        return text
    fence = _FENCE.match(text.encode()[max(start for kind, _, start, _ in starts if kind == "CodeBlock") :])
    return f"{text}\n{fence[0].decode()}" if fence else text


def _edited(text: str, find: Callable[[str, bytes], Iterator[_Edit]]) -> str:
    """The text with the edits made. Places are counted in bytes, as the parser does."""
    raw = text.encode()
    edited, end = [], 0
    for start, stop, replacement in find(text, raw):
        edited += [raw[end:start], replacement]
        end = stop
    return b"".join((*edited, raw[end:])).decode()


def _starts(text: str) -> Iterator[tuple[str, str, int, int]]:
    """Every part that begins, and HTML in a line: its kind, its level if it is a heading, first byte, end byte.

    Raises:
        TooMuchTextError: where parts are so deep in each other that laying them out takes time with its square.
    """
    depth = 0
    for event, span in pyromark.events_with_range(text, options=_OPTIONS):
        if not isinstance(event, dict):
            continue
        if "Start" in event:
            depth += 1
            if depth > MAX_DEPTH:
                raise TooMuchTextError("så mange lister og sitater inne i hverandre", MAX_DEPTH)
            part: Any = event["Start"]
            kind, facts = (part, {}) if isinstance(part, str) else next(iter(part.items()))
            yield kind, facts["level"] if kind == "Heading" else "", span["start"], span["end"]
        elif "End" in event:
            depth -= 1
        elif "InlineHtml" in event:
            yield "InlineHtml", "", span["start"], span["end"]


def _without_html(text: str, raw: bytes) -> Iterator[_Edit]:
    for kind, _, start, end in _starts(text):
        if kind in ("InlineHtml", "HtmlBlock"):
            # A space where the comment was: what stood around it must not grow together into a tag.
            yield start, end, _COMMENT.sub(b" ", raw[start:end]).replace(b"<", b"&lt;")
        elif kind == "Image" and raw[start : start + 1] == b"!":
            yield start, start + 1, b""


def _headings(top: int, text: str, raw: bytes) -> Iterator[_Edit]:
    outer: list[int] = []
    for kind, named, start, end in _starts(text):
        if kind == "Heading":
            level = int(named.removeprefix("H"))
            outer = [*(above for above in outer if above < level), level]
            yield start, end, _heading(raw[start:end], min(top + len(outer) - 1, 6))


def _heading(source: bytes, level: int) -> bytes:
    """One heading on one line with its number of signs, whether it had them or was underlined."""
    mark = b"#" * level
    if source.startswith(b"#"):
        return mark + source.lstrip(b"#")
    words = _FOLD.sub(b" ", _UNDERLINE.sub(b"", source.rstrip(b"\n")))
    return mark + b" " + (words[:-1] + b"\\#" if words.endswith(b"#") else words) + b"\n"


# ── to HTML ──────────────────────────────────────────────────────────────────────────────────────────────────────────

# fmt: off
_TAGS = {
    "a", "blockquote", "br", "code", "em", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "strong",
    "table", "tbody", "td", "th", "thead", "tr", "ul",
}
# fmt: on
_ALLOWED = nh3.Cleaner(
    tags=_TAGS,
    attributes={"a": {"href", "title"}, "ol": {"start"}, "td": {"style"}, "th": {"style"}},
    filter_style_properties={"text-align"},
    url_schemes={"http", "https", "mailto"},
)
_ALIGNED = re.compile(r'<(t[dh])(?: style="text-align:\s*(left|center|right);?")?>')
_HEADING = re.compile(r"<h([2-6])>(.*?)</h\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


def to_html(tidied: str, table_label: str) -> str:
    """Tidied Markdown as HTML of an allow-list: tables that scroll by themselves, headings one can link to."""
    html = _ALLOWED.clean(pyromark.html(tidied, options=_OPTIONS))
    # Our own marks are put on what the sanitiser wrote, whose form is always the same.
    html = _ALIGNED.sub(_cell, html)
    html = html.replace("<table>", f'<div class="tabell" role="group" tabindex="0" aria-label="{table_label}"><table>')
    return _with_ids(html.replace("</table>", "</table></div>"))


def _cell(match: re.Match[str]) -> str:
    scope = ' scope="col"' if match[1] == "th" else ""
    side = f' class="{match[2]}"' if match[2] else ""
    return f"<{match[1]}{scope}{side}>"


def _with_ids(html: str) -> str:
    """Every heading with an id made of its words; a second of the same words gets a number."""
    taken: dict[str, int] = {}

    def heading(match: re.Match[str]) -> str:
        id_ = _free(anchor(_TAG.sub("", match[2])), taken)
        taken.setdefault(id_, 1)
        return f'<h{match[1]} id="{id_}">{match[2]}</h{match[1]}>'

    return _HEADING.sub(heading, html)


def _free(word: str, taken: dict[str, int]) -> str:
    """The word, or the word with the first free number after the last it was given."""
    number, id_ = taken.get(word, 1), word
    while id_ in taken:
        number += 1
        id_ = f"{word}-{number}"
    taken[word] = number
    return id_


_NOARK = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})
_ENTITY = re.compile(r"&\w+;")
_NO_WORD = re.compile(r"[^a-z0-9]+")


@lru_cache(1024)  # papers have the same headings
def anchor(heading: str) -> str:
    """A heading as ASCII kebab: «Økonomi og risiko» → `oekonomi-og-risiko`."""
    plain = _ENTITY.sub(" ", heading.lower()).translate(_NOARK)
    return _NO_WORD.sub("-", plain).strip("-") or "avsnitt"
