"""What is packed in a file: a text in gzip, and the members of a zip, which Word and Excel files are."""

from __future__ import annotations

import gzip
import io
import lzma
import zipfile
import zlib
from collections.abc import Iterator

_LARGEST_MEMBER = 50_000_000
#: What is told of a package that is damaged, locked, or packed in a way that is not known here.
_UNREADABLE = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, OSError, EOFError, RuntimeError, ValueError)


def unpacked(content: bytes) -> Iterator[bytes]:
    """What is in the package, as far as it can be opened; of a zip also what its members are called."""
    if content[:4] == b"PK\x03\x04":
        yield from _members(content)
    else:
        yield _inflated(content)


def _inflated(content: bytes) -> bytes:
    try:
        return gzip.GzipFile(fileobj=io.BytesIO(content)).read(_LARGEST_MEMBER)
    except _UNREADABLE:
        return b""


def _members(content: bytes) -> Iterator[bytes]:
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
