"""One sanitiser for everything that is printed: text from files can neither move the cursor nor reorder a line."""

from __future__ import annotations

import codecs
import re
import unicodedata
from functools import cache

# C0 but line feed and tab, DEL, C1, the line and paragraph separators, and what turns the direction of writing.
_HARMFUL = r"\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff"
_UNSAFE = re.compile(f"[{_HARMFUL}]")
_UNSAFE_IN_JSON = re.compile(r"[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
# What whoever reads the log of a CI run obeys: `##[x]` and `##vso[x]` anywhere in a line, `::x::` first in it.
_COMMAND = re.compile(r"(?<=##)(\w*)\[")
_COMMAND_FIRST = re.compile(r"^([^\S\n]*):(?=:)", re.MULTILINE)
# What Markdown takes as mark-up, and what GitHub takes as calling somebody.
_MARKUP = re.compile(r"([\\`*_\[\]~|#$])")
_MENTION = re.compile(r"(?<!\w)@")
# The only escape sequence we write ourselves: a change of colour or weight.
_COLOUR = re.compile(r"(\x1b\[[0-9;]*m)")

_SPELT_OUT = str.maketrans({
    "æ": "ae", "ø": "oe", "å": "aa", "Æ": "Ae", "Ø": "Oe", "Å": "Aa", "«": '"', "»": '"', "“": '"', "”": '"', "’": "'",
    "–": "-", "—": "-", "…": "...", "→": "->", "↳": "->", "←": "<-", "›": ">", "·": "-", "•": "*", "−": "-", "§": "S",
    "×": "x", "½": "1/2", "█": "#", "░": ".",
    "●": "*", "○": "o", "▾": "v", "↑": "^",
    "─": "-", "│": "|", "┌": "+", "┐": "+", "└": "+", "┘": "+", "├": "+", "┤": "+", "┬": "+", "┴": "+", "┼": "+",
})  # fmt: skip


def clean(text: str, *, colours: bool = False, commands: bool = False) -> str:
    """The text with every harmful character made visible, and nothing in it that a CI run would obey.

    With `colours`, our own colour codes are let through; with `commands`, the commands of a form that is made of them.
    """
    parts = _COLOUR.split(text.replace("\r\n", "\n")) if colours else [text.replace("\r\n", "\n")]
    shown = "".join(part if colours and _COLOUR.fullmatch(part) else _UNSAFE.sub(_code, part) for part in parts)
    return shown if commands else tame(shown)


def tame(text: str) -> str:
    """The text with a backslash in what would be a command: as Markdown has it, so that a paper reads the same."""
    return _COMMAND_FIRST.sub(r"\1\\:", _COMMAND.sub(r"\1\\[", text))


def one_line(text: str) -> str:
    """Text from a file as part of a line: nothing breaks it, everything that cannot be seen is shown by its code."""
    return text if text.isascii() and text.isprintable() else "".join(map(visible, text))


@cache
def visible(character: str) -> str:
    """The character, or its code where it would be seen as nothing or do something."""
    if character in "\t\n":
        return " "
    hidden = unicodedata.category(character) in ("Cc", "Cf", "Cn", "Cs", "Zl", "Zp")
    return f"\\u{{{ord(character):x}}}" if hidden else character


def width(text: str) -> int:
    """The columns the text takes in a terminal."""
    return len(text) if text.isascii() else sum(map(_columns, text))


@cache
def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def json_safe(document: str) -> str:
    """A JSON document whose harmful characters and commands are escaped, which JSON reads as the same."""
    return _COMMAND.sub(r"\1\\u005b", _UNSAFE_IN_JSON.sub(lambda match: f"\\u{ord(match[0]):04x}", document))


def xml_safe(document: str) -> str:
    """An XML document without commands, which XML reads as the same."""
    return _COMMAND_FIRST.sub(r"\1&#58;", _COMMAND.sub(r"\1&#91;", document))


def markdown_safe(text: str) -> str:
    """Text from a file that Markdown shows as it stands: no mark-up, no HTML, no command, no mention of anybody."""
    without_html = one_line(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return tame(_MENTION.sub("@\u2060", _MARKUP.sub(r"\\\1", without_html)))


def spelt(text: str, encoding: str) -> str:
    """The text as an encoding can show it: `å` is «aa» where there is no å."""
    return text if text.isascii() else text.encode(encoding, SPELT).decode(encoding)


def _code(match: re.Match[str]) -> str:
    return f"\\u{{{ord(match[0]):x}}}"


def _spell(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    missing = error.object[error.start : error.end].translate(_SPELT_OUT)
    return "".join(character if character.isascii() else "?" for character in missing), error.end


#: The name under which Python's codecs know how we spell what an encoding lacks.
SPELT = "ehelse"
codecs.register_error(SPELT, _spell)
