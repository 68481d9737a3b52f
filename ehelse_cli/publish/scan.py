"""Searches what is about to go out, byte for byte, for what is closed.

It is compared as words: folded, escaped or marked up, a text is the same words in the same order.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, islice
from urllib.parse import unquote

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.publish.errors import LeakError
from ehelse_cli.publish.file_text import decoded, pieces
from ehelse_cli.publish.lukket import Lukket, aapne_vedlegg, tekster

_WORDS = re.compile(r"\w+")
_TAG = re.compile(r"<[^>]*>")
#: Where a link in an open text leads: that the text names a file does not make the file's name open.
_TARGET = re.compile(r"\](?:\([^)]*\)|:[ \t]*\S+)")

#: Fewer letters than this tell nothing from anything: a closed title may be «Kostnader», which every other page says.
_FEWEST_LETTERS, _FEWEST_IN_A_WORD = 8, 12
#: How much longer a text may be where it goes out than as words: a letter written as an escape, and tags between.
_MARKUP, _TAGS = 12, 10_000
_SHOWN = 20
#: Texts searched together, and a word that nobody writes: in letters of two alphabets that are seldom seen together.
_AT_A_TIME, _BETWEEN = 100, "\nⰵⱈⲉⰾⱄⲉ\n"

#: Bytes of ASCII words, folded; all others are between them.
_ASCII_WORDS = {ord(sign): ord(sign.lower()) for sign in map(chr, range(128)) if sign.isalnum() or sign == "_"}
#: Every letter beyond ASCII that is folded into it has one of these bytes in UTF-8: «ß» is «ss», Kelvin's «K» is «k».
_FOLDED_INTO_ASCII, _MARK = b"\x84\x9f\xc4\xc5\xc7\xe1\xef", b"\t"
_OUTLINE = bytes(_ASCII_WORDS.get(one, ord(_MARK if one in _FOLDED_INTO_ASCII else b" ")) for one in range(256))
#: Up to so many are sooner looked for one by one than among all that a text consists of.
_HANDFUL = 16


@dataclass(frozen=True, slots=True)
class Found:
    """Something closed in a file that was to go out: which file, and where it comes from. Never what it says."""

    path: str
    where: str


@dataclass(frozen=True, slots=True)
class _Needle:
    """The words that are looked for, and the runs of their outline: by themselves and in order."""

    words: str
    runs: frozenset[bytes]
    outline: bytes


class Search:
    """What is looked for (words → where they come from; digest → whose bytes), made ready once.

    A needle is in no text whose outline lacks the needle's, so that is asked first, and of that the longest run.
    """

    def __init__(self, needles: Mapping[str, str], digests: Mapping[str, str]) -> None:
        self._needles = needles
        self._digests = digests
        self._overlap = _TAGS + _MARKUP * max(map(len, needles), default=0)
        self._by_run: dict[bytes, list[_Needle]] = {}
        for words in needles:
            runs = _outline(words).split()
            needle = _Needle(words, frozenset(runs), b" ".join(runs))
            self._by_run.setdefault(max(runs, key=len, default=b""), []).append(needle)

    def find(self, path: str, content: bytes) -> tuple[Found, ...]:
        """Everything closed in one file, its name counted."""
        named = {self._needles[needle] for needle in self.needles_in(unquote(path))}
        here = chain.from_iterable(map(self._in_piece, self.pieces(content)))
        found = named.union(self._needles[needle] for needle in here)
        if self._digests and (where := self._digests.get(_digest(content))):
            found.add(where)
        shown = f"{path.rpartition('/')[0]}/…" if named else path
        return tuple(Found(shown, where) for where in sorted(found))

    def pieces(self, content: bytes) -> Iterator[str]:
        """What a file says, so that every needle in it is whole in one of the pieces."""
        return pieces(content, self._overlap)

    def needles_in(self, text: str) -> Iterator[str]:
        """Those that stand in a text."""
        return _standing(self._near(text), text)

    def _in_piece(self, piece: str) -> Iterator[str]:
        """Those that stand in a piece however it is read. Without its markup a text has no run that it lacks."""
        near = self._near(piece)
        yield from _standing(near, piece)
        if near and "<" in piece:
            yield from _standing(near, _TAG.sub(" ", piece))
        if "%" in piece:
            yield from self.needles_in(unquote(piece))

    def _near(self, text: str) -> list[_Needle]:
        """Those whose longest run, where they have any, is in the text's outline."""
        outline = _outline(text)
        if len(self._by_run) > _HANDFUL:
            runs: Iterable[bytes] = self._by_run.keys() & [b"", *outline.split()]
        else:
            runs = filter(outline.__contains__, self._by_run)
        return [needle for run in runs for needle in self._by_run[run]]


def _standing(needles: list[_Needle], text: str) -> Iterator[str]:
    """Those of the needles that stand in a text: the outline rules out nearly all, its words decide on the rest."""
    if not needles:
        return
    runs = _outline(text).split()
    together, in_order = frozenset(runs), b" ".join(runs)
    alike = [needle.words for needle in needles if needle.runs <= together and needle.outline in in_order]
    if alike:
        padded = f" {' '.join(_words(text))} "
        yield from (words for words in alike if f" {words} " in padded)


def search_for(data: Dataset, dag: date, read: Callable[[str], bytes], vocabulary: Iterable[str] = ()) -> Search:
    """What must not be found on the day. Words that the pages say by themselves (`vocabulary`) are not looked for."""
    going = aapne_vedlegg(data, dag) & data.attachments
    inside = sorted(data.attachments - going)
    texts = tekster(data, dag)
    closed = dict(chain(_told(texts.lukkede), _attached(inside, read)))
    search = Search(closed, {})
    opened = (_TARGET.sub("]", text) for text in texts.aapne)  # without where its links lead
    said = (_TAG.sub(" ", piece) for path in going for piece in search.pieces(read(path)))
    everything = chain(vocabulary, _together(opened), said) if closed else ()
    common = set(chain.from_iterable(map(search.needles_in, everything)))
    known = {_digest(b""), *(_digest(read(path)) for path in going if inside)}
    digests = {digest: _whose(path) for path in inside if (digest := _digest(read(path))) not in known}
    return Search({needle: where for needle, where in closed.items() if needle not in common}, digests)


def _told(texts: Iterable[Lukket]) -> Iterator[tuple[str, str]]:
    """Every line that stands in something closed, and where that is."""
    return ((line, text.hvor) for text in texts for line in _lines(text.verdi))


def _attached(paths: Iterable[str], read: Callable[[str], bytes]) -> Iterator[tuple[str, str]]:
    """Every line of the attachments, and whose they are; what one is called as well."""
    for path in paths:
        names = decoded(read(path)), path.rpartition("/")[2]
        yield from ((line, _whose(path)) for text in names for line in _lines(text))


def _together(texts: Iterator[str]) -> Iterator[str]:
    """Many texts as one, with a word between them that is in none: what goes over two texts stands in neither."""
    while some := list(islice(texts, _AT_A_TIME)):
        yield _BETWEEN.join(some)


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _whose(path: str) -> str:
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


def _outline(text: str) -> bytes:
    """What is left of a text's words when all but ASCII is taken for space: words in order have runs in order."""
    outline = _of_ascii(text)
    return _of_ascii(text.casefold()) if _MARK in outline else outline


def _of_ascii(text: str) -> bytes:
    return text.encode(errors="replace").translate(_OUTLINE)


def _lines(text: str) -> Iterator[str]:
    """Each line that can be told from others, as words."""
    for line in text.splitlines():
        words = _words(line)
        letters = sum(map(str.isalpha, "".join(words)))
        if letters >= (_FEWEST_LETTERS if len(words) > 1 else _FEWEST_IN_A_WORD):
            yield " ".join(words)
