"""What a PDF says: the words on its pages, in its bookmarks and in what it tells of itself. To be searched, not read.

The words of a page are numbers of glyphs; a table beside each font tells which letters they are (ISO 32000-1, 9.10). A
word is parted where the font changes within it, as at a sign the first font lacks: so a page is told twice, with its
pieces apart and with nothing between them. A word that is parted at the end of a line is two words here.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping
from itertools import chain

#: So much of a packed part is read; what is larger is no text.
_LARGEST = 20_000_000
_MAX_RANGE = 65_536

_OBJECT = re.compile(rb"(?<!\d)(\d{1,8}) 0 obj\b")
_STREAM = re.compile(rb"stream\r?\n")
_TO_UNICODE = re.compile(rb"/ToUnicode (\d{1,8}) 0 R")
_NAMED = re.compile(rb"/([^\s/<>\[\]()]{1,40}) (\d{1,8}) 0 R")
_CONTENTS = re.compile(rb"/Contents ?(\[[^\]]*\]|\d{1,8} 0 R)")
_REFERENCE = re.compile(rb"(\d{1,8}) 0 R")
_RESOURCES = re.compile(rb"/Resources (\d{1,8}) 0 R")
_FONT = re.compile(rb"/Font (\d{1,8}) 0 R")
_CHARS = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
_RANGES = re.compile(rb"beginbfrange(.*?)endbfrange", re.DOTALL)
_HEX = re.compile(rb"<([0-9A-Fa-f\s]*)>")
_RANGE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f]+)>|\[([^\]]*)\])")
_PLAIN = rb"(?:[^()\\]|\\.|%s)*"
#: A string in parentheses may have others in it, as long as each is closed.
_STRING = rb"\(" + _PLAIN % (rb"\(" + _PLAIN % (rb"\(" + _PLAIN % rb"(?!)" + rb"\)") + rb"\)") + rb"\)|<[0-9A-Fa-f\s]+>"
_STRINGS = re.compile(_STRING, re.DOTALL)
#: A font is chosen, or something is shown: one string, or several with their distances.
_SHOWN = re.compile(
    rb"/([^\s/]{1,40}) [\d.]+ Tf|(\[(?:[^\[\]()<>]|" + _STRING + rb")*\]|" + _STRING + rb")\s*T[jJ]", re.DOTALL
)
_ESCAPED = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n|.))", re.DOTALL)
_CONTROL = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r": b"", b"\r\n": b""}

#: Glyph number → letters.
Table = Mapping[int, str]


def texts(content: bytes) -> Iterator[str]:
    """Every text in the file: what it tells of itself, then page by page. What cannot be read is left out."""
    objects = dict(_objects(content))
    unpacked = {number: _unpacked(body) for number, body in objects.items()}
    heads = [body.partition(b"stream")[0] for body in objects.values()]
    yield "\n".join(_decoded(one) for head in heads for one in _STRINGS.findall(head))
    yield from (part.decode("utf-8", errors="ignore") for part in unpacked.values() if b"<rdf:" in part)
    tables = dict(_tables(objects, unpacked))
    for number, body in objects.items():
        for part in _drawn(number, body):
            pieces = _said(unpacked.get(part, b""), _fonts(body, objects, tables))
            yield from ("\n".join(pieces), "".join(pieces))


def _drawn(number: int, body: bytes) -> Iterator[int]:
    """What an object draws: a page has it in objects of its own, a figure in itself."""
    head = body.partition(b"stream")[0]
    if b"/Form" in head:
        yield number
    page = _CONTENTS.search(head)
    if page is not None:
        yield from map(int, _REFERENCE.findall(page[1]))


def _objects(content: bytes) -> Iterator[tuple[int, bytes]]:
    starts = list(_OBJECT.finditer(content))
    ends = [start.start() for start in starts[1:]] + [len(content)]
    yield from ((int(start[1]), content[start.end() : end]) for start, end in zip(starts, ends, strict=True))


def _unpacked(body: bytes) -> bytes:
    """What is in an object's stream, if it can be unpacked and is not a picture or a font."""
    start = _STREAM.search(body)
    head = body[: start.start()] if start else b""
    if start is None or b"/FontFile" in head or b"CIDFontType0C" in head or b"/Image" in head:
        return b""
    packed = body[start.end() :]
    if b"FlateDecode" not in head:
        return packed
    try:
        return zlib.decompressobj().decompress(packed, _LARGEST)
    except zlib.error:
        return b""


# ── which letters the glyphs are ─────────────────────────────────────────────────────────────────────────────────────


def _tables(objects: Mapping[int, bytes], unpacked: Mapping[int, bytes]) -> Iterator[tuple[int, Table]]:
    """The table of each font that has one, by the font's number."""
    for number, body in objects.items():
        given = _TO_UNICODE.search(body.partition(b"stream")[0])
        if given is not None:
            yield number, dict(_table(unpacked.get(int(given[1]), b"")))


def _fonts(page: bytes, objects: Mapping[int, bytes], tables: Mapping[int, Table]) -> dict[bytes, Table]:
    """The tables by the names that the page calls the fonts by: said in the page, or in what it leads to."""
    said = [page]
    for leads in (_RESOURCES, _FONT):
        said += [objects.get(int(number), b"") for body in tuple(said) for number in leads.findall(body)]
    named = (_NAMED.findall(body.partition(b"stream")[0]) for body in said)
    return {name: tables[int(number)] for name, number in chain.from_iterable(named) if int(number) in tables}


def _table(cmap: bytes) -> Iterator[tuple[int, str]]:
    for block in _CHARS.findall(cmap):
        pairs = _HEX.findall(block)
        yield from ((int(glyph, 16), _utf16(letters)) for glyph, letters in zip(pairs[::2], pairs[1::2], strict=False))
    for first, last, start, each in chain.from_iterable(map(_RANGE.findall, _RANGES.findall(cmap))):
        numbers = range(int(first, 16), min(int(last, 16), int(first, 16) + _MAX_RANGE) + 1)
        if start:
            letters = _utf16(start)
            yield from (
                (glyph, letters[:-1] + chr(ord(letters[-1]) + nr)) for nr, glyph in enumerate(numbers) if letters
            )
        else:
            yield from zip(numbers, map(_utf16, _HEX.findall(each)), strict=False)


def _utf16(digits: bytes) -> str:
    return bytes.fromhex(digits.decode()).decode("utf-16-be", errors="ignore")


# ── what is shown ────────────────────────────────────────────────────────────────────────────────────────────────────


def _said(page: bytes, fonts: Mapping[bytes, Table]) -> list[str]:
    """The words of a page, piece by piece."""
    table: Table = {}
    pieces: list[str] = []
    for name, shown in _SHOWN.findall(page):
        if name:
            table = fonts.get(name, {})
        else:
            pieces.append("".join(_letters(_raw(one), table) for one in _STRINGS.findall(shown)))
    return pieces


def _letters(raw: bytes, table: Table) -> str:
    """Two bytes are a glyph where the font has a table; elsewhere a byte is a letter."""
    if not table:
        return raw.decode("latin-1")
    return "".join(table.get(int.from_bytes(raw[at : at + 2], "big"), "") for at in range(0, len(raw), 2))


def _decoded(string: bytes) -> str:
    raw = _raw(string)
    return raw[2:].decode("utf-16-be", errors="ignore") if raw[:2] == b"\xfe\xff" else raw.decode("latin-1")


def _raw(string: bytes) -> bytes:
    """The bytes of a string, written in parentheses or as digits."""
    if string[:1] == b"(":
        return _ESCAPED.sub(_unescaped, string[1:-1])
    digits = b"".join(string[1:-1].split()).decode()
    return bytes.fromhex(digits + "0" * (len(digits) % 2))


def _unescaped(match: re.Match[bytes]) -> bytes:
    if match[1]:
        return bytes([int(match[1], 8) & 0xFF])
    return _CONTROL.get(match[2], match[2])
