"""The line up to the cursor, read as the shell will read it: words without their quotes, the last one unfinished."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """The words before the one at the cursor, the program's name first; what is typed of that one; its open quote."""

    before: tuple[str, ...]
    word: str
    quote: str


#: One piece of a line; what is open at the end of the line is open there. `single` and `double` are between quotes.
_PIECE = r"""
    (?P<space>\s+)
  | '(?P<single>{single})(?P<single_end>'|\Z)
  | "(?P<double>{double})(?P<double_end>"|\Z)
  | {escape}(?P<escaped>.)
  | (?P<plain>(?:(?!{escape})[^\s'"])+|{escape})
"""


def _pieces(single: str, double: str, escape: str) -> re.Pattern[str]:
    return re.compile(_PIECE.format(single=single, double=double, escape=escape), re.VERBOSE | re.DOTALL)


_BACKSLASHED = r"(?:[^{0}\\]|\\.)*"
#: How each shell quotes: bash and zsh; fish, which knows \' too; PowerShell, which doubles a quote and escapes by `.
_GRAMMARS = {
    "sh": _pieces(r"[^']*", _BACKSLASHED.format('"'), r"\\"),
    "fish": _pieces(_BACKSLASHED.format("'"), _BACKSLASHED.format('"'), r"\\"),
    "powershell": _pieces(r"(?:[^']|'')*", r'(?:[^"`]|""|`.)*', "`"),
}
#: What stands for something else between quotes.
_WITHIN = {
    ("sh", '"'): re.compile(r'\\(["\\$`])'),
    ("fish", "'"): re.compile(r"\\(['\\])"),
    ("fish", '"'): re.compile(r'\\(["\\$])'),
    ("powershell", "'"): re.compile(r"'(')"),
    ("powershell", '"'): re.compile(r'"(")|`(.)', re.DOTALL),
}


def read_line(text: str, grammar: str) -> Line:
    """The line as words, by the grammar of `sh`, `fish` or `powershell`."""
    words: list[str] = []
    word: str | None = None
    quote = ""
    for piece in _GRAMMARS[grammar].finditer(text):
        quote = _open_quote(piece)
        if piece["space"] is not None:
            words += [] if word is None else [word]
            word = None
        else:
            word = (word or "") + _meaning(piece, grammar)
    return Line(tuple(words), word or "", quote)


def _open_quote(piece: re.Match[str]) -> str:
    """The quote that is still open after the piece."""
    if piece["single_end"] == "":
        return "'"
    return '"' if piece["double_end"] == "" else ""


def _meaning(piece: re.Match[str], grammar: str) -> str:
    """What the piece stands for."""
    for name, quote in (("single", "'"), ("double", '"')):
        if piece[name] is not None:
            within = _WITHIN.get((grammar, quote))
            return within.sub(lambda found: found[found.lastindex or 0], piece[name]) if within else str(piece[name])
    return str(piece["escaped"] or piece["plain"])
