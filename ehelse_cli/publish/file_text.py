"""What a file says, to be searched and not read: as it stands and unpacked, with its folds and escapes undone."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

# What opens a package and a PDF is loaded when there is one: most sites have none.

_FOLD = re.compile(r"\r\n[ \t]")
_UNICODE_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
_ESCAPE = re.compile(r"\\[nrt]")
#: What Markdown, JSON and calendars put before a sign that means something to them: `prosjekt\_x` is `prosjekt_x`.
_SIGN_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")

_HEAD = 4096
#: Bytes read at a time: as words, a text takes ten times the room that it takes in its file.
_PIECE = 125_000


def pieces(content: bytes, overlap: int) -> Iterator[str]:
    """All that the file says, in pieces with so many bytes in common: what goes over an edge is whole in one of two."""
    for text in _texts(content):
        for start in range(0, len(text), _PIECE):
            yield _plain(text[start : start + _PIECE + overlap].decode("utf-8", errors="ignore"))


def decoded(content: bytes) -> str:
    """The text of a file that has any."""
    return content.decode("utf-8", errors="ignore") if _is_text(content) else ""


def _is_text(content: bytes) -> bool:
    """A zero byte early on means that there is none."""
    return b"\0" not in content[:_HEAD]


def _texts(content: bytes) -> Iterator[bytes]:
    """The texts of a file: as it stands, and unpacked."""
    yield from filter(_is_text, _files(content))
    if content[:5] == b"%PDF-":
        from ehelse_cli.publish import pdf_text

        yield from (text.encode(errors="replace") for text in pdf_text.texts(content))


def _files(content: bytes) -> Iterator[bytes]:
    yield content
    if content[:2] == b"\x1f\x8b" or content[:4] == b"PK\x03\x04":
        from ehelse_cli.publish.packages import unpacked

        yield from unpacked(content)


def _plain(text: str) -> str:
    """The text with its folds and escapes undone."""
    plain = _FOLD.sub("", text) if "\r" in text else text
    if "\\" in plain:
        plain = _ESCAPE.sub(" ", _UNICODE_ESCAPE.sub(lambda match: chr(int(match[1], 16)), plain))
        plain = _SIGN_ESCAPE.sub(r"\1", plain)
    return html.unescape(plain) if "&" in plain else plain
