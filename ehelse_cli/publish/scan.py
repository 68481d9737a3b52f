"""Searches what is about to go out, byte for byte, for what is closed.

It is compared as words: folded, escaped or marked up, a text is the same words in the same order.
"""

from __future__ import annotations

import gzip
import hashlib
import html
import io
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, islice
from urllib.parse import unquote

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.publish import pdf_text
from ehelse_cli.publish.errors import LeakError
from ehelse_cli.publish.lukket import Lukket, aapne_vedlegg, lukkede_vedlegg, tekster

_WORDS = re.compile(r"\w+")
_TAG = re.compile(r"<[^>]*>")
_FOLD = re.compile(r"\r\n[ \t]")
#: Where a link in an open text leads: that the text names a file does not make the file's name open.
_TARGET = re.compile(r"\](?:\([^)]*\)|:[ \t]*\S+)")
_UNICODE_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
_ESCAPE = re.compile(r"\\[nrt]")
#: What Markdown, JSON and calendars put before a sign that means something to them: `prosjekt\_x` is `prosjekt_x`.
_SIGN_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")

#: Fewer letters than this tell nothing from anything: a closed title may be «Kostnader», which every other page says.
_FEWEST_LETTERS, _FEWEST_IN_A_WORD = 8, 12
_LARGEST_MEMBER = 50_000_000
_HEAD = 4096
_PIECE = 500_000
#: Lines that are known to hold nothing closed are kept: every page has the same head, menu and foot.
_KNOWN_LINES = 20_000
#: How much longer a text may be where it goes out than in its file: tags, escapes, percent signs.
_MARKUP = 6
_SHOWN = 20
#: Texts searched together, and a word that nobody writes: of letters used nowhere since the runes, and of both kinds.
_AT_A_TIME, _BETWEEN = 1000, "\nᛖᚺᛖᛚᛋᛖⰵⱈⰵⰾⱄⰵ\n"


@dataclass(frozen=True, slots=True)
class Found:
    """Something closed in a file that was to go out: which file, and where it comes from. Never what it says."""

    path: str
    where: str


class Search:
    """What is looked for (words → where they come from; digest → whose bytes), made ready once.

    A needle is in no text that lacks its longest word, so that is asked first, line by line: no word goes over two.
    """

    def __init__(self, needles: Mapping[str, str], digests: Mapping[str, str]) -> None:
        self._needles = needles
        self._digests = digests
        self._by_word: dict[str, list[str]] = {}
        for needle in needles:
            self._by_word.setdefault(max(needle.split(), key=len), []).append(needle)
        self._clean: set[str] = set()
        self._overlap = _MARKUP * max(map(len, needles), default=0)

    def find(self, path: str, content: bytes) -> tuple[Found, ...]:
        """Everything closed in one file, its name counted."""
        named = {self._needles[needle] for needle in self.needles_in(unquote(path))}
        found = {self._needles[needle] for text in self._readings(content) for needle in self.needles_in(text)} | named
        if self._digests and (where := self._digests.get(hashlib.sha256(content).hexdigest())):
            found.add(where)
        shown = f"{path.rpartition('/')[0]}/…" if named else path
        return tuple(Found(shown, where) for where in sorted(found))

    def _readings(self, content: bytes) -> Iterator[str]:
        """The ways a file may be read that may hold a needle. Without its markup a text has no word that it lacks."""
        for plain in map(_plain, chain.from_iterable(map(self._pieces, _texts(content)))):
            if self._may_be_in(plain):
                yield plain
                if "<" in plain:
                    yield _TAG.sub(" ", plain)
            if "%" in plain:
                yield unquote(plain)

    def _may_be_in(self, text: str) -> bool:
        """Whether a needle's longest word stands anywhere in the text. Of a long one it is not asked."""
        if len(text) > _PIECE:
            return True
        unknown = set(text.split("\n")).difference(self._clean)
        if not self._by_word.keys().isdisjoint(_words("\n".join(unknown))):
            return True
        if len(self._clean) > _KNOWN_LINES:
            self._clean.clear()
        self._clean |= unknown
        return False

    def needles_in(self, text: str) -> Iterator[str]:
        """Those that stand in a text."""
        for piece in self._pieces(text):
            yield from self._in_piece(piece)

    def _pieces(self, text: str) -> Iterator[str]:
        """A long text in pieces that overlap: its words would fill the memory."""
        for start in range(0, len(text), _PIECE):
            yield text[start : start + _PIECE + self._overlap]

    def _in_piece(self, text: str) -> Iterator[str]:
        words = _words(text)
        padded = ""
        for word in self._by_word.keys() & set(words):
            padded = padded or f" {' '.join(words)} "
            yield from (needle for needle in self._by_word[word] if f" {needle} " in padded)


def search_for(data: Dataset, dag: date, read: Callable[[str], bytes], vocabulary: Iterable[str] = ()) -> Search:
    """What must not be found on the day. Words that the pages say by themselves (`vocabulary`) are not looked for."""
    inside = {path: read(path) for path in lukkede_vedlegg(data, dag)}
    going = {path: read(path) for path in aapne_vedlegg(data, dag) if path in data.attachments}
    texts = tekster(data, dag)
    closed = dict(_closed(texts.lukkede, inside))
    opened = (_TARGET.sub("]", text) for text in texts.aapne)  # without where its links lead
    everything = chain(vocabulary, _together(opened), chain.from_iterable(map(_said_in, going.values())))
    common = set(chain.from_iterable(map(Search(closed, {}).needles_in, everything if closed else ())))
    digests = {
        hashlib.sha256(content).hexdigest(): _attachment(path)
        for path, content in inside.items()
        if content and content not in going.values()
    }
    return Search({needle: where for needle, where in closed.items() if needle not in common}, digests)


def _closed(texts: Iterable[Lukket], attachments: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """Every line that stands in something closed, and where that is."""
    for text in texts:
        yield from ((line, text.hvor) for line in _lines(text.verdi))
    for path, content in attachments.items():
        names = _decoded(content), path.rpartition("/")[2]
        yield from ((line, _attachment(path)) for text in names for line in _lines(text))


def _together(texts: Iterator[str]) -> Iterator[str]:
    """Many texts as one, with a word between them that is in none: what goes over two texts stands in neither."""
    while some := list(islice(texts, _AT_A_TIME)):
        yield _BETWEEN.join(some)


def _said_in(attachment: bytes) -> Iterator[str]:
    """What an attachment that goes out says, also where it is packed or marked up."""
    return (_TAG.sub(" ", _plain(text)) for text in _texts(attachment))


def _attachment(path: str) -> str:
    """Whose attachment it is: its name may tell what is in it."""
    return f"et vedlegg i {path.rpartition('/')[0]}/"


def searched(files: Iterable[tuple[str, bytes]], search: Search) -> Iterator[tuple[str, bytes]]:
    """The files as they come, each searched. After the last:

    Raises:
        LeakError: if anything closed was found in any of them.
    """
    return passed((path, content, search.find(path, content)) for path, content in files)


def passed(files: Iterable[tuple[str, bytes, Sequence[Found]]]) -> Iterator[tuple[str, bytes]]:
    """The files as they come, each with what was found in it. After the last:

    Raises:
        LeakError: if that was anything.
    """
    found: list[Found] = []
    for path, content, here in files:
        found += here
        yield path, content
    if found:
        raise LeakError(sorted({(one.path, one.where) for one in found})[:_SHOWN])


# ── texts as words ───────────────────────────────────────────────────────────────────────────────────────────────────


def _words(text: str) -> list[str]:
    return _WORDS.findall(text.casefold())


def _lines(text: str) -> Iterator[str]:
    """Each line that can be told from others, as words."""
    for line in text.splitlines():
        words = _words(line)
        letters = sum(map(str.isalpha, "".join(words)))
        if letters >= (_FEWEST_LETTERS if len(words) > 1 else _FEWEST_IN_A_WORD):
            yield " ".join(words)


def _texts(content: bytes) -> Iterator[str]:
    """The texts of a file: as it stands, and unpacked."""
    yield _decoded(content)
    if content[:2] == b"\x1f\x8b":
        yield _decoded(_unpacked(content))
    elif content[:4] == b"PK\x03\x04":
        for name, member in _members(content):
            yield name
            yield _decoded(member)
    elif content[:5] == b"%PDF-":
        yield from pdf_text.texts(content)


def _plain(text: str) -> str:
    """The text with its folds and escapes undone."""
    plain = _FOLD.sub("", text) if "\r" in text else text
    if "\\" in plain:
        plain = _ESCAPE.sub(" ", _UNICODE_ESCAPE.sub(lambda match: chr(int(match[1], 16)), plain))
        plain = _SIGN_ESCAPE.sub(r"\1", plain)
    return html.unescape(plain) if "&" in plain else plain


def _decoded(content: bytes) -> str:
    """The text of a file that has any: a zero byte early on means that it has none."""
    if b"\0" in content[:_HEAD]:
        return ""
    return content.decode("utf-8", errors="ignore")


def _unpacked(content: bytes) -> bytes:
    try:
        return gzip.GzipFile(fileobj=io.BytesIO(content)).read(_LARGEST_MEMBER)
    except (OSError, EOFError):
        return b""


def _members(content: bytes) -> Iterator[tuple[str, bytes]]:
    """What is in a package: Word and Excel files are such."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            for info in package.infolist():
                with package.open(info) as member:
                    yield info.filename, member.read(_LARGEST_MEMBER)
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError):
        return
