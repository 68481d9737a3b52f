"""Exceptions in the Markdown below a head: `<!-- ehelse: unntak DOK803 -- grunn -->`, outside code.

At the end of a line the comment stands at what begins there: a heading with its section, a row, an item, the rest of a
paragraph; alone on a line at what begins on the next one that says anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ehelse_cli.core.place import Location
from ehelse_cli.core.unntak import Feilskrevet, Unntak
from ehelse_cli.load.problem import Span
from ehelse_cli.load.text import find_breaks, split_lines
from ehelse_cli.load.unntak import Comment, made
from ehelse_cli.load.unntakstekst import MERKE

#: With the blanks before it, which are nothing without it.
_OURS = re.compile(rf"(?:(?<![ \t])[ \t]+)?(?P<all><!--[ \t]*{MERKE}(?P<text>.*?)(?P<end>-->|$))")
_FENCE = re.compile(r" {0,3}(?P<fence>`{3,}|~{3,})")
_HEADING = re.compile(r" {0,3}(?P<level>#{1,6})(?:[ \t]|$)")
_ITEM = re.compile(r"(?P<indent>[ \t]*)(?:[-*+]|\d+[.)])[ \t]")


def find_unntak_in_body(path: str, body: str, body_line: int) -> Iterator[Unntak | Feilskrevet]:
    """The exceptions in the Markdown below a head."""
    if MERKE not in body:
        return
    lines = _outside_fences(split_lines(body))
    for nr, line in enumerate(lines):
        alone = MERKE in line and not _without_comments(line).strip()
        for match in _visible(line):
            start, end = match.span("all")
            place = Location(path, body_line + nr, start + 1, body_line + nr, end + 1)
            if not match["end"]:
                yield Feilskrevet(place, "kommentaren er ikke avsluttet på linjen", "Avslutt den med «-->».")
                continue
            first = _next_in_body(lines, nr + 1) if alone else nr
            comment = Comment(match["text"], place, match.start("text"), alone)
            yield made(comment, _block(lines, first, body_line))


def without_unntak(body: str) -> str:
    """The Markdown as it is printed: line for line the same, without the exceptions."""
    if MERKE not in body:
        return body
    lines = split_lines(body)
    shown = _outside_fences(lines)
    kept = [_cut(line) if shown[nr] else line for nr, line in enumerate(lines)]
    return "".join(line + end for line, end in zip(kept, [*find_breaks(body), ""], strict=True))


def _cut(line: str) -> str:
    kept, at = [], 0
    for match in _visible(line):
        if match["end"]:
            kept.append(line[at : match.start()])
            at = match.end()
    return "".join([*kept, line[at:]])


def _visible(line: str) -> Iterator[re.Match[str]]:
    """The comments of ours in the line that are not code between backticks."""
    ticks = at = 0
    for match in _OURS.finditer(line):
        ticks += line.count("`", at, match.start())
        at = match.start()
        if ticks % 2 == 0:
            yield match


def _outside_fences(lines: Sequence[str]) -> list[str]:
    """The lines, those of code blocks empty."""
    shown = []
    fence = ""
    for line in lines:
        mark = _FENCE.match(line)
        begins = mark is not None and not fence
        ends = mark is not None and bool(fence) and mark["fence"].startswith(fence)
        shown.append("" if fence or begins else line)
        if begins or ends:
            fence = mark["fence"] if begins and mark else ""
    return shown


def _without_comments(line: str) -> str:
    first, *rest = line.split("<!--")
    return first + "".join(part.partition("-->")[2] for part in rest)


def _next_in_body(lines: Sequence[str], index: int) -> int:
    while index < len(lines) and not _without_comments(lines[index]).strip():
        index += 1
    return index


def _block(lines: Sequence[str], first: int, body_line: int) -> Span | None:
    """From the line to the end of its section, row, item or paragraph; None past the last line."""
    if first >= len(lines):
        return None
    last = first
    while last + 1 < len(lines) and not _ends(lines[first], lines[last + 1]):
        last += 1
    return Span(body_line + first, 1, body_line + last, len(lines[last]) + 1)


def _ends(first: str, line: str) -> bool:
    """Whether what began with the line `first` is over before `line`."""
    heading, next_heading = _HEADING.match(first), _HEADING.match(line)
    if heading:
        return next_heading is not None and len(next_heading["level"]) <= len(heading["level"])
    item, next_item = _ITEM.match(first), _ITEM.match(line)
    if next_item and (item is None or len(next_item["indent"]) <= len(item["indent"])):
        return True
    return not line.strip() or next_heading is not None or first.lstrip().startswith("|")
