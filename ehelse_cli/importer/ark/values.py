"""What a cell means where a day, a number, a clock time or a yes is wanted; a ValueError says why it means none."""

from __future__ import annotations

import re
from datetime import date, time, timedelta

from ehelse_cli.core.kalender import MAANEDER, les_dato
from ehelse_cli.core.spraak import noark, oppramsing
from ehelse_cli.importer.ark.sheet import EPOCH
from ehelse_cli.importer.text_of import one_line

_ISO = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[ T]00:00(?::00(?:\.0+)?)?)?", re.ASCII)
_NORSK = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?: 00[:.]00(?:[:.]00)?)?", re.ASCII)
_MED_ORD = re.compile(r"(\d{1,2})\.?\s(\w+)\.?\s(\d{4})", re.ASCII)
_KORT_AAR = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{2})", re.ASCII)
_MED_BROEK = re.compile(r"(\d{1,2})/(\d{1,2})-(\d{4})", re.ASCII)
_MED_STREK = re.compile(r"\d{1,2}[/-]\d{1,2}[/-]\d{2,4}", re.ASCII)
_DAGNUMMER = re.compile(r"(\d{5})(?:[.,]0+)?", re.ASCII)
#: The days from 1982 to 2173: no year, no number in a list of people is one of these by chance.
_FOERSTE_NUMMER, _SISTE_NUMMER = 30_000, 99_999
_TALL = re.compile(r"(\d{1,4})(?:[.,]0+)?", re.ASCII)
_KLOKKE = re.compile(r"(?:kl\.? ?)?([01]?\d|2[0-3])[:.]([0-5]\d)(?::00)?", re.ASCII | re.IGNORECASE)
_BROEK = re.compile(r"0[.,]\d+", re.ASCII)
_MELLOM = re.compile(r"\s*(?:/|–|—|\s-\s|\s*til\s*og\s*med\s*|\btil\b)\s*")

JA = frozenset(("ja", "x", "j", "1", "✓", "✔", "ok", "sann", "yes", "møtte", "møtt", "deltok", "til stede", "tilstede"))
NEI = frozenset(("nei", "n", "0", "-", "–", "usann", "no"))


def day(text: str, epoch: date = EPOCH) -> date:
    """`15.09.2026`, `15/9-2026`, `2026-09-15`, `15. september 2026`, or the number that Excel keeps the day as."""
    said = one_line(text)
    if found := _ISO.fullmatch(said):
        return les_dato(found[1])
    if found := _NORSK.fullmatch(said) or _MED_BROEK.fullmatch(said):
        return _of(said, int(found[3]), int(found[2]), int(found[1]))
    if (found := _MED_ORD.fullmatch(said)) and (month := _month(found[2])):
        return _of(said, int(found[3]), month, int(found[1]))
    if (found := _DAGNUMMER.fullmatch(said)) and _FOERSTE_NUMMER <= int(found[1]) <= _SISTE_NUMMER:
        return epoch + timedelta(days=int(found[1]))
    raise ValueError(_why_no_day(said))


def _of(said: str, year: int, month: int, day_: int) -> date:
    try:
        return les_dato(f"{year:04}-{month:02}-{day_:02}")
    except ValueError:
        raise ValueError(f"«{said}» finnes ikke i kalenderen") from None


def _month(word: str) -> int | None:
    """By its name, or by three letters of it."""
    known = [nr for nr, name in enumerate(MAANEDER, 1) if name == word.lower() or name[:3] == word.lower()]
    return known[0] if known else None


def _why_no_day(said: str) -> str:
    if found := _KORT_AAR.fullmatch(said):
        return f"«{said}» sier ikke hvilket århundre; skriv året med fire sifre: {found[1]}.{found[2]}.20{found[3]}"
    if _MED_STREK.fullmatch(said):
        return f"«{said}» kan leses på flere måter; skriv dagen som 15.09.2026"
    return f"«{said}» er ikke en dato; skriv den som 15.09.2026"


def span(text: str, epoch: date = EPOCH) -> tuple[date, date | None]:
    """Two days with a dash, a slash or «til» between; or the first alone."""
    parts = [part for part in _MELLOM.split(one_line(text)) if part]
    if len(parts) == 1:
        return day(parts[0], epoch), None
    if len(parts) != 2:
        raise ValueError(f"«{one_line(text)}» er ikke en periode; skriv 01.01.2026–31.12.2027")
    return day(parts[0], epoch), day(parts[1], epoch)


def number(text: str) -> int:
    """A whole number; `1,0` is what a spreadsheet may make of it."""
    found = _TALL.fullmatch(one_line(text))
    if found is None:
        raise ValueError(f"«{one_line(text)}» er ikke et helt tall")
    return int(found[1])


def clock(text: str) -> str:
    """`11:20`, `kl. 11.20`, or the part of a day that Excel keeps it as."""
    said = one_line(text)
    if found := _KLOKKE.fullmatch(said):
        return time(int(found[1]), int(found[2])).isoformat("minutes")
    if _BROEK.fullmatch(said):
        minutes = round(float(said.replace(",", ".")) * 24 * 60)
        return f"{minutes // 60 % 24:02}:{minutes % 60:02}"
    raise ValueError(f"«{said}» er ikke et klokkeslett; skriv 11:20")


def yes(text: str) -> bool:
    """Whether it says yes."""
    said = one_line(text).casefold()
    if said in JA:
        return True
    if said in NEI:
        return False
    raise ValueError(f"«{one_line(text)}» er verken ja eller nei")


def word(text: str, lawful: tuple[str, ...], also: dict[str, str]) -> str:
    """One of the format's words, in Norwegian or as the format has it."""
    said = noark(text)
    said = also.get(said, said)
    if said not in lawful:
        raise ValueError(f"«{one_line(text)}» er ikke {oppramsing(lawful, 'eller')}")
    return said


def several(text: str) -> tuple[str, ...]:
    """What stands on lines of its own, or with commas or semicolons between."""
    return tuple(dict.fromkeys(filter(None, map(one_line, re.split(r"[\n;,]", text)))))
