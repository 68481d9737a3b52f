"""What a file says, to be searched and not read: as it stands and unpacked, with its folds and escapes undone."""

from __future__ import annotations

import gzip
import html
import io
import lzma
import re
import zipfile
import zlib
from collections.abc import Iterator

from ehelse_cli.publish import pdf_text

_FOLD = re.compile(r"\r\n[ \t]")
_UNICODE_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
_ESCAPE = re.compile(r"\\[nrt]")
#: What Markdown, JSON and calendars put before a sign that means something to them: `prosjekt\_x` is `prosjekt_x`.
_SIGN_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")

_LARGEST_MEMBER = 50_000_000
#: What is told of a package that is damaged, locked, or packed in a way that is not known here.
_UNREADABLE = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, OSError, EOFError, RuntimeError, ValueError)
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
        yield from (text.encode(errors="replace") for text in pdf_text.texts(content))


def _files(content: bytes) -> Iterator[bytes]:
    yield content
    if content[:2] == b"\x1f\x8b":
        yield _unpacked(content)
    elif content[:4] == b"PK\x03\x04":
        yield from _members(content)


def _unpacked(content: bytes) -> bytes:
    try:
        return gzip.GzipFile(fileobj=io.BytesIO(content)).read(_LARGEST_MEMBER)
    except _UNREADABLE:
        return b""


def _members(content: bytes) -> Iterator[bytes]:
    """What is in a package, and what it is called there: Word and Excel files are such."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            for info in package.infolist():
                yield info.filename.encode(errors="replace")
                yield _member(package, info)
    except _UNREADABLE:
        return


def _member(package: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    try:
        with package.open(info) as member:
            return member.read(_LARGEST_MEMBER)
    except _UNREADABLE:
        return b""


def _plain(text: str) -> str:
    """The text with its folds and escapes undone."""
    plain = _FOLD.sub("", text) if "\r" in text else text
    if "\\" in plain:
        plain = _ESCAPE.sub(" ", _UNICODE_ESCAPE.sub(lambda match: chr(int(match[1], 16)), plain))
        plain = _SIGN_ESCAPE.sub(r"\1", plain)
    return html.unescape(plain) if "&" in plain else plain
