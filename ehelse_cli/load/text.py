"""Bytes → text: UTF-8, NFC, no control characters, no unfinished merge."""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby

from ehelse_cli.load.problem import START, Problem, Span

#: Larger files are refused unread: many times the longest minutes there are.
MAX_BYTES = 10 * 1024 * 1024

_BOM = b"\xef\xbb\xbf"
_BREAK = re.compile(r"\r\n|\n|\r")
_CONTROL = bytes(code for code in (*range(32), 127) if code not in b"\t\n\r")
_C1 = re.compile(rb"\xc2[\x80-\x9f]")
_REFUSED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_PILE = 1000
#: No letters, digits or blanks: what may be marks.
_MAYBE_PILE = re.compile(rf"[^\w\s\x00-\xac]{{{_PILE},}}")
_CONFLICT = re.compile(r"^(?:<{7}|>{7})(?= |\r?$)", re.MULTILINE)


def decode(raw: bytes) -> str | Problem:
    """The text of a file: BOM removed, NFC, line breaks kept as they are; or why it cannot be read.

    Normalised first thing: `å` typed as one character or as two is the same key, and columns count what is seen.
    """
    if len(raw) > MAX_BYTES:
        return too_large(len(raw))
    raw = raw.removeprefix(_BOM)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(raw, error.start)
    pile = find_pile(text) if len(raw) - len(text) > _PILE else None
    if pile is not None:
        return pile
    text = unicodedata.normalize("NFC", text)
    # Counting what is left of the bytes is ten times faster than searching the text.
    if len(raw.translate(None, _CONTROL)) != len(raw) or _C1.search(raw):
        return _not_utf8(raw, raw.index(0)) if _is_utf16(raw) else find_refused(text) or text
    return find_conflict(text) or text


def too_large(size: int) -> Problem:
    """The file of `size` bytes is not read."""
    megabytes, limit = size / 2**20, MAX_BYTES // 2**20
    return Problem(
        "for-stor",
        f"filen er på {megabytes:.1f} MiB; ingen fil leses når den er større enn {limit} MiB".replace(".", ","),
        "Del filen, eller legg det store innholdet som vedlegg.",
        START,
    )


def find_conflict(text: str) -> Problem | None:
    """The first mark that git left of a merge nobody finished. A line of `=` alone is a heading in Markdown."""
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return None
    mark = _CONFLICT.search(text)
    return mark and Problem(
        "flettekonflikt",
        f"filen har en uløst flettekonflikt («{mark[0]}»)",
        "Velg hvilken av utgavene som gjelder, og slett linjene med <<<<<<<, ======= og >>>>>>>.",
        span_of(text, mark.start(), mark.end()),
    )


def find_pile(text: str) -> Problem | None:
    """A thousand accents on one letter: putting them in order takes the square of their number."""
    for candidate in _MAYBE_PILE.finditer(text):
        start = candidate.start()
        for piles, marks in groupby(candidate[0], _joins_on):
            end = start + sum(1 for _ in marks)
            if piles and end - start >= _PILE:
                return refuse_character(text, start)
            start = end
    return None


def _joins_on(character: str) -> bool:
    """A mark on the letter before, or an invisible character that papers leave out between two such."""
    return unicodedata.category(character) in ("Mn", "Mc", "Me", "Cf")


def find_refused(text: str) -> Problem | None:
    """The first character that no file may hold."""
    found = _REFUSED.search(text)
    return found and refuse_character(text, found.start())


def find_invisible(text: str) -> Problem | None:
    """The first character that YAML, but no editor, may take for a line break: what follows it in a comment is data."""
    found = [text.index(character) for character in "\x85\u2028\u2029\ufeff" if character in text]
    return refuse_character(text, min(found)) if found else None


def refuse_character(text: str, index: int) -> Problem:
    """The character at `index` may not stand there."""
    code = ord(text[index])
    name = _NAMES.get(code) or ("styretegn" if unicodedata.category(text[index]) == "Cc" else "tusen tegn på ett")
    return Problem(
        "ukjent-tegn",
        f"tegnet U+{code:04X} ({name}) kan ikke stå her",
        "Slett tegnet. Det er usynlig i de fleste redigeringsprogrammer; skriv ordet eller linjeskiftet på nytt.",
        span_of(text, index, index + 1),
    )


_NAMES = {
    0x00: "NUL",
    0x85: "NEL, linjeskift",
    0x2028: "linjeskille",
    0x2029: "avsnittsskille",
    0xFEFF: "BOM",
    0xFFFE: "ikke et tegn",
    0xFFFF: "ikke et tegn",
} | dict.fromkeys(range(0xD800, 0xE000), "halvt tegn")


def span_of(text: str, start: int, end: int) -> Span:
    r"""Where `text[start:end]` stands, as an editor counts: \n, \r\n and \r end a line."""
    line, column = _position(text, start)
    end_line, end_column = _position(text, end)
    return Span(line, column, end_line, end_column)


def count_breaks(text: str) -> int:
    """How many line breaks there are in `text`."""
    return len(_BREAK.findall(text)) if "\r" in text else text.count("\n")


def split_lines(text: str) -> list[str]:
    """The lines as an editor shows them, without their breaks."""
    return _BREAK.split(text)


def find_breaks(text: str) -> list[str]:
    """The line breaks, as they are written."""
    return _BREAK.findall(text)


def _position(text: str, index: int) -> tuple[int, int]:
    before = text[:index]
    return count_breaks(before) + 1, index - max(before.rfind("\n"), before.rfind("\r"))


def _not_utf8(raw: bytes, index: int) -> Problem:
    # What Windows calls ANSI in Norway is the usual culprit.
    guess = "UTF-16" if _is_utf16(raw) else "Windows-1252"
    before = raw[:index].decode("utf-8")
    line, column = _position(before, len(before))
    return Problem(
        "tegnkoding",
        f"filen er ikke UTF-8 (byten 0x{raw[index]:02X}); det ser ut som {guess}",
        "Lagre filen som UTF-8.",
        Span(line, column, line, column + 1),
    )


def _is_utf16(raw: bytes) -> bool:
    """It begins with a mark, or every other byte is NUL."""
    start = raw[:400]
    return raw[:2] in (b"\xff\xfe", b"\xfe\xff") or start.count(0) * 3 > len(start)
