"""What a cell says, made plain: one spelling of every letter and every blank, nothing invisible."""

from __future__ import annotations

import re
import unicodedata

_BLANKS = re.compile(r"[^\S\n]+")
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f"))
#: Characters that no file of ours may hold (load/text.py).
_REFUSED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffd-\uffff]")
#: Norwegian letters in UTF-8 that somebody has read as something else.
_GARBLED = re.compile("Ã[¥¦¸\x85\x86\x98\u2026\u2020\u02dc]|â€[“”™œ˜“”]")
#: What a spreadsheet shows where it has no value to show, in English and in Norwegian.
_NO_VALUE = re.compile(r"#(?:N/A|I/T|REF!|VALUE!|VERDI!|NAME\?|NAVN\?|DIV/0!|NULL!|NUM!|SPILL!|OVERFLYT!|CALC!)|#{4,}")
#: The exports' way of telling a spreadsheet that a text is no formula (report/oversikt_csv.py).
_QUOTED = re.compile("'(?=[=+\\-@\t＝＋－＠])")


def plain(text: str) -> str:
    """The text in NFC with single blanks, each line by itself, and nothing before or after."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    text = _QUOTED.sub("", unicodedata.normalize("NFC", text), count=1) if text[:1] == "'" else text
    lines = (_BLANKS.sub(" ", line).strip() for line in unicodedata.normalize("NFC", text).split("\n"))
    return "\n".join(line.translate(_INVISIBLE) for line in lines).strip()


def one_line(text: str) -> str:
    """The text on one line."""
    return " ".join(text.split())


def refused(text: str) -> str | None:
    """What is wrong with the text's characters, if anything is."""
    if _NO_VALUE.fullmatch(text):
        return f"«{text}» er ingen verdi, men en feil i regnearket"
    found = _REFUSED.search(text)
    if found:
        return f"tegnet U+{ord(found[0]):04X} kan ikke stå i en tekst"
    if _GARBLED.search(text):
        return f"«{one_line(text)[:40]}» er lest i feil tegnsett{_meant(text)}"
    return None


def _meant(text: str) -> str:
    try:
        right = text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return ""
    return f"; skal det stå «{one_line(right)[:40]}»?"
