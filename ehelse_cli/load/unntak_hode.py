"""Exceptions in a head: which `#` begins a comment, and what the comment stands at.

At the end of a line it stands at what begins on the line, and all below it; alone on a line at what begins on the next
line that says anything. So it stands where a finding is shown.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from ehelse_cli.core.place import Location
from ehelse_cli.core.unntak import Feilskrevet, Unntak
from ehelse_cli.load.problem import Span
from ehelse_cli.load.spans import Entry, SpanTree
from ehelse_cli.load.text import split_lines
from ehelse_cli.load.unntak import Comment, made
from ehelse_cli.load.unntakstekst import MERKE

_HASH = re.compile(r"(?:^|(?<=[ \t]))#")
#: One comment may hold several, with two blanks before each `#`.
_PART = re.compile(r"(?:^|(?<=\s\s))#[^#]*(?:(?<!\s\s)#[^#]*)*")
_SAYS_NOTHING = re.compile(r"[\s?-]*(?:(?:^|(?<=[ \t]))#.*)?")


def find_unntak(path: str, head: str, head_line: int, spans: SpanTree) -> Iterator[Unntak | Feilskrevet]:
    """The exceptions in a head that begins on `head_line` of the file."""
    if MERKE not in head:
        return
    lines = split_lines(head)
    entries = tuple(spans.entries())
    inner = tuple(entry.span for entry in entries[1:])
    texts = tuple(_texts(entries, lines, head_line))
    for comment in _comments(path, lines, head_line, texts):
        number = comment.place.line
        target = _next(lines, number + 1 - head_line) + head_line if comment.alone else number
        whole = tuple(entry.value.of(path) for entry in entries if entry.value.line == target and not entry.lone)
        yield made(comment, _at_line(inner, target), whole)


def _comments(path: str, lines: Sequence[str], first: int, texts: Sequence[Span]) -> Iterator[Comment]:
    for number, line in enumerate(lines, start=first):
        if MERKE not in line or (start := _comment_start(line, number, texts)) is None:
            continue
        alone = _SAYS_NOTHING.fullmatch(line) is not None
        for match in _PART.finditer(line[start:]):
            part = match[0].rstrip()
            said = part[1:].lstrip()
            if said.startswith(MERKE):
                begin = start + match.start()
                end = begin + len(part)
                text = said.removeprefix(MERKE)
                yield Comment(text, Location(path, number, begin + 1, number, end + 1), end - len(text), alone)


def _comment_start(line: str, number: int, texts: Sequence[Span]) -> int | None:
    """Where the line's comment begins (from 0): the first `#` after a blank that is not within a text."""
    for sign in _HASH.finditer(line):
        here = (number, sign.start() + 1)
        before = bisect_right(texts, here, key=lambda text: (text.line, text.column)) - 1
        if before < 0 or here >= (texts[before].end_line, texts[before].end_column):
            return sign.start()
    return None


def _texts(entries: Sequence[Entry], lines: Sequence[str], first: int) -> Iterator[Span]:
    """The stretches where `#` is a letter like others, in order. Beside `|` stands none of it."""
    for entry in entries:
        if entry.key is not None:
            yield entry.key
        if entry.lone:
            begin = lines[entry.value.line - first][entry.value.column - 1 :][:1]
            if begin in ("|", ">"):
                yield Span(entry.value.line + 1, 1, entry.value.end_line, entry.value.end_column)
            elif begin not in ("{", "["):
                yield entry.value


def _next(lines: Sequence[str], index: int) -> int:
    """The next line that says anything; past the last if none does."""
    while index < len(lines) and _SAYS_NOTHING.fullmatch(lines[index]):
        index += 1
    return index


def _at_line(entries: Sequence[Span], line: int) -> Span | None:
    """From the first that begins on the line to the end of them all; else the innermost that goes across it."""
    begun = [entry for entry in entries if entry.line == line]
    if begun:
        start = min(begun, key=lambda entry: entry.column)
        end_line, end_column = max((entry.end_line, entry.end_column) for entry in begun)
        return Span(start.line, start.column, end_line, end_column)
    across = [entry for entry in entries if entry.line < line <= entry.end_line]
    return max(across, key=lambda entry: (entry.line, entry.column), default=None)
