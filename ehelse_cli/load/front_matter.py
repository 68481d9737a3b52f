"""A Markdown file: the head between two `---` lines, and the body below."""

from __future__ import annotations

import re

from msgspec import Struct

from ehelse_cli.load.problem import START, Problem
from ehelse_cli.load.text import count_breaks, span_of

_OPENING = re.compile(r"---[ \t]*(?:\r\n|\n|\r|\Z)")
_CLOSING = re.compile(r"---[ \t]*(?:\r\n|\n|\r|\Z)")
#: What prose never begins with, a small letter, and a colon after the first word: also below one `---` more, which
#: somebody wrote who took what stands there for a second head.
_KEY = re.compile(r"(?:\s|(?<=[\r\n])---[ \t]*[\r\n])*(?P<key>[a-z][a-z0-9_]*):(?=\s|\Z)")


class FrontMatter(Struct, frozen=True):
    """The two halves, character for character, and the line of the file that each begins on."""

    head: str
    head_line: int
    body: str
    body_line: int


def split(text: str) -> FrontMatter | Problem:
    """The head and the body of a Markdown file; or which `---` is missing, or one too many."""
    opening = _OPENING.match(text)
    if opening is None:
        return Problem("hode", "filen begynner ikke med et hode", "Første linje skal være «---», alene.", START)
    closing = _find_closing(text, opening.end())
    if closing is None:
        return Problem(
            "hode",
            "hodet som begynner her, blir aldri avsluttet",
            "Sett en linje med bare «---» mellom hodet og teksten.",
            span_of(text, 0, 3),
        )
    key = _KEY.match(text, closing.end())
    if key is not None:
        return Problem(
            "hode",
            f"nøkkelen «{key['key']}» står under hodet, som er slutt ved «---» over",
            "Flytt linjen med «---» ned. Er dette tekst, begynn den med stor bokstav.",
            span_of(text, *key.span("key")),
        )
    head = text[opening.end() : closing.start()]
    body_line = 3 + count_breaks(head)
    return FrontMatter(head, 2, text[closing.end() :], body_line)


def _find_closing(text: str, start: int) -> re.Match[str] | None:
    """The first `---` that has a line to itself. `str.find` jumps there; a pattern would try every character."""
    found = text.find("---", start)
    while found != -1:
        fence = _CLOSING.match(text, found)
        if fence is not None and (found == start or text[found - 1] in "\n\r"):
            return fence
        found = text.find("---", found + 1)
    return None
